import { decimal } from '../../lib/decimal.js';
import { type Day, dayNumber, dayOf, monthsBetween } from '../../lib/month.js';
import { firstObstacle } from '../values/obstacles.js';
import { DATE, FLEXIBLE, PLAIN, type Type, typeOfUnit } from '../values/type.js';
import { type DisplayUnit, numberValue, UNDEFINED, type Value } from '../values/value.js';
import { type CompiledExpression, derived, matches } from './compiled-expression.js';
import type { Fail } from './simple.js';

interface DateFunction {
  readonly wanted: readonly Type[];
  readonly type: Type;
  readonly unit: DisplayUnit;
  compute(values: readonly Value[]): Value | undefined;
}

/** Days beyond which no roster goes: the calendar of the program has years of four digits. */
const MAX_DAYS = 36_525;

const DATE_FUNCTIONS: ReadonlyMap<string, DateFunction> = new Map([
  [
    'month_of',
    {
      wanted: [DATE],
      type: PLAIN,
      unit: undefined,
      compute: ([date]) => onDay(date, (day) => numberValue(decimal(Number(day.slice(5, 7))))),
    },
  ],
  [
    'months_between',
    {
      wanted: [DATE, DATE],
      type: typeOfUnit('months'),
      unit: 'months',
      compute: ([from, to]) =>
        onDay(from, (first) =>
          onDay(to, (last) => numberValue(decimal(monthsBetween(first, last)))),
        ),
    },
  ],
  [
    'add_days',
    {
      wanted: [DATE, FLEXIBLE],
      type: DATE,
      unit: undefined,
      compute: ([date, days]) => onDay(date, (day) => later(day, days)),
    },
  ],
]);

export function isDateFunction(id: string): boolean {
  return DATE_FUNCTIONS.has(id);
}

/** A function of days: the month of a day, the full months between two, the day so many days later. */
export function dateFunction(
  id: string,
  parts: readonly CompiledExpression[],
  fail: Fail,
): CompiledExpression | undefined {
  const called = DATE_FUNCTIONS.get(id);
  if (called === undefined) return undefined;
  for (const [index, wanted] of called.wanted.entries()) {
    const part = parts[index];
    if (part === undefined || !matches(part.type, wanted)) return fail(index, wanted);
  }
  const { type, unit, compute } = called;
  const over = (values: readonly Value[]) => firstObstacle(values) ?? compute(values);
  return derived(type, unit, id, parts, over, 'call');
}

function onDay(value: Value | undefined, compute: (day: Day) => Value | undefined) {
  return value?.kind === 'date' ? compute(value.day) : undefined;
}

function later(day: Day, days: Value | undefined): Value {
  if (days?.kind !== 'number' || days.number.abs().greaterThan(MAX_DAYS)) return UNDEFINED;
  return { kind: 'date', day: dayOf(dayNumber(day) + days.number.floor().toNumber()) };
}
