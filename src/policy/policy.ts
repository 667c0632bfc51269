import type { Metric } from '../catalogue/metric.js';
import { type KnownRole, LEVELS, nameables, ROLES } from '../catalogue/vocabulary.js';
import { sameInAll, type Title } from '../lib/language.js';
import type { Place } from '../lib/place.js';
import { inFlow, valueAt } from '../lib/yaml/node.js';
import { workCalendarOf } from '../rulebook/books/calendar.js';
import { type Library, openLibrary } from '../rulebook/books/library.js';
import {
  type Book,
  type EntryBook,
  hasEntries,
  type NoticeBook,
  type PayBook,
  type Plan,
  type Rulebook,
  type Scorecard,
  type Sourced,
} from '../rulebook/books/rulebook.js';
import type { FieldWords } from '../rulebook/names/reference.js';
import { reportShopCircles } from '../rulebook/plan/checks.js';
import { compilePlan, compileSoundParts } from '../rulebook/plan/compile-plan.js';
import type { CompiledPlan, PlanParts, SetParameter } from '../rulebook/plan/compiled-plan.js';
import type { Elsewhere } from '../rulebook/plan/unlinked-slots.js';
import type { PlanChoice, ShopConfig } from '../shop/config.js';
import { CONFIG_FILE } from '../shop/open.js';
import { shippedRules } from '../shop/shipped-rules.js';
import type { Agent, Shop } from '../shop/shop.js';
import { isConfigUnread } from '../shop/unread-config.js';
import { byId, wrongName } from '../words/known-names.js';
import { collectProblems, type Problem, type Problems } from '../words/problem.js';
import { title as wording } from '../words/text.js';

/** The pay policy of a shop: which compiled plan holds for which role. */
export interface Policy {
  readonly library: Library;
  /** By role id. */
  readonly plans: ReadonlyMap<string, CompiledPlan>;
  /** What is left of plans that name a book which cannot be used: nobody is paid by them. */
  readonly partial: ReadonlyMap<string, CompiledPlan>;
  /** Every book that a plan of the shop uses. */
  readonly books: readonly Book[];
  /** Whether every plan could be read, so that `books` are all there are. */
  readonly complete: boolean;
}

/** The library of a shop's own rulebooks and the shipped ones; of the shipped ones alone without a shop. */
export function libraryOf(
  shop: Pick<Shop, 'rulebooks' | 'shipped'> | undefined,
  problems: Problems,
): Library {
  return openLibrary(shop?.rulebooks ?? [], shop?.shipped ?? shippedRules(), problems);
}

/**
 * Opens a shop's policy for the agents of its roster, where that is known; what is wrong with any plan in use is reported. Undefined when the shop's own
 * rulebooks could not all be read, which has been reported.
 */
export function openPolicy(
  shop: Shop,
  problems: Problems,
  agents?: readonly Agent[],
): Policy | undefined {
  if (shop.rulebooks === undefined) return undefined;
  const library = libraryOf(shop, problems);
  const { config } = shop;
  const set = setOf(config, library);
  const words = agents && wordsInRoster(agents, config);
  const compile = planCompiler(library, problems);
  const plans = new Map<string, CompiledPlan>();
  const partial = new Map<string, CompiledPlan>();
  const books = new Set<Book>();
  let complete = !isConfigUnread(config, ['plans']);
  const choices = Object.entries(config.plans).map(([role, choice]) => {
    const found = partsOf(role, choice, library, set, config, problems);
    return { role, choice, found };
  });
  const ofOtherPlans = namedInAny(choices.flatMap(({ found }) => found ?? []));
  for (const { role, choice, found } of choices) {
    const key = choice.kind === 'id' ? (library.idOf(choice.id) ?? choice.id) : role;
    if (found?.sound !== true) complete = false;
    else for (const book of booksOf(found.parts)) books.add(book);
    if (found === undefined) continue;
    const inShop = { ...found, parts: { ...found.parts, words, ofOtherPlans } };
    const { plan, isSound } = compile(key, inShop, choice.place);
    if (plan !== undefined) (isSound ? plans : partial).set(role, plan);
  }
  checkSet(config, library, [...books], problems);
  reportOverridden(config, library, problems);
  // A circle can be followed without end: no plan is evaluated then.
  if (reportShopCircles([...new Set([...plans.values(), ...partial.values()])], problems)) {
    plans.clear();
    partial.clear();
  }
  return { library, plans, partial, books: [...books], complete };
}

