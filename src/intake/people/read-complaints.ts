import { COMPLAINT_KINDS } from '../../catalogue/vocabulary.js';
import { type Decimal, decimal, ONE } from '../../lib/decimal.js';
import type { EngineCell } from '../../lib/engine.js';
import { type Day, dayNumber, lastDay } from '../../lib/month.js';
import { eachRowOfMonth } from '../cells/each-row.js';
import type { Row } from '../cells/row.js';
import { isInMonth, type MonthContext } from '../facts/month-context.js';
import type { AgentRow } from '../facts/month-facts.js';
import { sourceOf, type Table } from '../files/table.js';
import { engineDecimal } from './read-attendance.js';

/**
 * Reads complaints, praise, reviews and errors of the month into the engine; the verified ones also
 * stand in `into`. Of a list of reviews it is noted which orders they are about, whenever they were written.
 * Gives the number of rows of the file.
 */
export async function readComplaints(
  table: Table,
  context: MonthContext,
  into: AgentRow[],
): Promise<number | undefined> {
  const rows: EngineCell[][] = [];
  const reviewed: EngineCell[][] = [];
  // Without the column all are verified; an empty cell in it is nobody's decision yet.
  const needsVerdict = table.match.positions.has('verified');
  const daysToClose = closingReader(table, context);
  const read = await eachRowOfMonth(table, context, (row, day) => {
    const agent = row.agent('agent', day);
    const kind = row.word('kind', COMPLAINT_KINDS, 'required');
    const verified = needsVerdict ? row.yesNo('verified', 'required') : true;
    const grave = row.yesNo('grave') ?? false;
    const points = row.number('points');
    const amount = row.amount('amount');
    const order = row.id('order_id');
    const closing = daysToClose(row, day);
    if (order !== undefined) reviewed.push([order]);
    if (agent === undefined || kind === undefined || verified === undefined) return;
    if (day === undefined || !isInMonth(day, context.month)) return;
    rows.push([
      agent.index,
      day,
      kind,
      verified,
      grave,
      engineDecimal(points),
      engineDecimal(amount),
    ]);
    if (!verified) return;
    const place = { file: table.file, line: row.line };
    const about = { order: order === undefined ? undefined : { id: order } };
    into.push({
      agent: agent.index,
      kind,
      place,
      day,
      count: ONE,
      grave,
      points,
      amount,
      ...closing,
      ...about,
    });
  });
  await context.engine.append('complaints', rows);
  if (namesReviewedOrders(table)) await context.engine.append('reviews', [[null], ...reviewed]);
  return read;
}

function namesReviewedOrders(table: Table): boolean {
  return table.match.reader.listsReviews === true && sourceOf(table).positions.has('order_id');
}

/** Reads how many days a case took to close. One that is not closed took longer than the month has gone on. */
function closingReader(
  table: Table,
  { month }: MonthContext,
): (row: Row, day: Day | undefined) => { readonly daysToClose?: Decimal } {
  if (!sourceOf(table).positions.has('closed_on')) return () => ({});
  return (row, day) => {
    const closed = row.day('closed_on');
    if (day === undefined) return {};
    const last = closed === undefined ? dayNumber(lastDay(month)) + 1 : dayNumber(closed);
    const days = last - dayNumber(day);
    if (days < 0) row.report('closed-before-day', 'closed_on');
    return { daysToClose: decimal(days) };
  };
}
