import type { Metric } from '../catalogue/metric.js';
import { type KnownRole, ROLES } from '../catalogue/vocabulary.js';
import { sameInAll, type Title } from '../lib/language.js';
import type { Place, Problems } from '../lib/problem.js';
import type { CompiledPlan, PlanParts, SetParameter } from '../rulebook/compiled.js';
import { type Library, openLibrary } from '../rulebook/library.js';
import { reportShopCircles } from '../rulebook/plan/checks.js';
import type { Elsewhere } from '../rulebook/plan/drafts.js';
import { compilePlan } from '../rulebook/plan.js';
import type {
  Book,
  NoticeBook,
  PayBook,
  Plan,
  Rulebook,
  Scorecard,
  Sourced,
} from '../rulebook/rulebook.js';
import type { PlanChoice, ShopConfig } from '../shop/config.js';
import { shippedRules } from '../shop/shipped-rules.js';
import type { Shop, SourceText } from '../shop/shop.js';

/** The pay policy of a shop: which compiled plan holds for which role. */
export interface Policy {
  readonly library: Library;
  /** By role id. */
  readonly plans: ReadonlyMap<string, CompiledPlan>;
  /** Every book that a plan of the shop uses. */
  readonly books: readonly Book[];
  /** Whether every plan could be read, so that `books` are all there are. */
  readonly complete: boolean;
}

/** The library of a shop's own rulebooks and the shipped ones. */
export function libraryOf(own: readonly SourceText[], problems: Problems): Library {
  return openLibrary(own, shippedRules(), problems);
}

/**
 * Opens a shop's policy; what is wrong with any plan in use is reported. Undefined when the shop's own
 * rulebooks could not all be read, which has been reported.
 */
export function openPolicy(shop: Shop, problems: Problems): Policy | undefined {
  if (shop.rulebooks === undefined) return undefined;
  const library = libraryOf(shop.rulebooks, problems);
  const { config } = shop;
  const set = setOf(config);
  const compiled = new Map<string, CompiledPlan | undefined>();
  const plans = new Map<string, CompiledPlan>();
  const books = new Set<Book>();
  let complete = true;
  for (const [role, choice] of Object.entries(config.plans)) {
    const key = choice.kind === 'id' ? choice.id : role;
    const parts = partsOf(role, choice, library, set, config, problems);
    if (parts === undefined) {
      complete = false;
      continue;
    }
    for (const book of [...parts.scorecards, ...parts.books, ...parts.noticeBooks]) books.add(book);
    if (!compiled.has(key)) compiled.set(key, compilePlan(parts, problems));
    const plan = compiled.get(key);
    if (plan !== undefined) plans.set(role, plan);
  }
  checkSetBooks(config, library, problems);
  // A circle can be followed without end: no plan is evaluated then.
  if (reportShopCircles([...new Set(plans.values())], problems)) plans.clear();
  return { library, plans, books: [...books], complete };
}

/** A role in words: a known role's title, or the shop's own word. */
export function roleTitle(role: string): Title {
  return Object.hasOwn(ROLES, role) ? ROLES[role as KnownRole] : sameInAll(role);
}

/** Metrics that the shop declares in kpi.yaml, as the catalogue describes its own. */
export function customMetricsOf(config: ShopConfig): readonly Metric[] {
  return config.customMetrics.map(({ id, title, unit }) => ({
    id,
    title: sameInAll(title),
    unit: unit as Metric['unit'],
    level: 'agent',
    needs: [],
    quotient: unit === 'ratio',
    definition: sameInAll(title),
  }));
}

function setOf(config: ShopConfig): ReadonlyMap<string, SetParameter> {
  return new Map(Object.entries(config.set));
}

/** A plan's parts, looked up; undefined, with the problems reported, when one of them is not there. */
function partsOf(
  role: string,
  choice: PlanChoice,
  library: Library,
  set: ReadonlyMap<string, SetParameter>,
  config: ShopConfig,
  problems: Problems,
): PlanParts | undefined {
  const finder = bookFinder(library, problems);
  if (choice.kind === 'lists') {
    const lists = finder.all(choice.scores, choice.pay, choice.notices, () => choice.place);
    if (lists === undefined) return undefined;
    const { place } = choice;
    const common = { id: role, title: roleTitle(role), teamBy: undefined, place, elsewhere: [] };
    return { ...common, ...lists, set, customMetrics: customMetricsOf(config) };
  }
  const plan = finder.find(choice.id, 'plan', choice.place);
  return plan?.kind === 'plan'
    ? planParts(plan, library, set, customMetricsOf(config), problems)
    : undefined;
}

/** The parts of a plan that is a rulebook. What kpi.yaml sets goes before what the plan sets. */
export function planParts(
  plan: Plan,
  library: Library,
  set: ReadonlyMap<string, SetParameter>,
  customMetrics: readonly Metric[],
  problems: Problems,
): PlanParts | undefined {
  const placeOf = (key: 'scores' | 'pay' | 'notices', index: number) =>
    plan.yaml.placeOf([key, index]);
  const lists = bookFinder(library, problems).all(plan.scores, plan.pay, plan.noticeBooks, placeOf);
  if (lists === undefined) return undefined;
  const twiceIn = (ids: readonly string[], key: 'scores' | 'pay') => {
    const index = ids.findIndex((id, at) => ids.indexOf(id) < at);
    return index < 0 ? undefined : placeOf(key, index);
  };
  const own = [...plan.set].map(([key, each]) => [key, setByPlan(each)] as const);
  const { id, title, teamBy } = plan;
  return {
    id,
    title,
    teamBy,
    place: twiceIn(plan.pay, 'pay') ?? twiceIn(plan.scores, 'scores') ?? placeOf('notices', 0),
    ...lists,
    set: new Map([...own, ...set]),
    customMetrics,
    elsewhere: [],
  };
}

