import { decimal } from '../../../src/lib/decimal.js';
import type { MetricSettings } from '../../../src/shop/config.js';
import { addAttendance } from './attendance.js';
import { addCalls } from './calls.js';
import { addConduct, type ReferenceRating, ratingsOf } from './conduct.js';
import { contextOf } from './context.js';
import { allRows, known, MISSING, type ReferenceValue } from './figures.js';
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

/**
 * "An imported metric replaces that metric of that agent only (agent `*`: the shop's). `silent_sales` always
 * comes from orders."
 */
function replaceImported(
  values: Map<string, ReferenceValue>,
  agent: string | undefined,
  month: RawMonth,
): void {
  for (const row of allRows(month.imported)) {
    if (row.agent?.id !== agent || row.metric === 'silent_sales') continue;
    values.set(row.metric, known(decimal(row.value)));
  }
}
