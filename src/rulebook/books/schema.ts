import { z } from 'zod';
import { nameSchema } from '../../catalogue/name-schema.js';
import { orderFilterSchema } from '../../catalogue/order-filter.js';
import {
  CATEGORIES,
  type Category,
  type LineKind,
  type StatutoryKind,
} from '../../catalogue/pay-words.js';
import { UNIT_WORDS } from '../../catalogue/units.js';
import { meaning } from '../../lib/meaning.js';
import type { YamlValue } from '../../lib/yaml/yaml-node.js';
import { title as wording } from '../../words/text.js';
import { eitherWord } from '../../words/yaml/key-words.js';
import { exprSchema, MOST, sourceKey, whenSchema } from '../formula/expr.js';
import {
  idKey,
  idSchema,
  noticeLevel,
  noticeText,
  standInKeys,
  titleKey,
  titleSchema,
} from '../mechanisms/entry-keys.js';
import { ENTRY_TABLES } from '../mechanisms/index.js';
import { calendarYear } from './calendar.js';

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

/** The settings of metrics that a rulebook may want a shop to decide, since its pay turns on them. */
const DECIDED_SETTINGS = ['memo', 'memo_flag'] as const;

/** A list of bounded length. */
function listOf<Schema extends z.ZodType>(schema: Schema) {
  return z.array(schema).max(MOST, 'want-fewer');
}

/** Things by name, so many at most. */
function mapOf<Schema extends z.ZodType>(schema: Schema) {
  return z
    .record(nameSchema, schema)
    .refine((map) => Object.keys(map).length <= MOST, 'want-fewer');
}

/** By what a line is paid in part. */
const prorateWord = eitherWord({
  attendance: '出勤',
  calendar_days: '日历天数',
  working_days: '工作日',
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

const category = eitherWord(
  Object.fromEntries(CATEGORIES.map((id) => [id, wording(`category.${id}`).zh])) as Record<
    Category,
    string
  >,
);

const anyYaml = z.custom<YamlValue>((value) => value !== undefined);
const yamlByName = z.record(z.string(), anyYaml);

const notesKey = z
  .union([titleSchema.transform((title) => [title]), z.array(titleSchema)])
  .optional()
  .meta(meaning('说明', 'notes', '说明'));
const whenKey = whenSchema.meta(
  meaning('什么时候才有这一项', 'when there is such an entry at all', '条件'),
);
const levelKey = noticeLevel.meta(meaning('级别', 'level', '级别'));
const unitKey = z
  .enum([...UNIT_WORDS.keys()])
  .transform((word) => UNIT_WORDS.get(word))
  .optional()
  .meta(meaning('单位', 'unit', '单位'));

const parameterSchema = z
  .union([
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
      unit: unitKey,
      by: z
        .union([tableKey.transform((key) => [key]), z.array(tableKey)])
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
  ])
  .meta({ id: 'parameter', ...meaning('可以改的数', 'a number that may be changed') });

const entryKeys = {
  id: idKey,
  title: titleKey,
  source: sourceKey,
  notes: notesKey,
  when: whenKey.optional(),
  ...standInKeys,
  ...ENTRY_TABLES,
};

const itemSchema = z
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
        '月中入职、离职的按什么折算：出勤 ÷ 应出勤、在职的日历天数、在职的工作日',
        'by what who joins or leaves during the month is paid in part: attendance ÷ due, calendar days employed, working days employed',
        '折算',
      ),
    ),
  level: levelKey.optional(),
  text: noticeText.optional(),
};

const lineSchema = z
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

const statutoryLineSchema = z
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

const definitionSchema = z
  .union([
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
  ])
  .meta({ id: 'definition', ...meaning('给一个公式或表起名', 'a name for a formula or table') });

const adjustSchema = z
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
      .union([z.array(category), idSchema])
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

