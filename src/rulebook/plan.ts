import type { Metric } from '../catalogue/metric.js';
import { parseDecimal, sum } from '../lib/decimal.js';
import type { Title } from '../lib/language.js';
import type { Place, Problems } from '../lib/problem.js';
import { valueAt, type YamlValue } from '../lib/yaml.js';
import { compileTable, compileTyped, type EntrySetting, type Site } from './compiler.js';
import {
  adjustedNode,
  type CompiledAdjustment,
  categoryNode,
  itemNode,
  limitedNode,
  lineNode,
  noticeNode,
  scoreNode,
} from './entries.js';
import { ENTRY_TABLES } from './mechanisms/index.js';
import { onlyTable } from './mechanisms/mechanism.js';
import type { Node, Slot } from './node.js';
import { compileParameter } from './parameters.js';
import { parseRounding, TO_FEN } from './rounding.js';
import {
  type Book,
  type NoticeBook,
  type NoticeSpec,
  type PayBook,
  reportAt,
  type Scorecard,
  type Section,
  type Sourced,
} from './rulebook.js';
import { ENTRY_OTHER_KEYS, type ItemSpec, type LineSpec } from './schema.js';
import type { Expr } from './schema-parts.js';
import { type BookNames, createScope, type LazySlot, type PlanNames } from './scope.js';
import type { NameKind } from './trace.js';
import { FLEXIBLE, MONEY, PLAIN, type Type, typeOfUnit, YESNO } from './type.js';
import type { DisplayUnit } from './value.js';

/** What a plan is made of, ready to be compiled. */
export interface PlanParts {
  readonly id: string;
  readonly title: Title;
  readonly teamBy: 'team' | 'shift' | undefined;
  readonly scorecards: readonly Scorecard[];
  readonly books: readonly PayBook[];
  readonly noticeBooks: readonly NoticeBook[];
  /** By `rulebook.parameter`: what plan and kpi.yaml set. */
  readonly set: ReadonlyMap<string, SetParameter>;
  readonly customMetrics: readonly Metric[];
  /**
   * Names that a book may use although this plan does not have them: when one book is checked or tested
   * alone, the lines and scorecards of others.
   */
  readonly elsewhere: readonly Elsewhere[];
}

export interface SetParameter {
  readonly value: YamlValue;
  readonly place: Place;
}

/** Something that another plan may have: absent here, but no wrong name. */
export interface Elsewhere {
  readonly kind: 'line' | 'score' | 'item';
  readonly key: string;
  readonly id: string;
  readonly title: Title;
}

export interface CompiledItem {
  readonly id: string;
  readonly title: Title;
  readonly section: Section;
  readonly full: Node | undefined;
  readonly source: string | undefined;
  readonly slot: Slot;
  readonly spec: Sourced<ItemSpec>;
  readonly node: Node;
}

export interface CompiledScorecard {
  readonly book: Scorecard;
  readonly slot: Slot;
  readonly total: Slot;
  readonly items: readonly CompiledItem[];
}

export interface CompiledLine {
  readonly id: string;
  readonly title: Title;
  readonly kind: LineSpec['kind'];
  readonly category: string;
  readonly rulebook: string;
  readonly source: string | undefined;
  readonly slot: Slot;
  readonly spec: Sourced<LineSpec>;
  /** The line's own rule, before other books' adjustments: what a description prints. */
  readonly node: Node;
}

export interface CompiledNotice {
  readonly id: string;
  readonly rulebook: string;
  readonly slot: Slot;
}

/** A plan that can be evaluated. */
export interface CompiledPlan {
  readonly id: string;
  readonly title: Title;
  readonly teamBy: 'team' | 'shift' | undefined;
  readonly scorecards: readonly CompiledScorecard[];
  readonly lines: readonly CompiledLine[];
  readonly notices: readonly CompiledNotice[];
  /** Parameters and definitions by book, for descriptions and examples. */
  readonly named: ReadonlyMap<string, readonly Slot[]>;
  /** Every outcome that a rule can have, for coverage. */
  readonly outcomes: ReadonlySet<string>;
  /** The names that a book's examples use. */
  readonly scopeOf: (book: string) => ReturnType<typeof createScope>;
}

