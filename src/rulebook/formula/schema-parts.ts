import { z } from 'zod';
import { sameInAll, type Title } from '../../lib/language.js';
import { parseMonth } from '../../lib/month.js';

/** A title in both languages, or one text for both. */
export const titleSchema = z
  .union([
    z.string().min(1),
    z.strictObject({ zh: z.string().min(1), en: z.string().min(1).optional() }),
  ])
  .transform((title): Title => {
    if (typeof title === 'string') return sameInAll(title);
    return { zh: title.zh, en: title.en ?? title.zh };
  });

export const idSchema = z.string().regex(/^[a-z][a-z0-9_]{0,59}$/, 'want-entry-id');

/** How many there may be of what a rulebook lists: people's books have far fewer. */
export const MOST = 300;

/** A list of bounded length. */
export function listOf<Schema extends z.ZodType>(schema: Schema) {
  return z.array(schema).max(MOST, 'want-fewer');
}

/** What a formula can call something: a word in either language. */
const nameSchema = z
  .string()
  .regex(
    /^(?!(?:and|or|not|且|或|非)$)[a-z_\u3400-\u4dbf\u4e00-\u9fff][a-z0-9_\u3400-\u4dbf\u4e00-\u9fff]{0,59}$/i,
    'want-name',
  );

/** Things by name, so many at most. */
export function mapOf<Schema extends z.ZodType>(schema: Schema) {
  return z
    .record(nameSchema, schema)
    .refine((map) => Object.keys(map).length <= MOST, 'want-fewer');
}

/** A formula, or one formula per date from which it holds. */
export type Expr = string | { readonly dated: readonly DatedExpr[] };

export interface DatedExpr {
  readonly from: string;
  readonly text: string;
  readonly source: string | undefined;
}

const datedValue = z.union([
  z.string(),
  z.strictObject({ value: z.string(), source: z.string().optional() }),
]);

/** Anything that stands where a number may stand: a formula, dated or not. */
export const exprSchema = z
  .union([
    z.string().min(1),
    z
      .record(
        z.string().refine((key) => parseMonth(key) !== undefined, 'want-date-key'),
        datedValue,
      )
      .refine((dated) => Object.keys(dated).length <= MOST, 'want-fewer'),
  ])
  .transform((value): Expr => {
    if (typeof value === 'string') return value;
    const dated = Object.entries(value).map(([from, each]) =>
      typeof each === 'string'
        ? { from, text: each, source: undefined }
        : { from, text: each.value, source: each.source },
    );
    return { dated: dated.sort((a, b) => (a.from < b.from ? -1 : 1)) };
  });

/** One condition, or several that must all hold. */
export const whenSchema = z
  .union([z.string().min(1), z.array(z.string().min(1)).min(1).max(50)])
  .transform((value) => (typeof value === 'string' ? [value] : value));

/** What an entry is worth when its figure is missing, or has no denominator. */
export const standInKeys = {
  missing: z.enum(['0', 'full', 'absent']).optional(),
  undefined: z.enum(['0', 'full', 'absent']).optional(),
} as const;

/** A notice: words without money, for each agent, or once for the team or the whole shop. */
export const noticeSchema = z.strictObject({
  id: idSchema,
  title: titleSchema.optional(),
  level: z.enum(['info', 'warning', 'dismissal']),
  when: whenSchema.optional(),
  text: titleSchema,
  once: z.enum(['true', 'false', 'shop']).optional(),
  source: z.string().optional(),
});

/** How much a row of a table gives: points, yuan, a share of what the item is worth, or a rate. */
export const amountKeys = {
  points: exprSchema.optional(),
  amount: exprSchema.optional(),
  share: exprSchema.optional(),
} as const;
