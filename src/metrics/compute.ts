import type { MetricValue } from '../catalogue/figure.js';
import type { Metric } from '../catalogue/metric.js';
import type { FilteredMetric } from '../catalogue/metrics/filtered.js';
import { METRICS } from '../catalogue/metrics/metrics.js';
import type { MonthFacts, TargetRow } from '../intake/facts/month-facts.js';
import { groupBy } from '../lib/group.js';
import type { MetricSettings } from '../shop/config.js';
import type { Agent } from '../shop/shop.js';
import type { Problems } from '../words/problem.js';
import { countedAsRead, importedAsRead } from './as-read.js';
import { type CountedFigures, countFigures } from './count.js';
import { dailyMetrics } from './daily.js';
import { computed, figureIn, missingMetric } from './figures.js';
import { overOrders } from './filtered-orders.js';
import { consultsByClock } from './hours.js';
import { withImports } from './imports.js';
import { reportLeftOut } from './left-out.js';
import type { AgentMonth, MonthMetrics } from './month-metrics.js';
import { happenings } from './occurrences.js';
import { settleWholeMonthDues } from './part-month-dues.js';
import { ratingsOf } from './ratings.js';

/** What is counted only when some rule asks for it. */
export interface AskedFigures {
  /** The metrics whose figures of single days are asked for; left out: nothing is asked of days. */
  readonly byDay?: ReadonlySet<string> | undefined;
  /** Whether consults by hour of the day are asked for. */
  readonly byHour?: boolean;
  /** Whether consults by day of the week and hour are asked for. */
  readonly byWeekday?: boolean;
  /** Metrics over some orders only, which shop and rulebooks define. */
  readonly filtered?: readonly FilteredMetric[];
}

/**
 * Counts a month: every metric of every active agent and of the shop, as metrics.md defines them. All
 * agents of the roster are measured, so that whoever has left still takes part in credit; only the active
 * ones come back. Figures of single days and hours are counted only as far as they are asked for.
 */
export async function computeMetrics(
  facts: MonthFacts,
  settings: MetricSettings,
  active: readonly Agent[],
  problems: Problems,
  { byDay, byHour = false, byWeekday = false, filtered = [] }: AskedFigures = {},
): Promise<MonthMetrics> {
  const over = overOrders(filtered);
  const figures = await countFigures(facts, settings, over, problems);
  const imported = groupBy(facts.imported, ({ agent }) => agent);
  const ratings = groupBy(facts.ratings, ({ agent }) => agent);
  const targets = groupBy(facts.targets, ({ agent }) => agent);
  const { casesOf, eventsOf, leavesOf } = await happenings(facts);
  const custom = customMetrics(facts);
  const asRead = (found: ReadonlyMap<string, MetricValue>, agent?: number) =>
    countedAsRead(found, facts.unread, agent, filtered);
  const agents = new Map<string, AgentMonth>();
  for (const agent of active) {
    const counted = asRead(agentFigures(agent, figures, facts), agent.index);
    const metrics = withImports(
      new Map([...counted, ...custom]),
      imported.get(agent.index) ?? [],
      { level: 'agent', name: agent.id },
      settings.refundBasis,
      problems,
    );
    const rated = ratings.get(agent.index) ?? [];
    agents.set(agent.id, {
      metrics: importedAsRead(metrics, facts.unread, agent.index),
      ratings: ratingsOf(rated, problems),
      gradings: groupBy(rated, ({ item }) => item),
      cases: casesOf(agent.index),
      events: eventsOf(agent.index),
      ...(facts.leaves === undefined ? {} : { leaves: leavesOf(agent.index) }),
      ...targetsOf(targets.get(agent.index) ?? []),
      ...taxInputsOf(agent.index, facts),
    });
  }
  const shop = withImports(
    asRead(shopFigures(figures)),
    imported.get(undefined) ?? [],
    { level: 'shop', name: '*' },
    settings.refundBasis,
    problems,
  );
  const counts = countsOf(figures, facts);
  reportLeftOut(counts, facts, problems);
  const daily = byDay && (await dailyMetrics(facts, active, figures.context, byDay, over));
  const byClock = await consultsByClock(facts, active, { byHour, byWeekday });
  const { month, files, unread, blankForms, unreadColumns } = facts;
  const about = { month, files };
  return {
    agents:
      settings.partMonthDue === 'employed_days'
        ? settleWholeMonthDues(agents, active, about, problems)
        : agents,
    shop: importedAsRead(shop, unread, undefined),
    ...(daily === undefined ? {} : { daily }),
    ...byClock,
    ...(filtered.length === 0 ? {} : { filtered }),
    ...(figures.ordersAwaited === undefined ? {} : { ordersAwaited: figures.ordersAwaited }),
    ...{ files, unread, blankForms, unreadColumns, counts, settings },
  };
}

