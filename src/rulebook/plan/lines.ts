import { isPaid, isStatutory } from '../../catalogue/pay-words.js';
import type { YamlPath } from '../../lib/yaml/yaml-node.js';
import { collectProblems } from '../../words/problem.js';
import { reportAt } from '../../words/yaml/report-at.js';
import type { LineSpec } from '../books/entry-schemas.js';
import type { Sourced } from '../books/rulebook.js';
import { compileFigures } from '../formula/text-with-figures.js';
import { ENTRY_TABLES, mechanismOf } from '../mechanisms/index.js';
import { onlyTable } from '../mechanisms/mechanism.js';
import type { Scope } from '../names/reference.js';
import type { Node } from '../values/node.js';
import { parseRounding, type Rounding, TO_FEN } from '../values/rounding.js';
import { MONEY } from '../values/type.js';
import type { CompiledLine, CompiledNotice } from './compiled-plan.js';
import { itemNode, lineNode, noticeNode, withoutFilesNode } from './entries.js';
import { linesNamed } from './line-names.js';
import {
  bookScope,
  compileConditions,
  contextOfEntry,
  declareConditions,
  type PlanContext,
  siteOf,
} from './plan-context.js';
import { type Proration, prorationOf } from './prorate.js';
import { checkStandIns, compileEntryTable } from './scorecards.js';
import type { UnlinkedLine, UnlinkedNotice } from './unlinked-slots.js';

/** Compiles a pay line; undefined, with the problems reported, when it cannot be. */
export function compileLine(
  { slot, entry, book }: UnlinkedLine,
  planContext: PlanContext,
): CompiledLine | undefined {
  const context = contextOfEntry(entry, planContext);
  const { spec } = entry;
  const { id, key, title } = slot;
  const scope = bookScope(book.id, context, slot);
  const conditions = compileConditions(spec.when, entry, scope, context);
  checkKeys(entry, context);
  checkStandIns(entry, context.problems);
  const rounding = roundingOf(entry, context);
  const { prorate } = spec;
  const proration =
    prorate && prorate !== 'none' ? prorationOf(prorate, slot, scope, context.outcomes) : undefined;
  const isInside =
    mechanismOf(onlyTable(spec, ENTRY_TABLES)?.mechanism ?? '')?.proratesAmount === true;
  const node =
    spec.kind === 'notice'
      ? lineNotice(entry, scope, context)
      : lineTable(slot, entry, scope, context, isInside ? proration : undefined);
  if (node === undefined || rounding === undefined) return undefined;
  declareConditions(key, title, conditions, context);
  const parts = {
    key,
    title,
    node: isInside ? node : (proration?.apply(node) ?? node),
    conditions,
    full: undefined,
    standIns: spec,
  };
  slot.node = lineNode(parts, rounding);
  const inPart = byDaysEmployed({ slot, entry, book }, { node, isInside, scope }, context);
  return {
    id,
    title,
    kind: spec.kind,
    category: spec.category ?? '',
    rulebook: book.id,
    source: spec.source ?? book.source,
    slot,
    spec: entry,
    node,
    proration: proration?.words,
    conditions,
    inPart: inPart && lineNode({ ...parts, node: inPart }, rounding),
    isGuarantee: isInside && spec.kind === 'earning',
  };
}

/** An earning whose rulebook does not say how it pays who joins or leaves during the month, as a part of it. */
function byDaysEmployed(
  { slot, entry }: UnlinkedLine,
  whole: { readonly node: Node; readonly isInside: boolean; readonly scope: Scope },
  context: PlanContext,
): Node | undefined {
  const { spec } = entry;
  if (spec.kind !== 'earning' || spec.prorate !== undefined) return undefined;
  // What is wrong with the line has been told of the line itself, and nobody need try both.
  const quiet: PlanContext = { ...context, problems: collectProblems(), outcomes: new Map() };
  const share = prorationOf('calendar_days', slot, whole.scope, quiet.outcomes);
  if (share === undefined) return undefined;
  return whole.isInside
    ? lineTable(slot, entry, whole.scope, quiet, share)
    : share.apply(whole.node);
}

