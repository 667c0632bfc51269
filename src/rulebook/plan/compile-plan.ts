import { SCORE_NAMES } from '../../catalogue/score-names.js';
import {
  INSURANCES,
  nameables,
  TAX_DEDUCTIONS,
  TAX_RESIDENCES,
} from '../../catalogue/vocabulary.js';
import type { Title } from '../../lib/language.js';
import { errorCount, type Problems } from '../../words/problem.js';
import {
  type Book,
  isOfLaw,
  type LineBook,
  type NoticeBook,
  type Scorecard,
} from '../books/rulebook.js';
import type { BookNames, PlanNames } from '../names/plan-names.js';
import type { FieldWords } from '../names/reference.js';
import { isOfBook } from '../values/evaluate.js';
import type { Slot } from '../values/node.js';
import { applyAdjustments, capAtCategories } from './adjustments.js';
import { checkBooks, checkLineIds, checkSet, reportCircles } from './checks.js';
import type { CompiledPlan, PlanParts } from './compiled-plan.js';
import { categoryNode, unknownNode } from './entries.js';
import { type GrossSlots, grossSlots, payTotals } from './gross.js';
import { compileLine, compileNotice } from './lines.js';
import { bookNames } from './parameters-and-definitions.js';
import { bookScope, type PlanContext } from './plan-context.js';
import { scoreShareOf } from './score-share.js';
import { compileScorecard } from './scorecards.js';
import {
  type Elsewhere,
  openScore,
  type UnlinkedCategory,
  type UnlinkedElsewhere,
  type UnlinkedLine,
  type UnlinkedNotice,
  type UnlinkedScorecard,
  type UnlinkedSlot,
  unlinkedCategories,
  unlinkedElsewhere,
  unlinkedLines,
  unlinkedNotices,
  unlinkedScorecard,
} from './unlinked-slots.js';

/** Everything of a plan that has a name, before it is compiled. */
interface UnlinkedPlan {
  readonly scorecards: readonly UnlinkedScorecard[];
  readonly lines: readonly UnlinkedLine[];
  readonly notices: readonly UnlinkedNotice[];
  readonly elsewhere: readonly UnlinkedElsewhere[];
  readonly ofOtherPlans: readonly UnlinkedElsewhere[];
  readonly categories: readonly UnlinkedCategory[];
  readonly gross: GrossSlots;
  /** What pay comes to, where the plan is of the law. */
  readonly totals: readonly UnlinkedSlot[];
}

/** Compiles a plan. Undefined, with everything that is wrong reported, when anything is. */
export function compilePlan(parts: PlanParts, problems: Problems): CompiledPlan | undefined {
  const before = errorCount(problems);
  const plan = compileUsableParts(parts, problems);
  return errorCount(problems) > before ? undefined : plan;
}

/**
 * Compiles a plan as far as it is right: what is wrong is reported, and of what rests on it nothing is known.
 * Undefined when it cannot be evaluated at all, since a circle has no end.
 */
export function compileUsableParts(parts: PlanParts, problems: Problems): CompiledPlan | undefined {
  checkBooks(parts, problems);
  const unlinked = unlinkedPlan(parts);
  const context = openContext(parts, unlinked, problems);
  const { lines, elsewhere, categories } = unlinked;
  const scorecards = unlinked.scorecards.map((each) => compileScorecard(each, context));
  const compiledLines = lines.flatMap((each) => compileLine(each, context) ?? []);
  for (const { slot, lines: members } of categories) slot.node = categoryNode(members);
  capAtCategories(lines, categories);
  const adjustments = applyAdjustments(parts.books, lines, elsewhere, context);
  const notices = unlinked.notices.flatMap((each) => compileNotice(each, context) ?? []);
  checkLineIds(lines, problems);
  checkSet(context);
  const ownSlots = [...context.books.values()].flatMap(({ own }) => slotsOf(own));
  if (reportCircles([...entrySlots(unlinked), ...ownSlots], problems)) return undefined;
  for (const slot of entrySlots(unlinked)) slot.node ??= unknownNode(slot);
  return {
    id: parts.id,
    title: parts.title,
    teamBy: parts.teamBy,
    books: new Map(booksOf(parts).map((book) => [book.id, book.title])),
    events: context.names.events,
    scorecards,
    lines: compiledLines,
    notices,
    adjustments,
    parametersAndDefinitions: slotsByBook(context),
    slots: new Map(
      [
        ...entrySlots(unlinked),
        ...slotsOf(categories),
        ...unlinked.gross.asked.values(),
        ...unlinked.totals,
      ].map((slot) => [slot.key, slot]),
    ),
    elsewhere: slotsOf(elsewhere),
    outcomes: context.outcomes,
    asked: context.names.asked,
    filtered: [...context.books.values()].flatMap((book) =>
      book.filtered.map(({ metric }) => metric),
    ),
    scopeOf: (book) => bookScope(book, context),
  };
}

