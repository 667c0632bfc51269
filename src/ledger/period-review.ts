import type { MetricValue } from '../catalogue/figure.js';
import { type Decimal, decimal, sum } from '../lib/decimal.js';
import type { Title } from '../lib/language.js';
import type { Month } from '../lib/month.js';
import type { Period } from '../lib/period.js';
import type { Titled } from '../payroll/statement.js';
import type { Agent } from '../shop/shop.js';
import type { Problems } from '../words/problem.js';
import { averagesOf, meanOf } from './averages.js';
import { CLOSED_FOLDER, type ClosedMonth, closedFile } from './closed-folder.js';
import { byAgent, type ClosedStatement, closedStatements } from './closed-statements.js';
import { type PeriodScore, periodScoresOf } from './period-scores.js';

/** What a scorecard came to over months: means of the months that have it. */
interface MeanScore {
  readonly rulebook: string;
  readonly title: Title;
  readonly months: number;
  readonly points: Decimal;
  readonly rank: Decimal;
  readonly items: readonly {
    readonly id: string;
    readonly title: Title;
    /** Undefined when it was absent in every month. */
    readonly points: Decimal | undefined;
  }[];
}

/** One agent's period: scores and ranks as means, quotients as Σ ÷ Σ, pay as sums. */
export interface AgentReview {
  readonly agent: string;
  readonly name: string;
  readonly role: Titled;
  readonly plan: string;
  /** The closed months in which the agent was paid. */
  readonly months: readonly Month[];
  readonly scores: readonly MeanScore[];
  readonly periodScores: readonly PeriodScore[];
  readonly metrics: ReadonlyMap<string, MetricValue>;
  readonly gross: Decimal;
  readonly deductions: Decimal;
  readonly payable: Decimal;
  /** After insurance and tax; undefined where no month has it. */
  readonly net: Decimal | undefined;
}

/** A period over its closed months. */
export interface Review {
  readonly period: Period;
  readonly months: readonly Month[];
  readonly missing: readonly Month[];
  readonly roster: readonly Agent[];
  readonly agents: readonly AgentReview[];
  readonly shop: ReadonlyMap<string, MetricValue>;
}

/** Reviews a period. Months that are not closed are reported; without any there is no review. */
export async function reviewOf(
  chain: readonly ClosedMonth[],
  period: Period,
  folder: string,
  problems: Problems,
): Promise<Review | undefined> {
  const closed = chain.filter(({ month }) => period.months.includes(month));
  const months = closed.map(({ month }) => month);
  const missing = period.months.filter((month) => !months.includes(month));
  const [first] = missing;
  if (first !== undefined) {
    const params = { period: period.name, months: missing.join(', ') };
    if (closed.length === 0) {
      problems.report('review-nothing-closed', { file: `${CLOSED_FOLDER}/` }, { params });
      return undefined;
    }
    problems.report('review-incomplete', { file: closedFile(first) }, { params });
  }
  const { rows, roster } = closedStatements(closed);
  const agents = byAgent(rows);
  const last = new Set(agents.flatMap((own) => own.at(-1)?.month ?? []));
  const periodScores = await periodScoresOf(closed, period, folder, last, problems);
  return {
    period,
    months,
    missing,
    roster,
    agents: agents.flatMap((own) => {
      const latest = own.at(-1);
      return latest === undefined ? [] : [agentReview(own, latest, periodScores(latest))];
    }),
    shop: averagesOf(closed.map(({ sealed }) => sealed.metrics.shop)),
  };
}

function agentReview(
  rows: readonly ClosedStatement[],
  { statement: { agent, name, role, plan } }: ClosedStatement,
  periodScores: readonly PeriodScore[],
): AgentReview {
  const statements = rows.map(({ statement }) => statement);
  return {
    agent,
    name,
    role,
    plan,
    months: rows.map(({ month }) => month),
    scores: meanScores(rows),
    periodScores,
    metrics: averagesOf(rows.map(({ metrics }) => metrics)),
    gross: sum(statements.map(({ gross }) => gross)),
    deductions: sum(statements.map(({ deductions }) => deductions)),
    payable: sum(statements.map(({ payable }) => payable)),
    net: netOf(statements),
  };
}

/** What the months came to after insurance and tax, where any of them has that. */
function netOf(statements: readonly ClosedStatement['statement'][]): Decimal | undefined {
  const nets = statements.flatMap(({ statutory }) => statutory?.net ?? []);
  return nets.length === 0 ? undefined : sum(nets);
}

/** The scorecards of the last month first, then those of earlier plans. */
function meanScores(rows: readonly ClosedStatement[]): readonly MeanScore[] {
  const scores = rows.toReversed().flatMap(({ statement }) => statement.scores);
  const books = [...new Set(scores.map(({ rulebook }) => rulebook))];
  return books.flatMap((rulebook): readonly MeanScore[] => {
    const own = scores.filter((score) => score.rulebook === rulebook);
    const [latest] = own;
    const points = meanOf(own.map((score) => score.points));
    const rank = meanOf(own.map((score) => decimal(score.rank)));
    if (latest === undefined || points === undefined || rank === undefined) return [];
    const items = latest.items.map(({ id, title }) => {
      const months = own.flatMap((score) => score.items.filter((item) => item.id === id));
      return { id, title, points: meanOf(months.flatMap((item) => item.points ?? [])) };
    });
    return [{ rulebook, title: latest.title, months: own.length, points, rank, items }];
  });
}
