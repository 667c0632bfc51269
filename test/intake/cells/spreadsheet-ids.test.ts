import { describe, expect, it } from 'vitest';
import { csv } from '../../setup/shop.js';
import { bookOf } from '../../workbook-file.js';
import { brief, readOctober } from '../world.js';

const HEADER = '订单编号,买家,创建时间,付款时间,实付金额';
const order = (id: string) => `${id},b,2026-10-02 10:00:00,2026-10-02 10:05:00,20`;
const errorsOf = async (...ids: readonly string[]) => {
  const world = await readOctober({ '2026-10/订单.csv': csv(HEADER, ...ids.map(order)) });
  return brief(world.problems.filter(({ level }) => level === 'error'));
};

describe('numbers of orders that a spreadsheet has cut', () => {
  it('are told when most of a file end in noughts', async () => {
    expect(
      await errorsOf(
        '4100000000000100000',
        '4123456789012340000',
        '4123456789012350000',
        '4123456789012341231',
      ),
    ).toEqual(['cut-ids | 2026-10/订单.csv:2 | 订单编号 | 4100000000000100000']);
  });

  it('are told in refunds as well', async () => {
    const world = await readOctober({
      '2026-10/订单.csv': csv(HEADER, order('4123456789012341231')),
      '2026-10/退款.csv': csv(
        '订单编号,退款编号,退款金额,退款状态',
        '412345678901234000,1,5,退款成功',
        '412345678901235000,2,5,退款成功',
      ),
    });
    expect(brief(world.problems)).toContain(
      'cut-ids | 2026-10/退款.csv:2 | 订单编号 | 412345678901234000',
    );
  });

  it('are not taken for such where a number ends in noughts by chance, or is short', async () => {
    expect(
      await errorsOf('4123456789012340000', '4123456789012351231', '4123456789012361231'),
    ).toEqual([]);
    expect(await errorsOf('1000', '2000', '20261003100000000', '20261003110000000')).toEqual([]);
    expect(await errorsOf('260517-000000000000010', '260517-000000000000020')).toEqual([]);
  });

  it('are told in complaints, reviews and events, too', async () => {
    const cut = ['4123456789012340000', '4123456789012350000'];
    const world = await readOctober({
      '2026-10/complaints.csv': csv(
        '日期,工号,类型,订单编号',
        ...cut.map((id) => `2026-10-09,A01,投诉,${id}`),
      ),
      '2026-10/评价.csv': csv(
        '评价时间,评分,客服,订单编号',
        ...cut.map((id) => `2026-10-09 10:00:00,1,A01,"=""${id}"""`),
      ),
      '2026-10/events.csv': csv(
        '日期,工号,事项,订单编号',
        ...cut.map((id) => `2026-10-09,A01,x,${id}`),
      ),
    });
    expect(brief(world.problems).filter((each) => each.startsWith('cut-ids'))).toEqual([
      'cut-ids | 2026-10/complaints.csv:2 | 订单编号 | 4123456789012340000',
      'cut-ids | 2026-10/评价.csv:2 | 订单编号 | 4123456789012340000',
      'cut-ids | 2026-10/events.csv:2 | 订单编号 | 4123456789012340000',
    ]);
  });
});

describe('numbers of orders that a workbook keeps as numbers', () => {
  const orders = (id: string) => ({
    '2026-10/订单.xlsx': bookOf({
      S: csv(HEADER, `${id},b,2026-10-02 10:00:00,2026-10-02 10:05:00,20`),
    }),
  });

  it('have all of their digits up to 15, are read, and it is said', async () => {
    const short = await readOctober(orders('#123456789012345'));
    expect(brief(short.problems).filter((each) => !each.startsWith('credit'))).toEqual([
      'ids-as-numbers | 2026-10/订单.xlsx:2 | 订单编号 | 123456789012345',
    ]);
    expect(await short.query('SELECT order_id FROM orders')).toEqual([
      { order_id: '123456789012345' },
    ]);
  });

  it('are told as damaged where they are longer', async () => {
    expect(brief((await readOctober(orders('#4123456789012340000'))).problems)).toEqual([
      'damaged-id | 2026-10/订单.xlsx:2 | 订单编号 | 4.12345678901234E+18',
    ]);
  });

  it('are told in complaints and reviews, too, and of no text', async () => {
    const world = await readOctober({
      '2026-10/投诉.xlsx': bookOf({
        S: csv('日期,工号,类型,订单编号', '2026-10-09,A01,投诉,123456789012345'),
      }),
      '2026-10/complaints-2.xlsx': bookOf({
        S: csv(
          '日期,工号,类型,订单编号',
          '2026-10-09,A01,投诉,12',
          '2026-10-09,A01,投诉,#123456789012',
          '2026-10-09,A01,投诉,#123456789013',
        ),
      }),
      '2026-10/评价.xlsx': bookOf({
        S: csv('评价时间,评分,客服,订单编号', '2026-10-09 10:00:00,1,A01,#123456789012345'),
      }),
    });
    const reported = world.problems.filter(({ code }) => code === 'ids-as-numbers');
    expect(brief(reported)).toEqual([
      'ids-as-numbers | 2026-10/complaints-2.xlsx:3 | 订单编号 | 123456789012',
      'ids-as-numbers | 2026-10/评价.xlsx:2 | 订单编号 | 123456789012345',
    ]);
    expect(reported.map(({ params }) => params.rows)).toEqual([2, 1]);
  });
});
