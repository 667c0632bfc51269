import { describe, expect, it } from 'vitest';
import { csv, kpi, paidAgents, type ShopFiles, writeShop } from './kpi.js';

const WEEKLY_SHOP: ShopFiles = {
  'kpi.yaml': csv('shop: 周评店', 'plans: {aftersales: {scores: [service_review], pay: []}}'),
  'agents.csv': csv('工号,姓名,岗位', 'B01,小周,售后'),
  '2026-10/ratings.csv': csv(
    '工号,项目,评分,周',
    // 20, 20, 15 and 15: 17.5, where the middle grade would give 15.
    'B01,服务态度,优,1',
    'B01,服务态度,优,2',
    'B01,服务态度,良,3',
    'B01,服务态度,良,4',
    // Two people graded the first week: 20 and 0 make 10, with 15 in the second week 12.5.
    'B01,业务知识,优,1',
    'B01,业务知识,差,1',
    'B01,业务知识,良,2',
    // Rows that name no week count one by one: 20, 10 and 0 make 10.
    'B01,沟通技巧,优,',
    'B01,沟通技巧,中,',
    'B01,沟通技巧,差,',
    // 80 % and 95 % of 20: 16 and 19.
    'B01,问题处理,80,10-05',
    'B01,问题处理,95,10-12',
    'B01,团队协作,中,1',
  ),
};

describe('the service review, graded every week', () => {
  it('is the mean of what the weeks gave', async () => {
    const [agent] = await paidAgents(writeShop(WEEKLY_SHOP));
    expect(agent?.scores[0]).toMatchObject({
      points: 67.5, // 17.5 + 12.5 + 10 + 17.5 + 10
      items: expect.arrayContaining([
        expect.objectContaining({ id: 'attitude', points: 17.5 }),
        expect.objectContaining({ id: 'knowledge', points: 12.5 }),
        expect.objectContaining({ id: 'communication', points: 10 }),
        expect.objectContaining({ id: 'problem_solving', points: 17.5 }),
        expect.objectContaining({ id: 'teamwork', points: 10 }),
      ]),
    });
  });

  it('shows each week in the explanation', async () => {
    const folder = writeShop(WEEKLY_SHOP);
    const run = await kpi(['explain', 'B01', 'attitude', '-C', folder, '--month', '2026-10']);
    for (const week of [
      '第 1 周，评为优：20 分',
      '第 2 周，评为优：20 分',
      '第 3 周，评为良：15 分',
      '第 4 周，评为良：15 分',
    ]) {
      expect(run.out).toContain(week);
    }
    expect(run.out).toContain('4 周的平均');
    const other = await kpi([
      'explain',
      'B01',
      'problem_solving',
      '-C',
      folder,
      '--month',
      '2026-10',
    ]);
    expect(other.out).toContain('10-05，评分 80：16 分');
  });

  it('names the row of a rating that is no share of the points', async () => {
    const ratings = `${WEEKLY_SHOP['2026-10/ratings.csv']}B01,团队协作,120,2\n`.replace(
      '团队协作,中',
      '团队协作,60',
    );
    const folder = writeShop({ ...WEEKLY_SHOP, '2026-10/ratings.csv': ratings });
    const run = await kpi(['calc', '-C', folder, '--month', '2026-10']);
    expect(run.code).not.toBe(0);
    expect(run.err).toContain('2026-10/ratings.csv:15');
  });
});
