import { describe, expect, it } from 'vitest';
import { brief } from '../world.js';
import { figuresOf, readReports } from './service-reports.js';

const AGENTS =
  '工号,姓名,岗位,账号\nA01,小月,售前,晨光旗舰店:小月;暮色专营店:小月\nA02,阿青,售前,晨光旗舰店:阿青\n';
const HEADER =
  '客服昵称,接待人数,平均响应,询单人数,询单->最终付款人数,询单->最终付款成功率,销售额\n';
const MORNING = `${HEADER}晨光旗舰店:小月,30,20,20,10,50%,1000.50\n晨光旗舰店:阿青,5,9,4,1,25%,80\n`;
const EVENING = `${HEADER}暮色专营店:小月,10,40,5,4,80%,200\n`;

describe('the reports of two shops', () => {
  it('give the figures of an agent who serves in both, as one report of both would', async () => {
    const apart = await readReports({
      'agents.csv': AGENTS,
      '赤兔-1.csv': MORNING,
      '赤兔-2.csv': EVENING,
    });
    const rows = EVENING.slice(HEADER.length);
    const one = await readReports({ 'agents.csv': AGENTS, '赤兔.csv': MORNING + rows });
    expect(brief(apart.problems)).toEqual([]);
    expect(figuresOf(apart, 0)).toEqual({
      receptions: '40', // 30 + 10
      response_time: '25', // (20 × 30 + 40 × 10) ÷ 40
      inquiries: '25',
      inquiry_paid: '14',
      conversion: '0.56', // 14 ÷ 25
      sales: '1200.5',
    });
    expect(figuresOf(apart, 0)).toEqual(figuresOf(one, 0));
    expect(figuresOf(apart, 1)).toEqual(figuresOf(one, 1));
  });

  it('are in conflict where one account has two figures for something', async () => {
    const other = '客服昵称,接待人数,销售额\n晨光旗舰店:小月,31,1000.5\n';
    const world = await readReports({
      'agents.csv': AGENTS,
      '赤兔-1.csv': MORNING,
      '赤兔-2.csv': other,
    });
    expect(brief(world.problems)).toEqual(['import-conflict | 2026-10/赤兔-2.csv:2 | 接待人数']);
    expect(world.problems[0]?.params).toMatchObject({
      agent: 'A01',
      value: '31',
      other: '30',
      file: '2026-10/赤兔-1.csv',
      line: 2,
    });
  });

  it('of one account may each have columns of their own', async () => {
    const sales = '客服昵称,销售额,销售人数\n晨光旗舰店:小月,100,3\n';
    const receptions = '客服昵称,接待人数\n晨光旗舰店:小月,7\n';
    const world = await readReports({
      'agents.csv': AGENTS,
      '赤兔-1.csv': sales,
      '赤兔-2.csv': receptions,
    });
    expect(figuresOf(world, 0)).toEqual({
      sales: '100',
      avg_order_value: '33.333333', // 100 ÷ 3
      paid_buyers: '3',
      receptions: '7',
    });
  });

  it('say in which files the accounts stand of which one has no figure', async () => {
    const late = EVENING.replace('80%', '延迟统计').replace(',5,4,', ',延迟统计,延迟统计,');
    const world = await readReports({
      'agents.csv': AGENTS,
      '赤兔-1.csv': MORNING,
      '赤兔-2.csv': late,
    });
    const said = world.problems.filter(({ code }) => code === 'accounts-incomplete');
    expect(said.map(({ column }) => column)).toContain('询单人数');
    expect(said[0]?.params).toMatchObject({
      places: { zh: '2026-10/赤兔-1.csv 第 2 行；2026-10/赤兔-2.csv 第 2 行' },
    });
    expect(figuresOf(world, 0)).toEqual({ receptions: '40', response_time: '25', sales: '1200.5' });
  });

  it('are not added up where one may have the sums of the other', async () => {
    const days =
      '客服昵称,日期,接待人数\n晨光旗舰店:小月,2026-10-01,12\n晨光旗舰店:小月,2026-10-02,18\n';
    const bare = '客服昵称,接待人数\n小月,30\n';
    for (const second of [days, bare]) {
      const world = await readReports({
        'agents.csv': AGENTS,
        '赤兔-1.csv': MORNING,
        '赤兔-2.csv': second,
      });
      expect(figuresOf(world, 0).receptions).toBe('30');
    }
  });
});

describe('the reports of two tools', () => {
  const agents = AGENTS.replace('暮色专营店:小月', '飞鸽小月');
  const douyin =
    '客服账号,接待会话量,已接待人数,全天平响时长,询单人数,支付人数,询单转化率,客服询单支付额\n';

  it('give together what an agent has done with the accounts of both', async () => {
    const world = await readReports({
      'agents.csv': agents,
      '赤兔.csv': MORNING,
      '飞鸽.csv': `${douyin}飞鸽小月,10,8,40秒,5,4,80%,200\n`,
    });
    expect(brief(world.problems)).toEqual([]);
    expect(figuresOf(world, 0)).toMatchObject({
      receptions: '38', // 30 + 8
      response_time: '25', // (20 × 30 + 40 × 10) ÷ 40
      inquiries: '25',
      inquiry_paid: '14',
      conversion: '0.56', // (50% × 20 + 80% × 5) ÷ 25
      sales: '1200.5',
    });
    expect(figuresOf(world, 1).receptions).toBe('5');
  });

  it('give no average without what it is weighted by', async () => {
    const world = await readReports({
      'agents.csv': agents,
      '赤兔.csv': MORNING,
      '飞鸽.csv': '客服账号,接待会话量,询单转化率\n飞鸽小月,10,80%\n',
    });
    expect(brief(world.problems)).toEqual([
      'accounts-without-weight | 2026-10/赤兔.csv:1 | 询单->最终付款成功率',
    ]);
  });

  it('are held against each other where both have the same account', async () => {
    const world = await readReports({
      'agents.csv': agents,
      '赤兔.csv': MORNING,
      '飞鸽.csv': `${douyin}小月,10,8,40秒,5,4,80%,200\n`,
    });
    const receptions = world.facts?.imported.filter(
      ({ agent, metric }) => agent === 0 && metric === 'receptions',
    );
    expect(receptions?.map(({ value }) => value.toString())).toEqual(['30', '8']);
  });
});

describe('a figure that a report does not have yet', () => {
  it('is told once per file and metric, with the agents whose figure kpi counts instead', async () => {
    const text =
      '客服昵称,接待人数,询单人数,询单->最终付款成功率\n' +
      '晨光旗舰店:小月,50,40,延迟统计\n晨光旗舰店:阿青,30,20,延迟统计\n';
    const world = await readReports({ 'agents.csv': AGENTS, '赤兔.csv': text });
    expect(brief(world.problems)).toEqual([
      'figure-not-imported | 2026-10/赤兔.csv:1 | 询单->最终付款成功率',
    ]);
    expect(world.problems[0]?.params).toMatchObject({
      agents: { zh: 'A01 小月、A02 阿青', ids: ['A01', 'A02'] },
      metric: { zh: '询单转化率' },
    });
  });

  it('is not told of agents whose account did nothing', async () => {
    const text =
      '客服昵称,询单人数,询单->最终付款成功率\n晨光旗舰店:小月,0,-\n晨光旗舰店:阿青,20,50%\n';
    const world = await readReports({ 'agents.csv': AGENTS, '赤兔.csv': text });
    expect(brief(world.problems)).toEqual([]);
  });
});
