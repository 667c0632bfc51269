import { type Expr, exprSchema } from '../formula/schema-parts.js';
import type { Mechanism } from './mechanism.js';

/** `formula: 销售额 × 提成比例`: the result of a formula. */
export const formula: Mechanism<Expr> = {
  key: 'formula',
  schema: exprSchema,
  compile: (spec, context) => context.number(spec, [], context.result),
};
