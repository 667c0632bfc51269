import { type Decimal, decimal } from '../../../src/lib/decimal.js';
import type { MetricSettings } from '../../../src/shop/config.js';
import { addAttendance } from './attendance.js';
import { addCalls } from './calls.js';
import { addConduct, type ReferenceRating, ratingsOf } from './conduct.js';
import { contextOf } from './context.js';
import { allRows, MISSING, type ReferenceValue } from './figures.js';
import { addInquiries, addOrders } from './orders.js';
import type { RawMonth } from './raw-month.js';
import { addReception } from './reception.js';
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
    const values = new Map<string, ReferenceValue>();
    addReception(values, agent.id, context);
    addOrders(values, agent.id, context);
    addInquiries(values, agent.id, context);
    addAttendance(values, agent, context);
    addConduct(values, agent.id, context);
    addCalls(values, agent.id, context);
    for (const id of ONLY_IMPORTED) values.set(id, MISSING);
    replaceImported(values, agent.id, month);
    agents.set(agent.id, values);
    ratings.set(agent.id, ratingsOf(agent.id, month));
  }
  const shop = shopMetrics(context);
  replaceImported(shop, undefined, month);
  return { agents, ratings, shop };
}

const ONLY_IMPORTED = [
  'typing_speed',
  'satisfaction',
  'resolution_rate',
  'return_visit_rate',
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
