import { z } from 'zod';
import { type Decimal, divide, parseDecimal, ZERO } from '../../lib/decimal.js';
import type { Language } from '../../lib/language.js';
import type { Env, Node } from '../node.js';
import { amountKeys, exprSchema } from '../schema-parts.js';
import { measure, type Note, note, type Trace } from '../trace.js';
import { PLAIN } from '../type.js';
import { type DisplayUnit, missing, numberValue, type Value } from '../value.js';
import type { Mechanism, MechanismContext } from './mechanism.js';
import { compileAmount } from './worth.js';

const row = z.strictObject({
  to: exprSchema.optional(),
  below: exprSchema.optional(),
  from: exprSchema.optional(),
  over: exprSchema.optional(),
  ...amountKeys,
  rate: exprSchema.optional(),
});

const schema = z.strictObject({
  of: exprSchema,
  marginal: z.enum(['true', 'false']).optional(),
  interpolate: z.enum(['true', 'false']).optional(),
  table: z.array(row).min(1).max(100),
});

type Spec = z.output<typeof schema>;
type RowSpec = z.output<typeof row>;

const BOUNDS = ['to', 'below', 'from', 'over'] as const;
type BoundKey = (typeof BOUNDS)[number];
const SIGNS: Readonly<Record<BoundKey, string>> = { to: '≤', below: '<', from: '≥', over: '>' };

interface Band {
  readonly key: BoundKey | undefined;
  readonly bound: Node | undefined;
  readonly gives: Node;
  readonly isRate: boolean;
}

/**
 * `bands: {of: 退款率, table: [{to: 5%, points: 30}, {to: 8%, points: 20}, {points: 0}]}`: the first row
 * whose bound holds decides. Bounds are `to` (≤) and `below` (<) from small to large, or `from` (≥) and
 * `over` (>) from large to small; the last row has none. Rows with a `rate` give rate × value and say
 * `marginal`: `true`, each rate for its own slice; `false`, one rate for the whole. With
 * `interpolate: true` the rows' bounds are points between which the result runs straight.
 */
export const bands: Mechanism<Spec> = { key: 'bands', schema, compile };

function compile(spec: Spec, context: MechanismContext): Node | undefined {
  const asked = context.number(spec.of, ['of']);
  const rows = spec.table.map((each, index) => compileRow(each, index, asked, spec, context));
  checkTable(spec, context);
  const table = rows.filter((each) => each !== undefined);
  if (asked === undefined || table.length < rows.length) return undefined;
  context.declare(table.map((_, index) => context.branch(index)));
  const mode =
    spec.marginal === 'true' ? marginal : spec.interpolate === 'true' ? interpolated : stepped;
  return {
    type: context.result,
    unit: table[0]?.gives.unit,
    uses: [
      ...asked.uses,
      ...table.flatMap((band) => [...(band.bound?.uses ?? []), ...band.gives.uses]),
    ],
    print: (language) =>
      `${asked.print(language)}: ${table.map((band) => printBand(band, language)).join('; ')}`,
    evaluate(env) {
      const value = asked.evaluate(env);
      if (value.value.kind !== 'number') return stepOf(value.value, [value], []);
      return mode(env, value, value.value.number, table, context);
    },
  };
}

function compileRow(
  spec: RowSpec,
  index: number,
  asked: Node | undefined,
  { marginal: tiers }: Spec,
  context: MechanismContext,
): Band | undefined {
  const path = ['table', index];
  const keys = BOUNDS.filter((bound) => spec[bound] !== undefined);
  const [key] = keys;
  if (keys.length > 1) context.report(path, 'one-bound');
  const expr = key === undefined ? undefined : spec[key];
  const bound =
    key === undefined || expr === undefined
      ? undefined
      : context.number(expr, [...path, key], asked?.type);
  if (spec.rate !== undefined) {
    if (tiers === undefined) context.report(path, 'tiers-unsaid');
    const gives = context.number(spec.rate, [...path, 'rate'], PLAIN);
    return gives === undefined ? undefined : { key, bound, gives, isRate: true };
  }
  const gives = compileAmount(spec, path, context);
  if (gives === undefined || (key !== undefined && bound === undefined)) return undefined;
  return { key, bound, gives, isRate: false };
}

/** Order and openness of the rows, as far as their bounds are written numbers. */
function checkTable({ table, interpolate }: Spec, context: MechanismContext): void {
  const upward = table.some(({ to, below }) => to !== undefined || below !== undefined);
  const downward = table.some(({ from, over }) => from !== undefined || over !== undefined);
  if (upward && downward) context.report(['table'], 'mixed-bounds');
  let previous: Decimal | undefined;
  for (const [index, each] of table.entries()) {
    const key = BOUNDS.find((bound) => each[bound] !== undefined);
    const isLast = index === table.length - 1;
    if (key === undefined && !isLast) context.report(['table', index + 1], 'unreachable-band');
    if (key !== undefined && isLast && interpolate !== 'true') {
      context.report(['table', index], 'open-table');
    }
    const text = key === undefined ? undefined : each[key];
    const bound = typeof text === 'string' ? parseDecimal(text) : undefined;
    if (bound === undefined) continue;
    if (previous !== undefined && !ordered(previous, bound, upward)) {
      context.report(['table', index], 'unordered-bands', { bound: String(text) });
    }
    previous = bound;
  }
}

function ordered(before: Decimal, after: Decimal, upward: boolean): boolean {
  return upward ? after.greaterThan(before) : after.lessThan(before);
}

