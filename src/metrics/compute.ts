import type { InputKind } from '../catalogue/inputs.js';
import { METRICS } from '../catalogue/metrics.js';
import type { MonthFacts } from '../intake/month-facts.js';
import { decimal, sum } from '../lib/decimal.js';
import type { Row } from '../lib/engine.js';
import { dayNumber, lastDay } from '../lib/month.js';
import type { Problems } from '../lib/problem.js';
import type { MetricSettings } from '../shop/config.js';
import type { Agent } from '../shop/shop.js';
import { computed, type FigureContext, figureIn, missing } from './figures.js';
import { groupBy } from './group.js';
import { withImports } from './imports.js';
import type { AgentMonth, MetricValue, MonthMetrics } from './month-metrics.js';
import { happenings } from './occurrences.js';
import { ratingsOf } from './ratings.js';
import { type SqlParameters, sqlFile, sqlParameters } from './sql.js';
import {
  type Reach,
  reachOf,
  reportCrossingReplies,
  reportMemoConflicts,
  reportShortLookback,
} from './warnings.js';

/**
 * Counts a month: every metric of every active agent and of the shop, as metrics.md defines them. All
 * agents of the roster are measured, so that whoever has left still takes part in credit; only the active
 * ones come back.
 */
export async function computeMetrics(
  facts: MonthFacts,
  settings: MetricSettings,
  active: readonly Agent[],
  problems: Problems,
): Promise<MonthMetrics> {
  const parameters = sqlParameters(facts.month, settings);
  const figures = await countedFigures(facts, settings, parameters, problems);
  const imported = groupBy(facts.imported, ({ agent }) => agent);
  const ratings = groupBy(facts.ratings, ({ agent }) => agent);
  const { casesOf, eventsOf } = happenings(facts);
  const custom = customMetrics(facts);
  const agents = new Map<string, AgentMonth>();
  for (const agent of active) {
    const metrics = withImports(
      new Map([...custom, ...agentFigures(agent, figures)]),
      imported.get(agent.index) ?? [],
      { level: 'agent', name: agent.id },
      settings.refundBasis,
      problems,
    );
    agents.set(agent.id, {
      metrics,
      ratings: ratingsOf(ratings.get(agent.index) ?? [], problems),
      cases: casesOf(agent.index),
      events: eventsOf(agent.index),
    });
  }
  const shop = withImports(
    shopFigures(figures),
    imported.get(undefined) ?? [],
    { level: 'shop', name: '*' },
    settings.refundBasis,
    problems,
  );
  return { agents, shop, files: facts.files, counts: { ...figures.filtered, ...facts.counts } };
}

/** What the SQL counted: one row of figures per agent of the roster, and one for the shop. */
interface CountedFigures {
  readonly agents: ReadonlyMap<number, Row>;
  readonly shop: Row;
  readonly filtered: Readonly<Record<string, number>>;
  readonly context: FigureContext;
  /** Orders are there, but nothing by which they could be credited. */
  readonly creditUnknown: boolean;
}

