import { z } from 'zod';
import { meaning } from '../../lib/meaning.js';
import { exprSchema, sourceKey, whenSchema } from '../formula/expr.js';
import { idKey, idSchema, titleKey } from '../mechanisms/entry-keys.js';
import { category } from './common-keys.js';

export const adjustSchema = z
  .strictObject({
    id: idKey
      .optional()
      .meta(
        meaning(
          '编号，给 extends 的规则用',
          'an id by which a rulebook that extends this one can name it',
        ),
      ),
    title: titleKey.meta(meaning('名称，写进解释里', 'its title, for explanations')),
    when: whenSchema.meta(
      meaning('条件，一条或几条，都要成立', 'conditions, all of which must hold', '条件'),
    ),
    lines: z
      .array(z.string())
      .optional()
      .meta(meaning('改哪些工资项目', 'which pay lines', '工资项')),
    categories: z
      .array(category)
      .optional()
      .meta(meaning('改哪些类别的收入', 'earnings of which categories', '类别')),
    keep: z
      .union([z.array(category), idSchema], 'want-kept')
      .optional()
      .meta(
        meaning(
          '除了这些类别，收入都改；和 categories 一起写时，只改 categories 里没有列在这里的；也可以写一个 list 参数的编号',
          'all earnings but these categories; beside categories, those of them that are not named here; or the id of a parameter that lists them',
          '保留',
        ),
      ),
    factor: exprSchema.meta(
      meaning('剩下几成：0% 是作废，50% 是减半', 'what is left: 0% forfeits, 50% halves', '系数'),
    ),
    source: sourceKey,
  })
  .meta({
    id: 'adjustment',
    ...meaning(
      '条件成立时改变别的工资项目：归零、减半',
      'changes other lines when a condition holds',
    ),
  });

export type AdjustSpec = z.output<typeof adjustSchema>;
