import { describe, expect, it } from 'vitest';
import { encodeGb18030 } from '../../../fixtures/generator/gb18030.js';
import { brief } from '../world.js';
import { exported, figuresOf, readReports } from './service-reports.js';

const NAME = '自定义报表_客服月报_下单优先判定_2026-10-01至2026-10-31.xlsx';

describe('a custom report of Chitu', () => {
  it('is read by its header; totals, robots and what is not settled are left out', async () => {
    const world = await readReports({ [NAME]: exported(NAME) });
    expect(brief(world.problems)).toEqual([
      `summary-rows | 2026-10/${NAME}`,
      `unknown-account | 2026-10/${NAME} | 客服昵称 | 云朵家居:机器人`,
      `accounts-not-combined | 2026-10/${NAME}:1 | 上班天数`,
      `figure-not-imported | 2026-10/${NAME}:1 | 询单人数`,
      `figure-not-imported | 2026-10/${NAME}:1 | 询单->最终付款人数`,
      `figure-not-imported | 2026-10/${NAME}:1 | 询单->最终付款成功率`,
    ]);
    expect(world.facts?.inputs.map(({ readAs, rows }) => [readAs, rows])).toEqual([['chitu', 4]]);
    // 询单, 转化 and 满意率 say 延迟统计: they are missing, not 0.
    expect(figuresOf(world, 1)).toEqual({
      consults: '75',
      receptions: '70',
      buyer_messages: '350',
      agent_messages: '450',
      answer_ratio: '1.29',
      agent_chars: '5120',
      reply_rate: '1',
      slow_receptions: '0',
      slow_share: '0',
      first_response_time: '9.87',
      response_time: '24.31',
      sales: '0',
      items: '0',
      paid_buyers: '0',
      paid_orders: '0',
      service_days: '21',
    });
  });

  it('gives one figure for an agent with two accounts: sums, and weighted averages', async () => {
    const world = await readReports({ [NAME]: exported(NAME) });
    expect(figuresOf(world, 0)).toEqual({
      consults: '160', // 120 + 40
      receptions: '150', // 110 + 40
      buyer_messages: '800',
      agent_messages: '1050',
      answer_ratio: '1.3125', // 1050 ÷ 800
      agent_chars: '12600',
      reply_rate: '0.98125', // (0.975 × 120 + 1 × 40) ÷ 160
      slow_receptions: '6',
      slow_share: '0.04', // 6 ÷ 150
      first_response_time: '14.5', // (12.5 × 110 + 20 × 40) ÷ 150
      response_time: '34.333333', // (30.2 × 110 + 45.7 × 40) ÷ 150
      inquiries: '100',
      inquiry_paid: '57',
      conversion: '0.57', // 57 ÷ 100, not the mean of 60 % and 45 %
      sales: '14346',
      items: '101',
      paid_buyers: '54',
      paid_orders: '60',
      avg_order_value: '265.666667', // 14346 ÷ 54
      items_per_buyer: '1.87037', // 101 ÷ 54
      satisfaction: '0.9', // (30 + 18 + 10 + 5) ÷ (50 + 20)
    });
  });

  it('has any columns in any order, old and new names, as a text in GBK', async () => {
    const text =
      '月份,客户满意比,店长备注,平均响应时长（秒),询单→最终付款转化率,客服昵称,咨询人数\n' +
      '十月,98.5%,,"25",61.2%,云朵家居：阿青\t,"1,075"\n十月,-,,--,,合计,1\n';
    const world = await readReports({ '客服十月.csv': encodeGb18030(text) });
    expect(brief(world.problems)).toEqual(['summary-rows | 2026-10/客服十月.csv']);
    expect(figuresOf(world, 1)).toEqual({
      consults: '1075',
      response_time: '25',
      conversion: '0.612',
      satisfaction: '0.985',
    });
  });

  it('may have few columns, when it names agents as Chitu does', async () => {
    const world = await readReports({ 'a.csv': '客服昵称,接待人数,回复率\n阿青,12,80%\n' });
    expect(world.facts?.inputs.map(({ readAs }) => readAs)).toEqual(['chitu']);
    expect(figuresOf(world, 1)).toEqual({ receptions: '12', reply_rate: '0.8' });
  });

  it('says which column an average of two accounts is weighted by, when it has no such column', async () => {
    const world = await readReports({
      'a.csv': '客服昵称,平均响应(秒)\n云朵家居:小满,30\n云朵家居:小满2,40\n阿青,5\n',
    });
    expect(brief(world.problems)).toEqual([
      'accounts-without-weight | 2026-10/a.csv:1 | 平均响应(秒)',
    ]);
    expect(world.problems[0]?.params).toMatchObject({
      agent: { ids: ['A01'], zh: 'A01 小满' },
      places: { zh: '第 2, 3 行' },
      weight: { zh: '接待人数' },
    });
  });

  it('needs no weight for accounts that agree, and none of an account that did nothing', async () => {
    const world = await readReports({
      'a.csv':
        '客服昵称,聊天人数,平均响应(秒),回复率\n云朵家居:小满,7,30,1\n云朵家居:小满2,0,-,0\n阿青,0,0,-\n',
      'b.csv': '客服昵称,首次响应(秒)\n云朵家居:小满,9\n云朵家居:小满2,9\n',
    });
    expect(brief(world.problems)).toEqual([]);
    expect(figuresOf(world, 0)).toEqual({
      consults: '7',
      response_time: '30',
      reply_rate: '1',
      first_response_time: '9',
    });
    expect(figuresOf(world, 1)).toEqual({ consults: '0', response_time: '0' });
  });

  it('leaves out a sum of which one account is not settled', async () => {
    const world = await readReports({
      'a.csv': '客服昵称,聊天人数,询单人数\n云朵家居:小满,7,5\n云朵家居:小满2,4,延迟统计\n',
    });
    expect(brief(world.problems)).toEqual(['accounts-incomplete | 2026-10/a.csv:1 | 询单人数']);
    expect(figuresOf(world, 0)).toEqual({ consults: '11' });
  });

  it('has one row per account', async () => {
    const world = await readReports({
      'a.csv': '客服昵称,聊天人数\n阿青,7\n云朵家居:阿青,7\n阿青,7\n',
    });
    expect(brief(world.problems)).toEqual(['account-repeated | 2026-10/a.csv:4 | 客服昵称 | 阿青']);
  });

  it('does not take 99.5 for 99.5 %, and says so', async () => {
    const world = await readReports({ 'a.csv': '客服昵称,聊天人数,回复率\n阿青,7,99.5\n' });
    expect(brief(world.problems)).toEqual(['share-above-one | 2026-10/a.csv:2 | 回复率 | 99.5']);
    const inPercent = await readReports({
      'a.csv': '客服昵称,聊天人数,回复率(%),平均响应(分钟)\n阿青,7,99.5,0.5\n',
    });
    expect(brief(inPercent.problems)).toEqual([]);
    expect(figuresOf(inPercent, 1)).toEqual({
      consults: '7',
      reply_rate: '0.995',
      response_time: '30',
    });
  });

  it('brings the metrics that the shop has declared under a header of the report', async () => {
    const world = await readReports({
      'kpi.yaml':
        'shop: 云朵家居\ncustom_metrics:\n  - {id: rated, title: 服务满意度评价参与率, unit: ratio}\n  - {id: long_talks, title: 长接待人数, unit: count}\n',
      [NAME]: exported(NAME),
    });
    expect(figuresOf(world, 0)).toMatchObject({ long_talks: '23' });
    expect(figuresOf(world, 1)).toMatchObject({ long_talks: '9', rated: '0.2' });
    expect(brief(world.problems)).toContain(
      `accounts-not-combined | 2026-10/${NAME}:1 | 服务满意度评价参与率`,
    );
  });
});

