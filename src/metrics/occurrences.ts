import type { ComplaintRow, EventRow, MonthFacts } from '../intake/facts/month-facts.js';
import { type Decimal, decimal, ONE } from '../lib/decimal.js';
import { literal } from '../lib/engine.js';
import { groupBy } from '../lib/group.js';
import type { Occurrence } from './month-metrics.js';

type Occurrences = ReadonlyMap<string, readonly Occurrence[]>;

/** What happened to each agent, by agent; undefined for a kind of file that the month does not have. */
export interface Happenings {
  casesOf(agent: number): Occurrences | undefined;
  eventsOf(agent: number): Occurrences | undefined;
}

/** The verified rows of complaints*.csv by kind, and those of events*.csv by event. */
export async function happenings(facts: MonthFacts): Promise<Happenings> {
  const amounts = await orderAmounts(facts);
  const complaints = groupBy(facts.complaints, ({ agent }) => agent);
  const events = groupBy(facts.events, ({ agent }) => agent);
  return {
    casesOf: (agent) =>
      facts.files.has('complaints')
        ? grouped(
            complaints.get(agent) ?? [],
            ({ kind }) => kind,
            (row) => fromComplaint(row, amounts),
          )
        : undefined,
    eventsOf: (agent) =>
      facts.files.has('events')
        ? grouped(events.get(agent) ?? [], ({ event }) => event, fromEvent)
        : undefined,
  };
}

function grouped<T>(
  rows: readonly T[],
  keyOf: (row: T) => string,
  toOccurrence: (row: T) => Occurrence,
): Occurrences {
  const groups = new Map<string, readonly Occurrence[]>();
  for (const [key, group] of groupBy(rows, keyOf)) groups.set(key, group.map(toOccurrence));
  return groups;
}

/** What the orders cost that complaints name, by order id. */
async function orderAmounts(facts: MonthFacts): Promise<ReadonlyMap<string, Decimal>> {
  const ids = new Set(facts.complaints.flatMap(({ order }) => order ?? []));
  if (ids.size === 0 || !facts.files.has('orders')) return new Map();
  const rows = await facts.engine.query(
    `SELECT order_id, amount FROM orders WHERE order_id IN (${[...ids].map(literal).join(', ')})`,
  );
  return new Map(rows.map(({ order_id, amount }) => [String(order_id), decimal(String(amount))]));
}

function fromComplaint(
  { file, line, day, amount, points, grave, order }: ComplaintRow,
  amounts: ReadonlyMap<string, Decimal>,
): Occurrence {
  const cost = order === undefined ? undefined : amounts.get(order);
  return {
    file,
    line,
    day,
    count: ONE,
    ...(amount === undefined ? {} : { amount }),
    ...(points === undefined ? {} : { points }),
    grave,
    ...(order === undefined
      ? {}
      : { order: { id: order, ...(cost === undefined ? {} : { amount: cost }) } }),
  };
}

function fromEvent({ file, line, day, count, amount }: EventRow): Occurrence {
  return { file, line, day, count, ...(amount === undefined ? {} : { amount }), grave: false };
}
