/** A calendar month, written `YYYY-MM`. */
export type Month = string & { readonly month: unique symbol };

/** A calendar day, written `YYYY-MM-DD`. Days compare as text. */
export type Day = string & { readonly day: unique symbol };

const MONTH = /^(\d{4})-(0[1-9]|1[0-2])$/;
const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const MILLISECONDS_PER_DAY = 86_400_000;

/** Reads `2026-10`; undefined for any other text. */
export function parseMonth(text: string): Month | undefined {
  return MONTH.test(text) ? (text as Month) : undefined;
}

/** A month as people write it: `2026-1`, `2026/10`, `202610`, `2026年10月`, or a day of it. */
const LIKELY = /^(\d{4})(?:[-/._ 年]|(?=\d{2}$))(\d{1,2})(?:月|[-/.]\d{1,2})?$/;

/** The month that a text which is none most likely means; undefined when it means none. */
export function likelyMonth(text: string): Month | undefined {
  const [, year = '', month = ''] = LIKELY.exec(text.normalize('NFKC').trim()) ?? [];
  return parseMonth(`${year}-${month.padStart(2, '0')}`);
}

/** Reads `2026-10-31`; undefined for any other text and for days that no calendar has. */
export function parseDay(text: string): Day | undefined {
  if (!DAY.test(text)) return undefined;
  const time = Date.parse(`${text}T00:00:00Z`);
  return Number.isNaN(time) || dayOf(time / MILLISECONDS_PER_DAY) !== text
    ? undefined
    : (text as Day);
}

/** The month that is `count` months later (earlier when negative). */
export function addMonths(month: Month, count: number): Month {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + count;
  const year = String(Math.floor(index / 12)).padStart(4, '0');
  return `${year}-${String((((index % 12) + 12) % 12) + 1).padStart(2, '0')}` as Month;
}

export function firstDay(month: Month): Day {
  return `${month}-01` as Day;
}

export function lastDay(month: Month): Day {
  return dayOf(dayNumber(firstDay(addMonths(month, 1))) - 1);
}

/** Whole days since 1970-01-01. */
export function dayNumber(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`) / MILLISECONDS_PER_DAY;
}

/** The day that is so many whole days after 1970-01-01. */
export function dayOf(number: number): Day {
  return new Date(number * MILLISECONDS_PER_DAY).toISOString().slice(0, 10) as Day;
}

export function monthOfDay(day: Day): Month {
  return day.slice(0, 7) as Month;
}

/** The first and last day of a month that are neither before `from` nor after `to`. */
export function daysWithin(
  month: Month,
  from: Day | undefined,
  to: Day | undefined,
): { readonly first: Day; readonly last: Day } {
  const [first, last] = [firstDay(month), lastDay(month)];
  return {
    first: from !== undefined && from > first ? from : first,
    last: to !== undefined && to < last ? to : last,
  };
}

/** The quarter of the year, 1 to 4. */
export function quarterOf(month: Month): number {
  return Math.ceil(Number(month.slice(5)) / 3);
}

/** Full months from one day to another: 2026-01-31 to 2026-02-28 is one, to 2026-02-27 none. */
export function monthsBetween(from: Day, to: Day): number {
  const months =
    (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 +
    Number(to.slice(5, 7)) -
    Number(from.slice(5, 7));
  const complete = to.slice(8) >= from.slice(8) || to === lastDay(monthOfDay(to));
  return complete ? months : months - 1;
}

/** The month before the one in which `now` falls, in Shanghai, where the shops are. */
export function previousMonth(now: Date): Month {
  const shanghai = new Date(now.getTime() + 8 * 3_600_000).toISOString().slice(0, 7) as Month;
  return addMonths(shanghai, -1);
}
