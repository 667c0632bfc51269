import { parseDecimal, sum } from '../../lib/decimal.js';
import type { Problems } from '../../words/problem.js';
import { reportAt } from '../../words/yaml/report-at.js';
import type { ItemSpec, LineSpec } from '../books/entry-schemas.js';
import type { Scorecard, Sourced } from '../books/rulebook.js';
import { compileTyped } from '../formula/dated-formula.js';
import { ENTRY_TABLES } from '../mechanisms/index.js';
import { onlyTable } from '../mechanisms/mechanism.js';
import type { Node } from '../values/node.js';
import { PLAIN } from '../values/type.js';
import { compileTable, type EntrySetting } from './compile-table.js';
import type { CompiledItem, CompiledScorecard } from './compiled-plan.js';
import { itemNode, scoreNode } from './entries.js';
import {
  bookScope,
  compileConditions,
  contextOfEntry,
  declareConditions,
  type PlanContext,
  siteOf,
} from './plan-context.js';
import type { UnlinkedItem, UnlinkedScorecard } from './unlinked-slots.js';

export function compileScorecard(
  { book, items, score, total }: UnlinkedScorecard,
  context: PlanContext,
): CompiledScorecard {
  const { problems } = context;
  if (book.total === undefined) {
    if (!book.isPart)
      reportAt(problems, { yaml: book.yaml, path: ['id'] }, 'no-total', { id: book.id });
  } else {
    const scope = bookScope(book.id, context);
    total.node = compileTyped(book.total.spec, PLAIN, siteOf(book.total, [], scope, context));
  }
  const compiled = items.flatMap((each) => compileItem(each, book, context) ?? []);
  if (!book.isPart) checkFulls(book, items, problems);
  score.node = scoreNode(compiled.map(({ slot, section }) => ({ slot, section })));
  return { book, slot: score, total, items: compiled };
}

function compileItem(
  { slot, entry }: UnlinkedItem,
  book: Scorecard,
  planContext: PlanContext,
): CompiledItem | undefined {
  const context = contextOfEntry(entry, planContext);
  const { problems, outcomes } = context;
  const { spec } = entry;
  const { id, title } = slot;
  const scope = bookScope(book.id, context, slot);
  const full =
    spec.full === undefined
      ? undefined
      : compileTyped(spec.full, PLAIN, siteOf(entry, ['full'], scope, context));
  checkStandIns(entry, problems);
  const isGain = entry.section !== 'deduction';
  const setting = { source: entry, scope, problems, slot, outcomes, isGain };
  const node = compileEntryTable(entry, { ...setting, result: PLAIN, full });
  const conditions = compileConditions(spec.when, entry, scope, context);
  if (node === undefined) return undefined;
  declareConditions(slot.key, title, conditions, context);
  slot.node = itemNode({ key: slot.key, title, node, conditions, full, standIns: spec });
  const source = spec.source ?? book.source;
  const { section } = entry;
  return { id, title, section, full, source, slot, spec: entry, node, conditions };
}

/** Compiles the one table that an entry has. */
export function compileEntryTable(
  entry: Sourced<ItemSpec | LineSpec>,
  setting: EntrySetting,
): Node | undefined {
  const table = onlyTable(entry.spec, ENTRY_TABLES);
  if (table !== undefined) return compileTable(table, setting);
  reportAt(setting.problems, entry, 'one-mechanism', { id: entry.spec.id });
  return undefined;
}

/** `full` as a stand-in needs full points to stand in. */
export function checkStandIns(entry: Sourced<ItemSpec | LineSpec>, problems: Problems): void {
  const { spec, yaml, path } = entry;
  const full = 'full' in spec ? spec.full : undefined;
  for (const key of ['missing', 'undefined'] as const) {
    if (spec[key] !== 'full' || full !== undefined) continue;
    reportAt(problems, { yaml, path: [...path, key] }, 'full-points-missing');
  }
}

/** The full points of the items are the total; what is written as a formula cannot be checked here. */
function checkFulls(book: Scorecard, items: readonly UnlinkedItem[], problems: Problems): void {
  const { total } = book;
  const wanted = typeof total?.spec === 'string' ? parseDecimal(total.spec) : undefined;
  const fulls = items
    .filter(({ entry }) => entry.section === 'item')
    .map(({ entry: { spec } }) =>
      typeof spec.full === 'string' ? parseDecimal(spec.full) : undefined,
    );
  const known = fulls.filter((full) => full !== undefined);
  if (total === undefined || wanted === undefined || known.length < fulls.length) return;
  const all = sum(known);
  if (all.equals(wanted)) return;
  reportAt(problems, total, 'weights-differ', { sum: all.toFixed(), total: wanted.toFixed() });
}
