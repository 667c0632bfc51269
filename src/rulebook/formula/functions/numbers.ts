import {
  type Decimal,
  decimal,
  ONE,
  type RoundingMode,
  roundTo,
  sum,
} from '../../../lib/decimal.js';
import { numbersOf } from '../../values/obstacles.js';
import { PLAIN, sumType, YESNO } from '../../values/type.js';
import { numberValue, UNDEFINED, type Value } from '../../values/value.js';
import {
  asNumber,
  type CompiledExpression,
  matches,
  numeric,
  unitTogether,
} from '../compiled-expression.js';
import {
  type CompiledCall,
  calledWith,
  callTrace,
  define,
  type FormulaFunction,
  MANY,
} from './function.js';

/** Functions of values of one agent in one month. */
export const NUMBER_FUNCTIONS: readonly FormulaFunction[] = [
  {
    ...define('if', '如果', [3, 3], 'value', conditional),
    isSelective: true,
    takesRatings: true,
    partsTold: 'one side',
  },
  ofNumbers('min', '最小', [1, MANY], (all) => all.reduce((a, b) => (b.lessThan(a) ? b : a))),
  ofNumbers('max', '最大', [1, MANY], (all) => all.reduce((a, b) => (b.greaterThan(a) ? b : a))),
  ofNumbers('sum', '求和', [1, MANY], sum),
  ofNumbers('round', '四舍五入', [1, 2], stepped('half up')),
  ofNumbers('floor', '向下取整', [1, 2], stepped('floor')),
  ofNumbers('ceil', '向上取整', [1, 2], stepped('ceil')),
  ofNumbers('abs', '绝对值', [1, 1], ([number]) => number?.abs()),
  ofNumbers('clamp', '限制', [3, 3], clamp),
];

type NumbersFunction = (numbers: readonly Decimal[]) => Decimal | undefined;

function clamp([number, low, high]: readonly Decimal[]): Decimal | undefined {
  if (number === undefined || low === undefined || high === undefined) return undefined;
  if (number.lessThan(low)) return low;
  return number.greaterThan(high) ? high : number;
}

function stepped(mode: RoundingMode): NumbersFunction {
  return ([number, step = ONE]) =>
    number === undefined || !step.greaterThan(0) ? undefined : roundTo(number, step, mode);
}

/** A function of numbers of one dimension. */
function ofNumbers(
  id: string,
  zh: string,
  count: readonly [number, number],
  compute: NumbersFunction,
): FormulaFunction {
  return define(id, zh, count, 'value', (call) => {
    const { parts } = call;
    let type = asNumber(parts[0]?.type ?? PLAIN);
    for (const [index, part] of parts.entries()) {
      const together = sumType(type, asNumber(part.type));
      if (together === undefined) return call.fail(index, type);
      type = together;
    }
    return calledWith(call, type, unitTogether(parts), (values) => overNumbers(compute, values));
  });
}

function overNumbers(compute: NumbersFunction, values: readonly Value[]): Value {
  const numbers = numbersOf(values);
  if ('kind' in numbers) return numbers;
  const result = numbers.length === 0 ? decimal(0) : compute(numbers);
  return result === undefined ? UNDEFINED : numberValue(result);
}

/** `if(condition, a, b)`: only the side that is chosen is computed, so only it can be missing. */
function conditional({ called, parts, fail }: CompiledCall): CompiledExpression | undefined {
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
    evaluate(env) {
      const asked = condition.evaluate(env);
      if (asked.value.kind !== 'yesno') return callTrace(called, asked.value, asked.unit, [asked]);
      const chosen = (asked.value.yes ? then : otherwise).evaluate(env);
      return callTrace(called, chosen.value, chosen.unit, [asked, chosen]);
    },
  };
}
