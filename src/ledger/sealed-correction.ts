import { z } from 'zod';
import type { Json } from '../lib/json.js';
import { exact, inputs, month, sha256, title, withoutSeal, withSeal } from './sealed-text.js';

// What a correction of a closed month is, as it lies in closed/corrections/, and what later months keep of it.
// Changes are as the agent sees them: more pay is positive, whatever kind of line it is.

const told = z.strictObject({ formula: title, numbers: title, reason: title });
const kind = z.enum(['earning', 'deduction']);

const line = z.strictObject({
  agent: z.string(),
  name: z.string(),
  line: z.string(),
  title,
  kind,
  category: z.string(),
  /** The amount that was sealed; absent of a line that was. */
  before: exact.optional(),
  after: exact.optional(),
  /** What earlier corrections of the month have changed. */
  carried: exact,
  /** What this one changes. */
  change: exact,
  was: told.optional(),
  now: told.optional(),
});

const correction = z.strictObject({
  format: z.literal(1),
  kpi: z.string(),
  month,
  /** Which correction of the month it is, from 1. */
  number: z.int().min(1),
  /** The month that pays and recovers it. */
  in: month,
  /** The hash of the closed month. */
  sealed: sha256,
  /** The hash of the correction before it. */
  previous: sha256.optional(),
  inputs,
  /** The inputs that are not as they were when the month was last computed. */
  changed: z.array(
    z.strictObject({ file: z.string(), how: z.enum(['changed', 'missing', 'new']) }),
  ),
  lines: z.array(line),
});

const open = z.strictObject({
  agent: z.string(),
  name: z.string(),
  month,
  line: z.string(),
  title,
  kind,
  category: z.string(),
  /** What is still owed to the agent; negative: still to be recovered. */
  amount: exact,
  parts: z.array(
    z.strictObject({
      number: z.int(),
      file: z.string(),
      before: exact.optional(),
      after: exact.optional(),
      carried: exact,
      change: exact,
      reason: title.optional(),
      inputs: z.array(z.string()),
    }),
  ),
});

/** What a closed month has settled of corrections. */
export const corrections = z.strictObject({
  /** The corrections that it was the first to settle, and the hashes of their files. */
  files: z.array(z.strictObject({ file: z.string(), sha256 })),
  paid: z.array(z.strictObject({ agent: z.string(), month, line: z.string(), amount: exact })),
  open: z.array(open),
});

/** A correction of a closed month. */
export type SealedCorrection = z.output<typeof correction>;
export type SealedCorrectedLine = z.output<typeof line>;
export type SealedCorrections = z.output<typeof corrections>;
export type SealedOpenCorrection = z.output<typeof open>;

/** The file of a correction. */
export function writeCorrection(content: SealedCorrection): string {
  return withSeal(content as Json);
}

/** Reads the file of a correction; undefined when a byte of it is not as it was written. */
export function readCorrection(text: string): SealedCorrection | undefined {
  const parsed = correction.safeParse(withoutSeal(text));
  return parsed.success ? parsed.data : undefined;
}