/** Money has a category; what is said of words has no meaning for money, nor the other way round. */
function checkKeys(entry: Sourced<LineSpec>, { problems }: PlanContext): void {
  const { spec, yaml, path } = entry;
  const at = (inner: YamlPath) => ({ yaml, path: [...path, ...inner] });
  if (isPaid(spec) && spec.category === undefined) {
    reportAt(problems, entry, 'no-category', { id: spec.id });
  }
  if (spec.kind === 'notice' && spec.text === undefined) {
    reportAt(problems, entry, 'notice-without-text', { id: spec.id });
  }
  const forMoney = [
    'category',
    'round',
    'prorate',
    'off',
    'missing',
    'undefined',
    'outside_minimum_wage',
    ...Object.keys(ENTRY_TABLES),
  ];
  const useless = spec.kind === 'notice' ? forMoney : ['level', 'text'];
  if (isStatutory(spec)) useless.push('off', 'category', 'prorate', 'at_least', 'at_most');
  if (spec.kind !== 'earning' && spec.kind !== 'notice') useless.push('outside_minimum_wage');
  if (spec.kind === 'earning') useless.push('off', 'at_most');
  if (spec.kind === 'deduction') useless.push('at_least');
  if (spec.kind === 'balance') useless.push('off', 'category');
  for (const key of useless) {
    if (spec[key as keyof LineSpec] === undefined) continue;
    const place = yaml.placeOfKey([...path, key]);
    reportAt(problems, { ...at([key]), place }, 'key-without-use', { key });
  }
}

function roundingOf(entry: Sourced<LineSpec>, { problems }: PlanContext): Rounding | undefined {
  const { spec, yaml, path } = entry;
  const rounding = spec.round === undefined ? TO_FEN : parseRounding(spec.round);
  if (rounding === undefined) {
    const at = { yaml, path: [...path, 'round'] };
    reportAt(problems, at, 'bad-rounding', { text: spec.round ?? '' });
  }
  return rounding;
}

function lineNotice(
  entry: Sourced<LineSpec>,
  scope: Scope,
  context: PlanContext,
): Node | undefined {
  const { level = 'info', text } = entry.spec;
  const words = text && compileFigures(text, siteOf(entry, ['text'], scope, context));
  const key = `line.${entry.spec.id}`;
  return words && noticeNode({ key, level, text: words, once: undefined, conditions: [] });
}

function lineTable(
  slot: UnlinkedLine['slot'],
  entry: Sourced<LineSpec>,
  scope: Scope,
  { problems, outcomes }: PlanContext,
  proration: Proration | undefined,
): Node | undefined {
  const isGain = entry.spec.kind === 'earning';
  const setting = { source: entry, scope, problems, slot, outcomes, proration, isGain };
  return compileEntryTable(entry, { ...setting, result: MONEY, full: undefined });
}

/** Compiles a notice of a book; undefined, with the problems reported, when it cannot be. */
export function compileNotice(
  { slot, entry, book }: UnlinkedNotice,
  planContext: PlanContext,
): CompiledNotice | undefined {
  const context = contextOfEntry(entry, planContext);
  const { spec } = entry;
  const { key, title } = slot;
  const scope = bookScope(book.id, context);
  const conditions = compileConditions(spec.when, entry, scope, context);
  const warnIf = compileConditions(spec.warning_when, entry, scope, context, 'warning_when');
  const words = compileFigures(spec.text, siteOf(entry, ['text'], scope, context));
  if (words === undefined) return undefined;
  declareConditions(key, title, conditions, context);
  const { level, once, sign } = spec;
  const node = noticeNode({ key, level, text: words, once, sign, conditions, warnIf });
  const given = itemNode({ key, title, node, conditions, full: undefined, standIns: {} });
  slot.node = spec.missing === undefined ? given : withoutFilesNode(given);
  return {
    id: spec.id,
    title,
    rulebook: book.id,
    slot,
    level,
    source: spec.source,
    once: spec.once === 'shop' ? 'shop' : spec.once === 'true' ? 'team' : undefined,
    get text() {
      return words.written;
    },
    sign: spec.sign ?? [],
    missing: spec.missing,
    insteadOf: linesNamed('instead_of', entry, context, context.linesOfAll) ?? [],
    conditions,
    warnIf,
  };
}
