import { addMonths, dayNumber, dayOf, firstDay, type Month } from '../../lib/month.js';
import { count, type Findings, type Range } from '../facts/month-context.js';
import { headerPlace, type Table } from '../files/table.js';

/** Keeps which time a file is about, also of one with wrong rows. */
export function noteRange({ file }: Table, range: Range, { ranges }: Findings): void {
  if (range.first !== '') ranges.set(file, range);
}

/**
 * A file that has rows, none of them in the month, is the wrong file. `reach`: how many days before and after
 * the month rows are looked at, of files that hold more than the month.
 */
export function checkMonth(
  table: Table,
  range: Range,
  { month, problems }: Findings,
  reach?: number,
): void {
  const { rows, inMonth, first, last } = range;
  if (rows === 0) {
    problems.report('empty-file', headerPlace(table));
    return;
  }
  const params = { month, first, last };
  if (inMonth === 0) {
    problems.report('wrong-month', { file: table.file }, { params });
  } else if (reach !== undefined && isMostlyOutside(range, month, reach)) {
    const mostly = { ...params, rows, inMonth };
    problems.report('mostly-outside-month', { file: table.file }, { params: mostly });
  }
}

/** A smaller share of rows of the month is what is left over at the edge of another month's export. */
const SHARE_IN_MONTH = 0.05;

/**
 * True for rows that hardly touch the month and reach further than what may be looked back on or ahead to. An
 * export that covers the whole month and more is no mistake.
 */
function isMostlyOutside({ rows, inMonth, first, last }: Range, month: Month, reach: number) {
  if (inMonth >= rows * SHARE_IN_MONTH) return false;
  const [start, end] = [dayNumber(firstDay(month)), dayNumber(firstDay(addMonths(month, 1)))];
  const coversMonth = first < dayOf(start) && last >= dayOf(end);
  return !coversMonth && (first < dayOf(start - reach) || last >= dayOf(end + reach));
}

/** Holds the days of a file whose rows of other months are left out against the month. */
export function checkDays(table: Table, range: Range, findings: Findings): void {
  noteRange(table, range, findings);
  checkMonth(table, range, findings);
  reportOutside(table, range, findings);
}

/** Rows outside the month that no window looks back on are left out, and counted. */
function reportOutside(table: Table, range: Range, findings: Findings): void {
  const rows = range.rows - range.inMonth;
  if (rows === 0 || range.inMonth === 0) return;
  count(findings, `${table.match.reader.kind}.outside-month`, rows);
  const params = { rows, month: findings.month };
  findings.problems.report('outside-month', { file: table.file }, { params });
}

/** Rows whose first and last moment are in seconds; NaN where no row has a time. */
export type RowsInTime = Readonly<Record<keyof Range, number>>;

/** The same in days, which are empty where no row has a time. */
export function rangeOf({ rows, inMonth, first, last }: RowsInTime): Range {
  const day = (seconds: number) =>
    Number.isNaN(seconds) ? '' : dayOf(Math.floor(seconds / 86_400));
  return { rows, inMonth, first: day(first), last: day(last) };
}
