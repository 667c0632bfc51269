import { z } from 'zod';
import type { Place } from '../../lib/place.js';
import type { YamlFile } from '../../lib/yaml/file.js';
import { emptyMap, type YamlPath, type YamlValue } from '../../lib/yaml/yaml-node.js';
import type { Problems } from '../problem.js';
import { reportAt } from './report-at.js';
import {
  keyCalled,
  keysInside,
  keysOf,
  type Schemas,
  schemasAt,
  schemasInside,
  schemasOf,
} from './schema-keys.js';

/** One of several words, each of which may be written in Chinese as well: a schema that gives the English one. */
export function eitherWord<const Words extends Readonly<Record<string, string>>>(words: Words) {
  type Id = Extract<keyof Words, string>;
  const ids = new Map<string, Id>();
  for (const [id, word] of Object.entries(words)) {
    ids.set(id, id as Id);
    ids.set(word, id as Id);
  }
  return z.enum([...ids.keys()]).transform((word) => ids.get(word) as Id);
}

/** A key that has a word in the other language, as it is written. */
interface WrittenKey {
  readonly path: YamlPath;
  readonly language: 'zh' | 'en';
  /** The same in the other language. */
  readonly other: string;
}

/**
 * A file whose keys may be Chinese, with the English keys that its schema has; places and names of keys stay
 * those of the file. Keys of the language in which fewer are written are reported.
 */
export function withEnglishKeys(yaml: YamlFile, schema: z.ZodType, problems: Problems): YamlFile {
  const schemas = schemasOf(schema);
  if (!hasChineseKey(yaml.value, schemas)) return yaml;
  const written: WrittenKey[] = [];
  const originals = new Map<string, YamlPath>();
  const value = inEnglish(yaml.value, schemas, { path: [], original: [] }, { written, originals });
  const chinese = written.filter(({ language }) => language === 'zh');
  const isChinese = chinese.length * 2 > written.length;
  for (const { path, language, other } of written) {
    if ((language === 'zh') === isChinese) continue;
    const key = String(path.at(-1));
    reportAt(problems, { yaml, path, place: yaml.placeOfKey(path) }, 'mixed-keys', { key, other });
  }
  const original = (path: YamlPath): YamlPath => originalOf(path, originals);
  const inWords = (place: Place, path: YamlPath): Place =>
    isChinese ? { ...place, keyWords: keyWordsAt(schema, path) } : place;
  return {
    ...yaml,
    value,
    placeOf: (path) => inWords(yaml.placeOf(original(path)), path),
    placeOfKey: (path) => inWords(yaml.placeOfKey(original(path)), path),
    placeInScalar: (path, offset) => inWords(yaml.placeInScalar(original(path), offset), path),
    keyAsWritten(path) {
      const found = originals.get(pathKey(path))?.at(-1);
      const word = isChinese ? wordAt(schema, path) : undefined;
      return String(found ?? word ?? path.at(-1));
    },
  };
}

/** The words of keys, those that may stand at a path and above it before those of elsewhere. */
function keyWordsAt(schema: z.ZodType, path: YamlPath): ReadonlyMap<string, string> {
  const around = [...path.keys(), path.length].map((depth) =>
    schemasAt(schema, path.slice(0, depth)),
  );
  const keys = [...around.reverse().map(keysOf), ...keysInside(schemasOf(schema))];
  const words = new Map<string, string>();
  for (const [key, word] of keys.flatMap((each) => [...each])) {
    if (word !== undefined && !words.has(key)) words.set(key, word);
  }
  return words;
}

interface Found {
  readonly written: WrittenKey[];
  /** The path in the file of each path with English keys. */
  readonly originals: Map<string, YamlPath>;
}

interface At {
  readonly path: YamlPath;
  readonly original: YamlPath;
}

function hasChineseKey(value: YamlValue, schemas: Schemas): boolean {
  if (typeof value === 'string') return false;
  if (Array.isArray(value)) {
    return value.some((each: YamlValue, at) => hasChineseKey(each, schemasInside(schemas, at)));
  }
  return Object.entries(value).some(
    ([key, each]) => isChineseKey(key, schemas) || hasChineseKey(each, schemasInside(schemas, key)),
  );
}

function isChineseKey(key: string, schemas: Schemas): boolean {
  return !keysOf(schemas).has(key) && keyCalled(key, schemas) !== undefined;
}

function inEnglish(value: YamlValue, schemas: Schemas, at: At, found: Found): YamlValue {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) {
    return value.map((each: YamlValue, index) => {
      const inner = { path: [...at.path, index], original: [...at.original, index] };
      found.originals.set(pathKey(inner.path), inner.original);
      return inEnglish(each, schemasInside(schemas, index), inner, found);
    });
  }
  const known = keysOf(schemas);
  const result = emptyMap();
  for (const [key, each] of Object.entries(value)) {
    const english = known.has(key) ? key : (keyCalled(key, schemas) ?? key);
    const original = [...at.original, key];
    const word = known.get(english);
    if (english !== key) found.written.push({ path: original, language: 'zh', other: english });
    else if (word !== undefined)
      found.written.push({ path: original, language: 'en', other: word });
    // The same key in both languages: one of the two is reported.
    if (english in result) continue;
    const path = [...at.path, english];
    found.originals.set(pathKey(path), original);
    result[english] = inEnglish(each, schemasInside(schemas, english), { path, original }, found);
  }
  return result;
}

/** The path in the file; of what is not there, that of the nearest above and the rest as it is. */
function originalOf(path: YamlPath, originals: Found['originals']): YamlPath {
  for (let length = path.length; length > 0; length -= 1) {
    const found = originals.get(pathKey(path.slice(0, length)));
    if (found !== undefined) return [...found, ...path.slice(length)];
  }
  return path;
}

function wordAt(schema: z.ZodType, path: YamlPath): string | undefined {
  return keysOf(schemasAt(schema, path.slice(0, -1))).get(String(path.at(-1)));
}

function pathKey(path: YamlPath): string {
  return JSON.stringify(path.map(String));
}
