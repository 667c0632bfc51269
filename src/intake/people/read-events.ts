import { type Decimal, ONE } from '../../lib/decimal.js';
import { eachRowOfMonth } from '../cells/each-row.js';
import { knownWord } from '../cells/known-words.js';
import type { Row } from '../cells/row.js';
import { isInMonth, type MonthContext } from '../facts/month-context.js';
import type { AgentRow } from '../facts/month-facts.js';
import type { Table } from '../files/table.js';

/** Stands for every agent who is employed in the month. */
const WHOLE_TEAM = '*';

/** Reads fines, rewards and one-off amounts of the month into `into`. Gives the number of rows. */
export async function readEvents(
  table: Table,
  context: MonthContext,
  into: AgentRow[],
): Promise<number | undefined> {
  return eachRowOfMonth(table, context, (row, day) => {
    const event = knownWord(row, 'event', context.knownEvents, context.mayBeKnown);
    const whole = row.text('agent') === WHOLE_TEAM;
    const count = timesIn(row);
    const amount = row.amount('amount');
    const id = row.id('order_id');
    const order = id === undefined ? undefined : { id };
    const team = whole ? ({ ofTeam: true } as const) : {};
    const agent = whole ? undefined : row.agent('agent', day);
    if (!row.isValid() || event === undefined || day === undefined) return;
    if (!isInMonth(day, context.month)) return;
    const agents = whole ? context.active : agent === undefined ? [] : [agent];
    const place = { file: table.file, line: row.line };
    for (const { index } of agents) {
      into.push({
        agent: index,
        kind: event,
        place,
        day,
        count,
        amount,
        grave: false,
        order,
        ...team,
      });
    }
  });
}

/** How often it happened: once, unless the row says it. */
function timesIn(row: Row): Decimal {
  const count = row.count('count') ?? ONE;
  if (!count.isInteger()) row.report('part-of-time', 'count');
  return count;
}