describe('the name of a report of Chitu', () => {
  const ROWS = '客服昵称,聊天人数,销售额\n阿青,7,10\n';
  const codes = async (name: string, yaml = '') => {
    const world = await readReports({ 'kpi.yaml': `shop: 云朵家居\n${yaml}`, [name]: ROWS });
    return world.problems.map(({ code, params }) => [code, params]);
  };

  it('is held against the month', async () => {
    const name = (dates: string) => `自定义报表_每周店铺个人数据_下单优先判定_${dates}.csv`;
    expect(await codes(name('2026-10-01至2026-10-31 (1)'))).toEqual([]);
    expect(await codes(name('2026-10-05至2026-10-11'))).toEqual([
      ['export-period', { month: '2026-10', first: '2026-10-05', last: '2026-10-11' }],
    ]);
    expect(await codes(name('2026-09-28至2026-10-31'))).toEqual([
      ['export-period', { month: '2026-10', first: '2026-09-28', last: '2026-10-31' }],
    ]);
    expect(await codes(name('2026-09-01至2026-09-30'))).toEqual([
      ['wrong-month', { month: '2026-10', first: '2026-09-01', last: '2026-09-30' }],
    ]);
  });

  it('is held against the rule by which kpi.yaml credits orders', async () => {
    const name = (rule: string) => `自定义报表_甲_${rule}_2026-10-01至2026-10-31.csv`;
    expect((await codes(name('付款判定'))).map(([code]) => code)).toEqual(['report-attribution']);
    expect(await codes(name('下单判定'))).toEqual([
      [
        'report-attribution',
        { rule: '下单判定', id: 'order', configured: '下单优先判定', attribution: 'order_first' },
      ],
    ]);
    expect(await codes(name('付款判定'), 'metrics: {attribution: payment}\n')).toEqual([]);
  });
});
