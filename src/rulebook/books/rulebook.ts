import type { Section } from '../../catalogue/pay-words.js';
import { placeId } from '../../catalogue/vocabulary.js';
import { sameInAll, type Title } from '../../lib/language.js';
import type { YamlFile } from '../../lib/yaml/file.js';
import type { YamlPath } from '../../lib/yaml/yaml-node.js';
import type { Problems } from '../../words/problem.js';
import { checkYaml } from '../../words/yaml/check-yaml.js';
import { withEnglishKeys } from '../../words/yaml/key-words.js';
import { readYaml } from '../../words/yaml/read-yaml.js';
import { reportAt } from '../../words/yaml/report-at.js';
import type { Expr } from '../formula/expr.js';
import { checkYear, type YearSpec } from './calendar.js';
import {
  type AdjustSpec,
  type DefinitionSpec,
  type ExampleSpec,
  type ItemSpec,
  type LineSpec,
  type NoticeSpec,
  type ParameterSpec,
  type RulebookSpec,
  rulebookSchema,
} from './schema.js';

/** A part of a rulebook, with the file and the place that it came from: `extends` mixes files. */
export interface Sourced<T> {
  readonly spec: T;
  readonly yaml: YamlFile;
  readonly path: YamlPath;
  /** Something in it is wrong and left out: only its formulas can be judged. */
  readonly isPart?: true;
}

interface Common {
  readonly id: string;
  readonly title: Title;
  readonly source: string | undefined;
  readonly notes: readonly Title[];
  readonly yaml: YamlFile;
  readonly shipped: boolean;
  /** Something in it is wrong and left out: what it lacks is not known. */
  readonly isPart: boolean;
}

/** What scorecards, pay books and notices have in common. */
export interface Book extends Common {
  readonly parameters: ReadonlyMap<string, Sourced<ParameterSpec>>;
  readonly definitions: ReadonlyMap<string, Sourced<DefinitionSpec>>;
  readonly ratings: ReadonlyMap<string, Title>;
  readonly events: ReadonlyMap<string, Title>;
  /** Settings of metrics that a shop which uses it has to decide. */
  readonly settings: readonly string[];
  readonly notices: readonly Sourced<NoticeSpec>[];
  readonly examples: readonly Sourced<ExampleSpec>[];
  /** Of the law: where its figures are published, by place. */
  readonly published?: ReadonlyMap<string, Title>;
}

export interface Scorecard extends Book {
  readonly kind: 'scorecard';
  readonly total: Sourced<Expr> | undefined;
  readonly entries: readonly (Sourced<ItemSpec> & { readonly section: Section })[];
}

export interface PayBook extends Book {
  readonly kind: 'pay';
  readonly lines: readonly Sourced<LineSpec>[];
  readonly adjustments: readonly Sourced<AdjustSpec>[];
}

/** What the law withholds from pay and takes of the employer: it sees what pay comes to. */
interface StatutoryBook extends Book {
  readonly kind: 'statutory';
  readonly lines: readonly Sourced<LineSpec>[];
  readonly published: ReadonlyMap<string, Title>;
}

/** What is made of lines. */
export type LineBook = PayBook | StatutoryBook;

export interface NoticeBook extends Book {
  readonly kind: 'notices';
}

/** A plan as it is written: which scorecards and books, for whom. */
export interface Plan extends Common {
  readonly kind: 'plan';
  readonly roles: readonly string[];
  readonly scores: readonly string[];
  readonly pay: readonly string[];
  readonly noticeBooks: readonly string[];
  readonly teamBy: 'team' | 'shift' | undefined;
  readonly set: ReadonlyMap<string, Sourced<unknown>>;
}

/** Which days are worked, by year. */
export interface CalendarBook extends Common {
  readonly kind: 'calendar';
  readonly years: ReadonlyMap<string, Sourced<YearSpec>>;
}

/** What is made of entries: points, pay, notices. */
export type EntryBook = Scorecard | LineBook | NoticeBook;

export type Rulebook = EntryBook | Plan | CalendarBook;

/** Whether a rulebook is made of entries. */
export function hasEntries(rulebook: Rulebook | undefined): rulebook is EntryBook {
  return rulebook !== undefined && rulebook.kind !== 'plan' && rulebook.kind !== 'calendar';
}

/** A rulebook file that was read, before what it `extends` is mixed in. */
export interface RulebookFile {
  readonly yaml: YamlFile;
  readonly spec: RulebookSpec;
  readonly shipped: boolean;
  /** Whether something in a part of it is wrong and left out, and what stands there. */
  readonly lacks: (path: YamlPath) => boolean;
  readonly leftOut: string;
}

/** Reads a rulebook's text; undefined, with every problem reported, when it cannot be used. */
export function readRulebook(
  text: string,
  file: string,
  shipped: boolean,
  problems: Problems,
): RulebookFile | undefined {
  const written = readYaml(text, file, problems);
  if (written === undefined) return undefined;
  const yaml = withEnglishKeys(written, rulebookSchema, problems);
  const checked = checkYaml(yaml, rulebookSchema, problems);
  if (checked === undefined) return undefined;
  const { data: spec, lacks, leftOut } = checked;
  return { yaml: checked.yaml, spec, shipped, lacks, leftOut };
}

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
    yaml,
    shipped: file.shipped,
    isPart: file.leftOut !== '' || base?.isPart === true,
  };
  if (spec.kind === 'plan') return buildPlan(common, spec, planOf(base), yaml, problems);
  if (spec.kind === 'calendar') return buildCalendar(common, spec, base, file, problems);
  return buildBook(common, spec, hasEntries(base) ? base : undefined, file, problems);
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
  if (!common.isPart) checkRemoved(spec.remove ?? [], under, yaml, problems);
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

