import { metricById } from '../../catalogue/metrics/metrics.js';
import type { Decimal } from '../../lib/decimal.js';
import type { CustomMetric } from '../../shop/config.js';
import { accountKey, type Days, daysOfMonth, writtenAgents } from '../../shop/roster.js';
import type { Agent } from '../../shop/shop.js';
import { faultOfCount, faultOfDuration } from '../cells/cell-faults.js';
import { eachRow } from '../cells/each-row.js';
import type { Row } from '../cells/row.js';
import { shownCell } from '../cells/shown-cell.js';
import { reportAccounts } from '../cells/unknown-accounts.js';
import { checkDays } from '../cells/wrong-month.js';
import type { MonthContext } from '../facts/month-context.js';
import { checkPeriod, type ExportPeriod } from '../files/export-period.js';
import type { ColumnMeasure, Report, ReportFigure } from '../files/reader.js';
import { headerName, type Table } from '../files/table.js';
import type { AccountRow } from './combine-reports.js';
import { reportFigure } from './report-cells.js';
import { checkReport, periodOfCell, touchesMonth } from './report-period.js';

/** A column of the file that is read. */
interface FigureColumn {
  readonly id: string;
  readonly measure: ColumnMeasure;
  /** What the header has in brackets. */
  readonly unit: string | undefined;
}

interface Reading {
  readonly table: Table;
  readonly report: Report;
  readonly context: MonthContext;
  readonly columns: readonly FigureColumn[];
  readonly figures: readonly ReportFigure[];
  /** The rows of agents of the roster. */
  readonly into: AccountRow[];
  /** Where each account stands, by account and date. */
  readonly seen: Map<string, number>;
  /** Rows of accounts that no agent has, by account. */
  readonly unknown: Map<string, number>;
  /** Cells without a unit, by column: the first, and how many. */
  readonly unclear: Map<string, { readonly line: number; readonly cell: string; rows: number }>;
  readonly periods: ExportPeriod[];
}

/** Reads the rows of a service report into `into`, one per account and date. Gives the number of its rows. */
export async function readReport(
  table: Table,
  report: Report,
  context: MonthContext,
  into: AccountRow[],
): Promise<number | undefined> {
  const custom = customColumns(table, context.shop.config.customMetrics);
  const positions = new Map([...table.match.positions, ...custom.keys()]);
  const withCustom: Table = { ...table, match: { ...table.match, positions } };
  const figures = [...report.figures, ...[...custom.values()].map(customFigure)];
  const reading: Reading = {
    table: withCustom,
    report,
    context,
    figures,
    columns: columnsOf(withCustom, figures),
    into,
    seen: new Map(),
    unknown: new Map(),
    unclear: new Map(),
    periods: [],
  };
  const withOrders = reading.columns.some(({ id }) => metricById(id)?.needs.includes('orders'));
  checkReport(table, withOrders ? context.settings.attribution : undefined, context);
  const read = await eachRow(withCustom, context, (row) => takeRow(row, reading));
  reportDates(reading);
  reportUnknown(reading);
  reportUnclear(reading);
  return read;
}

/** Columns that are the shop's own metrics, by their place under their id. */
function customColumns(
  { match }: Table,
  metrics: readonly CustomMetric[],
): ReadonlyMap<readonly [string, number], CustomMetric> {
  const taken = new Set(match.positions.values());
  const columns = new Map<readonly [string, number], CustomMetric>();
  for (const metric of metrics) {
    const at = match.header.written.findIndex(
      (written, place) => !taken.has(place) && (written === metric.title || written === metric.id),
    );
    if (at !== -1) columns.set([metric.id, at], metric);
  }
  return columns;
}

/** What can be added up over accounts; the others have nothing that they are weighted by. */
const ADDED: ReadonlySet<string> = new Set(['count', 'persons', 'person_days', 'yuan', 'points']);

function customFigure({ id, unit }: CustomMetric): ReportFigure {
  const measures: Readonly<Record<string, ColumnMeasure>> = {
    yuan: 'money',
    seconds: 'duration',
    ratio: 'share',
  };
  const measure = measures[unit] ?? 'count';
  return { metric: id, column: id, measure, combined: ADDED.has(unit) ? 'sum' : 'never' };
}

/** The columns that the file has: those of metrics, and those that averages are weighted by. */
function columnsOf(
  { match: { header, positions } }: Table,
  figures: readonly ReportFigure[],
): readonly FigureColumn[] {
  const measures = new Map<string, ColumnMeasure>();
  for (const { combined } of figures) {
    if (typeof combined === 'string') continue;
    for (const id of [...combined.by, ...(combined.of ?? [])]) measures.set(id, 'count');
  }
  for (const { column, measure } of figures)
    if (column !== undefined) measures.set(column, measure);
  const inOrder = [...positions].sort(([, one], [, other]) => one - other);
  return inOrder.flatMap(([id, at]) => {
    const measure = measures.get(id);
    return measure === undefined ? [] : [{ id, measure, unit: header.units[at] }];
  });
}

