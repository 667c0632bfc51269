import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { commissionShop } from '../setup/commission-shop.js';
import { amountOf, paidAgents } from '../setup/paid.js';
import { kpi } from '../setup/program.js';
import { csv, type ShopFiles, writeShop } from '../setup/shop.js';

/** The account 小甲 is 甲's up to the 15th of October, 乙's from the 16th to the 20th, and then nobody's. */
const ROSTER = csv(
  '工号,姓名,岗位,账号',
  'A01,甲,售前,小甲[..2026-10-15]',
  'A02,乙,售前,小甲[2026-10-16..2026-10-20]',
);

/** Each agent is paid 1 % of what they sold. */
const SHOP: ShopFiles = {
  ...commissionShop(),
  'agents.csv': ROSTER,
  '2026-10/chats.csv': csv(
    '时间,客服,买家,发送方,内容',
    '2026-10-15 10:00:00,小甲,b1,买家,在吗',
    '2026-10-15 10:00:05,小甲,b1,客服,在',
    '2026-10-15 10:00:20,小甲,b1,买家,好的',
    // A talk over midnight, of three messages on either side of it: after it the account is 乙's.
    '2026-10-15 23:59:50,小甲,b2,买家,在吗',
    '2026-10-15 23:59:55,小甲,b2,客服,在',
    '2026-10-15 23:59:58,小甲,b2,买家,有货吗',
    '2026-10-16 00:00:05,小甲,b2,买家,好的',
    '2026-10-16 00:00:10,小甲,b2,客服,有的',
    '2026-10-16 00:00:20,小甲,b2,买家,拍了',
  ),
  '2026-10/orders.csv': csv(
    '订单编号,买家,创建时间,付款时间,实付金额,备注',
    // By chat: 甲's on the 15th; 乙 was the last to talk to b2 before the order.
    '1,b1,2026-10-15 10:05:00,2026-10-15 10:06:00,1000,',
    '2,b2,2026-10-16 00:05:00,2026-10-16 00:06:00,2000,',
    // By memo: whose the account was on the day of payment; nobody's on the 21st.
    '3,b3,2026-10-15 12:00:00,2026-10-15 12:00:00,300,小甲',
    '4,b4,2026-10-15 12:00:00,2026-10-16 12:00:00,500,跟进 小甲',
    '5,b5,2026-10-15 12:00:00,2026-10-21 12:00:00,7000,小甲',
  ),
};

it('an account that was handed over earns for whoever had it on the day', async () => {
  const agents = await paidAgents(writeShop(SHOP));
  // 1 % of 1000 + 300, and of 2000 + 500.
  expect(amountOf(agents, 'A01', 'share')).toBe(13);
  expect(amountOf(agents, 'A02', 'share')).toBe(25);
});

it('a closed month keeps the days of its accounts, whatever becomes of the roster', async () => {
  const shop = writeShop(SHOP);
  expect(await kpi(['close', '--month', '2026-10'], { cwd: shop })).toMatchObject({ code: 0 });
  const sealed = JSON.parse(readFileSync(join(shop, 'closed/2026-10.json'), 'utf8'));
  expect(sealed.roster[1]).toMatchObject({
    accounts: ['小甲'],
    account_days: [{ account: '小甲', from: '2026-10-16', to: '2026-10-20' }],
  });
  const verified = await kpi(['verify', '--ids'], { cwd: shop });
  expect(verified).toMatchObject({ code: 0, out: csv('month,state,finding', '2026-10,same,') });
  const undated = ROSTER.replace('[2026-10-16..2026-10-20]', '[2027-01-01..]');
  writeFileSync(join(shop, 'agents.csv'), undated);
  const later = await kpi(['verify', '-f', 'json'], { cwd: shop });
  expect(later.code).toBe(0);
  const { months } = JSON.parse(later.out);
  const kinds = months[0].findings.map(({ kind }: { kind: string }) => kind);
  expect(kinds).not.toContain('result-differs');
});
