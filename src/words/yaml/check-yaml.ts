import type { z } from 'zod';
import type { Title } from '../../lib/language.js';
import type { Place } from '../../lib/place.js';
import { withColons } from '../../lib/yaml/faults.js';
import type { YamlFile } from '../../lib/yaml/file.js';
import { valueAt, type YamlPath } from '../../lib/yaml/node.js';
import { byId, nearNames, wrongName } from '../known-names.js';
import type { Problems } from '../problem.js';
import { isTextKey, title } from '../text.js';

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
  const known = byId(keysAt(schema, path.slice(0, -1)));
  const { code, params } = wrongName('key', nearNames(key, known));
  problems.report(code, place, {
    params: { key, ...params },
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
