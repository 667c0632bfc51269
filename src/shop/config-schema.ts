import { z } from 'zod';
import { COLUMNS, LAYOUTS } from '../catalogue/columns.js';
import { INPUT_KINDS, type InputKind } from '../catalogue/inputs.js';
import { nameSchema } from '../catalogue/name-schema.js';
import { orderFilterSchema } from '../catalogue/order-filter.js';
import { CATEGORIES, type Category } from '../catalogue/pay-words.js';
import { placeId, type VocabularyWord } from '../catalogue/vocabulary.js';
import { LANGUAGES, sameInAll, type Title } from '../lib/language.js';
import { meaning } from '../lib/meaning.js';
import type { YamlValue } from '../lib/yaml/yaml-node.js';
import { type TextKey, title as wording } from '../words/text.js';
import { dated, scalar } from './scalar-schema.js';
import {
  codeThatMayStand,
  days,
  daysOff,
  duration,
  encoding,
  flags,
  hours,
  monthOfText,
  oneOf,
  positiveAmount,
  positiveInteger,
  roles,
  share,
  shiftHours,
  targetFigure,
  texts,
  timeOfDay,
  vocabularyWords,
  workdayLength,
  yesNo,
} from './scalars.js';

const text = z.string().min(1, 'want-text' satisfies TextKey);
const textList = scalar(texts).optional();
const yamlValue = z.custom<YamlValue>(() => true);

const title = z.union(
  [
    text.transform((word) => sameInAll(word)),
    z.strictObject({ zh: text, en: text.optional() }).transform(({ zh, en = zh }) => ({ zh, en })),
  ],
  'want-title',
);

/** A level: a word that is its own title, or an id with a title. */
const level = z.union(
  [
    text.transform((word): VocabularyWord => ({ id: word, title: sameInAll(word) })),
    z
      .strictObject({ id: text, title: title.optional() })
      .transform(({ id, title = sameInAll(id) }): VocabularyWord => ({ id, title })),
  ],
  'want-level',
);

/** The settings of metrics.md, by their key in kpi.yaml. */
const metrics = z.strictObject({
  day_starts_at: dated(timeOfDay)
    .optional()
    .meta({ means: wording('setting.day_starts_at') }),
  session_wait: dated(duration)
    .optional()
    .meta({ means: wording('setting.session_wait') }),
  min_messages: dated(positiveInteger)
    .optional()
    .meta({ means: wording('setting.min_messages') }),
  max_wait: dated(duration)
    .optional()
    .meta({ means: wording('setting.max_wait') }),
  slow_after: dated(duration)
    .optional()
    .meta({ means: wording('setting.slow_after') }),
  slow_times: dated(positiveInteger)
    .optional()
    .meta({ means: wording('setting.slow_times') }),
  attribution: dated(oneOf('order', 'payment', 'order_first'))
    .optional()
    .meta({ means: wording('setting.attribution') }),
  window: dated(duration)
    .optional()
    .meta({ means: wording('setting.window') }),
  after_payment: dated(oneOf('buyer_first', 'off'))
    .optional()
    .meta({ means: wording('setting.after_payment') }),
  memo: dated(oneOf('prefer', 'only', 'off'))
    .optional()
    .meta({ means: wording('setting.memo') }),
  memo_flag: dated(flags)
    .optional()
    .meta({ means: wording('setting.memo_flag') }),
  inquiry_window: dated(duration)
    .optional()
    .meta({ means: wording('setting.inquiry_window') }),
  aftersales_days: dated(days)
    .optional()
    .meta({ means: wording('setting.aftersales_days') }),
  slow_day_after: dated(duration)
    .optional()
    .meta({ means: wording('setting.slow_day_after') }),
  confirm_days: dated(days)
    .optional()
    .meta({ means: wording('setting.confirm_days') }),
  credit_roles: dated(roles)
    .optional()
    .meta({ means: wording('setting.credit_roles') }),
  refund_basis: dated(oneOf('orders', 'items', 'amount'))
    .optional()
    .meta({ means: wording('setting.refund_basis') }),
  ad_patterns: dated(texts)
    .optional()
    .meta({ means: wording('setting.ad_patterns') }),
  platform_hours: dated(hours)
    .optional()
    .meta({ means: wording('setting.platform_hours') }),
  workday_length: dated(workdayLength)
    .optional()
    .meta({ means: wording('setting.workday_length') }),
  part_month_due: dated(oneOf('whole_month', 'employed_days'))
    .optional()
    .meta({ means: wording('setting.part_month_due') }),
});

