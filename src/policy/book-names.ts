import { sameInAll, type Title } from '../lib/language.js';
import type { Library } from '../rulebook/books/library.js';
import { type EntryBook, isOfLaw, type Rulebook } from '../rulebook/books/rulebook.js';
import type { PlanParts } from '../rulebook/plan/compiled-plan.js';
import { type Elsewhere, linePrefix } from '../rulebook/plan/unlinked-slots.js';
import type { Problem } from '../words/problem.js';

/** What is wrong with a name, which may be that of a book which is not there. */
export const OF_NAMES: ReadonlySet<string> = new Set([
  'unknown-name',
  'misspelt-name',
  'undeclared-name',
  'unknown-line',
  'unknown-parameter',
  'misspelt-parameter',
]);

/** Whether a name that means nothing may be defined in what could not be read of a book. */
export function mayBeNamed(
  { code, params: { name, id, key } }: Problem,
  library: Library,
): boolean {
  const written = [name, id, key].find((each) => typeof each === 'string');
  if (written === undefined || !OF_NAMES.has(code)) return false;
  return library.mentions(String(written).replace(/^.*\./, ''));
}

/** What any of the plans has that formulas of others may name. */
export function namedInAny(plans: readonly { readonly parts: PlanParts }[]): readonly Elsewhere[] {
  const named = plans.flatMap(({ parts }) =>
    [...parts.scorecards, ...parts.books].flatMap(namedIn),
  );
  return [...new Map(named.map((each) => [each.key, each])).values()];
}

/** What each rulebook of a library can be named by from others; gathered once for all that are checked. */
const NAMED_BY_OTHERS = new WeakMap<Library, ReadonlyMap<string, readonly Elsewhere[]>>();

/** What the books of the law can be named by from others of them; no book of pay sees them. */
function namedByLaw(library: Library): ReadonlyMap<string, readonly Elsewhere[]> {
  const books = library.ids.filter((id) => library.get(id)?.kind === 'statutory');
  return new Map(books.map((id) => [id, namedIn(library.get(id))]));
}

export function namedByOthers(library: Library): ReadonlyMap<string, readonly Elsewhere[]> {
  const known = NAMED_BY_OTHERS.get(library);
  if (known !== undefined) return known;
  const paid = library.ids.filter((id) => library.get(id)?.kind !== 'statutory');
  const all = new Map(paid.map((id) => [id, namedIn(library.get(id))]));
  NAMED_BY_OTHERS.set(library, all);
  return all;
}

/** The lines of all books of pay; with a name, of those in whose texts it is written, and no other is read. */
export function linesOfOthers(library: Library, written?: string): readonly Elsewhere[] {
  const named =
    written === undefined
      ? [...namedByOthers(library).values()].flat()
      : library.idsWith(written).flatMap((id) => {
          const book = library.get(id);
          return book?.kind === 'statutory' ? [] : namedIn(book);
        });
  return named.filter(({ kind }) => kind === 'line');
}

/** What formulas of a book may name of all other books of the library. */
export function elsewhereOf(book: EntryBook, library: Library): readonly Elsewhere[] {
  const known = new Map<string, Elsewhere>();
  for (const [id, named] of isOfLaw(book) ? namedByLaw(library) : namedByOthers(library)) {
    if (id === book.id) continue;
    for (const each of named) known.set(each.key, each);
  }
  return [...known.values()];
}

/** What formulas of other books may name: lines of a pay book, a scorecard and its items. */
function namedIn(book: Rulebook | undefined): readonly Elsewhere[] {
  if (book?.kind === 'pay' || book?.kind === 'statutory') {
    return book.lines.map(({ spec }) => {
      const { id, title } = titled(spec);
      return { kind: 'line', key: `${linePrefix(book)}.${id}`, id, title, line: spec };
    });
  }
  if (book?.kind !== 'scorecard') return [];
  const items = book.entries.map(({ spec }): Elsewhere => {
    const { id, title } = titled(spec);
    return { kind: 'item', key: `item.${book.id}.${id}`, id, title };
  });
  return [{ kind: 'score', key: `score.${book.id}`, id: book.id, title: book.title }, ...items];
}

function titled({ id, title }: { readonly id: string; readonly title?: Title | undefined }) {
  return { id, title: title ?? sameInAll(id) };
}
