import type { z } from 'zod';
import { sameInAll, type Title } from '../../lib/language.js';
import type { Place } from '../../lib/place.js';
import { nearestFirst, suggest } from '../../lib/suggest.js';
import { withColons } from '../../lib/yaml/faults.js';
import { MOST_TOLD, type YamlFile } from '../../lib/yaml/file.js';
import {
  MAX_YAML_DEPTH,
  valueAt,
  type YamlPath,
  type YamlValue,
} from '../../lib/yaml/yaml-node.js';
import { byId, nearNames, wrongName } from '../known-names.js';
import { listedNames, listedTitles } from '../lists.js';
import type { Problems } from '../problem.js';
import { isTextKey, title } from '../text.js';
import { keysOf, schemasAt, schemasInside, wordsOf } from './schema-keys.js';
import { type SlidKeys, slidKeys } from './slid-keys.js';
import { partOf, withoutParts } from './without-parts.js';

/** What a YAML file says, as far as nothing is wrong with it. */
interface CheckedYaml<Output> {
  readonly data: Output;
  /** The file without the parts in which something is wrong: `data` has its paths. */
  readonly yaml: YamlFile;
  /** What is not known for that: where these parts stand, and what a wrong key may have meant. */
  readonly unread: readonly YamlPath[];
  /** Whether something at a path of `data`, or below it, is left out. */
  lacks(path: YamlPath): boolean;
  /** What stands in the parts that are left out; empty when nothing is. */
  readonly leftOut: string;
}

/**
 * Holds a YAML file against a schema. Every issue becomes a problem with its place, unknown keys with a
 * suggestion, and the part that it is about is left out; undefined when that is the whole. `standIns` stand for
 * keys of the whole without which nothing would be left.
 */
export function checkYaml<Schema extends z.ZodType>(
  yaml: YamlFile,
  schema: Schema,
  problems: Problems,
  standIns: Readonly<Record<string, YamlValue>> = {},
): CheckedYaml<z.output<Schema>> | undefined {
  const first = schema.safeParse(yaml.value);
  if (first.success) {
    return { data: first.data, yaml, unread: [], lacks: () => false, leftOut: '' };
  }
  const issues = firstOf(first.error.issues, yaml, problems);
  const meant = keysMeant(yaml, issues, schema);
  const slid = slidKeys(yaml.value, issues, schema);
  for (const keys of slid) reportSlid(yaml, keys, problems);
  for (const issue of issues) {
    // What a misspelt key means is not missing, nor what has slid to the left.
    const isMissing = valueAt(yaml.value, issue.path) === undefined;
    if (isMissing && meant.some((path) => isSame(path, issue.path))) continue;
    if (isMissing && slid.some(({ entry }) => isWithin(issue.path, entry))) continue;
    reportIssue(yaml, withoutSlid(issue, slid), [], schema, problems);
  }
  return soundData(yaml, schema, { standIns, meant, slid });
}

/** The first of what is wrong with a file; how much more there is is reported as a number. */
function firstOf(
  issues: readonly Issue[],
  { file }: YamlFile,
  problems: Problems,
): readonly Issue[] {
  let left = MOST_TOLD;
  let more = 0;
  const told = issues.flatMap((issue): readonly Issue[] => {
    const keys = issue.code === 'unrecognized_keys' ? issue.keys : undefined;
    const count = keys?.length ?? 1;
    const shown = Math.min(count, left);
    left -= shown;
    more += count - shown;
    if (shown === 0) return [];
    return [keys === undefined ? issue : ({ ...issue, keys: keys.slice(0, shown) } as Issue)];
  });
  if (more > 0) problems.report('more-problems', { file }, { params: { count: more } });
  return told;
}

function reportSlid(yaml: YamlFile, { path, keys, entry }: SlidKeys, problems: Problems): void {
  const [first = ''] = keys;
  const place = yaml.placeOfKey([...path, first]);
  const { line = 0 } = yaml.placeOf(entry);
  const section = yaml.keyAsWritten(entry.slice(0, -1));
  const written = keys.map((key) => yaml.keyAsWritten([...path, key]));
  const params = { keys: listedNames(written), section, line };
  problems.report('slid-keys', place, { cell: first, params, excerpt: yaml.excerpt(place) });
}

function withoutSlid(issue: Issue, slid: readonly SlidKeys[]): Issue {
  if (issue.code !== 'unrecognized_keys') return issue;
  const own = slid.filter(({ path }) => isSame(path, issue.path)).flatMap(({ keys }) => keys);
  return { ...issue, keys: issue.keys.filter((key) => !own.includes(key)) };
}

/** What stands for keys of the whole, what wrong keys may have meant, and those that have slid out of an entry. */
interface Beside {
  readonly standIns: Readonly<Record<string, YamlValue>>;
  readonly meant: readonly YamlPath[];
  readonly slid: readonly SlidKeys[];
}