function unlinkedPlan(parts: PlanParts): UnlinkedPlan {
  const scorecards = parts.scorecards.map(unlinkedScorecard);
  const lines = parts.books.flatMap(unlinkedLines);
  const notices = booksOf(parts).flatMap(unlinkedNotices);
  // What the plan has itself stands before what others call by the same name.
  const own = new Set(
    slotsOf([...lines, ...scorecards.flatMap(({ items }) => items)]).map(({ key }) => key),
  );
  const notOwn = (others: readonly Elsewhere[] = []) =>
    others.filter(({ key }) => !own.has(key)).map(unlinkedElsewhere);
  const elsewhere = notOwn(parts.elsewhere);
  return {
    scorecards,
    lines,
    notices,
    elsewhere,
    ofOtherPlans: notOwn(parts.ofOtherPlans),
    categories: unlinkedCategories(lines, elsewhere),
    gross: grossSlots(lines, elsewhere),
    totals: booksOf(parts).some(isOfLaw) ? payTotals() : [],
  };
}

function booksOf({
  scorecards,
  books,
  noticeBooks,
}: PlanParts): readonly (Scorecard | LineBook | NoticeBook)[] {
  return [...scorecards, ...books, ...noticeBooks];
}

/** What can be named, with parameters and definitions compiled. */
function openContext(parts: PlanParts, unlinked: UnlinkedPlan, problems: Problems): PlanContext {
  const books = new Map<string, BookNames>();
  const names = planNames(parts, unlinked);
  const { set, linesOfAll, parameterOf } = parts;
  const ofLibrary = { linesOfAll, parameterOf };
  const context: PlanContext = { problems, outcomes: new Map(), names, books, ...ofLibrary, set };
  for (const { book, items } of unlinked.scorecards) {
    books.set(book.id, bookNames(book, slotsOf(items), context));
  }
  for (const book of parts.books) {
    const own = unlinked.lines.filter((line) => line.book === book);
    books.set(book.id, bookNames(book, slotsOf(own), context));
  }
  for (const book of parts.noticeBooks) books.set(book.id, bookNames(book, [], context));
  for (const { own } of books.values()) for (const lazy of own) lazy.ensure();
  return context;
}

function planNames(parts: PlanParts, unlinked: UnlinkedPlan): PlanNames {
  const { scorecards, lines, elsewhere, categories } = unlinked;
  const others = (kind: Elsewhere['kind']) =>
    slotsOf(elsewhere).filter((slot) => slot.kind === kind);
  const [first] = scorecards;
  // A book that is checked alone may name the score of a plan that it will stand in.
  const isAlone = parts.elsewhere.length > 0;
  const score = first === undefined ? open(isAlone, 'score') : scoreWord(first.score);
  const scoreTotal = first === undefined ? open(isAlone, 'score_total') : first.total;
  return {
    customMetrics: parts.customMetrics,
    calendar: parts.calendar,
    scores: [...scorecards.map(({ score }) => score), ...others('score')],
    score,
    scoreTotal,
    scoreShare: score && scoreTotal && scoreShareOf(score, scoreTotal),
    items: [...scorecards.flatMap(({ items }) => slotsOf(items)), ...others('item')],
    lines: [...slotsOf(lines), ...others('line')],
    categories: slotsOf(categories),
    grossAt: unlinked.totals.length > 0 ? undefined : unlinked.gross.at,
    totals: unlinked.totals,
    ratings: titles(parts, ({ ratings }) => ratings),
    events: titles(parts, ({ events }) => events),
    elsewhere: new Set(slotsOf(elsewhere)),
    ofOtherPlans: slotsOf(unlinked.ofOtherPlans),
    words: new Map([['level', { known: parts.levels }], ...FIXED_WORDS, ...(parts.words ?? [])]),
    levels: parts.levels,
    asked: {
      byDay: undefined,
      byHour: false,
      targets: new Set(),
      ofShop: new Set(),
      metrics: new Set(),
      roster: new Set(),
      ofMembers: false,
      rows: { event: new Map(), case: new Map() },
    },
  };
}

/** Words of roster fields that no shop can add to. */
const FIXED_WORDS: ReadonlyMap<string, FieldWords> = new Map([
  ['insurance', { known: nameables(INSURANCES) }],
  ['tax_residence', { known: nameables(TAX_RESIDENCES) }],
  ['tax_deduction', { known: nameables(TAX_DEDUCTIONS) }],
]);

function open(isAlone: boolean, id: 'score' | 'score_total'): Slot | undefined {
  return isAlone ? openScore(id) : undefined;
}

/** `score`: the points of the plan's first scorecard, whatever its id. */
function scoreWord(slot: UnlinkedSlot): Slot {
  return {
    ...slot,
    id: 'score',
    title: SCORE_NAMES.score,
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

/** Items, scores, lines and notices. */
function entrySlots({ scorecards, lines, notices }: UnlinkedPlan): readonly UnlinkedSlot[] {
  const scores = scorecards.flatMap(({ items, score, total }) => [...slotsOf(items), score, total]);
  return [...scores, ...slotsOf(lines), ...slotsOf(notices)];
}

function slotsOf<Named extends Slot>(named: readonly { readonly slot: Named }[]): readonly Named[] {
  return named.map(({ slot }) => slot);
}

/** Parameters and definitions by book. */
function slotsByBook({ books }: PlanContext): ReadonlyMap<string, readonly Slot[]> {
  return new Map([...books].map(([id, { own }]) => [id, slotsOf(own).filter(isOfBook)]));
}