function setByPlan({ spec, yaml, path }: Sourced<unknown>): SetParameter {
  return { value: spec as SetParameter['value'], place: yaml.placeOf(path) };
}

const KIND_TITLES: Readonly<Record<Rulebook['kind'], Title>> = {
  scorecard: { zh: '评分表', en: 'scorecard' },
  pay: { zh: '工资制度', en: 'pay book' },
  notices: { zh: '通知', en: 'notice book' },
  plan: { zh: '方案', en: 'plan' },
};

interface BookLists {
  readonly scorecards: readonly Scorecard[];
  readonly books: readonly PayBook[];
  readonly noticeBooks: readonly NoticeBook[];
}

function bookFinder(library: Library, problems: Problems) {
  const find = (id: string, kind: Rulebook['kind'], place: Place): Rulebook | undefined => {
    if (!library.has(id)) {
      const meant = library.meant(id);
      const code = meant === undefined ? 'unknown-rulebook' : 'misspelt-rulebook';
      problems.report(code, place, { params: { id, meant: meant ?? '' }, cell: id });
      return undefined;
    }
    const found = library.get(id);
    if (found === undefined || found.kind === kind) return found;
    problems.report('wrong-rulebook-kind', place, {
      params: { id, wanted: KIND_TITLES[kind] },
      cell: id,
    });
    return undefined;
  };
  const all = (
    scores: readonly string[],
    pay: readonly string[],
    notices: readonly string[],
    placeOf: (key: 'scores' | 'pay' | 'notices', index: number) => Place,
  ): BookLists | undefined => {
    const scorecards = scores.map((id, index) => find(id, 'scorecard', placeOf('scores', index)));
    const books = pay.map((id, index) => find(id, 'pay', placeOf('pay', index)));
    const noticeBooks = notices.map((id, index) => find(id, 'notices', placeOf('notices', index)));
    const lists: BookLists = {
      scorecards: scorecards.filter((book) => book?.kind === 'scorecard'),
      books: books.filter((book) => book?.kind === 'pay'),
      noticeBooks: noticeBooks.filter((book) => book?.kind === 'notices'),
    };
    const sound =
      lists.scorecards.length === scores.length &&
      lists.books.length === pay.length &&
      lists.noticeBooks.length === notices.length;
    return sound ? lists : undefined;
  };
  return { find, all };
}

/** `set` must speak of rulebooks that exist; their parameters are checked when a plan is compiled. */
function checkSetBooks(config: ShopConfig, library: Library, problems: Problems): void {
  for (const [key, { place }] of Object.entries(config.set)) {
    const [id = ''] = key.split('.');
    if (library.has(id)) continue;
    const meant = library.meant(id);
    const code = meant === undefined ? 'unknown-rulebook' : 'misspelt-rulebook';
    problems.report(code, place, { params: { id, meant: meant ?? '' }, cell: key });
  }
}

/** A plan of one book alone, for checking and testing it: other books' lines and scores may be named. */
export function aloneParts(book: Scorecard | PayBook | NoticeBook, library: Library): PlanParts {
  return {
    id: book.id,
    title: book.title,
    teamBy: undefined,
    scorecards: book.kind === 'scorecard' ? [book] : [],
    books: book.kind === 'pay' ? [book] : [],
    noticeBooks: book.kind === 'notices' ? [book] : [],
    set: new Map(),
    customMetrics: [],
    elsewhere: elsewhereOf(book, library),
  };
}

/** What each rulebook of a library can be named by from others; gathered once for all that are checked. */
const NAMED_BY_OTHERS = new WeakMap<Library, ReadonlyMap<string, readonly Elsewhere[]>>();

function elsewhereOf(book: Book, library: Library): readonly Elsewhere[] {
  let all = NAMED_BY_OTHERS.get(library);
  if (all === undefined) {
    all = new Map(library.ids.map((id) => [id, namedIn(library.get(id))]));
    NAMED_BY_OTHERS.set(library, all);
  }
  const known = new Map<string, Elsewhere>();
  for (const [id, named] of all) {
    if (id === book.id) continue;
    for (const each of named) known.set(each.key, each);
  }
  return [...known.values()];
}

/** What formulas of other books may name: lines of a pay book, a scorecard and its items. */
function namedIn(book: Rulebook | undefined): readonly Elsewhere[] {
  if (book?.kind === 'pay') {
    return book.lines.map(({ spec }) => {
      const { id, title } = titled(spec);
      return { kind: 'line', key: `line.${id}`, id, title, line: spec };
    });
  }
  if (book?.kind !== 'scorecard') return [];
  const items = book.entries.map(({ spec }): Elsewhere => {
    const { id, title } = titled(spec);
    return { kind: 'item', key: `item.${book.id}.${id}`, id, title };
  });
  return [{ kind: 'score', key: `score.${book.id}`, id: book.id, title: book.title }, ...items];
}

function titled({ id, title }: { readonly id: string; readonly title?: Title | undefined }) {
  return { id, title: title ?? sameInAll(id) };
}
