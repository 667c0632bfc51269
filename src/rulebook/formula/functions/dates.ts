import { decimal } from '../../../lib/decimal.js';
import { type Day, dayNumber, dayOf, monthsBetween } from '../../../lib/month.js';
import { firstObstacle } from '../../values/obstacles.js';
import { DATE, FLEXIBLE, PLAIN, type Type, typeOfUnit } from '../../values/type.js';
import { type DisplayUnit, numberValue, UNDEFINED, type Value } from '../../values/value.js';
import { matches } from '../compiled-expression.js';
import { calledWith, define, type FormulaFunction } from './function.js';

/** Days beyond which no roster goes: the calendar of the program has years of four digits. */
const MAX_DAYS = 36_525;

/** Functions of days: the month of a day, the full months between two, the day so many days later. */
export const DATE_FUNCTIONS: readonly FormulaFunction[] = [
  ofDates('month_of', '月份', [DATE], PLAIN, undefined, ([date]) =>
    onDay(date, (day) => numberValue(decimal(Number(day.slice(5, 7))))),
  ),
  ofDates('months_between', '整月数', [DATE, DATE], typeOfUnit('months'), 'months', ([from, to]) =>
    onDay(from, (first) => onDay(to, (last) => numberValue(decimal(monthsBetween(first, last))))),
  ),
  ofDates('add_days', '加天数', [DATE, FLEXIBLE], DATE, undefined, ([date, days]) =>
    onDay(date, (day) => later(day, days)),
  ),
];

function ofDates(
  id: string,
  zh: string,
  wanted: readonly Type[],
  type: Type,
  unit: DisplayUnit,
  compute: (values: readonly Value[]) => Value | undefined,
): FormulaFunction {
  return define(id, zh, [wanted.length, wanted.length], 'value', (call) => {
    for (const [index, each] of wanted.entries()) {
      const part = call.parts[index];
      if (part === undefined || !matches(part.type, each)) return call.fail(index, each);
    }
    return calledWith(call, type, unit, (values) => firstObstacle(values) ?? compute(values));
  });
}

function onDay(value: Value | undefined, compute: (day: Day) => Value | undefined) {
  return value?.kind === 'date' ? compute(value.day) : undefined;
}

function later(day: Day, days: Value | undefined): Value {
  if (days?.kind !== 'number' || days.number.abs().greaterThan(MAX_DAYS)) return UNDEFINED;
  return { kind: 'date', day: dayOf(dayNumber(day) + days.number.floor().toNumber()) };
}