type Draft = { -readonly [Key in keyof Slot]: Slot[Key] };

function draft(
  kind: NameKind,
  key: string,
  id: string,
  title: Title,
  type: Type,
  unit: DisplayUnit,
  place: Place,
): Draft {
  return { kind, key, id, title, type, unit, place, node: undefined };
}

interface Workshop {
  readonly parts: PlanParts;
  readonly problems: Problems;
  readonly outcomes: Set<string>;
  readonly names: PlanNames;
  readonly books: ReadonlyMap<string, BookNames>;
}

/** Compiles a plan. Undefined, with everything that is wrong reported, when it cannot be evaluated. */
export function compilePlan(parts: PlanParts, problems: Problems): CompiledPlan | undefined {
  const before = problems.all.filter(({ level }) => level === 'error').length;
  const scorecards = parts.scorecards.map((book) => ({ book, ...scorecardDrafts(book) }));
  const payBooks = parts.books.map((book) => ({ book, lines: lineDrafts(book) }));
  const noticeBooks = parts.noticeBooks.map((book) => ({ book, notices: noticeDrafts(book) }));
  const lines = payBooks.flatMap((each) => each.lines);
  const categories = categoryDrafts(lines);
  const first = scorecards[0];
  const books = new Map<string, BookNames>();
  const workshop: Workshop = {
    parts,
    problems,
    outcomes: new Set(),
    books,
    names: {
      customMetrics: parts.customMetrics,
      scores: [...scorecards.map(({ score }) => score), ...absentSlots(parts, 'score')],
      score: first === undefined ? openScore(parts, 'score') : scoreWord(first.score),
      scoreTotal: first === undefined ? openScore(parts, 'score_total') : first.total,
      items: [
        ...scorecards.flatMap(({ items }) => items.map(({ slot }) => slot)),
        ...absentSlots(parts, 'item'),
      ],
      lines: [...lines.map(({ slot }) => slot), ...absentSlots(parts, 'line')],
      categories: categories.map(({ slot }) => slot),
      ratings: mergeTitles(parts, (book) => book.ratings),
      events: mergeTitles(parts, (book) => book.events),
    },
  };
  for (const { book, items } of scorecards) {
    const entries = items.map(({ slot }) => ({ slot, ensure: () => true }));
    books.set(book.id, bookNames(book, entries, workshop));
  }
  for (const { book, lines: own } of payBooks) {
    const entries = own.map(({ slot }) => ({ slot, ensure: () => true }));
    books.set(book.id, bookNames(book, entries, workshop));
  }
  for (const { book } of noticeBooks) books.set(book.id, bookNames(book, [], workshop));
  for (const names of books.values()) for (const lazy of names.own) lazy.ensure();

  const compiledScorecards = scorecards.map((each) => compileScorecard(each, workshop));
  const compiledLines = lines.map((each) => compileLine(each, workshop));
  for (const { slot, lines: members } of categories) slot.node = categoryNode(members);
  applyLimits(lines, categories);
  applyAdjustments(payBooks, lines, workshop);
  const notices = noticeBooks.flatMap((each) =>
    each.notices.map((notice) => compileNotice(notice, each.book, workshop)),
  );
  checkLineIds(lines, problems);
  checkSet(workshop);
  reportCircles(workshop, [
    ...scorecards.flatMap(({ items, score }) => [...items.map(({ slot }) => slot), score]),
    ...lines.map(({ slot }) => slot),
    ...notices.map(({ slot }) => slot),
  ]);
  if (problems.all.filter(({ level }) => level === 'error').length > before) return undefined;
  return {
    id: parts.id,
    title: parts.title,
    teamBy: parts.teamBy,
    scorecards: compiledScorecards,
    lines: compiledLines,
    notices,
    named: new Map(
      [...books].map(([id, { own }]) => [
        id,
        own
          .map(({ slot }) => slot)
          .filter(({ kind }) => kind === 'parameter' || kind === 'definition'),
      ]),
    ),
    outcomes: workshop.outcomes,
    scopeOf: (book) => createScope(books.get(book) ?? NO_NAMES, workshop.names, undefined),
  };
}

