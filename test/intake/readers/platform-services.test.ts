import { describe, expect, it } from 'vitest';
import { brief } from '../world.js';
import { exported, figuresOf, readReports } from './service-reports.js';

describe('the service report of 飞鸽', () => {
  const NAME = '抖店-飞鸽客服数据.xlsx';

  it('has durations as 2分30秒, as a clock and as fractions of a day, and its totals on top', async () => {
    const world = await readReports({ [NAME]: exported(NAME) });
    expect(brief(world.problems)).toEqual([
      `summary-rows | 2026-10/${NAME}`,
      `accounts-not-combined | 2026-10/${NAME}:1 | 客服在线天数`,
      // 阿青 has sessions, and dashes for their times.
      `figure-not-imported | 2026-10/${NAME}:1 | 全天首响时长`,
      `figure-not-imported | 2026-10/${NAME}:1 | 全天平响时长`,
      `figure-not-imported | 2026-10/${NAME}:1 | 工作时间平响时长`,
      `figure-not-imported | 2026-10/${NAME}:1 | 工作时间3分钟回复率`,
    ]);
    expect(world.facts?.inputs.map(({ readAs, rows }) => [readAs, rows])).toEqual([
      ['douyin_service', 3],
    ]);
    // The accounts are numbers that the roster does not have: the nicks tell whose they are.
    expect(figuresOf(world, 0)).toEqual({
      receptions: '360',
      first_response_time: '12', // (11 × 300 + 15 × 100) ÷ 400
      response_time: '130', // (150 × 300 + 70 × 100) ÷ 400
      platform_response_time: '90', // (100 × 300 + 60 × 100) ÷ 400
      within_3min_rate: '0.98', // (99 % × 300 + 95 % × 100) ÷ 400
      satisfaction: '0.9', // (57 + 15) ÷ (60 + 20)
      inquiries: '200',
      inquiry_paid: '100',
      conversion: '0.5',
      sales: '8100',
      refunds: '300',
      net_sales: '7800',
    });
    expect(figuresOf(world, 1)).toEqual({
      receptions: '90',
      service_days: '22',
      inquiries: '0',
      inquiry_paid: '0',
      sales: '0',
      refunds: '0',
      net_sales: '0',
    });
  });

  it('takes no bare number for a duration: it may be seconds, or a fraction of a day', async () => {
    const world = await readReports({
      'a.csv': '客服昵称,接待会话量,全天平响时长\n阿青,9,0.0017361\n',
    });
    expect(brief(world.problems)).toEqual([
      'unclear-unit | 2026-10/a.csv:2 | 全天平响时长 | 0.0017361',
    ]);
  });
});

describe('the service reports of 京东', () => {
  const NAME = '京东-接待数据.xlsx';
  const WORK = '京东-服务工作量.xlsx';

  it('are read from the sheet that has all; NaN is missing, and what was ordered is not sales', async () => {
    const world = await readReports({ [NAME]: exported(NAME) });
    expect(brief(world.problems)).toEqual([
      `sheet-left-out | 2026-10/${NAME}`,
      `summary-rows | 2026-10/${NAME}#整体数据`,
    ]);
    expect(figuresOf(world, 0)).toEqual({
      inquiries: '180',
      response_time: '23', // (20 × 300 + 32 × 100) ÷ 400
      within_3min_rate: '0.985', // (99 % × 300 + 97 % × 100) ÷ 400
      satisfaction: '0.8', // (40 + 8) ÷ (44 + 16)
    });
    expect(figuresOf(world, 1)).toEqual({
      inquiries: '12',
      response_time: '18.5',
      within_3min_rate: '1',
    });
  });

  it('may have titles above, and the data from row 4', async () => {
    const world = await readReports({ [WORK]: exported(WORK) });
    expect(brief(world.problems)).toEqual([]);
    expect(world.facts?.inputs.map(({ readAs }) => readAs)).toEqual(['jd_service']);
    expect(figuresOf(world, 0)).toEqual({ response_time: '23', first_response_time: '10' });
  });

  it('bring what was ordered where the shop declares it', async () => {
    const world = await readReports({
      'kpi.yaml':
        'shop: 云朵家居\ncustom_metrics:\n  - {id: ordered, title: 促成下单商品金额, unit: yuan}\n',
      [NAME]: exported(NAME),
    });
    expect(figuresOf(world, 0)).toMatchObject({ ordered: '9200.5' });
  });
});

describe('the service report of 快手', () => {
  const NAME = '快手-客服数据.csv';

  it('is read in GBK, with the rate per session', async () => {
    const world = await readReports({ [NAME]: exported(NAME) });
    expect(brief(world.problems)).toEqual([
      `summary-rows | 2026-10/${NAME}`,
      `accounts-not-combined | 2026-10/${NAME}:1 | 好评率（人维度）`,
      `figure-not-imported | 2026-10/${NAME}:1 | 人工平均回复时长`,
    ]);
    expect(figuresOf(world, 0)).toEqual({
      consults: '110',
      within_3min_rate: '0.98', // (99 % × 75 + 95 % × 25) ÷ 100
      response_time: '35', // (25 × 75 + 65 × 25) ÷ 100
      inquiries: '60',
      inquiry_paid: '25',
      conversion: '0.416667', // 25 ÷ 60
      avg_order_value: '92', // (100 × 20 + 60 × 5) ÷ 25
      sales: '2300',
    });
    expect(figuresOf(world, 1)).toEqual({
      consults: '10',
      within_3min_rate: '1',
      inquiries: '0',
      inquiry_paid: '0',
      sales: '0',
    });
  });
});
