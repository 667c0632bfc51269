import { z } from 'zod';
import { meaning } from '../../lib/meaning.js';
import { type Day, dayNumber, dayOf, parseDay } from '../../lib/month.js';
import type { YamlFile } from '../../lib/yaml/file.js';
import type { YamlPath } from '../../lib/yaml/yaml-node.js';
import type { Problems } from '../../words/problem.js';
import { reportAt } from '../../words/yaml/report-at.js';
import { MOST, sourceKey } from '../formula/expr.js';
import { type CalendarYear, type WorkCalendar, yearOf } from '../values/work-calendar.js';

const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}(?:\.\.\d{4}-\d{2}-\d{2})?$/, 'want-days-of-year')
  .meta({
    id: 'days_of_year',
    ...meaning('一天 2026-10-10，或一段 2026-10-01..2026-10-07', 'a day, or several in a row'),
  });

const days = z.array(day).max(MOST, 'want-fewer').optional();

/** What a calendar says of a year. */
export const calendarYear = z
  .union(
    [
      z.literal('unknown'),
      z.strictObject({
        source: sourceKey,
        holidays: days.meta(meaning('放假的日子', 'days that are off', '放假')),
        workdays: days.meta(meaning('上班的周末', 'weekends that are worked', '上班')),
      }),
    ],
    'want-year-of-days',
  )
  .meta({
    id: 'calendar_year',
    ...meaning(
      '一年的节假日和调休；unknown 是还不知道',
      'public holidays and make-up workdays of a year; `unknown` until they are',
    ),
  });

export type YearSpec = z.output<typeof calendarYear>;

/** A year with the place where it is written. */
interface YearSource {
  readonly spec: YearSpec;
  readonly yaml: YamlFile;
  readonly path: YamlPath;
}

/** The days of a calendar; a year that is not known yet is left out. */
export function workCalendarOf(years: ReadonlyMap<string, Pick<YearSource, 'spec'>>): WorkCalendar {
  const known = [...years].flatMap(([year, { spec }]): [string, CalendarYear][] => {
    if (spec === 'unknown') return [];
    const setOf = (texts: readonly string[] = []) => new Set(texts.flatMap(daysIn));
    return [[year, { holidays: setOf(spec.holidays), workdays: setOf(spec.workdays) }]];
  });
  return { years: new Map(known) };
}

/** Reports what is no day of its year, and a day that is written twice. */
export function checkYear(
  year: string,
  { spec, yaml, path }: YearSource,
  problems: Problems,
): void {
  if (spec === 'unknown') return;
  const seen = new Set<Day>();
  const check = (texts: readonly string[] = [], key: string) => {
    for (const [index, text] of texts.entries()) {
      const at = { yaml, path: [...path, key, index] };
      const found = daysIn(text);
      if (found.length === 0 || found.some((each) => yearOf(each) !== year)) {
        reportAt(problems, at, 'not-of-year', { day: text, year });
      }
      const twice = found.find((each) => seen.has(each));
      if (twice !== undefined) reportAt(problems, at, 'day-twice', { day: twice });
      for (const each of found) seen.add(each);
    }
  };
  check(spec.holidays, 'holidays');
  check(spec.workdays, 'workdays');
}

/** The days of a text; none when it is no day, or ends before it begins. */
function daysIn(text: string): readonly Day[] {
  const [first = '', last = first] = text.split('..');
  const [from, to] = [parseDay(first), parseDay(last)];
  if (from === undefined || to === undefined || yearOf(from) !== yearOf(to)) return [];
  const count = Math.max(0, dayNumber(to) - dayNumber(from) + 1);
  return Array.from({ length: count }, (_, index) => dayOf(dayNumber(from) + index));
}
