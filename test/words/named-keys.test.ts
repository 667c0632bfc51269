import { expect, test } from 'vitest';
import { rulebookSchema } from '../../src/rulebook/books/schema.js';
import { configSchema } from '../../src/shop/config-schema.js';
import { problemEntries } from '../../src/words/problem-entries.js';
import { isTextKey, textEntries } from '../../src/words/text.js';
import { keysInside, schemasOf } from '../../src/words/yaml/schema-keys.js';

interface Definition {
  readonly type: string;
  readonly discriminator?: string;
  readonly options?: readonly unknown[];
  readonly error?: (issue: object) => unknown;
}

/** Every schema within a schema. */
function within(schema: unknown, found = new Set<unknown>()): ReadonlySet<unknown> {
  if (typeof schema !== 'object' || schema === null || found.has(schema)) return found;
  const inner = '_zod' in schema ? (schema._zod as { def: object }).def : schema;
  if ('_zod' in schema) found.add(schema);
  for (const each of Object.values(inner)) within(each, found);
  return found;
}

/** What each place says that takes one of several shapes, when none of them stands there. */
function saidOfUnions(schema: unknown): readonly unknown[] {
  return [...within(schema)].flatMap((each) => {
    const { type, discriminator, error } = (each as { _zod: { def: Definition } })._zod.def;
    if (type !== 'union' || discriminator !== undefined) return [];
    return [error?.({})];
  });
}

test.each([
  ['kpi.yaml', configSchema],
  ['a rulebook', rulebookSchema],
])('every place of %s that takes one of several shapes says which', (_, schema) => {
  const said = saidOfUnions(schema);
  expect(said.length).toBeGreaterThan(2);
  for (const each of said) expect(isTextKey(String(each)), String(each)).toBe(true);
});

test('a sentence names as a key only what is one', () => {
  const keys = new Set(
    [configSchema, rulebookSchema].flatMap((schema) =>
      keysInside(schemasOf(schema)).flatMap((each) => [...each.keys()]),
    ),
  );
  const entries: readonly object[] = [
    ...Object.values<object>(problemEntries),
    ...Object.values<object>(textEntries),
  ];
  const sentences = entries.flatMap((entry) => Object.values(entry).map(String));
  const named = sentences.flatMap((each) => [...each.matchAll(/\{key\.([^}]*)\}/g)]);
  expect(named.length).toBeGreaterThan(50);
  expect(named.map(([, key]) => key).filter((key) => !keys.has(key ?? ''))).toEqual([]);
});
