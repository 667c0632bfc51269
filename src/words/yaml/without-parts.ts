import type { YamlFile } from '../../lib/yaml/file.js';
import type { YamlPath, YamlValue } from '../../lib/yaml/yaml-node.js';

/** A YAML value without some of its parts, and how paths in it are those of the whole. */
interface Remainder {
  readonly value: YamlValue;
  /** The path in the whole of a path in the part: entries of lists move up where others are left out. */
  original(path: YamlPath): YamlPath;
}

/** A value without the parts at these paths; undefined when the whole is left out. */
export function withoutParts(whole: YamlValue, parts: readonly YamlPath[]): Remainder | undefined {
  const keptIn = new Map<string, readonly number[]>();
  const value = reduced(whole, [], new Set(parts.map(pathKey)), keptIn);
  if (value === undefined) return undefined;
  return {
    value,
    original(path) {
      const found: PropertyKey[] = [];
      for (const step of path) {
        const kept = keptIn.get(pathKey(found));
        found.push(kept === undefined ? step : (kept[Number(step)] ?? step));
      }
      return found;
    },
  };
}

function reduced(
  value: YamlValue,
  path: YamlPath,
  parts: ReadonlySet<string>,
  keptIn: Map<string, readonly number[]>,
): YamlValue | undefined {
  if (parts.has(pathKey(path))) return undefined;
  if (typeof value === 'string') return value;
  const inner = (step: PropertyKey, each: YamlValue) =>
    reduced(each, [...path, step], parts, keptIn);
  if (Array.isArray(value)) {
    const items = value.map((each: YamlValue, index) => inner(index, each));
    keptIn.set(
      pathKey(path),
      [...items.keys()].filter((index) => items[index] !== undefined),
    );
    return items.filter((item) => item !== undefined);
  }
  const entries = Object.entries(value).flatMap(([key, each]) => {
    const kept = inner(key, each);
    return kept === undefined ? [] : [[key, kept] as const];
  });
  return Object.fromEntries(entries);
}

function pathKey(path: YamlPath): string {
  return JSON.stringify(path.map(String));
}

/** The file with the places of a part of it. */
export function partOf(yaml: YamlFile, { value, original }: Remainder): YamlFile {
  return {
    ...yaml,
    value,
    placeOf: (path) => yaml.placeOf(original(path)),
    placeOfKey: (path) => yaml.placeOfKey(original(path)),
    keyAsWritten: (path) => yaml.keyAsWritten(original(path)),
    placeInScalar: (path, offset) => yaml.placeInScalar(original(path), offset),
  };
}
