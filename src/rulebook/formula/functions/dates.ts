import { decimal } from '../../../lib/decimal.js';
import { type Day, dayNumber, dayOf, monthsBetween } from '../../../lib/month.js';
import type { Sentences } from '../../../words/texts/entry.js';
import { firstObstacle } from '../../values/obstacles.js';
import { DATE, FLEXIBLE, PLAIN, typeOfUnit } from '../../values/type.js';
import { numberValue, undefinedBecause, type Value } from '../../values/value.js';
import { calledWith, define, type FormulaFunction } from './function.js';

/** Days beyond which no roster goes: the calendar of the program has years of four digits. */
const MAX_DAYS = 36_525;

/** What it says of itself. */
const SENTENCES = {
  tooManyDays: { zh: '加的天数超过一百年', en: 'the days that are added are more than a century' },
} as const satisfies Sentences;

/** Functions of days: the month of a day, the full months between two, the day so many days later. */
export const DATE_FUNCTIONS: readonly FormulaFunction[] = [
  define({
    id: 'month_of',
    zh: '月份',
    about: { zh: '日期的月份，1 到 12。', en: 'The month of a date, 1 to 12.' },
    scope: 'value',
    takes: [DATE],
    compile: (call) =>
      calledWith(call, PLAIN, undefined, ([date]) =>
        onDay(date, (day) => numberValue(decimal(Number(day.slice(5, 7))))),
      ),
  }),
  define({
    id: 'months_between',
    zh: '整月数',
    about: {
      zh: '两个日期之间满几个月；算到一个月底的，算到月末的第二天。',
      en: 'Full months between two dates; to the end of a month means to the day after its last.',
    },
    scope: 'value',
    takes: [DATE, DATE],
    compile: (call) =>
      calledWith(call, typeOfUnit('months'), 'months', (values) => {
        const [from, to] = values;
        const between = onDay(from, (first) =>
          onDay(to, (last) => numberValue(decimal(monthsBetween(first, last)))),
        );
        return firstObstacle(values) ?? between;
      }),
  }),
  define({
    id: 'add_days',
    zh: '加天数',
    about: { zh: '日期加上天数。', en: 'A date so many days later.' },
    scope: 'value',
    takes: [DATE, FLEXIBLE],
    compile: (call) =>
      calledWith(call, DATE, undefined, (values) => {
        const [date, days] = values;
        return firstObstacle(values) ?? onDay(date, (day) => later(day, days));
      }),
  }),
];

function onDay(value: Value | undefined, compute: (day: Day) => Value | undefined) {
  return value?.kind === 'date' ? compute(value.day) : value;
}

function later(day: Day, days: Value | undefined): Value {
  if (days?.kind !== 'number' || days.number.abs().greaterThan(MAX_DAYS)) {
    return undefinedBecause(SENTENCES.tooManyDays);
  }
  return { kind: 'date', day: dayOf(dayNumber(day) + days.number.floor().toNumber()) };
}