function isSame(path: YamlPath, other: YamlPath): boolean {
  return path.length === other.length && isWithin(path, other);
}

/** Leaves out what is wrong until nothing else is: what must have a part goes with it. */
function soundData<Schema extends z.ZodType>(
  yaml: YamlFile,
  schema: Schema,
  { standIns, meant, slid }: Beside,
): CheckedYaml<z.output<Schema>> | undefined {
  let parts: readonly YamlPath[] = slid.map(({ entry }) => entry);
  // Each round goes a step further up.
  for (let round = 0; round <= MAX_YAML_DEPTH; round += 1) {
    const part = withoutParts(yaml.value, parts);
    if (part === undefined || typeof part.value === 'string') return undefined;
    const value = Array.isArray(part.value) ? part.value : { ...standIns, ...part.value };
    const result = schema.safeParse(value);
    if (result.success) {
      return {
        data: result.data,
        yaml: partOf(yaml, part),
        unread: [...parts, ...meant],
        lacks: (path) => parts.some((each) => isWithin(each, part.original(path))),
        leftOut: JSON.stringify(parts.map((path) => [path.at(-1), valueAt(yaml.value, path)])),
      };
    }
    const found = result.error.issues.flatMap((issue) => partsOfIssue(value, issue, []));
    parts = [...parts, ...found.map(part.original)];
  }
  return undefined;
}

function isWithin(path: YamlPath, whole: YamlPath): boolean {
  return whole.every((step, at) => String(step) === String(path[at]));
}

/** What the keys may have meant that nobody knows: the likeliest one, or any that is not there. */
function keysMeant(
  yaml: YamlFile,
  issues: readonly Issue[],
  schema: z.ZodType,
): readonly YamlPath[] {
  return issues.flatMap((issue) => {
    if (issue.code !== 'unrecognized_keys') return [];
    const map = valueAt(yaml.value, issue.path);
    const known = keysAt(yaml, schema, issue.path);
    const free = [...known.values()].filter((key) => typeof map !== 'object' || !(key in map));
    return issue.keys.flatMap((key) => {
      const meant = known.get(suggest(key, [...known.keys()]) ?? '');
      return (meant === undefined ? free : [meant]).map((each) => [...issue.path, each]);
    });
  });
}

/** The parts of a file that an issue is about; where something is not there, what should have it. */
function partsOfIssue(value: YamlValue, issue: Issue, above: YamlPath): readonly YamlPath[] {
  const path = [...above, ...issue.path];
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => [...path, key]);
  const branch = issue.code === 'invalid_union' ? nearestBranch(issue.errors) : undefined;
  if (branch !== undefined) return branch.flatMap((inner) => partsOfIssue(value, inner, path));
  return [valueAt(value, path) === undefined ? path.slice(0, -1) : path];
}

type Issue = z.core.$ZodIssue;

function reportIssue(
  yaml: YamlFile,
  issue: Issue,
  above: YamlPath,
  schema: z.ZodType,
  problems: Problems,
): void {
  const path = [...above, ...issue.path];
  if (issue.code === 'unrecognized_keys') {
    const said = isTextKey(issue.message) ? title(issue.message) : undefined;
    for (const key of issue.keys)
      reportUnknownKey(yaml, [...path, key], { schema, said }, problems);
    return;
  }
  if (reportColonAt(yaml, path, problems)) return;
  if (issue.code === 'invalid_union') {
    const branch = nearestBranch(issue.errors);
    if (branch !== undefined) {
      for (const inner of branch) reportIssue(yaml, inner, path, schema, problems);
      return;
    }
  }
  const value = valueAt(yaml.value, path);
  const missing = value === undefined;
  const place = missing ? yaml.placeOf(path.slice(0, -1)) : yaml.placeOf(path);
  problems.report(missing ? 'missing-key' : 'bad-value', place, {
    params: {
      key: pathAsWritten(yaml, path),
      message: wanted(issue, value, wordsOf(schemasAt(schema, path))),
    },
    ...(typeof value === 'string' ? { cell: value } : {}),
    excerpt: yaml.excerpt(place),
  });
}

function reportUnknownKey(
  yaml: YamlFile,
  path: YamlPath,
  { schema, said }: { readonly schema: z.ZodType; readonly said: Title | undefined },
  problems: Problems,
): void {
  const place = yaml.placeOfKey(path);
  const key = String(path.at(-1));
  if (reportColon(yaml, place, key, problems)) return;
  const known = byId(keysAt(yaml, schema, path.slice(0, -1)).keys());
  const near = nearNames(key, known);
  const { code, params } = wrongName('key', { ...near, known: said ?? near.known });
  const about = { cell: key, excerpt: yaml.excerpt(place) };
  const homes = code === 'unknown-key' && said === undefined ? homesOf(yaml, schema, path) : [];
  if (homes.length === 0) {
    problems.report(code, place, { ...about, params: { key, ...params } });
    return;
  }
  const where = listedTitles('names', homes.map(sameInAll));
  const { known: here } = near;
  problems.report('misplaced-key', place, { ...about, params: { key, where, known: here } });
}

