import { expect, it } from 'vitest';
import { kpi } from '../setup/program.js';
import { csv, type ShopFiles, writeShop } from '../setup/shop.js';

const SHOP: ShopFiles = {
  'kpi.yaml': csv('shop: 小店', 'plans: {presales: {scores: [], pay: [base_flat]}}'),
  'agents.csv': csv('工号,姓名,岗位,账号', 'A01,甲,售前,小甲', 'A02,乙,售前,小乙'),
};

/** Error, line and column of each error of a month. */
async function errors(files: ShopFiles): Promise<readonly string[]> {
  const folder = writeShop({ ...SHOP, '2026-10/ratings.csv': csv('工号,项目,评分'), ...files });
  const run = await kpi(['check', '-C', folder, '--month', '2026-10', '--format', 'json']);
  const { problems } = JSON.parse(run.out) as {
    problems: readonly {
      level: string;
      code: string;
      file: string;
      line: number | null;
      column: string | null;
    }[];
  };
  return problems
    .filter(({ level }) => level === 'error')
    .map(({ code, file, line, column }) => `${code} ${file}:${line} ${column ?? ''}`.trim());
}

const ORDERS = '订单编号,买家,创建时间,付款时间,实付金额,备注';
const ORDER = '1001,b1,2026-10-02 10:00:00,2026-10-02 10:01:00,80.00,A01';
const CHATS = '时间,客服,买家,发送方,内容';
const MESSAGE = '2026-10-02 09:00:00,A01,b1,买家,在吗';

it.each<[where: string, files: ShopFiles, problem: string]>([
  ['an id', { 'agents.csv': csv('工号,姓名,岗位', 'A\x0001,甲,售前') }, 'agents.csv:2 工号'],
  ['a name', { 'agents.csv': csv('工号,姓名,岗位', 'A01,甲\0,售前') }, 'agents.csv:2 姓名'],
  ['a role', { 'agents.csv': csv('工号,姓名,岗位', 'A01,甲,售\0前') }, 'agents.csv:2 岗位'],
  [
    'an account',
    { 'agents.csv': csv('工号,姓名,岗位,账号', 'A01,甲,售前,小\0甲') },
    'agents.csv:2 账号',
  ],
  [
    'an order that a complaint names',
    { '2026-10/complaints.csv': csv('日期,工号,类型,订单编号', '2026-10-02,A01,投诉,1\x0001') },
    '2026-10/complaints.csv:2 订单编号',
  ],
  [
    'the number of an order',
    { '2026-10/orders.csv': csv(ORDERS, ORDER.replace('1001', '10\x0001')) },
    '2026-10/orders.csv:2 订单编号',
  ],
  [
    'a buyer',
    { '2026-10/orders.csv': csv(ORDERS, ORDER.replace('b1', 'b\x001')) },
    '2026-10/orders.csv:2 买家',
  ],
  [
    'a memo',
    { '2026-10/orders.csv': csv(ORDERS, ORDER.replace('A01', 'A01\0')) },
    '2026-10/orders.csv:2 备注',
  ],
  [
    'a message',
    { '2026-10/chats.csv': csv(CHATS, MESSAGE, MESSAGE.replace('在吗', '在\0吗')) },
    '2026-10/chats.csv:3 内容',
  ],
  [
    'the buyer of a message',
    { '2026-10/chats.csv': csv(CHATS, MESSAGE.replace('b1', 'b\x001')) },
    '2026-10/chats.csv:2 买家',
  ],
])('a NUL in %s is told with its place', async (_, files, problem) => {
  expect(await errors(files)).toEqual([`nul-in-cell ${problem}`]);
});

it.each<[where: string, files: ShopFiles, place: string]>([
  [
    'a header of the roster',
    { 'agents.csv': csv('工号,姓名,岗位,备\0注', 'A01,甲,售前,') },
    'agents.csv:1',
  ],
  [
    'a column of the roster that has no use',
    { 'agents.csv': csv('工号,姓名,岗位,杂记', 'A01,甲,售前,', 'A02,乙,售前,a\0b') },
    'agents.csv:3',
  ],
  [
    'a header of orders',
    { '2026-10/orders.csv': csv(`${ORDERS},其\0他`, `${ORDER},`) },
    '2026-10/orders.csv:1',
  ],
  [
    'a column of orders that has no use',
    {
      '2026-10/orders.csv': csv(
        `${ORDERS},其他`,
        `${ORDER},`,
        `${ORDER.replace('1001', '1002')},\0`,
      ),
    },
    '2026-10/orders.csv:3',
  ],
  [
    'a column of chats that has no use',
    { '2026-10/chats.csv': csv(`${CHATS},其他`, `${MESSAGE},a\0`) },
    '2026-10/chats.csv:2',
  ],
  [
    'a column of a file of people that has no use',
    { '2026-10/complaints.csv': csv('日期,工号,类型,其他', '2026-10-02,A01,投诉,\0x') },
    '2026-10/complaints.csv:2',
  ],
])('a NUL in %s, which nobody reads, is told with its line', async (_, files, place) => {
  expect(await errors(files)).toEqual([`nul-in-file ${place}`]);
});

it('a NUL in kpi.yaml is told with its place', async () => {
  const files = { 'kpi.yaml': 'shop: 小店\nexclude: {memos: ["a\\0b"]}\n' };
  expect(await errors(files)).toEqual(['bad-yaml kpi.yaml:2 19']);
});
