import type { Title } from '../../lib/language.js';
import { title as wording } from '../../lib/messages/index.js';
import type { Place } from '../../lib/problem.js';
import type { Slot } from '../node.js';
import type { Book, PayBook, Scorecard, Sourced } from '../rulebook.js';
import { CATEGORIES, type ItemSpec, type LineSpec, type NoticeSpec } from '../schema.js';
import type { NameKind } from '../trace.js';
import { MONEY, PLAIN, type Type } from '../type.js';
import type { DisplayUnit } from '../value.js';

/** A slot that is named before it is compiled: what it gives is filled in later. */
export type Draft = { -readonly [Key in keyof Slot]: Slot[Key] };

/** What kind of thing is named, and what it gives. */
interface Sort {
  readonly kind: NameKind;
  readonly type: Type;
  readonly unit: DisplayUnit;
}

const POINTS = { type: PLAIN, unit: 'points' } as const;
const YUAN = { type: MONEY, unit: 'yuan' } as const;

export function draft(
  { kind, type, unit }: Sort,
  key: string,
  id: string,
  title: Title,
  place: Place,
): Draft {
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

export interface ItemDraft {
  readonly slot: Draft;
  readonly entry: Scorecard['entries'][number];
}

export interface ScorecardDraft {
  readonly book: Scorecard;
  readonly items: readonly ItemDraft[];
  readonly score: Draft;
  readonly total: Draft;
}

export const SCORE: Title = { zh: '得分', en: 'Score' };
export const SCORE_TOTAL: Title = { zh: '总分', en: 'Full score' };

export function scorecardDraft(book: Scorecard): ScorecardDraft {
  const { id, title } = book;
  const place = book.yaml.placeOf(['id']);
  const sort = { kind: 'score', ...POINTS } as const;
  return {
    book,
    items: book.entries.map((entry) => ({ entry, slot: itemDraft(id, entry) })),
    score: draft(sort, `score.${id}`, id, title, place),
    total: draft(sort, `total.${id}`, 'score_total', SCORE_TOTAL, place),
  };
}

function itemDraft(book: string, { spec, yaml, path }: Sourced<ItemSpec>): Draft {
  const sort = { kind: 'item', ...POINTS } as const;
  return draft(sort, `item.${book}.${spec.id}`, spec.id, titleOf(spec), yaml.placeOf(path));
}

export interface LineDraft {
  readonly slot: Draft;
  readonly book: PayBook;
  readonly entry: Sourced<LineSpec>;
}

export function lineDrafts(book: PayBook): readonly LineDraft[] {
  return book.lines.map((entry) => {
    const { spec, yaml, path } = entry;
    const sort = { kind: 'line', ...YUAN } as const;
    const slot = draft(sort, `line.${spec.id}`, spec.id, titleOf(spec), yaml.placeOf(path));
    return { book, entry, slot };
  });
}

export interface NoticeDraft {
  readonly slot: Draft;
  readonly book: Book;
  readonly entry: Sourced<NoticeSpec>;
}

export function noticeDrafts(book: Book): readonly NoticeDraft[] {
  return book.notices.map((entry) => {
    const { spec, yaml, path } = entry;
    const sort = { kind: 'line', type: PLAIN, unit: undefined } as const;
    const key = `notice.${book.id}.${spec.id}`;
    return { book, entry, slot: draft(sort, key, spec.id, titleOf(spec), yaml.placeOf(path)) };
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
export interface ElsewhereDraft {
  readonly slot: Draft;
  readonly elsewhere: Elsewhere;
}

export function elsewhereDraft(elsewhere: Elsewhere): ElsewhereDraft {
  const { kind, key, id, title } = elsewhere;
  const slot = draft({ kind, ...(kind === 'line' ? YUAN : POINTS) }, key, id, title, {});
  return { elsewhere, slot };
}

/** `score` and `score_total` of a plan without scorecards, whose books are checked or tested alone. */
export function openScore(id: 'score' | 'score_total'): Draft {
  const title = id === 'score' ? SCORE : SCORE_TOTAL;
  return draft({ kind: 'score', ...POINTS }, id, id, title, {});
}

export interface CategoryDraft {
  readonly slot: Draft;
  readonly lines: readonly Slot[];
}

/** Every category there is, with its lines in the plan: one without lines sums up to 0. */
export function categoryDrafts(
  lines: readonly LineDraft[],
  elsewhere: readonly ElsewhereDraft[],
): readonly CategoryDraft[] {
  const all = [
    ...lines.map(({ slot, entry }) => ({ slot, category: entry.spec.category })),
    ...elsewhere.map((each) => ({ slot: each.slot, category: each.elsewhere.line?.category })),
  ];
  return CATEGORIES.map((id) => {
    const title = wording(`category.${id}`);
    return {
      slot: draft({ kind: 'category', ...YUAN }, `category.${id}`, id, title, {}),
      lines: all.filter(({ category }) => category === id).map(({ slot }) => slot),
    };
  });
}
