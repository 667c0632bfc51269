import type { Occurrence } from '../../../catalogue/rows.js';
import { ONE, sum } from '../../../lib/decimal.js';
import type { Sentences } from '../../../words/texts/entry.js';
import type { Reference } from '../../names/reference.js';
import type { Env, Facts } from '../../values/node.js';
import { unknownAmong } from '../../values/obstacles.js';
import { NO_NOTES, type Note, note, type Trace } from '../../values/trace.js';
import { PLAIN, YESNO } from '../../values/type.js';
import { isYes, numberValue } from '../../values/value.js';
import type { CompiledExpression } from '../compiled-expression.js';
import { define, finding } from './function.js';

/** What it says of itself. */
const SENTENCES = {
  noteRowsCounted: { zh: '{all} 条里算 {count} 条', en: '{count} of {all} rows count' },
} as const satisfies Sentences;

/**
 * `count_where(case.refund_saved, case.refund_saved.amount <= …)`: how many of the rows the condition holds
 * for. Inside the condition the same event or kind of complaint is one row after another.
 */
export const countWhere = define({
  id: 'count_where',
  zh: '符合次数',
  about: {
    zh: '一种投诉记录或事项里，有几次符合条件；条件里同一种记录的金额、扣分、订单金额是这一条的。',
    en: 'How many rows of a kind of complaint or event a condition holds for; inside it the amount, points and order amount of that kind are those of the one row.',
  },
  scope: 'rows',
  takes: ['any', 'any'],
  isSelective: true,
  partsShown: 'row by row',
  compile(calling) {
    const { call, report, fail } = calling;
    const [rows, condition] = calling.operands;
    const { reference } = rows;
    if (reference?.happenings === undefined || reference.id.includes('.')) {
      const [of] = call.arguments;
      const name = of?.kind === 'name' ? of.text : '…';
      report(of?.start ?? call.start, 'not-rows', { name });
      return undefined;
    }
    if (condition.type.kind !== 'yesno') return fail(1, YESNO);
    return finding(calling, PLAIN, 'count', (env) => ({
      ...count(reference, condition, env),
      parts: [rows.evaluate(env)],
    }));
  },
});

function count(
  reference: Reference,
  condition: CompiledExpression,
  env: Env,
): Pick<Trace, 'value' | 'notes'> {
  const found = reference.happenings?.(env) ?? [];
  if ('missing' in found) return { value: found.missing, notes: NO_NOTES };
  const answers = found.map((row) => ({
    row,
    trace: condition.evaluate({ ...env, facts: withOnly(row, reference, env.facts) }),
  }));
  const counted = answers.filter(({ trace }) => isYes(trace.value));
  const total = sum(counted.map(({ row }) => row.count));
  const value = unknownAmong(answers.map(({ trace }) => trace.value)) ?? numberValue(total);
  if (found.length === 0) return { value, notes: NO_NOTES };
  const notes = () => [
    note(SENTENCES.noteRowsCounted, { count: counted.length, all: found.length }),
    ...answers.flatMap(({ trace }) => notesIn(trace)),
  ];
  return { value, notes };
}

/** The facts of the agent if that one row were the only one of its kind. */
function withOnly(row: Occurrence, { kind, id }: Reference, facts: Facts): Facts {
  const key = kind === 'event' ? 'events' : 'cases';
  const one: Occurrence = { ...row, count: ONE };
  return { ...facts, [key]: (asked: string) => (asked === id ? [one] : facts[key](asked)) };
}

function notesIn({ notes, parts }: Trace): readonly Note[] {
  return [...notes(), ...parts.flatMap(notesIn)];
}
