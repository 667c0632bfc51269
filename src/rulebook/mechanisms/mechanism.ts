import type { z } from 'zod';
import type { Title } from '../../lib/language.js';
import type { YamlPath } from '../../lib/yaml/yaml-node.js';
import type { ProblemArgument } from '../../words/problem.js';
import type { ProblemCode } from '../../words/problem-entries.js';
import type { ReportRange } from '../formula/check-range.js';
import type { Expr } from '../formula/expr.js';
import type { TextNode } from '../formula/text-with-figures.js';
import type { ReferringNode } from '../names/reference.js';
import type { Node } from '../values/node.js';
import type { Operation, Trace } from '../values/trace.js';
import { fits, MONEY, type Type } from '../values/type.js';
import type { DisplayUnit, Value } from '../values/value.js';

/** A table of real policies: one way to come from figures to points or money. */
export interface Mechanism<Spec> extends Operation {
  /** Its key in the YAML. */
  readonly id: string;
  /** What may stand under the key, and what an editor says of it. */
  readonly schema: z.ZodType<Spec>;
  /** Reports everything that is wrong; what cannot be used is then known to the context. */
  compile(spec: Spec, context: MechanismContext): Rule;
  /** Whether `prorate` on the line is of an amount in the table, and not of what comes of it. */
  readonly proratesAmount?: true;
}

/**
 * A compiled table. What it uses is what it has compiled, and its type is what the entry gives; where that says
 * nothing, a table may know.
 */
export interface Rule extends Pick<Node, 'unit' | 'inWords' | 'evaluate'> {
  readonly type?: Type | undefined;
}

/** What a rule may say of a step beside its value and its parts. */
interface StepDetails extends Partial<Pick<Trace, 'notes' | 'ranking' | 'raised' | 'ladder'>> {
  readonly unit?: DisplayUnit;
  /** Which of the outcomes came about. */
  readonly outcome?: string | number;
}

/**
 * What a mechanism may ask for while it is compiled. Paths lead from the mechanism's own value. Where
 * something cannot be compiled its problems are reported, and what is given in its place is never evaluated.
 */
export interface MechanismContext {
  /** What the entry gives: points or money. */
  readonly result: Type;
  /** Whether more of what the entry gives is better for the agent: pay and points, not what is taken off. */
  readonly isGain: boolean;
  /** What the whole entry is worth (`full`, a part's `weight`); undefined when it does not say. */
  readonly full: Node | undefined;
  /** Compiles a formula that gives a number, of `type` when one is wanted; one that is not written is undefined. */
  number(expr: Expr, path: YamlPath, type?: Type): Node;
  number(expr: Expr | undefined, path: YamlPath, type?: Type): Node | undefined;
  /** Compiles a formula of whatever type; undefined when it cannot be. */
  value(expr: Expr, path: YamlPath): ReferringNode | undefined;
  /** Compiles a condition; one that is not written is undefined. */
  condition(text: string, path: YamlPath): Node;
  condition(text: string | undefined, path: YamlPath): Node | undefined;
  /** Compiles a text with `{figures}`. */
  text(text: Title, path: YamlPath): TextNode;
  /** Compiles an entry inside this one, such as a weighted part, worth so much. */
  inner(spec: EntryValue, path: YamlPath, part: InnerPart): Node;
  /** Notes that a node which was compiled elsewhere is used here, too. */
  uses(node: Node): void;
  /** An amount of which who joins or leaves during the month gets a part, where the line says so. */
  prorated(node: Node): Node;
  report<Code extends ProblemCode>(
    path: YamlPath,
    code: Code,
    ...params: ProblemArgument<Code>
  ): void;
  /** Says of a number that a figure cannot be held against it; the path is that of the number. */
  readonly reportRange: (path: YamlPath) => ReportRange;
  /** Reports that the rule cannot be used as it is written; gives what stands in its place. */
  fail<Code extends ProblemCode>(
    path: YamlPath,
    code: Code,
    ...params: ProblemArgument<Code>
  ): Node;
  /** What stands in the place of a rule whose problem has been reported. */
  readonly failed: Node;
  /** The id of the entry in which the mechanism stands. */
  readonly id: string;
  /** What came of the rule, what it was made of, and how. */
  step(value: Value, parts: readonly Trace[], details?: StepDetails): Trace;
  /** Says which outcomes exist, and what people call them: what `rules test` counts as covered. */
  declare(outcomes: Readonly<Record<string, Title>>): void;
}

/** The unit of a bare number that an entry gives. */
export function unitOfResult({ result }: MechanismContext): 'yuan' | 'points' {
  return fits(result, MONEY) ? 'yuan' : 'points';
}

/** A part of an entry that has a table of its own. */
interface InnerPart {
  readonly title: Title;
  readonly full: Node;
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
