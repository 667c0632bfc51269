import type { Title } from '../../../lib/language.js';
import type { Scope } from '../../names/reference.js';
import type { Env } from '../../values/node.js';
import { NO_NOTES, type Operation, type Trace } from '../../values/trace.js';
import type { Type } from '../../values/type.js';
import type { DisplayUnit, Value } from '../../values/value.js';
import { type CompiledExpression, derived, type ReportAt } from '../compiled-expression.js';
import type { Call } from '../syntax.js';

/** A function of the formula language: what it is called, what it takes, how it is compiled. */
export interface FormulaFunction extends Operation {
  /** What it gives, for people who write formulas. */
  readonly about: Title;
  /** What its arguments must be of; one of any type is looked at by the function itself, a column is of the roster. */
  readonly takes: readonly (Type | 'any' | 'column')[];
  /** Fewest and most arguments. */
  readonly arguments: readonly [number, number];
  /** Whom or when it asks: this agent now, the whole team, earlier months, single days, hours or rows of a file. */
  readonly scope: 'value' | 'team' | 'history' | 'days' | 'hours' | 'rows';
  /** It asks every plan of the shop: its argument may name what only others have. */
  readonly asksShop?: true;
  /** It asks for nothing of this month: its argument may name the very entry that asks. */
  readonly ofEarlierMonth?: true;
  /** How a call of it reads within a sentence, where a formula would not. */
  readonly inSentence?: (given: readonly Title[]) => Title;
  /** It may leave an argument uncomputed. */
  readonly isSelective?: true;
  /** Its arguments may be ratings; else a rating counts as a number. */
  readonly takesRatings?: true;
  /** Undefined, with everything wrong reported, when it cannot be called so. */
  compile(call: CompiledCall): CompiledExpression | undefined;
}

type Arguments = readonly (CompiledExpression | undefined)[];

/** A call of a function with its compiled arguments, as many as the function takes and of the types it takes. */
export interface CompiledCall<Operands extends Arguments = Arguments> {
  readonly called: FormulaFunction;
  readonly operands: Operands;
  /** As it is written. */
  readonly call: Call;
  readonly scope: Scope;
  readonly report: ReportAt;
  /** The function of a name that stands inside. */
  readonly functionNamed: (name: string) => FormulaFunction | undefined;
  /** Reports that the argument of an index is of the wrong type; gives undefined, to return. */
  fail(index: number, wanted: Type): undefined;
}

/** Whether a function asks nothing beyond what a day has: no team, no other days, no months. */
export function isOfOneDay(called: FormulaFunction | undefined): boolean {
  return called?.scope === 'value' || called?.scope === 'rows';
}

/** How a function is declared: as it stands in the list of functions, its title being its id in English. */
interface Declaration<Takes extends Wanted, MayTake extends Wanted>
  extends Pick<
    FormulaFunction,
    | 'about'
    | 'scope'
    | 'asksShop'
    | 'ofEarlierMonth'
    | 'isSelective'
    | 'takesRatings'
    | 'inSentence'
    | 'partsShown'
    | 'keepsOrder'
  > {
  readonly id: string;
  readonly zh: string;
  readonly takes: Takes;
  /** Arguments that may follow. */
  readonly mayTake?: MayTake;
  compile(call: CompiledCall<OperandsOf<Takes, MayTake>>): CompiledExpression | undefined;
}

type Wanted = FormulaFunction['takes'];

type OperandsOf<Takes extends Wanted, MayTake extends Wanted> = readonly [
  ...{ readonly [Index in keyof Takes]: CompiledExpression },
  ...{ readonly [Index in keyof MayTake]: CompiledExpression | undefined },
];

/** A function's entry. */
export function define<const Takes extends Wanted, const MayTake extends Wanted = readonly []>(
  declaration: Declaration<Takes, MayTake>,
): FormulaFunction {
  const { id, zh, takes, mayTake = [], ...rest } = declaration;
  return {
    ...rest,
    id,
    title: { zh, en: id },
    takes: [...takes, ...mayTake],
    arguments: [takes.length, takes.length + mayTake.length],
    ofTeam: rest.scope === 'team',
    isBeyondAgent: rest.scope !== 'value',
    compile: (call) => declaration.compile(call as CompiledCall<OperandsOf<Takes, MayTake>>),
  };
}

/** What a call finds: its value, what that was made of, and the words on how. */
export type Finding = Pick<Trace, 'value' | 'parts'> & Partial<Pick<Trace, 'notes' | 'ranking'>>;

/** A call that finds its value in a way of its own; it uses what its arguments use. */
export function finding(
  { called, operands }: CompiledCall,
  type: Type,
  unit: DisplayUnit,
  find: (env: Env) => Finding,
): CompiledExpression {
  return {
    type,
    unit,
    uses: operands.flatMap((operand) => operand?.uses ?? []),
    evaluate(env) {
      const { value, parts, notes = NO_NOTES, ranking } = find(env);
      return { step: 'call', operation: called, value, unit, parts, notes, ranking };
    },
  };
}

/** A call whose value follows from the values of its arguments alone. */
export function calledWith(
  { called, operands }: CompiledCall,
  type: Type,
  unit: DisplayUnit,
  compute: (values: readonly Value[]) => Value | undefined,
): CompiledExpression {
  const given = operands.filter((operand) => operand !== undefined);
  return derived(type, unit, called, given, compute);
}