const NO_NAMES: BookNames = { id: '', own: [], ratings: new Map(), events: new Map() };
const SCORE: Title = { zh: '得分', en: 'Score' };
const SCORE_TOTAL: Title = { zh: '总分', en: 'Full score' };

/** `score`: the points of the plan's first scorecard, whatever its id. */
function scoreWord(slot: Draft): Slot {
  return {
    ...slot,
    id: 'score',
    title: SCORE,
    // The points are compiled later than the word is named.
    get node() {
      return slot.node;
    },
  };
}

function openScore(parts: PlanParts, id: 'score' | 'score_total'): Slot | undefined {
  if (parts.elsewhere.length === 0) return undefined;
  const title = id === 'score' ? SCORE : SCORE_TOTAL;
  return draft('score', id, id, title, PLAIN, 'points', {});
}

function absentSlots({ elsewhere }: PlanParts, kind: Elsewhere['kind']): readonly Slot[] {
  return elsewhere
    .filter((each) => each.kind === kind)
    .map(({ key, id, title }) =>
      draft(
        kind,
        key,
        id,
        title,
        kind === 'line' ? MONEY : PLAIN,
        kind === 'line' ? 'yuan' : 'points',
        {},
      ),
    );
}

function mergeTitles(
  { scorecards, books, noticeBooks }: PlanParts,
  of: (book: Book) => ReadonlyMap<string, Title>,
): ReadonlyMap<string, Title> {
  return new Map([...scorecards, ...books, ...noticeBooks].flatMap((book) => [...of(book)]));
}

interface ItemDraft {
  readonly slot: Draft;
  readonly entry: Scorecard['entries'][number];
}

function scorecardDrafts(book: Scorecard): {
  readonly items: readonly ItemDraft[];
  readonly score: Draft;
  readonly total: Draft;
} {
  const place = book.yaml.placeOf(['id']);
  const items = book.entries.map((entry) => {
    const { id, title = { zh: id, en: id } } = entry.spec;
    const at = entry.yaml.placeOf(entry.path);
    return { entry, slot: draft('item', `item.${book.id}.${id}`, id, title, PLAIN, 'points', at) };
  });
  return {
    items,
    score: draft('score', `score.${book.id}`, book.id, book.title, PLAIN, 'points', place),
    total: draft('score', `total.${book.id}`, 'score_total', SCORE_TOTAL, PLAIN, 'points', place),
  };
}

interface LineDraft {
  readonly slot: Draft;
  readonly book: PayBook;
  readonly entry: Sourced<LineSpec>;
}

function lineDrafts(book: PayBook): readonly LineDraft[] {
  return book.lines.map((entry) => {
    const { id, title = { zh: id, en: id } } = entry.spec;
    const place = entry.yaml.placeOf(entry.path);
    return { book, entry, slot: draft('line', `line.${id}`, id, title, MONEY, 'yuan', place) };
  });
}

interface NoticeDraft {
  readonly slot: Draft;
  readonly entry: Sourced<NoticeSpec>;
}

function noticeDrafts(book: NoticeBook): readonly NoticeDraft[] {
  return book.notices.map((entry) => {
    const { id, title = { zh: id, en: id } } = entry.spec;
    const place = entry.yaml.placeOf(entry.path);
    return {
      entry,
      slot: draft('line', `notice.${book.id}.${id}`, id, title, PLAIN, undefined, place),
    };
  });
}

interface CategoryDraft {
  readonly slot: Draft;
  readonly lines: readonly Slot[];
}

function categoryDrafts(lines: readonly LineDraft[]): readonly CategoryDraft[] {
  const byCategory = new Map<string, Slot[]>();
  for (const { slot, entry } of lines) {
    const { category } = entry.spec;
    if (category === undefined) continue;
    byCategory.set(category, [...(byCategory.get(category) ?? []), slot]);
  }
  return [...byCategory].map(([id, members]) => ({
    slot: draft('category', `category.${id}`, id, { zh: id, en: id }, MONEY, 'yuan', {}),
    lines: members,
  }));
}

