import type { OccurrenceRow } from '../catalogue/rows.js';
import type { AgentRow, MonthFacts } from '../intake/facts/month-facts.js';
import { type Decimal, decimal } from '../lib/decimal.js';
import { groupBy } from '../lib/group.js';

type Occurrences = ReadonlyMap<string, readonly OccurrenceRow[]>;

/** What happened to each agent; undefined for a kind of file that the month does not have. */
interface OccurrencesByAgent {
  casesOf(agent: number): Occurrences | undefined;
  eventsOf(agent: number): Occurrences | undefined;
  /** Undefined when no file says when leaves were asked for. */
  leavesOf(agent: number): readonly OccurrenceRow[] | undefined;
}

/** The verified rows of complaints*.csv by kind, and those of events*.csv by event. */
export async function happenings(facts: MonthFacts): Promise<OccurrencesByAgent> {
  const { files } = facts;
  const complaints = groupBy(await withOrderAmounts(facts), ({ agent }) => agent);
  const events = groupBy(facts.events, ({ agent }) => agent);
  const leaves = facts.leaves && groupBy(facts.leaves, ({ agent }) => agent);
  const byKind = (rows: readonly AgentRow[] = []) => groupBy(rows, ({ kind }) => kind);
  return {
    casesOf: (agent) => (files.has('complaints') ? byKind(complaints.get(agent)) : undefined),
    eventsOf: (agent) => (files.has('events') ? byKind(events.get(agent)) : undefined),
    leavesOf: (agent) => leaves && (leaves.get(agent) ?? []),
  };
}

/** Complaints, each with what the order cost that it is about, where the orders have it. */
async function withOrderAmounts(facts: MonthFacts): Promise<readonly AgentRow[]> {
  const amounts = await orderAmounts(facts);
  return facts.complaints.map(({ order, ...row }) => ({
    ...row,
    order: order && { ...order, amount: amounts.get(order.id) },
  }));
}

/** What the orders cost that complaints name, by order id. */
async function orderAmounts(facts: MonthFacts): Promise<ReadonlyMap<string, Decimal>> {
  const ids = new Set(facts.complaints.flatMap(({ order }) => order?.id ?? []));
  if (ids.size === 0 || !facts.files.has('orders')) return new Map();
  const rows = await facts.engine.query(
    'SELECT order_id, amount FROM orders WHERE order_id IN (SELECT unnest($1::VARCHAR[]))',
    ids,
  );
  return new Map(rows.map(({ order_id, amount }) => [String(order_id), decimal(String(amount))]));
}
