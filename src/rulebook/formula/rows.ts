import { ONE, sum } from '../../lib/decimal.js';
import type { Reference } from '../names/reference.js';
import type { Env, Facts, Happening } from '../values/node.js';
import { unknownAmong } from '../values/obstacles.js';
import { NO_NOTES, type Note, type Notes, note, type Trace } from '../values/trace.js';
import { PLAIN, YESNO } from '../values/type.js';
import { numberValue, type Value } from '../values/value.js';
import type { CompiledExpression } from './compiled-expression.js';
import type { Fail } from './simple.js';

/**
 * `count_where(case.refund_saved, case.refund_saved.amount <= …)`: how many of the rows the condition holds
 * for. Inside the condition the same event or kind of complaint is one row after another.
 */
export function countWhere(
  parts: readonly CompiledExpression[],
  fail: Fail,
  refuse: () => undefined,
): CompiledExpression | undefined {
  const [rows, condition] = parts;
  if (rows === undefined || condition === undefined) return undefined;
  const { reference } = rows;
  if (reference?.happenings === undefined || reference.id.includes('.')) return refuse();
  if (condition.type.kind !== 'yesno') return fail(1, YESNO);
  return {
    type: PLAIN,
    unit: 'count',
    uses: [...rows.uses, ...condition.uses],
    evaluate: (env) => count(reference, rows.evaluate(env), condition, env),
  };
}

function count(reference: Reference, asked: Trace, condition: CompiledExpression, env: Env): Trace {
  const found = reference.happenings?.(env) ?? [];
  if ('missing' in found) return traceOf(found.missing, asked, NO_NOTES);
  const answers = found.map((row) => ({
    row,
    trace: condition.evaluate({ ...env, facts: withOnly(row, reference, env.facts) }),
  }));
  const counted = answers.filter(({ trace: { value } }) => value.kind === 'yesno' && value.yes);
  const total = sum(counted.map(({ row }) => row.count));
  const value = unknownAmong(answers.map(({ trace }) => trace.value)) ?? numberValue(total);
  if (found.length === 0) return traceOf(value, asked, NO_NOTES);
  return traceOf(value, asked, () => [
    note('note.rows_counted', { count: counted.length, all: found.length }),
    ...answers.flatMap(({ trace }) => notesIn(trace)),
  ]);
}

/** The facts of the agent if that one row were the only one of its kind. */
function withOnly(row: Happening, { kind, id }: Reference, facts: Facts): Facts {
  const key = kind === 'event' ? 'events' : 'cases';
  const one: Happening = { ...row, count: ONE };
  return { ...facts, [key]: (asked: string) => (asked === id ? [one] : facts[key](asked)) };
}

function notesIn({ notes, parts }: Trace): readonly Note[] {
  return [...notes(), ...parts.flatMap(notesIn)];
}

function traceOf(value: Value, asked: Trace, notes: Notes): Trace {
  return { step: 'call', operation: 'count_where', value, unit: 'count', parts: [asked], notes };
}
