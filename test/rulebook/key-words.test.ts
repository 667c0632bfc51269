import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { rulebookJsonSchema } from '../../src/rulebook/books/json-schema.js';
import { readRulebook } from '../../src/rulebook/books/rulebook.js';
import { rulebookSchema } from '../../src/rulebook/books/schema.js';
import { shippedRules } from '../../src/shop/shipped-rules.js';
import { collectProblems, problemRemedy, problemText } from '../../src/words/problem.js';
import { keysOf, type Schemas, schemasInside } from '../../src/words/yaml/schema-keys.js';
import { compileBook } from '../setup/books.js';
import { kpi } from '../setup/program.js';
import { writeShop } from '../setup/shop.js';

/** Keys that are the same in files of either language: the languages of a title, the grades. */
const OF_BOTH = new Set(['zh', 'en', '优', '良', '中', '差', 'excellent', 'good', 'fair', 'poor']);

/** The keys of every place of a rulebook, with their words. */
function places(
  schemas: Schemas = [rulebookSchema],
  seen = new Set<unknown>(),
): readonly ReadonlyMap<string, string | undefined>[] {
  const fresh = schemas.filter((schema) => !seen.has(schema));
  if (fresh.length === 0) return [];
  for (const schema of fresh) seen.add(schema);
  const keys = keysOf(fresh);
  const steps = keys.size > 0 ? [...keys.keys()] : ['0'];
  const inner = steps.flatMap((step) => places(schemasInside(fresh, step), seen));
  return keys.size > 0 ? [keys, ...inner] : inner;
}

/** A value with its keys in Chinese. */
function inChinese(value: unknown, schemas: Schemas = [rulebookSchema]): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    return value.map((each, index) => inChinese(each, schemasInside(schemas, index)));
  }
  const known = keysOf(schemas);
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [
      known.get(key) ?? key,
      inChinese(each, schemasInside(schemas, key)),
    ]),
  );
}

const editorTakes = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(
  rulebookJsonSchema(),
);

/** What is read of a rulebook, and the problems, each with its place and the key that it names. */
function read(text: string) {
  const problems = collectProblems();
  const file = readRulebook(text, 'rules/own.yaml', false, problems);
  const reported = problems.all.map(
    ({ code, line, column, params }) => `${code} ${line}:${column} ${params.key ?? ''}`,
  );
  return { file, reported, problems: problems.all };
}

const NIGHTS = `\
编号: night_pay
类型: 工资制度
标题: 夜班津贴
参数:
  each: {标题: 每晚, 值: {2026-01: 15, 2026-07: {值: 20, 依据: 七月通知}}, 单位: 元}
工资项:
  - 编号: night_pay
    标题: 夜班津贴
    类型: 收入
    类别: 津贴
    条件: 班次 = "夜班"
    公式: 出勤 × 每晚
    取整: 1 元 四舍五入
  - 编号: late_fine
    标题: 迟到罚款
    类型: 扣款
    类别: 罚款
    扣自: 奖金
    按次: {数: 迟到, 超过: 2, 金额: 10}
  - 编号: sales_bonus
    标题: 销售奖
    类型: 收入
    类别: 奖金
    分档: {看: 销售额, 分段: 否, 表: [{不超过: 10000, 比例: 1%}, {比例: 2%}]}
例子:
  - 标题: 夜班 22 天，迟到 5 次
    月份: 2026-10
    已知: {班次: 夜班, 出勤: 22, 迟到: 5, 销售额: 10000}
    应得: {night_pay: 440, late_fine: 30, sales_bonus: 100}
  - 标题: 七月以前每晚 15
    基于: 夜班 22 天，迟到 5 次
    月份: 2026-06
    应得: {night_pay: 330}
`;

describe('the keys of a rulebook', () => {
  test('have a word each, and no other key of the same place has it', () => {
    for (const keys of places()) {
      const unnamed = [...keys].filter(([, word]) => word === undefined).map(([key]) => key);
      expect(unnamed.filter((key) => !OF_BOTH.has(key))).toEqual([]);
      const words = [...keys.values()].filter((word) => word !== undefined);
      expect(words.filter((word, at) => words.indexOf(word) < at || keys.has(word))).toEqual([]);
    }
  });

  test.each(shippedRules().ids)('of %s mean in Chinese what they mean in English', (id) => {
    const { file, text } = shippedRules().read(id) ?? { file: '', text: '' };
    const english = readRulebook(text, file, true, collectProblems());
    const found = read(JSON.stringify(inChinese(english?.yaml.value)));
    expect(found.reported).toEqual([]);
    expect(found.file?.spec).toEqual(english?.spec);
    const seen = inChinese(parse(text));
    expect(editorTakes(seen), JSON.stringify(editorTakes.errors)).toBe(true);
  });
});

