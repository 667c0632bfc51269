import { type Decimal, ONE, plain } from '../../lib/decimal.js';
import { addToGroup, type Groups } from '../../lib/group.js';
import { parseNumber } from '../cells/cells.js';
import type { Row } from '../cells/row.js';

/** A bare number in a column whose header says percent. */
export interface PercentCell {
  readonly row: Row;
  readonly number: Decimal;
}

/** Notes a cell of such a column, unless it says itself what it is. */
export function notePercent(row: Row, column: string, seen: Groups<string, PercentCell>): void {
  const number = parseNumber(row.text(column) ?? '');
  if (number !== undefined) addToGroup(seen, column, { row, number });
}

/**
 * Tells of fractions among percentages, such as 0.93 beside 97.5: of numbers that would be like the others if they were
 * a hundred times as much, and are none as they stand.
 */
export function reportFractions(column: string, cells: readonly PercentCell[]): void {
  const others = cells.flatMap(({ number }) => (number.greaterThan(ONE) ? [number] : []));
  const inOrder = others.toSorted((a, b) => a.comparedTo(b));
  const [least, most] = [inOrder[0], inOrder.at(-1)];
  if (least === undefined || most === undefined) return;
  for (const { row, number } of cells) {
    const meant = number.times(100);
    const isLike =
      meant.times(2).greaterThanOrEqualTo(least) && meant.lessThanOrEqualTo(most.times(2));
    if (number.greaterThan(ONE) || !number.greaterThan(0) || !isLike) continue;
    const params = { least: plain(least), most: plain(most), meant: plain(meant) };
    row.report('fraction-among-percents', column, params);
  }
}