/** A wide file of metrics has a column for any metric, one of targets for any target; all other columns have fixed names. */
function columnsOf(kind: InputKind) {
  if (kind === 'metrics' || kind === 'targets') return z.record(z.string(), text);
  const ids = LAYOUTS[kind].flatMap((layout) => COLUMNS[layout].map(({ id }) => id));
  return z.strictObject(Object.fromEntries(ids.map((id) => [id, text.optional()])));
}

const sources = z.strictObject(
  Object.fromEntries(
    INPUT_KINDS.map((kind) => [
      kind,
      z
        .strictObject({
          files: text,
          columns: columnsOf(kind).optional(),
          encoding: scalar(encoding).optional(),
        })
        .optional(),
    ]),
  ),
);

/** A plan written right here; what people call it, or they call it as the role. */
const planLists = z.strictObject({
  title: title.optional(),
  scores: textList,
  pay: textList,
  notices: textList,
});

/** Categories of pay lines, by id or title. */
const categories = vocabularyWords(
  Object.fromEntries(CATEGORIES.map((id) => [id, wording(`category.${id}`)])) as Record<
    Category,
    Title
  >,
  'want-categories',
);

/** kpi.yaml, as it is written. What it means is put together in config-from-yaml.ts. */
export const configSchema = z.strictObject({
  shop: text.meta(meaning('店铺名', 'name of the shop')),
  lang: z.enum(LANGUAGES).optional().meta(meaning('输出语言', 'language of reports and messages')),
  plans: z
    .record(z.string(), z.union([text, planLists], 'want-plan'))
    .optional()
    .meta(meaning('每个岗位用哪套方案', 'the plan of each role: its id, or its lists')),
  targets: z
    .record(z.string(), dated(targetFigure))
    .optional()
    .meta(meaning('目标，可以按月份写', 'targets, by the month from which they hold')),
  set: z
    .record(z.string(), yamlValue)
    .optional()
    .meta(
      meaning(
        '规则里的数字，写法是“规则名.参数名”',
        'parameters of rulebooks, by rulebook.parameter',
      ),
    ),
  metrics: metrics.optional().meta(meaning('指标口径', 'how metrics are counted')),
  sources: sources
    .optional()
    .meta(meaning('表头不认识的文件怎么读', 'how files with other names or headers are read')),
  exclude: z
    .strictObject({ ids: textList, memos: textList })
    .optional()
    .meta(meaning('不算销售的订单', 'orders that are no sales')),
  shifts: z
    .record(
      z.string(),
      z.strictObject({
        hours: dated(shiftHours).optional(),
        days_off: dated(daysOff).optional(),
        night: scalar(yesNo).optional(),
      }),
    )
    .optional()
    .meta(meaning('班次的上下班时间和休息天数', 'hours and days off of shifts')),
  levels: z
    .array(level)
    .min(1, 'want-levels' satisfies TextKey)
    .optional()
    .meta(meaning('级别，从低到高', 'levels, from low to high')),
  limits: z
    .strictObject({
      loss_share: scalar(share).optional(),
      minimum_wage: scalar(positiveAmount).optional(),
    })
    .optional()
    .meta(meaning('损失和扣款的上限', 'how far losses and deductions may reach')),
  statutory: z
    .strictObject({
      place: text.transform(placeId),
      fund_rate: dated(share).optional(),
      fund_supplement: dated(share).optional(),
      injury_rate: yamlValue.optional(),
      annual_bonus: scalar(oneOf('separate', 'joined')).optional(),
      after_tax: scalar(categories).optional(),
    })
    .optional()
    .meta(meaning('社保、公积金和个税', 'social insurance, housing fund and tax')),
  corrections: z
    .strictObject({ recovery_share: scalar(share).optional() })
    .optional()
    .meta(meaning('更正怎么扣回', 'how corrections are recovered')),
  custom_metrics: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[a-z][a-z0-9_.]*$/, 'want-id' satisfies TextKey),
        title: text,
        unit: text,
      }),
    )
    .optional()
    .meta(meaning('店铺自己的指标', "metrics of the shop's own, which come by import")),
  define: z
    .record(
      nameSchema,
      z.strictObject({ metric: text, where: orderFilterSchema, title: text.optional() }),
    )
    .optional()
    .meta(meaning('只数一部分订单的指标', 'metrics over some orders only')),
  acknowledge: z
    .array(
      z.strictObject({
        code: scalar(codeThatMayStand),
        month: scalar(monthOfText),
        file: text.optional(),
        agent: text.optional(),
        reason: text,
      }),
    )
    .optional()
    .meta(meaning('看过、可以保留的警告和提示', 'warnings and notes that may stand')),
  history: z
    .strictObject({ assume: scalar(oneOf('none')).optional() })
    .optional()
    .meta(meaning('没有关账的月份怎么看', 'what is assumed of months that are not closed')),
});

/** kpi.yaml after the schema. */
export type WrittenConfig = z.output<typeof configSchema>;
