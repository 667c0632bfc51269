import type { Metric } from '../catalogue/metric.js';
import { SHIPPED_LEVELS } from '../catalogue/vocabulary.js';
import { sameInAll } from '../lib/language.js';
import type { Place } from '../lib/place.js';
import { workCalendarOf } from '../rulebook/books/calendar.js';
import type { Library } from '../rulebook/books/library.js';
import {
  type EntryBook,
  isOfLaw,
  type ListedBook,
  type NoticeBook,
  type PayBook,
  type Plan,
  type Rulebook,
  type Scorecard,
  type Sourced,
} from '../rulebook/books/rulebook.js';
import type { PlanParts, SetParameter } from '../rulebook/plan/compiled-plan.js';
import type { PlanChoice, ShopConfig } from '../shop/config.js';
import { wrongName } from '../words/known-names.js';
import type { Problems } from '../words/problem.js';
import { title as wording } from '../words/text.js';
import { elsewhereOf, linesOfOthers } from './book-names.js';
import { roleTitle } from './roster-words.js';
import { parameterIn, parameterKey } from './set-parameters.js';

/** A plan's parts, as far as they could be found: `complete` when all of them were. */
export interface FoundParts {
  readonly parts: PlanParts;
  readonly complete: boolean;
}

/** A plan's parts, looked up; what is not there is reported. Undefined when there is no such plan. */
export function partsOfChoice(
  role: string,
  choice: PlanChoice,
  library: Library,
  set: ReadonlyMap<string, SetParameter>,
  config: ShopConfig,
  problems: Problems,
): FoundParts | undefined {
  const finder = bookFinder(library, problems);
  if (choice.kind === 'lists') {
    const { place } = choice;
    const listed = (names: readonly string[]) => names.map((name) => ({ name, place }));
    const { lists, complete } = finder.all(
      listed(choice.scores),
      listed(choice.pay),
      listed(choice.notices),
    );
    const common = {
      id: role,
      title: choice.title ?? roleTitle(role),
      teamBy: undefined,
      place,
      elsewhere: [],
    };
    const known = { ...declaredIn(config), ...ofLibrary(library) };
    return { parts: { ...common, ...lists, set, ...known }, complete };
  }
  const plan = finder.find(choice.id, 'plan', choice.place);
  return plan?.kind === 'plan'
    ? planParts(plan, library, set, declaredIn(config), problems)
    : undefined;
}

/** The parts of a plan that is a rulebook. What kpi.yaml sets goes before what the plan sets. */
export function planParts(
  plan: Plan,
  library: Library,
  set: ReadonlyMap<string, SetParameter>,
  declared: Declared,
  problems: Problems,
): FoundParts {
  const finder = bookFinder(library, problems);
  const { lists, complete } = finder.all(plan.scores, plan.pay, plan.noticeBooks);
  const own = [...plan.set].map(
    ([key, each]) => [parameterKey(key, library), setByPlan(each)] as const,
  );
  const { id, title, teamBy } = plan;
  const parts = {
    id,
    title,
    teamBy,
    place: twiceIn(plan.pay) ?? twiceIn(plan.scores) ?? plan.yaml.placeOf(['notices', 0]),
    ...lists,
    set: new Map([...own, ...set]),
    ...declared,
    ...ofLibrary(library),
    elsewhere: [],
  };
  return { parts, complete };
}

/** Where a book is listed that stands above already. */
function twiceIn(listed: readonly ListedBook[]): Place | undefined {
  return listed.find(({ name }, at) => listed.slice(0, at).some((each) => each.name === name))
    ?.place;
}

/** A plan of one book alone, for checking and testing it: other books' lines and scores may be named. */
export function aloneParts(book: EntryBook, library: Library, declared: Declared): PlanParts {
  // A shipped book is written, and tested, with the levels that ship.
  const levels = book.shipped ? SHIPPED_LEVELS : declared.levels;
  const alone = partsAlone(book, library, { ...declared, levels });
  return { ...alone, elsewhere: elsewhereOf(book, library) };
}

