import type { Title } from '../../lib/language.js';
import type { Place } from '../../lib/place.js';
import { title as wording } from '../../words/text.js';
import type { Book, PayBook, Scorecard, Sourced } from '../books/rulebook.js';
import { CATEGORIES, type ItemSpec, type LineSpec, type NoticeSpec } from '../books/schema.js';
import type { Slot } from '../values/node.js';
import type { NameKind } from '../values/trace.js';
import { MONEY, PLAIN, type Type } from '../values/type.js';
import type { DisplayUnit } from '../values/value.js';

/** A slot that is named before it is compiled: what it gives is filled in later. */
export type UnlinkedSlot = { -readonly [Key in keyof Slot]: Slot[Key] };

/** What kind of thing is named, and what it gives. */
interface Sort {
  readonly kind: NameKind;
  readonly type: Type;
  readonly unit: DisplayUnit;
}

const POINTS = { type: PLAIN, unit: 'points' } as const;
const YUAN = { type: MONEY, unit: 'yuan' } as const;

export function unlinkedSlot(
  { kind, type, unit }: Sort,
  key: string,
  id: string,
  title: Title,
  place: Place,
): UnlinkedSlot {
  return { kind, key, id, title, type, unit, place, node: undefined };
}

/** A title, or the id where a rulebook gives none. */
export function titleOf({
  id,
  title,
}: {
  readonly id: string;
  readonly title?: Title | undefined;
}) {
  return title ?? { zh: id, en: id };
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

export const SCORE: Title = { zh: '得分', en: 'Score' };
export const SCORE_TOTAL: Title = { zh: '总分', en: 'Full score' };

export function unlinkedScorecard(book: Scorecard): UnlinkedScorecard {
  const { id, title } = book;
  const place = book.yaml.placeOf(['id']);
  const sort = { kind: 'score', ...POINTS } as const;
  return {
    book,
    items: book.entries.map((entry) => ({ entry, slot: unlinkedItem(id, entry) })),
    score: unlinkedSlot(sort, `score.${id}`, id, title, place),
    total: unlinkedSlot(sort, `total.${id}`, 'score_total', SCORE_TOTAL, place),
  };
}

function unlinkedItem(book: string, { spec, yaml, path }: Sourced<ItemSpec>): UnlinkedSlot {
  const sort = { kind: 'item', ...POINTS } as const;
  return unlinkedSlot(sort, `item.${book}.${spec.id}`, spec.id, titleOf(spec), yaml.placeOf(path));
}

export interface UnlinkedLine {
  readonly slot: UnlinkedSlot;
  readonly book: PayBook;
  readonly entry: Sourced<LineSpec>;
}

export function unlinkedLines(book: PayBook): readonly UnlinkedLine[] {
  return book.lines.map((entry) => {
    const { spec, yaml, path } = entry;
    const sort = { kind: 'line', ...YUAN } as const;
    const slot = unlinkedSlot(sort, `line.${spec.id}`, spec.id, titleOf(spec), yaml.placeOf(path));
    return { book, entry, slot };
  });
}

export interface UnlinkedNotice {
  readonly slot: UnlinkedSlot;
  readonly book: Book;
  readonly entry: Sourced<NoticeSpec>;
}

export function unlinkedNotices(book: Book): readonly UnlinkedNotice[] {
  return book.notices.map((entry) => {
    const { spec, yaml, path } = entry;
    const sort = { kind: 'line', type: PLAIN, unit: undefined } as const;
    const key = `notice.${book.id}.${spec.id}`;
    return {
      book,
      entry,
      slot: unlinkedSlot(sort, key, spec.id, titleOf(spec), yaml.placeOf(path)),
    };
  });
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
  const title = id === 'score' ? SCORE : SCORE_TOTAL;
  return unlinkedSlot({ kind: 'score', ...POINTS }, id, id, title, {});
}

export interface UnlinkedCategory {
  readonly slot: UnlinkedSlot;
  readonly lines: readonly Slot[];
}

/** Every category there is, with its lines in the plan: one without lines sums up to 0. */
export function unlinkedCategories(
  lines: readonly UnlinkedLine[],
  elsewhere: readonly UnlinkedElsewhere[],
): readonly UnlinkedCategory[] {
  const all = [
    ...lines.map(({ slot, entry }) => ({ slot, category: entry.spec.category })),
    ...elsewhere.map((each) => ({ slot: each.slot, category: each.elsewhere.line?.category })),
  ];
  return CATEGORIES.map((id) => {
    const title = wording(`category.${id}`);
    return {
      slot: unlinkedSlot({ kind: 'category', ...YUAN }, `category.${id}`, id, title, {}),
      lines: all.filter(({ category }) => category === id).map(({ slot }) => slot),
    };
  });
}
