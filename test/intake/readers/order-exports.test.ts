import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { encodeGb18030 } from '../../../fixtures/generator/gb18030.js';
import { exportUnder, ORDER_EXPORTS } from '../../fixtures/order-exports.js';
import * as headers from '../../fixtures/order-headers.js';
import type { ShopFiles } from '../../setup/shop.js';
import { at, brief, readOctober, type World } from '../world.js';

/** Files of October under names that say nothing. */
async function october(files: ShopFiles, config: ShopFiles = {}): Promise<World> {
  const month = Object.entries(files).map(([name, content]) => [`2026-10/${name}`, content]);
  return readOctober({ ...config, ...Object.fromEntries(month) });
}

/** A file of fixtures/exports. */
function fixture(name: string): Uint8Array {
  return readFileSync(join(import.meta.dirname, '../../../fixtures/exports', name));
}

/** The orders in short: id, paid or not, amount, quantity, refund. */
async function orders(world: World): Promise<string[]> {
  const rows = await world.query(`
    SELECT order_id, paid IS NOT NULL AS paid,
      CAST(amount AS DOUBLE) AS amount, CAST(quantity AS DOUBLE) AS quantity,
      CAST(refund AS DOUBLE) AS refund
    FROM orders ORDER BY order_id`);
  return rows.map(
    ({ order_id, paid, amount, quantity, refund }) =>
      `${String(order_id).slice(-4)} ${paid ? 'paid' : 'unpaid'} ${amount} x${quantity} -${refund}`,
  );
}

async function column(world: World, name: string) {
  const rows = await world.query(`SELECT ${name} AS cell FROM orders ORDER BY order_id`);
  return rows.map(({ cell }) => cell);
}

const codes = (world: World) => [...new Set(world.problems.map(({ code }) => code))];
const readAs = (world: World) => world.facts?.inputs.map(({ readAs: name }) => name);

describe('the exports in fixtures/exports', () => {
  it.each(
    Object.entries(ORDER_EXPORTS),
  )('%s is what the program that makes it writes', (name, bytes) => {
    expect(Buffer.from(bytes).equals(fixture(name))).toBe(true);
  });
});

