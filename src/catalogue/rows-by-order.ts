import { type Decimal, decimal, sum } from '../lib/decimal.js';
import { groupBy } from '../lib/group.js';
import type { Occurrence } from './rows.js';

/**
 * How many orders the rows of one kind of an agent are about: those of one order once, and those of one day that
 * name none once together, as often as the row of them that says most. Nobody can tell whether these are of one
 * order, and what hangs on their number can be a month's pay: the doubt goes to the agent.
 */
export function ordersOf(rows: readonly Occurrence[]): Decimal {
  const orders = new Set(rows.flatMap(({ order }) => order?.id ?? []));
  const days = rowsWithoutOrder(rows).map((ofDay) =>
    ofDay.map(({ count }) => count).reduce((most, count) => (count.gt(most) ? count : most)),
  );
  return sum([decimal(orders.size), ...days]);
}

/** The rows that name no order, day by day; one without a day is a day of its own. */
export function rowsWithoutOrder<Row extends Occurrence>(
  rows: readonly Row[],
): readonly (readonly [Row, ...Row[]])[] {
  const unnamed = rows.filter(({ order }) => order === undefined);
  return [...groupBy(unnamed, (row) => row.day ?? row).values()];
}
