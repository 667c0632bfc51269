import { toDateColumn } from '../../catalogue/columns.js';
import { DEDUCTION_ITEMS, type DeductionItem } from '../../catalogue/tax-inputs.js';
import { idsOf } from '../../catalogue/vocabulary.js';
import { eachRow } from '../cells/each-row.js';
import type { Row } from '../cells/row.js';
import type { MonthContext } from '../facts/month-context.js';
import type { DeductionRow } from '../facts/month-facts.js';
import type { Table } from '../files/table.js';

/** Reads additional deductions, amounts of the month and to date, into `into`. Gives the number of rows. */
export async function readDeductions(
  table: Table,
  context: MonthContext,
  into: DeductionRow[],
): Promise<number | undefined> {
  return eachRow(table, context, (row) => {
    const agent = row.agent('agent');
    for (const item of idsOf(DEDUCTION_ITEMS)) {
      for (const isToDate of [false, true]) {
        const found = deductionIn(row, item, isToDate, table.file);
        if (agent === undefined || found === undefined) continue;
        const { column, ...deduction } = found;
        const other = into.find((each) => each.agent === agent.index && each.item === item);
        if (other === undefined) into.push({ ...deduction, agent: agent.index });
        else {
          const { file, line } = other.place;
          row.report('deductions-twice', column, { item: DEDUCTION_ITEMS[item], file, line });
        }
      }
    }
  });
}

/** The amount of an item, of the month or to date; undefined where the row has none. */
function deductionIn(row: Row, item: DeductionItem, isToDate: boolean, file: string) {
  const column = isToDate ? toDateColumn(item) : item;
  const amount = row.amount(column);
  if (amount?.lessThan(0)) row.report('negative-deduction', column);
  if (amount === undefined || !row.isValid()) return undefined;
  const place = { file, line: row.line, column: row.placeOf(column).column };
  return { column, item, amount, isToDate, place };
}
