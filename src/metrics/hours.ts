import type { MonthFacts } from '../intake/facts/month-facts.js';
import type { Agent } from '../shop/shop.js';
import { countDaysAndHours, countParts } from './count-rows.js';
import { COUNTS } from './measures/measures.js';
import type { HourCounts, MonthMetrics } from './month-metrics.js';

const CONSULTS = new Map([...COUNTS].filter(([column]) => column === 'consults'));

/** When buyers come, as far as it is asked for; nothing without chats. The month must have been counted before. */
export async function consultsByClock(
  facts: MonthFacts,
  active: readonly Agent[],
  asked: { readonly byHour: boolean; readonly byWeekday: boolean },
): Promise<Pick<MonthMetrics, 'hours' | 'week'>> {
  if (!facts.files.has('chats')) return {};
  return {
    ...(asked.byHour && { hours: await consultsByHour(facts, active) }),
    ...(asked.byWeekday && { week: await consultsByWeekday(facts, active) }),
  };
}

/**
 * How many consults of each active agent (by id) began in each hour of the day, 0 to 23, by the shop's clock; an hour
 * without any is left out.
 */
async function consultsByHour(
  facts: MonthFacts,
  active: readonly Agent[],
): Promise<ReadonlyMap<string, HourCounts>> {
  const counted = await countParts(facts, CONSULTS, 'hour');
  return new Map(
    active.map(({ id, index }) => {
      const hours = [...(counted.get(index) ?? [])];
      return [id, new Map(hours.map(([hour, row]) => [hour, Number(row.consults)]))];
    }),
  );
}

const [DAYS_OF_WEEK, HOURS_OF_DAY] = [7, 24] as const;
/** 1970-01-01, day 0, was a Thursday: so many days after a Monday. */
const FIRST_WEEKDAY = 3;

/** How many consults of all active agents began in each hour of each day of the week, Monday first. */
async function consultsByWeekday(
  facts: MonthFacts,
  active: readonly Agent[],
): Promise<readonly (readonly number[])[]> {
  const own = new Set(active.map(({ index }) => index));
  const week = Array.from({ length: DAYS_OF_WEEK }, () => Array<number>(HOURS_OF_DAY).fill(0));
  for (const { agent, day, hour, consults } of await countDaysAndHours(facts, CONSULTS)) {
    const hours = week[(Number(day) + FIRST_WEEKDAY) % DAYS_OF_WEEK];
    if (hours === undefined || !own.has(Number(agent))) continue;
    hours[Number(hour)] = (hours[Number(hour)] ?? 0) + Number(consults);
  }
  return week;
}
