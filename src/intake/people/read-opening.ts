import { OPENING_AMOUNTS } from '../../catalogue/tax-inputs.js';
import { idsOf } from '../../catalogue/vocabulary.js';
import { ZERO } from '../../lib/decimal.js';
import { eachRow } from '../cells/each-row.js';
import type { MonthContext } from '../facts/month-context.js';
import type { OpeningRow } from '../facts/month-facts.js';
import type { Table } from '../files/table.js';

/** Reads what the year came to before its first closed month into `into`. Gives the number of rows. */
export async function readOpening(
  table: Table,
  context: MonthContext,
  into: OpeningRow[],
): Promise<number | undefined> {
  return eachRow(table, context, (row) => {
    const agent = row.agent('agent');
    const through = row.month('through', 'required');
    const amounts = idsOf(OPENING_AMOUNTS).map((column) => {
      const amount = column === 'months' ? row.count(column) : row.amount(column);
      if (amount?.lessThan(0)) row.report('negative-deduction', column);
      return [column, amount ?? ZERO] as const;
    });
    if (agent === undefined || through === undefined || !row.isValid()) return;
    const year = through.slice(0, 4);
    const twin = into.find((each) => each.agent === agent.index && each.through.startsWith(year));
    if (twin !== undefined) {
      const { file, line } = twin.place;
      row.report('opening-twice', 'through', { agent: agent.id, year, file, line });
      return;
    }
    const place = { file: table.file, line: row.line };
    into.push({ agent: agent.index, through, amounts: new Map(amounts), place });
  });
}
