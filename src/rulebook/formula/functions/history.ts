import { type Decimal, decimal, divide, ONE, sum } from '../../../lib/decimal.js';
import { addMonths } from '../../../lib/month.js';
import { filled } from '../../../words/fill.js';
import type { Sentences } from '../../../words/texts/entry.js';
import type { Env } from '../../values/node.js';
import { knownNumbers, NO_HISTORY, unknownAmong } from '../../values/obstacles.js';
import { note } from '../../values/trace.js';
import { FLEXIBLE, PLAIN, YESNO } from '../../values/type.js';
import { missing, NOTHING, numberValue, undefinedBecause, type Value } from '../../values/value.js';
import type { CompiledExpression } from '../compiled-expression.js';
import {
  type CompiledCall,
  define,
  type Finding,
  type FormulaFunction,
  finding,
} from './function.js';

/** What it says of itself. */
const SENTENCES = {
  noMonth: { zh: '没有 {month} 的数：那时还没有发过工资', en: 'there was no pay in {month}' },
  noFigures: { zh: '这几个月都没有数', en: 'none of the months has a figure' },
  noteNoneYet: { zh: '那时还没有结转，按 0', en: 'nothing was carried over then: 0' },
  noteNoMonth: { zh: '没有这个月', en: 'there is no such month' },
  noteMonth: { zh: '{month}', en: '{month}' },
  noteCorrected: { zh: '{month}，更正后', en: '{month}, as corrected' },
  noteStreak: { zh: '连续 {count} 个月', en: '{count} months running' },
  noteMeanOver: { zh: '{count} 个月的平均', en: 'mean of {count} months' },
  noteSumOver: { zh: '{count} 个月合计', en: 'sum of {count} months' },
} as const satisfies Sentences;

/** Closed months further back than this are never asked for. */
const MAX_MONTHS = 60;

/** Functions over this month and closed months before it. */
export const HISTORY_FUNCTIONS: readonly FormulaFunction[] = [
  define({
    id: 'previous',
    zh: '之前',
    ofEarlierMonth: true,
    about: {
      zh: '上个月的数；第二个数是往前几个月。可以写这一项自己，或 kind: balance 的工资项：上月结转下来的，那时还没有就是 0。没有那个月就没有结果。以往月份由已结账的月份得来，更正过的按更正后的数。',
      en: 'The figure of the month before, or of so many months before; of the very entry, or of a line of kind balance, it is what was carried over, 0 when there was none yet. Earlier months come from closed ones, as they were corrected since.',
    },
    scope: 'history',
    takes: [FLEXIBLE],
    mayTake: ['any'],
    compile: overWritten(previous),
  }),
  define({
    id: 'streak',
    zh: '连续',
    about: {
      zh: '到这个月为止，条件连续成立了几个月。',
      en: 'How many months running, this one included, a condition has held.',
    },
    scope: 'history',
    takes: [YESNO],
    compile: streak,
  }),
  define({
    id: 'mean_over',
    zh: '月均',
    about: {
      zh: '这个月和以前共几个月的平均，只算有的月份；比率是分子之和 ÷ 分母之和。',
      en: 'The mean of this month and those before it, so many in all, of those there are.',
    },
    scope: 'history',
    takes: [FLEXIBLE, 'any'],
    compile: overWritten(meanOver),
  }),
  define({
    id: 'sum_over',
    zh: '月累计',
    about: {
      zh: '这个月和以前共几个月的合计，只算有的月份。',
      en: 'The sum over this month and those before it, so many in all, of those there are.',
    },
    scope: 'history',
    takes: [FLEXIBLE, 'any'],
    compile: overWritten(sumOver),
  }),
];

/** A call of a function of a figure over so many months. */
type MonthsCall = CompiledCall<readonly [CompiledExpression, CompiledExpression | undefined]>;

/** A function of a number over so many months; one unless they are written out. */
function overWritten(
  compile: (asked: CompiledExpression, months: number, call: MonthsCall) => CompiledExpression,
) {
  return (call: MonthsCall) => {
    const [asked, months] = call.operands;
    const count = months === undefined ? 1 : wholeNumber(months);
    return count === undefined ? call.fail(1, PLAIN) : compile(asked, count, call);
  };
}

/** The number of months must be written out: what is asked of history is known before anything runs. */
function wholeNumber({ literal }: CompiledExpression): number | undefined {
  const number = literal?.isInteger() === true ? literal.toNumber() : undefined;
  return number !== undefined && number >= 1 && number <= MAX_MONTHS ? number : undefined;
}

/** What a function over months found: its value, and its words on how. */
type Found = Pick<Finding, 'value' | 'notes'>;

const UNKNOWN: Found = { value: missing(NO_HISTORY) };
const NO_FIGURES = undefinedBecause(SENTENCES.noFigures);