/** Parameters and definitions of a book, compiled when first asked for, and its entries. */
function bookNames(book: Book, entries: readonly LazySlot[], workshop: Workshop): BookNames {
  const own: LazySlot[] = [...entries];
  const names: BookNames = { id: book.id, own, ratings: book.ratings, events: book.events };
  for (const [id, parameter] of book.parameters) {
    const title = ('title' in parameter.spec ? parameter.spec.title : undefined) ?? {
      zh: id,
      en: id,
    };
    const at = parameter.yaml.placeOf(parameter.path);
    const slot = draft('parameter', `${book.id}.${id}`, id, title, FLEXIBLE, undefined, at);
    own.push(
      lazily(slot, parameter, workshop, () => parameterNode(slot, parameter, names, workshop)),
    );
  }
  for (const [id, definition] of book.definitions) {
    const spec = definition.spec;
    const title = ('title' in spec ? (spec.title as Title | undefined) : undefined) ?? {
      zh: id,
      en: id,
    };
    const at = definition.yaml.placeOf(definition.path);
    const slot = draft('definition', `${book.id}.${id}`, id, title, FLEXIBLE, undefined, at);
    own.push(
      lazily(slot, definition, workshop, () => definitionNode(slot, definition, names, workshop)),
    );
  }
  return names;
}

/** A slot whose type is known only when its formula is compiled; asking again inside is a circle. */
function lazily(
  slot: Draft,
  source: Sourced<unknown>,
  { problems }: Workshop,
  compile: () => Node | undefined,
): LazySlot {
  let state: 'waiting' | 'working' | 'done' = 'waiting';
  return {
    slot,
    ensure() {
      if (state === 'working') {
        reportAt(problems, source, 'circular-reference', { names: `${slot.id} → … → ${slot.id}` });
        return false;
      }
      if (state === 'done') return true;
      state = 'working';
      const node = compile();
      if (node !== undefined) {
        slot.node = node;
        slot.type = node.type;
        slot.unit = node.unit;
      }
      state = 'done';
      return true;
    },
  };
}

type ParameterSource = Book['parameters'] extends ReadonlyMap<string, infer S> ? S : never;
type DefinitionSource = Book['definitions'] extends ReadonlyMap<string, infer S> ? S : never;

function parameterNode(
  slot: Draft,
  parameter: ParameterSource,
  names: BookNames,
  { parts, problems, names: planNames }: Workshop,
): Node | undefined {
  const { spec, yaml, path } = parameter;
  const set = parts.set.get(slot.key);
  if (set === undefined && 'formula' in spec && spec.formula !== undefined) {
    const scope = createScope(names, planNames, slot);
    const site: Site = { yaml, path: [...path, 'formula'], scope, problems };
    return compileTyped(spec.formula, undefined, site);
  }
  return compileParameter({
    key: slot.key,
    title: slot.title,
    spec,
    set: set?.value,
    place: set?.place ?? slot.place,
    report(code, params = {}) {
      if (set === undefined) reportAt(problems, { yaml, path: [...path, 'value'] }, code, params);
      else problems.report(code, set.place, { params });
    },
  });
}

function definitionNode(
  slot: Draft,
  definition: DefinitionSource,
  names: BookNames,
  workshop: Workshop,
): Node | undefined {
  const { spec, yaml, path } = definition;
  const scope = createScope(names, workshop.names, slot);
  const unit = 'unit' in spec ? (spec.unit as DisplayUnit) : undefined;
  const table = onlyTable(spec, ENTRY_OTHER_KEYS);
  if (table === undefined) {
    reportAt(workshop.problems, definition, 'one-mechanism', { id: slot.id });
    return undefined;
  }
  // A definition may give anything; a formula's own type holds unless a unit is said.
  if (table.mechanism === 'formula' && unit === undefined) {
    const { problems } = workshop;
    // `run: streak(…)` is short for `run: {formula: streak(…)}`: then the text stands at the key itself.
    const short = typeof valueAt(yaml.value, path) === 'string';
    const site: Site = { yaml, path: short ? path : [...path, 'formula'], scope, problems };
    return compileTyped(table.spec as Expr, undefined, site);
  }
  const result = unit === undefined ? FLEXIBLE : typeOfUnit(unit);
  return compileTable(table, {
    source: definition,
    scope,
    problems: workshop.problems,
    result,
    worth: undefined,
    key: slot.key,
    outcomes: workshop.outcomes,
  });
}

