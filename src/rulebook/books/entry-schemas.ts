import { z } from 'zod';
import { orderFilterSchema } from '../../catalogue/order-filter.js';
import type { LineKind, StatutoryKind } from '../../catalogue/pay-words.js';
import { meaning } from '../../lib/meaning.js';
import { eitherWord } from '../../words/yaml/key-words.js';
import { exprSchema, sourceKey } from '../formula/expr.js';
import { idKey, noticeText, standInKeys, titleKey } from '../mechanisms/entry-keys.js';
import { ENTRY_TABLES } from '../mechanisms/index.js';
import { category, levelKey, notesKey, unitKey, whenKey } from './common-keys.js';

/** By what a line is paid in part. */
const prorateWord = eitherWord({
  attendance: '出勤',
  calendar_days: '日历天数',
  working_days: '工作日',
  none: '不折算',
});

const lineKind = eitherWord({
  earning: '收入',
  deduction: '扣款',
  balance: '结转',
  notice: '通知',
} satisfies Record<Exclude<LineKind, StatutoryKind>, string>);

const statutoryKind = eitherWord({
  withheld: '代扣',
  employer: '单位缴纳',
} satisfies Record<StatutoryKind, string>);

const entryKeys = {
  id: idKey,
  title: titleKey,
  source: sourceKey,
  notes: notesKey,
  when: whenKey.optional(),
  ...standInKeys,
  ...ENTRY_TABLES,
};

export const itemSchema = z
  .strictObject({
    ...entryKeys,
    full: exprSchema.optional().meta(meaning('满分', 'what it is worth in full', '满分')),
  })
  .meta({ id: 'item', ...meaning('考核项目', 'an item of a scorecard') });

const lineKeys = {
  ...entryKeys,
  category: category.optional().meta(meaning('类别', 'category', '类别')),
  round: z
    .string()
    .optional()
    .meta(meaning('舍入，如 1 yuan half up', 'rounding, such as 1 yuan half up', '取整')),
  off: category
    .optional()
    .meta(meaning('从这个类别里扣，不低于 0', 'taken off this category, not below 0', '扣自')),
  prorate: prorateWord
    .optional()
    .meta(
      meaning(
        '月中入职、离职的按什么折算：出勤 ÷ 应出勤、在职的日历天数、在职的工作日，或不折算',
        'by what who joins or leaves during the month is paid in part: attendance ÷ due, calendar days employed, working days employed, or in full (`none`)',
        '折算',
      ),
    ),
  outside_minimum_wage: eitherWord({ true: '是', false: '否' })
    .optional()
    .meta(
      meaning(
        '这一项不计入最低工资，如加班费、夜班津贴、高温津贴',
        'it does not count towards the minimum wage, as overtime, shift and heat allowances',
        '不计入最低工资',
      ),
    ),
  level: levelKey.optional(),
  text: noticeText.optional(),
};

export const lineSchema = z
  .strictObject({
    ...lineKeys,
    kind: lineKind.meta(
      meaning(
        '种类；balance 是显示、结转而不发的数，可以是负数',
        'kind; a balance is shown and carried over, not paid, and may be negative',
        '类型',
      ),
    ),
  })
  .meta({ id: 'line', ...meaning('工资项目', 'a pay line') });

export const statutoryLineSchema = z
  .strictObject({
    ...lineKeys,
    kind: statutoryKind.meta(
      meaning(
        '种类：从工资里代扣，或由单位缴纳',
        'kind: withheld from pay, or paid by the employer beside it',
        '类型',
      ),
    ),
  })
  .meta({ id: 'statutory_line', ...meaning('法定项目', 'a line of the law') });

export const definitionSchema = z
  .union(
    [
      z.string().transform((formula) => ({ formula })),
      z.strictObject({
        title: titleKey,
        unit: unitKey,
        metric: z
          .string()
          .optional()
          .meta(
            meaning(
              '一个按订单计的指标，只算符合 where 的订单',
              'a metric that counts orders, over those only that match `where`',
              '指标',
            ),
          ),
        where: orderFilterSchema
          .optional()
          .meta(
            meaning(
              '只算哪些订单，几项都要符合',
              'which orders count; all that is said must hold',
              '筛选',
            ),
          ),
        ...ENTRY_TABLES,
      }),
    ],
    'want-definition',
  )
  .meta({ id: 'definition', ...meaning('给一个公式或表起名', 'a name for a formula or table') });

export type ItemSpec = z.output<typeof itemSchema>;
export type LineSpec = z.output<typeof lineSchema> | z.output<typeof statutoryLineSchema>;
export type DefinitionSpec = z.output<typeof definitionSchema>;
