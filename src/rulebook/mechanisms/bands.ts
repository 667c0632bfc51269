import { z } from 'zod';
import { compareDecimals, type Decimal, divide, parseDecimal, ZERO } from '../../lib/decimal.js';
import { joined, phrase, sameInAll, type Title } from '../../lib/language.js';
import { meaning } from '../../lib/meaning.js';
import type { YamlPath } from '../../lib/yaml/yaml-node.js';
import { filled } from '../../words/fill.js';
import { title as wording } from '../../words/text.js';
import type { Sentences } from '../../words/texts/entry.js';
import { eitherWord } from '../../words/yaml/key-words.js';
import { type Consequences, checkBound } from '../formula/check-range.js';
import { matches } from '../formula/compiled-expression.js';
import { exprSchema } from '../formula/expr.js';
import { arithmetic, holds, RELATION_SIGNS } from '../formula/operators.js';
import type { Node } from '../values/node.js';
import { evaluateNumbers } from '../values/obstacles.js';
import { measure, type Note, note, type Trace } from '../values/trace.js';
import { MONEY, PLAIN, type Type } from '../values/type.js';
import { type DisplayUnit, numberValue, UNDEFINED, type Value } from '../values/value.js';
import {
  areRates,
  type BandRow,
  bandRow,
  checkGives,
  compileGives,
  isForEach,
  typeOfRows,
} from './band-rows.js';
import type { Mechanism, MechanismContext, Rule } from './mechanism.js';
import {
  type BandLookup,
  BOUNDS,
  type BoundKey,
  type KnownBand,
  nextBands,
  nextSlice,
  RELATIONS,
  rungsOf,
} from './next-bands.js';

/** What it says of itself. */
const SENTENCES = {
  noteLastBand: { zh: '{value} 在最后一档', en: '{value}: the last row' },
  noteBand: { zh: '{value} {sign} {bound}，在这一档', en: '{value} {sign} {bound}: this row' },
  noteSlice: { zh: '{slice} 这一段按 {rate}', en: 'the slice of {slice} at {rate}' },
  noteSliceAt: {
    zh: '{slice} 这一段按单价 {amount}',
    en: 'the slice of {slice} at {amount} each',
  },
  noteBetween: { zh: '在 {left} 与 {right} 之间', en: 'between {left} and {right}' },
  ofSlices: { zh: '每段各按自己的算', en: 'each for its own slice' },
  ofWhole: { zh: '全部按所在的那一档算', en: 'the whole by the row that it reaches' },
  interpolated: { zh: '两档之间按直线取', en: 'straight lines between the rows' },
  bandsOtherwise: { zh: '其余 {gives}', en: 'otherwise {gives}' },
} as const satisfies Sentences;

const isSaid = eitherWord({ true: '是', false: '否' }).optional();

const schema = z
  .strictObject({
    of: exprSchema.meta(meaning('看哪个数', 'the figure that is looked up', '看')),
    marginal: isSaid.meta(
      meaning(
        'true：每段各按自己的比例（或单价 amount）；false：全部按一个比例',
        '`true`: each rate (or price, `amount`) for its own slice; `false`: one rate for the whole',
        '分段',
      ),
    ),
    interpolate: isSaid.meta(
      meaning(
        'true：两档的界限之间按直线取，每一行都要有界限',
        '`true`: straight lines between the bounds, which every row then has',
        '插值',
      ),
    ),
    table: z
      .array(bandRow)
      .min(1)
      .max(100)
      .meta(meaning('各档，最后一行没有界限', 'the bands; the last has no bound', '表')),
  })
  .meta({
    id: 'bands',
    ...meaning(
      '分档：to ≤、below <（从小到大），from ≥、over >（从大到小）',
      'bands: to ≤, below < upwards; from ≥, over > downwards',
      '分档',
    ),
  });

type Spec = z.output<typeof schema>;

const ROW: Consequences = {
  never: wording('follows.never_row'),
  always: wording('follows.always_row'),
};

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
 * `marginal`: `true`, each rate for its own slice; `false`, one rate for the whole. With `marginal: true`
 * an `amount` is that of each piece (day, hour) of its slice. A `value` is what the table finds, of any unit.
 * With `interpolate: true` the rows' bounds are points between which the result runs straight.
 */
export const bands: Mechanism<Spec> = {
  id: 'bands',
  title: { zh: '分档', en: 'by band' },
  schema,
  compile,
};

