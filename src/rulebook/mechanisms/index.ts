import { atLeast, atMost } from './at-least.js';
import { bands } from './bands.js';
import { formula } from './formula.js';
import { given } from './given.js';
import { grade } from './grade.js';
import type { EntryTables, Mechanism } from './mechanism.js';
import { per } from './per.js';
import { pool } from './pool.js';
import { rank } from './rank.js';
import { target } from './target.js';
import { top } from './top.js';
import { weightedOf } from './weighted.js';

/** A mechanism whose specification only it knows: what its schema gives, its compile takes. */
type AnyMechanism = Omit<Mechanism<never>, 'schema'> & Pick<Mechanism<unknown>, 'schema'>;

const TABLES: readonly AnyMechanism[] = [
  formula,
  grade,
  bands,
  target,
  per,
  given,
  rank,
  pool,
  top,
  atLeast,
  atMost,
];

/** Every mechanism. A new one is one file, and one entry in the list above. */
export const MECHANISMS: readonly AnyMechanism[] = [...TABLES, weightedOf(tablesOf(TABLES))];

/** The keys that stand on an item or a line. */
export const ENTRY_TABLES: EntryTables = tablesOf(MECHANISMS);

export function mechanismOf(id: string): AnyMechanism | undefined {
  return MECHANISMS.find((mechanism) => mechanism.id === id);
}

function tablesOf(mechanisms: readonly AnyMechanism[]): EntryTables {
  return Object.fromEntries(mechanisms.map(({ id, schema }) => [id, schema.optional()]));
}
