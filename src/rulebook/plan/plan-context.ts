import { sameInAll, type Title } from '../../lib/language.js';
import type { YamlPath } from '../../lib/yaml/yaml-node.js';
import type { Nameable } from '../../words/known-names.js';
import { type Problem, type Problems, reportTo } from '../../words/problem.js';
import { formulaProblems } from '../../words/problems/formula.js';
import { title as wording } from '../../words/text.js';
import { reportAt } from '../../words/yaml/report-at.js';
import type { Sourced } from '../books/rulebook.js';
import { pairParams } from '../formula/check-together.js';
import { compileTyped, type Site } from '../formula/dated-formula.js';
import type { BookNames, PlanNames } from '../names/plan-names.js';
import type { Scope } from '../names/reference.js';
import { createScope } from '../names/scope.js';
import { exclusivePair, NO_BOUNDS } from '../values/bounds.js';
import type { Node, Slot } from '../values/node.js';
import { literalStep } from '../values/trace.js';
import { YESNO } from '../values/type.js';
import { missing } from '../values/value.js';
import type { Outcomes } from './compile-table.js';
import { outcomeTitle } from './compile-table.js';
import type { PlanParts, SetParameter } from './compiled-plan.js';

/** What the parts of a plan share while they are compiled. */
export interface PlanContext {
  readonly problems: Problems;
  readonly outcomes: Outcomes;
  readonly names: PlanNames;
  readonly books: ReadonlyMap<string, BookNames>;
  /** The lines of every rulebook there is, or of those in which a name is written. */
  readonly linesOfAll: (written?: string) => readonly Nameable[];
  readonly parameterOf: PlanParts['parameterOf'];
  /** By `rulebook.parameter`: what plan and kpi.yaml set. */
  readonly set: ReadonlyMap<string, SetParameter>;
}

const NO_NAMES: BookNames = {
  id: '',
  own: [],
  filtered: [],
  ratings: new Map(),
  events: new Map(),
};

/** The names that formulas of a book can use; a bare name never means the entry in which it stands. */
export function bookScope(book: string, { books, names }: PlanContext, self?: Slot): Scope {
  return createScope(books.get(book) ?? NO_NAMES, names, self);
}

const OF_FORMULAS: ReadonlySet<string> = new Set(Object.keys(formulaProblems));

/** The context of an entry: of one of which a part is left out, what is wrong with its formulas is told alone. */
export function contextOfEntry(
  { isPart }: Pick<Sourced<unknown>, 'isPart'>,
  context: PlanContext,
): PlanContext {
  if (isPart !== true) return context;
  const { problems } = context;
  const take = (problem: Problem) => {
    if (OF_FORMULAS.has(problem.code)) problems.add(problem);
  };
  return { ...context, problems: reportTo(problems.all, take) };
}

/** The site of a part of an entry. */
export function siteOf(
  { yaml, path }: Omit<Sourced<unknown>, 'spec'>,
  inner: YamlPath,
  scope: Scope,
  { problems }: PlanContext,
): Site {
  return { yaml, path: [...path, ...inner], scope, problems };
}

/** Compiles the conditions of an entry; whether one holds that cannot be compiled is not known. */
export function compileConditions(
  when: readonly string[] | undefined,
  source: Sourced<unknown>,
  scope: Scope,
  context: PlanContext,
  key = 'when',
): readonly Node[] {
  // A lone condition may stand without a list: then its index leads nowhere further.
  const siteAt = (index: number) => siteOf(source, [key, index], scope, context);
  const conditions = (when ?? []).map(
    (text, index) => compileTyped(text, YESNO, siteAt(index)) ?? UNKNOWN_CONDITION,
  );
  reportExclusive(conditions, siteAt);
  return conditions;
}

/** Reports a condition that never holds together with one before it. */
function reportExclusive(conditions: readonly Node[], siteAt: (index: number) => Site): void {
  for (const [index, { bounds = NO_BOUNDS }] of conditions.entries()) {
    const before = conditions.slice(0, index).flatMap((each) => each.bounds?.all ?? []);
    const pair = exclusivePair(before, bounds.all);
    if (pair === undefined) continue;
    const site = siteAt(index);
    const place = site.yaml.placeInScalar(site.path, pair[1].start);
    reportAt(site.problems, { ...site, place }, 'never-together', pairParams(pair));
  }
}

const UNKNOWN_CONDITION: Node = {
  type: YESNO,
  unit: undefined,
  uses: [],
  inWords: () => sameInAll(''),
  evaluate: () => literalStep(missing(), undefined),
};

/** Each entry with conditions can be there or not: both are outcomes to be covered. */
export function declareConditions(
  key: string,
  title: Title,
  conditions: readonly Node[],
  { outcomes }: PlanContext,
): void {
  if (conditions.length === 0) return;
  outcomes.set(`${key}:when:held`, outcomeTitle(title, wording('outcome.when_held')));
  outcomes.set(`${key}:when:failed`, outcomeTitle(title, wording('outcome.when_failed')));
}
