import { expect, it } from 'vitest';
import { kpi } from '../setup/program.js';
import { csv, type ShopFiles, writeShop } from '../setup/shop.js';

const SHOP: ShopFiles = {
  'kpi.yaml': csv('shop: 小店', 'plans: {presales: {scores: [], pay: [base_flat]}}'),
  'agents.csv': csv('工号,姓名,岗位,账号', 'A01,甲,售前,小甲'),
};

const CHATS = '时间,客服,买家,发送方,内容';
const ORDERS = '订单编号,买家,客服,创建时间,付款时间,实付金额';
const ORDER = '1,SECRET-b1,小甲,2026-10-02 10:00:00,2026-10-02 10:01:00,80.00';

it.each<[what: string, files: ShopFiles, code: string]>([
  [
    'a line break in a message that is not quoted',
    {
      '2026-10/chats.csv': csv(
        CHATS,
        '2026-10-05 09:00:00,A01,SECRET-b1,买家,SECRET 第一行',
        'SECRET 地址,SECRET 姓名,SECRET 电话,SECRET 一,SECRET 二',
      ),
    },
    'bad-date',
  ],
  [
    'the columns of agents and buyers swapped in chats',
    { '2026-10/chats.csv': csv(CHATS, '2026-10-05 09:00:00,SECRET-b1,小甲,买家,在吗') },
    'rows-without-agent',
  ],
  [
    'the columns of buyers and senders swapped in chats',
    { '2026-10/chats.csv': csv(CHATS, '2026-10-05 09:00:00,小甲,买家,SECRET-b1,在吗') },
    'bad-word',
  ],
  [
    'the columns of agents and buyers swapped in orders',
    {
      '2026-10/orders.csv': csv(
        ORDERS,
        '1,小甲,SECRET-b1,2026-10-02 10:00:00,2026-10-02 10:01:00,80.00',
      ),
    },
    'rows-without-agent',
  ],
  [
    'a buyer in the column of agents',
    {
      '2026-10/orders.csv': csv(
        ORDERS,
        '1,SECRET-b1,SECRET-b1,2026-10-02 10:00:00,2026-10-02 10:01:00,80.00',
      ),
    },
    'rows-without-agent',
  ],
  [
    'a buyer in the place of an amount',
    { '2026-10/orders.csv': csv(ORDERS, ORDER.replace('80.00', 'SECRET-b2')) },
    'bad-amount',
  ],
  [
    'a buyer in the place of a time',
    { '2026-10/orders.csv': csv(ORDERS, ORDER.replace('2026-10-02 10:01:00', 'SECRET王')) },
    'bad-date',
  ],
  [
    'a buyer in the place of a quantity',
    { '2026-10/orders.csv': csv(`${ORDERS},数量`, `${ORDER},SECRET3`) },
    'bad-number',
  ],
  [
    'a buyer in the place of a status',
    { '2026-10/orders.csv': csv(`${ORDERS},状态`, `${ORDER},SECRET王小二`) },
    'unknown-status',
  ],
  [
    'the columns of buyers and statuses swapped in orders',
    {
      '2026-10/orders.csv': csv(
        `${ORDERS},状态`,
        ...Array.from({ length: 300 }, (_, at) =>
          ORDER.replace('1,', `${at},`)
            .replace('SECRET-b1', '交易成功')
            .concat(`,SECRET-b${at % 25}`),
        ),
      ),
    },
    'not-a-status',
  ],
])('no buyer and nothing of a chat is told for %s', async (_, files, code) => {
  const folder = writeShop({ ...SHOP, ...files });
  const run = await kpi(['check', '-C', folder, '--month', '2026-10', '--format', 'csv', '--ids']);
  expect(run.out).toContain(code);
  expect(run.out + run.err).not.toContain('SECRET');
});

it('names steer no terminal, in whatever format', async () => {
  const name = '甲\u001b]0;x\u0007\u009b31m\u202e\u007f';
  const folder = writeShop({
    ...SHOP,
    'agents.csv': csv('工号,姓名,岗位', `A01,${name},售前`),
    '2026-10/ratings.csv': csv('工号,项目,评分'),
  });
  const args = ['metrics', '-C', folder, '--month', '2026-10', '--format'];
  for (const format of ['csv', 'json', 'markdown', 'table']) {
    const { code, out } = await kpi([...args, format, '--no-color'], { terminal: 100 });
    expect(code).toBe(0);
    expect(out).not.toMatch(/[^\P{C}\n]/u);
  }
  const { out } = await kpi([...args, 'json'], { terminal: 100 });
  expect(JSON.parse(out).agents[0].name).toBe(name);
});
