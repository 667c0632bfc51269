import type { Day } from '../../lib/month.js';
import { daysOfMonth } from '../../shop/roster.js';
import { collectProblems } from '../../words/problem.js';
import {
  count,
  type Findings,
  isInMonth,
  type MonthContext,
  rowKey,
} from '../facts/month-context.js';
import type { CsvRecord } from '../files/csv-records.js';
import { headerPlace, rowsName, type Table } from '../files/table.js';
import { isRemarkBelow, isSummary } from '../files/total-rows.js';
import { isBlankForm } from './blank-form.js';
import { unreadColumns } from './column-contents.js';
import { readRecords } from './read-rows.js';
import { checkRepeated } from './repeated-rows.js';
import { type Row, rowReader } from './row.js';
import { placeOf } from './row-width.js';
import { keptNumbers, reportCutRecords } from './spreadsheet-ids.js';
import { checkDays } from './wrong-month.js';

/**
 * Reads every row of a file that people edit. Gives the number of rows; undefined, with the problem
 * reported, when the file cannot be split into rows at all.
 */
export async function eachRow(
  table: Table,
  context: MonthContext,
  take: (row: Row) => void,
): Promise<number | undefined> {
  const records = await readRecords(table, context.problems);
  if (records === undefined) return undefined;
  if (records.length === 0) {
    context.problems.report('empty-file', headerPlace(table));
  }
  const { kind } = table.match.reader;
  const isBlank = kind !== 'agents' && isBlankForm(records, table);
  // A rule that asks for what it would say tells of it; where none asks, nothing lacks.
  if (isBlank) context.blankForms.set(kind, table.file);
  const left = records.filter((record) => isLeft(record, table));
  const leftOut = new Set(left);
  const rest = records.filter((record) => !leftOut.has(record));
  const unread = unreadColumns(table, rest);
  if (unread !== undefined) context.unreadColumns.push(unread);
  const totals = left.filter((record) => record.left !== 'nothing');
  reportSummaries(table, totals.length, context);
  const read = rowReader({
    table,
    roster: context.roster,
    problems: isBlank ? collectProblems() : context.problems,
    dayStartsAt: context.settings.dayStartsAt,
    days: daysOfMonth(context.month),
  });
  const kept = keptNumbers(table);
  for (const record of rest) {
    kept.see(record);
    const row = read(record);
    // A row of another width has its cells in the wrong columns: nothing more can be said of it.
    if (row.isValid()) take(row);
    noteInvalid(row, record, table, context);
  }
  kept.report(context.problems);
  reportCutRecords(table, records, context.problems);
  // A row of an export may have become several, or none.
  const rows = new Set(records.map(({ line }) => line)).size;
  count(context, `${rowsName(table)}.read`, rows);
  return rows - totals.length;
}

/** Keeps whose row it is in which something is wrong: what the others say is known. */
function noteInvalid(
  row: Row,
  record: CsvRecord,
  table: Table,
  { invalidRows, unattributed }: Findings,
): void {
  if (row.isValid()) return;
  const agent = row.about();
  const { kind } = table.match.reader;
  if (agent === undefined && kind !== 'agents') unattributed.add(kind);
  if (agent === undefined) return;
  const { file, line } = placeOf(record, table);
  invalidRows.set(rowKey(file, line), agent.index);
}

function isLeft(record: CsvRecord, { match }: Table): boolean {
  if (record.left !== undefined) return true;
  return record.headers === undefined && (isSummary(record, match) || isRemarkBelow(record));
}

/** Tells of rows of totals, which are left out. */
export function reportSummaries(table: Table, rows: number, findings: Findings): void {
  if (rows === 0) return;
  count(findings, `${rowsName(table)}.summary`, rows);
  findings.problems.report('summary-rows', { file: table.file }, { params: { rows } });
}

/**
 * As `eachRow`, for files whose rows have a `date`, which is undefined where it cannot be read. Those of other months are counted in a
 * warning; a file that has no row of the month is the wrong file.
 */
export async function eachRowOfMonth(
  table: Table,
  context: MonthContext,
  take: (row: Row, day: Day | undefined) => void,
): Promise<number | undefined> {
  const days: Day[] = [];
  const rows = await eachRow(table, context, (row) => {
    const day = row.day('date', 'required');
    if (day !== undefined) days.push(day);
    take(row, day);
    if (row.isValid() && day !== undefined && isInMonth(day, context.month)) {
      checkRepeated(row, table, context);
    }
  });
  const [first] = days.sort();
  const last = days.at(-1);
  if (rows === undefined || first === undefined || last === undefined) return rows;
  const inMonth = days.filter((day) => isInMonth(day, context.month)).length;
  const range = { rows: days.length, inMonth, first, last };
  checkDays(table, range, context);
  return rows;
}
