import { inAll, sameInAll, type Title } from '../lib/language.js';
import { nearestFirst, suggest } from '../lib/suggest.js';
import { listed, listedTitles } from './lists.js';
import type { ProblemCode } from './problem-entries.js';
import { text } from './text.js';

/** What can be called by its id or its title. */
export interface Nameable {
  readonly id: string;
  readonly title: Title;
}

/** What is said of a name that means nothing: what was most likely meant, and what there is, the nearest first. */
export interface NearNames {
  readonly meant: string | undefined;
  readonly known: Title;
}

/** The names that are near to one that means nothing: titles beside a Chinese name, ids beside any other. */
export function nearNames(written: string, things: Iterable<Nameable>): NearNames {
  const all = [...things];
  const names = all.map(inScriptOf(written));
  const meant = suggest(
    written,
    all.flatMap(({ id, title }) => [id, title.zh]),
  );
  return { meant, known: knownList(nearestFirst(written, names)) };
}

/** What there is, the nearest to what is written first: titles in Chinese, ids in English. */
export function nearestWords(written: string, things: Iterable<Nameable>): Title {
  const nameOf = inScriptOf(written);
  const named = new Map([...things].map((thing) => [nameOf(thing), thing]));
  const order = nearestFirst(written, named.keys()).flatMap((name) => named.get(name) ?? []);
  return listedTitles(
    'names',
    order.map(({ id, title: { zh } }) => ({ zh, en: id })),
  );
}

/** How things are called beside a name: by their titles beside a Chinese one, by their ids beside any other. */
function inScriptOf(written: string): (thing: Nameable) => string {
  const isTitle = /\p{Script=Han}/u.test(written);
  return ({ id, title }) => (isTitle ? title.zh : id);
}

/** Things that have no name but their id. */
export function byId(ids: Iterable<string>): readonly Nameable[] {
  return [...ids].map((id) => ({ id, title: sameInAll(id) }));
}

/** As many names as one looks through. */
const MOST_NAMES = 8;

function knownList(names: readonly string[]): Title {
  const [shown, rest] = [names.slice(0, MOST_NAMES), names.length - MOST_NAMES];
  return inAll((language) => {
    if (names.length === 0) return text(language, 'known.none');
    const list = listed('names', shown, language);
    return rest > 0 ? text(language, 'known.more', { list, all: names.length }) : list;
  });
}

/** The kinds of name for which there is a problem that asks whether another was meant, and one that does not. */
type NameKind = {
  [Code in ProblemCode]: Code extends `misspelt-${infer Kind}` ? Kind : never;
}[ProblemCode];

/** The problem of a name that means nothing, with what its sentences say of those that do. */
export function wrongName<const Kind extends NameKind>(
  kind: Kind,
  { meant, known }: NearNames,
): {
  readonly code: `unknown-${Kind}` | `misspelt-${Kind}`;
  readonly params: { readonly meant: string; readonly known: Title };
} {
  return meant === undefined
    ? { code: `unknown-${kind}`, params: { meant: '', known } }
    : { code: `misspelt-${kind}`, params: { meant, known } };
}
