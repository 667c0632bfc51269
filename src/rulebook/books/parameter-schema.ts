import { z } from 'zod';
import { meaning } from '../../lib/meaning.js';
import type { YamlValue } from '../../lib/yaml/yaml-node.js';
import { eitherWord } from '../../words/yaml/key-words.js';
import { exprSchema, sourceKey } from '../formula/expr.js';
import { titleKey } from '../mechanisms/entry-keys.js';
import { anyYaml, notesKey, unitKey } from './common-keys.js';

/** By what a parameter's values may differ. */
const tableKey = eitherWord({
  level: '级别',
  role: '岗位',
  team: '团队',
  shift: '班次',
  quarter: '季度',
  place: '参保地',
});
export type TableKey = z.output<typeof tableKey>;

export const parameterSchema = z
  .union(
    [
      z.string().transform((value) => ({ value: value as YamlValue })),
      z.strictObject({
        title: titleKey,
        value: anyYaml
          .optional()
          .meta(
            meaning(
              '值；也可以按月份、级别等各写一个',
              'the value, or one per month, level, …',
              '值',
            ),
          ),
        formula: exprSchema
          .optional()
          .meta(meaning('公式，算出来就是它的值', 'a formula that gives the value', '公式')),
        of: z
          .string()
          .optional()
          .meta(
            meaning(
              '另一份制度的参数，值取自那里：labour_law.minimum_wage',
              'a parameter of another rulebook, whose value this is: labour_law.minimum_wage',
              '取自',
            ),
          ),
        unit: unitKey,
        by: z
          .union([tableKey.transform((key) => [key]), z.array(tableKey)], 'want-by')
          .optional()
          .meta(meaning('按什么分别取值', 'by what the value differs', '按')),
        list: z
          .literal('categories')
          .optional()
          .meta(
            meaning(
              '值是工资项的类别，给 adjust 的 keep 用',
              'the value is a list of categories, for `keep` of an adjustment',
              '列表',
            ),
          ),
        choices: z
          .record(z.string(), titleKey)
          .optional()
          .meta(
            meaning(
              '值是这里的一个词，每个词写它的意思；公式里和词比：办法 = "ratio"',
              'the value is one of these words, each with what it means; formulas compare it: method = "ratio"',
              '可选',
            ),
          ),
        min: z
          .string()
          .optional()
          .meta(meaning('最小', 'least', '最小')),
        max: z
          .string()
          .optional()
          .meta(meaning('最大', 'most', '最大')),
        source: sourceKey,
        notes: notesKey,
      }),
    ],
    'want-parameter',
  )
  .meta({ id: 'parameter', ...meaning('可以改的数', 'a number that may be changed') });

/** A parameter as it is written: a bare value is short for `{value: …}`. */
export type ParameterSpec = z.output<typeof parameterSchema>;
