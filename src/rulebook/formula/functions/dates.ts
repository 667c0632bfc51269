import { decimal, ONE } from '../../../lib/decimal.js';
import { phrase } from '../../../lib/language.js';
import {
  type Day,
  dayNumber,
  dayOf,
  firstDay,
  lastDay,
  monthsBetween,
} from '../../../lib/month.js';
import type { Sentences } from '../../../words/texts/entry.js';
import { firstObstacle } from '../../values/obstacles.js';
import { DATE, FLEXIBLE, PLAIN, typeOfUnit } from '../../values/type.js';
import { missing, numberValue, undefinedBecause, type Value } from '../../values/value.js';
import { CALENDAR_FILE, type WorkCalendar, workingDays } from '../../values/work-calendar.js';
import type { CompiledExpression } from '../compiled-expression.js';
import {
  type CompiledCall,
  calledWith,
  define,
  type FormulaFunction,
  finding,
} from './function.js';

/** Days beyond which no roster goes: the calendar of the program has years of four digits. */
const MAX_DAYS = 36_525;

const MONTHS = decimal(12);

/** What it says of itself. */
const SENTENCES = {
  tooManyDays: { zh: '天数超过一百年', en: 'the days are more than a century' },
} as const satisfies Sentences;

/** Functions of days: the month of a day, what lies between two, the days of the month and those worked. */
export const DATE_FUNCTIONS: readonly FormulaFunction[] = [
  define({
    id: 'month_of',
    zh: '月份',
    about: { zh: '日期的月份，1 到 12。', en: 'The month of a date, 1 to 12.' },
    scope: 'value',
    takes: [DATE],
    compile: (call) => ({
      ...calledWith(call, PLAIN, undefined, ([date]) =>
        onDay(date, (day) => numberValue(decimal(Number(day.slice(5, 7))))),
      ),
      range: { name: { zh: '月份', en: 'month_of' }, unit: undefined, least: ONE, most: MONTHS },
    }),
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
    id: 'days_between',
    zh: '天数',
    about: {
      zh: '从第一个日期到第二个日期过了几天：同一天是 0；两头都算，加 1。',
      en: 'How many days later the second date is: 0 on the same day; with both ends, one more.',
    },
    scope: 'value',
    takes: [DATE, DATE],
    compile: (call) =>
      calledWith(call, typeOfUnit('days'), 'days', (values) => {
        const [from, to] = values;
        const between = onDay(from, (first) =>
          onDay(to, (last) => numberValue(decimal(dayNumber(last) - dayNumber(first)))),
        );
        return firstObstacle(values) ?? between;
      }),
  }),
  define({
    id: 'calendar_days',
    zh: '日历天数',
    about: { zh: '这个月有几天。', en: 'How many days the month has.' },
    scope: 'value',
    takes: [],
    compile: (call) =>
      finding(call, typeOfUnit('days'), 'days', ({ month }) => {
        const days = dayNumber(lastDay(month)) - dayNumber(firstDay(month)) + 1;
        return { value: numberValue(decimal(days)), parts: [] };
      }),
  }),
  define({
    id: 'working_days',
    zh: '工作日',
    about: {
      zh: '这个月有几个工作日；写两个日期，是从第一个到第二个（都算）有几个。节假日和调休见 rules/calendar.yaml。',
      en: 'How many working days the month has, or, with two dates, there are from the first to the second, both included. Public holidays and make-up workdays stand in rules/calendar.yaml.',
    },
    scope: 'value',
    takes: [],
    mayTake: [DATE, DATE],
    compile: workingDaysOf,
  }),
  define({
    id: 'add_days',
    zh: '加天数',
    about: { zh: '日期加上天数。', en: 'A date so many days later.' },
    inSentence: ([date = '', days = '']) => ({
      zh: phrase`${date}之后 ${days} 天`.zh,
      en: phrase`${days} days after ${date}`.en,
    }),
    scope: 'value',
    takes: [DATE, FLEXIBLE],
    compile: (call) =>
      calledWith(call, DATE, undefined, (values) => {
        const [date, days] = values;
        return firstObstacle(values) ?? onDay(date, (day) => later(day, days));
      }),
  }),
];

type Dates = readonly [CompiledExpression | undefined, CompiledExpression | undefined];

function workingDaysOf(call: CompiledCall<Dates>): CompiledExpression | undefined {
  const { operands, scope, report } = call;
  const [from, to] = operands;
  if (from !== undefined && to === undefined) {
    const counts = '0 / 2';
    report(call.call.start, 'wrong-argument-count', { name: call.call.callee, counts });
    return undefined;
  }
  const calendar = scope.calendar?.() ?? { years: new Map() };
  return finding(call, typeOfUnit('days'), 'days', (env) => {
    const dates = operands.flatMap((operand) => operand?.evaluate(env) ?? []);
    const values = dates.map(({ value }) => value);
    const [first = firstDay(env.month), last = lastDay(env.month)] = values.flatMap((value) =>
      value.kind === 'date' ? [value.day] : [],
    );
    return { value: firstObstacle(values) ?? workedDays(calendar, first, last), parts: dates };
  });
}

function workedDays(calendar: WorkCalendar, from: Day, to: Day): Value {
  if (dayNumber(to) - dayNumber(from) > MAX_DAYS) return undefinedBecause(SENTENCES.tooManyDays);
  const found = workingDays(calendar, from, to);
  if ('days' in found) return numberValue(decimal(found.days));
  const place = { file: CALENDAR_FILE };
  const params = { year: found.unknown, file: CALENDAR_FILE };
  return missing({ name: WORKING_DAYS, code: 'calendar-unknown', place, params });
}

const WORKING_DAYS = { zh: '工作日', en: 'working days' };

function onDay(value: Value | undefined, compute: (day: Day) => Value | undefined) {
  return value?.kind === 'date' ? compute(value.day) : value;
}

function later(day: Day, days: Value | undefined): Value {
  if (days?.kind !== 'number' || days.number.abs().greaterThan(MAX_DAYS)) {
    return undefinedBecause(SENTENCES.tooManyDays);
  }
  return { kind: 'date', day: dayOf(dayNumber(day) + days.number.floor().toNumber()) };
}
