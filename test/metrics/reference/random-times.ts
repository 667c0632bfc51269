import { dayNumber, firstDay, lastDay, type Month } from '../../../src/lib/month.js';
import type { MetricSettings } from '../../../src/shop/config.js';
import type { Random } from './random.js';

/** Times that matter: whoever asks for one gets a time at, or exactly a threshold away from, another. */
export interface Times {
  /** Numbers of the month's first and last day. */
  readonly firstDay: number;
  readonly lastDay: number;
  /** A time of the month, near midnight, near the month's ends, or tied to a time that was added. */
  some(random: Random): number;
  /** At, or exactly a threshold away from, the given time. */
  near(random: Random, time: number): number;
  /** At, or exactly a window of orders away from, the given time, before or after it. */
  nearByWindow(random: Random, time: number): number;
  add(time: number): void;
  /** Whether a time lies in the month by every calendar: business days and days from midnight. */
  isWithin(time: number): boolean;
}

const DAY = 86_400;

export function randomTimes(random: Random, month: Month, settings: MetricSettings): Times {
  const first = dayNumber(firstDay(month));
  const last = dayNumber(lastDay(month));
  const dayStart = settings.dayStartsAt;
  // Few days, so that buyers and agents meet again.
  const days = [first, last, first - 1, last + 1];
  for (let number = 0; number < 4; number += 1) days.push(random.whole(first, last));
  const { from, to } = settings.platformHours;
  const clocks = [0, dayStart, from, to, to];
  const jumps = [
    ...[0, 0, 0, 1, 60, 180, 200, 600],
    ...[settings.sessionWait, settings.maxWait, settings.window, settings.window],
    ...[settings.inquiryWindow, settings.inquiryWindow, settings.aftersalesDays * DAY, DAY],
  ];
  const windows = [
    ...[0, 0, 0, 1, 40, 60, settings.window, settings.window],
    ...[settings.inquiryWindow, settings.inquiryWindow, settings.aftersalesDays * DAY],
  ];
  const known: number[] = [];
  const near = (chooser: Random, time: number): number => {
    const jump = chooser.pick(jumps) + chooser.pick([0, 0, 0, 1, -1]);
    return time + (chooser.chance(50) ? jump : -jump);
  };
  return {
    firstDay: first,
    lastDay: last,
    some(chooser) {
      if (known.length > 0 && chooser.chance(40)) {
        return near(chooser, chooser.pick(known));
      }
      const day = chooser.pick(days) * DAY;
      if (chooser.chance(50)) {
        return day + chooser.pick(clocks) + chooser.pick([0, 0, 0, 1, -1, -30]);
      }
      return day + chooser.whole(0, DAY - 1);
    },
    near,
    nearByWindow(chooser, time) {
      const jump = chooser.pick(windows) + chooser.pick([0, 0, 0, 1, -1]);
      return time + (chooser.chance(50) ? jump : -jump);
    },
    add(time) {
      known.push(time);
    },
    isWithin: (time) => isWithinMonth(time, month, settings),
  };
}

/** Whether a time lies in a month by every calendar: business days, and days from midnight. */
export function isWithinMonth(time: number, month: Month, settings: MetricSettings): boolean {
  const start = dayNumber(firstDay(month)) * DAY + settings.dayStartsAt;
  return time >= start && time < (dayNumber(lastDay(month)) + 1) * DAY;
}
