import { wordTitle } from '../../catalogue/vocabulary.js';
import { sameInAll, type Title } from '../../lib/language.js';
import type { ProblemParams } from '../../words/problem.js';
import {
  type Bound,
  type BoundPair,
  type Bounds,
  exclusivePair,
  exhaustivePair,
  NO_BOUNDS,
  negated,
} from '../values/bounds.js';
import { turned } from '../values/range.js';
import type { Relation } from '../values/trace.js';
import type { CompiledExpression, ReportAt } from './compiled-expression.js';

/** A side of a comparison, and how it reads. */
interface WrittenSide {
  readonly compiled: CompiledExpression;
  readonly written: Title;
}

/** What a comparison says of a figure; nothing when neither side is known beforehand. */
export function boundsOfComparison(
  relation: Relation,
  [left, right]: readonly [WrittenSide, WrittenSide],
  comparison: Pick<Bound, 'written' | 'start'>,
): Bounds {
  const [forward, backward] = [knownOf(right), knownOf(left)];
  const bound: Bound | undefined =
    forward !== undefined
      ? { of: left.written.zh, relation, against: forward, ...comparison }
      : backward !== undefined
        ? { of: right.written.zh, relation: turned(relation), against: backward, ...comparison }
        : undefined;
  return bound === undefined ? NO_BOUNDS : { all: [bound], any: [bound] };
}

function knownOf({ compiled: { word, constants } }: WrittenSide): Bound['against'] | undefined {
  return word === undefined ? constants : (wordTitle(word) ?? sameInAll(word)).zh;
}

/** Of `and` and `or`: what both sides say. Sides that never hold together, or always one of them, are reported. */
export function boundsTogether(
  operator: 'and' | 'or',
  { bounds: left = NO_BOUNDS }: CompiledExpression,
  { bounds: right = NO_BOUNDS }: CompiledExpression,
  report: ReportAt,
): Bounds {
  if (operator === 'and') {
    reportPair(exclusivePair(left.all, right.all), 'never-together', report);
    return { all: [...left.all, ...right.all], any: [] };
  }
  reportPair(exhaustivePair(left.any, right.any), 'always-one', report);
  return { all: [], any: [...left.any, ...right.any] };
}

/** Of `not`. */
export function boundsNegated({ all, any }: Bounds = NO_BOUNDS): Bounds {
  return { all: any.map(negated), any: all.map(negated) };
}

function reportPair(
  pair: BoundPair | undefined,
  code: 'never-together' | 'always-one',
  report: ReportAt,
): void {
  if (pair !== undefined) report(pair[1].start, code, pairParams(pair));
}

/** What is said of two comparisons. */
export function pairParams([one, other]: BoundPair): ProblemParams<'never-together'> {
  return { one: one.written, other: other.written };
}
