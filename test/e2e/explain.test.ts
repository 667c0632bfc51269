import { beforeAll, describe, expect, it } from 'vitest';
import { DEMO, kpi } from '../setup/program.js';

const ASK = ['--month', '2026-10', '-C', DEMO];

/** What the program answers to an agent who asks why; only the line that is asked about. */
async function why(agent: string, line: string, ...flags: string[]): Promise<string> {
  const { code, out } = await kpi(['explain', agent, line, ...ASK, ...flags]);
  expect(code).toBe(0);
  // Above it: whom it is about, what is due before tax, and net pay.
  return out.split('\n').slice(3).join('\n');
}

describe('an agent of the demo shop asks why', () => {
  it('a bonus by rank: the place, who else is in the ranking, what the next place is worth', async () => {
    expect(await why('A07', 'rank_bonus')).toBe(`\
绩效奖金（rank_bonus）  收入 400.00 元
  ✓ 按名次：第 4 名，共 6 人
  → 离第 3 名差 5 分，第 3 名可得 600.00 元
  · 名次：1 杨欣妍 129 分，2 王文静 124 分，3 韩子墨 112 分，4 【冯佳怡】 107 分，5 蒋浩然 65 分，6 沈若溪 30 分
  得分 = 107 分（得分）
  ✓ 条件成立：得分 ≥ 最低分
    · 107 分 ≥ 80 分，成立
    得分 = 107 分（得分）
    最低分 = 80 分（参数）
  ✓ 条件成立：得分 ≥ 总分 × 最低得分率
    · 107 分 ≥ 91 分，成立
    得分 = 107 分（得分）
    总分 = 130 分（得分）
    最低得分率 = 70%（参数）
  依据：网店客服考核制度
`);
  });

  it('a grade: what the next better one would give', async () => {
    expect(await why('A06', '投诉维权举报退款纠纷')).toContain(
      '    ✓ 按等级：评为良\n    → 评为优可得 20 分\n',
    );
    // The best grade has none above it.
    expect(await why('A06', '售后客服素质')).toContain(
      '    ✓ 按等级：评为优\n    售后客服素质 = 优（评分）\n',
    );
  });

  it('a prize for the first: how far off the first was', async () => {
    expect(await why('A05', 'top_seller')).toBe(`\
销售冠军（top_seller）  收入 无
  ✗ 最佳：第 5 名，共 5 人；离第一差 54,424.97 元
  · 名次：1 林雨桐 82,229.62 元，2 周思远 74,329.00 元，3 陈嘉宁 59,474.63 元，4 吴晓彤 43,037.80 元，5 【郑梓涵】 27,804.65 元
  销售额 = 27,804.65 元（指标）
  ✓ 条件成立：销售额 > 0
    · 27,804.65 元 > 0.00 元，成立
  依据：网店客服奖励和惩罚制度；淘宝客服日常工作管理规范
`);
  });

  it('in English: the whole formula, words of the roster and of the policy', async () => {
    expect(await why('A01', 'base', '--lang', 'en')).toContain(
      '  Base pay = ¥1,300.00 (parameter)\n  · employed all month: in full\n',
    );
    expect(await why('A01', 'commission', '--lang', 'en')).toContain(
      'formula: Sales × Commission rate + Silent sales ÷ 2 ÷ Agents in the team × Commission rate\n',
    );
    expect(await why('A01', 'insurance_cash', '--lang', 'en')).toContain(
      '✗ condition does not hold: Insurance = "Cash"\n    Insurance = Insured (roster)\n',
    );
  });

  it('a target by its title and in yuan, items per buyer as a number', async () => {
    expect(await why('A01', 'monthly_bonus')).toContain(`
  ✓ 条件成立：店铺销售额 ≥ 团队销售目标
    · 509,520.97 元 ≥ 450,000.00 元，成立
`);
    expect(await why('A01', 'order_value')).toContain('→ 2.121，目标 2.1468，差 0.0258\n');
  });
});

describe('a policy as a person would describe it', () => {
  let described = '';
  beforeAll(async () => {
    const books = [
      'conduct_taobao',
      'rank_bonus',
      'base_by_role',
      'classic',
      'commission_team_pool',
    ];
    const runs = await Promise.all(books.map((id) => kpi(['rules', 'show', id, '-C', DEMO])));
    described = runs.map(({ out }) => out).join('');
  });

  it.each([
    ['a ladder, rung by rung', '      第 3 次起每次：0，辞退级“违规第三次，按辞退处理”\n'],
    [
      'places with what they are worth',
      '第 1 名 1000，第 2 名 800，第 3 名 600，第 4 名 400，第 5 名 200，再往后没有\n',
    ],
    ['gates', '门槛（没过的为 0，名次照排）：得分 ≥ 最低分；得分 ≥ 总分 × 最低得分率\n'],
    ['a table by role', '  岗位底薪 (amounts, 元): 售后: 2700 元, 售后组长: 8000 元\n'],
    ['what a plan sets', '  建议奖励（conduct_taobao.suggestion） = 300\n'],
    ['roles by title', '  售前（presales）\n'],
    ['rounding', '    取整到 1 元，四舍五入\n'],
  ])('tells %s', (_, text) => {
    expect(described).toContain(text);
  });
});

it('answers a category with its lines, and a slip of a name with the name', async () => {
  const category = await kpi(['explain', 'A01', '提成', '-C', DEMO, '--month', '2026-10']);
  expect(category.code).toBe(0);
  expect(category.out).toContain('个人提成（commission）');
  const slip = await kpi(['explain', 'A01', '个人提城', '-C', DEMO, '--month', '2026-10']);
  expect(slip).toMatchObject({ code: 2, out: '' });
  expect(slip.err).toContain('没有叫“个人提城”的项目或指标，是否想写 个人提成？');
});
