// One figure per metric and agent, of the rows that service reports have of the agent's accounts.

import { metricById } from '../../catalogue/metrics/metrics.js';
import { apart, type Decimal } from '../../lib/decimal.js';
import { groupBy } from '../../lib/group.js';
import { sameInAll, type Title } from '../../lib/language.js';
import { withoutShop, writtenAgent, writtenAgents } from '../../shop/roster.js';
import type { Agent } from '../../shop/shop.js';
import { listedTitles } from '../../words/lists.js';
import type { Problems } from '../../words/problem.js';
import type { ImportedMetric } from '../facts/month-facts.js';
import type { ExportPeriod } from '../files/export-period.js';
import type { Combined, ReportFigure } from '../files/reader.js';
import { headerName, headerPlace, type Table } from '../files/table.js';
import {
  type AccountFigures,
  combineAccounts,
  combineFigures,
  type NotCombined,
  totalOf,
} from './combine-accounts.js';

/** One row of a service report: what it says of one account of an agent. */
export interface AccountRow {
  readonly agent: Agent;
  /** As `accountKey` gives it. */
  readonly account: string;
  /** The days that it is about: those of the month in a report without dates. */
  readonly period: ExportPeriod;
  readonly table: Table;
  readonly line: number;
  /** What the report may give. */
  readonly known: readonly ReportFigure[];
  /** By column. */
  readonly figures: AccountFigures;
  /** What its cells without a figure say, such as 延迟统计, by column. */
  readonly missing: ReadonlyMap<string, string>;
}

/** A column without a figure of agents who have others in the file. */
interface Unimported {
  readonly table: Table;
  readonly column: string;
  readonly metric: Title;
  readonly agents: Agent[];
}

/** A figure that the reports of one tool give of an agent. */
interface ToolFigure {
  readonly figure: ReportFigure;
  readonly value: Decimal;
  /** What an average is over, of all accounts together; undefined where the reports do not say it. */
  readonly weight: Decimal | undefined;
  readonly rows: readonly AccountRow[];
  readonly imported: ImportedMetric;
}

/**
 * One figure per metric and agent. The files of one kind of report are taken as one: each shop exports its own.
 * What two tools say of different accounts of an agent is put together as well. An account that stands in two
 * files with other figures for the same days is a conflict.
 */
export function combineReports(
  rows: readonly AccountRow[],
  active: readonly Agent[],
  problems: Problems,
): readonly ImportedMetric[] {
  const into: ToolFigure[] = [];
  const unimported = new Map<string, Unimported>();
  const readerOf = ({ agent, table }: AccountRow) => `${agent.index} ${table.match.reader.name}`;
  for (const own of groupBy(rows, readerOf).values()) {
    // Files of which one may have the sums of another are not added up: metrics compares what each gives.
    for (const part of overlap(own) ? groupBy(own, ({ table }) => table).values() : [own]) {
      reportConflicts(part, problems);
      for (const figure of figuresOf(part)) {
        const telling = rowsFor(part, figure.column);
        const found = addFigure(telling, figure, problems, into);
        if (found === 'missing') noteMissing(telling, figure, active, unimported);
      }
    }
  }
  for (const { table, column, metric, agents } of unimported.values()) {
    const place = { ...headerPlace(table), column };
    const params = { column, metric, agents: writtenAgents(agents) };
    problems.report('figure-not-imported', place, { params });
  }
  return combineTools(into, problems);
}

/** Puts together what several tools give of one agent and metric, where no account may stand in two of them. */
function combineTools(
  figures: readonly ToolFigure[],
  problems: Problems,
): readonly ImportedMetric[] {
  const byMetric = groupBy(figures, ({ imported: { agent, metric } }) => `${agent} ${metric}`);
  return [...byMetric.values()].flatMap((same) => {
    const [first] = same;
    if (first === undefined || same.length < 2 || !areApart(same)) {
      return same.map(({ imported }) => imported);
    }
    const { figure } = first;
    const value = combineFigures(same, figure.combined);
    if (typeof value !== 'string') return [{ ...first.imported, value }];
    const table = tableWith(first.rows, figure.column) ?? first.rows[0]?.table;
    const rows = same.flatMap((each) => each.rows);
    reportNotCombined(value, rows, figure, table, problems);
    return [];
  });
}

