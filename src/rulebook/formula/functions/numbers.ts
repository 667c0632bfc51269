import { type Decimal, ONE, type RoundingMode, roundTo, sum } from '../../../lib/decimal.js';
import type { Title } from '../../../lib/language.js';
import type { Sentences } from '../../../words/texts/entry.js';
import { numbersOf } from '../../values/obstacles.js';
import { NO_NOTES } from '../../values/trace.js';
import { PLAIN, sumType, YESNO } from '../../values/type.js';
import { numberValue, undefinedBecause, type Value } from '../../values/value.js';
import {
  asNumber,
  type CompiledExpression,
  matches,
  numeric,
  unitTogether,
} from '../compiled-expression.js';
import { type CompiledCall, calledWith, define, type FormulaFunction } from './function.js';

/** What it says of itself. */
const SENTENCES = {
  noStep: { zh: '取整到 0 或负数的倍数', en: 'rounded to a multiple of 0 or less' },
} as const satisfies Sentences;

/** As many as one likes, one at least. */
const MANY = [1, 50] as const;

/** Functions of values of one agent in one month. */
export const NUMBER_FUNCTIONS: readonly FormulaFunction[] = [
  define({
    id: 'if',
    zh: '如果',
    about: {
      zh: '条件成立取第二个，否则取第三个。只算取到的那一个，所以另一个可以缺数据。',
      en: 'The second when the condition holds, else the third. Only the one that is taken is computed.',
    },
    scope: 'value',
    takes: [YESNO, 'any', 'any'],
    isSelective: true,
    takesRatings: true,
    partsShown: 'one side',
    keepsOrder: true,
    compile: conditional,
  }),
  ofNumbers('min', '最小', { zh: '最小的一个。', en: 'The smallest.' }, MANY, (all) =>
    all.reduce((a, b) => (b.lessThan(a) ? b : a)),
  ),
  ofNumbers('max', '最大', { zh: '最大的一个。', en: 'The largest.' }, MANY, (all) =>
    all.reduce((a, b) => (b.greaterThan(a) ? b : a)),
  ),
  ofNumbers('sum', '求和', { zh: '加起来。', en: 'Adds up.' }, MANY, sum),
  ofNumbers(
    'round',
    '四舍五入',
    {
      zh: '四舍五入到整数，或到第二个数的倍数。',
      en: 'Rounds halves away from zero, to a whole number or to a multiple of the second number.',
    },
    [1, 2],
    stepped('half up'),
  ),
  ofNumbers(
    'floor',
    '向下取整',
    { zh: '往小取整。', en: 'Rounds down.' },
    [1, 2],
    stepped('floor'),
  ),
  ofNumbers('ceil', '向上取整', { zh: '往大取整。', en: 'Rounds up.' }, [1, 2], stepped('ceil')),
  {
    ...ofNumbers(
      'abs',
      '绝对值',
      { zh: '去掉负号。', en: 'Without its sign.' },
      [1, 1],
      ([number]) => number?.abs(),
    ),
    keepsOrder: false,
  },
  ofNumbers(
    'clamp',
    '限制',
    { zh: '不小于第二个，不大于第三个。', en: 'No less than the second, no more than the third.' },
    [3, 3],
    clamp,
  ),
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

/** A function of numbers of one dimension, so many of them; more of one of them is never less of the result. */
function ofNumbers(
  id: string,
  zh: string,
  about: Title,
  [fewest, most]: readonly [number, number],
  compute: NumbersFunction,
): FormulaFunction {
  const anything = (count: number) => Array.from({ length: count }, () => 'any' as const);
  const [takes, mayTake] = [anything(fewest), anything(most - fewest)];
  const compile = (call: CompiledCall) => {
    const operands = call.operands.filter((operand) => operand !== undefined);
    let type = asNumber(operands[0]?.type ?? PLAIN);
    for (const [index, operand] of operands.entries()) {
      const together = sumType(type, asNumber(operand.type));
      if (together === undefined) return call.fail(index, type);
      type = together;
    }
    return calledWith(call, type, unitTogether(operands), (values) => overNumbers(compute, values));
  };
  return define({ id, zh, about, scope: 'value', takes, mayTake, compile, keepsOrder: true });
}

function overNumbers(compute: NumbersFunction, values: readonly Value[]): Value {
  const numbers = numbersOf(values);
  if ('kind' in numbers) return numbers;
  const result = compute(numbers);
  return result === undefined ? undefinedBecause(SENTENCES.noStep) : numberValue(result);
}

type Sides = readonly [CompiledExpression, CompiledExpression, CompiledExpression];

/** `if(condition, a, b)`: only the side that is chosen is computed, so only it can be missing. */
function conditional({
  called,
  operands: [condition, one, other],
  fail,
}: CompiledCall<Sides>): CompiledExpression | undefined {
  const ratings = one.type.kind === 'rating' && other.type.kind === 'rating';
  const [then, otherwise] = ratings ? [one, other] : [numeric(one), numeric(other)];
  const type =
    sumType(then.type, otherwise.type) ??
    (matches(otherwise.type, then.type) ? then.type : undefined);
  if (type === undefined) return fail(2, then.type);
  return {
    type,
    unit: unitTogether([then, otherwise]),
    uses: [condition, one, other].flatMap(({ uses }) => uses),
    evaluate(env) {
      const asked = condition.evaluate(env);
      const { value } = asked;
      const side =
        value.kind === 'yesno' ? (value.yes ? then : otherwise).evaluate(env) : undefined;
      const parts = side === undefined ? [asked] : [asked, side];
      const { value: found, unit } = side ?? asked;
      return { step: 'call', operation: called, value: found, unit, parts, notes: NO_NOTES };
    },
  };
}
