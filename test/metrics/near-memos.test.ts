import { expect, it } from 'vitest';
import { kpi } from '../setup/program.js';
import { csv, writeShop } from '../setup/shop.js';

const ROSTER = csv(
  '工号,姓名,岗位,账号',
  'A01,小美,售前,示例店:美美',
  'A02,乙乙,售前,阿乙',
  '003,丙丙,售前,',
);

/** What is told of orders with these memos, one each. */
async function toldOf(...memos: readonly string[]): Promise<string> {
  const orders = memos.map(
    (memo, at) =>
      `4100000000000000${100 + at},买家${at},2026-10-05 10:00:00,2026-10-05 10:01:00,99.00,${memo}`,
  );
  const cwd = writeShop({
    'kpi.yaml': csv('shop: 小店', 'plans: {presales: {pay: [base_flat]}}'),
    'agents.csv': ROSTER,
    '2026-10/orders.csv': csv('订单编号,买家,创建时间,付款时间,实付金额,备注', ...orders),
  });
  const run = await kpi(['check', '--month', '2026-10', '--format', 'json'], { cwd });
  const { problems } = JSON.parse(run.out) as { problems: { code: string; text: string }[] };
  return problems.find(({ code }) => code === 'memo-near-agent')?.text ?? '';
}

it.each([
  ['a zero left out', 'A1 电话', 'A1', 'A01 小美'],
  ['full width', 'Ａ01 电话', 'Ａ01', 'A01 小美'],
  ['a sign without width', 'A\u200b02', '02', 'A02 乙乙'],
  ['small letters', 'a01', 'a01', 'A01 小美'],
  ['the name', '小美 催付', '小美', 'A01 小美'],
  ['the nick without the shop', '美美', '美美', 'A01 小美'],
  ['words beside an id', 'A02催付', 'A02催付', 'A02 乙乙'],
  ['客服 before it', '客服A01', '客服A01', 'A01 小美'],
  ['digits alone', '003', '003', '003 丙丙'],
])('a memo that nearly names somebody is told: %s', async (_, memo, token, agent) => {
  const told = await toldOf(memo, '无关');
  expect(told).toContain('1 张订单的备注像是写了客服');
  expect(told).toContain(token);
  expect(told).toContain(`像 ${agent}`);
});

it('one that names somebody, or nobody, is not told', async () => {
  expect(
    await toldOf('A01 电话', 'A01号', '003号', '阿乙', 'A010', 'A3', '退003', '下次12', ''),
  ).toBe('');
});

it('orders are counted, and words by how many have them', async () => {
  expect(await toldOf('A1', 'A1 小美', 'a01', 'A02')).toContain(
    '3 张订单的备注像是写了客服，写法不对，没有按备注归给任何人：“A1”（2 张，像 A01 小美）、“a01”（1 张，像 A01 小美）、“小美”（1 张，像 A01 小美）',
  );
});