function conditionsOf(
  when: readonly string[] | undefined,
  source: Sourced<unknown>,
  scope: ReturnType<typeof createScope>,
  problems: Problems,
): readonly Node[] {
  const { yaml, path } = source;
  // Whether `when` stands as a list or as one text decides where its conditions are.
  const list = Array.isArray(valueAt(yaml.value, [...path, 'when']));
  return (when ?? []).flatMap((text, index) => {
    const at = list ? [...path, 'when', index] : [...path, 'when'];
    const node = compileTyped(text, YESNO, { yaml, path: at, scope, problems });
    return node === undefined ? [] : [node];
  });
}

function compileScorecard(
  { book, items, score, total }: ReturnType<typeof scorecardDrafts> & { book: Scorecard },
  workshop: Workshop,
): CompiledScorecard {
  const { problems, names } = workshop;
  const own = workshop.books.get(book.id) ?? NO_NAMES;
  const totalScope = createScope(own, names, undefined);
  const { yaml } = book;
  if (book.total === undefined) {
    reportAt(problems, { yaml, path: ['id'] }, 'no-total', { id: book.id });
  } else {
    const site = { yaml: book.total.yaml, path: book.total.path, scope: totalScope, problems };
    total.node = compileTyped(book.total.spec, PLAIN, site);
  }
  const compiled = items.flatMap((each) => {
    const item = compileItem(each, book, own, workshop);
    return item === undefined ? [] : [item];
  });
  checkFulls(book, items, problems);
  score.node = scoreNode(compiled.map(({ slot, section }) => ({ slot, section })));
  return { book, slot: score, total, items: compiled };
}

function compileItem(
  { slot, entry }: ItemDraft,
  book: Scorecard,
  own: BookNames,
  workshop: Workshop,
): CompiledItem | undefined {
  const { problems, outcomes } = workshop;
  const { spec, yaml, path } = entry;
  const scope = createScope(own, workshop.names, slot);
  const full =
    spec.full === undefined
      ? undefined
      : compileTyped(spec.full, PLAIN, { yaml, path: [...path, 'full'], scope, problems });
  const node = tableOf(entry, {
    source: entry,
    scope,
    problems,
    result: PLAIN,
    worth: full,
    key: slot.key,
    outcomes,
  });
  const conditions = conditionsOf(spec.when, entry, scope, problems);
  if (node === undefined) return undefined;
  declareConditions(slot.key, conditions, outcomes);
  slot.node = itemNode({ key: slot.key, node, conditions, full, spec });
  return {
    id: slot.id,
    title: slot.title,
    section: entry.section,
    full,
    source: spec.source ?? book.source,
    slot,
    spec: entry,
    node,
  };
}

/** Each entry with conditions can be there or not: both are outcomes to be covered. */
function declareConditions(key: string, conditions: readonly Node[], outcomes: Set<string>): void {
  if (conditions.length === 0) return;
  outcomes.add(`${key}:when:held`);
  outcomes.add(`${key}:when:failed`);
}

function tableOf(entry: Sourced<ItemSpec | LineSpec>, setting: EntrySetting): Node | undefined {
  const table = onlyTable(entry.spec, ENTRY_OTHER_KEYS);
  if (table === undefined || !(table.mechanism in ENTRY_TABLES)) {
    reportAt(setting.problems, entry, 'one-mechanism', { id: entry.spec.id });
    return undefined;
  }
  return compileTable(table, setting);
}

/** The full points of the items are the total; what is written as a formula cannot be checked here. */
function checkFulls(book: Scorecard, items: readonly ItemDraft[], problems: Problems): void {
  const total = typeof book.total?.spec === 'string' ? parseDecimal(book.total.spec) : undefined;
  const fulls = items
    .filter(({ entry }) => entry.section === 'item')
    .map(({ entry }) =>
      typeof entry.spec.full === 'string' ? parseDecimal(entry.spec.full) : undefined,
    );
  const known = fulls.filter((full) => full !== undefined);
  if (book.total === undefined || total === undefined || known.length < fulls.length) return;
  const all = sum(known);
  if (all.equals(total)) return;
  reportAt(problems, book.total, 'weights-differ', { sum: all.toFixed(), total: total.toFixed() });
}

