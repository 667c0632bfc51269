import { describe, expect, it } from 'vitest';
import { brief } from '../world.js';
import { exported, figuresOf, readReports } from './service-reports.js';

const NAME = '拼多多-客服数据.xlsx';

describe('the service report of 拼多多', () => {
  it('has its totals in the column of numbers, and minutes in its header', async () => {
    const world = await readReports({ [NAME]: exported(NAME) });
    expect(brief(world.problems)).toEqual([`summary-rows | 2026-10/${NAME}`]);
    expect(world.facts?.inputs.map(({ readAs }) => readAs)).toEqual(['pdd_service']);
    expect(figuresOf(world, 0)).toEqual({
      consults: '250',
      receptions: '198',
      inquiries: '100',
      inquiry_paid: '42',
      conversion: '0.42', // 42 ÷ 100
      sales: '6000.5',
      net_sales: '5600.5',
      within_3min_rate: '0.98501', // (0.9889 × 180 + 0.95 × 20) ÷ 200
      response_time: '21', // (0.3 × 180 + 0.8 × 20) ÷ 200 = 0.35 minutes
    });
    // Nobody asked before an order: no conversion.
    expect(figuresOf(world, 1)).toEqual({
      consults: '30',
      receptions: '25',
      inquiries: '0',
      inquiry_paid: '0',
      sales: '0',
      net_sales: '0',
      within_3min_rate: '1',
      response_time: '15',
    });
  });

  it('takes no number for minutes or seconds that may be either', async () => {
    const text = (rows: string) =>
      `客服账号,需要人工回复的咨询人数,平均人工响应时长,3分钟人工回复率(8-23点)\n${rows}`;
    const bare = await readReports({ 'a.csv': text('阿青,10,28,0.9\n云朵家居:小满,10,0.5,0\n') });
    expect(brief(bare.problems)).toEqual([
      'unclear-unit | 2026-10/a.csv:2 | 平均人工响应时长 | 28',
      'unclear-unit | 2026-10/a.csv:2 | 3分钟人工回复率(8-23点) | 0.9',
    ]);
    expect(bare.problems.map(({ params }) => params.rows)).toEqual([2, 1]);
    expect(figuresOf(bare, 1)).toEqual({});
    // Nothing of nothing is 0 in every unit.
    expect(figuresOf(bare, 0)).toEqual({ within_3min_rate: '0' });
    const said = await readReports({
      'a.csv': text('阿青,10,28秒,90%\n云朵家居:小满,10,0.5分钟,1分10秒\n'),
    });
    expect(brief(said.problems)).toEqual([
      'bad-number | 2026-10/a.csv:3 | 3分钟人工回复率(8-23点) | 1分10秒',
    ]);
  });

  it('does not take the column of the whole day for that of 8 to 23', async () => {
    const world = await readReports({
      'a.csv': '客服账号,人工接待人数,3分钟人工回复率(全天)\n阿青,10,90%\n',
    });
    expect(brief(world.problems)).toEqual([]);
    expect(figuresOf(world, 1)).toEqual({ receptions: '10' });
  });
});
