import { z } from 'zod';
import { CATEGORIES, LINE_KINDS } from '../../catalogue/pay-words.js';
import { UNIT_WORDS } from '../../catalogue/units.js';
import type { YamlValue } from '../../lib/yaml/node.js';
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
export const TABLE_KEYS = ['level', 'role', 'team', 'shift', 'quarter'] as const;

/** The settings of metrics that a rulebook may want a shop to decide, since its pay turns on them. */
const DECIDED_SETTINGS = ['memo', 'memo_flag'] as const;

/** A list of bounded length. */
function listOf<Schema extends z.ZodType>(schema: Schema) {
  return z.array(schema).max(MOST, 'want-fewer');
}

/** What a formula can call something: a word in either language. */
const nameSchema = z
  .string()
  .regex(
    /^(?!(?:and|or|not|且|或|非)$)[a-z_\u3400-\u4dbf\u4e00-\u9fff][a-z0-9_\u3400-\u4dbf\u4e00-\u9fff]{0,59}$/i,
    'want-name',
  );

/** Things by name, so many at most. */
function mapOf<Schema extends z.ZodType>(schema: Schema) {
  return z
    .record(nameSchema, schema)
    .refine((map) => Object.keys(map).length <= MOST, 'want-fewer');
}

/** By what a line is paid in part. */
const PRORATE = ['attendance', 'calendar_days', 'working_days'] as const;

const anyYaml = z.custom<YamlValue>((value) => value !== undefined);
const yamlByName = z.record(z.string(), anyYaml);

const notesKey = z
  .union([titleSchema.transform((title) => [title]), z.array(titleSchema)])
  .optional()
  .describe('说明 / notes');
const whenKey = whenSchema.describe('什么时候才有这一项 / when there is such an entry at all');
const levelKey = noticeLevel.describe('级别 / level');
const unitKey = z
  .enum([...UNIT_WORDS.keys()])
  .transform((word) => UNIT_WORDS.get(word))
  .optional()
  .describe('单位 / unit');

const parameterSchema = z
  .union([
    z.string().transform((value) => ({ value: value as YamlValue })),
    z.strictObject({
      title: titleKey,
      value: anyYaml
        .optional()
        .describe('值；也可以按月份、级别等各写一个 / the value, or one per month, level, …'),
      formula: exprSchema.optional(),
      unit: unitKey,
      by: z
        .union([z.enum(TABLE_KEYS).transform((key) => [key]), z.array(z.enum(TABLE_KEYS))])
        .optional()
        .describe('按什么分别取值 / by what the value differs'),
      list: z
        .literal('categories')
        .optional()
        .describe(
          '值是工资项的类别，给 adjust 的 keep 用 / the value is a list of categories, for `keep` of an adjustment',
        ),
      min: z.string().optional().describe('最小 / least'),
      max: z.string().optional().describe('最大 / most'),
      source: sourceKey,
      notes: notesKey,
    }),
  ])
  .meta({ id: 'parameter', description: '可以改的数 / a number that may be changed' });

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
    full: exprSchema.optional().describe('满分 / what it is worth in full'),
  })
  .meta({ id: 'item', description: '考核项目 / an item of a scorecard' });

const lineSchema = z
  .strictObject({
    ...entryKeys,
    kind: z
      .enum(LINE_KINDS)
      .describe(
        '种类；balance 是显示、结转而不发的数，可以是负数 / kind; a balance is shown and carried over, not paid, and may be negative',
      ),
    category: z.enum(CATEGORIES).optional().describe('类别 / category'),
    round: z
      .string()
      .optional()
      .describe('舍入，如 1 yuan half up / rounding, such as 1 yuan half up'),
    off: z
      .enum(CATEGORIES)
      .optional()
      .describe('从这个类别里扣，不低于 0 / taken off this category, not below 0'),
    prorate: z
      .enum(PRORATE)
      .optional()
      .describe(
        '月中入职、离职的按什么折算：出勤 ÷ 应出勤、在职的日历天数、在职的工作日 / by what who joins or leaves during the month is paid in part: attendance ÷ due, calendar days employed, working days employed',
      ),
    level: levelKey.optional(),
    text: noticeText.optional(),
  })
  .meta({ id: 'line', description: '工资项目 / a pay line' });

const definitionSchema = z
  .union([
    z.string().transform((formula) => ({ formula })),
    z.strictObject({ title: titleKey, unit: unitKey, ...ENTRY_TABLES }),
  ])
  .meta({ id: 'definition', description: '给一个公式或表起名 / a name for a formula or table' });

const adjustSchema = z
  .strictObject({
    id: idKey.optional(),
    title: titleKey,
    when: whenKey,
    lines: z.array(z.string()).optional().describe('工资项目 / pay lines'),
    categories: z
      .array(z.enum(CATEGORIES))
      .optional()
      .describe('调整哪些类别 / the categories that are adjusted'),
    keep: z
      .union([z.array(z.enum(CATEGORIES)), idSchema])
      .optional()
      .describe(
        '哪些类别不动，或列出这些类别的参数 / the categories that stay, or the parameter that lists them',
      ),
    factor: exprSchema.describe('还剩多少：0、50% / what is left: 0, 50%'),
    source: sourceKey,
  })
  .meta({
    id: 'adjustment',
    description:
      '条件成立时改变别的工资项目：归零、减半 / changes other lines when a condition holds',
  });

