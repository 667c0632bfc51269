import type { MonthFacts } from '../intake/facts/month-facts.js';
import type { Agent } from '../shop/shop.js';
import { countParts } from './count-rows.js';
import { COUNTS } from './measures/measures.js';
import type { HourCounts } from './month-metrics.js';

/**
 * How many consults of each active agent (by id) began in each hour of the day, 0 to 23, by the shop's
 * clock; an hour without any is left out. The month must have been counted before, since its views are
 * read. Undefined without chats.
 */
export async function consultsByHour(
  facts: MonthFacts,
  active: readonly Agent[],
): Promise<ReadonlyMap<string, HourCounts> | undefined> {
  if (!facts.files.has('chats')) return undefined;
  const consults = new Map([...COUNTS].filter(([column]) => column === 'consults'));
  const counted = await countParts(facts, consults, 'hour');
  return new Map(
    active.map(({ id, index }) => {
      const hours = [...(counted.get(index) ?? [])];
      return [id, new Map(hours.map(([hour, row]) => [hour, Number(row.consults)]))];
    }),
  );
}
