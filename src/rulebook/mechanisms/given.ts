import { z } from 'zod';
import { type Decimal, decimal, ONE, sum } from '../../lib/decimal.js';
import type { Reference } from '../names.js';
import type { Env, Happening, Node } from '../node.js';
import { exprSchema } from '../schema-parts.js';
import { measure, type Note, note, type Trace } from '../trace.js';
import { type Cause, missing, numberValue, type Value } from '../value.js';
import type { Mechanism, MechanismContext } from './mechanism.js';

const schema = z.strictObject({
  of: z.string(),
  from: exprSchema.optional(),
  to: exprSchema.optional(),
  default: exprSchema.optional(),
});

type Spec = z.output<typeof schema>;

interface Range {
  readonly from: Decimal | undefined;
  readonly to: Decimal | undefined;
  readonly standard: Decimal | undefined;
}

/**
 * `given: {of: case.complaint.points, from: 5, to: 20}`: the amounts or points that the supervisor gave,
 * row by row, added up. A row outside the range is a problem that names the row; a row without an amount
 * takes `default`, or is a problem. `of` may also be a numeric rating, which is one such row.
 */
export const given: Mechanism<Spec> = { key: 'given', schema, compile };

function compile(spec: Spec, context: MechanismContext): Node | undefined {
  const asked = context.value(spec.of, ['of']);
  const limits = (['from', 'to', 'default'] as const).map((key) => {
    const expr = spec[key];
    return expr === undefined ? undefined : context.number(expr, [key], context.result);
  });
  const [from, to, standard] = limits;
  if (asked === undefined) return undefined;
  const { reference } = asked;
  if (
    reference === undefined ||
    (reference.happenings === undefined && asked.type.kind !== 'rating')
  ) {
    context.report(['of'], 'not-given', { name: spec.of });
    return undefined;
  }
  context.declare(['none', 'some'].map((outcome) => context.branch(outcome)));
  return {
    type: context.result,
    unit: context.result.kind === 'number' && 'yuan' in dimensionOf(context) ? 'yuan' : 'points',
    uses: [...asked.uses, ...limits.flatMap((limit) => limit?.uses ?? [])],
    print(language) {
      const range = [from, to].map((limit) => limit?.print(language) ?? '').join('–');
      return `${asked.print(language)} (${range})`;
    },
    evaluate(env): Trace {
      const range: Range = {
        from: numberOf(from, env),
        to: numberOf(to, env),
        standard: numberOf(standard, env),
      };
      const trace = asked.evaluate(env);
      const rows = rowsOf(reference, trace, env);
      if ('kind' in rows) return stepOf(rows, [trace], []);
      return addUp(rows, range, reference, trace, context);
    },
  };
}

function dimensionOf({ result }: MechanismContext): object {
  return result.kind === 'number' && typeof result.dimension === 'object' ? result.dimension : {};
}

function numberOf(node: Node | undefined, env: Env): Decimal | undefined {
  const value = node?.evaluate(env).value;
  return value?.kind === 'number' ? value.number : undefined;
}

/** The rows to add up: occurrences, or the one rating; or the value that stands for all. */
function rowsOf(reference: Reference, trace: Trace, env: Env): readonly Happening[] | Value {
  if (reference.happenings !== undefined) {
    const rows = reference.happenings(env);
    return 'missing' in rows ? rows.missing : rows;
  }
  if (trace.value.kind !== 'number') return trace.value;
  const { number } = trace.value;
  return [{ place: {}, count: ONE, amount: number, points: number, grave: false }];
}

function addUp(
  rows: readonly Happening[],
  range: Range,
  reference: Reference,
  trace: Trace,
  context: MechanismContext,
): Trace {
  const amounts: Decimal[] = [];
  const causes: Cause[] = [];
  const field = reference.id.endsWith('.points') ? 'points' : 'amount';
  for (const row of rows) {
    const amount = row[field] ?? range.standard;
    const cause =
      amount === undefined ? noAmount(row, reference) : outside(amount, row, range, reference);
    if (cause !== undefined) causes.push(cause);
    else if (amount !== undefined) amounts.push(amount.times(row.count));
  }
  if (causes.length > 0) return stepOf(missing(...causes), [trace], []);
  const notes = [
    note('note.given', { count: amounts.length, sum: measure(sum(amounts), undefined) }),
  ];
  return {
    ...stepOf(numberValue(sum(amounts)), [trace], notes),
    branch: context.branch(rows.length === 0 ? 'none' : 'some'),
  };
}

function noAmount(row: Happening, reference: Reference): Cause {
  const { title } = reference;
  return { name: title, code: 'no-amount', place: row.place, params: { name: title } };
}

function outside(
  amount: Decimal,
  row: Happening,
  { from = decimal(0), to }: Range,
  reference: Reference,
): Cause | undefined {
  if (!amount.lessThan(from) && to?.lessThan(amount) !== true) return undefined;
  const { title } = reference;
  return {
    name: title,
    code: 'outside-range',
    place: row.place,
    cell: amount.toFixed(),
    params: { name: title, value: amount.toFixed(), from: from.toFixed(), to: to?.toFixed() ?? '' },
  };
}

function stepOf(value: Value, parts: readonly Trace[], notes: readonly Note[]): Trace {
  return { step: 'mechanism', operation: 'given', value, unit: undefined, parts, notes };
}
