import type { Decimal } from '../../lib/decimal.js';
import type { Sentences } from '../../words/texts/entry.js';
import { RELATION_SIGNS } from '../formula/operators.js';
import type { Env, Node } from '../values/node.js';
import {
  measure,
  type Note,
  note,
  outlook,
  type Relation,
  type Rung,
  type Trace,
} from '../values/trace.js';
import type { DisplayUnit } from '../values/value.js';
import type { MechanismContext } from './mechanism.js';

/** What is said of the rows of a table that another figure would have reached. */
const SENTENCES = {
  noteMoreAt: {
    zh: '到 {sign} {bound} 还差 {distance}，可得 {gives}',
    en: '{distance} short of {sign} {bound}, which gives {gives}',
  },
  noteLessAt: {
    zh: '到 {sign} {bound} 还差 {distance}，减为 {gives}',
    en: '{distance} short of {sign} {bound}, which makes it {gives}',
  },
  noteMoreBeyond: {
    zh: '只要 {sign} {bound}，就可得 {gives}',
    en: 'anything {sign} {bound} gives {gives}',
  },
  noteLessBeyond: {
    zh: '只要 {sign} {bound}，就减为 {gives}',
    en: 'anything {sign} {bound} makes it {gives}',
  },
  noteSliceMoreAt: {
    zh: '到 {sign} {bound} 还差 {distance}，再往上的部分按 {gives}',
    en: '{distance} short of {sign} {bound}; what is beyond it counts at {gives}',
  },
  noteSliceMoreBeyond: {
    zh: '{sign} {bound} 的部分按 {gives}',
    en: 'what is {sign} {bound} counts at {gives}',
  },
} as const satisfies Sentences;

/** What reaches a row of a table. */
const REACHES = {
  rungBound: { zh: '{sign} {bound}', en: '{sign} {bound}' },
  rungOtherwise: { zh: '其余', en: 'otherwise' },
} as const satisfies Sentences;

export const BOUNDS = ['to', 'below', 'from', 'over'] as const;
export type BoundKey = (typeof BOUNDS)[number];
export const RELATIONS = { to: '<=', below: '<', from: '>=', over: '>' } as const;
/** What holds of who is no longer in a row. */
const BEYOND = { to: '>', below: '>=', from: '<', over: '<=' } as const;

/** A row of a table for an agent. */
export interface KnownBand {
  readonly key: BoundKey | undefined;
  readonly gives: Node;
  readonly isRate: boolean;
  /** What its bound is worth; undefined for the row without a bound. */
  readonly at: Decimal | undefined;
}

/** A value that is looked up in a table whose bounds are known. */
export interface BandLookup {
  readonly env: Env;
  readonly asked: Trace;
  readonly value: Decimal;
  readonly table: readonly KnownBand[];
  /** Of what the table gives. */
  readonly unit: DisplayUnit;
  readonly context: MechanismContext;
}

/** The rows of a table as a ladder, on which the agent stands in the row `own`. */
export function rungsOf(own: number, lookup: BandLookup): readonly Rung[] {
  const { env, asked, table, unit } = lookup;
  return table.flatMap(({ key, at, gives, isRate }, row): readonly Rung[] => {
    const given = gives.evaluate(env);
    if (given.value.kind !== 'number') return [];
    const label =
      key === undefined || at === undefined
        ? note(REACHES.rungOtherwise)
        : note(REACHES.rungBound, {
            sign: RELATION_SIGNS[RELATIONS[key]],
            bound: measure(at, asked.unit),
          });
    const shown = measure(given.value.number, isRate ? 'ratio' : (given.unit ?? unit));
    return [{ label, at, gives: shown, isOwn: row === own }];
  });
}

/** What is missing on either side to the nearest row that gives more, and to the nearest that gives less. */
export function nextBands(index: number, own: Own, lookup: BandLookup): readonly Note[] {
  const rows = lookup.table.map((_, row) => row);
  const sides = [rows.slice(0, index).reverse(), rows.slice(index + 1)];
  return sides.flatMap((side): readonly Note[] => {
    const notes = side.flatMap((row) => nextBand(row, index, own, lookup));
    return (['more', 'less'] as const).flatMap(
      (direction) => notes.find((each) => each.outlook === direction) ?? [],
    );
  });
}

/** What the row gives in which somebody stands, and what comes of it: of a rate the product. */
interface Own {
  readonly gives: Decimal;
  readonly result: Decimal;
}

function nextBand(
  row: number,
  index: number,
  own: Own,
  { env, asked: { unit }, value, table, unit: givenUnit }: BandLookup,
): readonly Note[] {
  const aim = table[row];
  const entry = entryTo(row, index, table);
  const gives = aim?.gives.evaluate(env);
  if (entry === undefined || aim === undefined || gives?.value.kind !== 'number') return [];
  const { number } = gives.value;
  const there = aim.isRate ? number.times(entry.at) : number;
  // A lower rate of a greater figure may come to more: that makes it no better row.
  const isMore = number.greaterThan(own.gives) && there.greaterThan(own.result);
  const isLess = number.lessThan(own.gives) && there.lessThan(own.result);
  if (!isMore && !isLess) return [];
  const params = {
    sign: RELATION_SIGNS[entry.relation],
    bound: measure(entry.at, unit),
    gives: measure(number, aim.isRate ? 'ratio' : (gives.unit ?? givenUnit)),
  };
  const direction = isMore ? 'more' : 'less';
  if (value.equals(entry.at)) {
    const beyond = isMore ? SENTENCES.noteMoreBeyond : SENTENCES.noteLessBeyond;
    return [outlook(beyond, params, direction)];
  }
  const distance = measure(value.minus(entry.at).abs(), unit);
  const at = isMore ? SENTENCES.noteMoreAt : SENTENCES.noteLessAt;
  return [outlook(at, { ...params, distance }, direction)];
}

/** What is missing to the nearest slice whose rate, or price, is higher than that of the slice one has reached. */
export function nextSlice(
  index: number,
  own: Decimal,
  { env, asked: { unit }, value, table, unit: givenUnit }: BandLookup,
): readonly Note[] {
  for (const [row, { gives, isRate }] of table.entries()) {
    const entry = row > index ? entryTo(row, index, table) : undefined;
    const found = gives.evaluate(env).value;
    if (entry === undefined || found.kind !== 'number' || !found.number.gt(own)) continue;
    const params = {
      sign: RELATION_SIGNS[entry.relation],
      bound: measure(entry.at, unit),
      gives: measure(found.number, isRate ? 'ratio' : givenUnit),
    };
    if (value.equals(entry.at)) return [outlook(SENTENCES.noteSliceMoreBeyond, params, 'more')];
    const distance = measure(entry.at.minus(value), unit);
    return [outlook(SENTENCES.noteSliceMoreAt, { ...params, distance }, 'more')];
  }
  return [];
}

/** Where a row begins for who stands in another: at its own bound, or beyond that of the row before it. */
function entryTo(
  row: number,
  from: number,
  table: readonly KnownBand[],
): { readonly relation: Relation; readonly at: Decimal } | undefined {
  const { key, at } = table[row < from ? row : row - 1] ?? {};
  if (key === undefined || at === undefined) return undefined;
  return { relation: row < from ? RELATIONS[key] : BEYOND[key], at };
}
