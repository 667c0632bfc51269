import type { MonthFacts } from '../intake/facts/month-facts.js';
import type { MetricSettings } from '../shop/config.js';
import type { Agent } from '../shop/shop.js';
import type { HourCounts } from './month-metrics.js';
import { metricsSql, sqlParameters } from './rows/sql.js';

/**
 * How many consults of each active agent (by id) began in each hour of the day, 0 to 23, by the shop's
 * clock; an hour without any is left out. The month must have been counted before, since its views are
 * read. Undefined without chats.
 */
export async function countHours(
  { engine, files, month }: MonthFacts,
  settings: MetricSettings,
  active: readonly Agent[],
): Promise<ReadonlyMap<string, HourCounts> | undefined> {
  if (!files.has('chats')) return undefined;
  const counted = new Map<number, Map<number, number>>();
  for (const row of await engine.query(metricsSql('hours', sqlParameters(month, settings)))) {
    const agent = Number(row.agent);
    const hours = counted.get(agent) ?? new Map<number, number>();
    counted.set(agent, hours.set(Number(row.hour), Number(row.consults)));
  }
  return new Map(active.map(({ id, index }) => [id, counted.get(index) ?? new Map()]));
}
