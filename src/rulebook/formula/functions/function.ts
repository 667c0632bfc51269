import type { Scope } from '../../names/reference.js';
import { NO_NOTES, type Notes, type Operation, type Trace } from '../../values/trace.js';
import { FLEXIBLE, type Type } from '../../values/type.js';
import type { DisplayUnit, Value } from '../../values/value.js';
import { type CompiledExpression, derived, type ReportAt } from '../compiled-expression.js';
import type { Call } from '../syntax.js';

/** A function of the formula language: what it is called, what it takes, how it is compiled. */
export interface FormulaFunction extends Operation {
  /** Fewest and most arguments. */
  readonly arguments: readonly [number, number];
  /** Whom or when it asks: this agent now, the whole team, earlier months, single days, hours or rows of a file. */
  readonly scope: 'value' | 'team' | 'history' | 'days' | 'hours' | 'rows';
  /** It may leave an argument uncomputed. */
  readonly isSelective?: true;
  /** Its arguments may be ratings; else a rating counts as a number. */
  readonly takesRatings?: true;
  /** Undefined, with everything wrong reported, when it cannot be called so. */
  compile(call: CompiledCall): CompiledExpression | undefined;
}

/** A call of a function with its compiled arguments, as many as the function takes. */
export interface CompiledCall {
  readonly called: FormulaFunction;
  readonly parts: readonly CompiledExpression[];
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

/** So many arguments, where there may be as many as one likes. */
export const MANY = 50;

/** A function's entry: id and English name, Chinese name, fewest and most arguments, whom or when it asks. */
export function define(
  id: string,
  zh: string,
  count: readonly [number, number],
  scope: FormulaFunction['scope'],
  compile: FormulaFunction['compile'],
): FormulaFunction {
  const title = { zh, en: id };
  const asks = { ofTeam: scope === 'team', isBeyondAgent: scope !== 'value' };
  return { id, title, arguments: count, scope, ...asks, compile };
}

/** Compiles a function whose first argument is a number, which all that follows is about. */
export function ofNumber(
  compile: (asked: CompiledExpression, call: CompiledCall) => CompiledExpression | undefined,
): FormulaFunction['compile'] {
  return (call) => {
    const [asked] = call.parts;
    if (asked === undefined) return undefined;
    return asked.type.kind === 'number' ? compile(asked, call) : call.fail(0, FLEXIBLE);
  };
}

/** How the value of a call came about. */
export function callTrace(
  operation: Operation,
  value: Value,
  unit: DisplayUnit,
  parts: readonly Trace[],
  notes: Notes = NO_NOTES,
): Trace {
  return { step: 'call', operation, value, unit, parts, notes };
}

/** A call whose value follows from the values of its arguments alone. */
export function calledWith(
  { called, parts }: CompiledCall,
  type: Type,
  unit: DisplayUnit,
  compute: (values: readonly Value[]) => Value | undefined,
): CompiledExpression {
  return derived(type, unit, called, parts, compute);
}
