import { meaning } from '../../lib/meaning.js';
import { type Expr, exprSchema } from '../formula/expr.js';
import type { Mechanism } from './mechanism.js';
import { checkShares, WHOLE } from './share-of-full.js';

/** `formula: 销售额 × 提成比例`: the result of a formula. */
export const formula: Mechanism<Expr> = {
  id: 'formula',
  title: { zh: '公式', en: 'formula' },
  schema: exprSchema.meta(meaning('一个公式', 'a formula', '公式')),
  compile(spec, context) {
    const node = context.number(spec, [], context.result);
    // More commission than sales: a percent sign was left out.
    if (context.isGain) checkShares({ constants: node.rates }, undefined, WHOLE, [], context);
    return node;
  },
};
