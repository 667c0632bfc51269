import { describe, expect, it } from 'vitest';
import { brief, readOctober, type World } from '../world.js';

const CHAT_HEADER = '时间,客服,买家,发送方,内容,店铺\n';
const ORDER_HEADER = '订单编号,创建时间,付款时间,实付金额,买家,店铺\n';

const chat = (buyer: string, shop: string) =>
  `2026-10-01 09:00:00,A01,${buyer},买家,在吗,${shop}\n`;
const order = (id: number, buyer: string, shop: string) =>
  `${id},2026-10-01 10:00:00,2026-10-01 10:01:00,10,${buyer},${shop}\n`;

/** The orders whose buyer wrote in a chat of their shop, where shops are told apart. */
async function ordersWithChats(world: World): Promise<unknown[]> {
  const found = await world.query(`
    SELECT DISTINCT order_id FROM orders
    JOIN chat_buyers ON orders.shop = chat_buyers.shop AND nick = orders.buyer ORDER BY order_id`);
  return found.map(({ order_id }) => order_id);
}

/** An item report as Taobao gives it, without shops: one item of each order. */
function items(...orders: readonly number[]): string {
  const header = '主订单编号,子订单编号,购买数量,买家实际支付金额,订单创建时间,订单付款时间\n';
  const rows = orders.map((id) => `${id},${id}1,1,10,2026-10-01 10:00:00,2026-10-01 10:01:00\n`);
  return header + rows.join('');
}

describe('shops of chats and orders', () => {
  it('do not count where the column of chats is empty throughout', async () => {
    const world = await readOctober({
      '2026-10/chats.csv': CHAT_HEADER + chat('tb1', '') + chat('tb2', ' '),
      '2026-10/orders.csv': ORDER_HEADER + order(1001, 'tb1', '甲店') + order(1002, 'tb2', '甲店'),
    });
    expect(brief(world.problems)).toEqual([]);
    expect(await ordersWithChats(world)).toEqual(['1001', '1002']);
  });

  it('do not count where the column of orders is empty throughout', async () => {
    const world = await readOctober({
      '2026-10/chats.csv': CHAT_HEADER + chat('tb1', '甲店'),
      '2026-10/orders.csv': ORDER_HEADER + order(1001, 'tb1', ''),
    });
    expect(brief(world.problems)).toEqual([]);
    expect(await ordersWithChats(world)).toEqual(['1001']);
  });

  it('that are written in two ways are listed from both sides', async () => {
    const world = await readOctober({
      '2026-10/chats.csv':
        CHAT_HEADER +
        chat('tb1', '暮色专营店（天猫）') +
        chat('tb2', '晨光 旗舰店') +
        chat('tb3', '丙店'),
      '2026-10/orders.csv':
        ORDER_HEADER +
        order(1001, 'tb1', '暮色专营店') +
        order(1002, 'tb2', '晨光旗舰店') +
        order(1003, 'tb3', '丙店'),
    });
    expect(brief(world.problems)).toEqual([
      'shop-without-chats | 2026-10/orders.csv',
      'shop-without-orders | 2026-10/chats.csv',
    ]);
    expect(world.problems.map(({ params }) => params?.shops)).toEqual([
      expect.objectContaining({ zh: '晨光旗舰店、暮色专营店' }),
      expect.objectContaining({ zh: '晨光 旗舰店、暮色专营店（天猫）' }),
    ]);
    expect(await ordersWithChats(world)).toEqual(['1003']);
  });

  it('are told apart though a report of items has none: its orders have theirs', async () => {
    const world = await readOctober({
      '2026-10/chats.csv': CHAT_HEADER + chat('tb1', '甲店') + chat('tb1', '乙店'),
      '2026-10/orders.csv': ORDER_HEADER + order(1001, 'tb1', '甲店') + order(1002, 'tb1', '乙店'),
      '2026-10/items.csv': items(1001, 1002),
    });
    expect(brief(world.problems)).toEqual([]);
    expect(await world.query('SELECT order_id, shop FROM orders ORDER BY order_id')).toEqual([
      { order_id: '1001', shop: '甲店' },
      { order_id: '1002', shop: '乙店' },
    ]);
  });

  it('are not told apart where a report of items brings orders of its own, and that is said', async () => {
    const world = await readOctober({
      '2026-10/chats.csv': CHAT_HEADER + chat('tb1', '甲店') + chat('tb2', '乙店'),
      '2026-10/orders.csv': ORDER_HEADER + order(1001, 'tb1', '甲店') + order(1002, 'tb2', '甲店'),
      '2026-10/items.csv': items(1001, 1003),
    });
    expect(brief(world.problems)).toContain('shops-not-told-apart | 2026-10/items.csv');
    expect(await ordersWithChats(world)).toEqual(['1001', '1002']);
  });

  it('are not told apart where one chat file has none, and that is said', async () => {
    const world = await readOctober({
      '2026-10/chats-1.csv': CHAT_HEADER + chat('tb1', '甲店') + chat('tb2', '乙店'),
      '2026-10/chats-2.csv': '时间,客服,买家,发送方\n2026-10-01 09:00:00,A01,tb3,买家\n',
      '2026-10/orders.csv': ORDER_HEADER + order(1001, 'tb1', '乙店') + order(1002, 'tb3', '甲店'),
    });
    expect(brief(world.problems)).toEqual(['shops-not-told-apart | 2026-10/chats-2.csv']);
    expect(await ordersWithChats(world)).toEqual(['1001', '1002']);
  });
});
