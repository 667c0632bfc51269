import { sameInAll } from '../../lib/language.js';
import type { YamlFile } from '../../lib/yaml/file.js';
import type { YamlPath } from '../../lib/yaml/yaml-node.js';
import type { Problems } from '../../words/problem.js';
import { reportAt } from '../../words/yaml/report-at.js';
import { checkYear } from './calendar.js';
import {
  byPlace,
  type Identified,
  mergeEntries,
  mergeMap,
  mergeParameters,
  mergeTitles,
  reportTwin,
  sectioned,
  sourced,
  withOwn,
} from './merge-entries.js';
import {
  type Book,
  type BookBase,
  type CalendarBook,
  type Common,
  type EntryBook,
  hasEntries,
  type ListedBook,
  type Plan,
  type Rulebook,
  type RulebookFile,
  type Sourced,
} from './rulebook.js';
import type { RulebookSpec } from './schema.js';

/**
 * Makes a rulebook of a file and of the rulebook that it extends: what the file says replaces what the
 * base says, entry by entry and parameter by parameter; what it does not mention stays.
 */
export function buildRulebook(
  file: RulebookFile,
  base: Rulebook | undefined,
  problems: Problems,
): Rulebook | undefined {
  const { spec, yaml } = file;
  if (base !== undefined && base.kind !== spec.kind) {
    reportAt(problems, { yaml, path: ['extends'] }, 'extends-other-kind', { base: base.id });
    return undefined;
  }
  const common: Common = {
    id: spec.id,
    title: spec.title ?? base?.title ?? sameInAll(spec.id),
    source: spec.source ?? base?.source,
    notes: spec.notes ?? base?.notes ?? [],
    base: base && baseOf(base, 'remove' in spec ? (spec.remove ?? []) : []),
    yaml,
    shipped: file.shipped,
    isPart: file.leftOut !== '' || base?.isPart === true,
  };
  if (spec.kind === 'plan') return buildPlan(common, spec, planOf(base), yaml, problems);
  if (spec.kind === 'calendar') return buildCalendar(common, spec, base, file, problems);
  return buildBook(common, spec, hasEntries(base) ? base : undefined, file, problems);
}

function baseOf(base: Rulebook, remove: readonly string[]): BookBase {
  const entries = hasEntries(base) ? entriesOf(base) : [];
  const titleOf = (id: string) =>
    entries.find(({ spec }) => spec.id === id)?.spec.title ?? sameInAll(id);
  return { id: base.id, title: base.title, removed: remove.map(titleOf) };
}

/** What the file says of entries, parameters and definitions in the place of what the base says. */
function buildBook(
  common: Common,
  spec: Exclude<RulebookSpec, { kind: 'plan' | 'calendar' }>,
  under: EntryBook | undefined,
  file: RulebookFile,
  problems: Problems,
): EntryBook {
  const { yaml } = file;
  const without = new Set(spec.remove ?? []);
  const entries = <S extends Sourced<Identified>>(
    before: readonly S[] | undefined,
    after: readonly S[],
  ): readonly S[] => mergeEntries(before ?? [], after, without, problems);
  const book: Book = {
    ...common,
    parameters: mergeParameters(under?.parameters, spec.parameters, file),
    definitions: mergeMap(under?.definitions, spec.define, file, 'define'),
    ratings: mergeTitles(under?.ratings, spec.ratings),
    events: mergeTitles(under?.events, spec.events),
    settings: withOwn(under?.settings, spec.settings),
    notices: entries(under?.notices, sourced(spec.notices, file, ['notices'])),
    examples: sourced(spec.examples, file, ['examples']),
  };
  if (!common.isPart) {
    const known = new Set(under === undefined ? [] : entriesOf(under).map(({ spec }) => spec.id));
    checkRemoved(spec.remove ?? [], known, yaml, problems);
  }
  checkNames(book, problems);
  switch (spec.kind) {
    case 'scorecard': {
      const before = under?.kind === 'scorecard' ? under : undefined;
      const total =
        spec.total === undefined ? before?.total : { spec: spec.total, yaml, path: ['total'] };
      const own = [
        ...sectioned(spec.items, file, 'items', 'item'),
        ...sectioned(spec.additions, file, 'additions', 'addition'),
        ...sectioned(spec.deductions, file, 'deductions', 'deduction'),
      ];
      return { ...book, kind: 'scorecard', total, entries: entries(before?.entries, own) };
    }
    case 'pay': {
      const before = under?.kind === 'pay' ? under : undefined;
      const lines = entries(before?.lines, sourced(spec.lines, file, ['lines']));
      const adjustments = entries(before?.adjustments, sourced(spec.adjust, file, ['adjust']));
      return { ...book, kind: 'pay', lines, adjustments };
    }
    case 'statutory': {
      const before = under?.kind === 'statutory' ? under : undefined;
      const lines = entries(before?.lines, sourced(spec.lines, file, ['lines']));
      const published = mergeTitles(before?.published, byPlace(spec.published));
      return { ...book, kind: 'statutory', lines, published };
    }
    case 'notices': {
      const before = under?.kind === 'notices' ? under.published : undefined;
      if (before === undefined && spec.published === undefined) return { ...book, kind: 'notices' };
      const published = mergeTitles(before, byPlace(spec.published));
      return { ...book, kind: 'notices', published };
    }
  }
}

