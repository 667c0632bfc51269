import { phrase, sameInAll, type Title } from '../../lib/language.js';
import type { YamlPath } from '../../lib/yaml/yaml-node.js';
import type { Problems } from '../../words/problem.js';
import { title as wording } from '../../words/text.js';
import { reportAt } from '../../words/yaml/report-at.js';
import type { Sourced } from '../books/rulebook.js';
import { compileExpr, compileTyped, type Site } from '../formula/dated-formula.js';
import type { Expr } from '../formula/expr.js';
import { compileFigures, type TextNode } from '../formula/text-with-figures.js';
import { mechanismOf } from '../mechanisms/index.js';
import type { EntryValue, MechanismContext } from '../mechanisms/mechanism.js';
import type { Scope } from '../names/reference.js';
import type { Node, Slot } from '../values/node.js';
import { literalStep, mechanismStep, type Operation } from '../values/trace.js';
import { FLEXIBLE, type Type, YESNO } from '../values/type.js';
import { UNDEFINED } from '../values/value.js';

/** What an entry is compiled with: what it is worth, what it gives, where its outcomes are noted. */
export interface EntrySetting {
  readonly source: Sourced<unknown>;
  readonly scope: Scope;
  readonly problems: Problems;
  readonly result: Type;
  readonly full: Node | undefined;
  /** What the entry, or the part of it that is being compiled, is called; its key is that of its outcomes. */
  readonly slot: Pick<Slot, 'id' | 'key' | 'title'>;
  readonly outcomes: Outcomes;
  /** More of what the entry gives is better for the agent; left out where nobody can say. */
  readonly isGain?: boolean;
  /** How who joins or leaves during the month is paid, for a table that says of what. */
  readonly proration?: { apply(node: Node): Node } | undefined;
}

/** Every outcome that a rule can have, by key, with what people call it. */
export type Outcomes = Map<string, Title>;

/** An outcome as people call it: the entry's title and what comes about there. */
export function outcomeTitle(entry: Title, outcome: Title): Title {
  return wording('outcome.of', { entry, outcome });
}

/** Compiles the table that stands on an entry. */
export function compileTable(table: EntryValue, setting: EntrySetting): Node | undefined {
  const path = [...setting.source.path, table.mechanism];
  return compileAt(table, path, setting);
}

function compileAt(
  { mechanism: key, spec }: EntryValue,
  path: YamlPath,
  setting: EntrySetting,
): Node | undefined {
  const mechanism = mechanismOf(key);
  if (mechanism === undefined) return undefined;
  const compiling: Compiling = { uses: [], hasFailed: false };
  // The file's schema has held the specification against the mechanism's own schema already.
  const context = contextOf({ operation: mechanism, path, setting, compiling });
  const rule = mechanism.compile(spec as never, context);
  if (compiling.hasFailed) return undefined;
  const { type = setting.result, unit, inWords, evaluate } = rule;
  return { type, unit, uses: compiling.uses, inWords, evaluate };
}

/** What is known of a table so far. */
interface Compiling {
  readonly uses: Slot[];
  hasFailed: boolean;
}

/** Stands in the place of what could not be compiled; it is never evaluated. */
const FAILED: Node & TextNode = {
  type: FLEXIBLE,
  unit: undefined,
  uses: [],
  inWords: () => sameInAll(''),
  evaluate: () => literalStep(UNDEFINED, undefined),
  write: () => sameInAll(''),
  written: sameInAll(''),
};

/** A table that is being compiled: its mechanism, where it stands, and what is known of it so far. */
interface Table {
  readonly operation: Operation;
  readonly path: YamlPath;
  readonly setting: EntrySetting;
  readonly compiling: Compiling;
}

function contextOf(table: Table): MechanismContext {
  const { slot, result, full, isGain = false } = table.setting;
  return {
    id: slot.id,
    result,
    full,
    isGain,
    failed: FAILED,
    ...compilersIn(table),
    ...reportsIn(table),
    ...outcomesIn(table),
  };
}

/** A part of the table in the file. */
function partOf({ path, setting: { source } }: Table, inner: YamlPath) {
  return { yaml: source.yaml, path: [...path, ...inner] };
}

/** Notes what a part uses, or that there is none. */
function noted<Part extends Pick<Node, 'uses'>>(
  part: Part | undefined,
  compiling: Compiling,
): Part | typeof FAILED {
  if (part === undefined) compiling.hasFailed = true;
  else compiling.uses.push(...part.uses);
  return part ?? FAILED;
}

/** How the parts of a table are compiled. */
function compilersIn(
  table: Table,
): Pick<
  MechanismContext,
  'number' | 'condition' | 'value' | 'text' | 'inner' | 'uses' | 'prorated'
> {
  const { setting, compiling } = table;
  const { slot, scope, problems } = setting;
  const site = (inner: YamlPath): Site => ({ ...partOf(table, inner), scope, problems });
  function number(expr: Expr, inner: YamlPath, type?: Type): Node;
  function number(expr: Expr | undefined, inner: YamlPath, type?: Type): Node | undefined;
  function number(expr: Expr | undefined, inner: YamlPath, type: Type = FLEXIBLE) {
    return expr === undefined ? undefined : noted(compileTyped(expr, type, site(inner)), compiling);
  }
  function condition(text: string, inner: YamlPath): Node;
  function condition(text: string | undefined, inner: YamlPath): Node | undefined;
  function condition(text: string | undefined, inner: YamlPath) {
    return number(text, inner, YESNO);
  }
  return {
    number,
    condition,
    value(expr, inner) {
      const node = compileExpr(expr, site(inner));
      noted(node, compiling);
      return node;
    },
    text: (text, inner) => noted(compileFigures(text, site(inner)), compiling),
    inner(value, inner, part) {
      const title = phrase`${slot.title} · ${part.title}`;
      const inside = { ...setting, slot: { ...slot, title }, full: part.full };
      return noted(compileAt(value, partOf(table, inner).path, inside), compiling);
    },
    uses: (node) => noted(node, compiling),
    prorated: (node) => noted(setting.proration?.apply(node) ?? node, compiling),
  };
}

/** How a table says what is wrong with it. */
function reportsIn(table: Table): Pick<MechanismContext, 'report' | 'reportRange' | 'fail'> {
  const { setting, compiling } = table;
  const { problems } = setting;
  const report: MechanismContext['report'] = (inner, code, ...params) =>
    reportAt(problems, partOf(table, inner), code, ...params);
  return {
    report,
    reportRange:
      (inner) =>
      ({ place }, { code, params }) => {
        if (place === undefined) report(inner, code, params);
        else problems.report(code, place, { params });
      },
    fail(inner, code, ...params) {
      report(inner, code, ...params);
      return noted<Node>(undefined, compiling);
    },
  };
}

/** How a table says what can come of it, and what did. */
function outcomesIn({
  operation,
  path,
  setting: { slot, source, outcomes },
}: Table): Pick<MechanismContext, 'step' | 'declare'> {
  const branchKey = `${slot.key}:${path.slice(source.path.length).join('.')}`;
  const branch = (outcome: string | number) => `${branchKey}:${outcome}`;
  return {
    step: (value, parts, { unit, outcome, ...details } = {}) =>
      mechanismStep(operation, value, unit, parts, {
        ...details,
        branch: outcome === undefined ? undefined : branch(outcome),
      }),
    declare(declared) {
      for (const [outcome, title] of Object.entries(declared)) {
        outcomes.set(branch(outcome), outcomeTitle(slot.title, title));
      }
    },
  };
}
