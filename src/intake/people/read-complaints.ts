import { COMPLAINT_KINDS } from '../../catalogue/vocabulary.js';
import { ONE } from '../../lib/decimal.js';
import type { EngineCell } from '../../lib/engine.js';
import { eachRowOfMonth } from '../cells/each-row.js';
import { isInMonth, type MonthContext } from '../facts/month-context.js';
import type { AgentRow } from '../facts/month-facts.js';
import type { Table } from '../files/table.js';
import { engineDecimal } from './read-attendance.js';

/**
 * Reads complaints, praise, reviews and errors of the month into the engine; the verified ones also
 * stand in `into`. Gives the number of rows of the file.
 */
export async function readComplaints(
  table: Table,
  context: MonthContext,
  into: AgentRow[],
): Promise<number | undefined> {
  const rows: EngineCell[][] = [];
  // Without the column all are verified; an empty cell in it is nobody's decision yet.
  const needsVerdict = table.match.positions.has('verified');
  const read = await eachRowOfMonth(table, context, (row, day) => {
    const agent = row.agent('agent', day);
    const kind = row.word('kind', COMPLAINT_KINDS, 'required');
    const verified = needsVerdict ? row.yesNo('verified', 'required') : true;
    const grave = row.yesNo('grave') ?? false;
    const points = row.number('points');
    const amount = row.amount('amount');
    const order = row.id('order_id');
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
      ...about,
    });
  });
  await context.engine.append('complaints', rows);
  return read;
}