/** What any of the plans has that formulas of others may name. */
function namedInAny(plans: readonly FoundParts[]): readonly Elsewhere[] {
  const named = plans.flatMap(({ parts }) =>
    [...parts.scorecards, ...parts.books].flatMap(namedIn),
  );
  return [...new Map(named.map((each) => [each.key, each])).values()];
}

function booksOf({ scorecards, books, noticeBooks }: PlanParts): readonly Book[] {
  return [...scorecards, ...books, ...noticeBooks];
}

/** Compiles the plans of a shop, each once, whichever roles are paid by it. */
function planCompiler(library: Library, problems: Problems) {
  const compiled = new Map<string, CompiledInShop>();
  return (key: string, { parts, sound }: FoundParts, choice: Place): CompiledInShop => {
    const known = compiled.get(key);
    if (known !== undefined) return known;
    const made = sound
      ? compileInPlan(parts, library, choice, problems)
      : { plan: compileRest(parts, library, problems), isSound: false };
    compiled.set(key, made);
    return made;
  };
}

/** What came of a plan; undefined when it cannot be evaluated, not sound when nobody is paid by it. */
interface CompiledInShop {
  readonly plan: CompiledPlan | undefined;
  readonly isSound: boolean;
}

/**
 * Compiles a plan of the shop. What is wrong with a shipped book there is no fault of the book: the plan
 * that brings it together with others, or without them, is named.
 */
function compileInPlan(
  parts: PlanParts,
  library: Library,
  choice: Place,
  problems: Problems,
): CompiledInShop {
  const own = collectProblems();
  const plan = compileSoundParts(parts, own);
  const isSound = !own.hasErrors() && !booksOf(parts).some(({ isPart }) => isPart);
  // A shipped book is for any shop: that it speaks of levels which nobody has is no slip.
  const ofShop = new Set(library.own.map((id) => library.get(id)?.yaml.file));
  const isTold = ({ code, file }: Problem) => !OF_NOBODY.has(code) || ofShop.has(file);
  const told = own.all.filter((problem) => isTold(problem) && !mayBeNamed(problem, library));
  problems.addAll(told);
  const files = new Set(told.map(({ file }) => file));
  const unfit = booksOf(parts).filter(({ shipped, yaml }) => shipped && files.has(yaml.file));
  if (unfit.length === 0) return { plan, isSound };
  const books = unfit.map(({ id }) => id).join(', ');
  const params = { plan: parts.title, id: parts.id, books };
  problems.report('shipped-book-unfit', parts.place ?? choice, { params });
  return { plan, isSound };
}

/**
 * What can be used of a plan, so that what else it lacks is told in the same run. What is wrong with the
 * names in it may follow from the book that is not there: that is told when it is.
 */
function compileRest(
  parts: PlanParts,
  library: Library,
  problems: Problems,
): CompiledPlan | undefined {
  const elsewhere = library.ids.flatMap((id) => namedIn(library.get(id)));
  const own = collectProblems();
  const plan = compileSoundParts({ ...parts, elsewhere }, own);
  problems.addAll(own.all.filter(({ code }) => !OF_NAMES.has(code)));
  return plan;
}

/** Whether a name that means nothing may be defined in what could not be read of a book. */
export function mayBeNamed(
  { code, params: { name, id, key } }: Problem,
  library: Library,
): boolean {
  const written = [name, id, key].find((each) => typeof each === 'string');
  if (written === undefined || !OF_NAMES.has(code)) return false;
  return library.mentions(String(written).replace(/^.*\./, ''));
}

/** What a condition asks for that nobody in the roster has. */
const OF_NOBODY: ReadonlySet<string> = new Set(['field-of-nobody', 'word-of-nobody']);

/** What is wrong with a name, which may be that of a book which is not there. */
const OF_NAMES: ReadonlySet<string> = new Set([
  'unknown-name',
  'misspelt-name',
  'undeclared-name',
  'unknown-line',
  'unknown-parameter',
  'misspelt-parameter',
]);

/**
 * By roster field the words that conditions can ask for: those that people have, and for roles those
 * that plans are for.
 */
