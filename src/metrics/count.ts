import type { InputKind } from '../catalogue/inputs.js';
import type { MonthFacts } from '../intake/facts/month-facts.js';
import { decimal, sum } from '../lib/decimal.js';
import type { Row } from '../lib/engine.js';
import { dayNumber, lastDay } from '../lib/month.js';
import type { MetricSettings } from '../shop/config.js';
import type { Problems } from '../words/problem.js';
import type { FigureContext } from './figures.js';
import { metricsSql, type SqlParameters, sqlParameters } from './sql.js';
import {
  type Reach,
  reachOf,
  reportCrossingReplies,
  reportMemoConflicts,
  reportShortLookback,
} from './warnings.js';

/** What the SQL counted: one row of figures per agent of the roster, and one for the shop. */
export interface CountedFigures {
  readonly agents: ReadonlyMap<number, Row>;
  readonly shop: Row;
  /** Rows left out, by reason. */
  readonly filtered: Readonly<Record<string, number>>;
  readonly context: FigureContext;
  /** Orders are there, but nothing by which they could be credited. */
  readonly creditUnknown: boolean;
}

/** A count under way: the month, how it is counted, and the rows so far. */
interface Count {
  readonly facts: MonthFacts;
  readonly settings: MetricSettings;
  readonly parameters: SqlParameters;
  readonly problems: Problems;
  readonly agents: Map<number, Row>;
  shop: Row;
  filtered: Row;
}

/** Runs the SQL of every group of metrics whose files the month has. */
export async function countFigures(
  facts: MonthFacts,
  settings: MetricSettings,
  problems: Problems,
): Promise<CountedFigures> {
  const count: Count = {
    facts,
    settings,
    parameters: sqlParameters(facts.month, settings),
    problems,
    agents: new Map(facts.roster.map(({ index }) => [index, {}])),
    shop: {},
    filtered: {},
  };
  const has = (kind: InputKind) => facts.files.has(kind);
  const reach = has('chats') || has('orders') ? await prepareBuyers(count) : undefined;
  if (has('chats')) await countChats(count);
  if (has('orders')) await countOrders(count);
  if (reach !== undefined && has('chats') && has('orders')) await countBoth(count, reach);
  await countStaff(count);
  return {
    agents: count.agents,
    shop: count.shop,
    filtered: Object.fromEntries(
      Object.entries(count.filtered).map(([reason, rows]) => [reason, Number(rows)]),
    ),
    context: { files: facts.files, provisional: endsTooEarly(facts, settings, reach) },
    creditUnknown: has('orders') && !has('chats') && settings.memo === 'off',
  };
}

async function prepareBuyers(count: Count): Promise<Reach> {
  await run(count, 'buyers', 'talk', 'rounds', 'chat-days', 'sessions');
  return reachOf(count.facts, count.parameters);
}

async function countChats(count: Count): Promise<void> {
  await run(count, 'reception-rows');
  await addAgents(count, 'reception');
  count.filtered = await oneRow(count, 'filtered');
  await reportCrossingReplies(count.facts, count.parameters, count.problems);
}

async function countOrders(count: Count): Promise<void> {
  await run(count, 'credit', 'order-rows');
  await addAgents(count, 'orders');
  await addShop(count, 'shop');
  await reportMemoConflicts(count.facts, count.parameters, count.problems);
  if (!count.facts.files.has('chats') && count.settings.memo === 'prefer') {
    count.problems.report('credit-by-memo-only', { file: `${count.facts.month}/chats.csv` });
  }
}

async function countBoth(count: Count, reach: Reach): Promise<void> {
  await run(count, 'inquiry-rows');
  await addAgents(count, 'inquiries');
  await addAgents(count, 'assists');
  count.shop = { ...count.shop, ...summedInquiries(count.agents) };
  reportShortLookback(count.facts, count.settings, reach, count.problems);
}

async function countStaff(count: Count): Promise<void> {
  const { files, attendanceForm } = count.facts;
  if (files.has('attendance')) {
    await run(count, attendanceForm === 'event' ? 'attendance-events' : 'attendance-months');
    await addAgents(count, 'attendance');
  }
  if (files.has('complaints')) await addAgents(count, 'conduct');
  if (files.has('calls')) {
    await run(count, 'call-rows');
    await addAgents(count, 'calls');
    await addShop(count, 'shop-calls');
  }
}

/** Runs SQL files that make tables. */
async function run({ facts, parameters }: Count, ...names: string[]): Promise<void> {
  await facts.engine.run(names.map((name) => metricsSql(name, parameters)).join('\n'));
}

/** Adds the columns of a query that gives one row per agent. */
async function addAgents({ facts, parameters, agents }: Count, name: string): Promise<void> {
  for (const row of await facts.engine.query(metricsSql(name, parameters))) {
    const agent = Number(row.agent);
    agents.set(agent, { ...agents.get(agent), ...row });
  }
}

/** Adds the columns of a query that gives one row for the shop. */
async function addShop(count: Count, name: string): Promise<void> {
  count.shop = { ...count.shop, ...(await oneRow(count, name)) };
}

async function oneRow({ facts, parameters }: Count, name: string): Promise<Row> {
  const [row = {}] = await facts.engine.query(metricsSql(name, parameters));
  return row;
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