describe('a Taobao order report of 2017', () => {
  it('is read without any configuration', async () => {
    const world = await october({ 'a.csv': fixture('taobao-orders-2017.csv') });
    expect(brief(world.problems)).toEqual(['masked-buyers | 2026-10/a.csv | 买家会员名']);
    expect(readAs(world)).toEqual(['taobao_orders']);
    expect(await orders(world)).toEqual([
      '5791 paid 201.12 x2 -20',
      '5792 paid 88 x1 -8',
      // Closed without a time of payment: nobody paid.
      '5793 unpaid 50 x1 -0',
      // Closed after payment: it stays, and its refund counts.
      '5794 paid 60 x1 -60',
      '5795 unpaid 70 x1 -0',
      '5796 paid 128.5 x3 -0',
    ]);
    const [first] = await world.query('SELECT * FROM orders WHERE line = 2');
    expect(first).toMatchObject({
      order_id: '123456789012345791',
      buyer: '小鱼儿',
      created: at('2026-10-08 00:42:32'),
      paid: at('2026-10-08 00:42:40'),
      memo: '小张二号，催发货',
      flag: 'none',
    });
    expect(world.facts?.counts).toMatchObject({ 'orders.read': 6, 'orders.unpaid': 2 });
  });

  it('is also read under the headers of 2019 and 2020, shuffled, with columns that nobody knows', async () => {
    const years = [headers.TAOBAO_ORDERS_2019_O2O_69, headers.TAOBAO_ORDERS_2020];
    const shuffled = ['负责人', ...headers.TAOBAO_ORDERS_2017.split(',').reverse(), '新的一列'];
    for (const header of [...years, shuffled.join(',')]) {
      const bytes = encodeGb18030(exportUnder.taobao(header));
      const world = await october({ 'ExportOrderList2026.csv': bytes });
      expect((await orders(world)).slice(0, 2)).toEqual([
        '5791 paid 201.12 x2 -20',
        '5792 paid 88 x1 -8',
      ]);
    }
  });

  it('names a column that is not there as the report calls it', async () => {
    const header = headers.TAOBAO_ORDERS_2017.replace('订单付款时间 ,', '');
    const world = await october({ 'a.csv': encodeGb18030(exportUnder.taobao(header)) });
    expect(brief(world.problems)).toEqual(['missing-column | 2026-10/a.csv:1 | 订单付款时间']);
  });

  it('may have a row of totals and a remark, which are left out', async () => {
    const text = exportUnder.taobao(headers.TAOBAO_ORDERS_2017);
    const totals = `合计${','.repeat(45)}\r\n#导出时间：2026-11-01${','.repeat(45)}\r\n`;
    const world = await october({ 'a.csv': encodeGb18030(text + totals) });
    expect(await orders(world)).toHaveLength(6);
    expect(world.facts?.counts).toMatchObject({ 'orders.read': 8, 'orders.summary': 2 });
    const reported = world.problems.find(({ code }) => code === 'summary-rows');
    expect(reported?.params).toMatchObject({ rows: 2 });
  });

  it('had no refunds in 2016: a closed order stays in sales, with a warning', async () => {
    const [before = ''] = headers.TAOBAO_ORDERS_2017.split(',退款金额');
    const world = await october({ 'a.csv': encodeGb18030(exportUnder.taobao(before)) });
    expect((await orders(world))[3]).toBe('5794 paid 60 x1 -0');
    const reported = world.problems.find(({ code }) => code === 'closed-without-refund');
    expect(reported?.params).toEqual({ orders: 1 });
  });

  it('tells of a status that nobody knows, once, and goes by the time of payment', async () => {
    const text = exportUnder.taobao(headers.TAOBAO_ORDERS_2017);
    const world = await october({ 'a.csv': encodeGb18030(text.replaceAll('交易成功', '打包中')) });
    // A buyer may stand there where columns were swapped: few cells of a column are shown.
    expect(brief(world.problems)).toContain('unknown-status | 2026-10/a.csv | 订单状态 | …');
    expect((await orders(world))[1]).toBe('5792 paid 88 x1 -8');
  });
});

describe('later Taobao order reports', () => {
  it('have the memo of the shop before the older one', async () => {
    const world = await october({ 'a.csv': fixture('taobao-orders-2022.csv') });
    expect(await column(world, 'memo')).toEqual(['A02号', 'A01', 'A02']);
    expect(codes(world)).toEqual(['masked-buyers']);
  });

  it('have the columns that a shop chose, in a workbook', async () => {
    const world = await october({ 'a.xlsx': fixture('taobao-orders-2024.xlsx') });
    expect(await orders(world)).toEqual(['0201 paid 45.5 x1 -0', '0202 paid 54.5 x1 -4.5']);
    // The time of payment stands for that of ordering; without either an order was not paid.
    expect(await column(world, 'created')).toEqual(await column(world, 'paid'));
    expect(world.facts?.counts).toMatchObject({ 'orders.read': 3, 'orders.unpaid': 1 });
    // A label is a flag where it names a colour.
    expect(await column(world, 'flag')).toEqual(['red', 'none']);
    expect(codes(world)).toEqual(['masked-buyers', 'no-creation-time']);
  });
});