describe('a rulebook in Chinese', () => {
  // 22 × 20; (5 − 2) × 10, though of bonuses; 1 % of 10000. Before July 22 × 15.
  test('pays what it says, and is explained as any other', async () => {
    const cwd = writeShop({
      'kpi.yaml': 'shop: 小店\n',
      'agents.csv': '工号,姓名,岗位\n',
      'rules/夜班.yaml': NIGHTS,
    });
    expect((await kpi(['rules', 'test', 'night_pay'], { cwd })).out).toContain(
      '2 个例子，全部通过',
    );
    expect((await kpi(['rules', 'show', '夜班津贴'], { cwd })).out).toContain(
      '夜班津贴 [应发, 津贴]',
    );
  });

  test('has one language: a key of the other is told with its word', () => {
    const { reported } = read(NIGHTS.replace('    类型: 扣款', '    kind: deduction'));
    expect(reported).toEqual(['mixed-keys 16:5 kind']);
    const english = 'id: x\nkind: pay\nlines:\n  - {id: a, 标题: 奖, kind: earning, formula: 1}\n';
    expect(read(english).reported).toEqual(['mixed-keys 4:13 标题']);
  });

  test('has a key that is written in both languages only once', () => {
    const twice = NIGHTS.replace('标题: 夜班津贴\n参', '标题: 夜班津贴\ntitle: 晚班津贴\n参');
    expect(read(twice).reported).toEqual(['mixed-keys 4:1 title']);
    expect(read(twice).file?.spec.title?.zh).toBe('夜班津贴');
  });

  test('is told what is wrong with its own keys', () => {
    const { reported, problems } = read(
      NIGHTS.replace('    类别: 津贴', '    类别: 补贴').replace('    条件:', '    条件式:'),
    );
    expect(reported).toEqual(['bad-value 10:9 工资项.1.类别', 'misspelt-key 11:5 条件式']);
    expect(problems[1]?.params.meant).toBe('条件');
    expect(read(NIGHTS.replace('编号: night_pay\n类型', '类型')).reported).toEqual([
      'missing-key 1:1 编号',
    ]);
  });

  test('is told in its own keys what to write', () => {
    const faults = `\
编号: own
类型: 工资制度
标题: 奖
参数: {a: [1], b: {值: 1, 单位: 元, 按: 班}}
工资项:
  - 编号: x
    类型: 收入
    类别: 奖金
    分档: {看: 销售额, 表: [{不超过: 5, 比例: 1%}, {比例: 2%}]}
  - {编号: y, 类型: 收入, 公式: 1}
  - {编号: z, 类型: 收入, 类别: 奖金, 公式: 5万}
  - {编号: w, 类型: 收入, 类别: 奖金}
  - {编号: v, 类型: 收入, 类别: 奖金, 最佳: {按: [[销售额]], 金额: {一: 二}}}
`;
    const said = compileBook(faults).problems.all.flatMap((problem) => [
      problemText('zh', problem),
      problemRemedy('zh', problem),
    ]);
    const anyhow = '照上面说的改；每个键能写什么，见文档，规则文件另有 kpi rules schema';
    expect(said).toEqual([
      '“参数.a”的值不对：要写一个数，或写 值（可以加 标题、单位 等）',
      anyhow,
      '“参数.b.按”的值不对：是否想写“班次”？只能写 班次 / 级别 / 岗位 / 团队 / 季度 / 参保地',
      anyhow,
      '“工资项.5.最佳.按.1”的值不对：要写按哪个数，或写 看，再加 方向 或 最接近',
      anyhow,
      '“工资项.5.最佳.金额”的值不对：要写奖多少元；前几名都有奖的写成列表，如 [500, 300, 100]',
      anyhow,
      '有 比例 的表要写明 分段 是 true（分段累进）还是 false（全额）',
      '加上 分段',
      '工资项“y”没有类别',
      '写上 类别',
      '数不写成“5万”的样子',
      '写成 50000；单位由指标和参数的 单位 决定',
      '“w”要有且只有一种算法（公式、等级、分档 等）',
      '只写一种',
    ]);
  });

  test('is refused by an editor when it mixes languages', () => {
    const entry = { 编号: 'a', 类型: '收入', 公式: '1' };
    const book = { 编号: 'x', 类型: '工资制度', 工资项: [entry] };
    expect(editorTakes(book)).toBe(true);
    expect(editorTakes({ ...book, title: '奖' })).toBe(false);
    expect(editorTakes({ ...book, 工资项: [{ ...entry, round: '元' }] })).toBe(false);
  });
});