/** The keys of the whole file under which a key can stand, or in the entries under which it can. */
function homesOf(yaml: YamlFile, schema: z.ZodType, path: YamlPath): readonly string[] {
  const key = String(path.at(-1));
  return [...keysOf([schema])].flatMap(([home]) => {
    const inside = schemasInside([schema], home);
    const canStand = [inside, schemasInside(inside, '')].some((each) => keysOf(each).has(key));
    return canStand && home !== path[0] ? [yaml.keyAsWritten([home])] : [];
  });
}

/** Reports a full-width colon that makes one text of a key and its value; false when there is none. */
function reportColonAt(yaml: YamlFile, path: YamlPath, problems: Problems): boolean {
  const key = path.at(-1);
  const value = valueAt(yaml.value, path);
  return (
    (typeof key === 'string' && reportColon(yaml, yaml.placeOfKey(path), key, problems)) ||
    (typeof value === 'string' && reportColon(yaml, yaml.placeOf(path), value, problems))
  );
}

function reportColon(yaml: YamlFile, place: Place, text: string, problems: Problems): boolean {
  if (withColons(text) === undefined) return false;
  problems.report('full-width-colon', place, { cell: text, excerpt: yaml.excerpt(place) });
  return true;
}

/**
 * What should stand there in place of a value: `words` are the fixed ones that can. A schema's own message may be
 * the key of a text, which has every language.
 */
function wanted(
  issue: Issue,
  value: YamlValue | undefined,
  words: readonly string[],
): string | Title {
  const [ofKey] = issue.code === 'invalid_key' ? issue.issues : [];
  if (ofKey !== undefined) return wanted(ofKey, undefined, []);
  const isNearWord = typeof value === 'string' && suggest(value, words) !== undefined;
  if (issue.code === 'invalid_union' && isNearWord) return oneOf(words, value);
  if (isTextKey(issue.message)) return title(issue.message);
  if (issue.code === 'invalid_value') return oneOf(issue.values.map(String), value);
  if (issue.code === 'invalid_union' && words.length > 0) return oneOf(words, value);
  if (issue.code === 'too_small' && issue.origin === 'string' && issue.minimum === 1) {
    return title('want-not-empty');
  }
  if (issue.code === 'too_small') return title('want-at-least', { n: String(issue.minimum) });
  if (issue.code === 'too_big') return title('want-at-most', { n: String(issue.maximum) });
  if (issue.code !== 'invalid_type') return title('want-otherwise');
  if (issue.expected === 'string') return title('want-text');
  if (issue.expected === 'array') return title('want-list');
  return issue.expected === 'object' || issue.expected === 'record'
    ? title('want-map')
    : issue.message;
}

function oneOf(words: readonly string[], value: YamlValue | undefined): Title {
  const written = typeof value === 'string' ? value : '';
  const meant = suggest(written, words);
  const shown = nearestFirst(written, inScriptOf(written, words)).join(' / ');
  return meant === undefined
    ? title('want-one-of', { values: shown })
    : title('want-meant', { values: shown, meant });
}

/** Of words that may be written in either language those of the language of what is written. */
function inScriptOf(written: string, words: readonly string[]): readonly string[] {
  const isHan = HAN.test(written);
  const alike = words.filter((word) => HAN.test(word) === isHan);
  return written === '' || alike.length === 0 ? words : alike;
}

const HAN = /\p{Script=Han}/u;

/** Of a union's branches the one that came furthest: what its author most likely meant. */
function nearestBranch(branches: readonly (readonly Issue[])[]): readonly Issue[] | undefined {
  const depth = (issues: readonly Issue[]) => Math.max(0, ...issues.map(({ path }) => path.length));
  const scored = branches
    .filter((issues) => issues.length > 0)
    .map((issues) => ({
      issues,
      unknown: issues[0]?.code === 'unrecognized_keys',
      depth: depth(issues),
    }))
    .filter((branch) => branch.unknown || branch.depth > 0);
  scored.sort((a, b) => Number(b.unknown) - Number(a.unknown) || b.depth - a.depth);
  return scored[0]?.issues;
}

/** The keys that a schema knows at a path, by what the file's author calls them. */
function keysAt(yaml: YamlFile, schema: z.ZodType, path: YamlPath): ReadonlyMap<string, string> {
  const keys = [...keysOf(schemasAt(schema, path)).keys()];
  return new Map(keys.map((key) => [yaml.keyAsWritten([...path, key]), key]));
}

/** A path as people read it: keys as they are written, entries of lists counted from 1. */
function pathAsWritten(yaml: YamlFile, path: YamlPath): string {
  const steps = path.map((step, index) =>
    typeof step === 'number' ? step + 1 : yaml.keyAsWritten(path.slice(0, index + 1)),
  );
  return steps.join('.');
}
