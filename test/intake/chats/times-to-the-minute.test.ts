import { expect, it } from 'vitest';
import { kpi } from '../../setup/program.js';
import { csv, writeShop } from '../../setup/shop.js';

/** Whether chats of so many messages, a minute after one another, are told of their times. */
async function isTold(messages: number, second: string): Promise<boolean> {
  const rows = Array.from({ length: messages }, (_, at) => {
    const minute = String(at).padStart(2, '0');
    const isLast = at === messages - 1;
    return `2026-10-05 10:${minute}${isLast ? second : ''},小甲,tb1,${at % 2 === 0 ? '买家' : '客服'},在`;
  });
  const run = await kpi(['check', '--month', '2026-10'], {
    cwd: writeShop({
      'kpi.yaml': csv('shop: 小店', 'plans: {presales: {pay: [base_flat]}}'),
      'agents.csv': csv('工号,姓名,岗位,账号', 'A01,甲,售前,小甲'),
      '2026-10/chats.csv': csv('时间,客服,买家,发送方,内容', ...rows),
    }),
  });
  return run.out.includes('times-to-the-minute');
}

it('chats whose times have lost their seconds are told: response times are whole minutes', async () => {
  expect(await isTold(30, '')).toBe(true);
  expect(await isTold(30, ':07')).toBe(false);
  expect(await isTold(20, '')).toBe(false);
});
