import { z } from 'zod';
import type { MonthMetrics } from '../metrics/month-metrics.js';
import type { SourceText } from '../shop/source-text.js';
import { byKey, formed, list, month, sha256 } from './codec.js';
import { correctionFiles, corrections } from './sealed-correction.js';
import { facts, sealable } from './sealed-facts.js';
import { inputs } from './sealed-inputs.js';
import { roster } from './sealed-roster.js';
import { statement } from './sealed-statement.js';
import { sealedMembers, sealedText, sha256Of } from './sealed-text.js';
import { figure } from './sealed-values.js';

// What a closed month is, as it lies in closed/.

const source = formed(z.strictObject({ file: z.string(), sha256, text: z.string() }), {
  decode: ({ file, text }): SourceText => ({ file, text }),
  encode: ({ file, text }) => ({ file, sha256: sha256Of(text), text }),
});

/** The closed month before one, and the hash of its file. */
const previous = z.strictObject({ month, sha256 });

const sealed = formed(
  z.strictObject({
    format: z.literal(1),
    kpi: z.string(),
    month,
    shop: z.string(),
    previous: previous.optional(),
    /** The closed months before it, which rules could ask. */
    history: list(month),
    /** The corrections of those months that were known; absent when there were none. */
    rests_on: correctionFiles.optional(),
    /** What was known not to be final, and why the month was closed all the same. */
    accepted: list(
      z.strictObject({
        what: z.enum(['provisional']),
        metrics: list(z.string()),
        reason: z.string(),
      }),
    ),
    /** What corrections of earlier months it has settled, and what of them is still open. */
    corrections: corrections.optional(),
    inputs,
    statements: list(statement),
    facts,
    shop_metrics: byKey(figure),
    /** Rows read, kept and filtered, by reason. */
    counts: z.record(z.string(), z.int()),
    roster,
    policy: z.strictObject({ config: source, rulebooks: list(source), shipped: list(source) }),
  }),
  {
    decode({ facts: agents, shop_metrics: shop, counts, rests_on: restsOn = [], ...of }) {
      const metrics: MonthMetrics = { agents, shop, files: new Map(), counts };
      return { ...of, restsOn, metrics };
    },
    encode: ({ metrics: { agents, shop, counts }, restsOn, ...of }) => ({
      ...of,
      rests_on: restsOn.length === 0 ? undefined : restsOn,
      facts: agents,
      shop_metrics: sealable(shop),
      counts: { ...counts },
    }),
  },
);

const links = z.object({
  month,
  previous: previous.optional(),
  rests_on: correctionFiles.optional(),
  corrections: z.object({ files: correctionFiles }).optional(),
});

/** What ties a closed month to other files: no more of its file is read. */
export type MonthLinks = Readonly<z.output<typeof links>>;

/** The links in the text of a closed month. */
export const linksText = sealedMembers(links);

/** A month as it was closed: what was paid, what later months need, and what it all was computed from. */
export type SealedMonth = Readonly<z.output<typeof sealed>>;

/** The text of a closed month. */
export const monthText = sealedText(sealed);
