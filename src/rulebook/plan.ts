import type { Title } from '../lib/language.js';
import type { Problems } from '../lib/problem.js';
import type { CompiledPlan, PlanParts } from './compiled.js';
import { categoryNode } from './entries.js';
import type { Slot } from './node.js';
import { applyAdjustments, applyLimits } from './plan/adjustments.js';
import { checkBooks, checkLineIds, checkSet, reportCircles } from './plan/checks.js';
import {
  type CategoryDraft,
  categoryDrafts,
  type Draft,
  type Elsewhere,
  type ElsewhereDraft,
  elsewhereDraft,
  type LineDraft,
  lineDrafts,
  type NoticeDraft,
  noticeDrafts,
  openScore,
  SCORE,
  type ScorecardDraft,
  scorecardDraft,
} from './plan/drafts.js';
import { compileLine, compileNotice } from './plan/lines.js';
import { bookNames } from './plan/named.js';
import { compileScorecard } from './plan/scorecards.js';
import { namesOf, type Workshop } from './plan/workshop.js';
import type { Book } from './rulebook.js';
import { type BookNames, createScope, type PlanNames } from './scope.js';

/** Everything of a plan that has a name, before it is compiled. */
interface Drafts {
  readonly scorecards: readonly ScorecardDraft[];
  readonly lines: readonly LineDraft[];
  readonly notices: readonly NoticeDraft[];
  readonly elsewhere: readonly ElsewhereDraft[];
  readonly categories: readonly CategoryDraft[];
}

/** Compiles a plan. Undefined, with everything that is wrong reported, when it cannot be evaluated. */
export function compilePlan(parts: PlanParts, problems: Problems): CompiledPlan | undefined {
  const before = countErrors(problems);
  checkBooks(parts, problems);
  const drafts = draftsOf(parts);
  const workshop = openWorkshop(parts, drafts, problems);
  const { lines, elsewhere, categories } = drafts;
  const scorecards = drafts.scorecards.map((each) => compileScorecard(each, workshop));
  const compiledLines = lines.flatMap((each) => compileLine(each, workshop) ?? []);
  for (const { slot, lines: members } of categories) slot.node = categoryNode(members);
  applyLimits(lines, categories);
  const adjustments = applyAdjustments(parts.books, lines, elsewhere, workshop);
  const notices = drafts.notices.flatMap((each) => compileNotice(each, workshop) ?? []);
  checkLineIds(lines, problems);
  checkSet(workshop);
  reportCircles(allSlots(drafts, workshop), problems);
  if (countErrors(problems) > before) return undefined;
  return {
    id: parts.id,
    title: parts.title,
    teamBy: parts.teamBy,
    books: new Map(booksOf(parts).map((book) => [book.id, book.title])),
    scorecards,
    lines: compiledLines,
    notices,
    adjustments,
    named: namedSlots(workshop),
    slots: publicSlots(drafts),
    elsewhere: elsewhere.map(({ slot }) => slot),
    outcomes: workshop.outcomes,
    asked: workshop.names.asked,
    scopeOf: (book) => createScope(namesOf(book, workshop), workshop.names, undefined),
  };
}

function countErrors({ all }: Problems): number {
  return all.filter(({ level }) => level === 'error').length;
}

function draftsOf(parts: PlanParts): Drafts {
  const scorecards = parts.scorecards.map(scorecardDraft);
  const lines = parts.books.flatMap(lineDrafts);
  const notices = booksOf(parts).flatMap(noticeDrafts);
  // What the plan has itself stands before what others call by the same name.
  const own = new Set(
    [...lines, ...scorecards.flatMap(({ items }) => items)].map(({ slot }) => slot.key),
  );
  const elsewhere = parts.elsewhere.filter(({ key }) => !own.has(key)).map(elsewhereDraft);
  return { scorecards, lines, notices, elsewhere, categories: categoryDrafts(lines, elsewhere) };
}

function booksOf({ scorecards, books, noticeBooks }: PlanParts): readonly Book[] {
  return [...scorecards, ...books, ...noticeBooks];
}

