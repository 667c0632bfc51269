import type { ComplaintRow, EventRow, MonthFacts } from '../intake/month-facts.js';
import { ONE } from '../lib/decimal.js';
import { groupBy } from './group.js';
import type { Occurrence } from './month-metrics.js';

type Occurrences = ReadonlyMap<string, readonly Occurrence[]>;

/** What happened to each agent, by agent; undefined for a kind of file that the month does not have. */
export interface Happenings {
  casesOf(agent: number): Occurrences | undefined;
  eventsOf(agent: number): Occurrences | undefined;
}

/** The verified rows of complaints*.csv by kind, and those of events*.csv by event. */
export function happenings(facts: MonthFacts): Happenings {
  const complaints = groupBy(facts.complaints, ({ agent }) => agent);
  const events = groupBy(facts.events, ({ agent }) => agent);
  return {
    casesOf: (agent) =>
      facts.files.has('complaints')
        ? grouped(complaints.get(agent) ?? [], ({ kind }) => kind, fromComplaint)
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

function fromComplaint({ file, line, day, amount, points, grave }: ComplaintRow): Occurrence {
  return {
    file,
    line,
    day,
    count: ONE,
    ...(amount === undefined ? {} : { amount }),
    ...(points === undefined ? {} : { points }),
    grave,
  };
}

function fromEvent({ file, line, day, count, amount }: EventRow): Occurrence {
  return { file, line, day, count, ...(amount === undefined ? {} : { amount }), grave: false };
}
