import { describe, expect, it } from 'vitest';
import { at, brief, readOctober } from '../world.js';

const HEADER = '订单编号,买家,创建时间,付款时间,实付金额\n';
const COLUMNS = 'order_id, buyer, created, paid, amount, quantity, refund, memo, flag, agent, line';

describe('an order file', () => {
  it('is read whole', async () => {
    const world = await readOctober({
      '2026-10/orders.csv': `订单编号,买家,创建时间,付款时间,实付金额,数量,状态,退款金额,退款状态,备注,旗帜,客服
="4100000000000000001",tb1,2026-10-01 09:00:00,2026-10-01 09:05:00,"￥1,280.50",2,交易成功,80.5,退款成功,"店:小张，
尽快发",红,
4100000000000000002,tb2,2026/10/2 9:00,,99元,,等待买家付款,,,,,A02
4100000000000000003,tb2,2026-10-02 09:00:00,2026-10-02 09:00:01,5,1,交易关闭,5,退款关闭, x ,none,店：小李
4100000000000000004,tb3,2026-10-02 09:00:00,2026-10-02 09:00:01,5,1,Unpaid,-,,,,
`,
    });
    expect(brief(world.problems)).toEqual([]);
    expect(await world.query(`SELECT ${COLUMNS} FROM orders`)).toEqual([
      {
        order_id: '4100000000000000001',
        buyer: 'tb1',
        created: at('2026-10-01 09:00:00'),
        paid: at('2026-10-01 09:05:00'),
        amount: '1280.5000',
        quantity: '2.0000',
        refund: '80.5000',
        memo: '店:小张，\n尽快发',
        flag: 'red',
        agent: null,
        line: 2,
      },
      {
        order_id: '4100000000000000002',
        buyer: 'tb2',
        created: at('2026-10-02 09:00:00'),
        paid: null,
        amount: '99.0000',
        quantity: '1.0000',
        refund: '0.0000',
        memo: null,
        flag: 'none',
        agent: 1,
        // The memo above has a line break: its order takes lines 2 and 3.
        line: 4,
      },
      // A refund that was closed is none; the order stays paid, its memo as it is.
      expect.objectContaining({
        paid: at('2026-10-02 09:00:01'),
        refund: '0.0000',
        memo: ' x ',
        flag: 'none',
        agent: 1,
        line: 5,
      }),
      // A status that means unpaid, whatever the time of payment says.
      expect.objectContaining({ paid: null, line: 6 }),
    ]);
  });

  it('has the right lines with blank lines in it too', async () => {
    const world = await readOctober({
      '2026-10/orders.csv': `导出时间：2026-11-01\n\n${HEADER}1,a,2026-10-01 09:00:00,,1\n\n\n2,a,2026-10-01 09:00:00,,1\n`,
    });
    expect(await world.query('SELECT order_id, line FROM orders')).toEqual([
      { order_id: '1', line: 4 },
      { order_id: '2', line: 7 },
    ]);
  });

  it('names each cell that cannot be read', async () => {
    const world = await readOctober({
      'agents.csv': '工号,姓名,岗位\nA01,小美,售前\nA02,小美,售前\n',
      '2026-10/orders.csv': `订单编号,买家,创建时间,付款时间,实付金额,数量,退款金额,旗帜,客服
4.1E+18,tb1,2026-10-01 09:00:00,,1,,,,
2,tb1,2026-10-01,,1,,,,
3,tb1,2026-10-01 09:00:00,昨天,1,,,,
4,tb1,2026-10-01 09:00:00,,一百,两件,x,彩虹,小美
5,tb1,2026-10-01 09:00:00,,—,,,,
,tb1,2026-10-01 09:00:00,,5,,,,
`,
    });
    expect(brief(world.problems)).toEqual([
      'damaged-id | 2026-10/orders.csv:2 | 订单编号 | 4.1E+18',
      'bad-date | 2026-10/orders.csv:3 | 创建时间 | 2026-10-01',
      'bad-date | 2026-10/orders.csv:4 | 付款时间 | …',
      'bad-amount | 2026-10/orders.csv:5 | 实付金额 | 一百',
      'bad-number | 2026-10/orders.csv:5 | 数量 | …',
      'bad-amount | 2026-10/orders.csv:5 | 退款金额 | …',
      'bad-word | 2026-10/orders.csv:5 | 旗帜 | …',
      'ambiguous-agent | 2026-10/orders.csv:5 | 客服 | 小美',
      'no-value | 2026-10/orders.csv:6 | 实付金额 | —',
      'missing-cell | 2026-10/orders.csv:7 | 订单编号',
    ]);
    expect(JSON.stringify(world.problems)).not.toContain('tb1');
  });

  it('may say the same order twice in the same words, not in others', async () => {
    const one = '1,tb1,2026-10-01 09:00:00,2026-10-01 09:01:00,10\n';
    const same = await readOctober({
      '2026-10/orders-1.csv': HEADER + one,
      '2026-10/orders-2.csv': `${HEADER}${one.replace(',10\n', ',￥10.00\n')}2,tb1,2026-10-01 09:00:00,,3\n`,
    });
    expect(brief(same.problems)).toEqual([
      'duplicate-order | 2026-10/orders-2.csv:2 | 订单编号 | 1',
    ]);
    expect(await same.query('SELECT count(*) AS n FROM orders')).toEqual([{ n: '2' }]);
    expect(same.facts?.counts).toMatchObject({ 'orders.read': 3, 'orders.duplicate': 1 });

    const other = await readOctober({
      '2026-10/orders-1.csv': HEADER + one,
      '2026-10/orders-2.csv': `${HEADER}1,tb1,2026-10-01 09:00:00,2026-10-01 09:01:00,11\n`,
    });
    expect(brief(other.problems)).toEqual([
      'conflicting-order | 2026-10/orders-2.csv:2 | 实付金额',
    ]);
    expect(other.problems[0]?.params).toEqual({
      order: '1',
      column: '实付金额',
      here: '11',
      other: '2026-10/orders-1.csv',
      line: 2,
      there: '10',
    });
  });

  const AT_FIRST = '1,tb1,2026-10-01 09:00:00,,10,等待买家付款\n';
  const LATER = '1,tb1,2026-10-01 09:00:00,2026-10-01 09:01:00,10,卖家已发货，等待买家确认\n';
  it.each([
    ['before', AT_FIRST, LATER, '付款时间', 'b'],
    ['behind', LATER, AT_FIRST, '付款时间', 'a'],
    [
      'before, both paid',
      LATER,
      LATER.replace('卖家已发货，等待买家确认', '交易成功'),
      '状态',
      'b',
    ],
  ])('of two exports names the newer one: the older %s', async (_, a, b, column, newer) => {
    const head = HEADER.replace('\n', ',状态\n');
    const world = await readOctober({ '2026-10/a.csv': head + a, '2026-10/b.csv': head + b });
    expect(brief(world.problems)).toEqual([`exported-twice | 2026-10/b.csv:2 | ${column}`]);
    expect(world.problems[0]?.params).toMatchObject({
      order: '1',
      other: '2026-10/a.csv',
      newer: `2026-10/${newer}.csv`,
    });
  });

  it('closed here and completed there, or twice in one file, cannot be ordered', async () => {
    const head = HEADER.replace('\n', ',状态\n');
    const row = (status: string) => `1,tb1,2026-10-01 09:00:00,2026-10-01 09:01:00,10,${status}\n`;
    const ends = await readOctober({
      '2026-10/a.csv': head + row('交易成功'),
      '2026-10/b.csv': head + row('交易关闭'),
    });
    expect(brief(ends.problems)).toEqual(['conflicting-order | 2026-10/b.csv:2 | 状态']);
    const one = await readOctober({ '2026-10/a.csv': head + row('待发货') + row('交易成功') });
    expect(brief(one.problems)).toEqual(['conflicting-order | 2026-10/a.csv:3 | 状态']);
  });

  it('leaves fake orders out, by id or memo, and counts them', async () => {
    const world = await readOctober({
      'kpi.yaml': 'shop: 小店\nexclude: {ids: ["^9"], memos: [补单]}\n',
      '2026-10/orders.csv': `订单编号,买家,创建时间,实付金额,备注
91,tb1,2026-10-01 09:00:00,1,
12,tb1,2026-10-01 09:00:00,1,V-补单
13,tb1,2026-10-01 09:00:00,1,
13,tb1,2026-10-01 09:00:00,2,补单
`,
    });
    expect(brief(world.problems)).toEqual(['no-payment-column | 2026-10/orders.csv:1']);
    expect(await world.query('SELECT order_id FROM orders')).toEqual([{ order_id: '13' }]);
    expect(world.facts?.counts).toMatchObject({ 'orders.read': 4, 'orders.fake': 3 });
  });

  it('has no buyer where the platform masks it, and says so', async () => {
    const world = await readOctober({
      '2026-10/orders.csv': `${HEADER}1,t**8,2026-10-01 09:00:00,,1\n2,,2026-10-01 09:00:00,,1\n3,tb：1,2026-10-01 09:00:00,,1\n`,
    });
    expect(brief(world.problems)).toEqual(['masked-buyers | 2026-10/orders.csv | 买家']);
    expect(world.problems[0]?.params).toMatchObject({ rows: 2 });
    const found = await world.query('SELECT buyer FROM orders');
    expect(found.map(({ buyer }) => buyer)).toEqual([null, null, 'tb:1']);
  });

  it('of an unknown agent is credited otherwise, with a warning', async () => {
    const world = await readOctober({
      '2026-10/orders.csv':
        '订单编号,买家,创建时间,实付金额,客服\n1,tb1,2026-10-01 09:00:00,1,前同事\n',
    });
    expect(brief(world.problems)).toEqual([
      'unknown-account | 2026-10/orders.csv | 客服 | 前同事',
      'no-payment-column | 2026-10/orders.csv:1',
    ]);
    expect(await world.query('SELECT agent FROM orders')).toEqual([{ agent: null }]);
  });

  it('may look back, but must have an order that was made or paid in the month', async () => {
    const created = `${HEADER}1,tb1,2026-09-30 23:59:59,2026-09-30 23:59:59,1\n`;
    const wrong = await readOctober({ '2026-10/orders.csv': created });
    expect(brief(wrong.problems)).toEqual(['wrong-month | 2026-10/orders.csv']);
    const paid = `${created}2,tb1,2026-09-30 23:59:59,2026-10-01 00:00:00,1\n`;
    const right = await readOctober({ '2026-10/orders.csv': paid });
    expect(brief(right.problems)).toEqual([]);
    expect(await right.query('SELECT count(*) AS n FROM orders')).toEqual([{ n: '2' }]);
  });
});

