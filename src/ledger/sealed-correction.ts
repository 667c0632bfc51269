import { z } from 'zod';
import { PAID_KINDS } from '../catalogue/pay-words.js';
import { decimalText, formed, list, month, sealedTitle, sha256 } from './codec.js';
import { record } from './month-record.js';
import { inputs } from './sealed-inputs.js';
import { explanation } from './sealed-statement.js';
import { sealedText } from './sealed-text.js';

// What a correction of a closed month is, as it lies in closed/corrections/, and what later months keep of it.
// Changes are as the agent sees them: more pay is positive, whatever kind of line it is.

const who = { agent: z.string(), name: z.string() };
const what = {
  line: z.string(),
  title: sealedTitle,
  kind: z.enum(PAID_KINDS),
  category: z.string(),
};

const amounts = {
  /** The amount that was sealed; absent of a line that was. */
  before: decimalText.optional(),
  after: decimalText.optional(),
  /** What earlier corrections of the month have changed. */
  carried: decimalText,
  /** What this one changes. */
  change: decimalText,
};

/** Files of corrections, and their hashes. */
export const correctionFiles = list(z.strictObject({ file: z.string(), sha256 }));

const correction = formed(
  z.strictObject({
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
    /** The corrections of earlier months that were known when it was made; version 1.0.0 did not say. */
    rests_on: correctionFiles.optional(),
    inputs,
    /** The inputs that are not as they were when the month was last computed. */
    changed: list(z.strictObject({ file: z.string(), how: z.enum(['changed', 'missing', 'new']) })),
    lines: list(
      z.strictObject({
        ...who,
        ...what,
        ...amounts,
        was: explanation.optional(),
        now: explanation.optional(),
      }),
    ),
    /** What later months see of the month otherwise than before; version 1.0.0 did not say. */
    record: record.optional(),
  }),
  {
    decode: ({ rests_on: restsOn = [], ...of }) => ({ ...of, restsOn }),
    encode: ({ restsOn, ...of }) => ({ ...of, rests_on: restsOn }),
  },
);

const open = z.strictObject({
  ...who,
  month,
  ...what,
  /** What is still owed to the agent; negative: still to be recovered. */
  amount: decimalText,
  parts: list(
    z.strictObject({
      number: z.int(),
      file: z.string(),
      ...amounts,
      reason: sealedTitle.optional(),
      inputs: list(z.string()),
    }),
  ),
});

/** What a closed month has settled of corrections. */
export const corrections = z.strictObject({
  /** The corrections that it was the first to settle, and the hashes of their files. */
  files: correctionFiles,
  paid: list(z.strictObject({ agent: z.string(), month, line: z.string(), amount: decimalText })),
  open: list(open),
});

/** A correction of a closed month. */
export type SealedCorrection = Readonly<z.output<typeof correction>>;

/** The text of a correction. */
export const correctionText = sealedText(correction);
