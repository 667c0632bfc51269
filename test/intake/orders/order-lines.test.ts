import { describe, expect, it } from 'vitest';
import { kpi } from '../../setup/program.js';
import { csv, writeShop } from '../../setup/shop.js';
import { brief, readOctober, SMALL_SHOP } from '../world.js';

const DOUYIN =
  '主订单编号,子订单编号,选购商品,商品数量,订单应付金额,订单提交时间,支付完成时间,订单状态,售后状态,商家备注,旗帜颜色';

function douyin(...details: readonly string[]): string {
  const lines = details.map((detail, at) => {
    const price = at === 0 ? '100.00' : '0.00';
    return `91,${91 + at},甲,1,${price},2026-10-03 10:00:00,2026-10-03 10:01:00,已完成,-,${detail}`;
  });
  return csv(DOUYIN, ...lines);
}

const JD =
  '订单号,商品ID,下单帐号,下单时间,付款确认时间,应付金额,京东价,订购数量,订单状态,商家备注';

function jd(...lines: readonly string[]): string {
  return csv(JD, ...lines);
}

const ORDERS = 'SELECT order_id, buyer, paid, amount, quantity, memo, flag, agent FROM orders';

describe('what one line of an order leaves unsaid', () => {
  it('is no conflict: a flag on the first sub-order is the flag of the order', async () => {
    const cwd = writeShop({
      ...SMALL_SHOP,
      'kpi.yaml': 'shop: 小店\nplans: {presales: classic}\n',
      '2026-10/1777600000.csv': douyin('A01号,红', '-,-'),
    });
    const { code, out } = await kpi(['metrics', '--month', '2026-10', '--format', 'json'], { cwd });
    expect(code).toBe(0);
    const { agents } = JSON.parse(out);
    expect(agents[0].metrics).toMatchObject({ sales: 100, items: 2 });
  });

  it.each([
    ['first', ['A01号,红', '-,-']],
    ['second', ['-,-', 'A01号,红']],
    ['third, where others say that there is none', ['-,灰', '-,无', 'A01号,红']],
  ])('is as the %s line says', async (_, details) => {
    const world = await readOctober({ '2026-10/a.csv': douyin(...details) });
    expect(brief(world.problems)).toEqual(['masked-buyers | 2026-10/a.csv']);
    expect(await world.query(ORDERS)).toMatchObject([
      { amount: '100.0000', quantity: `${details.length}.0000`, memo: 'A01号', flag: 'red' },
    ]);
  });

  it('is filled in lines that repeat the whole order, too', async () => {
    const world = await readOctober({
      '2026-10/a.csv': jd(
        '81,1,,2026-10-03 10:00:00,-,99.00,99.00,1,,-',
        '81,2,jd_u1,2026-10-03 10:00:00,2026-10-03 10:01:00,99.00,0.00,2,完成,A01号',
      ),
    });
    expect(brief(world.problems)).toEqual([]);
    expect(await world.query(ORDERS)).toMatchObject([
      { buyer: 'jd_u1', amount: '99.0000', quantity: '3.0000', memo: 'A01号' },
    ]);
    expect(await world.query('SELECT paid IS NOT NULL AS paid, completed FROM orders')).toEqual([
      { paid: true, completed: true },
    ]);
  });
});

