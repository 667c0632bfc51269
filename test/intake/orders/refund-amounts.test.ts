import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kpi } from '../../setup/program.js';
import { runs } from '../../setup/runs.js';
import { csv, writeShop } from '../../setup/shop.js';
import { brief, readOctober, SMALL_SHOP } from '../world.js';

const TIMES = '2026-10-03 10:00:00,2026-10-03 10:01:00';
const TAOBAO =
  '订单编号,买家会员名,买家实际支付金额,订单状态,订单创建时间,订单付款时间,宝贝总数量,退款金额,商家备注';

function taobao(...refunds: readonly string[]): string {
  const rows = refunds.map(
    (refund, at) => `10${at},b${at},${[100.1, 200.2, 0.3][at]},交易成功,${TIMES},1,${refund},A01号`,
  );
  return csv(TAOBAO, ...rows);
}

const REFUNDS = 'SELECT amount, refund FROM orders ORDER BY order_id';

describe('a refund below 0', () => {
  it('beside refunds above 0 is an error that names the cell, and raises no net sales', async () => {
    const cwd = writeShop({
      ...SMALL_SHOP,
      'kpi.yaml': 'shop: 小店\nplans: {presales: classic}\n',
      '2026-10/ExportOrderList1.csv': taobao('-30.00', '10.00', ''),
    });
    const { code, out } = await kpi(['check', '--month', '2026-10', '--format', 'json'], { cwd });
    expect(code).toBe(1);
    const { problems } = JSON.parse(out);
    expect(
      problems.find((each: { code: string }) => each.code === 'negative-refund'),
    ).toMatchObject({
      level: 'error',
      file: '2026-10/ExportOrderList1.csv',
      line: 2,
      column: '退款金额',
      cell: '-30.00',
      text: '退款金额是负数：-30.00，而这个文件里别的退款是正数',
    });
  });

  it('is a refund where the whole file writes them so, and a warning says it', async () => {
    const world = await readOctober({ '2026-10/a.csv': taobao('-30.00', '（10）', '0') });
    expect(brief(world.problems)).toEqual(['refunds-below-zero | 2026-10/a.csv:2 | 退款金额']);
    expect(world.problems[0]?.params).toEqual({ rows: 2, sum: '40' });
    expect(await world.query(REFUNDS)).toEqual([
      { amount: '100.1000', refund: '30.0000' },
      { amount: '200.2000', refund: '10.0000' },
      { amount: '0.3000', refund: '0.0000' },
    ]);
  });

  const CANONICAL = '订单编号,买家,创建时间,付款时间,实付金额,退款金额';
  const ORDER = csv(
    '订单编号,买家,创建时间,付款时间,实付金额',
    `1,b,${TIMES},90`,
    `2,b,${TIMES},90`,
  );
  it.each<readonly [string, Readonly<Record<string, string>>, string]>([
    [
      'a column of orders',
      { 'a.csv': csv(CANONICAL, `1,b,${TIMES},90,-5`, `2,b,${TIMES},90,4`) },
      '退款金额',
    ],
    [
      'items of Taobao',
      {
        'a.csv': ORDER,
        'b.csv': csv(
          '主订单编号,子订单编号,买家实际支付金额,购买数量,退款状态,退款金额',
          '1,11,90,1,退款成功,-5',
          '2,21,90,1,退款成功,4',
        ),
      },
      '退款金额',
    ],
    [
      'refunds of Taobao',
      {
        'a.csv': ORDER,
        'b.csv': csv(
          '订单编号,退款编号,买家退款金额,退款状态',
          '1,9,-5,退款成功',
          '2,8,4,退款成功',
        ),
      },
      '买家退款金额',
    ],
    [
      'after-sales of PDD',
      {
        'a.csv': ORDER,
        'b.csv': csv('订单号,售后编号,退款金额,售后状态', '1,9,-5,退款成功', '2,8,4,退款成功'),
      },
      '退款金额',
    ],
    [
      'after-sales of Douyin, in what is added to the goods',
      {
        'a.csv': ORDER,
        'b.csv': csv(
          '售后单号,订单号,商品单号,退商品金额（元）,退运费金额（元）,售后状态',
          '9,1,1,80,-5,退款成功',
          '8,2,2,4,0,退款成功',
        ),
      },
      '退运费金额（元）',
    ],
  ])('is told however refunds come in: %s', async (_, files, column) => {
    const world = await readOctober(
      Object.fromEntries(Object.entries(files).map(([name, text]) => [`2026-10/${name}`, text])),
    );
    const reported = world.problems.filter(({ level }) => level === 'error');
    const [file] = Object.keys(files).slice(-1);
    expect(brief(reported)).toEqual([`negative-refund | 2026-10/${file}:2 | ${column} | -5`]);
  });
});

