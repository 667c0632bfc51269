import type { Decimal } from '../../lib/decimal.js';
import type { Title } from '../../lib/language.js';
import type { Relation } from './trace.js';

/** A number that a figure is held against. */
interface Limit {
  readonly number: Decimal;
}

/** A comparison of a figure, or of a word of the roster, with what is known beforehand. */
export interface Bound {
  /** What is compared: equal texts are one figure. */
  readonly of: string;
  readonly relation: Relation;
  /** The numbers or the word that it is held against. */
  readonly against: readonly Limit[] | string;
  /** The comparison as people read it. */
  readonly written: Title;
  /** The character where it begins. */
  readonly start: number;
}

/** The comparisons that a condition is made of. */
export interface Bounds {
  /** All of them hold where the condition does. */
  readonly all: readonly Bound[];
  /** The condition holds where any of them does. */
  readonly any: readonly Bound[];
}

export const NO_BOUNDS: Bounds = { all: [], any: [] };

/** Two comparisons, the later one second. */
export type BoundPair = readonly [Bound, Bound];

/** A comparison of one list and one of the other that never hold together: 迟到 > 5, 迟到 < 3. */
export function exclusivePair(
  some: readonly Bound[],
  others: readonly Bound[],
): BoundPair | undefined {
  for (const one of some) {
    const other = others.find((each) => areExclusive(one, each));
    if (other !== undefined) return [one, other];
  }
  return undefined;
}

/** A comparison of one list and one of the other of which one always holds: 迟到 > 3, 迟到 < 5. */
export function exhaustivePair(
  some: readonly Bound[],
  others: readonly Bound[],
): BoundPair | undefined {
  for (const one of some) {
    const other = others.find((each) => areExclusive(negated(one), negated(each)));
    if (other !== undefined) return [one, other];
  }
  return undefined;
}

/** The comparison that holds where this one does not. */
export function negated(bound: Bound): Bound {
  return { ...bound, relation: NEGATED[bound.relation] };
}

const NEGATED: Readonly<Record<Relation, Relation>> = {
  '<': '>=',
  '<=': '>',
  '>': '<=',
  '>=': '<',
  '=': '!=',
  '!=': '=',
};

/** Whether no value satisfies both, whichever of their numbers hold in the month. */
function areExclusive(one: Bound, other: Bound): boolean {
  if (one.of !== other.of) return false;
  const [a, b] = [one.against, other.against];
  if (typeof a === 'string' || typeof b === 'string') {
    const isSame = a === b;
    const relations = [one.relation, other.relation].sort().join(' ');
    return relations === '= =' ? !isSame : relations === '!= =' && isSame;
  }
  return a.every((low) => b.every((high) => areApart(one.relation, low, other.relation, high)));
}

function areApart(one: Relation, a: Limit, other: Relation, b: Limit): boolean {
  const isSame = a.number.equals(b.number);
  if (one === '!=' || other === '!=') return isSame && (one === '=' || other === '=');
  return isAbove(one, a, other, b) || isAbove(other, b, one, a);
}

/** Whether all that the first allows is greater than all that the second allows. */
function isAbove(low: Relation, { number: from }: Limit, high: Relation, { number: to }: Limit) {
  if (low.startsWith('<') || high.startsWith('>')) return false;
  const isStrict = low === '>' || high === '<';
  return from.greaterThan(to) || (isStrict && from.equals(to));
}
