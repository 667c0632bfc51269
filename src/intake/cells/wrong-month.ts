import type { Row as EngineRow } from '../../lib/engine.js';
import { addMonths, dayNumber, dayOf, firstDay } from '../../lib/month.js';
import { count, type MonthContext, type Range } from '../facts/month-context.js';
import { headerPlace, type Table } from '../files/table.js';

/** Keeps which time a file is about, also of one with wrong rows. */
export function noteRange({ file }: Table, range: Range, { ranges }: MonthContext): void {
  if (range.first !== '') ranges.set(file, range);
}

/** A file that has rows, none of them in the month, is the wrong file. */
export function checkMonth(table: Table, range: Range, context: MonthContext): void {
  const { rows, inMonth, first, last } = range;
  if (rows === 0) {
    context.problems.report('empty-file', headerPlace(table));
    return;
  }
  const params = { month: context.month, first, last };
  if (inMonth === 0) {
    context.problems.report('wrong-month', { file: table.file }, { params });
  } else if (isMostlyOutside(table, range, context)) {
    const mostly = { ...params, rows, inMonth };
    context.problems.report('mostly-outside-month', { file: table.file }, { params: mostly });
  }
}

/** A smaller share of rows of the month is what is left over at the edge of another month's export. */
const SHARE_IN_MONTH = 0.05;

/**
 * True for chats or orders that hardly touch the month and reach further than what may be looked back on or
 * ahead to: orders by `aftersales_days`, chats by `window`. An export that covers the whole month and more
 * is no mistake.
 */
function isMostlyOutside(table: Table, range: Range, { month, settings }: MonthContext): boolean {
  const days = {
    orders: settings.aftersalesDays,
    chats: Math.ceil(settings.window / 86_400),
  }[table.match.reader.kind as string];
  if (days === undefined || range.inMonth >= range.rows * SHARE_IN_MONTH) return false;
  const [start, end] = [firstDay(month), firstDay(addMonths(month, 1))].map(dayNumber);
  if (start === undefined || end === undefined) return false;
  const coversMonth = range.first < dayOf(start) && range.last >= dayOf(end);
  return !coversMonth && (range.first < dayOf(start - days) || range.last >= dayOf(end + days));
}

/** Rows outside the month that no window looks back on are left out, and counted. */
export function reportOutside(table: Table, range: Range, context: MonthContext): void {
  const rows = range.rows - range.inMonth;
  if (rows === 0 || range.inMonth === 0) return;
  count(context, `${table.match.reader.kind}.outside-month`, rows);
  const params = { rows, month: context.month };
  context.problems.report('outside-month', { file: table.file }, { params });
}

/**
 * The range that the engine has found in `rows`, `in_month`, `first` and `last` (seconds, as text); days are
 * empty where no row has a time.
 */
export function rangeOf(found: EngineRow): Range {
  const day = (seconds: EngineRow[string] | undefined) =>
    typeof seconds === 'string' ? dayOf(Math.floor(Number(seconds) / 86_400)) : '';
  return {
    rows: Number(found.rows),
    inMonth: Number(found.in_month),
    first: day(found.first),
    last: day(found.last),
  };
}
