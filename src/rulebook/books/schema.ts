import { z } from 'zod';
import { meaning } from '../../lib/meaning.js';
import { eitherWord } from '../../words/yaml/key-words.js';
import { exprSchema, sourceKey } from '../formula/expr.js';
import { idKey, idSchema, titleKey, titleSchema } from '../mechanisms/entry-keys.js';
import { adjustSchema } from './adjust-schema.js';
import { calendarYear } from './calendar.js';
import { boundedList, boundedMap, notesKey, yamlByName } from './common-keys.js';
import { definitionSchema, itemSchema, lineSchema, statutoryLineSchema } from './entry-schemas.js';
import { exampleSchema } from './example-schema.js';
import { noticeSchema } from './notice-schema.js';
import { parameterSchema } from './parameter-schema.js';

/** The settings of metrics that a rulebook may want a shop to decide, since its pay turns on them. */
const DECIDED_SETTINGS = ['memo', 'memo_flag'] as const;

const commonKeys = {
  id: idKey,
  title: titleKey,
  source: sourceKey,
  notes: notesKey,
  extends: idSchema
    .optional()
    .meta(
      meaning(
        '以哪个规则为基础，只写不同的地方',
        'the rulebook to build on; only what differs is written',
        '基于',
      ),
    ),
};

const titles = boundedMap(titleSchema).optional();
const items = boundedList(itemSchema).optional();
const texts = boundedList(z.string()).optional();

const bookKeys = {
  ...commonKeys,
  remove: texts.meta(
    meaning('去掉基础规则里的这些项目', 'ids of the extended rulebook that are left out', '去掉'),
  ),
  parameters: boundedMap(parameterSchema)
    .optional()
    .meta(meaning('可以改的数，按名称', 'numbers that may be changed, by name', '参数')),
  define: boundedMap(definitionSchema)
    .optional()
    .meta(meaning('给公式或表起名', 'names for formulas and tables', '定义')),
  ratings: titles.meta(meaning('用到的评分项目', 'ratings that it uses', '评分项目')),
  events: titles.meta(meaning('用到的奖惩事项', 'events that it uses', '奖惩事项')),
  settings: boundedList(z.enum(DECIDED_SETTINGS))
    .optional()
    .meta(
      meaning(
        'kpi.yaml 的 metrics 里要由店铺写明的口径',
        'settings under metrics of kpi.yaml that the shop has to decide',
        '口径',
      ),
    ),
  notices: boundedList(noticeSchema)
    .optional()
    .meta(meaning('通知', 'notices', '通知')),
  examples: boundedList(exampleSchema)
    .optional()
    .meta(meaning('例子', 'examples', '例子')),
};

/** The words for the kinds of rulebook. */
const BOOK_KINDS = {
  scorecard: '考核表',
  pay: '工资制度',
  notices: '通知',
  statutory: '法定',
  plan: '方案',
  calendar: '日历',
} as const;

/** The key that says which kind of rulebook a file is. */
function kindKey<const Kind extends keyof typeof BOOK_KINDS>(kind: Kind) {
  return z
    .literal([kind, BOOK_KINDS[kind]])
    .transform(() => kind)
    .meta(meaning('种类', 'kind', '类型'));
}

const scorecardSchema = z.strictObject({
  ...bookKeys,
  kind: kindKey('scorecard'),
  total: exprSchema.optional().meta(meaning('总分', 'total points', '总分')),
  items: items.meta(meaning('考核项目', 'items', '项目')),
  additions: items.meta(meaning('加分', 'additions', '加分')),
  deductions: items.meta(meaning('扣分', 'deductions', '扣分')),
});

const paySchema = z.strictObject({
  ...bookKeys,
  kind: kindKey('pay'),
  lines: boundedList(lineSchema)
    .optional()
    .meta(meaning('工资项目', 'pay lines', '工资项')),
  adjust: boundedList(adjustSchema)
    .optional()
    .meta(meaning('对别的项目的调整', 'adjustments of other lines', '调整')),
});

/** Where changes of the law are published. */
const publishedKey = titles.meta(
  meaning(
    '各地的数在哪里公布，按参保地',
    'where the figures of each place are published, by place',
    '公布',
  ),
);

const noticesSchema = z.strictObject({
  ...bookKeys,
  kind: kindKey('notices'),
  published: publishedKey,
});

const statutorySchema = z.strictObject({
  ...bookKeys,
  kind: kindKey('statutory'),
  published: publishedKey,
  lines: boundedList(statutoryLineSchema)
    .optional()
    .meta(meaning('代扣和单位缴纳的项目', 'what is withheld, and paid by the employer', '工资项')),
});

const calendarSchema = z.strictObject({
  ...commonKeys,
  id: z.literal('calendar').meta(meaning('编号，总是 calendar', 'id, always calendar', '编号')),
  kind: kindKey('calendar'),
  years: z
    .record(z.string().regex(/^\d{4}$/, 'want-year'), calendarYear)
    .optional()
    .meta(meaning('每年一段', 'by year', '年份')),
});

/** What a plan is made of. */
const planLists = {
  scores: texts.meta(meaning('考核表', 'scorecards', '考核表')),
  pay: texts.meta(meaning('工资规则', 'pay books', '工资制度')),
  notices: texts.meta(meaning('通知', 'notices', '通知')),
};

const planSchema = z.strictObject({
  ...commonKeys,
  kind: kindKey('plan'),
  roles: texts.meta(meaning('用于哪些岗位', 'for which roles', '岗位')),
  ...planLists,
  add: z
    .strictObject(planLists)
    .optional()
    .meta(
      meaning(
        '在基础方案的制度之外加上哪些，排在它们后面',
        'rulebooks beside those of the extended plan, which they follow',
        '加上',
      ),
    ),
  remove: texts.meta(
    meaning('去掉基础方案里的这些制度', 'rulebooks of the extended plan that are left out', '去掉'),
  ),
  team_by: eitherWord({ team: '团队', shift: '班次' })
    .optional()
    .meta(meaning('平均、名次按什么分开比', 'within what means and places are compared', '分组')),
  set: yamlByName
    .optional()
    .meta(meaning('规则里的数：规则.参数', 'numbers of rulebooks: rulebook.parameter', '设定')),
});

/** What may stand in a rulebook file. */
export const rulebookSchema = z
  .discriminatedUnion('kind', [
    scorecardSchema,
    paySchema,
    noticesSchema,
    statutorySchema,
    planSchema,
    calendarSchema,
  ])
  .meta(meaning('kpi 的规则文件', 'a rulebook of kpi'));

export type RulebookSpec = z.output<typeof rulebookSchema>;
