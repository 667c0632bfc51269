import type { MetricValue } from '../../catalogue/figure.js';
import { type Decimal, decimal, plain } from '../../lib/decimal.js';
import type { Json } from '../../lib/json.js';
import { type Language, sameInAll, type Title } from '../../lib/language.js';
import type { AgentMonth, MonthMetrics, Rating } from '../../metrics/month-metrics.js';
import type { MeasuredMonth } from '../../payroll/run.js';
import type { Agent } from '../../shop/shop.js';
import { problemsJson } from '../problems/problem-table.js';
import { jsonColumn, type ReportColumn, recordsOf, textColumn } from '../report/report-columns.js';
import { absenceText } from './absence.js';
import { type Edition, INPUT_COLUMNS, rowCountsJson } from './document.js';
import { settingsJson } from './settings-json.js';

/** Decimals of quotients, which would have no end. */
const PLACES = 12;

type Figures = ReadonlyMap<string, MetricValue>;

/** The month's metrics as a document; `agents` are those that are shown. */
export function metricsJson(
  month: MeasuredMonth,
  agents: readonly Agent[],
  { language, version }: Edition,
): Json {
  const shop = month.metrics?.shop ?? new Map();
  return {
    kpi: version,
    month: month.month,
    agents: recordsOf(
      OWNER_COLUMNS,
      agents.map((agent) => ownerOf(agent, month.metrics)),
      language,
    ),
    shop: figuresJson(shop),
    shop_missing: missingJson(shop, language),
    shop_parts: partsJson(shop),
    settings: settingsJson(month.metrics?.settings),
    inputs: recordsOf(INPUT_COLUMNS, month.inputs, language),
    rows: rowCountsJson(month.metrics?.counts ?? {}),
    problems: problemsJson(month.problems, language),
  };
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
  textColumn('id', ({ id }) => id),
  textColumn('name', ({ name }) => name),
  jsonColumn('metrics', ({ metrics, ratings }) => ({
    ...figuresJson(metrics),
    ...ratingsJson(ratings),
  })),
  jsonColumn('missing', ({ metrics }, language) => missingJson(metrics, language)),
  jsonColumn('parts', ({ metrics }) => partsJson(metrics)),
  jsonColumn('provisional', ({ metrics }) => provisionalIds(metrics)),
];

/** Figures by metric id; one that is not there is null. */
export function figuresJson(figures: Figures): Record<string, Json> {
  return Object.fromEntries(
    [...figures].map(([id, figure]) => [
      id,
      figure.state === 'known' ? rounded(figure.value) : null,
    ]),
  );
}

/** Ratings by `rating.ITEM`: a grade's id, or the mean of the numbers. */
function ratingsJson(ratings: ReadonlyMap<string, Rating>): Record<string, Json> {
  return Object.fromEntries(
    [...ratings].map(([item, rating]) => [
      `rating.${item}`,
      rating.kind === 'grade' ? rating.grade : rounded(rating.mean),
    ]),
  );
}

function missingJson(figures: Figures, language: Language): Json {
  return Object.fromEntries(
    [...figures].flatMap(([id, figure]) =>
      figure.state === 'known' ? [] : [[id, absenceText(figure, language)]],
    ),
  );
}

function partsJson(figures: Figures): Json {
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