function compile(spec: Spec, context: MechanismContext): Rule {
  const asked = context.number(spec.of, ['of']);
  const table = spec.table.map((row, index): Band => {
    const path = ['table', index];
    const gives = compileGives(row, path, { rows: spec, asked }, context);
    return { ...compileBound(row, path, asked, context), gives, isRate: row.rate !== undefined };
  });
  checkGives(spec, asked, context);
  if (spec.interpolate !== 'true') checkOpen(spec, context);
  checkOrder(spec, context);
  for (const [index, band] of table.entries()) context.declare({ [index]: inWords(band) });
  const mode =
    spec.marginal === 'true' ? marginal : spec.interpolate === 'true' ? interpolated : stepped;
  const gives = table.map((band) => band.gives);
  const type = typeOfRows(spec, gives, context);
  const unit = areRates(spec) ? asked.unit : unitOf(spec, gives, type ?? context.result);
  return {
    type,
    unit,
    inWords() {
      const rows = phrase`${asked.inWords()}: ${joined(table.map(inWords), sameInAll('; '))}`;
      const how = howInWords(spec);
      return how === undefined ? rows : phrase`${rows} (${how})`;
    },
    evaluate(env) {
      const value = asked.evaluate(env);
      if (value.value.kind !== 'number') return context.step(value.value, [value]);
      const bounds = evaluateNumbers(
        env,
        table.map(({ bound }) => bound),
      );
      const { numbers, obstacle } = bounds;
      if (numbers === undefined) return context.step(obstacle, [value]);
      const known = table.map((band, index): KnownBand => ({ ...band, at: numbers[index] }));
      const { number } = value.value;
      return { ...mode({ env, asked: value, value: number, table: known, unit, context }), unit };
    },
  };
}

/** Whether rows are for their own slices, for the whole, or points of a line; nothing of plain steps. */
function howInWords(spec: Spec): Title | undefined {
  if (spec.interpolate === 'true') return filled(SENTENCES.interpolated);
  if (spec.marginal === undefined) return undefined;
  return filled(spec.marginal === 'true' ? SENTENCES.ofSlices : SENTENCES.ofWhole);
}

/** The unit of what the rows give; of plain numbers, that of what the entry gives. */
function unitOf(rows: Spec, gives: readonly Node[], result: Type): DisplayUnit {
  const own = isForEach(rows) ? undefined : gives.find(({ unit }) => unit !== undefined)?.unit;
  return own ?? (matches(result, MONEY) && !matches(result, PLAIN) ? 'yuan' : undefined);
}

function compileBound(
  row: BandRow,
  path: YamlPath,
  asked: Node,
  context: MechanismContext,
): Pick<Band, 'key' | 'bound'> {
  const [key, ...others] = BOUNDS.filter((bound) => row[bound] !== undefined);
  if (others.length > 0) context.report(path, 'one-bound');
  const bound = key && context.number(row[key], [...path, key], asked.type);
  if (key !== undefined && bound !== undefined) {
    checkBound(RELATIONS[key], asked, bound, ROW, context.reportRange([...path, key]));
  }
  return { key, bound };
}

/** The last row, and no other, has no bound. */
function checkOpen({ table }: Spec, context: MechanismContext): void {
  const open = table.findIndex((row) => BOUNDS.every((key) => row[key] === undefined));
  if (open < 0) context.report(['table', table.length - 1], 'open-table');
  else if (open < table.length - 1) context.report(['table', open + 1], 'unreachable-band');
}

/** The order of the rows, as far as their bounds are written numbers. */
function checkOrder({ table }: Spec, context: MechanismContext): void {
  const upward = table.some(({ to, below }) => to !== undefined || below !== undefined);
  const downward = table.some(({ from, over }) => from !== undefined || over !== undefined);
  if (upward && downward) {
    context.report(['table'], 'mixed-bounds');
    return;
  }
  let previous: (WrittenBound & { readonly row: number }) | undefined;
  for (const [index, row] of table.entries()) {
    const bound = writtenBound(row);
    if (bound === undefined) continue;
    if (previous !== undefined && !follows(previous, bound, upward)) {
      context.report(['table', index, bound.key], 'unordered-bands', {
        bound: bound.text,
        before: previous.text,
        row: previous.row,
      });
    }
    previous = { ...bound, row: index + 1 };
  }
}

interface WrittenBound {
  readonly key: BoundKey;
  readonly text: string;
  readonly number: Decimal;
}

function writtenBound(row: BandRow): WrittenBound | undefined {
  const key = BOUNDS.find((bound) => row[bound] !== undefined);
  const text = key === undefined ? undefined : row[key];
  const number = typeof text === 'string' ? parseDecimal(text) : undefined;
  if (key === undefined || typeof text !== 'string' || number === undefined) return undefined;
  return { key, text, number };
}

/** Whether a row can be reached after the one before: `to: 5` after `below: 5` is 5 itself. */
function follows(before: WrittenBound, after: WrittenBound, upward: boolean): boolean {
  const order = after.number.comparedTo(before.number) * (upward ? 1 : -1);
  const opens = (key: BoundKey) => key === 'below' || key === 'over';
  return order > 0 || (order === 0 && opens(before.key) && !opens(after.key));
}

