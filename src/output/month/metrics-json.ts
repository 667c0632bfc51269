import type { MetricValue } from '../../catalogue/figure.js';
import { type Decimal, decimal, plain } from '../../lib/decimal.js';
import type { Json } from '../../lib/json.js';
import type { Language } from '../../lib/language.js';
import type { AgentMonth, Rating } from '../../metrics/month-metrics.js';
import type { MeasuredMonth } from '../../payroll/run.js';
import type { Agent } from '../../shop/shop.js';
import { problemsJson } from '../problems/problem-table.js';
import { recordsOf } from '../report/report-columns.js';
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
    agents: agents.map((agent) => agentJson(agent, month.metrics?.agents.get(agent.id), language)),
    shop: figuresJson(shop),
    shop_missing: missingJson(shop, language),
    shop_parts: partsJson(shop),
    settings: settingsJson(month.metrics?.settings),
    inputs: recordsOf(INPUT_COLUMNS, month.inputs, language),
    rows: rowCountsJson(month.metrics?.counts ?? {}),
    problems: problemsJson(month.problems, language),
  };
}

function agentJson({ id, name }: Agent, figures: AgentMonth | undefined, language: Language): Json {
  const metrics = figures?.metrics ?? new Map();
  return {
    id,
    name,
    metrics: { ...figuresJson(metrics), ...ratingsJson(figures?.ratings ?? new Map()) },
    missing: missingJson(metrics, language),
    parts: partsJson(metrics),
    provisional: provisionalIds(metrics),
  };
}

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
