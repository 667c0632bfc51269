import { sameInAll } from '../lib/language.js';
import { addMonths, type Month } from '../lib/month.js';
import type { MonthMetrics } from '../metrics/month-metrics.js';
import { customMetricsOf } from '../policy/plan-parts.js';
import type { Policy } from '../policy/policy.js';
import type { ByDay, Facts } from '../rulebook/values/node.js';
import { missing } from '../rulebook/values/value.js';
import type { Agent, RosterRows, Shop } from '../shop/shop.js';
import { collectProblems, type Problems } from '../words/problem.js';
import { type FactSources, factsOf, hoursOf, titlesById } from './agent-facts.js';
import { askedDays } from './asked-days.js';
import { reportColumnsNotRead } from './columns-not-read.js';
import { reportProvisional } from './provisional.js';
import { reportRowsWithoutOrder } from './rows-without-order.js';
import type { History } from './run.js';
import type { Statement } from './statement.js';
import { payMonth } from './statements.js';
import type { PaidAgent } from './teams-of-plans.js';
import { reportUnruledEvents } from './unruled-events.js';

/** What pay is worked out from. */
export interface Payable {
  readonly month: Month;
  readonly shop: Shop;
  readonly policy: Policy;
  /** The agents who are employed in the month, in roster order. */
  readonly active: readonly Agent[];
  /** Undefined: the month's files could not be read; what else the policy lacks is reported all the same. */
  readonly metrics: MonthMetrics | undefined;
  readonly history: History | undefined;
  /** The columns of the roster that nobody reads. */
  readonly unreadColumns?: RosterRows['unreadColumns'];
  /** Whether something is wrong with shop or roster: what pay comes to is not known then. */
  readonly isDoubtful?: boolean;
}

/** The statements of a month, in roster order; what rules need and do not find is reported. */
export function pay(
  { month, shop, policy, active, metrics, history, unreadColumns, isDoubtful = false }: Payable,
  problems: Problems,
): readonly Statement[] {
  const sources = factSources(month, shop, policy, metrics ?? NOTHING_COUNTED);
  // Of a month that could not be read the policy is asked all the same, for what else it lacks.
  const known = (facts: Facts) => (metrics === undefined ? withoutFigures(facts) : facts);
  const paidBy = (plans: Policy['plans']) =>
    active.flatMap((agent): readonly PaidAgent[] => {
      const plan = plans.get(agent.role);
      if (plan === undefined) return [];
      const { facts, earlier } = memberOf(agent, sources, history);
      return [{ agent, plan, facts: { facts: known(facts), earlier } }];
    });
  // By what is left of a plan in which something is wrong nobody is paid: it is asked for what else it lacks.
  const quiet = collectProblems();
  payMonth(month, paidBy(policy.partial), undefined, quiet);
  problems.addAll(quiet.all.filter(({ code }) => !RESULTS.has(code)));
  if (metrics !== undefined) {
    const titleOf = (event: string) => sources.words.get(`event.${event}`) ?? sameInAll(event);
    reportUnruledEvents(policy.plans, active, metrics, titleOf, problems);
    reportRowsWithoutOrder(policy.plans, active, metrics, titleOf, problems);
    const plans = new Map([...policy.plans, ...policy.partial]);
    reportColumnsNotRead({ plans, active, metrics, unreadColumns }, problems);
  }
  const own = collectProblems();
  const statements = payMonth(month, paidBy(policy.plans), shop.config.limits, own);
  reportProvisional({ month, metrics, statements }, own);
  problems.addAll(isDoubtful ? own.all.filter(({ code }) => !RESULTS.has(code)) : own.all);
  return statements;
}

/** What is wrong with what pay comes to, whatever it rests on. */
const RESULTS: ReadonlySet<string> = new Set([
  'undefined-value',
  'negative-line',
  'negative-pay',
  'transfer-unbalanced',
  'whole-month-amount',
]);

/** The figures of a month that could not be read. */
export const NOTHING_COUNTED: MonthMetrics = {
  agents: new Map(),
  shop: new Map(),
  files: new Map(),
  counts: {},
};

/**
 * Facts of which nothing is known that the month's files say, and no cause named: why is told where the
 * files are wrong. What roster, targets, parameters and history lack is told beside it, in the same run.
 */
function withoutFigures(facts: Facts): Facts {
  const unknown = missing();
  return {
    ...facts,
    metric: () => ({ value: unknown }),
    rating: () => unknown,
    gradings: () => [],
    events: () => ({ missing: unknown }),
    cases: () => ({ missing: unknown }),
    days: () => ({ missing: unknown }),
  };
}

/** What is known of a month beside its agents. */
export function factSources(
  month: Month,
  shop: Shop,
  policy: Policy,
  metrics: MonthMetrics,
): FactSources {
  const words = policy.books.flatMap((book) => [
    ...[...book.ratings].map(([id, title]) => [`rating.${id}`, title] as const),
    ...[...book.events].map(([id, title]) => [`event.${id}`, title] as const),
  ]);
  const titles = titlesById([...customMetricsOf(shop.config), ...(metrics.filtered ?? [])]);
  return { month, config: shop.config, metrics, titles, words: new Map(words) };
}

/** What is known of one agent. */
export function memberOf(
  agent: Agent,
  sources: FactSources,
  history: History | undefined,
): PaidAgent['facts'] {
  const assumed = sources.config.history.assume === 'none' ? 'none' : 'unknown';
  const facts = {
    ...factsOf(agent, sources),
    days: (asked: ByDay) => askedDays(agent, asked, sources),
    hours: () => hoursOf(agent, sources),
  };
  const earlier = (months: number) => {
    const found = history?.of(agent.id, addMonths(sources.month, -months)) ?? 'before';
    return found === 'before' ? assumed : found;
  };
  return { facts, earlier };
}