describe('Taobao items', () => {
  it('bring refunds to the orders of the report, whose amounts count', async () => {
    const world = await october({
      'a.csv': fixture('taobao-orders-2017.csv'),
      'b.csv': fixture('taobao-items-2024.csv'),
    });
    expect(readAs(world)).toEqual(['taobao_orders', 'taobao_items']);
    // 10.00 of the items for 5792, where the order report has 8.00.
    expect(await orders(world)).toEqual([
      '5791 paid 201.12 x2 -20',
      '5792 paid 88 x1 -10',
      '5793 unpaid 50 x1 -0',
      '5794 paid 60 x1 -60',
      '5795 unpaid 70 x1 -0',
      '5796 paid 128.5 x3 -0',
    ]);
    const reported = world.problems.find(({ code }) => code === 'refunds-differ');
    expect(reported?.params).toMatchObject({ orders: 1, sum: '10', otherSum: '8' });
  });

  it('make orders where there is no order report', async () => {
    const world = await october({ 'b.csv': fixture('taobao-items-2024.csv') });
    expect(await orders(world)).toEqual([
      '5791 paid 201.12 x2 -20',
      '5792 paid 88 x1 -10',
      '5796 paid 128.5 x3 -0',
    ]);
    expect(codes(world)).toEqual(['masked-buyers']);
  });

  it('of the old report bring quantities only', async () => {
    const world = await october({
      'a.xlsx': fixture('taobao-orders-2024.xlsx'),
      'b.csv': fixture('taobao-items-old.csv'),
    });
    expect(await orders(world)).toEqual(['0201 paid 45.5 x3 -0', '0202 paid 54.5 x1 -4.5']);
    const reported = world.problems.find(({ code }) => code === 'order-not-here');
    expect(reported).toMatchObject({ file: '2026-10/b.csv', level: 'info', params: { rows: 1 } });
    const alone = await october({ 'b.csv': fixture('taobao-items-old.csv') });
    expect(codes(alone)).toContain('no-order-file');
    expect(alone.facts?.files.has('orders')).toBe(false);
  });

  it('without numbers of their own must not be there twice', async () => {
    const items = fixture('taobao-items-old.csv');
    const world = await october({ 'a.csv': items, 'b.csv': items });
    expect(brief(world.problems)).toContain('same-content | 2026-10/b.csv');
  });
});

describe('Taobao refunds', () => {
  it('count when they succeeded, and win over what orders and items say', async () => {
    const world = await october({
      'a.csv': fixture('taobao-orders-2017.csv'),
      'b.csv': fixture('taobao-items-2024.csv'),
      'c.csv': fixture('taobao-refunds.csv'),
    });
    expect(await orders(world)).toEqual([
      // The refund of its sub-order.
      '5791 paid 201.12 x2 -20',
      // Two refunds, 8.00 and 5.00.
      '5792 paid 88 x1 -13',
      '5793 unpaid 50 x1 -0',
      // No refund of it is listed: the order report's own.
      '5794 paid 60 x1 -60',
      '5795 unpaid 70 x1 -0',
      // One closed, one under way.
      '5796 paid 128.5 x3 -0',
    ]);
    const differ = world.problems.filter(({ code }) => code === 'refunds-differ');
    expect(differ.map(({ params }) => [params.orders, params.sum, params.otherSum])).toEqual([
      [1, '13', '10'],
      [1, '13', '8'],
    ]);
    const strays = world.problems.find(({ code }) => code === 'order-not-here');
    expect(strays?.params).toEqual({ rows: 1 });
    expect(world.facts?.counts).toMatchObject({ 'orders.read': 10, 'order_refunds.read': 6 });
  });

  it('of today have a shop’s own columns on the left, and the platform’s own count', async () => {
    const world = await october({
      'a.xlsx': fixture('taobao-orders-2024.xlsx'),
      'b.xlsx': fixture('taobao-refunds-2026.xlsx'),
    });
    expect(await orders(world)).toEqual(['0201 paid 45.5 x1 -5.5', '0202 paid 54.5 x1 -4.5']);
    expect(codes(world)).not.toContain('missing-column');
  });

  it('may be listed twice in the same words, not in others', async () => {
    const head = '订单编号,退款编号,买家退款金额,退款状态\n';
    const file = (status: string) => `${head}123456789012345792,7,8.00,${status}\n`;
    const month = (status: string) => ({
      'a.csv': fixture('taobao-orders-2017.csv'),
      'b.csv': file('退款成功'),
      'c.csv': file(status),
    });
    const same = await october(month('退款成功'));
    expect(brief(same.problems)).toContain('duplicate-refund | 2026-10/c.csv:2 | 退款编号 | 7');
    expect((await orders(same))[1]).toBe('5792 paid 88 x1 -8');
    const other = await october(month('退款关闭'));
    const told = other.problems.find(({ code }) => code === 'exported-twice');
    expect(told).toMatchObject({ line: 2, column: '退款状态', params: { newer: '2026-10/b.csv' } });
    const twice = await october({
      ...month('退款成功'),
      'c.csv': file('退款成功').replace('8.00', '9'),
    });
    expect(brief(twice.problems)).toContain('conflicting-refund | 2026-10/c.csv:2 | 买家退款金额');
  });

  it('name the cells that cannot be read', async () => {
    const world = await october({
      'b.csv':
        '订单编号,退款编号,买家退款金额,退款状态\n,1,5,退款成功\n9.1E+17,2,x,退款成功\n3,3,,退款成功\n4,4,,退款关闭\n5,,1,\n',
    });
    expect(brief(world.problems).slice(0, 6)).toEqual([
      'missing-cell | 2026-10/b.csv:2 | 订单编号',
      'damaged-id | 2026-10/b.csv:3 | 订单编号 | 9.1E+17',
      'bad-amount | 2026-10/b.csv:3 | 买家退款金额 | …',
      'missing-cell | 2026-10/b.csv:4 | 买家退款金额',
      'missing-cell | 2026-10/b.csv:6 | 退款编号',
      'missing-cell | 2026-10/b.csv:6 | 退款状态',
    ]);
  });
});

