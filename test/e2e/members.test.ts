import { describe, expect, it } from 'vitest';
import { amountOf, paidAgents } from '../setup/paid.js';
import { kpi } from '../setup/program.js';
import { csv, type ShopFiles, writeShop } from '../setup/shop.js';

const SHOP: ShopFiles = {
  'kpi.yaml': csv(
    'shop: 小店',
    'plans: {售前: {scores: [], pay: [member]}, 组长: {scores: [], pay: [leader]}}',
  ),
  'rules/member.yaml': csv(
    'id: member',
    'kind: pay',
    'title: 组员',
    'lines:',
    '  - {id: own, title: 个人提成, kind: earning, category: commission, formula: 销售额 × 2%}',
  ),
  'rules/leader.yaml': csv(
    'id: leader',
    'kind: pay',
    'title: 组长',
    'lines:',
    '  - {id: led, title: 组长提成, kind: earning, category: commission, formula: 成员合计(line.own) × 10%}',
    '  - {id: all, title: 全店提成, kind: earning, category: commission, formula: 全店合计(line.own) × 1%}',
  ),
  'agents.csv': csv(
    '工号,姓名,岗位,组长',
    'L1,赵一,组长,',
    'L2,钱二,组长,L2',
    'A,甲,售前,L1',
    'B,乙,售前,赵一',
    'C,丙,售前,钱二',
  ),
  '2026-10/metrics.csv': csv('工号,销售额', 'A,10000', 'B,20000', 'C,5000'),
};

describe('a lead whose plan lacks her members’ line', () => {
  it('is paid of what her own members earn, whom the roster names by id or name', async () => {
    const agents = await paidAgents(writeShop(SHOP));
    expect(amountOf(agents, 'L1', 'led')).toBe(60); // (200 + 400) × 10%
    expect(amountOf(agents, 'L2', 'led')).toBe(10); // 100 × 10%, herself left out
    expect(amountOf(agents, 'L1', 'all')).toBe(7); // (200 + 400 + 100) × 1%
  });

  it('explains who the members are', async () => {
    const { out } = await kpi(['explain', 'L1', '-C', writeShop(SHOP), '--month', '2026-10']);
    expect(out).toContain('组员 2 人：甲、乙');
  });

  it('is told of a lead whom nobody is called, of a circle, and of a name that no plan has', async () => {
    const check = async (file: string, from: string, to: string) => {
      const text = String(SHOP[file]).replace(from, to);
      return (await kpi(['check', '-C', writeShop({ ...SHOP, [file]: text })])).out;
    };
    expect(await check('agents.csv', 'B,乙,售前,赵一', 'B,乙,售前,赵九')).toContain(
      'unknown-agent,agents.csv,5,组长',
    );
    const circle = await check('rules/member.yaml', '销售额 × 2%', '全店合计(line.led)');
    expect(circle).toContain('circular-reference');
    expect(await check('rules/leader.yaml', 'line.own', 'line.owm')).toContain('misspelt-name');
  });

  it('is told that a line of another plan alone is none of hers', async () => {
    const text = String(SHOP['rules/leader.yaml']).replace('成员合计(line.own)', 'line.own');
    const { out } = await kpi(['check', '-C', writeShop({ ...SHOP, 'rules/leader.yaml': text })]);
    expect(out).toContain('unknown-name');
  });
});
