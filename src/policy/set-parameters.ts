import type { Library } from '../rulebook/books/library.js';
import { type Book, hasEntries } from '../rulebook/books/rulebook.js';
import type { BookParameter, SetParameter } from '../rulebook/plan/compiled-plan.js';
import type { ShopConfig } from '../shop/config.js';

/** What kpi.yaml sets, by the ids of rulebook and parameter. */
export function settingsOf(
  config: ShopConfig,
  library: Library,
): ReadonlyMap<string, SetParameter> {
  const set = { ...config.statutory?.set, ...config.set };
  return new Map(Object.entries(set).map(([key, each]) => [parameterKey(key, library), each]));
}

/** The parameter that `rulebook.parameter` names, by ids or titles; undefined when there is none. */
export function parameterIn(library: Library, key: string): BookParameter | undefined {
  const [name = '', id = ''] = parameterKey(key, library).split('.');
  const book = library.get(name);
  return hasEntries(book) && book.parameters.has(id) ? { book, id } : undefined;
}

/** `rulebook.parameter` by ids, of a key that may name both by their titles. */
export function parameterKey(key: string, library: Library): string {
  const dot = key.indexOf('.');
  const [name, parameter] = [key.slice(0, dot), key.slice(dot + 1)];
  const book = dot < 0 ? undefined : library.get(name);
  if (!hasEntries(book)) return key;
  return `${book.id}.${parameterNamed(parameter, book) ?? parameter}`;
}

function parameterNamed(name: string, { parameters }: Book): string | undefined {
  if (parameters.has(name)) return name;
  const found = [...parameters].filter(([, { spec }]) => {
    const title = 'title' in spec ? spec.title : undefined;
    return title?.zh === name || title?.en === name;
  });
  return found.length === 1 ? found[0]?.[0] : undefined;
}
