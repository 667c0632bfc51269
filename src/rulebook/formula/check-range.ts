import type { Title } from '../../lib/language.js';
import { title as wording } from '../../words/text.js';
import {
  type Constant,
  type Foreseen,
  outcomeOf,
  type RangeProblem,
  rangeProblem,
  turned,
} from '../values/range.js';
import type { Relation } from '../values/trace.js';

/** Reports a number that a figure cannot be held against: where the number stands, when it stands elsewhere. */
export type ReportRange = (constant: Constant, problem: RangeProblem) => void;

/** What follows for whoever reads the rule. */
export interface Consequences {
  readonly never: Title;
  readonly always: Title;
}

const CONDITION: Consequences = {
  never: wording('follows.never_holds'),
  always: wording('follows.always_holds'),
};

/** Holds a figure against every number that the other side can be, and reports what is decided beforehand. */
export function checkBound(
  relation: Relation,
  { range }: Foreseen,
  { constants = [] }: Foreseen,
  consequences: Consequences,
  report: ReportRange,
): void {
  if (range === undefined) return;
  for (const constant of constants) {
    const outcome = outcomeOf(relation, range, constant.number);
    if (outcome === undefined) continue;
    report(constant, rangeProblem(range, constant, consequences[outcome]));
  }
}

/** A side of a comparison, and where its number is told. */
export interface ComparedSide {
  readonly foreseen: Foreseen;
  readonly report: ReportRange;
}

/** Reports a comparison that is decided before any month is computed. */
export function checkComparison(relation: Relation, left: ComparedSide, right: ComparedSide): void {
  checkBound(relation, left.foreseen, right.foreseen, CONDITION, right.report);
  checkBound(turned(relation), right.foreseen, left.foreseen, CONDITION, left.report);
}