describe('refunds of more than was paid', () => {
  it('count as what was paid, and a warning names the order and the amounts', async () => {
    const cwd = writeShop({
      ...SMALL_SHOP,
      'kpi.yaml': 'shop: 小店\nplans: {presales: classic}\n',
      '2026-10/a.csv': taobao('1000.10', '10.00', ''),
    });
    const { code, out } = await kpi(['metrics', '--month', '2026-10', '--format', 'json'], { cwd });
    expect(code).toBe(0);
    const { agents, problems } = JSON.parse(out);
    // 100.10 + 200.20 + 0.30, less 100.10 and 10.00.
    expect(agents[0].metrics).toMatchObject({ sales: 300.6, refunds: 110.1, net_sales: 190.5 });
    expect(
      problems.find((each: { code: string }) => each.code === 'refund-above-paid'),
    ).toMatchObject({
      level: 'warning',
      file: '2026-10/a.csv',
      line: 2,
      column: '退款金额',
      text: '订单 100 的退款共 1000.1 元，多于实付的 100.1 元：只计 100.1 元',
    });
  });

  it('are the sum of the refunds of an order, told at the last that was made', async () => {
    const world = await readOctober({
      '2026-10/a.csv': csv('订单编号,买家,创建时间,付款时间,实付金额', `1,b,${TIMES},90`),
      '2026-10/b.csv': csv(
        '订单编号,退款编号,买家退款金额,退款状态',
        '1,7,50,退款成功',
        '1,8,40.01,退款成功',
        '1,9,30,退款关闭',
      ),
    });
    expect(brief(world.problems)).toEqual(['refund-above-paid | 2026-10/b.csv:3 | 买家退款金额']);
    expect(world.problems[0]?.params).toEqual({
      order: '1',
      refund: '90.01',
      paid: '90',
      counted: '90',
    });
    expect(await world.query(REFUNDS)).toEqual([{ amount: '90.0000', refund: '90.0000' }]);
  });

  it('are no matter of another month', async () => {
    const world = await readOctober({
      '2026-10/a.csv': taobao('200', '1', '0.3').replaceAll('2026-10-03 10:0', '2026-09-03 10:0'),
      '2026-10/b.csv': csv('订单编号,买家,创建时间,付款时间,实付金额', `1,b,${TIMES},90`),
    });
    expect(brief(world.problems)).not.toContainEqual(expect.stringMatching(/^refund/));
  });
});

describe('whatever a file of refunds says', () => {
  it('net sales are never more than sales, nor below 0', async () => {
    const fen = fc.integer({ min: -30_000, max: 30_000 }).map((each) => (each / 100).toFixed(2));
    await fc.assert(
      fc.asyncProperty(fc.array(fen, { minLength: 1, maxLength: 3 }), async (refunds) => {
        const world = await readOctober({ '2026-10/a.csv': taobao(...refunds) });
        const wrong = await world.query(
          'SELECT amount, refund FROM orders WHERE refund < 0 OR refund > amount',
        );
        expect(wrong).toEqual([]);
        const isMixed = refunds.some((each) => +each < 0) && refunds.some((each) => +each > 0);
        const reported = world.problems.filter(({ code }) => code === 'negative-refund');
        expect(reported.length).toBe(isMixed ? refunds.filter((each) => +each < 0).length : 0);
      }),
      { numRuns: runs(100) },
    );
  });
});

describe('a refund of an order whose amount cannot be read', () => {
  it('is not told as more than was paid: what was paid is not known', async () => {
    const world = await readOctober({
      '2026-10/orders.csv': csv(
        '订单编号,买家,创建时间,付款时间,实付金额,退款金额',
        '1001,b1,2026-10-02 10:00:00,2026-10-02 10:01:00,五百,300',
      ),
    });
    expect(world.problems.map(({ code }) => code)).toContain('bad-amount');
    expect(world.problems.map(({ code }) => code)).not.toContain('refund-above-paid');
  });
});
