import { describe, expect, it } from 'vitest';
import { kpi } from '../setup/program.js';
import { csv, type ShopFiles, writeShop } from '../setup/shop.js';

const SHOP: ShopFiles = {
  'kpi.yaml': csv('shop: 小店', 'plans: {presales: {scores: [], pay: [base_flat]}}'),
  'agents.csv': csv('工号,姓名,岗位', 'A01,甲,售前'),
};

/** What `kpi check` says of a month: code, line and column of each problem. */
async function found(files: ShopFiles): Promise<readonly string[]> {
  const folder = writeShop({ ...SHOP, ...files });
  const run = await kpi(['check', '-C', folder, '--month', '2026-10', '--format', 'json']);
  expect(run.code, run.err).toBe(1);
  const { problems } = JSON.parse(run.out) as {
    problems: readonly { code: string; line: number | null; column: string | null }[];
  };
  return problems
    .map(({ code, line, column }) => `${code} ${line ?? ''} ${column ?? ''}`.trim())
    .sort();
}

describe('a row of another width', () => {
  it('does not hide what is wrong in other rows of the orders', async () => {
    const problems = await found({
      '2026-10/orders.csv': csv(
        '订单编号,买家,创建时间,付款时间,实付金额',
        '1001,b1,2026-10-02 10:00:00,2026-10-02 10:01:00,80.00',
        '1002,b2,2026-10-03 10:00:00',
        '1003,b3,2026-10-04 10:00:00,2026-10-04 10:01:00,九十',
        '1004,b4,2026-10-05 10:00:00,2026-10-05 10:01:00,90.00,多一格',
        '1005,b5,2026-10-35 10:00:00,2026-10-05 10:01:00,90.00',
      ),
    });
    expect(problems).toEqual([
      'bad-amount 4 实付金额',
      'bad-date 6 创建时间',
      'long-row 5',
      'short-row 3',
    ]);
  });

  it('does not hide them in chats, and the other rows are not taken for the whole file', async () => {
    const problems = await found({
      '2026-10/chats.csv': csv(
        '时间,客服,买家,发送方,内容',
        '2026-10-01 09:00:00,A01,b1,买家,好,多一格',
        '2026-09-01 09:00:00,A01,b1,店主,好',
      ),
      '2026-10/orders.csv': csv(
        '订单编号,买家,创建时间,付款时间,实付金额',
        '1001,b1,2026-10-02 10:00:00,2026-10-02 10:01:00',
        // September: yet the broken row may be of the month.
        '1002,b2,2026-09-03 10:00:00,2026-09-03 10:01:00,80.00',
      ),
    });
    expect(problems).toEqual(['bad-word 3 发送方', 'long-row 2', 'short-row 2']);
  });
});