describe('JD orders', () => {
  it('repeat what an order cost in each of its rows', async () => {
    const world = await october({ '19453840.csv': fixture('jd-orders-2016.csv') });
    expect(readAs(world)).toEqual(['jd_orders']);
    expect(await orders(world)).toEqual([
      // 199.00 to pay and 1.00 from the account, once; one and two pieces.
      '0001 paid 200 x3 -0',
      // Deleted by the buyer after payment.
      '0002 paid 120 x1 -0',
      '0003 unpaid 33 x1 -0',
    ]);
    expect(await column(world, 'buyer')).toEqual(['jd_buyer1', 'jd_buyer2', 'jd_buyer3']);
    // The shop's memo; 订单备注 is the buyer's.
    expect(await column(world, 'memo')).toEqual(['A01 好评返现', null, null]);
    expect(await column(world, 'flag')).toEqual(['red', 'none', 'none']);
    expect(codes(world)).toEqual(['closed-without-refund']);
  });

  it('of 2018 are the same', async () => {
    const bytes = encodeGb18030(exportUnder.jd(headers.JD_ORDERS_2018));
    const world = await october({ 'a.csv': bytes });
    expect((await orders(world))[0]).toBe('0001 paid 200 x3 -0');
  });

  it('whose rows do not agree on the order are a conflict', async () => {
    const text = exportUnder.jd(headers.JD_ORDERS_2016);
    const second = text.lastIndexOf('199.00');
    const other = `${text.slice(0, second)}198.00${text.slice(second + 6)}`;
    const world = await october({ 'a.csv': encodeGb18030(other) });
    expect(brief(world.problems)).toContain('conflicting-lines | 2026-10/a.csv:3 | 应付金额');
  });

  it('are no settlements: those are known, and not read', async () => {
    const world = await october({ 'a.csv': fixture('jd-settlement.csv') });
    expect(brief(world.problems)).toEqual(['not-read | 2026-10/a.csv:2']);
    expect(world.facts?.files.has('orders')).toBe(false);
  });
});