function takeRow(row: Row, reading: Reading): void {
  if (isNote(row, reading)) return;
  const figures = figuresOf(row, reading);
  const account = row.id('agent', 'required');
  const days = daysOfRow(row, reading);
  if (account === undefined || days === undefined) return;
  const agent = agentOf(row, account, days, reading);
  if (agent === undefined) return;
  const key = JSON.stringify([accountKey(account), row.text('date') ?? '']);
  const before = reading.seen.get(key);
  if (before !== undefined) {
    row.report('account-repeated', 'agent', { account: shownCell(account), line: before });
    return;
  }
  reading.seen.set(key, row.line);
  const empty = reading.columns.filter(({ id }) => row.text(id) === undefined);
  const missing = new Map(empty.map(({ id }) => [id, row.verbatim(id)]));
  const { table, figures: known } = reading;
  const { line } = row;
  reading.into.push({
    agent,
    account: accountKey(account),
    period: days,
    table,
    line,
    known,
    figures,
    missing,
  });
}

/** Remarks below the header name nobody and have no number. */
function isNote(row: Row, { columns }: Reading): boolean {
  if (row.text('agent') !== undefined) return false;
  return columns.every(({ id }) => !/\d/.test(row.text(id) ?? ''));
}

function figuresOf(row: Row, { columns, report, unclear }: Reading): Map<string, Decimal> {
  const figures = new Map<string, Decimal>();
  for (const { id, measure, unit } of columns) {
    const text = row.text(id);
    if (text === undefined) continue;
    const value = reportFigure(text, measure, unit, report);
    if (value === 'bad')
      row.report(measure === 'duration' ? faultOfDuration(text) : faultOfCount(text), id);
    else if (value === 'above-one') row.report('share-above-one', id);
    else if (value === 'unclear') {
      const first = unclear.get(id) ?? { line: row.line, cell: shownCell(text), rows: 0 };
      first.rows += 1;
      unclear.set(id, first);
    } else figures.set(id, value);
  }
  return figures;
}

/** Whose account it is; accounts of robots and of former agents are counted. */
function agentOf(row: Row, account: string, days: Days, { unknown }: Reading): Agent | undefined {
  for (const name of [account, row.id('nick')]) {
    const found = name === undefined ? undefined : row.resolve(name, 'agent', days);
    if (found !== undefined && 'agent' in found) return found.agent;
    if (found?.problem === 'ambiguous') {
      const agents = writtenAgents(found.agents);
      row.report('ambiguous-agent', 'agent', { agent: shownCell(account), agents });
      return undefined;
    }
  }
  unknown.set(account, (unknown.get(account) ?? 0) + 1);
  return undefined;
}

/** The days that a row is about, if some are of the month; a report without dates is taken to be about all. */
function daysOfRow(row: Row, { table, periods, context }: Reading): Days | undefined {
  if (!table.match.positions.has('date')) return daysOfMonth(context.month);
  const text = row.text('date', 'required');
  const period = text === undefined ? undefined : periodOfCell(text);
  if (text !== undefined && period === undefined) row.report('bad-date', 'date');
  if (period === undefined) return undefined;
  periods.push(period);
  return touchesMonth(period, context.month) ? period : undefined;
}

function reportDates({ table, periods, context }: Reading): void {
  const [one] = periods;
  const [first] = periods.map((period) => period.first).sort();
  const last = periods
    .map((period) => period.last)
    .sort()
    .at(-1);
  if (one === undefined || first === undefined || last === undefined) return;
  const isOne = one.first !== one.last && first === one.first && last === one.last;
  if (isOne && touchesMonth(one, context.month)) {
    checkPeriod(table, context, one);
    return;
  }
  const inMonth = periods.filter((period) => touchesMonth(period, context.month)).length;
  const range = { rows: periods.length, inMonth, first, last };
  checkDays(table, range, context);
}

function reportUnknown({ table, unknown, context }: Reading): void {
  const accounts = [...unknown].map(([account, rows]) => ({ account, rows }));
  reportAccounts(table, accounts, context.roster, context);
}

function reportUnclear({ table, columns, unclear, context }: Reading): void {
  for (const [id, { line, cell, rows }] of unclear) {
    const column = headerName(table, id);
    const isShare = columns.find((each) => each.id === id)?.measure === 'share';
    const params = { column, cell, rows, units: isShare ? SHARE_UNITS : TIME_UNITS };
    context.problems.report('unclear-unit', { file: table.file, line, column }, { cell, params });
  }
}

const SHARE_UNITS = { zh: '“(%)”或“(小数)”', en: '(%) or (小数)' };
const TIME_UNITS = { zh: '“(秒)”或“(分钟)”', en: '(秒) or (分钟)' };
