import type { Month } from '../lib/month.js';
import type { Correction } from './corrections-folder.js';
import type { SealedMonth } from './sealed-month.js';

/** The corrections of months before this one: it looks back at those months as they have left them. */
export function correctionsBefore(
  month: Month,
  corrections: readonly Correction[],
): readonly Correction[] {
  return corrections.filter((each) => each.month < month);
}

/** The corrections that a closed month rests on, as it was closed or else corrected last. */
export function correctionsBehind(
  { month, restsOn }: Pick<SealedMonth, 'month' | 'restsOn'>,
  corrections: readonly Correction[],
): readonly Correction[] {
  const last = corrections.findLast((each) => each.month === month);
  const known = new Set((last?.restsOn ?? restsOn).map(({ file }) => file));
  return corrections.filter(({ file }) => known.has(file));
}

/** The files of corrections, with their hashes. */
export function filesOf(corrections: readonly Correction[]): SealedMonth['restsOn'] {
  return corrections.map(({ file, sha256 }) => ({ file, sha256 }));
}
