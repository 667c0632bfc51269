import type { MetricValue } from '../../catalogue/figure.js';
import { type Decimal, decimal, plain } from '../../lib/decimal.js';
import { type Language, sameInAll, type Title } from '../../lib/language.js';
import type { AgentMonth, MonthMetrics, Rating } from '../../metrics/month-metrics.js';
import type { MeasuredMonth } from '../../payroll/run.js';
import type { Agent } from '../../shop/shop.js';
import { problemsColumn } from '../problems/problem-table.js';
import { jsonColumn, listColumn, type ReportColumn, textColumn } from '../report/report-columns.js';
import {
  byAnyKey,
  DECIMAL,
  eitherOf,
  type Held,
  listOf,
  orNull,
  plainRecord,
  STRING,
} from '../report/shapes.js';
import { absenceText } from './absence.js';
import { type Edition, INPUTS, MONTH_HEAD, ROWS } from './document.js';
import { SETTINGS } from './settings-json.js';

/** Decimals of quotients, which would have no end. */
const PLACES = 12;

type Figures = ReadonlyMap<string, MetricValue>;

/** Figures by metric id; one that is not there is null. */
export const FIGURES = byAnyKey(orNull(DECIMAL));

const GRADES_TOO = byAnyKey(orNull(eitherOf(DECIMAL, STRING)));

const PARTS = plainRecord({ numerator: DECIMAL, denominator: DECIMAL });

interface MetricsData {
  readonly month: MeasuredMonth;
  /** Those that are shown. */
  readonly agents: readonly Agent[];
  readonly edition: Edition;
}

/** Whose figures they are: an agent's, or the shop's. */
export interface Owner extends Pick<AgentMonth, 'metrics' | 'ratings'> {
  readonly id: string;
  readonly name: Title;
}

/** An agent with the figures of the month. */
export function ownerOf({ id, name }: Agent, metrics: MonthMetrics | undefined): Owner {
  const own = metrics?.agents.get(id);
  const figures = { metrics: own?.metrics ?? new Map(), ratings: own?.ratings ?? new Map() };
  return { id, name: sameInAll(name), ...figures };
}

/** Whose figures they are, in records with all of them; a table has a column for each of these. */
export const OWNER_COLUMNS: readonly ReportColumn<Owner>[] = [
  textColumn('id', ({ id }) => id, { always: true }),
  textColumn('name', ({ name }) => name, { always: true }),
  jsonColumn('metrics', GRADES_TOO, ({ metrics, ratings }) => ({
    ...figuresJson(metrics),
    ...ratingsJson(ratings),
  })),
  jsonColumn('missing', byAnyKey(STRING), ({ metrics }, language) =>
    missingJson(metrics, language),
  ),
  jsonColumn('parts', byAnyKey(PARTS), ({ metrics }) => partsJson(metrics)),
  jsonColumn('provisional', listOf(STRING), ({ metrics }) => provisionalIds(metrics)),
];

/** The figures of a document. */
export function figuresJson(figures: Figures): Record<string, Decimal | null> {
  return Object.fromEntries(
    [...figures].map(([id, figure]) => [
      id,
      figure.state === 'known' ? rounded(figure.value) : null,
    ]),
  );
}

/** Ratings by `rating.ITEM`: a grade's id, or the mean of the numbers. */
function ratingsJson(ratings: ReadonlyMap<string, Rating>): Record<string, Decimal | string> {
  return Object.fromEntries(
    [...ratings].map(([item, rating]) => [
      `rating.${item}`,
      rating.kind === 'grade' ? rating.grade : rounded(rating.mean),
    ]),
  );
}

function missingJson(figures: Figures, language: Language): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...figures].flatMap(([id, figure]) =>
      figure.state === 'known' ? [] : [[id, absenceText(figure, language)]],
    ),
  );
}

function partsJson(figures: Figures): Readonly<Record<string, Held<typeof PARTS>>> {
  return Object.fromEntries(
    [...figures].flatMap(([id, figure]) => {
      if (figure.state === 'missing') return [];
      const { numerator, denominator } = figure;
      return numerator === undefined || denominator === undefined
        ? []
        : [[id, { numerator: rounded(numerator), denominator: rounded(denominator) }]];
    }),
  );
}

function provisionalIds(figures: Figures): string[] {
  return [...figures].flatMap(([id, figure]) =>
    figure.state !== 'missing' && figure.provisional === true ? [id] : [],
  );
}

/** A figure as it is written into data: without the endless digits of a quotient. */
export function rounded(value: Decimal): Decimal {
  return decimal(plain(value, PLACES));
}

function shopOf({ month }: MetricsData): Figures {
  return month.metrics?.shop ?? new Map();
}

/** The month's metrics as a document. */
export const METRICS_DOCUMENT: readonly ReportColumn<MetricsData>[] = [
  ...MONTH_HEAD,
  listColumn('agents', OWNER_COLUMNS, ({ agents, month }) =>
    agents.map((agent) => ownerOf(agent, month.metrics)),
  ),
  jsonColumn('shop', FIGURES, (data) => figuresJson(shopOf(data))),
  jsonColumn('shop_missing', byAnyKey(STRING), (data, language) =>
    missingJson(shopOf(data), language),
  ),
  jsonColumn('shop_parts', byAnyKey(PARTS), (data) => partsJson(shopOf(data))),
  SETTINGS,
  INPUTS,
  ROWS,
  problemsColumn(({ month }) => month.problems),
];
