import type { HourCounts, MonthMetrics } from '../../../src/metrics/month-metrics.js';
import type { MetricSettings } from '../../../src/shop/config.js';
import { DAY, isConsult } from './chat-days.js';
import { contextOf } from './context.js';
import type { RawMonth } from './raw-month.js';
import { chatDaysOfMonth } from './reception.js';

/**
 * Consults by hour, once more, slowly: each consult of an agent's month in the hour of the clock of its first
 * buyer message. By agent id; undefined without a chats file.
 */
export function referenceHours(
  month: RawMonth,
  settings: MetricSettings,
): ReadonlyMap<string, HourCounts> | undefined {
  if (month.chats === undefined) return undefined;
  const context = contextOf(month, settings);
  const hoursOf = (agent: string): HourCounts => {
    const hours = new Map<number, number>();
    for (const day of chatDaysOfMonth(agent, context).filter(isConsult)) {
      const asked = day.messages.find((message) => message.fromBuyer);
      if (asked === undefined) continue;
      const hour = Math.floor((asked.time % DAY) / 3600);
      hours.set(hour, (hours.get(hour) ?? 0) + 1);
    }
    return hours;
  };
  return new Map(month.agents.map(({ id }) => [id, hoursOf(id)]));
}

/** Every agent whose hours differ from the reference, and whose hours do not add up to their consults. */
export function hourDifferences(
  expected: ReturnType<typeof referenceHours>,
  { hours, agents }: MonthMetrics,
): string[] {
  if (expected === undefined) return hours === undefined ? [] : ['hours: counted without chats'];
  if (hours === undefined) return ['hours: nothing was counted'];
  return [...agents].flatMap(([id, { metrics }]) => {
    const got = hours.get(id);
    const [wanted, counted] = [shown(expected.get(id)), shown(got)];
    const differs = wanted === counted ? [] : [`${id} hours: expected ${wanted}, got ${counted}`];
    const consults = metrics.get('consults');
    if (consults?.state !== 'known' || consults.origin === 'imported') return differs;
    const total = [...(got?.values() ?? [])].reduce((before, count) => before + count, 0);
    const adds = consults.value.equals(total);
    return adds ? differs : [...differs, `${id} hours: ${total} of ${consults.value.toFixed()}`];
  });
}

/** `9: 3, 20: 1`. */
function shown(hours: HourCounts | undefined): string {
  if (hours === undefined) return 'nothing';
  const ordered = [...hours].sort(([a], [b]) => a - b);
  return ordered.map(([hour, count]) => `${hour}: ${count}`).join(', ');
}