describe('refunds', () => {
  it('do not differ from an amount that is merely empty', async () => {
    const refunds = '订单编号,退款编号,买家退款金额,退款状态\n1001,9001,5.00,退款成功\n';
    const orders = (amount: string) =>
      `订单编号,买家,创建时间,付款时间,实付金额,退款金额\n1001,b1,2026-10-02 10:00:00,2026-10-02 10:01:00,80.00,${amount}\n`;
    const read = (amount: string) =>
      readOctober({ '2026-10/orders.csv': orders(amount), '2026-10/退款.csv': refunds });
    expect(brief((await read('')).problems)).toEqual([]);
    expect(brief((await read('0')).problems)).toEqual(['refunds-differ | 2026-10/退款.csv']);
  });
});

describe('ids that a spreadsheet has rounded', () => {
  it('are damaged, and not one order that is said in two ways', async () => {
    const world = await readOctober({
      '2026-10/orders.csv': `订单编号,买家,创建时间,付款时间,实付金额\n4.1E+18,tb1,2026-10-02 10:00:00,2026-10-02 10:01:00,80\n4.1E+18,tb2,2026-10-03 10:00:00,2026-10-03 10:01:00,90\n`,
    });
    expect(brief(world.problems)).toEqual([
      'damaged-id | 2026-10/orders.csv:2 | 订单编号 | 4.1E+18',
      'damaged-id | 2026-10/orders.csv:3 | 订单编号 | 4.1E+18',
    ]);
  });
});