function holds(key: BoundKey, value: Decimal, bound: Decimal): boolean {
  switch (key) {
    case 'to':
      return value.lessThanOrEqualTo(bound);
    case 'below':
      return value.lessThan(bound);
    case 'from':
      return value.greaterThanOrEqualTo(bound);
    case 'over':
      return value.greaterThan(bound);
  }
}

function boundOf(band: Band, env: Env): Decimal | undefined {
  const value = band.bound?.evaluate(env).value;
  return value?.kind === 'number' ? value.number : undefined;
}

function stepped(
  env: Env,
  asked: Trace,
  value: Decimal,
  table: readonly Band[],
  context: MechanismContext,
): Trace {
  for (const [index, band] of table.entries()) {
    const bound = boundOf(band, env);
    if (band.bound !== undefined && bound === undefined) {
      return stepOf(band.bound.evaluate(env).value, [asked], []);
    }
    if (band.key !== undefined && bound !== undefined && !holds(band.key, value, bound)) continue;
    const gives = band.gives.evaluate(env);
    const result =
      band.isRate && gives.value.kind === 'number'
        ? numberValue(gives.value.number.times(value))
        : gives.value;
    const notes = [
      bandNote(band, bound, value, asked.unit),
      ...nextNote(env, table, index, value, asked),
    ];
    const unit = band.isRate ? asked.unit : gives.unit;
    return { ...stepOf(result, [asked, gives], notes, unit), branch: context.branch(index) };
  }
  return stepOf(outside(value), [asked], []);
}

function bandNote(band: Band, bound: Decimal | undefined, value: Decimal, unit: DisplayUnit): Note {
  if (band.key === undefined || bound === undefined) {
    return note('note.last_band', { value: measure(value, unit) }, 'held');
  }
  const params = {
    value: measure(value, unit),
    sign: SIGNS[band.key],
    bound: measure(bound, unit),
  };
  return note('note.band', params, 'held');
}

/** What was missing to the better neighbour row. */
function nextNote(
  env: Env,
  table: readonly Band[],
  index: number,
  value: Decimal,
  asked: Trace,
): readonly Note[] {
  const better = table[index - 1];
  const bound = better === undefined ? undefined : boundOf(better, env);
  if (better?.key === undefined || bound === undefined) return [];
  const gives = better.gives.evaluate(env);
  if (gives.value.kind !== 'number') return [];
  const params = {
    sign: SIGNS[better.key],
    bound: measure(bound, asked.unit),
    distance: measure(value.minus(bound).abs(), asked.unit),
    gives: measure(gives.value.number, gives.unit),
  };
  return [note('note.next_band', params, 'next')];
}

/** Each rate applies to its own slice of the value. */
function marginal(
  env: Env,
  asked: Trace,
  value: Decimal,
  table: readonly Band[],
  context: MechanismContext,
): Trace {
  let below = ZERO;
  let total = ZERO;
  let last = 0;
  const notes: Note[] = [];
  for (const [index, band] of table.entries()) {
    const upper = boundOf(band, env);
    const rate = band.gives.evaluate(env).value;
    if (rate.kind !== 'number') return stepOf(rate, [asked], []);
    const end = upper === undefined || value.lessThan(upper) ? value : upper;
    const slice = end.minus(below);
    if (slice.greaterThan(ZERO)) {
      last = index;
      total = total.plus(slice.times(rate.number));
      const params = { slice: measure(slice, asked.unit), rate: measure(rate.number, 'ratio') };
      notes.push(note('note.slice', params, 'held'));
    }
    below = end;
  }
  return {
    ...stepOf(numberValue(total), [asked], notes, asked.unit),
    branch: context.branch(last),
  };
}

/** Straight lines between the rows' bounds; level before the first and after the last. */
function interpolated(
  env: Env,
  asked: Trace,
  value: Decimal,
  table: readonly Band[],
  context: MechanismContext,
): Trace {
  const points: { readonly x: Decimal; readonly y: Decimal }[] = [];
  for (const band of table) {
    const x = boundOf(band, env);
    const y = band.gives.evaluate(env).value;
    if (y.kind !== 'number') return stepOf(y, [asked], []);
    if (x !== undefined) points.push({ x, y: y.number });
  }
  points.sort((a, b) => a.x.comparedTo(b.x));
  const after = points.findIndex(({ x }) => x.greaterThanOrEqualTo(value));
  const right = after === -1 ? points.at(-1) : points[after];
  const left = after <= 0 ? right : points[after - 1];
  if (left === undefined || right === undefined) return stepOf(outside(value), [asked], []);
  const width = right.x.minus(left.x);
  const share = width.isZero() ? ZERO : divide(value.minus(left.x), width);
  const result = left.y.plus(right.y.minus(left.y).times(share));
  const notes = [
    note(
      'note.between',
      { left: measure(left.x, asked.unit), right: measure(right.x, asked.unit) },
      'held',
    ),
  ];
  const index = after === -1 ? table.length - 1 : after;
  return { ...stepOf(numberValue(result), [asked], notes), branch: context.branch(index) };
}

function outside(value: Decimal): Value {
  const name = { zh: '分档', en: 'bands' };
  return missing({
    name,
    code: 'outside-bands',
    place: {},
    params: { value: value.toFixed() },
  });
}

function stepOf(
  value: Value,
  parts: readonly Trace[],
  notes: readonly Note[],
  unit?: DisplayUnit,
): Trace {
  return { step: 'mechanism', operation: 'bands', value, unit, parts, notes };
}

function printBand({ key, bound, gives }: Band, language: Language): string {
  const result = gives.print(language);
  if (key === undefined || bound === undefined) {
    return language === 'zh' ? `其余 ${result}` : `otherwise ${result}`;
  }
  return `${SIGNS[key]} ${bound.print(language)} → ${result}`;
}