/** Whether figures are of other tools and other accounts. */
function areApart(figures: readonly ToolFigure[]): boolean {
  const rows = figures.map((each) => each.rows);
  return rows.every((own, at) =>
    rows
      .slice(0, at)
      .flat()
      .every((other) => own.every((row) => isApart(row, other))),
  );
}

function isApart(one: AccountRow, other: AccountRow): boolean {
  const isOtherTool = one.table.match.reader.name !== other.table.match.reader.name;
  return isOtherTool && !mayBeSame(one.account, other.account);
}

/** Whether two files say something of one account for days that overlap and are not the same. */
function overlap(rows: readonly AccountRow[]): boolean {
  return rows.some((row, at) =>
    rows
      .slice(at + 1)
      .some(
        (other) =>
          other.table !== row.table &&
          keyOf(other) !== keyOf(row) &&
          mayBeSame(row.account, other.account) &&
          haveDaysInCommon(row.period, other.period),
      ),
  );
}

/** An account that one file writes with its shop and another without may be one. */
function mayBeSame(one: string, other: string): boolean {
  const [short, bare] = [withoutShop(one), withoutShop(other)];
  return one === other || short === other || bare === one;
}

function haveDaysInCommon(one: ExportPeriod, other: ExportPeriod): boolean {
  return one.first <= other.last && other.first <= one.last;
}

function keyOf({ account, period }: AccountRow): string {
  return JSON.stringify([account, period.first, period.last]);
}

/** Tells of accounts for which two files have other figures. */
function reportConflicts(rows: readonly AccountRow[], problems: Problems): void {
  for (const same of groupBy(rows, keyOf).values()) {
    for (const [at, { agent, table, line, figures }] of same.entries()) {
      for (const [column, value] of figures) {
        const first = same.slice(0, at).find((row) => row.figures.has(column));
        const before = first?.figures.get(column);
        if (first === undefined || before === undefined || before.eq(value)) continue;
        const place = { file: table.file, line, column: headerName(table, column) };
        const other = { file: first.table.file, line: first.line };
        const metric = titleOf(column, table);
        const params = { agent: agent.id, metric, ...apart(value, before), ...other };
        problems.report('import-conflict', place, { params });
      }
    }
  }
}

/** The rows that a column's figure is of: those of files that have it, and accounts that no such file has. */
function rowsFor(rows: readonly AccountRow[], column: string | undefined): readonly AccountRow[] {
  if (column === undefined) return rows;
  const having = rows.filter(({ table }) => table.match.positions.has(column));
  const keys = new Set(having.map(keyOf));
  return having.length === 0
    ? rows
    : rows.filter((row) => having.includes(row) || !keys.has(keyOf(row)));
}

/** What the rows say of each account; two rows of one are told as a conflict where they differ. */
function accountsOf(rows: readonly AccountRow[]): readonly AccountFigures[] {
  return [...groupBy(rows, keyOf).values()].map(
    (same) => new Map(same.toReversed().flatMap(({ figures }) => [...figures])),
  );
}

function titleOf(id: string, table: Table): Title {
  return metricById(id)?.title ?? sameInAll(headerName(table, id));
}

/** What the files may give together. */
function figuresOf(rows: readonly AccountRow[]): readonly ReportFigure[] {
  const figures = new Map<string, ReportFigure>();
  for (const table of groupBy(rows, (row) => row.table).values()) {
    for (const figure of table[0]?.known ?? []) figures.set(figure.metric, figure);
  }
  return [...figures.values()];
}

function tableWith(rows: readonly AccountRow[], column: string | undefined): Table | undefined {
  if (column === undefined) return undefined;
  return rows.find(({ table }) => table.match.positions.has(column))?.table;
}

