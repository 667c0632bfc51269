import { metricById } from '../../catalogue/metrics/metrics.js';
import type { AgentReview, Review } from '../../ledger/period-review.js';
import { type Decimal, roundToPlaces, sum } from '../../lib/decimal.js';
import type { Json } from '../../lib/json.js';
import type { Language } from '../../lib/language.js';
import { text } from '../../words/text.js';
import { textColumn, type View } from '../formats/columns.js';
import { figuresJson, rounded } from '../month/metrics-json.js';
import type { Cell, Table, TableColumn } from '../tables/table.js';
import type { HistoryView } from './history.js';
import { type Figures, figureCell, followedFigures, monthsText } from './over-months.js';

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

/** One row per agent: means of scores and ranks, the period's scores, key metrics, and sums of pay. */
export function reviewTable(agents: readonly AgentReview[], view: HistoryView): Table {
  const { language } = view;
  const followed = followedFigures(agents, FIGURES, language, headingIn(language));
  const scores = periodScoreColumns(agents, view);
  const pay = followed.filter(({ kind }) => kind === 'money');
  const rest = followed.filter(({ kind }) => kind !== 'money');
  return {
    columns: [
      ...(['id', 'name', 'role', 'plan', 'months'] as const).map((id) => textColumn(id, language)),
      ...scores.map(({ column }) => column),
      ...rest.map(({ column }) => meanColumn(column, language)),
      ...pay.map(({ column }) => column),
    ],
    rows: agents.map((agent): Cell[] => [
      agent.agent,
      agent.name,
      view.ids ? agent.role.id : agent.role.title[language],
      agent.plan,
      monthsText(agent.months),
      ...scores.map(({ of }) => of(agent)),
      ...rest.map((figure) => figureCell(figure, agent, view.readable)),
      ...pay.map((figure) => figureCell(figure, agent, view.readable)),
    ]),
    total: [
      text(language, 'total'),
      ...Array.from({ length: 4 + scores.length + rest.length }, () => undefined),
      ...pay.map(({ of }) => sum(agents.flatMap((agent) => of(agent) ?? []))),
    ],
    keyColumns: 2,
  };
}

/** A score or rank over months is a mean. */
function meanColumn(column: TableColumn, language: Language): TableColumn {
  const { id } = column;
  if (id !== 'score' && id !== 'rank') return column;
  return { ...column, heading: text(language, `review.${id}`) };
}

/** What is no quotient is a mean of months, and says so. */
function headingIn(language: Language): (metric: string, title: string) => string {
  return (metric, title) =>
    metricById(metric)?.quotient === true ? title : text(language, 'review.monthly', { title });
}

function periodScoreColumns(agents: readonly AgentReview[], { language }: View) {
  const scores = new Map(
    agents.flatMap((agent) => agent.periodScores.map((score) => [score.id, score] as const)),
  );
  return [...scores.values()].map(({ id, title }) => ({
    column: { id, heading: title[language], align: 'right' } as const,
    of: ({ periodScores }: AgentReview): Cell =>
      points(periodScores.find((score) => score.id === id)?.points),
  }));
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
    totals: {
      gross: sum(agents.map(({ gross }) => gross)),
      deductions: sum(agents.map(({ deductions }) => deductions)),
      payable: sum(agents.map(({ payable }) => payable)),
    },
  };
}

function agentJson(agent: AgentReview, language: Language): Json {
  const { months, scores, periodScores, metrics, gross, deductions, payable } = agent;
  return {
    id: agent.agent,
    name: agent.name,
    role: agent.role.id,
    plan: agent.plan,
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
    gross,
    deductions,
    payable,
  };
}