/** What `remove` names must be there to be removed. */
function checkRemoved(
  ids: readonly string[],
  known: ReadonlySet<string | undefined>,
  yaml: YamlFile,
  problems: Problems,
): void {
  for (const [index, id] of ids.entries()) {
    if (!known.has(id))
      reportAt(problems, { yaml, path: ['remove', index] }, 'nothing-to-remove', { id });
  }
}

function entriesOf(book: EntryBook): readonly Sourced<Identified>[] {
  switch (book.kind) {
    case 'scorecard':
      return [...book.notices, ...book.entries];
    case 'pay':
      return [...book.notices, ...book.lines, ...book.adjustments];
    case 'statutory':
      return [...book.notices, ...book.lines];
    case 'notices':
      return book.notices;
  }
}

/** A parameter and a definition cannot have the same name: nothing could tell them apart. */
function checkNames({ parameters, definitions }: Book, problems: Problems): void {
  for (const [id, definition] of definitions) {
    const twin = parameters.get(id);
    if (twin !== undefined) reportTwin(problems, definition, twin, id);
  }
}

function buildCalendar(
  common: Common,
  spec: Extract<RulebookSpec, { kind: 'calendar' }>,
  base: Rulebook | undefined,
  file: RulebookFile,
  problems: Problems,
): CalendarBook {
  const before = base?.kind === 'calendar' ? base.years : undefined;
  const own = mergeMap(undefined, spec.years, file, 'years');
  for (const [year, source] of own) checkYear(year, source, problems);
  return { ...common, kind: 'calendar', years: new Map([...(before ?? []), ...own]) };
}

function planOf(base: Rulebook | undefined): Plan | undefined {
  return base?.kind === 'plan' ? base : undefined;
}

function buildPlan(
  common: Common,
  spec: PlanSpec,
  base: Plan | undefined,
  yaml: YamlFile,
  problems: Problems,
): Plan {
  const own = Object.entries(spec.set ?? {}).map(
    ([key, value]): readonly [string, Sourced<unknown>] => [
      key,
      { spec: value, yaml, path: ['set', key] },
    ],
  );
  const scores = listedIn('scores', base?.scores, spec, yaml);
  const pay = listedIn('pay', base?.pay, spec, yaml);
  const noticeBooks = listedIn('notices', base?.noticeBooks, spec, yaml);
  if (!common.isPart) {
    const books = new Set([...scores, ...pay, ...noticeBooks].map(({ name }) => name));
    checkSet(own, books, problems);
    const before = [...(base?.scores ?? []), ...(base?.pay ?? []), ...(base?.noticeBooks ?? [])];
    checkRemoved(spec.remove ?? [], new Set(before.map(({ name }) => name)), yaml, problems);
  }
  return {
    ...common,
    kind: 'plan',
    roles: spec.roles ?? base?.roles ?? [],
    scores,
    pay,
    noticeBooks,
    teamBy: spec.team_by ?? base?.teamBy,
    set: new Map([...(base?.set ?? []), ...own]),
  };
}

type PlanSpec = Extract<RulebookSpec, { kind: 'plan' }>;

/** What a plan lists itself, else what it builds on does; without what it removes, and with what it adds. */
function listedIn(
  key: 'scores' | 'pay' | 'notices',
  before: readonly ListedBook[] = [],
  spec: PlanSpec,
  yaml: YamlFile,
): readonly ListedBook[] {
  const listed = (names: readonly string[], path: YamlPath) =>
    names.map((name, index): ListedBook => ({ name, place: yaml.placeOf([...path, index]) }));
  const own = spec[key];
  const all = own === undefined ? before : listed(own, [key]);
  const kept = all.filter(({ name }) => spec.remove?.includes(name) !== true);
  return [...kept, ...listed(spec.add?.[key] ?? [], ['add', key])];
}

/** What a plan sets is of a parameter of one of its books. */
function checkSet(
  own: readonly (readonly [string, Sourced<unknown>])[],
  books: ReadonlySet<string>,
  problems: Problems,
): void {
  for (const [key, at] of own) {
    if (books.has(key.split('.')[0] ?? '') && key.includes('.')) continue;
    const place = at.yaml.placeOfKey(at.path);
    reportAt(problems, { ...at, place }, 'set-without-book', { key });
  }
}
