import { type Day, dayNumber, dayOf } from '../../lib/month.js';

/** The days of a year that differ from the week: weekdays that are off, weekends that are worked. */
export interface CalendarYear {
  readonly holidays: ReadonlySet<Day>;
  readonly workdays: ReadonlySet<Day>;
}

/** Which days are worked, in the years of which that is known. */
export interface WorkCalendar {
  readonly years: ReadonlyMap<string, CalendarYear>;
}

/** Where people write which days are worked. */
export const CALENDAR_FILE = 'rules/calendar.yaml';

/** How many days are worked from one day to another, both included; or the first year that is not known. */
export function workingDays(
  { years }: WorkCalendar,
  from: Day,
  to: Day,
): { readonly days: number } | { readonly unknown: string } {
  let days = 0;
  for (let number = dayNumber(from); number <= dayNumber(to); number++) {
    const day = dayOf(number);
    const year = years.get(yearOf(day));
    if (year === undefined) return { unknown: yearOf(day) };
    if (isWorked(day, number, year)) days++;
  }
  return { days };
}

export function yearOf(day: Day): string {
  return day.slice(0, 4);
}

function isWorked(day: Day, number: number, { holidays, workdays }: CalendarYear): boolean {
  // 1970-01-01, day 0, was a Thursday.
  const weekday = (number + 4) % 7;
  const isWeekend = weekday === 0 || weekday === 6;
  return isWeekend ? workdays.has(day) : !holidays.has(day);
}
