import type { z } from 'zod';
import type { Title } from './language.js';
import { isTextKey, title } from './messages/index.js';
import type { Place, Problems } from './problem.js';
import { suggest } from './suggest.js';
import { withColons } from './yaml-faults.js';
import { keyStart, nodeAt, type YamlPath, type YamlValue } from './yaml-node.js';
import { offsetInScalar } from './yaml-offset.js';
import { parseYaml } from './yaml-parse.js';

export type { YamlPath, YamlValue } from './yaml-node.js';

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

/** Size beyond which a file is refused; people's files are far smaller. */
const MAX_CHARACTERS = 1_000_000;

/** Reads a YAML file; undefined, with the problems reported, when it cannot be read. */
export function readYaml(text: string, file: string, problems: Problems): YamlFile | undefined {
  if (text.length > MAX_CHARACTERS) {
    problems.report('yaml-too-large', { file }, { params: { limit: MAX_CHARACTERS } });
    return undefined;
  }
  const lines = linesOf(text);
  const placeAt = (start: number): Place => ({ file, ...lines.positionAt(start) });
  const root = parseYaml(text, (start, code, message, other) => {
    const place = placeAt(start);
    const twin = other === undefined ? '' : ` (${file}:${placeAt(other).line})`;
    const said = typeof message === 'string' ? message + twin : message;
    const params = said === undefined ? {} : { message: said };
    problems.report(code, place, { params, excerpt: lines.excerpt(place) });
  });
  if (root === undefined) return undefined;
  return {
    file,
    text,
    value: root.value,
    placeOf: (path) => placeAt(nodeAt(root, path).start),
    placeOfKey: (path) => placeAt(keyStart(root, path)),
    placeInScalar(path, offset) {
      const node = nodeAt(root, path);
      return placeAt(node.kind === 'scalar' ? offsetInScalar(text, node, offset) : node.start);
    },
    excerpt: lines.excerpt,
  };
}

interface Lines {
  /** Line and column of a character, from 1. */
  positionAt(offset: number): { readonly line: number; readonly column: number };
  /** The line at a place with a caret under the column. */
  excerpt(place: Place): string;
}

/** The lines of a text, which are looked for when the first place is asked for. */
function linesOf(text: string): Lines {
  let known: readonly number[] | undefined;
  const starts = () => {
    known ??= lineStarts(text);
    return known;
  };
  return {
    positionAt(offset) {
      const all = starts();
      let [low, high] = [0, all.length];
      while (high - low > 1) {
        const middle = (low + high) >> 1;
        if ((all[middle] ?? 0) <= offset) low = middle;
        else high = middle;
      }
      return { line: low + 1, column: offset - (all[low] ?? 0) + 1 };
    },
    excerpt({ line: row = 1, column = 1 }) {
      const line = text.slice(starts()[row - 1], starts()[row]).replace(/\r?\n$/, '');
      return `${line}\n${' '.repeat(typeof column === 'number' ? column - 1 : 0)}^`;
    },
  };
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) {
    starts.push(end + 1);
  }
  return starts;
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
    for (const key of issue.keys) reportUnknownKey(yaml, [...path, key], key, schema, problems);
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
    params: { key: path.map(counted).join('.'), message: wanted(issue) },
    ...(typeof value === 'string' ? { cell: value } : {}),
    excerpt: yaml.excerpt(place),
  });
}

function reportUnknownKey(
  yaml: YamlFile,
  path: YamlPath,
  key: string,
  schema: z.ZodType,
  problems: Problems,
): void {
  const place = yaml.placeOfKey(path);
  if (reportColon(yaml, place, key, problems)) return;
  const meant = suggest(key, keysAt(schema, path.slice(0, -1)));
  problems.report(meant === undefined ? 'unknown-key' : 'misspelt-key', place, {
    params: { key, ...(meant === undefined ? {} : { meant }) },
    cell: key,
    excerpt: yaml.excerpt(place),
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

/** A step of a path as people count: the first entry of a list is 1. */
function counted(step: PropertyKey): string {
  return String(typeof step === 'number' ? step + 1 : step);
}

/** What should stand there. A schema's own message may be the key of a text, which has every language. */
function wanted(issue: Issue): string | Title {
  if (isTextKey(issue.message)) return title(issue.message);
  if (issue.code === 'invalid_value') {
    return title('want-one-of', { values: issue.values.map(String).join(' / ') });
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
