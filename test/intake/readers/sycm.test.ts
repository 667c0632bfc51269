import { describe, expect, it } from 'vitest';
import { brief } from '../world.js';
import { exported, figuresOf, readReports } from './service-reports.js';

describe('生意参谋, consults', () => {
  const NAME = '生意参谋-客服咨询接待.xlsx';

  it('is found below its titles, with brackets of two widths in one header', async () => {
    const world = await readReports({ [NAME]: exported(NAME) });
    expect(brief(world.problems)).toEqual([`summary-rows | 2026-10/${NAME}`]);
    expect(world.facts?.inputs.map(({ readAs }) => readAs)).toEqual(['sycm_service']);
    expect(figuresOf(world, 1)).toEqual({
      consults: '75',
      receptions: '70',
      effective_receptions: '66',
      response_time: '24.31',
      first_response_time: '9.87',
      within_3min_rate: '1',
      reply_rate: '1',
      slow_receptions: '0',
      slow_share: '0',
      answer_ratio: '1.29',
    });
  });

  it('weighs the averages of two accounts', async () => {
    const world = await readReports({ [NAME]: exported(NAME) });
    expect(figuresOf(world, 0)).toEqual({
      consults: '160',
      receptions: '150',
      effective_receptions: '138',
      response_time: '34.333333', // (30.2 × 110 + 45.7 × 40) ÷ 150
      first_response_time: '14.5',
      within_3min_rate: '0.99254', // (0.9971 × 110 + 0.98 × 40) ÷ 150
      reply_rate: '0.987475', // (0.9833 × 120 + 1 × 40) ÷ 160
      slow_receptions: '6',
      slow_share: '0.04',
      answer_ratio: '1.25', // the same for both accounts: no weight is needed
    });
  });

  it('is held against the month by the days in its titles', async () => {
    const text = (dates: string) =>
      `咨询接待\n统计时间：${dates},,\n,,\n旺旺昵称,咨询人数,旺旺回复率\n阿青,7,1\n`;
    const codes = async (dates: string) => {
      const world = await readReports({ 'a.csv': text(dates) });
      return world.problems.map(({ code }) => code);
    };
    expect(await codes('2026/10/1 00:00 ～ 2026/10/31 23:59')).toEqual([]);
    expect(await codes('2026-10-01 - 2026-10-30')).toEqual(['export-period']);
    expect(await codes('2026-11-01 至 2026-11-30')).toEqual(['wrong-month']);
  });
});

describe('生意参谋, sales', () => {
  const NAME = '生意参谋-客服销售.xlsx';

  it('brings sales, refunds and conversion', async () => {
    const world = await readReports({ [NAME]: exported(NAME) });
    expect(brief(world.problems)).toEqual([`summary-rows | 2026-10/${NAME}`]);
    expect(figuresOf(world, 0)).toEqual({
      sales: '14346', // 12,345.60 + 2,000.40
      refunds: '345.6',
      net_sales: '14000.4',
      inquiries: '100',
      conversion: '0.57', // (0.6 × 80 + 0.45 × 20) ÷ 100
    });
  });

  it('may have a row per account and day; other days are left out', async () => {
    const world = await readReports({
      'a.csv':
        '日期,旺旺昵称,净销售额,询单人数,询单转化率\n' +
        '2026-09-30,阿青,500.00,9,1\n2026-10-01,阿青,100.50,4,0.25\n20261002,阿青,0,0,-\n2026/10/3,阿青,20,6,0.5\n',
    });
    expect(brief(world.problems)).toEqual(['outside-month | 2026-10/a.csv']);
    expect(figuresOf(world, 1)).toEqual({
      net_sales: '120.5',
      inquiries: '10',
      conversion: '0.4', // (0.25 × 4 + 0.5 × 6) ÷ 10
    });
  });

  it('may have the days of each row as a range', async () => {
    const text = (days: string) =>
      `统计日期,旺旺昵称,净销售额\n${days},阿青,5\n${days},云朵家居:小满,6\n`;
    const whole = await readReports({ 'a.csv': text('2026-10-01~2026-10-31') });
    expect(brief(whole.problems)).toEqual([]);
    const part = await readReports({ 'a.csv': text('2026-10-01~2026-10-07') });
    expect(brief(part.problems)).toEqual(['export-period | 2026-10/a.csv']);
    const other = await readReports({ 'a.csv': text('2026-09-01~2026-09-30') });
    expect(brief(other.problems)).toEqual(['wrong-month | 2026-10/a.csv']);
  });
});

describe('千牛 · 体验', () => {
  const RESPONSE = '千牛-按客服查看.xlsx';
  const SATISFACTION = '千牛-咨询接待能力明细.xlsx';

  it('has the response by which the platform judges, weighted by sessions', async () => {
    const world = await readReports({ [RESPONSE]: exported(RESPONSE) });
    expect(brief(world.problems)).toEqual([`summary-rows | 2026-10/${RESPONSE}`]);
    expect(figuresOf(world, 0)).toEqual({
      platform_response_time: '31.5', // (28.5 × 300 + 40.5 × 100) ÷ 400
      within_3min_rate: '0.98', // (0.99 × 300 + 0.95 × 100) ÷ 400
    });
    // The colon of this account is full-width.
    expect(figuresOf(world, 1)).toEqual({ platform_response_time: '21', within_3min_rate: '1' });
  });

  it('has evaluations as counts; without any there is no satisfaction', async () => {
    const world = await readReports({ [SATISFACTION]: exported(SATISFACTION) });
    expect(brief(world.problems)).toEqual([]);
    expect(figuresOf(world, 0)).toEqual({ satisfaction: '0.9' }); // (48 + 15) ÷ (50 + 20)
    expect(figuresOf(world, 1)).toEqual({});
  });
});