describe('PDD orders', () => {
  it('have no buyer, no time of ordering, and no amount of a refund', async () => {
    const world = await october({ 'a.csv': fixture('pdd-orders.csv') });
    expect(readAs(world)).toEqual(['pdd_orders']);
    expect(await orders(world)).toEqual([
      '0017 paid 39.9 x2 -0',
      '0018 paid 20 x2 -20',
      '0020 paid 25 x2 -25',
    ]);
    expect(await column(world, 'order_id')).toContain('260517-000000000000017');
    const reported = (code: string) => world.problems.find((each) => each.code === code)?.params;
    expect(reported('masked-buyers')).toEqual({ rows: 3 });
    expect(reported('refund-unsaid')).toEqual({ orders: 2 });
    expect(reported('no-creation-time')).toEqual({ orders: 3 });
    expect(world.facts?.counts).toMatchObject({ 'orders.read': 4, 'orders.unpaid': 1 });
    // Tabs at the ends of cells, a BOM and the comma of a status are no riddle.
    expect(codes(world)).not.toContain('unknown-status');
  });

  it('have exact refunds with the after-sales export beside them', async () => {
    const world = await october({
      'a.csv': fixture('pdd-orders.csv'),
      'b.csv': fixture('pdd-after-sales.csv'),
    });
    expect((await orders(world))[1]).toBe('0018 paid 20 x2 -3.5');
    const unsaid = world.problems.find(({ code }) => code === 'refund-unsaid');
    expect(unsaid?.params).toEqual({ orders: 1 });
    expect(codes(world)).not.toContain('refunds-differ');
  });

  it('are marked as fake in the memo, and left out by kpi.yaml', async () => {
    const world = await october(
      { 'a.csv': fixture('pdd-orders.csv') },
      { 'kpi.yaml': 'shop: 小店\nexclude: {memos: ["^V-", 补单]}\n' },
    );
    expect(await orders(world)).toEqual(['0017 paid 39.9 x2 -0', '0018 paid 20 x2 -20']);
    expect(world.facts?.counts).toMatchObject({ 'orders.fake': 1 });
  });

  it.each(['\t', ';'])('of the full header are read with the delimiter %j', async (delimiter) => {
    const world = await october({ 'a.csv': exportUnder.pdd(headers.PDD_ORDERS_FULL, delimiter) });
    expect(await orders(world)).toEqual([
      '0017 paid 39.9 x2 -0',
      '0018 paid 20 x2 -20',
      '0020 paid 25 x2 -25',
    ]);
    expect(await column(world, 'memo')).toEqual(['A02;已催', null, 'V-补单']);
  });
});

describe('Douyin orders', () => {
  it('add up what is paid of the lines of an order', async () => {
    const world = await october({ '1766000000.csv': fixture('douyin-orders.csv') });
    expect(readAs(world)).toEqual(['douyin_orders']);
    expect(await orders(world)).toEqual([
      // 1,080.00 + 20.00 + a gift; the first line is refunded, nobody says how much.
      '0001 paid 1100 x4 -1080',
      '0002 paid 99 x1 -99',
      '0003 unpaid 49 x1 -0',
    ]);
    expect(await column(world, 'memo')).toEqual(['A01', null, null]);
    // 5 is red in Douyin, 2 is cyan.
    expect(await column(world, 'flag')).toEqual(['red', 'cyan', 'none']);
    expect(codes(world)).toEqual(['refund-unsaid', 'masked-buyers']);
    expect(world.facts?.counts).toMatchObject({ 'orders.read': 5, 'orders.unpaid': 1 });
  });

  it('are the same under the other headers', async () => {
    const seventyThree = headers.DOUYIN_ORDERS_A74.replace(',序列号', '');
    for (const header of [seventyThree, headers.DOUYIN_ORDERS_B75]) {
      const world = await october({ 'a.csv': exportUnder.douyin(header) });
      expect((await orders(world))[0]).toBe('0001 paid 1100 x4 -1080');
    }
  });

  it('have exact refunds with the after-sales export beside them', async () => {
    const world = await october({
      'a.csv': fixture('douyin-orders.csv'),
      'b.csv': fixture('douyin-after-sales.csv'),
    });
    // 80.00 of goods and 5.00 of freight.
    expect((await orders(world)).slice(0, 2)).toEqual([
      '0001 paid 1100 x4 -85',
      '0002 paid 99 x1 -99',
    ]);
    expect(codes(world)).toEqual(['masked-buyers']);
  });

  it('may be exported twice: a line counts once, or is a conflict', async () => {
    const text = exportUnder.douyin(headers.DOUYIN_ORDERS_A74);
    const same = await october({ 'a.csv': text, 'b.csv': text });
    expect((await orders(same))[0]).toBe('0001 paid 1100 x4 -1080');
    const reported = same.problems.find(({ code }) => code === 'duplicate-order');
    expect(reported).toMatchObject({ file: '2026-10/b.csv', params: { rows: 5 } });
    const other = await october({ 'a.csv': text, 'b.csv': text.replace('20.00', '21.00') });
    expect(brief(other.problems)).toContain('conflicting-lines | 2026-10/b.csv:3 | 订单应付金额');
  });
});