/** The value so many months earlier. It asks for nothing of this month, so it may even ask for itself. */
function previous(asked: CompiledExpression, months: number, call: MonthsCall): CompiledExpression {
  const carried = asked.reference?.carried;
  const expression = finding(call, asked.type, asked.unit, (env) => {
    const before = env.earlier(months);
    if (before === 'unknown') return { ...UNKNOWN, parts: [] };
    if (carried !== undefined && (before === 'none' || !before.facts.recorded(carried))) {
      return { value: NOTHING, parts: [], notes: () => [note(SENTENCES.noteNoneYet)] };
    }
    if (before === 'none') {
      const reason = filled(SENTENCES.noMonth, { month: addMonths(env.month, -months) });
      const notes = () => [note(SENTENCES.noteNoMonth)];
      return { value: undefinedBecause(reason), parts: [], notes };
    }
    const then = asked.evaluate(before);
    const { noteMonth, noteCorrected } = SENTENCES;
    const how = before.isCorrected === true ? noteCorrected : noteMonth;
    const notes = () => [note(how, { month: before.month })];
    return { value: then.value, parts: [then], notes };
  });
  return { ...expression, uses: [], range: asked.range };
}

/** How many months running, this one included, a condition has held. */
function streak(call: CompiledCall<readonly [CompiledExpression]>): CompiledExpression {
  const [asked] = call.operands;
  const compute = (env: Env): Found => {
    let length = 0;
    for (let back = 0; back <= MAX_MONTHS; back++) {
      const then = back === 0 ? env : env.earlier(back);
      if (then === 'unknown') return UNKNOWN;
      if (then === 'none') break;
      const { value } = asked.evaluate(then);
      if (value.kind !== 'yesno') return { value };
      if (!value.yes) break;
      length++;
    }
    const notes = () => [note(SENTENCES.noteStreak, { count: length })];
    return { value: numberValue(decimal(length)), notes };
  };
  return overMonths(call, { ...asked, type: PLAIN, unit: 'months' }, compute);
}

/**
 * The mean over this month and the months before it, so many in all, of those that there are. The mean
 * of a quotient is Σ numerators ÷ Σ denominators.
 */
function meanOver(asked: CompiledExpression, months: number, call: MonthsCall): CompiledExpression {
  const expression = overMonths(call, asked, (env) => {
    const then = monthsOf(env, months);
    if (then === 'unknown') return UNKNOWN;
    const figures = then.map((each) => quotientOf(asked, each));
    const obstacle = unknownAmong(figures.map(({ value }) => value));
    if (obstacle !== undefined) return { value: obstacle };
    const over = sum(figures.flatMap(({ bottom }) => bottom ?? []));
    const value = over.isZero()
      ? NO_FIGURES
      : numberValue(divide(sum(figures.flatMap(({ top }) => top ?? [])), over));
    return { value, notes: () => [note(SENTENCES.noteMeanOver, { count: then.length })] };
  });
  return { ...expression, range: asked.range };
}

/** The sum over this month and the months before it, so many in all, of those that there are. */
function sumOver(asked: CompiledExpression, months: number, call: MonthsCall): CompiledExpression {
  return overMonths(call, asked, (env) => {
    const then = monthsOf(env, months);
    if (then === 'unknown') return UNKNOWN;
    const values = then.map((each) => asked.evaluate(each).value);
    const obstacle = unknownAmong(values);
    if (obstacle !== undefined) return { value: obstacle };
    const numbers = knownNumbers(values);
    const value = numbers.length === 0 ? NO_FIGURES : numberValue(sum(numbers));
    return { value, notes: () => [note(SENTENCES.noteSumOver, { count: then.length })] };
  });
}

/** This month and those before it that there are, so many in all. */
function monthsOf(env: Env, months: number): readonly Env[] | 'unknown' {
  const found = Array.from({ length: months }, (_, back) => (back === 0 ? env : env.earlier(back)));
  if (found.includes('unknown')) return 'unknown';
  return found.filter((each) => typeof each !== 'string');
}

interface Quotient {
  readonly value: Value;
  readonly top?: Decimal;
  readonly bottom?: Decimal;
}

/** A month's value as numerator and denominator: those of a quotient, or the number over one. */
function quotientOf(asked: CompiledExpression, env: Env): Quotient {
  const metric = asked.reference?.metric;
  if (metric?.quotient === true) {
    const { value, numerator, denominator } = env.facts.metric(metric.id);
    if (numerator !== undefined && denominator !== undefined) {
      return { value, top: numerator, bottom: denominator };
    }
  }
  const { value } = asked.evaluate(env);
  return value.kind === 'number' ? { value, top: value.number, bottom: ONE } : { value };
}

/** A figure over this month and earlier ones; the trace shows this month's part in it. */
function overMonths(
  call: CompiledCall,
  { type, unit, evaluate }: CompiledExpression,
  compute: (env: Env) => Found,
): CompiledExpression {
  return finding(call, type, unit, (env) => ({ ...compute(env), parts: [evaluate(env)] }));
}
