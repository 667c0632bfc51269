import { sum, ZERO } from '../../../lib/decimal.js';
import { addMonths, firstDay, lastDay, type Month } from '../../../lib/month.js';
import type { Sentences } from '../../../words/texts/entry.js';
import type { Env, OpeningAmount, Slot } from '../../values/node.js';
import { knownNumbers, unknownAmong } from '../../values/obstacles.js';
import { measure, type Note, note } from '../../values/trace.js';
import { FLEXIBLE } from '../../values/type.js';
import { missing, numberValue, type Value } from '../../values/value.js';
import type { CompiledExpression } from '../compiled-expression.js';
import { type CompiledCall, define, type FormulaFunction, finding } from './function.js';

/** What it says of itself. */
const SENTENCES = {
  noteClosed: { zh: '今年已结账的 {count} 个月', en: '{count} closed months of the year' },
  noteOpening: {
    zh: '截至 {through} 的年初至今 {amount}（{file}:{line}）',
    en: '{amount} of the year through {through} ({file}:{line})',
  },
  thisFigure: { zh: '这个数', en: 'this figure' },
} as const satisfies Sentences;

/** Functions over the year up to this month. */
export const YEAR_FUNCTIONS: readonly FormulaFunction[] = [
  define({
    id: 'year_to_date',
    zh: '年累计',
    ofEarlierMonth: true,
    about: {
      zh: '今年这个月以前各月的合计：年初至今（opening*.csv）给出的，加上它以后各月结账的。1 月是 0；在职而没有数的月份是问题。可以写这一项自己。',
      en: 'The sum over the months of the year before this one: what opening*.csv gives through its month, and the closed months after it. 0 in January; a month of employment without a figure is a problem. It may name the very entry.',
    },
    scope: 'history',
    takes: [FLEXIBLE],
    compile: yearToDate,
  }),
];

/**
 * The sum over the months of the year before this one: the opening through its month, then closed months. It
 * asks for nothing of this month, so it may even ask for itself.
 */
function yearToDate(call: CompiledCall<readonly [CompiledExpression]>): CompiledExpression {
  const [asked] = call.operands;
  const slot = asked.reference?.uses[0];
  const expression = finding(call, asked.type, asked.unit, (env) => {
    const opening = openingIn(env, slot?.id);
    const months = monthsBefore(env.month).filter((month) => !isCovered(month, opening));
    const then = months.map((month) => ({ month, closed: closedIn(env, month, slot) }));
    const gaps = then.filter(({ closed }) => closed === 'unknown').map(({ month }) => month);
    if (gaps.length > 0) return { value: unknownMonths(env, gaps, asked), parts: [] };
    const parts = then.flatMap(({ closed }) =>
      typeof closed === 'string' ? [] : [asked.evaluate(closed)],
    );
    const values = parts.map(({ value }) => value);
    const before = opening?.amount ?? ZERO;
    const value = unknownAmong(values) ?? numberValue(sum([before, ...knownNumbers(values)]));
    return { value, parts, notes: () => yearNotes(opening, parts.length, asked) };
  });
  return { ...expression, uses: [] };
}

/** What is known of the year before its first closed month, when it belongs to the year of the month. */
function openingIn({ facts, month }: Env, id: string | undefined): OpeningAmount | undefined {
  const opening = id === undefined ? undefined : facts.opening?.(id);
  const isOfYear = opening?.through.slice(0, 4) === month.slice(0, 4);
  // What reaches into the month says of the months before it nothing by itself.
  return opening !== undefined && isOfYear && opening.through < month ? opening : undefined;
}

/** The months of the year before a month. */
function monthsBefore(month: Month): readonly Month[] {
  const count = Number(month.slice(5)) - 1;
  return Array.from({ length: count }, (_, index) => addMonths(month, index - count));
}

function isCovered(month: Month, opening: OpeningAmount | undefined): boolean {
  return opening !== undefined && month <= opening.through;
}

/** A closed month that has the value; `none` where the agent was not employed. */
function closedIn(env: Env, month: Month, slot: Slot | undefined): Env | 'none' | 'unknown' {
  const back = Number(env.month.slice(5)) - Number(month.slice(5));
  const then = env.earlier(back);
  if (then === 'none' || !wasEmployed(env, month)) return 'none';
  if (then === 'unknown') return then;
  // A month that was closed before there was such a value says nothing of it.
  return slot !== undefined && then.facts.recorded(slot) === undefined ? 'unknown' : then;
}

function wasEmployed({ facts }: Env, month: Month): boolean {
  const [hired, left] = [facts.roster('hired_on'), facts.roster('left_on')];
  const notYet = hired.kind === 'date' && hired.day > lastDay(month);
  return !notYet && !(left.kind === 'date' && left.day < firstDay(month));
}

function unknownMonths({ facts }: Env, gaps: readonly Month[], asked: CompiledExpression): Value {
  const agent = facts.roster('id');
  const name = asked.reference?.title ?? SENTENCES.thisFigure;
  const params = {
    agent: agent.kind === 'text' ? agent.text : '',
    months: gaps.join(', '),
    last: gaps.at(-1) ?? '',
  };
  return missing({ name, code: 'no-year-to-date', place: { file: 'agents.csv' }, params });
}

function yearNotes(
  opening: OpeningAmount | undefined,
  count: number,
  { unit }: CompiledExpression,
): readonly Note[] {
  const closed = note(SENTENCES.noteClosed, { count });
  if (opening === undefined) return [closed];
  const { through, amount, place } = opening;
  const { file = '', line = '' } = place;
  const params = { through, amount: measure(amount, unit), file, line };
  return [note(SENTENCES.noteOpening, params), closed];
}
