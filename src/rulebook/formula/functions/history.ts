import { type Decimal, decimal, divide, ONE, sum } from '../../../lib/decimal.js';
import type { Env } from '../../values/node.js';
import { NO_HISTORY, unknownAmong } from '../../values/obstacles.js';
import { NO_NOTES, type Notes, note } from '../../values/trace.js';
import { PLAIN, YESNO } from '../../values/type.js';
import { missing, numberValue, UNDEFINED, type Value } from '../../values/value.js';
import type { CompiledExpression } from '../compiled-expression.js';
import {
  type CompiledCall,
  callTrace,
  define,
  type FormulaFunction,
  ofNumber,
} from './function.js';

/** Closed months further back than this are never asked for. */
const MAX_MONTHS = 60;

/** Functions over this month and closed months before it. */
export const HISTORY_FUNCTIONS: readonly FormulaFunction[] = [
  define('previous', '之前', [1, 2], 'history', overWritten(previous)),
  define('streak', '连续', [1, 1], 'history', streak),
  define('mean_over', '月均', [2, 2], 'history', overWritten(meanOver)),
  define('sum_over', '月累计', [2, 2], 'history', overWritten(sumOver)),
];

/** A function of a number over so many months; one unless they are written out. */
function overWritten(
  compile: (asked: CompiledExpression, months: number, call: CompiledCall) => CompiledExpression,
): FormulaFunction['compile'] {
  return ofNumber((asked, call) => {
    const [, months] = call.parts;
    const count = months === undefined ? 1 : wholeNumber(months);
    return count === undefined ? call.fail(1, PLAIN) : compile(asked, count, call);
  });
}

/** The number of months must be written out: what is asked of history is known before anything runs. */
function wholeNumber({ literal }: CompiledExpression): number | undefined {
  const number = literal?.isInteger() === true ? literal.toNumber() : undefined;
  return number !== undefined && number >= 1 && number <= MAX_MONTHS ? number : undefined;
}

/** What a function over months found: its value, and its words on how. */
interface Found {
  readonly value: Value;
  readonly notes: Notes;
}

const UNKNOWN: Found = { value: missing(NO_HISTORY), notes: NO_NOTES };

/** The value so many months earlier. It asks for nothing of this month, so it may even ask for itself. */
function previous(
  asked: CompiledExpression,
  months: number,
  { called }: CompiledCall,
): CompiledExpression {
  const { type, unit } = asked;
  return {
    type,
    unit,
    uses: [],
    evaluate(env) {
      const past = env.past(months);
      if (past === 'unknown') return callTrace(called, UNKNOWN.value, unit, []);
      if (past === 'none') {
        return callTrace(called, UNDEFINED, unit, [], () => [note('note.no_month')]);
      }
      const then = asked.evaluate(past);
      const notes = () => [note('note.month', { month: past.month })];
      return callTrace(called, then.value, unit, [then], notes);
    },
  };
}

/** How many months running, this one included, a condition has held. */
function streak(call: CompiledCall): CompiledExpression | undefined {
  const [asked] = call.parts;
  if (asked === undefined) return undefined;
  if (asked.type.kind !== 'yesno') return call.fail(0, YESNO);
  const compute = (env: Env): Found => {
    let length = 0;
    for (let back = 0; back <= MAX_MONTHS; back++) {
      const then = back === 0 ? env : env.past(back);
      if (then === 'unknown') return UNKNOWN;
      if (then === 'none') break;
      const { value } = asked.evaluate(then);
      if (value.kind !== 'yesno') return { value, notes: NO_NOTES };
      if (!value.yes) break;
      length++;
    }
    const notes = () => [note('note.streak', { count: length })];
    return { value: numberValue(decimal(length)), notes };
  };
  return overMonths(call, { ...asked, type: PLAIN, unit: 'months' }, compute);
}

/**
 * The mean over this month and the months before it, so many in all, of those that there are. The mean
 * of a quotient is Σ numerators ÷ Σ denominators.
 */
function meanOver(
  asked: CompiledExpression,
  months: number,
  call: CompiledCall,
): CompiledExpression {
  return overMonths(call, asked, (env) => {
    const then = monthsOf(env, months);
    if (then === 'unknown') return UNKNOWN;
    const figures = then.map((each) => quotientOf(asked, each));
    const obstacle = unknownAmong(figures.map(({ value }) => value));
    if (obstacle !== undefined) return { value: obstacle, notes: NO_NOTES };
    const over = sum(figures.flatMap(({ bottom }) => bottom ?? []));
    const value = over.isZero()
      ? UNDEFINED
      : numberValue(divide(sum(figures.flatMap(({ top }) => top ?? [])), over));
    return { value, notes: () => [note('note.mean_over', { count: then.length })] };
  });
}

/** The sum over this month and the months before it, so many in all, of those that there are. */
function sumOver(
  asked: CompiledExpression,
  months: number,
  call: CompiledCall,
): CompiledExpression {
  return overMonths(call, asked, (env) => {
    const then = monthsOf(env, months);
    if (then === 'unknown') return UNKNOWN;
    const values = then.map((each) => asked.evaluate(each).value);
    const obstacle = unknownAmong(values);
    if (obstacle !== undefined) return { value: obstacle, notes: NO_NOTES };
    const numbers = values.flatMap((value) => (value.kind === 'number' ? [value.number] : []));
    const value = numbers.length === 0 ? UNDEFINED : numberValue(sum(numbers));
    return { value, notes: () => [note('note.sum_over', { count: then.length })] };
  });
}

/** This month and those before it that there are, so many in all. */
function monthsOf(env: Env, months: number): readonly Env[] | 'unknown' {
  const found = Array.from({ length: months }, (_, back) => (back === 0 ? env : env.past(back)));
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
  { called }: CompiledCall,
  { type, unit, uses, evaluate }: CompiledExpression,
  compute: (env: Env) => Found,
): CompiledExpression {
  return {
    type,
    unit,
    uses,
    evaluate(env) {
      const { value, notes } = compute(env);
      return callTrace(called, value, unit, [evaluate(env)], notes);
    },
  };
}
