import { z } from 'zod';
import { sameInAll, type Title } from '../lib/language.js';
import { parseMonth } from '../lib/month.js';

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

export const idSchema = z.string().regex(/^[a-z][a-z0-9_]*$/, 'an id is a-z, 0-9 and _');

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
    z.record(
      z.string().refine((key) => parseMonth(key) !== undefined, 'a date is YYYY-MM'),
      datedValue,
    ),
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
  .union([z.string().min(1), z.array(z.string().min(1)).min(1)])
  .transform((value) => (typeof value === 'string' ? [value] : value));

/** How much a row of a table gives: points, yuan, a share of what the item is worth, or a rate. */
export const amountKeys = {
  points: exprSchema.optional(),
  amount: exprSchema.optional(),
  share: exprSchema.optional(),
} as const;
