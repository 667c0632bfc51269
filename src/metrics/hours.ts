import type { MonthFacts } from '../intake/facts/month-facts.js';
import { groupBy } from '../lib/group.js';
import type { Agent } from '../shop/shop.js';
import { countDaysAndHours, countParts } from './count-rows.js';
import { COUNTS } from './measures/measures.js';
import type { HourCounts, MonthMetrics, WeekOfConsults } from './month-metrics.js';

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

const WEEKDAYS = Array.from({ length: 7 }, (_, day) => day);
const HOURS = Array.from({ length: 24 }, (_, hour) => hour);
/** 1970-01-01, day 0, was a Thursday: so many days after a Monday. */
const FIRST_WEEKDAY = 3;

/** When buyers come in a week, and how many agents that asks for. */
async function consultsByWeekday(
  facts: MonthFacts,
  active: readonly Agent[],
): Promise<WeekOfConsults> {
  const own = new Set(active.map(({ index }) => index));
  const counted = await countDaysAndHours(facts, CONSULTS);
  // Each row is an hour that an agent worked: a consult of hers began in it.
  const worked = counted.flatMap(({ agent, day, hour, consults }) =>
    own.has(Number(agent)) && Number(consults) > 0
      ? [{ day: Number(day), hour: Number(hour), consults: Number(consults) }]
      : [],
  );
  const days = groupBy([...new Set(worked.map(({ day }) => day))], weekdayOf);
  const consults = WEEKDAYS.map((weekday) => {
    const ofDay = worked.filter(({ day }) => weekdayOf(day) === weekday);
    return HOURS.map((hour) => total(ofDay.filter((each) => each.hour === hour)));
  });
  const all = total(worked);
  const suggested = consults.map((hours, weekday) => {
    const perDay = all * (days.get(weekday)?.length ?? 0);
    return hours.map((count) => (perDay === 0 ? 0 : Math.round((count * worked.length) / perDay)));
  });
  return { consults, suggested };
}

function weekdayOf(day: number): number {
  return (day + FIRST_WEEKDAY) % WEEKDAYS.length;
}

function total(rows: readonly { readonly consults: number }[]): number {
  return rows.reduce((sum, { consults }) => sum + consults, 0);
}