/** A notice: words without money, for each agent, or once for the team or the whole shop. */
const noticeSchema = z
  .strictObject({
    id: idKey,
    title: titleKey,
    level: levelKey,
    when: whenKey.optional(),
    text: noticeText,
    once: z
      .enum(['true', 'false', 'shop'])
      .optional()
      .describe(
        '全队只说一次；shop 是全店只说一次 / said once for the team, or with `shop` for the whole shop',
      ),
    instead_of: listOf(z.string())
      .optional()
      .describe('代替哪些工资项自己的通知 / the pay lines whose own notices it stands in place of'),
    sign: z
      .array(titleSchema)
      .min(1)
      .max(MOST, 'want-fewer')
      .optional()
      .describe('由谁签字，每人一行 / who signs it, a line each'),
    source: sourceKey,
  })
  .meta({ id: 'notice', description: '通知：有话，没有钱 / a notice: words without money' });

const exampleSchema = z
  .strictObject({
    title: z.string().optional().describe('名称 / title'),
    month: z.string().optional().describe('月份 / month'),
    given: yamlByName
      .default({})
      .describe(
        '已知的数；by_day 下是从 1 日起逐天的数，by_hour 下是每个钟点的咨询数 / given values; under by_day those of single days, from the 1st, under by_hour consults by hour',
      ),
    team: listOf(yamlByName)
      .optional()
      .describe('队里其他人的数 / the values of the others in the team'),
    history: listOf(yamlByName).optional().describe('以往各月的数 / the values of earlier months'),
    expect: yamlByName.describe('应得的结果 / expected values'),
  })
  .meta({
    id: 'example',
    description: '例子，kpi rules test 会跑 / an example that `kpi rules test` runs',
  });

const commonKeys = {
  id: idKey,
  title: titleKey,
  source: sourceKey,
  notes: notesKey,
  extends: idSchema
    .optional()
    .describe(
      '以哪个规则为基础，只写不同的地方 / the rulebook to build on; only what differs is written',
    ),
};

const titles = mapOf(titleSchema).optional();
const items = listOf(itemSchema).optional();
const texts = listOf(z.string()).optional();

const bookKeys = {
  ...commonKeys,
  remove: texts.describe(
    '去掉基础规则里的这些项目 / ids of the extended rulebook that are left out',
  ),
  parameters: mapOf(parameterSchema)
    .optional()
    .describe('可以改的数，按名称 / numbers that may be changed, by name'),
  define: mapOf(definitionSchema)
    .optional()
    .describe('给公式或表起名 / names for formulas and tables'),
  ratings: titles.describe('用到的评分项目 / ratings that it uses'),
  events: titles.describe('用到的奖惩事项 / events that it uses'),
  settings: listOf(z.enum(DECIDED_SETTINGS))
    .optional()
    .describe(
      'kpi.yaml 的 metrics 里要由店铺写明的口径 / settings under metrics of kpi.yaml that the shop has to decide',
    ),
  notices: listOf(noticeSchema).optional().describe('通知 / notices'),
  examples: listOf(exampleSchema).optional().describe('例子 / examples'),
};

/** The key that says which kind of rulebook a file is. */
function kindKey<const Kind extends string>(kind: Kind) {
  return z.literal(kind).describe('种类 / kind');
}

const scorecardSchema = z.strictObject({
  ...bookKeys,
  kind: kindKey('scorecard'),
  total: exprSchema.optional().describe('总分 / total points'),
  items: items.describe('考核项目 / items'),
  additions: items.describe('加分 / additions'),
  deductions: items.describe('扣分 / deductions'),
});

const paySchema = z.strictObject({
  ...bookKeys,
  kind: kindKey('pay'),
  lines: listOf(lineSchema).optional().describe('工资项目 / pay lines'),
  adjust: listOf(adjustSchema).optional().describe('对别的项目的调整 / adjustments of other lines'),
});

const noticesSchema = z.strictObject({ ...bookKeys, kind: kindKey('notices') });

const calendarSchema = z.strictObject({
  ...commonKeys,
  id: z.literal('calendar').describe('calendar'),
  kind: kindKey('calendar'),
  years: z
    .record(z.string().regex(/^\d{4}$/, 'want-year'), calendarYear)
    .optional()
    .describe('每年一段 / by year'),
});

const planSchema = z.strictObject({
  ...commonKeys,
  kind: kindKey('plan'),
  roles: texts.describe('用于哪些岗位 / for which roles'),
  scores: texts.describe('考核表 / scorecards'),
  pay: texts.describe('工资规则 / pay books'),
  notices: texts.describe('通知 / notices'),
  team_by: z
    .enum(['team', 'shift'])
    .optional()
    .describe('平均、名次按什么分开比 / within what means and places are compared'),
  set: yamlByName
    .optional()
    .describe('规则里的数：规则.参数 / numbers of rulebooks: rulebook.parameter'),
});

/** What may stand in a rulebook file. */
export const rulebookSchema = z.discriminatedUnion('kind', [
  scorecardSchema,
  paySchema,
  noticesSchema,
  planSchema,
  calendarSchema,
]);

export type RulebookSpec = z.output<typeof rulebookSchema>;
export type ItemSpec = z.output<typeof itemSchema>;
export type LineSpec = z.output<typeof lineSchema>;
export type AdjustSpec = z.output<typeof adjustSchema>;
export type ExampleSpec = z.output<typeof exampleSchema>;
export type NoticeSpec = z.output<typeof noticeSchema>;

/** A parameter as it is written: a bare value is short for `{value: …}`. */
export type ParameterSpec = z.output<typeof parameterSchema>;
export type DefinitionSpec = z.output<typeof definitionSchema>;
