import { describe, expect, it } from 'vitest';
import { kpi } from '../setup/program.js';
import { csv, type ShopFiles, writeShop } from '../setup/shop.js';

const two = (day: number) => String(day).padStart(2, '0');

function ordersOn(days: readonly number[]): ShopFiles {
  const rows = days.map(
    (day) => `${1000 + day},b${day},2026-10-${two(day)} 10:00:00,2026-10-${two(day)} 10:01:00,80`,
  );
  return { '2026-10/orders.csv': csv('订单编号,买家,创建时间,付款时间,实付金额', ...rows) };
}

function chatsOn(days: readonly number[]): ShopFiles {
  const rows = days.map((day) => `2026-10-${two(day)} 10:00:00,小甲,b${day},买家,在吗`);
  return { '2026-10/chats.csv': csv('时间,客服,买家,发送方,内容', ...rows) };
}

function presentOn(days: readonly number[]): ShopFiles {
  const rows = days.map((day) => `2026-10-${two(day)},A01,出勤`);
  return { '2026-10/attendance.csv': csv('日期,工号,类型', ...rows) };
}

/** What is said of empty days, as `orders 2026-10-21 2026-10-31`. */
async function emptyDaysOf(files: ShopFiles): Promise<readonly string[]> {
  const folder = writeShop({
    'kpi.yaml': csv('shop: 小店', 'plans: {presales: {pay: [base_flat]}}'),
    'agents.csv': csv('工号,姓名,岗位,账号', 'A01,甲,售前,小甲'),
    ...files,
  });
  const args = ['check', '--month', '2026-10', '-C', folder, '--lang', 'en', '--format', 'json'];
  const { problems } = JSON.parse((await kpi(args)).out) as {
    problems: readonly { code: string; text: string }[];
  };
  const found = problems.filter(({ code }) => code === 'days-without-rows');
  return found.map(({ text }) =>
    (/no (\w+) from (\S+) to (\S+),/.exec(text) ?? []).slice(1).join(' '),
  );
}

const days = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, at) => from + at);

describe('days in a row without anything', () => {
  it.each([
    ['of an export that ended early', ordersOn(days(1, 20)), 'orders 2026-10-21 2026-10-31'],
    [
      'of a file in the middle',
      chatsOn([...days(1, 10), ...days(21, 31)]),
      'chats 2026-10-11 2026-10-20',
    ],
    ['at the beginning', ordersOn(days(4, 31)), 'orders 2026-10-01 2026-10-03'],
    ['of attendance by the day', presentOn(days(1, 25)), 'attendance 2026-10-26 2026-10-31'],
  ])('%s are told', async (_, files, told) => {
    expect(await emptyDaysOf(files)).toEqual([told]);
  });

  it('are told of each kind by itself', async () => {
    const files = { ...ordersOn(days(1, 31)), ...chatsOn(days(1, 20)) };
    expect(await emptyDaysOf(files)).toEqual(['chats 2026-10-21 2026-10-31']);
  });

  it.each([
    ['every day has an order', days(1, 31)],
    // 2026-10-03 is a Saturday.
    ['the shop rests at weekends', days(1, 31).filter((day) => (day + 3) % 7 < 5)],
    ['orders are rare', [1, 2, 5, 9, 14, 20, 21, 30]],
    ['every third day is empty', days(1, 24).filter((day) => day % 3 > 0)],
    ['there are few other days', days(1, 9)],
  ])('are not told where %s', async (_, found) => {
    expect(await emptyDaysOf(ordersOn(found))).toEqual([]);
  });
});
