import { metricById } from '../../catalogue/metrics/metrics.js';
import type { AgentReview, Review } from '../../ledger/period-review.js';
import { type Decimal, roundToPlaces } from '../../lib/decimal.js';
import type { Json } from '../../lib/json.js';
import type { Language } from '../../lib/language.js';
import { title } from '../../words/text.js';
import { figuresJson, rounded } from '../month/metrics-json.js';
import { PAID_AGENT_COLUMNS, PAY_SUM_COLUMNS, totalsOf } from '../month/pay-columns.js';
import {
  columnOf,
  type ReportColumn,
  recordOf,
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
};

function points(mean: Decimal | undefined): Decimal | undefined {
  return mean && roundToPlaces(mean, POINT_PLACES, 'half up');
}

/** One row per agent: the period's scores, means of scores and ranks, key metrics, and sums of pay. */
export function reviewTable(agents: readonly AgentReview[], view: MonthsView): ReportTable {
  const columns: readonly ReportColumn<AgentReview>[] = [
    ...PAID_AGENT_COLUMNS,
    textColumn('months', ({ months }) => monthsText(months)),
    ...periodScoreColumns(agents),
    ...followedFigures(agents, FIGURES).map((figure) =>
      followedColumn({ ...figure, heading: headingOf(figure) }, view.readable),
    ),
  ];
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
    columnOf({ id, heading, align: 'right' }, ({ periodScores }) =>
      points(periodScores.find((score) => score.id === id)?.points),
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
    agents: agents.map((agent) => agentJson(agent, language)),
    shop: figuresJson(shop),
    totals: totalsOf(agents),
  };
}

function agentJson(agent: AgentReview, language: Language): Json {
  const { months, scores, periodScores, metrics } = agent;
  return {
    ...recordOf(PAID_AGENT_COLUMNS, agent, language),
    months,
    reviews: periodScores.map((score) => ({
      id: score.id,
      rulebook: score.rulebook,
      title: score.title[language],
      points: score.points === undefined ? null : rounded(score.points),
    })),
    scores: scores.map((score) => ({
      rulebook: score.rulebook,
      months: score.months,
      points: rounded(score.points),
      rank: rounded(score.rank),
      items: score.items.map(({ id, points: mean }) => ({
        id,
        points: mean === undefined ? null : rounded(mean),
      })),
    })),
    metrics: figuresJson(metrics),
    ...recordOf(PAY_SUM_COLUMNS, agent, language),
  };
}
