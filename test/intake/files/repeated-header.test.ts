import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FIRST_SEED, runs } from '../../setup/runs.js';
import { csv } from '../../setup/shop.js';
import { bookOf } from '../../workbook-file.js';
import { brief, readOctober } from '../world.js';

const TAOBAO =
  '"订单编号","买家会员名","买家实际支付金额","订单状态","订单创建时间","订单付款时间","宝贝总数量","退款金额","商家备注"';
const ORDER = [
  '"4100000000000000101","tb_1","100.10","交易成功","2026-10-03 10:00:00","2026-10-03 10:01:00","1","0","A01号"',
  '"4100000000000000102","tb_2","200.20","交易成功","2026-10-04 10:00:00","2026-10-04 10:01:00","2","10.00",""',
  '"4100000000000000103","tb_3","0.30","交易成功","2026-10-05 10:00:00","2026-10-05 10:01:00","1","",""',
];

describe('a header that stands in the middle', () => {
  it.each([
    ['as it is', `${csv(TAOBAO, ORDER[0] ?? '', ORDER[1] ?? '')}${csv(TAOBAO, ORDER[2] ?? '')}`],
    [
      'with a byte-order mark',
      `\ufeff${csv(TAOBAO, ORDER[0] ?? '', ORDER[1] ?? '')}\ufeff${csv(TAOBAO, ORDER[2] ?? '')}`,
    ],
    [
      'without quotes, and wider',
      `${csv(TAOBAO, ORDER[0] ?? '', ORDER[1] ?? '')}${csv(`${TAOBAO.replaceAll('"', '')},`, ORDER[2] ?? '')}`,
    ],
  ])('of orders is left out with a note: %s', async (_, text) => {
    const world = await readOctober({ '2026-10/ExportOrderList1.csv': text });
    expect(brief(world.problems)).toEqual(['header-again | 2026-10/ExportOrderList1.csv:4']);
    expect(
      await world.query('SELECT order_id, CAST(amount AS VARCHAR) AS amount FROM orders'),
    ).toEqual([
      { order_id: '4100000000000000101', amount: '100.1000' },
      { order_id: '4100000000000000102', amount: '200.2000' },
      { order_id: '4100000000000000103', amount: '0.3000' },
    ]);
    expect(world.facts?.inputs.map(({ rows }) => rows)).toEqual([3]);
  });

  it.each([
    [
      'chats',
      '时间,客服,买家,发送方,内容',
      '2026-10-02 09:00:00,店:小张,b1,买家,在吗',
      '2026-10-02 09:00:09,店:小张,b1,客服,在',
    ],
    [
      'calls',
      '时间,客服,应答,交谈秒数',
      '2026-10-02 09:00:00,A01,是,5',
      '2026-10-03 09:00:00,A02,否,',
    ],
    ['events', '日期,工号,事项', '2026-10-02,A01,late', '2026-10-03,A02,late'],
    ['ratings', '工号,项目,评分', 'A01,服务,优', 'A02,服务,良'],
    ['metrics', '工号,咨询人数', 'A01,5', 'A02,6'],
  ])('of %s is left out with a note', async (kind, header, ...rows) => {
    const file = `2026-10/${kind}.csv`;
    const text = rows.map((row) => csv(header, row)).join('');
    const world = await readOctober({ [file]: text });
    expect(brief(world.problems)).toEqual([`header-again | ${file}:3`]);
    expect(world.facts?.inputs.map((input) => input.rows)).toEqual([2]);
  });

  it('is left out of a workbook as well, with the titles above it', async () => {
    const table = (title: string, row: string) =>
      `${title}\n姓名,考勤组,工号,UserId,出勤天数,迟到次数,旷工天数\n${row}`;
    const world = await readOctober({
      '2026-10/考勤.xlsx': bookOf({
        S: [
          table(
            '月度汇总 统计日期：2026-10-01 至 2026-10-31\n生成时间：2026-11-01 09:00',
            '张三,客服,A01,1,22,1,0',
          ),
          table(
            '月度汇总 统计日期：2026-10-01 至 2026-10-31\n生成时间：2026-11-02 10:30',
            '李四,客服,A02,2,21,0,0',
          ),
        ].join('\n'),
      }),
    });
    expect(brief(world.problems)).toEqual(['header-again | 2026-10/考勤.xlsx:5']);
    expect(await world.query('SELECT agent, workdays, late FROM attendance_months')).toEqual([
      { agent: 0, workdays: '22.0000', late: '1.0000' },
      { agent: 1, workdays: '21.0000', late: '0.0000' },
    ]);
  });

  it('is left out of the roster as well', async () => {
    const header = '工号,姓名,岗位';
    const world = await readOctober({
      'agents.csv': csv(header, 'A01,张三,售前', header, 'A02,李四,售后'),
      '2026-10/complaints.csv': csv('日期,工号,类型', '2026-10-09,A02,投诉'),
    });
    expect(brief(world.problems)).toEqual(['header-again | agents.csv:3']);
    expect(world.roster?.map(({ id }) => id)).toEqual(['A01', 'A02']);
  });

  it('of another table is an error, and nothing is said of the rows below', async () => {
    const world = await readOctober({
      '2026-10/complaints.csv': csv(
        '日期,工号,类型',
        '2026-10-09,A02,投诉',
        '类型,日期,工号,说明',
        '表扬,2026-10-10,A01,',
      ),
      '2026-10/orders.csv': csv(
        '订单编号,买家,创建时间,实付金额,付款时间',
        '1001,b1,2026-10-02 10:00:00,5,2026-10-02 10:01:00',
        '订单编号,创建时间,实付金额,买家,备注',
        '1002,2026-10-03 10:00:00,7,b2,',
      ),
    });
    expect(brief(world.problems)).toEqual([
      'other-header | 2026-10/orders.csv:3',
      'other-header | 2026-10/complaints.csv:3',
    ]);
  });

  it('makes two files that were joined the same as the two', async () => {
    const order = fc.record({
      amount: fc.integer({ min: 1, max: 99_999 }),
      day: fc.integer({ min: 1, max: 31 }),
    });
    const pieces = fc.array(fc.array(order, { maxLength: 4 }), { minLength: 2, maxLength: 4 });
    const header = '\ufeff订单编号,买家,创建时间,付款时间,实付金额';
    await fc.assert(
      fc.asyncProperty(pieces, fc.constantFrom('', '\r'), async (all, cr) => {
        const texts = all.map((orders, piece) => {
          const rows = orders.map(({ amount, day }, at) => {
            const time = `2026-10-${String(day).padStart(2, '0')} 10:00:00`;
            return `${1000 * (piece + 1) + at},b${at},${time},${time},${amount / 100}`;
          });
          return [header, ...rows].map((line) => `${line}${cr}\n`).join('');
        });
        const files = texts.map((text, at) => [`2026-10/orders-${at}.csv`, text]);
        const apart = await readOctober(Object.fromEntries(files));
        const joined = await readOctober({ '2026-10/orders.csv': texts.join('') });
        const orders = 'SELECT order_id, created, paid, amount FROM orders ORDER BY order_id';
        expect(await joined.query(orders)).toEqual(await apart.query(orders));
        expect(joined.problems.filter(({ level }) => level === 'error')).toEqual([]);
      }),
      { numRuns: runs(60), seed: FIRST_SEED },
    );
  });
});
