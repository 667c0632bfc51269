import { z } from 'zod';
import '../../lib/meaning.js';
import type { YamlPath } from '../../lib/yaml/yaml-node.js';

/** What may stand at one place: a schema, or the branches of a union. */
export type Schemas = readonly unknown[];

interface SchemaDefinition {
  readonly type: string;
  readonly shape?: Readonly<Record<string, unknown>>;
  readonly element?: unknown;
  readonly valueType?: unknown;
  readonly innerType?: unknown;
  readonly in?: unknown;
  readonly options?: readonly unknown[];
  /** Of a literal and of an enumeration: what can be written. */
  readonly values?: readonly unknown[];
  readonly entries?: Readonly<Record<string, unknown>>;
}

function definitionOf(schema: unknown): SchemaDefinition | undefined {
  return (schema as { _zod?: { def?: SchemaDefinition } })._zod?.def;
}

/** The definitions behind what is optional, transformed or one of several. */
function definitionsOf(schema: unknown): readonly SchemaDefinition[] {
  const definition = definitionOf(schema);
  if (definition === undefined) return [];
  if (definition.options !== undefined) return definition.options.flatMap(definitionsOf);
  const inner = definition.innerType ?? definition.in;
  return inner === undefined ? [definition] : definitionsOf(inner);
}

/** What is asked of a schema again and again, for every node of every file: found once. */
const ROOTS = new WeakMap<z.ZodType, Schemas>();
const INSIDE = new WeakMap<Schemas, Map<string, Schemas>>();
const KEYS = new WeakMap<Schemas, SchemaKeys>();
const EVERYWHERE = new WeakMap<Schemas, readonly Keys[]>();

/** Keys, and the Chinese word of each; undefined for one that has none. */
type Keys = ReadonlyMap<string, string | undefined>;

/** The keys of a place, and the key that each Chinese word stands for. */
interface SchemaKeys {
  readonly keys: Keys;
  readonly byWord: ReadonlyMap<string, string>;
}

/** What may stand at the root of a file. */
export function schemasOf(schema: z.ZodType): Schemas {
  return remembered(ROOTS, schema, () => [schema]);
}

/** What may stand under a key, or as an entry of a list. */
export function schemasInside(schemas: Schemas, step: PropertyKey): Schemas {
  const inside = remembered(INSIDE, schemas, () => new Map<string, Schemas>());
  // The entries of a list are all alike.
  const key = typeof step === 'number' ? '0' : String(step);
  return remembered(inside, key, () => schemasUnder(schemas, step));
}

function schemasUnder(schemas: Schemas, step: PropertyKey): Schemas {
  return schemas
    .flatMap(definitionsOf)
    .flatMap(({ shape, element, valueType }) =>
      [shape?.[String(step)], element, shape === undefined ? valueType : undefined].filter(
        (each) => each !== undefined,
      ),
    );
}

/** What may stand at a path. */
export function schemasAt(schema: z.ZodType, path: YamlPath): Schemas {
  return path.reduce<Schemas>(schemasInside, schemasOf(schema));
}

/** The keys that a place may have, and their Chinese words; undefined for a key that has none. */
export function keysOf(schemas: Schemas): Keys {
  return schemaKeys(schemas).keys;
}

/** The keys of every place of a schema. */
export function keysInside(schemas: Schemas): readonly Keys[] {
  return remembered(EVERYWHERE, schemas, () => keysBelow(schemas, new Set()));
}

function keysBelow(schemas: Schemas, seen: Set<unknown>): readonly Keys[] {
  const fresh = schemas.filter((schema) => !seen.has(schema));
  if (fresh.length === 0) return [];
  for (const schema of fresh) seen.add(schema);
  const keys = keysOf(fresh);
  const steps = keys.size > 0 ? [...keys.keys()] : ['0'];
  return [keys, ...steps.flatMap((step) => keysBelow(schemasInside(fresh, step), seen))];
}

/** The key that a Chinese word stands for; undefined for what is no such word. */
export function keyCalled(word: string, schemas: Schemas): string | undefined {
  return schemaKeys(schemas).byWord.get(word);
}

function schemaKeys(schemas: Schemas): SchemaKeys {
  return remembered(KEYS, schemas, () => {
    const shapes = schemas.flatMap(definitionsOf).map(({ shape }) => Object.entries(shape ?? {}));
    const keys = new Map(shapes.flat().map(([key, schema]) => [key, wordOf(schema)]));
    const words = [...keys].flatMap(([key, word]) => (word === undefined ? [] : [[word, key]]));
    return { keys, byWord: new Map(words as [string, string][]) };
  });
}

interface Memory<Key, Value> {
  get(key: Key): Value | undefined;
  set(key: Key, value: Value): unknown;
}

function remembered<Key, Value>(memory: Memory<Key, Value>, key: Key, find: () => Value): Value {
  const known = memory.get(key);
  if (known !== undefined) return known;
  const found = find();
  memory.set(key, found);
  return found;
}

/** The fixed words that may stand at a place. */
export function wordsOf(schemas: Schemas): readonly string[] {
  const words = schemas
    .flatMap(definitionsOf)
    .flatMap(({ values = [], entries = {} }) => [...values, ...Object.values(entries)]);
  return [...new Set(words.map(String))];
}

/** The word of a key, which may stand behind what makes it optional. */
function wordOf(schema: unknown): string | undefined {
  const word = schema instanceof z.ZodType ? z.globalRegistry.get(schema)?.word : undefined;
  const { innerType, in: input } = definitionOf(schema) ?? {};
  const inner = innerType ?? input;
  return word ?? (inner === undefined ? undefined : wordOf(inner));
}