describe('lines of one order that contradict each other', () => {
  it('are told with the column and both values, and with no advice to delete one', async () => {
    const cwd = writeShop({
      ...SMALL_SHOP,
      '2026-10/1777600000.csv': douyin('A01号,-', 'A01号,红', 'A01号,绿'),
    });
    const { code, err, out } = await kpi(['check', '--month', '2026-10', '--format', 'json'], {
      cwd,
    });
    expect(code).toBe(1);
    expect(err).not.toContain('Error');
    const { problems } = JSON.parse(out);
    const conflicts = problems.filter((each: { code: string }) => each.code.startsWith('conflict'));
    expect(conflicts).toMatchObject([
      {
        code: 'conflicting-lines',
        file: '2026-10/1777600000.csv',
        line: 4,
        column: '旗帜颜色',
        text: '订单 91 的几行互相矛盾：旗帜颜色这里是“绿”，2026-10/1777600000.csv 第 3 行是“红”',
      },
    ]);
    expect(conflicts[0].remedy).toContain('不要删行');
    expect(conflicts[0].remedy).not.toContain('只留');
  });

  it('are a conflict of their export, whoever else has the order', async () => {
    const world = await readOctober({
      '2026-10/a.csv': jd('81,1,jd_u1,2026-10-03 10:00:00,2026-10-03 10:01:00,9,9,1,完成,'),
      '2026-10/b.csv':
        '订单编号,买家,创建时间,付款时间,实付金额\n81,jd_u1,2026-10-03 10:00:00,2026-10-03 10:01:00,9\n',
    });
    expect(brief(world.problems)).toEqual([
      'order-in-two-exports | 2026-10/b.csv:2 | 订单编号 | 81',
    ]);
  });

  it('do not show the nick of a buyer', async () => {
    const world = await readOctober({
      '2026-10/a.csv': jd(
        '81,1,jd_u1,2026-10-03 10:00:00,2026-10-03 10:01:00,9,9,1,完成,',
        '81,2,kd_u2,2026-10-03 10:00:00,2026-10-03 10:01:00,9,9,1,完成,',
      ),
    });
    expect(world.problems[0]).toMatchObject({
      code: 'conflicting-lines',
      column: '下单帐号',
      params: { here: 'k***', there: 'j***' },
    });
    expect(JSON.stringify(world.problems)).not.toContain('_u');
  });
});

describe('a memo that a spreadsheet has wrapped', () => {
  const TIMES = '2026-10-03 10:00:00,2026-10-03 10:01:00';

  it.each([
    ['the canonical file', `订单编号,买家,创建时间,付款时间,实付金额,备注\n1,b1,${TIMES},9,MEMO\n`],
    [
      'Taobao',
      `订单编号,买家会员名,订单创建时间,订单付款时间,买家实际支付金额,商家备注\n1,b1,${TIMES},9,MEMO\n`,
    ],
    ['PDD', '订单号,支付时间,用户实付金额,商品数量,商家备注\n1,2026-10-03 10:01:00,9,1,MEMO\n'],
    ['JD', jd(`1,1,b1,${TIMES},9,9,1,完成,MEMO`)],
    ['Douyin', douyin('MEMO,红')],
  ])('is read without the wrapping, in an export of %s', async (_, text) => {
    for (const memo of ["'A01号", '"=""A01号"""']) {
      const world = await readOctober({ '2026-10/a.csv': text.replace('MEMO', memo) });
      expect(await world.query('SELECT memo FROM orders')).toEqual([{ memo: 'A01号' }]);
    }
  });

  it('is otherwise as it stands', async () => {
    const world = await readOctober({
      '2026-10/a.csv': `订单编号,买家,创建时间,付款时间,实付金额,备注\n1,b1,${TIMES},9," 要 ""好"" 的 "\n`,
    });
    expect(await world.query('SELECT memo FROM orders')).toEqual([{ memo: ' 要 "好" 的 ' }]);
  });
});

describe('a report of items that does not say when they were paid', () => {
  it('takes its refunds off orders that another file says were paid, and off no other', async () => {
    const world = await readOctober({
      '2026-10/orders.csv': csv(
        '订单编号,买家,创建时间,付款时间,实付金额',
        '1001,b1,2026-10-02 10:00:00,2026-10-02 10:01:00,1000',
        '1002,b2,2026-10-02 10:00:00,,500',
      ),
      '2026-10/items.csv': csv(
        '子订单编号,主订单编号,商品标题,购买数量,订单状态,退款状态,退款金额,买家实际支付金额',
        '10011,1001,甲,1,交易成功,退款成功,300,600',
        '10012,1001,乙,1,交易成功,没有申请退款,0,400',
        '10021,1002,甲,1,等待买家付款,没有申请退款,0,500',
      ),
    });
    expect(world.problems.filter(({ level }) => level === 'error')).toEqual([]);
    expect(await world.query('SELECT order_id, amount, refund FROM orders')).toEqual([
      { order_id: '1001', amount: '1000.0000', refund: '300.0000' },
      { order_id: '1002', amount: '500.0000', refund: '0.0000' },
    ]);
  });
});