/** Rows by what became of them. Talk among agents is counted of a month without chats, too. */
function countsOf({ filtered }: CountedFigures, { counts }: MonthFacts): MonthMetrics['counts'] {
  return { 'chats.team': 0, ...filtered, ...counts };
}

/** The targets that the files give an agent. */
function targetsOf(rows: readonly TargetRow[]): Pick<AgentMonth, 'targets'> {
  if (rows.length === 0) return {};
  return { targets: new Map(rows.map(({ target, value, place }) => [target, { value, place }])) };
}

/** What the files give for an agent's tax: deductions, and the opening of the month's year. */
function taxInputsOf(
  agent: number,
  { month, deductions, opening }: MonthFacts,
): Pick<AgentMonth, 'deductions' | 'opening'> {
  const own = deductions.filter((row) => row.agent === agent);
  const year = month.slice(0, 4);
  const before = opening.find((row) => row.agent === agent && row.through.startsWith(year));
  return {
    ...(own.length === 0 ? {} : { deductions: own.map(({ agent: _, ...row }) => row) }),
    ...(before === undefined
      ? {}
      : { opening: { through: before.through, amounts: before.amounts, place: before.place } }),
  };
}

function agentFigures(
  agent: Agent,
  figures: CountedFigures,
  { shiftDays }: MonthFacts,
): Map<string, MetricValue> {
  const row = figures.agents.get(agent.index) ?? {};
  const values = new Map<string, MetricValue>();
  // Without chats, and with memos that do not count, nobody knows whose an order is.
  const unless = (metric: Metric, figure: MetricValue) =>
    figures.creditUnknown && metric.needs.includes('orders') ? CREDIT_UNKNOWN : figure;
  for (const metric of METRICS) {
    if (metric.level !== 'agent') continue;
    values.set(metric.id, unless(metric, figureIn(metric, row, figures.context)));
  }
  for (const [metric, figure] of figures.filteredFigures.ofAgent(agent)) {
    values.set(metric.id, unless(metric, figure));
  }
  // "The attendance file's value, else the roster's", else what the agent's shift works.
  const due = agent.workdaysDue ?? shiftDays.get(agent.shift ?? '')?.days;
  if (values.get('workdays_due')?.state === 'missing' && due !== undefined) {
    values.set('workdays_due', computed(due));
  }
  return values;
}

/** What of the shop rests on whose its orders are. */
const OF_CREDIT: readonly string[] = [
  'silent_sales',
  'completed_silent_sales',
  'silent_unconfirmed_orders',
  'silent_unreviewed_orders',
];

const CREDIT_UNKNOWN = missingMetric({ kind: 'no-file', input: 'chats' });

function shopFigures(figures: CountedFigures): Map<string, MetricValue> {
  const values = new Map<string, MetricValue>();
  for (const metric of METRICS) {
    if (metric.level === 'shop')
      values.set(metric.id, figureIn(metric, figures.shop, figures.context));
  }
  for (const [{ id, filtered }, figure] of figures.filteredFigures.shop) {
    const isUnknown = figures.creditUnknown && OF_CREDIT.includes(filtered.base.id);
    values.set(id, isUnknown ? CREDIT_UNKNOWN : figure);
  }
  if (figures.creditUnknown) {
    for (const id of OF_CREDIT) values.set(id, CREDIT_UNKNOWN);
  }
  return values;
}

/** The shop's own metrics that any agent has, missing until an agent's own row brings them. */
function customMetrics(facts: MonthFacts): Map<string, MetricValue> {
  const known = new Set(METRICS.map(({ id }) => id));
  const custom = facts.imported.filter(
    ({ agent, metric }) => agent !== undefined && !known.has(metric),
  );
  return new Map(custom.map(({ metric }) => [metric, missingMetric({ kind: 'not-imported' })]));
}
