import { addMonths, type Month, parseMonth } from './month.js';

/** A quarter or a year. */
export interface Period {
  /** `2026-Q3`, `2026`. */
  readonly name: string;
  readonly kind: 'quarter' | 'year';
  readonly months: readonly Month[];
}

const PERIOD = /^(\d{4})(?:-?Q([1-4]))?$/i;

/** Reads `2026-Q3` or `2026`; undefined for any other text. */
export function parsePeriod(text: string): Period | undefined {
  const [, year, quarter] = PERIOD.exec(text.trim()) ?? [];
  const first = year === undefined ? undefined : parseMonth(`${year}-01`);
  if (first === undefined) return undefined;
  if (quarter === undefined)
    return { name: `${year}`, kind: 'year', months: monthsFrom(first, 12) };
  const begin = addMonths(first, 3 * (Number(quarter) - 1));
  return { name: `${year}-Q${quarter}`, kind: 'quarter', months: monthsFrom(begin, 3) };
}

function monthsFrom(first: Month, count: number): readonly Month[] {
  return Array.from({ length: count }, (_, index) => addMonths(first, index));
}
