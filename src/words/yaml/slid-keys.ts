import type { z } from 'zod';
import { valueAt, type YamlPath, type YamlValue } from '../../lib/yaml/yaml-node.js';
import { keysOf, schemasAt } from './schema-keys.js';

/** Keys that stand too far left: they belong to the entry above them. */
export interface SlidKeys {
  /** Where they stand. */
  readonly path: YamlPath;
  readonly keys: readonly string[];
  /** What they belong to. */
  readonly entry: YamlPath;
}

/** The unknown keys of a map that the last entry above them can have and lacks, each run of them together. */
export function slidKeys(
  whole: YamlValue,
  issues: readonly z.core.$ZodIssue[],
  schema: z.ZodType,
): readonly SlidKeys[] {
  return issues.flatMap((issue) => {
    const map = valueAt(whole, issue.path);
    if (issue.code !== 'unrecognized_keys' || !isMap(map)) return [];
    const runs = new Map<string, string[]>();
    let above: string | undefined;
    for (const key of Object.keys(map)) {
      if (!issue.keys.includes(key)) above = key;
      else if (above !== undefined) runs.set(above, [...(runs.get(above) ?? []), key]);
    }
    return [...runs].flatMap(([section, wrong]) => {
      const entry = lastEntry(whole, [...issue.path, section]);
      if (entry === undefined) return [];
      const known = keysOf(schemasAt(schema, entry.path));
      const keys = wrong.filter((key) => known.has(key) && !(key in entry.value));
      return keys.length === 0 ? [] : [{ path: issue.path, keys, entry: entry.path }];
    });
  });
}

function lastEntry(whole: YamlValue, section: YamlPath) {
  const entries = valueAt(whole, section);
  if (typeof entries !== 'object') return undefined;
  const path = [
    ...section,
    Array.isArray(entries) ? entries.length - 1 : (Object.keys(entries).at(-1) ?? ''),
  ];
  const value = valueAt(whole, path);
  return isMap(value) ? { path, value } : undefined;
}

function isMap(value: YamlValue | undefined): value is { readonly [key: string]: YamlValue } {
  return typeof value === 'object' && !Array.isArray(value);
}
