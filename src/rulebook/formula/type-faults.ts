import type { Type } from '../values/type.js';
import { type ReportAt, typeName, typesOf } from './compiled-expression.js';
import type { Binary, Expression } from './syntax.js';

/** Reports that the two sides of an operator do not go together. */
export function reportMixedTypes(
  report: ReportAt,
  expression: Binary,
  a: Type,
  b: Type,
): undefined {
  report(expression.right.start, 'mixed-types', {
    operator: expression.operator,
    left: typeName(a),
    right: typeName(b),
  });
  return undefined;
}

/** Reports that an expression is of another type than is wanted there. */
export function reportWrongType(
  report: ReportAt,
  expression: Expression,
  given: Type,
  wanted: Type,
): void {
  report(expression.start, 'wrong-type', typesOf(given, wanted));
}