function wordsInRoster(
  agents: readonly Agent[],
  { plans }: ShopConfig,
): ReadonlyMap<string, FieldWords> {
  const among = (of: (agent: Agent) => string | undefined) => ({
    known: byId(new Set(agents.flatMap((agent) => of(agent) ?? []))),
  });
  const roles = new Set([...agents.map(({ role }) => role), ...Object.keys(plans)]);
  const levels = nameables(LEVELS);
  const held = levels.filter(({ id }) => agents.some(({ level }) => level === id));
  return new Map<string, FieldWords>([
    ['name', among(({ name }) => name)],
    ['role', { known: [...roles].map((id) => ({ id, title: roleTitle(id) })) }],
    ['level', { known: levels, held }],
    ['team', among(({ team }) => team)],
    ['shift', among(({ shift }) => shift)],
  ]);
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

function setOf(config: ShopConfig, library: Library): ReadonlyMap<string, SetParameter> {
  return new Map(
    Object.entries(config.set).map(([key, each]) => [parameterKey(key, library), each]),
  );
}

/** `rulebook.parameter` by ids, of a key that may name both by their titles. */
function parameterKey(key: string, library: Library): string {
  const dot = key.indexOf('.');
  const [name, parameter] = [key.slice(0, dot), key.slice(dot + 1)];
  const book = dot < 0 ? undefined : library.get(name);
  if (!hasEntries(book)) return key;
  return `${book.id}.${parameterNamed(parameter, book) ?? parameter}`;
}

function parameterNamed(name: string, { parameters }: Book): string | undefined {
  if (parameters.has(name)) return name;
  const found = [...parameters].filter(([, { spec }]) => {
    const title = 'title' in spec ? spec.title : undefined;
    return title?.zh === name || title?.en === name;
  });
  return found.length === 1 ? found[0]?.[0] : undefined;
}

/** What a plan has of its library beside its own books. */
function ofLibrary(library: Library): Pick<PlanParts, 'calendar' | 'linesOfAll'> {
  const linesOfAll = () =>
    [...namedByOthers(library).values()].flat().filter(({ kind }) => kind === 'line');
  return { calendar: calendarIn(library), linesOfAll };
}

/** The calendar of a library, read when a rule asks which days are worked. */
function calendarIn(library: Library): PlanParts['calendar'] {
  return () => {
    const calendar = library.get('calendar');
    return calendar?.kind === 'calendar' ? workCalendarOf(calendar.years) : undefined;
  };
}

/** A plan's parts, as far as they could be found: `sound` when all of them were. */
interface FoundParts {
  readonly parts: PlanParts;
  readonly sound: boolean;
}

/** A plan's parts, looked up; what is not there is reported. Undefined when there is no such plan. */
function partsOf(
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
    const { lists, sound } = finder.all(choice.scores, choice.pay, choice.notices, () => place);
    const common = { id: role, title: roleTitle(role), teamBy: undefined, place, elsewhere: [] };
    const known = { customMetrics: customMetricsOf(config), ...ofLibrary(library) };
    return { parts: { ...common, ...lists, set, ...known }, sound };
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
): FoundParts {
  const placeOf = (key: 'scores' | 'pay' | 'notices', index: number) =>
    plan.yaml.placeOf([key, index]);
  const finder = bookFinder(library, problems);
  const { lists, sound } = finder.all(plan.scores, plan.pay, plan.noticeBooks, placeOf);
  const twiceIn = (ids: readonly string[], key: 'scores' | 'pay') => {
    const index = ids.findIndex((id, at) => ids.indexOf(id) < at);
    return index < 0 ? undefined : placeOf(key, index);
  };
  const own = [...plan.set].map(
    ([key, each]) => [parameterKey(key, library), setByPlan(each)] as const,
  );
  const { id, title, teamBy } = plan;
  const parts = {
    id,
    title,
    teamBy,
    place: twiceIn(plan.pay, 'pay') ?? twiceIn(plan.scores, 'scores') ?? placeOf('notices', 0),
    ...lists,
    set: new Map([...own, ...set]),
    customMetrics,
    ...ofLibrary(library),
    elsewhere: [],
  };
  return { parts, sound };
}

function setByPlan({ spec, yaml, path }: Sourced<unknown>): SetParameter {
  return { value: spec as SetParameter['value'], place: yaml.placeOf(path) };
}

interface BookLists {
  readonly scorecards: readonly Scorecard[];
  readonly books: readonly PayBook[];
  readonly noticeBooks: readonly NoticeBook[];
}

function bookFinder(library: Library, problems: Problems) {
  const find = (id: string, kind: Rulebook['kind'], place: Place): Rulebook | undefined => {
    if (library.idOf(id) === undefined) {
      reportUnknownRulebook(id, id, place, library, problems);
      return undefined;
    }
    const found = library.get(id);
    if (found === undefined || found.kind === kind) return found;
    problems.report('wrong-rulebook-kind', place, {
      params: { id, wanted: wording(`book.${kind}`) },
      cell: id,
    });
    return undefined;
  };
  const all = (
    scores: readonly string[],
    pay: readonly string[],
    notices: readonly string[],
    placeOf: (key: 'scores' | 'pay' | 'notices', index: number) => Place,
  ): { readonly lists: BookLists; readonly sound: boolean } => {
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
    return { lists, sound };
  };
  return { find, all };
}

/**
 * `set` must speak of rulebooks that exist. Of a book in a plan its parameters are checked when the plan is
 * compiled; of any other they are checked here.
 */
function checkSet(
  config: ShopConfig,
  library: Library,
  inUse: readonly Book[],
  problems: Problems,
): void {
  const unused = new Set<string>();
  for (const [key, { place }] of Object.entries(config.set)) {
    const [name = ''] = key.split('.');
    const id = library.idOf(name);
    if (id === undefined) reportUnknownRulebook(name, key, place, library, problems);
    else if (inUse.every((book) => book.id !== id)) unused.add(id);
  }
  const set = setOf(config, library);
  for (const id of unused) {
    const book = library.get(id);
    if (!hasEntries(book)) continue;
    const alone = collectProblems();
    compilePlan({ ...partsAlone(book, library, customMetricsOf(config)), set }, alone);
    problems.addAll(alone.all.filter(({ file }) => file === CONFIG_FILE));
  }
}

function reportUnknownRulebook(
  id: string,
  cell: string,
  place: Place,
  library: Library,
  problems: Problems,
): void {
  const { code, params } = wrongName('rulebook', library.near(id));
  problems.report(code, place, { params: { id, ...params }, cell });
}

/** Says of a value that the shop's own rulebook has that `set` in kpi.yaml has another, which holds. */
function reportOverridden(config: ShopConfig, library: Library, problems: Problems): void {
  for (const [key, { value, place }] of Object.entries(config.set)) {
    const [id = '', name = ''] = key.split('.');
    const book = library.get(id);
    if (!hasEntries(book) || book.shipped) continue;
    const parameter = book.parameters.get(name);
    if (parameter === undefined || parameter.yaml.file !== book.yaml.file) continue;
    const path = [...parameter.path, 'value'];
    const own = valueAt(parameter.yaml.value, path);
    const isSame = JSON.stringify(own) === JSON.stringify(value);
    if (own === undefined || isSame || place.file !== CONFIG_FILE) continue;
    const { line = '' } = parameter.yaml.placeOf(path);
    const values = { own: inFlow(own), set: inFlow(value) };
    const params = { key, ...values, file: parameter.yaml.file, line };
    problems.report('set-over-own', place, { cell: key, params });
  }
}

/** A plan of one book alone, for checking and testing it: other books' lines and scores may be named. */
export function aloneParts(
  book: EntryBook,
  library: Library,
  customMetrics: readonly Metric[],
): PlanParts {
  return { ...partsAlone(book, library, customMetrics), elsewhere: elsewhereOf(book, library) };
}

function partsAlone(
  book: EntryBook,
  library: Library,
  customMetrics: readonly Metric[],
): PlanParts {
  return {
    id: book.id,
    title: book.title,
    teamBy: undefined,
    scorecards: book.kind === 'scorecard' ? [book] : [],
    books: book.kind === 'pay' ? [book] : [],
    noticeBooks: book.kind === 'notices' ? [book] : [],
    set: new Map(),
    customMetrics,
    ...ofLibrary(library),
    elsewhere: [],
  };
}

/** What each rulebook of a library can be named by from others; gathered once for all that are checked. */
const NAMED_BY_OTHERS = new WeakMap<Library, ReadonlyMap<string, readonly Elsewhere[]>>();

function namedByOthers(library: Library): ReadonlyMap<string, readonly Elsewhere[]> {
  const known = NAMED_BY_OTHERS.get(library);
  if (known !== undefined) return known;
  const all = new Map(library.ids.map((id) => [id, namedIn(library.get(id))]));
  NAMED_BY_OTHERS.set(library, all);
  return all;
}

function elsewhereOf(book: Book, library: Library): readonly Elsewhere[] {
  const known = new Map<string, Elsewhere>();
  for (const [id, named] of namedByOthers(library)) {
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
