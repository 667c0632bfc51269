import { describe, expect, it } from 'vitest';
import { csv } from '../../setup/shop.js';
import { brief, readOctober } from '../world.js';

const ORDERS = '2026-10/orders.csv';
const HEADER = '订单编号,买家,创建时间,付款时间,实付金额';

function order(id: number): string {
  return `${id},b,2026-10-03 10:00:00,2026-10-03 10:01:00,9`;
}

describe('files that were joined', () => {
  it.each([
    ['after an empty line', `\n${csv(HEADER, order(1), HEADER, order(2))}`, 4],
    ['below a title', csv('订单导出', HEADER, order(1), HEADER, order(2)), 4],
    // DOS ends each text with Ctrl-Z.
    ['by copy a+b of DOS', `${csv(HEADER, order(1))}\u001a${csv(HEADER, order(2))}`, 3],
  ])('are read, and the header that stands there again is left out: %s', async (_, text, line) => {
    const { problems, query } = await readOctober({ [ORDERS]: text });
    expect(brief(problems)).toEqual([`header-again | ${ORDERS}:${line}`]);
    expect(await query('SELECT order_id FROM orders')).toEqual([
      { order_id: '1' },
      { order_id: '2' },
    ]);
  });

  it('are read where a row stands behind the Ctrl-Z of DOS', async () => {
    const text = `${csv(HEADER, order(1))}\u001a${csv(order(2))}`;
    const { problems, query } = await readOctober({ [ORDERS]: text });
    expect(brief(problems)).toEqual([]);
    expect(await query('SELECT order_id FROM orders')).toEqual([
      { order_id: '1' },
      { order_id: '2' },
    ]);
  });

  it.each([
    ['orders', csv(HEADER, order(1), '单号,会员,下单时间,支付时间,金额', order(2))],
    [
      'chats',
      csv(
        '时间,客服,买家,发送方,内容',
        '2026-10-02 09:00:00,店:小张,b1,买家,在吗',
        '买家,时间,客服,发送方,内容',
        'b1,2026-10-02 09:00:09,店:小张,客服,在',
      ),
    ],
    [
      'chats',
      csv(
        '时间,客服,买家,发送方,内容',
        '2026-10-02 09:00:00,店:小张,b1,买家,在吗',
        '时间,客服,会员,说话人,内容',
        '2026-10-02 09:00:09,店:小张,b1,客服,在',
      ),
    ],
    ['orders', csv(HEADER, order(1), '订单编号,谁,何时下的,付款时间,多少,哪里', order(2))],
    [
      'complaints',
      csv('日期,工号,类型', '2026-10-02,A01,投诉', '工号,日期,事项', 'A01,2026-10-02,late'),
    ],
  ])('are told where one has other columns, or others first: %s', async (kind, text) => {
    const { problems } = await readOctober({ [`2026-10/${kind}.csv`]: text });
    expect(brief(problems)).toEqual([`other-header | 2026-10/${kind}.csv:3`]);
  });
});
