import type { Section } from '../../catalogue/pay-words.js';
import { placeId } from '../../catalogue/vocabulary.js';
import type { Title } from '../../lib/language.js';
import type { YamlPath } from '../../lib/yaml/yaml-node.js';
import type { Problems } from '../../words/problem.js';
import { reportAt } from '../../words/yaml/report-at.js';
import type { ItemSpec } from './entry-schemas.js';
import type { ParameterSpec } from './parameter-schema.js';
import type { RulebookFile, Sourced } from './rulebook.js';

/** An entry that a rulebook which extends this one can name; an adjustment need not have an id. */
export interface Identified {
  readonly id?: string | undefined;
  readonly title?: Title | undefined;
}

export function reportTwin(
  problems: Problems,
  entry: Sourced<unknown>,
  twin: Sourced<unknown>,
  id: string,
): void {
  const { file, line } = twin.yaml.placeOf(twin.path);
  reportAt(problems, entry, 'duplicate-id', { id, other: `${file}:${line}` });
}

type SourceFile = Pick<RulebookFile, 'yaml' | 'lacks'>;

function sourcedAt<T>(spec: T, { yaml, lacks }: SourceFile, path: YamlPath): Sourced<T> {
  return { spec, yaml, path, ...(lacks(path) ? { isPart: true } : {}) };
}

export function sourced<T>(
  specs: readonly T[] | undefined,
  file: SourceFile,
  path: YamlPath,
): readonly Sourced<T>[] {
  return (specs ?? []).map((spec, index) => sourcedAt(spec, file, [...path, index]));
}

export function sectioned(
  specs: readonly ItemSpec[] | undefined,
  file: SourceFile,
  key: string,
  section: Section,
): readonly (Sourced<ItemSpec> & { readonly section: Section })[] {
  return sourced(specs, file, [key]).map((each) => ({ ...each, section }));
}

export function mergeMap<T>(
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
export function mergeParameters(
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
export function mergeEntries<S extends Sourced<Identified>>(
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
export function withOwn(
  base: readonly string[] = [],
  own: readonly string[] = [],
): readonly string[] {
  return [...new Set([...base, ...own])];
}

/** Places by their ids. */
export function byPlace(
  titles: Readonly<Record<string, Title>> = {},
): Readonly<Record<string, Title>> {
  const entries = Object.entries(titles).map(([place, title]) => [placeId(place), title]);
  return Object.fromEntries(entries);
}

/** The titles of the base, and those of the file in their place. */
export function mergeTitles(
  base: ReadonlyMap<string, Title> = new Map(),
  own: Readonly<Record<string, Title>> = {},
): ReadonlyMap<string, Title> {
  return new Map([...base, ...Object.entries(own)]);
}