export function partsAlone(book: EntryBook, library: Library, declared: Declared): PlanParts {
  return {
    id: book.id,
    title: book.title,
    teamBy: undefined,
    scorecards: book.kind === 'scorecard' ? [book] : [],
    books: book.kind === 'pay' || book.kind === 'statutory' ? [book] : [],
    noticeBooks: book.kind === 'notices' ? [book] : [],
    set: new Map(),
    ...declared,
    ...ofLibrary(library),
    elsewhere: [],
  };
}

/** What a shop declares in kpi.yaml beside what ships. */
export type Declared = Pick<PlanParts, 'customMetrics' | 'levels'>;

/** Of no shop, or one that declares nothing. */
export const NOTHING_DECLARED: Declared = { customMetrics: [], levels: SHIPPED_LEVELS };

/** What the shop of a kpi.yaml declares there. */
export function declaredIn(config: ShopConfig): Declared {
  return { customMetrics: customMetricsOf(config), levels: config.levels };
}

/** Metrics that the shop declares in kpi.yaml, as the catalogue describes its own. */
export function customMetricsOf(config: ShopConfig): readonly Metric[] {
  const imported = config.customMetrics.map(
    ({ id, title, unit }): Metric => ({
      id,
      title: sameInAll(title),
      unit: unit as Metric['unit'],
      level: 'agent',
      needs: [],
      quotient: unit === 'ratio',
      definition: sameInAll(title),
    }),
  );
  return [...imported, ...config.filteredMetrics];
}

function setByPlan({ spec, yaml, path }: Sourced<unknown>): SetParameter {
  return { value: spec as SetParameter['value'], place: yaml.placeOf(path) };
}

/** What a plan has of its library beside its own books. */
export function ofLibrary(
  library: Library,
): Pick<PlanParts, 'calendar' | 'linesOfAll' | 'parameterOf'> {
  const linesOfAll = (written?: string) => linesOfOthers(library, written);
  const parameterOf = (key: string) => parameterIn(library, key);
  return { calendar: calendarIn(library), linesOfAll, parameterOf };
}

/** The calendar of a library, read when a rule asks which days are worked. */
export function calendarIn(library: Library): PlanParts['calendar'] {
  return () => {
    const calendar = library.get('calendar');
    return calendar?.kind === 'calendar' ? workCalendarOf(calendar.years) : undefined;
  };
}

interface BookLists {
  readonly scorecards: readonly Scorecard[];
  readonly books: readonly PayBook[];
  readonly noticeBooks: readonly NoticeBook[];
}

function bookFinder(library: Library, problems: Problems) {
  const find = (id: string, kind: Rulebook['kind'], place: Place): Rulebook | undefined => {
    if (library.idOf(id) === undefined) {
      reportUnknownRulebook({ id, kind }, id, place, library, problems);
      return undefined;
    }
    const found = library.get(id);
    if (found === undefined || (found.kind === kind && !isOfLaw(found))) return found;
    problems.report('wrong-rulebook-kind', place, {
      params: { id, wanted: wording(`book.${kind}`) },
      cell: id,
    });
    return undefined;
  };
  const all = (
    scores: readonly ListedBook[],
    pay: readonly ListedBook[],
    notices: readonly ListedBook[],
  ): { readonly lists: BookLists; readonly complete: boolean } => {
    const scorecards = scores.map(({ name, place }) => find(name, 'scorecard', place));
    const books = pay.map(({ name, place }) => find(name, 'pay', place));
    const noticeBooks = notices.map(({ name, place }) => find(name, 'notices', place));
    const lists: BookLists = {
      scorecards: scorecards.filter((book) => book?.kind === 'scorecard'),
      books: books.filter((book) => book?.kind === 'pay'),
      noticeBooks: noticeBooks.filter((book) => book?.kind === 'notices'),
    };
    const complete =
      lists.scorecards.length === scores.length &&
      lists.books.length === pay.length &&
      lists.noticeBooks.length === notices.length;
    return { lists, complete };
  };
  return { find, all };
}

export function reportUnknownRulebook(
  { id, kind }: { readonly id: string; readonly kind?: Rulebook['kind'] },
  cell: string,
  place: Place,
  library: Library,
  problems: Problems,
): void {
  const { code, params } = wrongName('rulebook', library.near(id, kind));
  problems.report(code, place, { params: { id, ...params }, cell });
}
