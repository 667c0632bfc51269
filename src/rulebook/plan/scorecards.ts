import { parseDecimal, sum } from '../../lib/decimal.js';
import type { Problems } from '../../lib/problem.js';
import type { CompiledItem, CompiledScorecard } from '../compiled.js';
import { compileTable, type EntrySetting } from '../compiler.js';
import { itemNode, scoreNode } from '../entries.js';
import { compileTyped } from '../expressions.js';
import { ENTRY_TABLES } from '../mechanisms/index.js';
import { onlyTable } from '../mechanisms/mechanism.js';
import type { Node } from '../node.js';
import { reportAt } from '../report.js';
import type { Scorecard, Sourced } from '../rulebook.js';
import type { ItemSpec, LineSpec } from '../schema.js';
import { createScope } from '../scope.js';
import { PLAIN } from '../type.js';
import type { ItemDraft, ScorecardDraft } from './drafts.js';
import {
  compileConditions,
  declareConditions,
  namesOf,
  siteOf,
  type Workshop,
} from './workshop.js';

export function compileScorecard(
  { book, items, score, total }: ScorecardDraft,
  workshop: Workshop,
): CompiledScorecard {
  const { problems, names } = workshop;
  if (book.total === undefined) {
    reportAt(problems, { yaml: book.yaml, path: ['id'] }, 'no-total', { id: book.id });
  } else {
    const scope = createScope(namesOf(book.id, workshop), names, undefined);
    total.node = compileTyped(book.total.spec, PLAIN, siteOf(book.total, [], scope, workshop));
  }
  const compiled = items.flatMap((each) => compileItem(each, book, workshop) ?? []);
  checkFulls(book, items, problems);
  score.node = scoreNode(compiled.map(({ slot, section }) => ({ slot, section })));
  return { book, slot: score, total, items: compiled };
}

function compileItem(
  { slot, entry }: ItemDraft,
  book: Scorecard,
  workshop: Workshop,
): CompiledItem | undefined {
  const { problems, outcomes } = workshop;
  const { spec } = entry;
  const { id, title } = slot;
  const scope = createScope(namesOf(book.id, workshop), workshop.names, slot);
  const full =
    spec.full === undefined
      ? undefined
      : compileTyped(spec.full, PLAIN, siteOf(entry, ['full'], scope, workshop));
  checkSettling(entry, problems);
  const setting = { source: entry, scope, problems, id, title, key: slot.key, outcomes };
  const node = compileEntryTable(entry, { ...setting, result: PLAIN, worth: full });
  const conditions = compileConditions(spec.when, entry, scope, workshop);
  if (node === undefined) return undefined;
  declareConditions(slot.key, title, conditions, workshop);
  slot.node = itemNode({ key: slot.key, title, node, conditions, full, settling: spec });
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
export function checkSettling(entry: Sourced<ItemSpec | LineSpec>, problems: Problems): void {
  const { spec, yaml, path } = entry;
  const full = 'full' in spec ? spec.full : undefined;
  for (const key of ['missing', 'undefined'] as const) {
    if (spec[key] !== 'full' || full !== undefined) continue;
    reportAt(problems, { yaml, path: [...path, key] }, 'no-worth');
  }
}

/** The full points of the items are the total; what is written as a formula cannot be checked here. */
function checkFulls(book: Scorecard, items: readonly ItemDraft[], problems: Problems): void {
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
