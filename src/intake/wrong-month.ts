import { dayOf } from '../lib/month.js';
import { count, type MonthContext, type Range } from './month-context.js';
import { headerPlace, type Table } from './table.js';

/** A file that has rows, none of them in the month, is the wrong file. */
export function checkMonth(table: Table, range: Range, context: MonthContext): void {
  const { rows, inMonth, first, last } = range;
  if (rows === 0) {
    context.problems.report('empty-file', headerPlace(table));
    return;
  }
  context.ranges.set(table.file, range);
  if (inMonth > 0) return;
  const params = { month: context.month, first, last };
  context.problems.report('wrong-month', { file: table.file }, { params });
}

/** Rows outside the month that no window looks back on are left out, and counted. */
export function reportOutside(table: Table, range: Range, context: MonthContext): void {
  const rows = range.rows - range.inMonth;
  if (rows === 0 || range.inMonth === 0) return;
  count(context, `${table.match.reader.kind}.outside-month`, rows);
  const params = { rows, month: context.month };
  context.problems.report('outside-month', { file: table.file }, { params });
}

/** The calendar day of a moment of the wall clock. */
export function dayAt(seconds: number): string {
  return dayOf(Math.floor(seconds / 86_400));
}
