import { isMap, isNode, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { Title } from './language.js';
import { isTextKey, title } from './messages/index.js';
import type { Place, Problems } from './problem.js';
import { suggest } from './suggest.js';

/** A YAML value with every scalar as it is written: `1.10` stays `1.10`, no float ever exists. */
export type YamlValue = string | readonly YamlValue[] | { readonly [key: string]: YamlValue };

/** Where a node is in its document: keys and indices from the root. */
export type YamlPath = readonly PropertyKey[];

/** A YAML file that was read, with the place of every node. */
export interface YamlFile {
  readonly file: string;
  readonly text: string;
  readonly value: YamlValue;
  /** The place of a value; of the nearest one above when the path leads nowhere. */
  placeOf(path: YamlPath): Place;
  /** The place of a key itself. */
  placeOfKey(path: YamlPath): Place;
  /** Where a character offset inside the scalar at `path` is. */
  placeInScalar(path: YamlPath, offset: number): Place;
  /** The line at a place with a caret under the column. */
  excerpt(place: Place): string;
}

/** Sizes beyond which a file is refused; people's files are far smaller. */
const MAX_CHARACTERS = 1_000_000;
const MAX_DEPTH = 40;

/** Reads a YAML file; undefined, with the problems reported, when it cannot be read. */
export function readYaml(text: string, file: string, problems: Problems): YamlFile | undefined {
  if (text.length > MAX_CHARACTERS) {
    problems.report('yaml-too-large', { file }, { params: { limit: MAX_CHARACTERS } });
    return undefined;
  }
  const lines = new LineCounter();
  const document = parseDocument(text, { schema: 'failsafe', lineCounter: lines, version: '1.2' });
  const excerptAt = (place: Place) => excerptOf(text, place);
  for (const error of [...document.errors, ...document.warnings]) {
    const place = { file, ...positionAt(lines, error.pos[0]) };
    problems.report(error.code === 'DUPLICATE_KEY' ? 'duplicate-key' : 'bad-yaml', place, {
      params: { message: error.message.split('\n')[0] ?? '' },
      excerpt: excerptAt(place),
    });
  }
  if (document.errors.length > 0 || document.warnings.length > 0) return undefined;
  const value = toValue(document.contents, 0, (node, code) => {
    const place = { file, ...positionAt(lines, node?.range?.[0] ?? 0) };
    problems.report(code, place, { excerpt: excerptAt(place) });
  });
  if (value === undefined) return undefined;
  const find = (path: YamlPath) => nodeAt(document.contents, path);
  return {
    file,
    text,
    value,
    placeOf: (path) => ({ file, ...positionAt(lines, find(path)?.range?.[0] ?? 0) }),
    placeOfKey: (path) => ({ file, ...positionAt(lines, keyOffset(document.contents, path)) }),
    placeInScalar(path, offset) {
      const node = find(path);
      const start = node?.range?.[0] ?? 0;
      const quoted = isScalar(node) && node.type !== undefined && /QUOTE/.test(node.type);
      const literal = isScalar(node) && node.type !== undefined && /BLOCK/.test(node.type);
      return { file, ...positionAt(lines, literal ? start : start + offset + (quoted ? 1 : 0)) };
    },
    excerpt: excerptAt,
  };
}

function toValue(
  node: unknown,
  depth: number,
  refuse: (node: Node | null, code: 'yaml-alias' | 'yaml-too-deep') => void,
): YamlValue | undefined {
  if (node === null || node === undefined) return '';
  if (!isNode(node)) return undefined;
  if (depth > MAX_DEPTH) {
    refuse(node, 'yaml-too-deep');
    return undefined;
  }
  if (isScalar(node)) return node.value === null ? '' : String(node.value);
  if (isSeq(node)) {
    const items = node.items.map((item) => toValue(item, depth + 1, refuse));
    return items.every((item) => item !== undefined) ? items : undefined;
  }
  if (isMap(node)) {
    const entries: [string, YamlValue][] = [];
    for (const pair of node.items) {
      const value = toValue(pair.value, depth + 1, refuse);
      if (value === undefined) return undefined;
      entries.push([keyText(pair.key), value]);
    }
    // A null prototype: a key such as `__proto__` is a key like any other.
    return Object.assign(Object.create(null), Object.fromEntries(entries)) as YamlValue;
  }
  // What is left is an alias. Files for people need none, and chains of them explode.
  refuse(node, 'yaml-alias');
  return undefined;
}

function keyText(key: unknown): string {
  return isScalar(key) ? String(key.value) : String(key);
}

function nodeAt(root: unknown, path: YamlPath): Node | undefined {
  let node: unknown = root;
  for (const step of path) {
    let next: unknown;
    if (isMap(node)) next = node.items.find((pair) => keyText(pair.key) === String(step))?.value;
    else if (isSeq(node)) next = node.items[Number(step)];
    if (!isNode(next)) break;
    node = next;
  }
  return isNode(node) ? node : undefined;
}

function keyOffset(root: unknown, path: YamlPath): number {
  const map = nodeAt(root, path.slice(0, -1));
  const key = String(path.at(-1));
  const pair = isMap(map) ? map.items.find((item) => keyText(item.key) === key) : undefined;
  const node = pair !== undefined && isNode(pair.key) ? pair.key : nodeAt(root, path);
  return node?.range?.[0] ?? 0;
}

function positionAt(lines: LineCounter, offset: number): { line: number; column: number } {
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(1, line), column: Math.max(1, col) };
}

