import { expect, it } from 'vitest';
import { kpi } from '../setup/program.js';
import { csv, type ShopFiles, writeShop } from '../setup/shop.js';

async function told(hired: string, left: string, files: ShopFiles): Promise<readonly string[]> {
  const cwd = writeShop({
    'kpi.yaml': csv('shop: 小店', 'plans: {presales: {scores: [], pay: [base_flat]}}'),
    'agents.csv': csv('工号,姓名,岗位,账号,入职日期,离职日期', `A02,乙,售前,小乙,${hired},${left}`),
    '2026-10/attendance.csv': csv('工号,应出勤,出勤', 'A02,22,10'),
    ...files,
  });
  const run = await kpi(['check', '--month', '2026-10'], { cwd });
  return run.err.concat(run.out).match(/A02 乙 2026[^,]*这以外的日子[^,]*/g) ?? [];
}

const talk = (...days: readonly string[]) => ({
  '2026-10/chats.csv': csv(
    '时间,客服,买家,发送方,内容',
    ...days.flatMap((day) => [
      `2026-10-${day} 10:00:00,小乙,tb1,买家,在吗`,
      `2026-10-${day} 10:00:20,小乙,tb1,客服,在`,
    ]),
  ),
});
const calls = (...days: readonly string[]) => ({
  '2026-10/calls.csv': csv(
    'time,agent,direction,answered,talk_seconds,hold_seconds,wrap_seconds,ring_seconds',
    ...days.map((day) => `2026-10-${day} 10:00:00,A02,in,是,60,0,0,5`),
  ),
});
const orders = (...days: readonly string[]) => ({
  '2026-10/orders.csv': csv(
    '订单编号,买家,创建时间,付款时间,实付金额,状态,备注',
    ...days.map(
      (day, index) =>
        `${index},tb9,2026-10-${day} 09:00:00,2026-10-${day} 09:01:00,100,交易成功,A02`,
    ),
  ),
});

it('what is credited to an agent before she is hired is told by kind, with how many, when and where', async () => {
  const files = { ...talk('05', '07', '12'), ...calls('11', '12'), ...orders('03', '04', '20') };
  expect(await told('2026-10-12', '', files)).toEqual([
    'A02 乙 2026-10-12 才入职，这以外的日子（2026-10-05..2026-10-07）还有2 条聊天消息算在这个人名下（2026-10/chats.csv）',
    'A02 乙 2026-10-12 才入职，这以外的日子（2026-10-03..2026-10-04）还有2 张订单算在这个人名下（2026-10/orders.csv）',
    'A02 乙 2026-10-12 才入职，这以外的日子（2026-10-11）还有1 通电话算在这个人名下（2026-10/calls.csv）',
  ]);
});

it('so is what comes after she has left, but for orders that a chat of the last day may still count for', async () => {
  // A chat counts for 24 hours: an order of the 11th may come of one of the 10th, that of the 12th may not.
  const files = { ...talk('09', '10', '13'), ...orders('11', '12') };
  expect(await told('', '2026-10-10', files)).toEqual([
    'A02 乙 2026-10-10 已经离职，这以外的日子（2026-10-13）还有1 条聊天消息算在这个人名下（2026-10/chats.csv）',
    'A02 乙 2026-10-10 已经离职，这以外的日子（2026-10-12）还有1 张订单算在这个人名下（2026-10/orders.csv）',
  ]);
});

it('nothing is told of what lies within the employment', async () => {
  const files = { ...talk('12', '20'), ...calls('12'), ...orders('20', '21') };
  expect(await told('2026-10-12', '2026-10-20', files)).toEqual([]);
});