describe('a list of fake orders', () => {
  it('takes them out of sales, with their items', async () => {
    const world = await october({
      'a.csv': fixture('taobao-orders-2017.csv'),
      'b.csv': fixture('taobao-items-2024.csv'),
      'c.csv': fixture('fake-orders.csv'),
      'd.csv': fixture('taobao-refunds.csv'),
    });
    expect((await orders(world)).some((order) => order.startsWith('5796'))).toBe(false);
    // One order and one item.
    expect(world.facts?.counts).toMatchObject({ 'orders.fake': 2 });
    // Another number is another order: suffixes are not cut off.
    const reported = world.problems.find(({ code }) => code === 'fake-order-not-here');
    expect(reported?.params).toEqual({ ids: 1, order: '123456789012345796A' });
    // The refunds of the fake order are no refunds of orders that are not there.
    const strays = world.problems.find(({ code }) => code === 'order-not-here');
    expect(strays?.params).toEqual({ rows: 1 });
  });

  it('may name a line of an order', async () => {
    const world = await october({
      'a.csv': fixture('taobao-orders-2017.csv'),
      'b.csv': fixture('taobao-items-2024.csv'),
      'c.csv': '补单日期,订单号\n2026-10-08,123456789012345802\n',
    });
    expect((await orders(world)).some((order) => order.startsWith('5791'))).toBe(false);
    expect(codes(world)).not.toContain('fake-order-not-here');
  });

  it('may have the number of the row, and the word of its totals, in any column', async () => {
    const world = await october({
      'a.csv':
        '买家,订单编号,序号,创建时间,付款时间,实付金额\n甲,4001,1,2026-10-01 09:00:00,2026-10-01 09:05:00,12.50\n,,合计,,,12.50\n',
      'b.csv': '佣金,序号,订单编号\n8,1,4001\n8,合计,\n',
    });
    expect(await orders(world)).toEqual([]);
    expect(codes(world)).not.toContain('missing-cell');
    expect(world.facts?.counts).toMatchObject({ 'orders.fake': 1 });
  });
});

describe('an export of an ERP under canonical headers', () => {
  it('wraps numbers and times, and ends in a row of totals', async () => {
    const world = await october({
      'orders.csv':
        '订单编号,买家,创建时间,付款时间,实付金额,数量\n="41000000000000001-1",甲,="2026-10-01 09:00:00",="2026-10-01 09:05:00",="12.50",2\n="41000000000000001A",甲,="2026-10-01 09:00:00",,0,1\n合计,,,,12.50,3\n',
    });
    expect(await orders(world)).toEqual(['01-1 paid 12.5 x2 -0', '001A unpaid 0 x1 -0']);
    expect(codes(world)).toEqual(['summary-rows']);
  });
});