function compileLine({ slot, entry, book }: LineDraft, workshop: Workshop): CompiledLine {
  const { problems, outcomes } = workshop;
  const { spec, yaml, path } = entry;
  const own = workshop.books.get(book.id) ?? NO_NAMES;
  const scope = createScope(own, workshop.names, slot);
  const conditions = conditionsOf(spec.when, entry, scope, problems);
  const rounding = spec.round === undefined ? TO_FEN : parseRounding(spec.round);
  if (rounding === undefined) {
    const at = { yaml, path: [...path, 'round'] };
    reportAt(problems, at, 'bad-rounding', { text: spec.round ?? '' });
  }
  if (spec.kind !== 'notice' && spec.category === undefined) {
    reportAt(problems, entry, 'no-category', { id: spec.id });
  }
  const node =
    spec.kind === 'notice'
      ? noticeOf(spec, entry, problems)
      : lineTable(slot, entry, scope, workshop);
  if (node !== undefined) {
    declareConditions(slot.key, conditions, outcomes);
    slot.node = lineNode(
      { key: slot.key, node, conditions, full: undefined, spec },
      rounding ?? TO_FEN,
    );
  }
  return {
    id: slot.id,
    title: slot.title,
    kind: spec.kind,
    category: spec.category ?? '',
    rulebook: book.id,
    source: spec.source ?? book.source,
    slot,
    spec: entry,
    node: node ?? noticeNode({ level: 'info', text: slot.title }),
  };
}

function noticeOf(spec: LineSpec, entry: Sourced<LineSpec>, problems: Problems): Node | undefined {
  if (spec.text === undefined) {
    reportAt(problems, entry, 'notice-without-text', { id: spec.id });
    return undefined;
  }
  return noticeNode({ level: spec.level ?? 'info', text: spec.text });
}

function lineTable(
  slot: Draft,
  entry: Sourced<LineSpec>,
  scope: ReturnType<typeof createScope>,
  { problems, outcomes }: Workshop,
): Node | undefined {
  return tableOf(entry, {
    source: entry,
    scope,
    problems,
    result: MONEY,
    worth: undefined,
    key: slot.key,
    outcomes,
  });
}

function compileNotice(
  { slot, entry }: NoticeDraft,
  book: NoticeBook,
  workshop: Workshop,
): CompiledNotice {
  const { problems, outcomes, names } = workshop;
  const { spec } = entry;
  const scope = createScope(workshop.books.get(book.id) ?? NO_NAMES, names, undefined);
  const conditions = conditionsOf(spec.when, entry, scope, problems);
  declareConditions(slot.key, conditions, outcomes);
  const node = noticeNode({ level: spec.level, text: spec.text });
  slot.node = itemNode({ key: slot.key, node, conditions, full: undefined, spec: {} });
  return { id: spec.id, rulebook: book.id, slot };
}

/** Lines that are taken off a category together never take more than the category holds. */
function applyLimits(lines: readonly LineDraft[], categories: readonly CategoryDraft[]): void {
  const before = new Map<string, Slot[]>();
  for (const { slot, entry } of lines) {
    const { off } = entry.spec;
    if (off === undefined || slot.node === undefined) continue;
    const taken = before.get(off) ?? [];
    const category = categories.find((each) => each.slot.id === off)?.slot;
    slot.node = limitedNode(slot.node, category, [...taken]);
    before.set(off, [...taken, slot]);
  }
}