/** An entry that a rulebook which extends this one can name; an adjustment need not have an id. */
interface Identified {
  readonly id?: string | undefined;
}

/** What `remove` names must be there to be removed. */
function checkRemoved(
  ids: readonly string[],
  base: EntryBook | undefined,
  yaml: YamlFile,
  problems: Problems,
): void {
  const known = new Set(base === undefined ? [] : entriesOf(base).map(({ spec }) => spec.id));
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

function reportTwin(
  problems: Problems,
  entry: Sourced<unknown>,
  twin: Sourced<unknown>,
  id: string,
): void {
  const { file, line } = twin.yaml.placeOf(twin.path);
  reportAt(problems, entry, 'duplicate-id', { id, other: `${file}:${line}` });
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
  spec: Extract<RulebookSpec, { kind: 'plan' }>,
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
  const scores = spec.scores ?? base?.scores ?? [];
  const pay = spec.pay ?? base?.pay ?? [];
  const noticeBooks = spec.notices ?? base?.noticeBooks ?? [];
  const books = new Set([...scores, ...pay, ...noticeBooks]);
  for (const [key, at] of own) {
    const book = key.split('.')[0] ?? '';
    if (!common.isPart && (!books.has(book) || !key.includes('.'))) {
      reportAt(problems, { ...at, place: yaml.placeOfKey(at.path) }, 'set-without-book', { key });
    }
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

type SourceFile = Pick<RulebookFile, 'yaml' | 'lacks'>;

function sourcedAt<T>(spec: T, { yaml, lacks }: SourceFile, path: YamlPath): Sourced<T> {
  return { spec, yaml, path, ...(lacks(path) ? { isPart: true } : {}) };
}

function sourced<T>(
  specs: readonly T[] | undefined,
  file: SourceFile,
  path: YamlPath,
): readonly Sourced<T>[] {
  return (specs ?? []).map((spec, index) => sourcedAt(spec, file, [...path, index]));
}

function sectioned(
  specs: readonly ItemSpec[] | undefined,
  file: SourceFile,
  key: string,
  section: Section,
): readonly (Sourced<ItemSpec> & { readonly section: Section })[] {
  return sourced(specs, file, [key]).map((each) => ({ ...each, section }));
}

function mergeMap<T>(
  before: ReadonlyMap<string, Sourced<T>> | undefined,
  after: Readonly<Record<string, T>> | undefined,
  file: SourceFile,
  key: string,
): ReadonlyMap<string, Sourced<T>> {
  const own = Object.entries(after ?? {}).map(
    ([id, spec]) => [id, sourcedAt(spec, file, [key, id])] as const,
  );
  return new Map([...(before ?? []), ...own]);
}

/** A parameter named again changes only what it says: `rate: {value: 1.3%}` keeps title and unit. */
function mergeParameters(
  before: ReadonlyMap<string, Sourced<ParameterSpec>> | undefined,
  after: Readonly<Record<string, ParameterSpec>> | undefined,
  file: SourceFile,
): ReadonlyMap<string, Sourced<ParameterSpec>> {
  const merged = new Map(mergeMap(before, after, file, 'parameters'));
  for (const [id, own] of merged) {
    const base = before?.get(id);
    if (base === undefined || base === own) continue;
    const value =
      'formula' in own.spec || 'value' in own.spec ? withoutValue(base.spec) : base.spec;
    merged.set(id, { ...own, spec: { ...value, ...own.spec } as ParameterSpec });
  }
  return merged;
}

function withoutValue(spec: ParameterSpec): ParameterSpec {
  const { value: _value, ...rest } = spec;
  if (!('formula' in rest)) return rest as ParameterSpec;
  const { formula: _formula, ...others } = rest;
  return others as ParameterSpec;
}

/** Entries named again take the place of the base's; new ones follow; `remove` leaves some out. */
function mergeEntries<S extends Sourced<Identified>>(
  before: readonly S[],
  after: readonly S[],
  without: ReadonlySet<string>,
  problems: Problems,
): readonly S[] {
  const own = new Map<string, S>();
  for (const entry of after) {
    const { id } = entry.spec;
    if (id === undefined) continue;
    const twin = own.get(id);
    if (twin !== undefined) reportTwin(problems, entry, twin, id);
    own.set(id, entry);
  }
  const kept = before.filter(({ spec }) => spec.id === undefined || !without.has(spec.id));
  const replaced = kept.map((entry) => own.get(entry.spec.id ?? '') ?? entry);
  const known = new Set(kept.map(({ spec }) => spec.id));
  const added = after.filter(({ spec }) => spec.id === undefined || !known.has(spec.id));
  return [...replaced, ...added];
}

/** What the base lists and what the file itself lists, each once. */
function withOwn(base: readonly string[] = [], own: readonly string[] = []): readonly string[] {
  return [...new Set([...base, ...own])];
}

/** Places by their ids. */
function byPlace(titles: Readonly<Record<string, Title>> = {}): Readonly<Record<string, Title>> {
  const entries = Object.entries(titles).map(([place, title]) => [placeId(place), title]);
  return Object.fromEntries(entries);
}

/** The titles of the base, and those of the file in their place. */
function mergeTitles(
  base: ReadonlyMap<string, Title> = new Map(),
  own: Readonly<Record<string, Title>> = {},
): ReadonlyMap<string, Title> {
  return new Map([...base, ...Object.entries(own)]);
}
