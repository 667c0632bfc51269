import { z } from 'zod';
import { type Decimal, divide, parseDecimal, sum, ZERO } from '../../lib/decimal.js';
import { firstObstacle } from '../formula/operators.js';
import type { Env, Node } from '../node.js';
import { exprSchema, idSchema, titleSchema } from '../schema-parts.js';
import { measure, type Note, note, type Trace } from '../trace.js';
import { ABSENT, numberValue, UNDEFINED, type Value } from '../value.js';
import { type EntryTables, type Mechanism, type MechanismContext, onlyTable } from './mechanism.js';

const PART_KEYS = ['id', 'title', 'weight'];

/** The parts' tables are those of the mechanisms given here: parts have no parts of their own. */
function schemaWith(tables: EntryTables) {
  const part = z.strictObject({
    id: idSchema,
    title: titleSchema.optional(),
    weight: exprSchema,
    ...tables,
  });
  const parts = z.array(part).min(1).max(50);
  return z.union([
    parts.transform((each) => ({ parts: each, renormalise: false })),
    z
      .strictObject({ parts, renormalise: z.enum(['true', 'false']).default('false') })
      .transform((spec) => ({ parts: spec.parts, renormalise: spec.renormalise === 'true' })),
  ]);
}

type Spec = z.output<ReturnType<typeof schemaWith>>;
type PartSpec = Spec['parts'][number];

interface WeightedPart {
  readonly id: string;
  readonly weight: Node;
  readonly node: Node;
  readonly title: PartSpec['title'];
}

/**
 * `weighted: [{id: reply_rate, weight: 8, target: {…}}, …]`: parts, each with a table of its own and worth
 * its weight, added up. With `{parts: […], renormalise: true}` the weight of a part whose figure is
 * missing is spread over the others in proportion.
 */
export function weightedOf(tables: EntryTables): Mechanism<Spec> {
  return { key: 'weighted', schema: schemaWith(tables), compile };
}

function compile(spec: Spec, context: MechanismContext): Node | undefined {
  const at = (index: number) => (spec.renormalise ? ['parts', index] : [index]);
  const compiled = spec.parts.map((each, index) => compilePart(each, at(index), context));
  checkWeights(spec, context);
  const parts = compiled.filter((each) => each !== undefined);
  if (parts.length < compiled.length) return undefined;
  return {
    type: context.result,
    unit: 'points',
    uses: parts.flatMap(({ weight, node }) => [...weight.uses, ...node.uses]),
    print: (language) =>
      parts
        .map(({ id, title, node }) => `\n${title?.[language] ?? id}: ${node.print(language)}`)
        .join(''),
    evaluate: (env) => evaluateParts(env, parts, spec.renormalise),
  };
}

function compilePart(
  spec: PartSpec,
  path: readonly (string | number)[],
  context: MechanismContext,
): WeightedPart | undefined {
  const { id, title, weight } = spec;
  const worth = context.number(weight, [...path, 'weight'], context.result);
  const table = onlyTable(spec, PART_KEYS);
  if (table === undefined) {
    context.report(path, 'one-mechanism', { id });
    return undefined;
  }
  const node = context.inner(table, [...path, table.mechanism], worth);
  return node === undefined || worth === undefined ? undefined : { id, title, weight: worth, node };
}

function checkWeights({ parts }: Spec, context: MechanismContext): void {
  const weights = parts.map(({ weight }) =>
    typeof weight === 'string' ? parseDecimal(weight) : undefined,
  );
  const known = weights.filter((weight) => weight !== undefined);
  const worth = context.worth?.print('en');
  const full = worth === undefined ? undefined : parseDecimal(worth);
  if (full === undefined || known.length < parts.length) return;
  const total = sum(known);
  if (!total.equals(full)) {
    context.report([], 'weights-differ', { sum: total.toFixed(), total: full.toFixed() });
  }
}

function evaluateParts(env: Env, parts: readonly WeightedPart[], renormalise: boolean): Trace {
  const traces = parts.map(({ node }) => node.evaluate(env));
  const absent = traces.map(({ value }) => value.kind === 'absent' || value.kind === 'missing');
  if (!renormalise || absent.every((each) => !each)) return stepOf(total(traces), traces, []);
  const weights = parts.map(({ weight }) => weight.evaluate(env).value);
  const numbers = weights.map((weight) => (weight.kind === 'number' ? weight.number : ZERO));
  const all = sum(numbers);
  const left = sum(numbers.filter((_, index) => absent[index] !== true));
  const present = traces.filter((_, index) => absent[index] !== true);
  const value = total(present);
  const spread = value.kind === 'number' ? rescale(value.number, all, left) : value;
  const notes = [
    note('note.renormalised', { left: measure(left, undefined), all: measure(all, undefined) }),
  ];
  return stepOf(spread, traces, notes);
}

function total(traces: readonly Trace[]): Value {
  const values = traces.map(({ value }) => value);
  const obstacle = firstObstacle(values.filter(({ kind }) => kind !== 'absent'));
  if (obstacle !== undefined) return obstacle;
  const numbers = values.flatMap((value) => (value.kind === 'number' ? [value.number] : []));
  return numbers.length === 0 ? ABSENT : numberValue(sum(numbers));
}

function rescale(points: Decimal, all: Decimal, left: Decimal): Value {
  return left.isZero() ? UNDEFINED : numberValue(divide(points.times(all), left));
}

function stepOf(value: Value, parts: readonly Trace[], notes: readonly Note[]): Trace {
  return { step: 'mechanism', operation: 'weighted', value, unit: 'points', parts, notes };
}
