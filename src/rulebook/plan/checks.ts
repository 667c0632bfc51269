import { nearNames, wrongName } from '../../words/known-names.js';
import type { Problems } from '../../words/problem.js';
import { reportAt } from '../../words/yaml/report-at.js';
import { isOfBook } from '../values/evaluate.js';
import type { Slot } from '../values/node.js';
import type { CompiledPlan, PlanParts } from './compiled-plan.js';
import type { PlanContext } from './plan-context.js';
import type { UnlinkedLine } from './unlinked-slots.js';

/** A book that a plan lists twice would pay everything in it twice. */
export function checkBooks(parts: PlanParts, problems: Problems): void {
  const seen = new Set<string>();
  for (const { id, yaml } of [...parts.scorecards, ...parts.books, ...parts.noticeBooks]) {
    if (seen.has(id)) {
      const place = parts.place ?? yaml.placeOf(['id']);
      problems.report('book-twice', place, { params: { plan: parts.title, id }, cell: id });
    }
    seen.add(id);
  }
}

/** Two books of a plan must not have a line of the same id. */
export function checkLineIds(lines: readonly UnlinkedLine[], problems: Problems): void {
  const seen = new Map<string, UnlinkedLine>();
  for (const line of lines) {
    const twin = seen.get(line.slot.id);
    seen.set(line.slot.id, twin ?? line);
    // Within one book the reader of the book has reported it.
    if (twin === undefined || twin.book === line.book) continue;
    const { file, line: row } = twin.slot.place;
    reportAt(problems, line.entry, 'line-twice', { id: line.slot.id, other: `${file}:${row}` });
  }
}

/** What the law withholds stands in the same table as pay: no line of a plan may be called as one of its own. */
export function checkNamesOfLaw(
  plans: Iterable<CompiledPlan>,
  law: CompiledPlan,
  problems: Problems,
): void {
  const reported = new Set<string>();
  for (const { lines } of plans) {
    for (const { id, title, slot } of lines) {
      const twin = law.lines.find((each) => each.id === id || each.title.zh === title.zh);
      if (twin === undefined || reported.has(slot.id)) continue;
      reported.add(slot.id);
      const params = { id, title, other: twin.title, law: twin.id };
      problems.report('line-of-law', slot.place, { params, cell: id });
    }
  }
}

/** Every `set` of a book that the plan has must name one of its parameters. */
export function checkSet({ set, books, problems }: PlanContext): void {
  for (const [key, { place }] of set) {
    const dot = key.indexOf('.');
    const book = books.get(key.slice(0, dot));
    if (book === undefined) continue;
    const name = key.slice(dot + 1);
    const known = book.own.filter(({ slot }) => slot.kind === 'parameter').map(({ slot }) => slot);
    if (known.some(({ id }) => id === name)) continue;
    const { code, params } = wrongName('parameter', nearNames(name, known));
    problems.report(code, place, { params: { key, ...params }, cell: key });
  }
}

/** How many entries may lean on one another in a row. */
const MAX_CHAIN = 40;

/**
 * Finds circles among everything that has a name, each reported once, at the first name, with its whole
 * way round and where each name stands; and chains that are too long to follow. True when there is any.
 */
export function reportCircles(slots: readonly Slot[], problems: Problems): boolean {
  const before = problems.all.length;
  const finished = new Map<string, number>();
  const path: Slot[] = [];
  /** How long the longest chain from here is. */
  const visit = (slot: Slot): number => {
    const known = finished.get(slot.key);
    if (known !== undefined) return known;
    const start = path.findIndex(({ key }) => key === slot.key);
    if (start >= 0) {
      reportCircle([...path.slice(start), slot], problems);
      return 0;
    }
    path.push(slot);
    // A circle is reported where it closes; whoever leads into it has a finite way.
    const longest = Math.max(0, ...(slot.node?.uses ?? []).map(visit));
    path.pop();
    finished.set(slot.key, longest + 1);
    if (longest === MAX_CHAIN) {
      const params = { name: slot.title, limit: MAX_CHAIN };
      problems.report('names-too-deep', slot.place, { params });
    }
    return longest + 1;
  };
  for (const slot of slots) visit(slot);
  return problems.all.length > before;
}

/**
 * Finds circles that lead through several plans: a figure over the whole shop asks every plan for its line
 * of that name. True when there is one; each is reported once.
 */
export function reportShopCircles(
  plans: readonly { readonly slots: ReadonlyMap<string, Slot> }[],
  problems: Problems,
): boolean {
  const finished = plans.map(() => new Set<string>());
  const path: { readonly plan: number; readonly slot: Slot }[] = [];
  let found = false;
  const visit = (asked: Slot, plan: number): void => {
    const slot = isOfBook(asked) ? asked : plans[plan]?.slots.get(asked.key);
    if (slot === undefined || finished[plan]?.has(slot.key) === true) return;
    const start = path.findIndex((step) => step.plan === plan && step.slot.key === slot.key);
    if (start >= 0) {
      found = true;
      reportCircle([...path.slice(start).map((step) => step.slot), slot], problems);
      return;
    }
    path.push({ plan, slot });
    for (const use of slot.node?.uses ?? []) {
      const among = use.ofShop === true ? [...plans.keys()] : [plan];
      for (const next of among) visit(use, next);
    }
    path.pop();
    finished[plan]?.add(slot.key);
  };
  for (const [plan, { slots }] of plans.entries()) {
    for (const slot of slots.values()) visit(slot, plan);
  }
  return found;
}

function reportCircle(circle: readonly Slot[], problems: Problems): void {
  const names = circle.map(placedName).join(' → ');
  // A category stands in no file: what it is the sum of does.
  const place = circle.find((slot) => slot.place.file !== undefined)?.place ?? {};
  const isOwn = circle.length === 3 && circle.some(({ kind }) => kind === 'category');
  problems.report(isOwn ? 'category-of-own' : 'circular-reference', place, { params: { names } });
}

function placedName({ kind, id, place: { file, line } }: Slot): string {
  return file === undefined ? `${kind}.${id}` : `${id} (${file}:${line})`;
}
