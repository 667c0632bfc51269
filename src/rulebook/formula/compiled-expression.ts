import { GRADES, type Grade } from '../../catalogue/vocabulary.js';
import type { Decimal } from '../../lib/decimal.js';
import { inAll, type Language, type Title } from '../../lib/language.js';
import type { Place } from '../../lib/place.js';
import type { ProblemArgument } from '../../words/problem.js';
import type { ProblemCode } from '../../words/problem-entries.js';
import { text, title as wording } from '../../words/text.js';
import type { Reference, Scope } from '../names/reference.js';
import type { Env, Slot } from '../values/node.js';
import type { Foreseen } from '../values/range.js';
import {
  literalStep,
  NO_NOTES,
  type Operation,
  type Operator,
  type Trace,
} from '../values/trace.js';
import { DIMENSIONS, fits, PLAIN, type Type } from '../values/type.js';
import { type DisplayUnit, missing, UNDEFINED, type Value } from '../values/value.js';

/** Where the compiler of formulas reports what is wrong: at a character of the formula's text, or elsewhere. */
export type ReportAt = <Code extends ProblemCode>(
  at: number | Place,
  code: Code,
  ...params: ProblemArgument<Code>
) => void;

/** Where a formula is compiled: the names that it can use, and where its problems are reported. */
export interface Compiling {
  readonly scope: Scope;
  readonly report: ReportAt;
}

/** An expression of a formula, compiled. */
export interface CompiledExpression extends Foreseen {
  readonly type: Type;
  readonly unit: DisplayUnit;
  readonly uses: readonly Slot[];
  readonly evaluate: (env: Env) => Trace;
  /** The name that it is, when it is nothing else. */
  readonly reference?: Reference;
  /** The text that is written there, when it is nothing else. */
  readonly word?: string;
  /** The number that is written there, when it is nothing else. */
  readonly literal?: Decimal;
}

/** An expression that is written out. */
export function constant(
  value: Value,
  type: Type,
  unit: DisplayUnit,
  text: string,
): CompiledExpression {
  const trace = literalStep(value, unit, text);
  return { type, unit, uses: [], evaluate: () => trace };
}

/** An expression whose value follows from the values of others. */
export function derived(
  type: Type,
  unit: DisplayUnit,
  operation: Operator | Operation,
  operands: readonly CompiledExpression[],
  compute: (values: readonly Value[]) => Value | undefined,
): CompiledExpression {
  return {
    type,
    unit,
    uses: operands.flatMap(({ uses }) => uses),
    evaluate(env) {
      // A loop, since each call in between would take its place on the stack at every level.
      const parts: Trace[] = [];
      const values: Value[] = [];
      for (const operand of operands) {
        const trace = operand.evaluate(env);
        parts.push(trace);
        values.push(trace.value);
      }
      const value = compute(values) ?? UNDEFINED;
      const rest = { value, unit, parts, notes: NO_NOTES };
      return typeof operation === 'string'
        ? { step: 'operator', operation, ...rest }
        : { step: 'call', operation, ...rest };
    },
  };
}

/** A rating counts as a number where a number is wanted. */
export function asNumber(type: Type): Type {
  return type.kind === 'rating' ? PLAIN : type;
}

/** What can be evaluated and may be nothing but a name. */
interface Rated {
  readonly type: Type;
  readonly reference?: Reference;
  evaluate(env: Env): Trace;
}

/**
 * A rating that stands where a number is wanted: a number when the supervisor wrote one; a grade there is
 * a missing number, named by the rating. Anything else stays as it is.
 */
export function numeric<T extends Rated>(operand: T): T {
  if (operand.type.kind !== 'rating') return operand;
  return {
    ...operand,
    type: PLAIN,
    evaluate(env: Env): Trace {
      const trace = operand.evaluate(env);
      return trace.value.kind === 'grade'
        ? { ...trace, value: gradeAsNumber(trace.value.grade, operand.reference, env) }
        : trace;
    },
  };
}

/** A grade is no number: what is missing is a number in the ratings. */
export function gradeAsNumber(grade: Grade, reference: Reference | undefined, env: Env): Value {
  const name = reference?.title ?? wording('type.rating');
  const params = { item: name, grade: GRADES[grade] };
  const cell = GRADES[grade].zh;
  return missing({
    name,
    code: 'rating-not-number',
    place: ratingPlace(reference, env),
    cell,
    params,
  });
}

/** Where a rating is written: the first of its rows. */
export function ratingPlace(reference: Reference | undefined, env: Env): Place {
  return reference?.gradings?.(env)[0]?.place ?? {};
}

/** The unit that figures print with together: that of a figure of known dimension goes before a bare one. */
export function unitTogether(operands: readonly CompiledExpression[]): DisplayUnit {
  const isFixed = ({ type }: CompiledExpression) =>
    type.kind === 'number' && type.dimension !== 'flexible';
  const withUnit = operands.filter(({ unit }) => unit !== undefined);
  return (withUnit.find(isFixed) ?? withUnit[0])?.unit;
}

/** Whether something of one type may stand where another is wanted, ratings counting as numbers. */
export function matches(given: Type, wanted: Type): boolean {
  return fits(given, wanted) || fits(asNumber(given), wanted);
}

/** What the problem of a wrong type says: the type that something has, and the one that is wanted. */
export function typesOf(
  given: Type,
  wanted: Type,
): { readonly given: Title; readonly wanted: Title } {
  return { given: typeName(given), wanted: typeName(wanted) };
}

/** A type in words, for problems. */
export function typeName(type: Type): Title {
  if (type.kind !== 'number' || type.dimension === 'flexible') return wording(`type.${type.kind}`);
  const units = Object.entries(type.dimension);
  if (units.length === 0) return wording('type.plain');
  return inAll((language) => quotientOf(units, language));
}

/** `金额`; of what is so much by something else `金额 ÷ 天数`. */
function quotientOf(units: readonly (readonly [string, number])[], language: Language): string {
  const side = (sign: 1 | -1) =>
    units.flatMap(([id, power]) => {
      const unit = DIMENSIONS.find((each) => each === id);
      const word = unit === undefined ? id : text(language, `dimension.${unit}`);
      return Array.from({ length: Math.max(0, sign * power) }, () => word);
    });
  const above = side(1);
  return [above.length === 0 ? '1' : above.join(' × '), ...side(-1)].join(' ÷ ');
}
