import { DEFAULT_SETTINGS } from '../../../src/shop/config-from-yaml.js';
import type { RandomMonth } from './random-month.js';
import type { RawFile, RawMonth } from './raw-month.js';

/**
 * Makes a failing month smaller, as far as is cheap: leaves out halves, quarters and single rows, then sets
 * settings to their defaults, as long as it still fails. At most `tries` candidates are tried.
 */
export async function shrink(
  failing: RandomMonth,
  fails: (candidate: RandomMonth) => Promise<boolean>,
  tries: number,
): Promise<RandomMonth> {
  let best = failing;
  let left = tries;
  const keepIfFailing = async (candidate: RandomMonth): Promise<boolean> => {
    if (left <= 0) return false;
    left -= 1;
    const stillFails = await fails(candidate);
    if (stillFails) best = candidate;
    return stillFails;
  };
  for (const kind of KINDS) {
    await keepIfFailing({ ...best, month: { ...best.month, [kind]: undefined } });
  }
  for (const kind of KINDS) {
    for (let size = rowCount(best.month, kind); size >= 1; size = Math.floor(size / 2)) {
      for (let at = 0; at < rowCount(best.month, kind) && left > 0; ) {
        const smaller = withoutRows(best.month, kind, at, size);
        if (!(await keepIfFailing({ ...best, month: smaller }))) at += size;
      }
    }
  }
  for (const setting of Object.keys(DEFAULT_SETTINGS) as (keyof typeof DEFAULT_SETTINGS)[]) {
    await keepIfFailing({
      ...best,
      settings: { ...best.settings, [setting]: DEFAULT_SETTINGS[setting] },
    });
  }
  return best;
}

const KINDS = [
  'attendanceMonths',
  'attendanceEvents',
  'complaints',
  'reviews',
  'ratings',
  'calls',
  'imported',
  'orders',
  'chats',
] as const;
type Kind = (typeof KINDS)[number];

function rowCount(month: RawMonth, kind: Kind): number {
  let rows = 0;
  for (const file of month[kind] ?? []) rows += file.rows.length;
  return rows;
}

/** A month without `size` rows of a kind, from the row `from` on, counted through all its files. */
function withoutRows(month: RawMonth, kind: Kind, from: number, size: number): RawMonth {
  const files: RawFile<unknown>[] = [];
  let number = 0;
  for (const file of month[kind] ?? []) {
    const rows: unknown[] = [];
    for (const row of file.rows) {
      if (number < from || number >= from + size) rows.push(row);
      number += 1;
    }
    files.push({ name: file.name, rows });
  }
  return { ...month, [kind]: files };
}
