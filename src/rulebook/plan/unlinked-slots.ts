import { CATEGORIES, isOffCategory } from '../../catalogue/pay-words.js';
import { SCORE_NAMES } from '../../catalogue/score-names.js';
import { sameInAll, type Title } from '../../lib/language.js';
import type { Place } from '../../lib/place.js';
import { title as wording } from '../../words/text.js';
import type { LineSpec } from '../books/entry-schemas.js';
import type { NoticeSpec } from '../books/notice-schema.js';
import type { Book, LineBook, Scorecard, Sourced } from '../books/rulebook.js';
import type { Slot } from '../values/node.js';
import { MONEY, PLAIN } from '../values/type.js';

/** A slot that is named before it is compiled: what it gives is filled in later. */
export type UnlinkedSlot = { -readonly [Key in keyof Slot]: Slot[Key] };

/** What kind of thing is named, and what it gives. */
type Sort = Pick<Slot, 'kind' | 'type' | 'unit'>;

const POINTS = { type: PLAIN, unit: 'points' } as const;
const YUAN = { type: MONEY, unit: 'yuan' } as const;

export function unlinkedSlot(
  sort: Sort,
  key: string,
  id: string,
  title: Title,
  place: Place,
): UnlinkedSlot {
  return { ...sort, key, id, title, place, node: undefined };
}

/** The slot of an entry of a rulebook: without a title it is called by its id. */
function slotOf(sort: Sort, prefix: string, entry: Sourced<EntryName>): UnlinkedSlot {
  const { id, title = sameInAll(id) } = entry.spec;
  return unlinkedSlot(sort, `${prefix}.${id}`, id, title, entry.yaml.placeOf(entry.path));
}

interface EntryName {
  readonly id: string;
  readonly title?: Title | undefined;
}

export interface UnlinkedItem {
  readonly slot: UnlinkedSlot;
  readonly entry: Scorecard['entries'][number];
}

export interface UnlinkedScorecard {
  readonly book: Scorecard;
  readonly items: readonly UnlinkedItem[];
  readonly score: UnlinkedSlot;
  readonly total: UnlinkedSlot;
}

export function unlinkedScorecard(book: Scorecard): UnlinkedScorecard {
  const { id, title } = book;
  const place = book.yaml.placeOf(['id']);
  const sort = { kind: 'score', ...POINTS } as const;
  const ofItem = { kind: 'item', ...POINTS } as const;
  return {
    book,
    items: book.entries.map((entry) => ({ entry, slot: slotOf(ofItem, `item.${id}`, entry) })),
    score: unlinkedSlot(sort, `score.${id}`, id, title, place),
    total: unlinkedSlot(sort, `total.${id}`, 'score_total', SCORE_NAMES.score_total, place),
  };
}

export interface UnlinkedLine {
  readonly slot: UnlinkedSlot;
  readonly book: LineBook;
  readonly entry: Sourced<LineSpec>;
}

export function unlinkedLines(book: LineBook): readonly UnlinkedLine[] {
  const sort = { kind: 'line', ...YUAN } as const;
  return book.lines.map((entry) => {
    const slot = slotOf(sort, linePrefix(book), entry);
    if (entry.spec.kind === 'balance') slot.isCarried = true;
    return { book, entry, slot };
  });
}

/** What keys of a book's lines begin with: a line of the law may be called as one of a shop's own. */
export function linePrefix({ kind }: Pick<LineBook, 'kind'>): string {
  return kind === 'pay' ? 'line' : kind;
}

export interface UnlinkedNotice {
  readonly slot: UnlinkedSlot;
  readonly book: Book;
  readonly entry: Sourced<NoticeSpec>;
}

export function unlinkedNotices(book: Book): readonly UnlinkedNotice[] {
  const sort = { kind: 'line', type: PLAIN, unit: undefined } as const;
  const prefix = `notice.${book.id}`;
  return book.notices.map((entry) => ({ book, entry, slot: slotOf(sort, prefix, entry) }));
}

/** Something that another plan may have: absent here, but no wrong name. */
export interface Elsewhere {
  readonly kind: 'line' | 'score' | 'item';
  readonly key: string;
  readonly id: string;
  readonly title: Title;
  /** What kind of line it is, and of which category: adjustments of this book may touch it. */
  readonly line?: Pick<LineSpec, 'kind' | 'category'>;
}

/** A name of another plan: what an example gives for it, or nothing. */
export interface UnlinkedElsewhere {
  readonly slot: UnlinkedSlot;
  readonly elsewhere: Elsewhere;
}

export function unlinkedElsewhere(elsewhere: Elsewhere): UnlinkedElsewhere {
  const { kind, key, id, title } = elsewhere;
  const slot = unlinkedSlot({ kind, ...(kind === 'line' ? YUAN : POINTS) }, key, id, title, {});
  return { elsewhere, slot };
}

/** `score` and `score_total` of a plan without scorecards, whose books are checked or tested alone. */
export function openScore(id: 'score' | 'score_total'): UnlinkedSlot {
  return unlinkedSlot({ kind: 'score', ...POINTS }, id, id, SCORE_NAMES[id], {});
}

export interface UnlinkedCategory {
  readonly slot: UnlinkedSlot;
  readonly lines: readonly CategoryLine[];
}

/** A line of a category, and whether it is taken off the sum. */
export interface CategoryLine {
  readonly slot: Slot;
  readonly isOff: boolean;
}

/** Every category there is, with its lines in the plan: one without lines sums up to 0. */
export function unlinkedCategories(
  lines: readonly UnlinkedLine[],
  elsewhere: readonly UnlinkedElsewhere[],
): readonly UnlinkedCategory[] {
  const all = [
    ...lines.map(({ slot, entry: { spec } }) => ({ slot, line: spec })),
    ...elsewhere.map(({ slot, elsewhere: { line } }) => ({ slot, line })),
  ];
  return CATEGORIES.map((id) => {
    const title = wording(`category.${id}`);
    return {
      slot: unlinkedSlot({ kind: 'category', ...YUAN }, `category.${id}`, id, title, {}),
      lines: all.flatMap(({ slot, line }) =>
        line?.category === id ? [{ slot, isOff: isOffCategory(line.kind, id) }] : [],
      ),
    };
  });
}
