import { describe, expect, it } from 'vitest';
import { readRoster } from '../../../src/intake/people/read-roster.js';
import { openShop } from '../../../src/shop/open.js';
import { collectProblems } from '../../../src/words/problem.js';
import { writeShop } from '../../setup/shop.js';
import { brief, readOctober } from '../world.js';

async function rosterOf(text: string | undefined) {
  const files = {
    'kpi.yaml': 'shop: 小店\n',
    ...(text === undefined ? {} : { 'agents.csv': text }),
  };
  const problems = collectProblems();
  const shop = await openShop(writeShop(files), problems);
  const roster = shop && (await readRoster(shop, problems));
  return { roster, problems: problems.all };
}

describe('the roster', () => {
  it('is read with every column, in the order of its rows', async () => {
    const { roster, problems } = await rosterOf(`花名册
工号,姓名,岗位,级别,定级日期,团队,班次,账号,入职日期,离职日期,试用期至,基本工资,应出勤,保险,电话
A01,张三,售前,高级,2026-01-05,一组,早班,店：小张；小张二号,1999/3/1,,2020-09-01,￥2600.00,26,无,138
A02,李四,夜班助理,,,,,,,,,,,,
`);
    expect(brief(problems)).toEqual([]);
    expect(roster?.[0]).toEqual({
      index: 0,
      id: 'A01',
      name: '张三',
      role: 'presales',
      level: 'senior',
      levelSince: '2026-01-05',
      team: '一组',
      shift: '早班',
      accounts: ['店:小张', '小张二号'],
      hiredOn: '1999-03-01',
      probationUntil: '2020-09-01',
      basePay: expect.objectContaining({}),
      workdaysDue: expect.objectContaining({}),
      insurance: 'none',
      line: 3,
    });
    expect(roster?.[0]?.basePay?.toFixed()).toBe('2600');
    expect(roster?.[1]).toEqual({
      index: 1,
      id: 'A02',
      name: '李四',
      role: '夜班助理',
      accounts: [],
      line: 4,
    });
  });

  it('may have English headers and words', async () => {
    const { roster } = await rosterOf(
      'agent_id,name,role,level,insurance\nA01,Ann,presales,Junior,insured\nA02,Bob,After-sales,,cash\n',
    );
    expect(roster?.map(({ role, level, insurance }) => [role, level, insurance])).toEqual([
      ['presales', 'junior', 'insured'],
      ['aftersales', undefined, 'cash'],
    ]);
  });

  it('names everything that is wrong in one run', async () => {
    const { roster, problems } = await rosterOf(`工号,姓名,岗位,级别,账号,入职日期,离职日期,基本工资
A01,张三,售前,神级,小张,2026-02-30,,两千
A01,李四,售前,,小张,,,
A03,,售后,,A04,2026-05-01,2026-04-01,
A04,赵六,售后,,小赵,,,
`);
    expect(roster).toBeUndefined();
    expect(brief(problems)).toEqual([
      'misspelt-level | agents.csv:2 | 级别 | 神级',
      'bad-date | agents.csv:2 | 入职日期 | 2026-02-30',
      'bad-amount | agents.csv:2 | 基本工资 | 两千',
      'repeated-agent | agents.csv:3 | 工号 | A01',
      'account-taken | agents.csv:3 | 账号 | 小张',
      'missing-cell | agents.csv:4 | 姓名',
      'dates-reversed | agents.csv:4 | 离职日期 | 2026-04-01',
    ]);
  });

  it('has no account that is another agent’s id', async () => {
    const { problems } = await rosterOf('工号,姓名,岗位,账号\nA01,甲,售前,A02\nA02,乙,售前,\n');
    expect(brief(problems)).toEqual(['account-taken | agents.csv:2 | 账号 | A02']);
  });

  it('must be there, with its columns and at least one agent', async () => {
    expect(brief((await rosterOf(undefined)).problems)).toEqual(['missing-file | agents.csv']);
    expect(brief((await rosterOf('工号,岗位\nA01,售前\n')).problems)).toEqual([
      'missing-column | agents.csv:1 | 姓名',
    ]);
    expect(brief((await rosterOf('工号,姓名,岗位\n')).problems)).toEqual([
      'no-agents | agents.csv:1',
    ]);
    expect(brief((await rosterOf('')).problems)).toEqual(['blank-input | agents.csv']);
  });

  it('stands in the engine with ids, accounts and the order of ids', async () => {
    const world = await readOctober({
      'agents.csv': '工号,姓名,岗位,账号\nB,甲,售前,店:甲\nA,乙,售后,\n',
      '2026-10/ratings.csv': '工号,项目,评分\nB,x,1\n',
    });
    expect(await world.query('SELECT * FROM agents')).toEqual([
      { agent: 0, id: 'B', role: 'presales', id_order: 1 },
      { agent: 1, id: 'A', role: 'aftersales', id_order: 0 },
    ]);
    expect(await world.query('SELECT * FROM agent_names')).toEqual([
      { name: 'B', agent: 0, is_id: true, first_day: null, last_day: null },
      { name: '店:甲', agent: 0, is_id: false, first_day: null, last_day: null },
      { name: 'A', agent: 1, is_id: true, first_day: null, last_day: null },
    ]);
  });
});
