import { z } from 'zod';
import { meaning } from '../../lib/meaning.js';
import { parseMonth } from '../../lib/month.js';

/** How many there may be of what a rulebook lists: people's books have far fewer. */
export const MOST = 300;

/** A formula, or one formula per date from which it holds. */
export type Expr = string | { readonly dated: readonly DatedExpr[] };

interface DatedExpr {
  readonly from: string;
  readonly text: string;
  readonly source: string | undefined;
}

/** Whether a value says that it is not known what holds from its month on. */
export function isUnknown(text: string): boolean {
  return UNKNOWN.has(text.trim());
}

const UNKNOWN: ReadonlySet<string> = new Set(['unknown', '未知']);

/** The document that a rule comes from. */
export const sourceKey = z
  .string()
  .optional()
  .meta(meaning('依据：文件和条款', 'document and clause', '依据'));

const datedValue = z.union(
  [
    z.string(),
    z.strictObject({
      value: z.string().meta(meaning('从这个月起的值', 'the value from that month on', '值')),
      source: sourceKey,
    }),
  ],
  'want-dated',
);

/** A month, as a dated value has it for a key. */
const MONTH_KEY = { type: 'string', pattern: '^\\d{4}-(0[1-9]|1[0-2])$' };

/** Anything that stands where a number may stand: a formula, dated or not. */
export const exprSchema = z
  .union(
    [
      z.string().min(1),
      z
        .record(
          z.string().refine((key) => parseMonth(key) !== undefined, 'want-date-key'),
          datedValue,
        )
        .refine((dated) => Object.keys(dated).length <= MOST, 'want-fewer')
        .meta({ propertyNames: MONTH_KEY }),
    ],
    'want-formula',
  )
  .transform((value): Expr => {
    if (typeof value === 'string') return value;
    const dated = Object.entries(value).map(([from, each]) =>
      typeof each === 'string'
        ? { from, text: each, source: undefined }
        : { from, text: each.value, source: each.source },
    );
    return { dated: dated.sort((a, b) => (a.from < b.from ? -1 : 1)) };
  })
  .meta({
    id: 'formula',
    ...meaning(
      '数、百分比或公式；也可以按月份各写一个 {2026-01: 1.1%, 2026-07: 1.3%}',
      'a number, percentage or formula, or one per month from which it holds',
    ),
  });

/** One condition, or several that must all hold. */
export const whenSchema = z
  .union([z.string().min(1), z.array(z.string().min(1)).min(1).max(50)], 'want-conditions')
  .transform((value) => (typeof value === 'string' ? [value] : value))
  .meta({
    id: 'when',
    ...meaning('条件，或几个都要成立的条件', 'a condition, or several that must all hold'),
  });
