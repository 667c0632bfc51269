import type { Library } from '../rulebook/books/library.js';
import { isOfLaw } from '../rulebook/books/rulebook.js';
import type { PlanParts, SetParameter } from '../rulebook/plan/compiled-plan.js';
import type { ShopConfig } from '../shop/config.js';
import { title as wording } from '../words/text.js';
import { declaredIn, ofLibrary } from './plan-parts.js';

/** The books of the law in the order in which they are applied; what they are called is what a shop replaces. */
const STATUTORY_BOOKS = ['social_insurance', 'housing_fund', 'income_tax', 'labour_law'];

/** What the law withholds from pay, as a plan for every agent; undefined for a shop that does without. */
export function statutoryParts(
  config: ShopConfig,
  library: Library,
  set: ReadonlyMap<string, SetParameter>,
): PlanParts | undefined {
  if (config.statutory === undefined) return undefined;
  // A shop may add books of its own.
  const ids = [...new Set([...STATUTORY_BOOKS, ...library.own])];
  const books = ids.map((id) => library.get(id)).filter(isOfLaw);
  return {
    id: 'statutory',
    title: wording('book.statutory'),
    teamBy: undefined,
    place: config.statutory.at,
    scorecards: [],
    books: books.filter((book) => book?.kind === 'statutory'),
    noticeBooks: books.filter((book) => book?.kind === 'notices'),
    set,
    ...declaredIn(config),
    ...ofLibrary(library),
    elsewhere: [],
  };
}
