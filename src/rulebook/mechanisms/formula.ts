import { meaning } from '../../lib/meaning.js';
import { type Expr, exprSchema } from '../formula/expr.js';
import type { Mechanism } from './mechanism.js';

/** `formula: 销售额 × 提成比例`: the result of a formula. */
export const formula: Mechanism<Expr> = {
  id: 'formula',
  title: { zh: '公式', en: 'formula' },
  schema: exprSchema.meta(meaning('一个公式', 'a formula', '公式')),
  compile: (spec, context) => context.number(spec, [], context.result),
};
