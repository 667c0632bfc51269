import type { MetricValue } from '../../catalogue/figure.js';
import { KEY_METRICS } from '../../catalogue/key-metrics.js';
import { displayUnit } from '../../catalogue/metric.js';
import { metricById } from '../../catalogue/metrics/metrics.js';
import { type Decimal, plain } from '../../lib/decimal.js';
import type { Language } from '../../lib/language.js';
import { addMonths, type Month } from '../../lib/month.js';
import type { DisplayUnit } from '../../rulebook/values/value.js';
import { text } from '../../words/text.js';
import { moneyColumn, numberColumn } from '../formats/columns.js';
import { tableFigure } from '../formats/figures.js';
import { rounded } from '../month/metrics-json.js';
import type { Cell, TableColumn } from '../tables/table.js';

/** A figure that is followed over months, of whatever row. */
export interface Followed<Row> {
  readonly column: TableColumn;
  readonly kind: 'points' | 'metric' | 'money';
  readonly unit: DisplayUnit;
  readonly of: (row: Row) => Decimal | undefined;
}

/** Where a row has its figures. */
export interface Figures<Row> {
  readonly score: (row: Row) => Decimal | undefined;
  readonly rank: (row: Row) => Decimal | undefined;
  readonly metrics: (row: Row) => ReadonlyMap<string, MetricValue>;
  readonly pay: (row: Row) => Readonly<Record<Pay, Decimal>>;
}

type Pay = (typeof PAY)[number];
const PAY = ['gross', 'deductions', 'payable'] as const;

/** Score, rank, the key metrics that any row has, and pay. */
export function followedFigures<Row>(
  rows: readonly Row[],
  figures: Figures<Row>,
  language: Language,
  headingOf: (metric: string, title: string) => string = (_, title) => title,
): readonly Followed<Row>[] {
  const points = (['score', 'rank'] as const).map((id): Followed<Row> => {
    return { column: numberColumn(id, language), kind: 'points', unit: undefined, of: figures[id] };
  });
  const metrics = KEY_METRICS.flatMap((id): readonly Followed<Row>[] => {
    const metric = metricById(id);
    const of = (row: Row) => knownValue(figures.metrics(row).get(id));
    if (metric === undefined || !rows.some((row) => of(row) !== undefined)) return [];
    const heading = headingOf(id, metric.title[language]);
    return [
      { column: { id, heading, align: 'right' }, kind: 'metric', unit: displayUnit(metric), of },
    ];
  });
  const pay = PAY.map((id): Followed<Row> => {
    const column = moneyColumn(id, text(language, `table.${id}`));
    return { column, kind: 'money', unit: 'yuan', of: (row) => figures.pay(row)[id] };
  });
  return [...points, ...metrics, ...pay];
}

function knownValue(figure: MetricValue | undefined): Decimal | undefined {
  return figure?.state === 'known' ? figure.value : undefined;
}

/** A figure as a cell: for programs the number itself, for people in the unit in which they read it. */
export function figureCell<Row>(
  { kind, unit, of }: Followed<Row>,
  row: Row,
  readable: boolean,
): Cell {
  const value = of(row);
  if (value === undefined) return undefined;
  if (kind === 'metric' && readable) return tableFigure(value, unit);
  return rounded(value);
}

/** As `figureCell`, where only text can stand. */
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
