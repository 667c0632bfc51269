import { type Decimal, decimal, divide, sum } from '../../lib/decimal.js';
import type { Title } from '../../lib/language.js';
import type { Env } from '../node.js';
import { type Note, note, type Trace } from '../trace.js';
import { FLEXIBLE, PLAIN, YESNO } from '../type.js';
import { missing, numberValue, UNDEFINED, type Value } from '../value.js';
import { firstObstacle } from './operators.js';
import { asNumber, type Part } from './part.js';
import type { Fail } from './simple.js';

/** Closed months further back than this are never asked for. */
const MAX_MONTHS = 60;

/** A function over this month and closed months before it. */
export function historyFunction(id: string, parts: readonly Part[], fail: Fail): Part | undefined {
  const [asked, months] = parts;
  if (asked === undefined) return undefined;
  if (id === 'streak') return asked.type.kind === 'yesno' ? streak(asked) : fail(0, YESNO);
  if (asNumber(asked.type).kind !== 'number') return fail(0, FLEXIBLE);
  const count = months === undefined ? 1 : wholeNumber(months);
  if (count === undefined) return fail(1, PLAIN);
  return id === 'previous' ? previous(asked, count) : meanOver(asked, count);
}

/** The number of months must be written out: what is asked of history is known before anything runs. */
function wholeNumber({ literal }: Part): number | undefined {
  const number = literal?.isInteger() === true ? literal.toNumber() : undefined;
  return number !== undefined && number >= 1 && number <= MAX_MONTHS ? number : undefined;
}

const HISTORY: Title = { zh: '以往月份', en: 'Earlier months' };

function unknownMonth(): Value {
  return missing({ name: HISTORY, code: 'no-history', place: {}, params: {} });
}

function previous(asked: Part, months: number): Part {
  return historical('previous', asked, asked.unit, (env) => {
    const past = env.past(months);
    if (past === 'unknown') return { value: unknownMonth(), notes: [] };
    if (past === 'none') return { value: UNDEFINED, notes: [note('note.no_month')] };
    return {
      value: asked.evaluate(past).value,
      notes: [note('note.month', { month: past.month })],
    };
  });
}

/** How many months running, this one included, a condition has held. */
function streak(asked: Part): Part {
  return historical('streak', asked, 'months', (env) => {
    let length = 0;
    for (let back = 0; back <= MAX_MONTHS; back++) {
      const then = back === 0 ? env : env.past(back);
      if (then === 'unknown') return { value: unknownMonth(), notes: [] };
      if (then === 'none') break;
      const { value } = asked.evaluate(then);
      if (value.kind !== 'yesno') return { value, notes: [] };
      if (!value.yes) break;
      length++;
    }
    return { value: numberValue(decimal(length)), notes: [note('note.streak', { count: length })] };
  });
}

/**
 * The mean over this month and the months before it, so many in all, of those that there are. The mean
 * of a quotient is Σ numerators ÷ Σ denominators.
 */
function meanOver(asked: Part, months: number): Part {
  return historical('mean_over', asked, asked.unit, (env) => {
    const values: Value[] = [];
    const tops: Decimal[] = [];
    const bottoms: Decimal[] = [];
    for (let back = 0; back < months; back++) {
      const then = back === 0 ? env : env.past(back);
      if (then === 'unknown') return { value: unknownMonth(), notes: [] };
      if (then === 'none') continue;
      const { value, top, bottom } = quotientOf(asked, then);
      values.push(value);
      if (top !== undefined) tops.push(top);
      if (bottom !== undefined) bottoms.push(bottom);
    }
    const obstacle = firstObstacle(values.filter(({ kind }) => kind === 'missing'));
    if (obstacle !== undefined) return { value: obstacle, notes: [] };
    const over = sum(bottoms);
    const value = over.isZero() ? UNDEFINED : numberValue(divide(sum(tops), over));
    return { value, notes: [note('note.mean_over', { count: values.length })] };
  });
}

/** A month's value as numerator and denominator: those of a quotient, or the number over one. */
function quotientOf(asked: Part, env: Env): { value: Value; top?: Decimal; bottom?: Decimal } {
  const metric = asked.reference?.metric;
  if (metric?.quotient === true) {
    const { value, numerator, denominator } = env.facts.metric(metric.id);
    if (numerator !== undefined && denominator !== undefined) {
      return { value, top: numerator, bottom: denominator };
    }
  }
  const { value } = asked.evaluate(env);
  return value.kind === 'number' ? { value, top: value.number, bottom: decimal(1) } : { value };
}

function historical(
  operation: string,
  asked: Part,
  unit: Trace['unit'],
  compute: (env: Env) => { value: Value; notes: readonly Note[] },
): Part {
  return {
    type: operation === 'streak' ? PLAIN : asked.type,
    unit,
    uses: asked.uses,
    evaluate(env) {
      const { value, notes } = compute(env);
      return { step: 'call', operation, value, unit, parts: [asked.evaluate(env)], notes };
    },
  };
}
