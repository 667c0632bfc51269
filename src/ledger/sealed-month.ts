import { z } from 'zod';
import type { Json } from '../lib/json.js';
import { corrections } from './sealed-correction.js';
import { exact, inputs, month, sha256, title, withoutSeal, withSeal } from './sealed-text.js';

// What a closed month is, as it lies in closed/.

const value = z.union([
  z.strictObject({ number: exact }),
  z.strictObject({ yes: z.boolean() }),
  z.strictObject({ text: z.string(), title: title.optional() }),
  z.strictObject({ day: z.string() }),
  z.strictObject({ grade: z.enum(['excellent', 'good', 'fair', 'poor']) }),
  z.strictObject({ unknown: z.enum(['missing', 'undefined', 'absent']) }),
]);

const figure = z.strictObject({
  /** Absent of a figure that was missing, or a quotient over 0. */
  value: exact.optional(),
  numerator: exact.optional(),
  denominator: exact.optional(),
  imported: z.literal(true).optional(),
  provisional: z.literal(true).optional(),
});

const occurrence = z.strictObject({
  file: z.string(),
  line: z.int(),
  day: z.string(),
  count: exact,
  amount: exact.optional(),
  points: exact.optional(),
  grave: z.boolean(),
  order: z.strictObject({ id: z.string(), amount: exact.optional() }).optional(),
});

const grading = z.strictObject({
  score: z.union([value]),
  week: z.string().optional(),
  file: z.string(),
  line: z.int(),
});

const scoreItem = z.strictObject({
  id: z.string(),
  title,
  section: z.enum(['item', 'addition', 'deduction']),
  points: exact.optional(),
  full: exact.optional(),
});

const score = z.strictObject({
  rulebook: z.string(),
  title,
  points: exact,
  total: exact,
  rank: z.int(),
  items: z.array(scoreItem),
});

const line = z.strictObject({
  id: z.string(),
  title,
  kind: z.enum(['earning', 'deduction', 'notice']),
  category: z.string(),
  amount: exact.optional(),
  rulebook: z.string(),
  formula: title,
  numbers: title,
  reason: title,
  source: z.string().optional(),
});

const notice = z.strictObject({
  code: z.string(),
  level: z.enum(['info', 'warning', 'dismissal']),
  text: title,
  rulebook: z.strictObject({ id: z.string(), title }).optional(),
  once: z.enum(['team', 'shop']).optional(),
});

const rosterRow = z.strictObject({
  id: z.string(),
  name: z.string(),
  role: z.string(),
  level: z.enum(['junior', 'intermediate', 'senior', 'expert']).optional(),
  level_since: z.string().optional(),
  team: z.string().optional(),
  shift: z.string().optional(),
  accounts: z.array(z.string()),
  /** Of accounts that were the agent's on some days only. */
  account_days: z
    .array(
      z.strictObject({
        account: z.string(),
        from: z.string().optional(),
        to: z.string().optional(),
      }),
    )
    .optional(),
  hired_on: z.string().optional(),
  left_on: z.string().optional(),
  probation_until: z.string().optional(),
  base_pay: exact.optional(),
  workdays_due: exact.optional(),
  insurance: z.enum(['insured', 'cash', 'none']).optional(),
  line: z.int(),
});

const statement = z.strictObject({
  id: z.string(),
  name: z.string(),
  role: z.strictObject({ id: z.string(), title }),
  plan: z.strictObject({ id: z.string(), title }),
  team: z.string().optional(),
  scores: z.array(score),
  lines: z.array(line),
  gross: exact,
  deductions: exact,
  payable: exact,
  notices: z.array(notice),
  /** Every named value of the plan: what later months may ask of this one. */
  values: z.record(z.string(), value),
});

const facts = z.strictObject({
  id: z.string(),
  metrics: z.record(z.string(), figure),
  ratings: z.record(z.string(), value),
  gradings: z.record(z.string(), z.array(grading)),
  /** Absent when the month had no such file. */
  complaints: z.record(z.string(), z.array(occurrence)).optional(),
  events: z.record(z.string(), z.array(occurrence)).optional(),
});

const source = z.strictObject({ file: z.string(), sha256, text: z.string() });

const sealed = z.strictObject({
  format: z.literal(1),
  kpi: z.string(),
  month,
  shop: z.string(),
  /** The closed month before this one, and the hash of its file. */
  previous: z.strictObject({ month, sha256 }).optional(),
  /** The closed months before it, which rules could ask. */
  history: z.array(month),
  /** What was known not to be final, and why the month was closed all the same. */
  accepted: z.array(
    z.strictObject({
      what: z.enum(['provisional']),
      metrics: z.array(z.string()),
      reason: z.string(),
    }),
  ),
  /** What corrections of earlier months it has settled, and what of them is still open. */
  corrections: corrections.optional(),
  inputs,
  statements: z.array(statement),
  facts: z.array(facts),
  shop_metrics: z.record(z.string(), figure),
  /** Rows read, kept and filtered, by reason. */
  counts: z.record(z.string(), z.int()),
  roster: z.array(rosterRow),
  policy: z.strictObject({
    config: source,
    rulebooks: z.array(source),
    shipped: z.array(source),
  }),
});

/** A month as it was closed: what was paid, what later months need, and what it all was computed from. */
export type SealedMonth = z.output<typeof sealed>;
export type SealedStatement = z.output<typeof statement>;
export type SealedFacts = z.output<typeof facts>;
export type SealedFigure = z.output<typeof figure>;
export type SealedValue = z.output<typeof value>;
export type SealedSource = z.output<typeof source>;
export type SealedAgent = z.output<typeof rosterRow>;

/** The file of a closed month. */
export function writeSealed(month: SealedMonth): string {
  return withSeal(month as Json);
}

/** Reads the file of a closed month; undefined when a byte of it is not as it was written. */
export function readSealed(text: string): SealedMonth | undefined {
  const parsed = sealed.safeParse(withoutSeal(text));
  return parsed.success ? parsed.data : undefined;
}
