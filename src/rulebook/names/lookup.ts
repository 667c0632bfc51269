import { type NearNames, nearNames, wrongName } from '../../words/known-names.js';
import { title as wording } from '../../words/text.js';
import type { IdAndTitle } from './plan-names.js';
import type { Lookup, Reference, WrongName } from './reference.js';

export function one(found: readonly Reference[]): Lookup {
  const [reference] = found;
  if (reference === undefined) return nothing(nearNames('', []));
  return found.length === 1 ? { found: 'one', reference } : { found: 'several', references: found };
}

/** A name that means nothing; those of some kinds have to be declared before they are used. */
export function nothing(near: NearNames, declared?: keyof typeof DECLARED): Lookup {
  const { code, params } = wrongName('name', near);
  const kind = declared === undefined ? nothingNear() : DECLARED[declared];
  const isNew = declared !== undefined && code === 'unknown-name';
  return { found: 'none', code: isNew ? 'undeclared-name' : code, params: { ...kind, ...params } };
}

export function nothingNear(): WrongName['params'] {
  return { what: '', key: '', meant: '', known: '' };
}

/** What is declared in a rulebook, under which key. */
const DECLARED = {
  event: { what: wording('sort.event'), key: 'events' },
  rating: { what: wording('sort.rating'), key: 'ratings' },
} as const;

/** The one thing of a kind that has the name, or what was most likely meant. */
export function oneAmong<T extends IdAndTitle>(
  name: string,
  meant: readonly T[],
  all: () => readonly T[],
  reference: (thing: T) => Reference,
  declared?: keyof typeof DECLARED,
): Lookup {
  if (meant.length > 0) return one(meant.map(reference));
  return nothing(nearNames(name, all()), declared);
}