function addFigure(
  rows: readonly AccountRow[],
  figure: ReportFigure,
  problems: Problems,
  into: ToolFigure[],
): 'missing' | undefined {
  const table = tableWith(rows, figure.column);
  const column = table && figure.column;
  const accounts = accountsOf(rows);
  const value = combineAccounts(accounts, column, figure.combined);
  if (value === undefined) return 'missing';
  if (typeof value === 'string') {
    reportNotCombined(value, rows, figure, table, problems);
    return undefined;
  }
  const row = rows.find((each) => column !== undefined && each.figures.has(column)) ?? rows[0];
  if (row === undefined) return undefined;
  const { agent, table: from, line } = row;
  const imported = { agent: agent.index, metric: figure.metric, value, file: from.file, line };
  const { combined } = figure;
  const weight = typeof combined === 'string' ? undefined : totalOf(accounts, combined.by);
  into.push({ figure, value, weight, rows, imported });
  return undefined;
}

const CODES = {
  'no-weight': 'accounts-without-weight',
  incomplete: 'accounts-incomplete',
  never: 'accounts-not-combined',
} as const satisfies Record<NotCombined, string>;

function reportNotCombined(
  why: NotCombined,
  rows: readonly AccountRow[],
  { column = '', combined }: ReportFigure,
  table: Table | undefined,
  problems: Problems,
): void {
  const [first] = rows;
  if (first === undefined || table === undefined) return;
  const header = headerName(table, column);
  const weights = typeof combined === 'string' ? [] : combined.by;
  const params = {
    agent: writtenAgent(first.agent),
    places: placesOf(rows),
    column: header,
    weight: titlesOf(weights, table),
  };
  problems.report(CODES[why], { ...headerPlace(table), column: header }, { params });
}

/** Where rows stand; files are named where they are several. */
function placesOf(rows: readonly AccountRow[]): Title {
  const files = [...groupBy(rows, ({ table }) => table).values()].map((group) => ({
    file: group[0]?.table.file ?? '',
    lines: group.map(({ line }) => line).join(', '),
  }));
  const [first] = files;
  if (files.length === 1 && first !== undefined) {
    return { zh: `第 ${first.lines} 行`, en: `lines ${first.lines}` };
  }
  return listedTitles(
    'sentences',
    files.map(({ file, lines }) => ({ zh: `${file} 第 ${lines} 行`, en: `${file} line ${lines}` })),
  );
}

/** The columns that an average is weighted by, as the format calls them. */
function titlesOf(ids: readonly string[], { match }: Table): Title {
  const titles = ids.map((id) => match.reader.columns.find((column) => column.id === id)?.zh ?? id);
  return sameInAll(titles.join(' + '));
}

/**
 * Notes that a column has no figure of an agent at work, such as 延迟统计: beside the imported figures there
 * would stand one that `kpi` counts, and nobody would know.
 */
function noteMissing(
  rows: readonly AccountRow[],
  { metric: id, column: columnId, combined }: ReportFigure,
  active: readonly Agent[],
  unimported: Map<string, Unimported>,
): void {
  const table = tableWith(rows, columnId);
  const metric = metricById(id);
  const agent = rows[0]?.agent;
  if (table === undefined || columnId === undefined || agent === undefined) return;
  const isAtWork = rows.some(({ figures }) =>
    [...figures.values()].some((value) => !value.isZero()),
  );
  const isMissing =
    rows.every(({ missing }) => missing.has(columnId)) &&
    rows.some((row) => isUnsaid(row, columnId, combined));
  const isCounted = metric !== undefined && metric.needs.length > 0;
  if (!isMissing || !isCounted || !isAtWork || !active.includes(agent)) return;
  const column = headerName(table, columnId);
  const key = JSON.stringify([table.file, id]);
  const noted = unimported.get(key) ?? { table, column, metric: metric.title, agents: [] };
  noted.agents.push(agent);
  unimported.set(key, noted);
}

/** Whether a figure is not said. A dash says that there is nothing to divide by, unless there is. */
function isUnsaid({ missing, figures }: AccountRow, column: string, combined: Combined): boolean {
  const by = typeof combined === 'string' ? [] : combined.by;
  const isDash = /^[-—–/%％分秒]*$/.test(missing.get(column)?.trim() ?? '');
  return !isDash || by.some((id) => figures.get(id)?.gt(0));
}