function applyAdjustments(
  payBooks: readonly { readonly book: PayBook; readonly lines: readonly LineDraft[] }[],
  lines: readonly LineDraft[],
  workshop: Workshop,
): void {
  for (const { book } of payBooks) {
    for (const [index, source] of book.adjustments.entries()) {
      const adjustment = compileAdjustment(book, index, source, workshop);
      if (adjustment === undefined) continue;
      for (const { slot, entry } of lines) {
        if (slot.node === undefined || !isAdjusted(entry.spec, source.spec)) continue;
        const rounding = parseRounding(entry.spec.round ?? 'fen') ?? TO_FEN;
        slot.node = adjustedNode(slot.node, adjustment, rounding);
      }
    }
  }
}

function compileAdjustment(
  book: PayBook,
  index: number,
  source: PayBook['adjustments'][number],
  { books, names, problems, outcomes }: Workshop,
): CompiledAdjustment | undefined {
  const { spec, yaml, path } = source;
  const scope = createScope(books.get(book.id) ?? NO_NAMES, names, undefined);
  const conditions = conditionsOf(spec.when, source, scope, problems);
  const site = { yaml, path: [...path, 'factor'], scope, problems };
  const factor = compileTyped(spec.factor, PLAIN, site);
  if (spec.lines === undefined && spec.categories === undefined && spec.keep === undefined) {
    reportAt(problems, source, 'adjusts-nothing');
  }
  for (const [position, id] of (spec.lines ?? []).entries()) {
    if (names.lines.some((slot) => slot.id === id)) continue;
    reportAt(problems, { yaml, path: [...path, 'lines', position] }, 'unknown-line', { id });
  }
  if (factor === undefined || conditions.length < spec.when.length) return undefined;
  const key = `${book.id}.adjust.${index}`;
  outcomes.add(`${key}:held`);
  outcomes.add(`${key}:failed`);
  const title = spec.title ?? book.title;
  return { key, title, conditions, factor };
}

/** Adjustments touch earnings: by line, by category, or all but the categories that are kept. */
function isAdjusted(
  line: LineSpec,
  { lines, categories, keep }: PayBook['adjustments'][number]['spec'],
): boolean {
  if (lines?.includes(line.id) === true) return true;
  if (line.kind !== 'earning' || line.category === undefined) return false;
  if (categories?.includes(line.category) === true) return true;
  return keep !== undefined && !keep.includes(line.category);
}

function checkLineIds(lines: readonly LineDraft[], problems: Problems): void {
  const seen = new Map<string, LineDraft>();
  for (const line of lines) {
    const twin = seen.get(line.slot.id);
    seen.set(line.slot.id, twin ?? line);
    if (twin === undefined || twin.book === line.book) continue;
    reportAt(problems, line.entry, 'line-twice', {
      id: line.slot.id,
      other: `${twin.slot.place.file}:${twin.slot.place.line}`,
    });
  }
}

/** Every `set` of a book that the plan has must name one of its parameters. */
function checkSet({ parts, books, problems }: Workshop): void {
  for (const [key, { place }] of parts.set) {
    const [bookId = '', parameter = ''] = key.split('.');
    const book = books.get(bookId);
    if (book === undefined) continue;
    const known = book.own
      .filter(({ slot }) => slot.kind === 'parameter')
      .map(({ slot }) => slot.id);
    if (known.includes(parameter)) continue;
    const params = { key, known: known.join(', ') };
    problems.report('unknown-parameter', place, { params, cell: key });
  }
}

/** Finds circles among items, lines, scores and notices, each reported once with its whole way round. */
function reportCircles({ problems }: Workshop, slots: readonly Slot[]): void {
  const finished = new Set<string>();
  const path: Slot[] = [];
  const visit = (slot: Slot): void => {
    if (finished.has(slot.key)) return;
    const start = path.findIndex(({ key }) => key === slot.key);
    if (start >= 0) {
      const circle = [...path.slice(start), slot];
      const names = circle.map(({ id }) => id).join(' → ');
      const places = [...new Set(circle.map(({ place }) => `${place.file}:${place.line}`))].join(
        ', ',
      );
      problems.report('circular-reference', circle[0]?.place ?? {}, { params: { names, places } });
      for (const each of circle) finished.add(each.key);
      return;
    }
    path.push(slot);
    for (const used of slot.node?.uses ?? []) visit(used);
    path.pop();
    finished.add(slot.key);
  };
  for (const slot of slots) visit(slot);
}
