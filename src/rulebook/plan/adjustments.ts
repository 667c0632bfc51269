import { groupBy } from '../../lib/group.js';
import { title as wording } from '../../words/text.js';
import { reportAt } from '../../words/yaml/report-at.js';
import type { AdjustSpec } from '../books/adjust-schema.js';
import type { LineSpec } from '../books/entry-schemas.js';
import type { LineBook, PayBook, Sourced } from '../books/rulebook.js';
import { compileTyped } from '../formula/dated-formula.js';
import { parseRounding, TO_FEN } from '../values/rounding.js';
import { PLAIN } from '../values/type.js';
import { keptBy } from './category-lists.js';
import { outcomeTitle } from './compile-table.js';
import { adjustedNode, type CompiledAdjustment, inputNode, limitedNode } from './entries.js';
import { linesNamed } from './line-names.js';
import { bookScope, compileConditions, type PlanContext, siteOf } from './plan-context.js';
import type { UnlinkedCategory, UnlinkedElsewhere, UnlinkedLine } from './unlinked-slots.js';

/** Lines that are taken off a category together never take more than the category holds. */
export function capAtCategories(
  lines: readonly UnlinkedLine[],
  categories: readonly UnlinkedCategory[],
): void {
  const deductions = lines.filter(
    ({ slot, entry }) => entry.spec.kind === 'deduction' && slot.node !== undefined,
  );
  for (const [off, taken] of groupBy(deductions, ({ entry }) => entry.spec.off)) {
    if (off === undefined) continue;
    const category = categories.find((each) => each.slot.id === off)?.slot;
    for (const [index, { slot }] of taken.entries()) {
      const before = taken.slice(0, index).map((each) => each.slot);
      if (slot.node !== undefined) slot.node = limitedNode(slot.node, category, before);
    }
  }
}

/** Applies what the books adjust to the lines of the plan, and to what an example gives for others. */
export function applyAdjustments(
  books: readonly LineBook[],
  lines: readonly UnlinkedLine[],
  elsewhere: readonly UnlinkedElsewhere[],
  context: PlanContext,
): readonly CompiledAdjustment[] {
  const compiled: CompiledAdjustment[] = [];
  const linesElsewhere = elsewhere.filter(({ slot }) => slot.kind === 'line');
  for (const book of books.filter((each) => each.kind === 'pay')) {
    for (const [index, source] of book.adjustments.entries()) {
      const adjustment = compileAdjustment(book, index, source, context);
      if (adjustment === undefined) continue;
      compiled.push(adjustment);
      for (const { slot, entry } of lines) {
        if (slot.node === undefined || !isAdjusted(slot.id, entry.spec, adjustment)) continue;
        const rounding = parseRounding(entry.spec.round ?? 'fen') ?? TO_FEN;
        slot.node = adjustedNode(slot.node, adjustment, rounding);
      }
      for (const each of linesElsewhere) adjustElsewhere(each, adjustment);
    }
  }
  return compiled;
}

/** A line of another plan is what an example gives for it, adjusted. */
function adjustElsewhere(
  { slot, elsewhere }: UnlinkedElsewhere,
  adjustment: CompiledAdjustment,
): void {
  if (!isAdjusted(slot.id, elsewhere.line, adjustment)) return;
  if (slot.unadjusted === undefined) {
    slot.unadjusted = { ...slot, key: `given.${slot.key}` };
    slot.node = inputNode(slot.unadjusted);
  }
  if (slot.node !== undefined) slot.node = adjustedNode(slot.node, adjustment, TO_FEN);
}

function compileAdjustment(
  book: PayBook,
  index: number,
  source: Sourced<AdjustSpec>,
  context: PlanContext,
): CompiledAdjustment | undefined {
  const { spec } = source;
  const { problems, outcomes } = context;
  const scope = bookScope(book.id, context);
  const conditions = compileConditions(spec.when, source, scope, context);
  const factor = compileTyped(spec.factor, PLAIN, siteOf(source, ['factor'], scope, context));
  if (spec.lines === undefined && spec.categories === undefined && spec.keep === undefined) {
    reportAt(problems, source, 'adjusts-nothing');
  }
  const lines = linesNamed('lines', source, context)?.map(({ id }) => id);
  const keep = keptBy(source, book, context);
  if (factor === undefined || conditions.length < spec.when.length) return undefined;
  if (keep === undefined && spec.keep !== undefined) return undefined;
  const key = `${book.id}.adjust.${spec.id ?? index}`;
  const title = spec.title ?? book.title;
  const outcome = (word: 'outcome.adjusted' | 'outcome.not_adjusted') =>
    outcomeTitle(book.title, wording(word, { title }));
  outcomes.set(`${key}:held`, outcome('outcome.adjusted'));
  outcomes.set(`${key}:failed`, outcome('outcome.not_adjusted'));
  return { key, rulebook: book.id, spec: { ...spec, lines }, keep, title, conditions, factor };
}

/** Adjustments touch earnings: by line, by category, or all, but none of the categories that are kept. */
function isAdjusted(
  id: string,
  line: Pick<LineSpec, 'kind' | 'category'> | undefined,
  { spec: { lines, categories }, keep }: CompiledAdjustment,
): boolean {
  if (lines?.includes(id) === true) return true;
  if (line?.kind !== 'earning' || line.category === undefined) return false;
  if (keep?.includes(line.category) === true) return false;
  return categories?.includes(line.category) ?? keep !== undefined;
}
