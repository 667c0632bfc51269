import { type Decimal, decimal, ONE, type RoundingMode, roundTo, sum } from '../../lib/decimal.js';
import type { Env } from '../values/node.js';
import { numbersOf } from '../values/obstacles.js';
import { NO_NOTES, type Trace } from '../values/trace.js';
import { PLAIN, sumType, type Type, YESNO } from '../values/type.js';
import { numberValue, UNDEFINED, type Value } from '../values/value.js';
import {
  asNumber,
  type CompiledExpression,
  derived,
  matches,
  numeric,
  unitTogether,
} from './compiled-expression.js';

/** Reports that the argument of an index is of the wrong type; gives undefined, to return. */
export type Fail = (index: number, wanted: Type) => undefined;

type NumbersFunction = (numbers: readonly Decimal[]) => Decimal | undefined;

const COMPUTE: Readonly<Record<string, NumbersFunction>> = {
  min: (numbers) => numbers.reduce((a, b) => (b.lessThan(a) ? b : a)),
  max: (numbers) => numbers.reduce((a, b) => (b.greaterThan(a) ? b : a)),
  sum: (numbers) => sum(numbers),
  abs: ([number]) => number?.abs(),
  clamp: ([number, low, high]) =>
    low === undefined || high === undefined || number === undefined
      ? undefined
      : number.lessThan(low)
        ? low
        : number.greaterThan(high)
          ? high
          : number,
  round: stepped('half up'),
  floor: stepped('floor'),
  ceil: stepped('ceil'),
};

function stepped(mode: RoundingMode): NumbersFunction {
  return ([number, step = ONE]) =>
    number === undefined || !step.greaterThan(0) ? undefined : roundTo(number, step, mode);
}

export function isSimpleFunction(id: string): boolean {
  return id === 'if' || Object.hasOwn(COMPUTE, id);
}

/** A function of values of one agent in one month. */
export function simpleFunction(
  id: string,
  parts: readonly CompiledExpression[],
  fail: Fail,
): CompiledExpression | undefined {
  if (id === 'if') return conditional(parts, fail);
  let type = asNumber(parts[0]?.type ?? PLAIN);
  for (const [index, part] of parts.entries()) {
    const together = sumType(type, asNumber(part.type));
    if (together === undefined) return fail(index, type);
    type = together;
  }
  const compute = COMPUTE[id];
  if (compute === undefined) return undefined;
  return derived(
    type,
    unitTogether(parts),
    id,
    parts,
    (values) => overNumbers(compute, values),
    'call',
  );
}

function overNumbers(compute: NumbersFunction, values: readonly Value[]): Value {
  const numbers = numbersOf(values);
  if ('kind' in numbers) return numbers;
  const result = numbers.length === 0 ? decimal(0) : compute(numbers);
  return result === undefined ? UNDEFINED : numberValue(result);
}

/** `if(condition, a, b)`: only the side that is chosen is computed, so only it can be missing. */
function conditional(
  parts: readonly CompiledExpression[],
  fail: Fail,
): CompiledExpression | undefined {
  const [condition, one, other] = parts;
  if (condition === undefined || one === undefined || other === undefined) return undefined;
  if (condition.type.kind !== 'yesno') return fail(0, YESNO);
  const ratings = one.type.kind === 'rating' && other.type.kind === 'rating';
  const [then, otherwise] = ratings ? [one, other] : [numeric(one), numeric(other)];
  const type =
    sumType(then.type, otherwise.type) ??
    (matches(otherwise.type, then.type) ? then.type : undefined);
  if (type === undefined) return fail(2, then.type);
  return {
    type,
    unit: unitTogether([then, otherwise]),
    uses: parts.flatMap(({ uses }) => uses),
    evaluate(env: Env): Trace {
      const asked = condition.evaluate(env);
      const decided = asked.value.kind === 'yesno';
      const chosen =
        asked.value.kind === 'yesno' ? (asked.value.yes ? then : otherwise).evaluate(env) : asked;
      return {
        step: 'call',
        operation: 'if',
        value: chosen.value,
        unit: chosen.unit,
        parts: decided ? [asked, chosen] : [asked],
        notes: NO_NOTES,
      };
    },
  };
}
