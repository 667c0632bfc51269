import type { z } from 'zod';
import type { Title } from '../../lib/language.js';
import type { YamlPath } from '../../lib/yaml/node.js';
import type { TextParams } from '../../words/fill.js';
import type { ProblemCode } from '../../words/problem-entries.js';
import type { Expr } from '../formula/expr.js';
import type { TextNode } from '../formula/text-with-figures.js';
import type { Reference } from '../names/reference.js';
import type { Node } from '../values/node.js';
import { NO_NOTES, type Notes, type Operation, type Trace } from '../values/trace.js';
import type { Type } from '../values/type.js';
import type { DisplayUnit, Value } from '../values/value.js';

/** A table of real policies: one way to come from figures to points or money. */
export interface Mechanism<Spec> extends Operation {
  /** Its key in the YAML. */
  readonly id: string;
  /** What may stand under the key, and what an editor says of it. */
  readonly schema: z.ZodType<Spec>;
  /** Undefined, with everything wrong reported, when it cannot be compiled. */
  compile(spec: Spec, context: MechanismContext): Node | undefined;
}

/** What a table gave and what it was asked about. */
export function tableStep(
  operation: Operation,
  value: Value,
  parts: readonly Trace[],
  notes: Notes = NO_NOTES,
  unit?: DisplayUnit,
): Trace {
  return { step: 'mechanism', operation, value, unit, parts, notes };
}

/** What a mechanism may ask for while it is compiled. Paths lead from the mechanism's own value. */
export interface MechanismContext {
  /** What the entry gives: points or money. */
  readonly result: Type;
  /** What the whole entry is worth (`full`, a part's `weight`); undefined when it does not say. */
  readonly worth: Node | undefined;
  /** Compiles a formula that gives a number; of `type` when one is wanted. */
  number(expr: Expr, path: YamlPath, type?: Type): Node | undefined;
  /** Compiles a formula of whatever type. */
  value(expr: Expr, path: YamlPath): (Node & { readonly reference?: Reference }) | undefined;
  /** Compiles a condition. */
  condition(text: string, path: YamlPath): Node | undefined;
  /** Compiles a text with `{figures}`. */
  text(text: Title, path: YamlPath): TextNode | undefined;
  /** Compiles an entry inside this one, such as a weighted part, worth so much. */
  inner(spec: EntryValue, path: YamlPath, part: InnerPart): Node | undefined;
  report(path: YamlPath, code: ProblemCode, params?: TextParams): void;
  /** The id of the entry in which the mechanism stands. */
  readonly id: string;
  /** The name of one of the outcomes, unique in the plan. */
  branch(outcome: string | number): string;
  /** Says which outcomes exist, and what people call them: what `rules test` counts as covered. */
  declare(outcomes: Readonly<Record<string, Title>>): void;
}

/** A part of an entry that has a table of its own. */
export interface InnerPart {
  readonly title: Title;
  readonly worth: Node | undefined;
}

/** What stands on an entry: the key of one mechanism and its specification. */
export interface EntryValue {
  readonly mechanism: string;
  readonly spec: unknown;
}

/** The keys of mechanisms with their schemas, as they stand on an entry: each optional, one of them there. */
export type EntryTables = Readonly<Record<string, z.ZodOptional<z.ZodType<unknown>>>>;

/** The one table of an entry; undefined when there is none, or several. */
export function onlyTable(
  entry: Readonly<Record<string, unknown>>,
  known: EntryTables,
): EntryValue | undefined {
  const tables = Object.entries(entry).filter(
    ([key, spec]) => spec !== undefined && Object.hasOwn(known, key),
  );
  const [first] = tables;
  if (first === undefined || tables.length > 1) return undefined;
  const [mechanism, spec] = first;
  return { mechanism, spec };
}