/** A notice: words without money, for each agent, or once for the team or the whole shop. */
const noticeSchema = z
  .strictObject({
    id: idKey,
    title: titleKey,
    level: levelKey,
    when: whenKey.optional(),
    text: noticeText,
    once: eitherWord({ true: '是', false: '否', shop: '全店' })
      .optional()
      .meta(
        meaning(
          '全队只说一次；shop 是全店只说一次',
          'said once for the team, or with `shop` for the whole shop',
          '只说一次',
        ),
      ),
    missing: eitherWord({ absent: '不计' })
      .optional()
      .meta(
        meaning(
          '不计：没有那个文件或那一列就不发，也不提示；一行里写漏的仍然提示',
          '`absent`: not given, and nothing said, where there is no such file or column; a row that says too little is told all the same',
          '缺数据',
        ),
      ),
    instead_of: listOf(z.string())
      .optional()
      .meta(
        meaning(
          '代替哪些工资项自己的通知',
          'the pay lines whose own notices it stands in place of',
          '代替',
        ),
      ),
    sign: z
      .array(titleSchema)
      .min(1)
      .max(MOST, 'want-fewer')
      .optional()
      .meta(meaning('由谁签字，每人一行', 'who signs it, a line each', '签字')),
    source: sourceKey,
  })
  .meta({ id: 'notice', ...meaning('通知：有话，没有钱', 'a notice: words without money') });

const exampleSchema = z
  .strictObject({
    title: titleKey,
    base: z
      .string()
      .optional()
      .meta(
        meaning(
          '在上面哪个例子（写它的名称）的数上改：没有写的都和它一样',
          'the title of an example above, whose values hold unless said otherwise',
          '基于',
        ),
      ),
    month: z
      .string()
      .optional()
      .meta(meaning('月份', 'month', '月份')),
    given: yamlByName
      .default({})
      .meta(
        meaning(
          '已知的数；逐天（by_day）下是从 1 日起每天的数，逐时（by_hour）下是每个钟点的咨询数',
          'given values; under by_day those of single days, from the 1st, under by_hour consults by hour',
          '已知',
        ),
      ),
    team: listOf(yamlByName)
      .optional()
      .meta(meaning('队里其他人的数', 'the values of the others in the team', '队友')),
    history: listOf(yamlByName)
      .optional()
      .meta(meaning('以往各月的数', 'the values of earlier months', '以往')),
    expect: yamlByName.meta(meaning('应得的结果', 'expected values', '应得')),
  })
  .meta({
    id: 'example',
    ...meaning('例子，kpi rules test 会跑', 'an example that `kpi rules test` runs'),
  });

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

const titles = mapOf(titleSchema).optional();
const items = listOf(itemSchema).optional();
const texts = listOf(z.string()).optional();

const bookKeys = {
  ...commonKeys,
  remove: texts.meta(
    meaning('去掉基础规则里的这些项目', 'ids of the extended rulebook that are left out', '去掉'),
  ),
  parameters: mapOf(parameterSchema)
    .optional()
    .meta(meaning('可以改的数，按名称', 'numbers that may be changed, by name', '参数')),
  define: mapOf(definitionSchema)
    .optional()
    .meta(meaning('给公式或表起名', 'names for formulas and tables', '定义')),
  ratings: titles.meta(meaning('用到的评分项目', 'ratings that it uses', '评分项目')),
  events: titles.meta(meaning('用到的奖惩事项', 'events that it uses', '奖惩事项')),
  settings: listOf(z.enum(DECIDED_SETTINGS))
    .optional()
    .meta(
      meaning(
        'kpi.yaml 的 metrics 里要由店铺写明的口径',
        'settings under metrics of kpi.yaml that the shop has to decide',
        '口径',
      ),
    ),
  notices: listOf(noticeSchema)
    .optional()
    .meta(meaning('通知', 'notices', '通知')),
  examples: listOf(exampleSchema)
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
  lines: listOf(lineSchema)
    .optional()
    .meta(meaning('工资项目', 'pay lines', '工资项')),
  adjust: listOf(adjustSchema)
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
  lines: listOf(statutoryLineSchema)
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

const planSchema = z.strictObject({
  ...commonKeys,
  kind: kindKey('plan'),
  roles: texts.meta(meaning('用于哪些岗位', 'for which roles', '岗位')),
  scores: texts.meta(meaning('考核表', 'scorecards', '考核表')),
  pay: texts.meta(meaning('工资规则', 'pay books', '工资制度')),
  notices: texts.meta(meaning('通知', 'notices', '通知')),
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
export type ItemSpec = z.output<typeof itemSchema>;
export type LineSpec = z.output<typeof lineSchema> | z.output<typeof statutoryLineSchema>;
export type AdjustSpec = z.output<typeof adjustSchema>;
export type ExampleSpec = z.output<typeof exampleSchema>;
export type NoticeSpec = z.output<typeof noticeSchema>;

/** A parameter as it is written: a bare value is short for `{value: …}`. */
export type ParameterSpec = z.output<typeof parameterSchema>;
export type DefinitionSpec = z.output<typeof definitionSchema>;