async function countedFigures(
  facts: MonthFacts,
  settings: MetricSettings,
  parameters: SqlParameters,
  problems: Problems,
): Promise<CountedFigures> {
  const has = (kind: InputKind) => facts.files.has(kind);
  const agents = new Map<number, Row>(facts.roster.map(({ index }) => [index, {}]));
  let shop: Row = {};
  const run = (...names: string[]) =>
    facts.engine.run(names.map((name) => sqlFile(name, parameters)).join('\n'));
  const addAgents = async (name: string) => {
    for (const row of await facts.engine.query(sqlFile(name, parameters))) {
      const agent = Number(row.agent);
      agents.set(agent, { ...agents.get(agent), ...row });
    }
  };
  const addShop = async (name: string) => {
    const [row] = await facts.engine.query(sqlFile(name, parameters));
    shop = { ...shop, ...row };
  };

  let reach: Reach | undefined;
  let filtered = {};
  if (has('chats') || has('orders')) {
    await run('buyers', 'sessions');
    reach = await reachOf(facts, parameters);
  }
  if (has('chats')) {
    await run('rounds');
    await addAgents('reception');
    await reportCrossingReplies(facts, parameters, problems);
    filtered = await filteredRows(facts, parameters);
  }
  if (has('orders')) {
    await run('credit');
    await addAgents('orders');
    await addShop('shop');
    await reportMemoConflicts(facts, parameters, problems);
  }
  const creditUnknown = has('orders') && !has('chats') && settings.memo === 'off';
  if (has('orders') && !has('chats') && settings.memo === 'prefer') {
    problems.report('credit-by-memo-only', {});
  }
  if (reach !== undefined && has('chats') && has('orders')) {
    await addAgents('inquiries');
    await addAgents('assists');
    shop = { ...shop, ...summedInquiries(agents) };
    reportShortLookback(facts, settings, reach, problems);
  }
  if (has('attendance')) {
    await run(facts.attendanceForm === 'event' ? 'attendance-events' : 'attendance-months');
    await addAgents('attendance');
  }
  if (has('complaints')) await addAgents('conduct');
  if (has('calls')) {
    await addAgents('calls');
    await addShop('shop-calls');
  }
  const context = { files: facts.files, provisional: endsTooEarly(facts, settings, reach) };
  return { agents, shop, filtered, context, creditUnknown };
}

async function filteredRows(facts: MonthFacts, parameters: SqlParameters) {
  const [row = {}] = await facts.engine.query(sqlFile('filtered', parameters));
  return Object.fromEntries(Object.entries(row).map(([reason, rows]) => [reason, Number(rows)]));
}

/** "`shop_conversion` (Σ inquiry_paid ÷ Σ inquiries)", over every agent of the roster. */
function summedInquiries(agents: ReadonlyMap<number, Row>): Row {
  const total = (id: string) =>
    sum([...agents.values()].map((row) => decimal(String(row[id] ?? 0)))).toFixed();
  return {
    shop_conversion_numerator: total('inquiry_paid'),
    shop_conversion_denominator: total('inquiries'),
  };
}

/**
 * "When the orders end before the last day of the month plus `inquiry_window`", by business days: with the
 * usual 24 hours, before the first day of the next month.
 */
function endsTooEarly(
  facts: MonthFacts,
  settings: MetricSettings,
  reach: Reach | undefined,
): boolean {
  const due = dayNumber(lastDay(facts.month)) + Math.ceil(settings.inquiryWindow / 86_400);
  return reach?.lastOrderDay === undefined || reach.lastOrderDay < due;
}

function agentFigures(agent: Agent, figures: CountedFigures): Map<string, MetricValue> {
  const row = figures.agents.get(agent.index) ?? {};
  const values = new Map<string, MetricValue>();
  for (const metric of METRICS) {
    if (metric.level !== 'agent') continue;
    const isUnknown = figures.creditUnknown && metric.needs.includes('orders');
    values.set(
      metric.id,
      isUnknown
        ? missing({ kind: 'no-file', input: 'chats' })
        : figureIn(metric, row, figures.context),
    );
  }
  // "The attendance file's value, else the roster's."
  if (values.get('workdays_due')?.state === 'missing' && agent.workdaysDue !== undefined) {
    values.set('workdays_due', computed(agent.workdaysDue));
  }
  return values;
}

function shopFigures(figures: CountedFigures): Map<string, MetricValue> {
  const values = new Map<string, MetricValue>();
  for (const metric of METRICS) {
    if (metric.level === 'shop')
      values.set(metric.id, figureIn(metric, figures.shop, figures.context));
  }
  if (figures.creditUnknown) {
    values.set('silent_sales', missing({ kind: 'no-file', input: 'chats' }));
  }
  return values;
}

/** The shop's own metrics that any agent has, missing until an agent's own row brings them. */
function customMetrics(facts: MonthFacts): Map<string, MetricValue> {
  const known = new Set(METRICS.map(({ id }) => id));
  const custom = facts.imported.filter(
    ({ agent, metric }) => agent !== undefined && !known.has(metric),
  );
  return new Map(custom.map(({ metric }) => [metric, missing({ kind: 'not-imported' })]));
}