function excerptOf(text: string, place: Place): string {
  const line = text.split('\n')[(place.line ?? 1) - 1] ?? '';
  const column = typeof place.column === 'number' ? place.column : 1;
  return `${line.replace(/\r$/, '')}\n${' '.repeat(column - 1)}^`;
}

/**
 * Holds a YAML file against a schema. Every issue becomes a problem with its place, unknown keys with
 * a suggestion; undefined when there was any.
 */
export function checkYaml<Schema extends z.ZodType>(
  yaml: YamlFile,
  schema: Schema,
  problems: Problems,
): z.output<Schema> | undefined {
  const result = schema.safeParse(yaml.value);
  if (result.success) return result.data;
  for (const issue of result.error.issues) reportIssue(yaml, issue, [], schema, problems);
  return undefined;
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
    for (const key of issue.keys) {
      const place = yaml.placeOfKey([...path, key]);
      const meant = suggest(key, keysAt(schema, path));
      problems.report(meant === undefined ? 'unknown-key' : 'misspelt-key', place, {
        params: { key, ...(meant === undefined ? {} : { meant }) },
        cell: key,
        excerpt: yaml.excerpt(place),
      });
    }
    return;
  }
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
    params: { key: path.map(String).join('.'), message: wanted(issue) },
    ...(typeof value === 'string' ? { cell: value } : {}),
    excerpt: yaml.excerpt(place),
  });
}

/** What should stand there. A schema's own message may be the key of a text, which has every language. */
function wanted(issue: Issue): string | Title {
  if (isTextKey(issue.message)) return title(issue.message);
  if (issue.code === 'invalid_value') {
    return title('want-one-of', { values: issue.values.map(String).join(' / ') });
  }
  if (issue.code !== 'invalid_type') return issue.message;
  if (issue.expected === 'string') return title('want-text');
  if (issue.expected === 'array') return title('want-list');
  return issue.expected === 'object' || issue.expected === 'record'
    ? title('want-map')
    : issue.message;
}

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

/** The value at a path; undefined when the path leads nowhere. */
export function valueAt(value: YamlValue, path: YamlPath): YamlValue | undefined {
  let found: YamlValue | undefined = value;
  for (const step of path) {
    if (found === undefined || typeof found === 'string') return undefined;
    found = Array.isArray(found)
      ? found[Number(step)]
      : (found as Readonly<Record<string, YamlValue>>)[String(step)];
  }
  return found;
}

/** The keys that a schema knows at a path, for suggestions. */
function keysAt(schema: z.ZodType, path: YamlPath): string[] {
  let found: readonly unknown[] = [schema];
  for (const step of path) found = found.flatMap((each) => inside(each, String(step)));
  return found.flatMap((each) => Object.keys(shapeOf(each) ?? {}));
}

interface SchemaDefinition {
  readonly type: string;
  readonly shape?: Readonly<Record<string, unknown>>;
  readonly element?: unknown;
  readonly valueType?: unknown;
  readonly innerType?: unknown;
  readonly in?: unknown;
  readonly options?: readonly unknown[];
}

function definitionsOf(schema: unknown): readonly SchemaDefinition[] {
  const definition = (schema as { _zod?: { def?: SchemaDefinition } })._zod?.def;
  if (definition === undefined) return [];
  if (definition.options !== undefined) return definition.options.flatMap(definitionsOf);
  if (definition.innerType !== undefined) return definitionsOf(definition.innerType);
  if (definition.in !== undefined) return definitionsOf(definition.in);
  return [definition];
}

function inside(schema: unknown, step: string): readonly unknown[] {
  return definitionsOf(schema).flatMap(({ shape, element, valueType }) =>
    [shape?.[step], element, shape === undefined ? valueType : undefined].filter(
      (each) => each !== undefined,
    ),
  );
}

function shapeOf(schema: unknown): Readonly<Record<string, unknown>> | undefined {
  const shapes = definitionsOf(schema).map(({ shape }) => shape);
  return Object.assign({}, ...shapes);
}