function stepped(lookup: BandLookup): Trace {
  const { env, asked, value, table, context } = lookup;
  const index = table.findIndex(
    ({ key, at }) =>
      key === undefined || at === undefined || holds(RELATIONS[key], compareDecimals(value, at)),
  );
  const band = table[index];
  if (band === undefined) return context.step(UNDEFINED, [asked]);
  const gives = band.gives.evaluate(env);
  const result = band.isRate ? arithmetic('*', gives.value, asked.value) : gives.value;
  const notes = () => [bandNote(band, lookup), ...nextNotes(index, gives.value, result, lookup)];
  return context.step(result, [asked, gives], {
    outcome: index,
    notes,
    ladder: () => rungsOf(index, lookup),
  });
}

function nextNotes(
  index: number,
  gives: Value,
  result: Value,
  lookup: BandLookup,
): readonly Note[] {
  if (gives.kind !== 'number' || result.kind !== 'number') return [];
  return nextBands(index, { gives: gives.number, result: result.number }, lookup);
}

function bandNote({ key, at }: KnownBand, { value, asked: { unit } }: BandLookup): Note {
  const looked = measure(value, unit);
  if (key === undefined || at === undefined)
    return note(SENTENCES.noteLastBand, { value: looked }, 'held');
  const params = { value: looked, sign: RELATION_SIGNS[RELATIONS[key]], bound: measure(at, unit) };
  return note(SENTENCES.noteBand, params, 'held');
}

/** Each rate or amount applies to its own slice of the value; the first also to what is below 0. */
function marginal(lookup: BandLookup): Trace {
  const { env, asked, value, table, unit, context } = lookup;
  let below: Decimal | undefined;
  let total = ZERO;
  let last = { index: 0, rate: ZERO };
  const slices: { readonly slice: Decimal; readonly rate: Decimal }[] = [];
  const isRate = table[0]?.isRate === true;
  for (const [index, { gives, at }] of table.entries()) {
    if (below?.greaterThanOrEqualTo(value) === true) break;
    const rate = gives.evaluate(env).value;
    if (rate.kind !== 'number') return context.step(rate, [asked]);
    const end = at === undefined || value.lessThan(at) ? value : at;
    const slice = end.minus(below ?? ZERO);
    if (!slice.isZero()) slices.push({ slice, rate: rate.number });
    total = total.plus(slice.times(rate.number));
    last = { index, rate: rate.number };
    below = end;
  }
  const ofSlice = ({ slice, rate }: (typeof slices)[number]) => {
    const params = { slice: measure(slice, asked.unit) };
    return isRate
      ? note(SENTENCES.noteSlice, { ...params, rate: measure(rate, 'ratio') }, 'held')
      : note(SENTENCES.noteSliceAt, { ...params, amount: measure(rate, unit) }, 'held');
  };
  const notes = () => [...slices.map(ofSlice), ...nextSlice(last.index, last.rate, lookup)];
  return context.step(numberValue(total), [asked], {
    outcome: last.index,
    notes,
    ladder: () => rungsOf(last.index, lookup),
  });
}

/** Straight lines between the rows' bounds; level before the first and after the last. */
function interpolated({ env, asked, value, table, context }: BandLookup): Trace {
  const { numbers: heights, obstacle } = evaluateNumbers(
    env,
    table.map(({ gives }) => gives),
  );
  if (heights === undefined) return context.step(obstacle, [asked]);
  const points = table
    .map(({ at = ZERO }, index) => ({ index, x: at, y: heights[index] ?? ZERO }))
    .sort((a, b) => a.x.comparedTo(b.x));
  const right = points.find(({ x }) => x.greaterThanOrEqualTo(value)) ?? points.at(-1);
  const left = points.findLast(({ x }) => x.lessThan(value)) ?? right;
  if (left === undefined || right === undefined) return context.step(UNDEFINED, [asked]);
  const width = right.x.minus(left.x);
  const share = width.isZero() ? ZERO : divide(value.minus(left.x), width);
  const result = left.y.plus(right.y.minus(left.y).times(share));
  const notes = () => {
    const params = { left: measure(left.x, asked.unit), right: measure(right.x, asked.unit) };
    return [note(SENTENCES.noteBetween, params, 'held')];
  };
  return context.step(numberValue(result), [asked], { outcome: right.index, notes });
}

function inWords({ key, bound, gives: result }: Band): Title {
  const gives = result.inWords();
  if (key === undefined || bound === undefined) return filled(SENTENCES.bandsOtherwise, { gives });
  return phrase`${RELATION_SIGNS[RELATIONS[key]]} ${bound.inWords()} → ${gives}`;
}
