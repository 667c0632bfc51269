import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { closedShop } from '../setup/closed.js';
import { kpi } from '../setup/program.js';
import { csv, type ShopFiles } from '../setup/shop.js';

const ORDERS = '订单编号,买家,创建时间,付款时间,实付金额,客服';

function orders(month: string, amount: number): ShopFiles {
  const row = `${month}-1,b,${month}-02 10:00:00,${month}-02 10:05:00,${amount},小甲`;
  return { [`${month}/orders.csv`]: csv(ORDERS, row) };
}

/** 1 % of the month's sales, 10 % of that of the month before, and 10 % of this of the month before. */
const SHOP: ShopFiles = {
  'kpi.yaml': csv('shop: 小店', 'plans: {presales: {pay: [own]}}', 'history: {assume: none}'),
  'agents.csv': csv('工号,姓名,岗位,账号', 'A01,甲,售前,小甲'),
  'rules/own.yaml': csv(
    'id: own',
    'title: 提成',
    'kind: pay',
    'lines:',
    '  - {id: share, title: 提成, kind: earning, category: commission, formula: 销售额 × 1%}',
    '  - {id: last, title: 上月分成, kind: earning, category: bonus, formula: 之前(share) × 10%, undefined: 0}',
    '  - {id: second, title: 再上月分成, kind: earning, category: bonus, formula: 之前(last) × 10%, undefined: 0}',
  ),
  ...orders('2026-07', 10_000),
  ...orders('2026-08', 10_000),
  ...orders('2026-09', 10_000),
  ...orders('2026-10', 10_000),
};

const correct = (cwd: string, ...more: string[]) =>
  kpi(['correct', '--month', '2026-07', '--in', '2026-10', ...more], { cwd });

describe('a correction of a month that later closed months looked back at', () => {
  it('says which lines of them would change, and by how much', async () => {
    const shop = await closedShop(SHOP, '2026-07', '2026-08', '2026-09');
    const [[file = '', text = ''] = []] = Object.entries(orders('2026-07', 4_000));
    writeFileSync(join(shop, file), text);
    const { code, out, err } = await correct(shop, '--ids');
    expect(code).toBe(0);
    // July: 100 becomes 40. That alone is carried.
    expect(out).toContain('A01,甲,share,提成,100,0,40,-60,');
    expect(out.trim().split('\n')).toHaveLength(2);
    // August: 10 % of 100, then of 40. September: 10 % of that 10, then of that 4.
    expect(err).toContain(
      '2026-07 更正以后，已结账的 2026-08 里 A01 甲 的上月分成会从 10 变成 4，实发差 -6：没有记入这份更正',
    );
    expect(err).toContain(
      '2026-07 更正以后，已结账的 2026-09 里 A01 甲 的再上月分成会从 1 变成 0.4，实发差 -0.6：没有记入这份更正',
    );
  });

  it('says nothing where nothing looked back, and leaves what else has changed to its own correction', async () => {
    const shop = await closedShop(
      {
        ...SHOP,
        'rules/own.yaml': String(SHOP['rules/own.yaml']).replaceAll(/^.*上月分成.*\n/gm, ''),
      },
      '2026-07',
      '2026-08',
    );
    for (const [file, text] of Object.entries({
      ...orders('2026-07', 4_000),
      ...orders('2026-08', 5_000),
    })) {
      writeFileSync(join(shop, file), text);
    }
    const { code, err } = await correct(shop);
    expect(code).toBe(0);
    expect(err).not.toContain('2026-08');
  });
});
