import { expect, it } from 'vitest';
import { csv } from '../../setup/shop.js';
import { brief, readOctober } from '../world.js';

const ORDERS = csv(
  '订单编号,买家,创建时间,付款时间,实付金额',
  ...['412345678901234567', '512345678901234000'].map(
    (id) => `${id},b,2026-10-02 10:00:00,2026-10-02 10:05:00,20`,
  ),
);

/** What is told of complaints about orders with these numbers. */
async function told(...ids: readonly string[]): Promise<readonly string[]> {
  const rows = ids.map((id) => `2026-10-09,A01,投诉,${id}`);
  const { problems } = await readOctober({
    '2026-10/orders.csv': ORDERS,
    '2026-10/complaints.csv': csv('日期,工号,类型,订单编号', ...rows),
  });
  return brief(problems).filter((each) => each.includes('cut-'));
}

it('tells of a single number that a spreadsheet has cut, by the order that begins as it does', async () => {
  expect(await told('412345678901234000')).toEqual([
    'cut-order | 2026-10/complaints.csv:2 | 订单编号 | 412345678901234000',
  ]);
});

it('tells nothing of a number that ends in zeros by itself, or of which no order is known', async () => {
  expect(await told('512345678901234000')).toEqual([]);
  expect(await told('612345678901234000')).toEqual([]);
});

it('tells it once where most of a file is cut', async () => {
  expect(await told('412345678901234000', '612345678901234000')).toEqual([
    'cut-ids | 2026-10/complaints.csv:2 | 订单编号 | 412345678901234000',
  ]);
});
