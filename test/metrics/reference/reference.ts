import { type Decimal, decimal } from '../../../src/lib/decimal.js';
import { type Day, dayNumber, dayOf, firstDay, lastDay } from '../../../src/lib/month.js';
import type { MetricSettings } from '../../../src/shop/config.js';
import { addAttendance } from './attendance.js';
import { addCalls, callsOfMonth } from './calls.js';
import { addConduct, type ReferenceRating, ratingsOf } from './conduct.js';
import { type Context, contextOf, isAskedDate } from './context.js';
import { allRows, MISSING, type ReferenceValue } from './figures.js';
import { addInquiries, addOrders } from './orders.js';
import type { RawAgent, RawMonth } from './raw-month.js';
import { addReception, chatDaysOfMonth } from './reception.js';
import { shopMetrics } from './shop.js';

/*
 * The metrics of the specification, once more, slowly: loops over arrays, no index, no SQL. Each function
 * of this folder is headed by the sentence that it implements. It exists to be compared with the real
 * implementation.
 */

export interface ReferenceResult {
  /** By agent id, then by metric id; every agent of the roster. */
  readonly agents: ReadonlyMap<string, ReadonlyMap<string, ReferenceValue>>;
  /** By agent id, then by rating item. */
  readonly ratings: ReadonlyMap<string, ReadonlyMap<string, ReferenceRating>>;
  readonly shop: ReadonlyMap<string, ReferenceValue>;
}

export function referenceMetrics(month: RawMonth, settings: MetricSettings): ReferenceResult {
  const context = contextOf(month, settings);
  const agents = new Map<string, ReadonlyMap<string, ReferenceValue>>();
  const ratings = new Map<string, ReadonlyMap<string, ReferenceRating>>();
  for (const agent of month.agents) {
    const values = countedFigures(agent, context);
    for (const id of ONLY_IMPORTED) values.set(id, MISSING);
    replaceImported(values, agent.id, month);
    agents.set(agent.id, values);
    ratings.set(agent.id, ratingsOf(agent.id, month));
  }
  const shop = shopMetrics(context);
  replaceImported(shop, undefined, month);
  return { agents, ratings, shop };
}

/** What is counted of an agent, before anything is imported. */
function countedFigures(agent: RawAgent, context: Context): Map<string, ReferenceValue> {
  const values = new Map<string, ReferenceValue>();
  addReception(values, agent.id, context);
  addOrders(values, agent.id, context);
  addInquiries(values, agent.id, context);
  addAttendance(values, agent, context);
  addConduct(values, agent.id, context);
  addCalls(values, agent.id, context);
  return values;
}

/** An agent's figures of the month and of each of its days, before anything is imported. */
export interface ReferenceDays {
  readonly month: ReadonlyMap<string, ReferenceValue>;
  /** By business day, every day of the month. */
  readonly days: ReadonlyMap<Day, ReadonlyMap<string, ReferenceValue>>;
  /** The days on which the agent wrote to a buyer, answered or made a call, or was present. */
  readonly worked: ReadonlySet<Day>;
}

/** By agent id. */
export function referenceDays(
  month: RawMonth,
  settings: MetricSettings,
): ReadonlyMap<string, ReferenceDays> {
  const context = contextOf(month, settings);
  const first = dayNumber(firstDay(month.month));
  const length = dayNumber(lastDay(month.month)) - first + 1;
  const days = Array.from({ length }, (_, index) => first + index);
  const ofAgent = (agent: RawAgent): ReferenceDays => {
    const on = (only: number) => ({ ...context, only });
    const figures = days.map((day) => [dayOf(day), countedFigures(agent, on(day))] as const);
    const worked = days.filter((day) => hasWorked(agent.id, on(day))).map(dayOf);
    return {
      month: countedFigures(agent, context),
      days: new Map(figures),
      worked: new Set(worked),
    };
  };
  return new Map(month.agents.map((agent) => [agent.id, ofAgent(agent)]));
}

function hasWorked(agent: string, context: Context): boolean {
  for (const day of chatDaysOfMonth(agent, context)) {
    if (day.messages.some((message) => !message.fromBuyer)) return true;
  }
  for (const call of callsOfMonth(context)) {
    if (call.agent.id === agent && (call.answered || call.direction === 'out')) return true;
  }
  for (const event of allRows(context.month.attendanceEvents)) {
    if (event.agent.id !== agent || event.kind !== 'present') continue;
    if (isAskedDate(event.date, context) && event.days !== '0') return true;
  }
  return false;
}

const ONLY_IMPORTED = [
  'typing_speed',
  'satisfaction',
  'resolution_rate',
  'return_visit_rate',
  'refund_requests',
  'feedback_collected',
];

/** The ratios of metrics.md whose two parts are metrics of their own: numerator, denominator. */
const PARTS: Readonly<Record<string, readonly [string, string]>> = {
  reply_rate: ['replied', 'consults'],
  answer_ratio: ['agent_messages', 'buyer_messages'],
  slow_share: ['slow_receptions', 'receptions'],
  avg_order_value: ['sales', 'paid_buyers'],
  items_per_buyer: ['items', 'paid_buyers'],
  unpaid_rate: ['unpaid_orders', 'created_orders'],
  conversion: ['inquiry_paid', 'inquiries'],
};

/**
 * "An imported metric replaces that metric of that agent only (agent `*`: the shop's). `silent_sales` always
 * comes from orders. A team ratio over an imported ratio needs its numerator and denominator columns too":
 * an imported ratio has parts when both are imported.
 */
function replaceImported(
  values: Map<string, ReferenceValue>,
  agent: string | undefined,
  month: RawMonth,
): void {
  const mine = allRows(month.imported).filter((row) => row.agent?.id === agent);
  const figure = (metric: string | undefined): Decimal | undefined => {
    const row = mine.find((other) => other.metric === metric);
    return row && decimal(row.value);
  };
  for (const { metric, value } of mine) {
    if (metric === 'silent_sales') continue;
    const numerator = figure(PARTS[metric]?.[0]);
    const denominator = figure(PARTS[metric]?.[1]);
    const parts = numerator && denominator ? { numerator, denominator } : {};
    values.set(metric, { state: 'known', value: decimal(value), ...parts });
  }
}
