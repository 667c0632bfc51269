import type { MetricValue } from '../../catalogue/figure.js';
import { KEY_METRICS } from '../../catalogue/key-metrics.js';
import { displayUnit } from '../../catalogue/metric.js';
import { metricById } from '../../catalogue/metrics/metrics.js';
import { type Decimal, plain } from '../../lib/decimal.js';
import type { Title } from '../../lib/language.js';
import { addMonths, type Month } from '../../lib/month.js';
import type { DisplayUnit } from '../../rulebook/values/value.js';
import { title } from '../../words/text.js';
import type { FormatName } from '../formats/formats.js';
import { rounded } from '../month/metrics-json.js';
import { PAY_SUM_COLUMNS, type PaySums } from '../month/pay-columns.js';
import { tableFigure } from '../report/figure-text.js';
import {
  columnOf,
  columnsOfPart,
  optionalColumn,
  type ReportColumn,
  type View,
} from '../report/report-columns.js';
import { DECIMAL } from '../report/shapes.js';

/** How a table over months is to be worded; `readable` for people rather than programs. */
export interface MonthsView extends View {
  readonly readable: boolean;
}

/** Whether a format shows figures to people, so that their units may be part of their text. */
export function isReadable(format: FormatName): boolean {
  return format !== 'csv' && format !== 'xlsx';
}

/** A figure that is followed over months, of whatever row. */
export interface Followed<Row> {
  readonly id: string;
  readonly heading: Title;
  readonly kind: 'points' | 'metric' | 'money';
  readonly unit: DisplayUnit;
  readonly of: (row: Row) => Decimal | undefined;
}

/** Where a row has its figures. */
export interface Figures<Row> {
  readonly score: (row: Row) => Decimal | undefined;
  readonly rank: (row: Row) => Decimal | undefined;
  readonly metrics: (row: Row) => ReadonlyMap<string, MetricValue>;
  readonly pay: (row: Row) => PaySums;
  /** What is left after insurance and tax; undefined where a shop did without. */
  readonly net: (row: Row) => Decimal | undefined;
}

/** Score, rank, the key metrics that any row has, and pay. */
export function followedFigures<Row>(
  rows: readonly Row[],
  figures: Figures<Row>,
): readonly Followed<Row>[] {
  const points = (['score', 'rank'] as const).map((id): Followed<Row> => {
    const heading = title(`table.${id}`);
    return { id, heading, kind: 'points', unit: undefined, of: figures[id] };
  });
  const metrics = KEY_METRICS.flatMap((id): readonly Followed<Row>[] => {
    const metric = metricById(id);
    const of = (row: Row) => knownValue(figures.metrics(row).get(id));
    if (metric === undefined || !rows.some((row) => of(row) !== undefined)) return [];
    return [{ id, heading: metric.title, kind: 'metric', unit: displayUnit(metric), of }];
  });
  const isTaxed = rows.some((row) => figures.net(row) !== undefined);
  const pay = (['gross', 'deductions', 'payable'] as const).map((id): Followed<Row> => {
    const heading = title(isTaxed && id === 'payable' ? 'table.before_tax' : `table.${id}`);
    return { id, heading, kind: 'money', unit: 'yuan', of: (row) => figures.pay(row)[id] };
  });
  const net: Followed<Row> = {
    id: 'net',
    heading: title('table.net'),
    kind: 'money',
    unit: 'yuan',
    of: figures.net,
  };
  return [...points, ...metrics, ...pay, ...(isTaxed ? [net] : [])];
}

function knownValue(figure: MetricValue | undefined): Decimal | undefined {
  return figure?.state === 'known' ? figure.value : undefined;
}

/**
 * The column of a figure: for programs the number itself, for people in the unit in which they read it.
 * Records have more than what is followed, and their pay from `payRecord`.
 */
export function followedColumn<Row>(
  { id, heading, kind, unit, of }: Followed<Row>,
  readable: boolean,
): ReportColumn<Row> {
  const isMoney = kind === 'money';
  return columnOf(
    {
      id,
      heading,
      align: 'right',
      ...(isMoney && { money: true }),
      ...(unit === 'ratio' && { percent: true }),
    },
    (row) => {
      const value = of(row);
      if (value === undefined) return undefined;
      return kind === 'metric' && readable ? tableFigure(value, unit) : rounded(value);
    },
    { json: 'none' },
  );
}

/** The pay of a row in records. */
export function payRecord<Row>({ pay, net }: Figures<Row>): readonly ReportColumn<Row>[] {
  return [
    ...columnsOfPart(PAY_SUM_COLUMNS, pay).map(({ json }) => (json === undefined ? {} : { json })),
    optionalColumn('net', DECIMAL, net),
  ];
}

/** As a cell of `followedColumn` for people, where only text can stand. */
export function figureWords<Row>({ kind, unit, of }: Followed<Row>, row: Row): string {
  const value = of(row);
  if (value === undefined) return '';
  return kind === 'metric' ? tableFigure(value, unit) : plain(value, 2);
}

/** `2026-01..2026-03 2026-05`: months in ranges of those that follow each other. */
export function monthsText(months: readonly Month[]): string {
  const ranges: [Month, Month][] = [];
  for (const month of months) {
    const last = ranges.at(-1);
    if (last !== undefined && addMonths(last[1], 1) === month) last[1] = month;
    else ranges.push([month, month]);
  }
  return ranges.map(([from, to]) => (from === to ? from : `${from}..${to}`)).join(' ');
}