/** What can be named, with parameters and definitions compiled. */
function openWorkshop(parts: PlanParts, drafts: Drafts, problems: Problems): Workshop {
  const books = new Map<string, BookNames>();
  const names = planNames(parts, drafts);
  const workshop: Workshop = { problems, outcomes: new Map(), names, books, set: parts.set };
  for (const { book, items } of drafts.scorecards) {
    const own = items.map(({ slot }) => slot);
    books.set(book.id, bookNames(book, own, workshop));
  }
  for (const book of parts.books) {
    const own = drafts.lines.filter((line) => line.book === book).map(({ slot }) => slot);
    books.set(book.id, bookNames(book, own, workshop));
  }
  for (const book of parts.noticeBooks) books.set(book.id, bookNames(book, [], workshop));
  for (const { own } of books.values()) for (const lazy of own) lazy.ensure();
  return workshop;
}

function planNames(parts: PlanParts, drafts: Drafts): PlanNames {
  const { scorecards, lines, elsewhere, categories } = drafts;
  const others = (kind: Elsewhere['kind']) =>
    elsewhere.map(({ slot }) => slot).filter((slot) => slot.kind === kind);
  const [first] = scorecards;
  // A book that is checked alone may name the score of a plan that it will stand in.
  const isAlone = parts.elsewhere.length > 0;
  return {
    customMetrics: parts.customMetrics,
    scores: [...scorecards.map(({ score }) => score), ...others('score')],
    score: first === undefined ? open(isAlone, 'score') : scoreWord(first.score),
    scoreTotal: first === undefined ? open(isAlone, 'score_total') : first.total,
    items: [...scorecards.flatMap(({ items }) => items.map(({ slot }) => slot)), ...others('item')],
    lines: [...lines.map(({ slot }) => slot), ...others('line')],
    categories: categories.map(({ slot }) => slot),
    ratings: titles(parts, ({ ratings }) => ratings),
    events: titles(parts, ({ events }) => events),
    asked: { byDay: undefined, byHour: false },
  };
}

function open(isAlone: boolean, id: 'score' | 'score_total'): Slot | undefined {
  return isAlone ? openScore(id) : undefined;
}

/** `score`: the points of the plan's first scorecard, whatever its id. */
function scoreWord(slot: Draft): Slot {
  return {
    ...slot,
    id: 'score',
    title: SCORE,
    // The points are compiled later than the word is named.
    get node() {
      return slot.node;
    },
  };
}

function titles(
  parts: PlanParts,
  of: (book: Book) => ReadonlyMap<string, Title>,
): ReadonlyMap<string, Title> {
  return new Map(booksOf(parts).flatMap((book) => [...of(book)]));
}

function allSlots(drafts: Drafts, { books }: Workshop): readonly Slot[] {
  return [
    ...drafts.scorecards.flatMap(({ items, score, total }) => [
      ...items.map(({ slot }) => slot),
      score,
      total,
    ]),
    ...drafts.lines.map(({ slot }) => slot),
    ...drafts.notices.map(({ slot }) => slot),
    ...[...books.values()].flatMap(({ own }) => own.map(({ slot }) => slot)),
  ];
}

/** What other plans may ask of an agent of this plan. */
function publicSlots({ scorecards, lines, notices, categories }: Drafts): CompiledPlan['slots'] {
  const slots = [
    ...scorecards.flatMap(({ items, score, total }) => [
      ...items.map(({ slot }) => slot),
      score,
      total,
    ]),
    ...[...lines, ...notices, ...categories].map(({ slot }) => slot),
  ];
  return new Map(slots.map((slot) => [slot.key, slot]));
}

/** Parameters and definitions by book. */
function namedSlots({ books }: Workshop): ReadonlyMap<string, readonly Slot[]> {
  const isNamed = ({ kind }: Slot) => kind === 'parameter' || kind === 'definition';
  return new Map(
    [...books].map(([id, { own }]) => [id, own.map(({ slot }) => slot).filter(isNamed)]),
  );
}
