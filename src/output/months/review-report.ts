import { metricById } from '../../catalogue/metrics/metrics.js';
import type { AgentReview, Review } from '../../ledger/period-review.js';
import { type Decimal, roundToPlaces } from '../../lib/decimal.js';
import type { Json } from '../../lib/json.js';
import type { Language } from '../../lib/language.js';
import { title } from '../../words/text.js';
import { figuresJson, rounded } from '../month/metrics-json.js';
import { PAID_AGENT_COLUMNS, totalsOf } from '../month/pay-columns.js';
import {
  columnOf,
  jsonColumn,
  type ReportColumn,
  recordsOf,
  tableOf,
  textColumn,
} from '../report/report-columns.js';
import { type ReportTable, withTotal } from '../report/report-table.js';
import {
  type Figures,
  type Followed,
  followedColumn,
  followedFigures,
  type MonthsView,
  monthsText,
} from './followed-figures.js';

/** Decimals of points and ranks, which a mean would have no end of. */
const POINT_PLACES = 2;

const FIGURES: Figures<AgentReview> = {
  score: ({ scores }) => points(scores[0]?.points),
  rank: ({ scores }) => points(scores[0]?.rank),
  metrics: ({ metrics }) => metrics,
  pay: (review) => review,
  net: ({ net }) => net,
};

function points(mean: Decimal | undefined): Decimal | undefined {
  return mean && roundToPlaces(mean, POINT_PLACES, 'half up');
}

const PERIOD_SCORE_COLUMNS: readonly ReportColumn<AgentReview['periodScores'][number]>[] = [
  jsonColumn('id', ({ id }) => id),
  jsonColumn('rulebook', ({ rulebook }) => rulebook),
  jsonColumn('title', ({ title }, language) => title[language]),
  jsonColumn('points', ({ points }) => points && rounded(points)),
];

type MeanScore = AgentReview['scores'][number];

const MEAN_ITEM_COLUMNS: readonly ReportColumn<MeanScore['items'][number]>[] = [
  jsonColumn('id', ({ id }) => id),
  jsonColumn('points', ({ points }) => points && rounded(points)),
];

const MEAN_SCORE_COLUMNS: readonly ReportColumn<MeanScore>[] = [
  jsonColumn('rulebook', ({ rulebook }) => rulebook),
  jsonColumn('months', ({ months }) => months),
  jsonColumn('points', ({ points }) => rounded(points)),
  jsonColumn('rank', ({ rank }) => rounded(rank)),
  jsonColumn('items', ({ items }, language) => recordsOf(MEAN_ITEM_COLUMNS, items, language)),
];

/** What a table shows of scores and metrics is less than what records have. */
function reviewColumns(
  agents: readonly AgentReview[],
  readable: boolean,
): readonly ReportColumn<AgentReview>[] {
  return [
    ...PAID_AGENT_COLUMNS,
    textColumn('months', ({ months }) => monthsText(months), { json: ({ months }) => months }),
    ...periodScoreColumns(agents),
    jsonColumn('reviews', ({ periodScores }, language) =>
      recordsOf(PERIOD_SCORE_COLUMNS, periodScores, language),
    ),
    jsonColumn('scores', ({ scores }, language) => recordsOf(MEAN_SCORE_COLUMNS, scores, language)),
    jsonColumn('metrics', ({ metrics }) => figuresJson(metrics)),
    ...followedFigures(agents, FIGURES).map((figure) =>
      followedColumn({ ...figure, heading: headingOf(figure) }, readable),
    ),
  ];
}

/** One row per agent: the period's scores, means of scores and ranks, key metrics, and sums of pay. */
export function reviewTable(agents: readonly AgentReview[], view: MonthsView): ReportTable {
  const columns = reviewColumns(agents, view.readable);
  return withTotal(tableOf(columns, agents, view, 2), view.language);
}

/** What is neither a sum nor a quotient is a mean of months, and says so. */
function headingOf({ id, heading, kind }: Followed<AgentReview>) {
  if (id === 'score' || id === 'rank') return title(`review.${id}`);
  if (kind === 'money' || metricById(id)?.quotient === true) return heading;
  return title('review.monthly', { title: heading });
}

function periodScoreColumns(agents: readonly AgentReview[]): ReportColumn<AgentReview>[] {
  const titles = new Map(
    agents.flatMap(({ periodScores }) => periodScores.map((score) => [score.id, score.title])),
  );
  return [...titles].map(([id, heading]) =>
    columnOf(
      { id, heading, align: 'right' },
      ({ periodScores }) => points(periodScores.find((score) => score.id === id)?.points),
      { json: 'none' },
    ),
  );
}

/** A review as data: every figure, with numerators and denominators. */
export function reviewJson(
  { period, months, missing, shop }: Review,
  agents: readonly AgentReview[],
  language: Language,
): { readonly [key: string]: Json } {
  return {
    period: period.name,
    months,
    missing_months: missing,
    agents: recordsOf(reviewColumns(agents, false), agents, language),
    shop: figuresJson(shop),
    totals: totalsOf(agents),
  };
}
