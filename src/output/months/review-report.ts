import { metricById } from '../../catalogue/metrics/metrics.js';
import type { AgentReview, Review } from '../../ledger/period-review.js';
import { type Decimal, roundToPlaces } from '../../lib/decimal.js';
import type { Problem } from '../../words/problem.js';
import { title } from '../../words/text.js';
import { type Edition, VERSION } from '../month/document.js';
import { FIGURES as FOUND_FIGURES, figuresJson, rounded } from '../month/metrics-json.js';
import { PAID_AGENT_COLUMNS, PAY_SUM_COLUMNS, totalsOf } from '../month/pay-columns.js';
import { problemsColumn } from '../problems/problem-table.js';
import {
  columnOf,
  jsonColumn,
  listColumn,
  type ReportColumn,
  recordColumn,
  recorded,
  tableOf,
  textColumn,
} from '../report/report-columns.js';
import { type ReportTable, withTotal } from '../report/report-table.js';
import { DECIMAL, INTEGER, listOf, MONTH_TEXT, orNull, STRING } from '../report/shapes.js';
import {
  type Figures,
  type Followed,
  followedColumn,
  followedFigures,
  type MonthsView,
  monthsText,
  payRecord,
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
  jsonColumn('id', STRING, ({ id }) => id),
  jsonColumn('rulebook', STRING, ({ rulebook }) => rulebook),
  jsonColumn('title', STRING, ({ title }, language) => title[language]),
  jsonColumn('points', orNull(DECIMAL), ({ points }) => points && rounded(points)),
];

type MeanScore = AgentReview['scores'][number];

const MEAN_ITEM_COLUMNS: readonly ReportColumn<MeanScore['items'][number]>[] = [
  jsonColumn('id', STRING, ({ id }) => id),
  jsonColumn('points', orNull(DECIMAL), ({ points }) => points && rounded(points)),
];

const MEAN_SCORE_COLUMNS: readonly ReportColumn<MeanScore>[] = [
  jsonColumn('rulebook', STRING, ({ rulebook }) => rulebook),
  jsonColumn('months', INTEGER, ({ months }) => months),
  jsonColumn('points', DECIMAL, ({ points }) => rounded(points)),
  jsonColumn('rank', DECIMAL, ({ rank }) => rounded(rank)),
  listColumn('items', MEAN_ITEM_COLUMNS, ({ items }) => items),
];

/** What a table shows of scores and metrics is less than what records have. */
function reviewColumns(
  agents: readonly AgentReview[],
  readable: boolean,
): readonly ReportColumn<AgentReview>[] {
  return [
    ...PAID_AGENT_COLUMNS,
    textColumn('months', ({ months }) => monthsText(months), {
      json: recorded(listOf(MONTH_TEXT), ({ months }) => months),
    }),
    ...periodScoreColumns(agents),
    listColumn('reviews', PERIOD_SCORE_COLUMNS, ({ periodScores }) => periodScores),
    listColumn('scores', MEAN_SCORE_COLUMNS, ({ scores }) => scores),
    jsonColumn('metrics', FOUND_FIGURES, ({ metrics }) => figuresJson(metrics)),
    ...followedFigures(agents, FIGURES).map((figure) =>
      followedColumn({ ...figure, heading: headingOf(figure) }, readable),
    ),
    ...payRecord(FIGURES),
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

interface ReviewData {
  readonly edition: Pick<Edition, 'version'>;
  readonly review: Omit<Review, 'roster' | 'agents'>;
  /** Those that are shown. */
  readonly agents: readonly AgentReview[];
  readonly problems: readonly Problem[];
}

/** A review as a document: every figure. */
export const REVIEW_DOCUMENT: readonly ReportColumn<ReviewData>[] = [
  VERSION,
  jsonColumn('period', STRING, ({ review }) => review.period.name),
  jsonColumn('months', listOf(MONTH_TEXT), ({ review }) => review.months),
  jsonColumn('missing_months', listOf(MONTH_TEXT), ({ review }) => review.missing),
  listColumn('agents', reviewColumns([], false), ({ agents }) => agents),
  jsonColumn('shop', FOUND_FIGURES, ({ review }) => figuresJson(review.shop)),
  recordColumn('totals', PAY_SUM_COLUMNS, ({ agents }) => totalsOf(agents)),
  problemsColumn(({ problems }) => problems),
];
