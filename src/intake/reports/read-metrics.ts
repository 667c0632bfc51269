import { METRICS } from '../../catalogue/metrics/metrics.js';
import { mayBePercent } from '../../catalogue/units.js';
import { type Decimal, ONE } from '../../lib/decimal.js';
import type { Groups } from '../../lib/group.js';
import { sameInAll } from '../../lib/language.js';
import type { CustomMetric } from '../../shop/config.js';
import { type Nameable, nearNames, wrongName } from '../../words/known-names.js';
import { listedTitles } from '../../words/lists.js';
import { isBeyondRange } from '../cells/beyond-range.js';
import { faultOfDuration } from '../cells/cell-faults.js';
import { parseExact, parseLongDuration, parseLongNumber, parseRatio } from '../cells/cells.js';
import { eachRow } from '../cells/each-row.js';
import type { Row } from '../cells/row.js';
import { shownCell } from '../cells/shown-cell.js';
import type { MonthContext } from '../facts/month-context.js';
import type { ImportedMetric } from '../facts/month-facts.js';
import { headerPlace, type Table } from '../files/table.js';
import type { AccountRow } from './combine-reports.js';
import { metricColumns, metricNamed, type NamedMetric, titleOf } from './metric-columns.js';
import { notePercent, type PercentCell, reportFractions } from './percent-columns.js';
import { readReport } from './read-report.js';

/** Stands for the shop itself. */
const SHOP = '*';

/**
 * Reads the figures of one file of imported metrics into `into`; the rows of a service report, which say
 * something of accounts, into `reported`. Gives the number of its rows.
 */
export async function readMetrics(
  table: Table,
  context: MonthContext,
  into: ImportedMetric[],
  reported: AccountRow[],
): Promise<number | undefined> {
  const { layout, report } = table.match.reader;
  if (report !== undefined) return readReport(table, report, context, reported);
  return layout === 'metrics_long'
    ? readLong(table, context, into)
    : readWide(table, context, into);
}

async function readLong(table: Table, context: MonthContext, into: ImportedMetric[]) {
  const custom = context.shop.config.customMetrics;
  return eachRow(table, context, (row) => {
    const agent = ownerOf(row);
    const written = row.text('metric', 'required');
    const metric = written === undefined ? undefined : metricNamed(written, custom);
    if (written !== undefined && metric === undefined) reportUnknown(row, written, custom);
    const value = metric && figureOf(row, 'value', metric);
    if (agent === undefined || metric === undefined || value === undefined) return;
    into.push(imported(agent, metric, value, table, row));
  });
}

async function readWide(table: Table, context: MonthContext, into: ImportedMetric[]) {
  const columns = metricColumns(table, context.shop.config.customMetrics, context.problems);
  if (columns.length === 0) {
    reportNoMetric(table, context);
    return undefined;
  }
  // Each metric's column is read under its id, as if the layout had it.
  const positions = new Map([
    ...table.match.positions,
    ...columns.map(({ metric, at }) => [metric.id, at] as const),
  ]);
  const wide: Table = { ...table, match: { ...table.match, positions } };
  const percents = columns.filter(({ factor }) => !factor.equals(ONE));
  const seen: Groups<string, PercentCell> = new Map();
  const read = await eachRow(wide, context, (row) => {
    for (const { metric } of percents) notePercent(row, metric.id, seen);
    const agent = ownerOf(row);
    for (const { metric, factor } of columns) {
      const value = figureOf(row, metric.id, metric, factor);
      if (agent === undefined || value === undefined) continue;
      into.push(imported(agent, metric, value, table, row));
    }
  });
  for (const [column, cells] of seen) reportFractions(column, cells);
  return read;
}

/** Says which columns there are, and the names of metrics nearest to the one that comes near to any. */
function reportNoMetric(table: Table, { shop, problems }: MonthContext): void {
  const { header, positions } = table.match;
  const written = header.written.filter((name, at) => name !== '' && at !== positions.get('agent'));
  const all = written.map((name) => nearNames(name, metricNames(shop.config.customMetrics)));
  const near = all.find(({ meant }) => meant !== undefined) ?? all[0];
  const columns = listedTitles(
    'names',
    written.map((name) => sameInAll(shownCell(name))),
  );
  const params = { columns, known: near?.known ?? '' };
  problems.report('no-metric-column', headerPlace(table), { params });
}

function reportUnknown(row: Row, written: string, custom: readonly CustomMetric[]): void {
  const { code, params } = wrongName('metric', nearNames(written, metricNames(custom)));
  row.report(code, 'metric', { metric: shownCell(written), ...params });
}

function metricNames(custom: readonly CustomMetric[]): readonly Nameable[] {
  return [...custom.map(({ id, title }) => ({ id, title: sameInAll(title) })), ...METRICS];
}

type Owner = { readonly agent: number | undefined };

function ownerOf(row: Row): Owner | undefined {
  if (row.text('agent') === SHOP) return { agent: undefined };
  const agent = row.agent('agent');
  return agent === undefined ? undefined : { agent: agent.index };
}

/**
 * The figure of a cell, reported when it is none or cannot be so. However many decimals it has, all of them
 * count: a quotient that another tool has computed ends nowhere. `factor`: see MetricColumn.
 */
function figureOf(
  row: Row,
  column: string,
  metric: NamedMetric,
  factor = ONE,
): Decimal | undefined {
  const text = row.text(column);
  if (text === undefined) return undefined;
  const value = parseFigure(text, metric, factor);
  if (value === undefined) {
    row.report(metric.unit === 'seconds' ? faultOfDuration(text) : 'bad-number', column);
    return undefined;
  }
  return isBeyondRange(row, column, value, { ...metric, title: titleOf(metric) })
    ? undefined
    : value;
}

/** A figure by the unit of its metric. A ratio is a fraction, unless its `%`, or that of the header, says percent. */
function parseFigure(text: string, { unit }: NamedMetric, factor: Decimal): Decimal | undefined {
  if (unit === 'seconds') return parseExact(text)?.times(factor) ?? parseLongDuration(text);
  if (/[%％]/.test(text)) return mayBePercent(unit) ? parseRatio(text) : undefined;
  return (parseRatio(text) ?? parseLongNumber(text))?.times(factor);
}

function imported(
  { agent }: Owner,
  { id }: NamedMetric,
  value: Decimal,
  table: Table,
  { line }: Row,
): ImportedMetric {
  return { agent, metric: id, value, file: table.file, line };
}
