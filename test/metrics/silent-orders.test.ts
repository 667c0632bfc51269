import { expect, it } from 'vitest';
import { kpi } from '../setup/program.js';
import { csv, writeShop } from '../setup/shop.js';

const paid = (id: number, buyer: string, time: string) =>
  `${id},${buyer},2026-10-${time},2026-10-${time},100,交易成功`;
const HEADER = '订单编号,买家,创建时间,付款时间,实付金额,状态';

const talk = (agent: string, buyer: string, day: string) => [
  `2026-10-${day} 10:00:00,${agent},${buyer},买家,在吗`,
  `2026-10-${day} 10:00:10,${agent},${buyer},客服,在`,
  `2026-10-${day} 10:00:20,${agent},${buyer},买家,好`,
];

async function told(orders: readonly string[]): Promise<readonly string[]> {
  const cwd = writeShop({
    'kpi.yaml': csv(
      'shop: 小店',
      'plans: {presales: {scores: [], pay: [base_flat]}, aftersales: {scores: [], pay: [base_flat]}}',
      'metrics: {credit_roles: [presales]}',
    ),
    'agents.csv': csv('工号,姓名,岗位,账号', 'A,甲,售前,小甲', 'B,乙,售后,小乙'),
    '2026-10/chats.csv': csv(
      '时间,客服,买家,发送方,内容',
      ...talk('小甲', 'bought', '10'),
      ...talk('小甲', 'late', '10'),
      ...talk('小乙', 'served', '10'),
      '2026-10-10 10:00:00,小甲,waits,买家,在吗',
    ),
    '2026-10/orders.csv': csv(HEADER, ...orders),
  });
  const run = await kpi(['check', '--month', '2026-10'], { cwd });
  return run.out.match(/\d+ 张付款订单里[^,]*/g) ?? [];
}

const CREDITED = paid(0, 'bought', '10 11:00:00');
const SILENT = [
  ...[1, 2, 3, 4, 5].map((id) => paid(id, `stranger${id}`, '10 11:00:00')),
  paid(6, '', '10 11:00:00'),
  paid(7, 't**8', '10 11:00:00'),
  paid(8, 'waits', '10 11:00:00'),
  paid(9, 'served', '10 11:00:00'),
  // Two days after the chat, which counts for 24 hours.
  paid(10, 'late', '12 11:00:00'),
  paid(11, 'late', '12 12:00:00'),
];

it('where most orders are silent it is told what each of them lacks', async () => {
  expect(await told([CREDITED, ...SILENT])).toEqual([
    '12 张付款订单里 11 张是静默的，没有算给任何客服：5 张的买家没有聊天；2 张没有买家，或买家打了星号；2 张的买家聊过，下单、付款的时候不在聊天以后 24 小时以内；1 张的买家聊过，客服没有有效回复；1 张的买家是 credit_roles 以外的岗位接待的',
  ]);
});

it('nothing is told where a third is credited, or of a few orders', async () => {
  const credited = [12, 13, 14, 15, 16].map((id) => paid(id, 'bought', '10 11:00:00'));
  expect(await told([CREDITED, ...credited, ...SILENT])).toEqual([]);
  expect(await told(SILENT.slice(0, 5))).toEqual([]);
});
