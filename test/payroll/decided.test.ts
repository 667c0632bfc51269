import { describe, expect, test } from 'vitest';
import { kpi, type Ran } from '../setup/program.js';
import { csv, writeShop } from '../setup/shop.js';
import { payBy } from './pay-by.js';

describe('full attendance', () => {
  /** A month in which 100 is paid for it. */
  function calc(columns: string, cells: string): Promise<Ran> {
    const cwd = writeShop({
      'kpi.yaml': csv('shop: 小店', 'plans: {presales: {pay: [base_flat, full_attendance]}}'),
      'agents.csv': csv('工号,姓名,岗位', 'A01,甲,售前'),
      '2026-10/attendance.csv': csv(`工号,${columns}`, `A01,${cells}`),
    });
    return kpi(['calc', '--month', '2026-10'], { cwd });
  }

  test('is gone with two days of leave, however many leaves that were', async () => {
    const { code, out, err } = await calc('迟到,请假天数,旷工', '0,2,0');
    expect([code, err]).toEqual([0, '']);
    expect(out.split('\n')[1]).toMatch(/^A01,甲,.*,800,,800,0,800$/);
  });

  test('is gone with one lateness, whatever is not known of leave and absence', async () => {
    expect((await calc('迟到', '1')).out.split('\n')[1]).toMatch(/,800,,800,0,800$/);
  });

  test('is not known while what would forbid it is not: that is what is named', async () => {
    const { code, err } = await calc('迟到,请假天数', '0,0');
    expect(code).toBe(1);
    expect(err).toContain(
      'A01 没有“请假”、“旷工”：2026-10/attendance.csv 里没有这一行、这一列，或格子里没有数\n    → 在 2026-10/attendance.csv 里补上，或在 metrics*.csv 里给出“全勤”\n',
    );
  });
});

describe('a condition of which one side is not known', () => {
  const paidWhen = (when: string) => {
    const { statements, problems } = payBy(
      `
id: own
kind: pay
lines: [{id: prize, title: 奖, kind: earning, category: bonus, when: ${when}, formula: 50}]
`,
      [{ sales: 300 }],
    );
    return problems.hasErrors() ? 'unknown' : (statements[0]?.gross.toFixed() ?? '');
  };

  test.each([
    ['"销售额 > 100 或 迟到 = 0"', '50'],
    ['"迟到 = 0 或 销售额 > 100"', '50'],
    ['"销售额 > 400 或 迟到 = 0"', 'unknown'],
    ['"销售额 > 400 且 迟到 = 0"', '0'],
    ['"迟到 = 0 且 销售额 > 400"', '0'],
    ['"销售额 > 100 且 迟到 = 0"', 'unknown'],
    ['"非 (销售额 > 100 或 迟到 = 0)"', '0'],
    ['[迟到 = 0, 销售额 > 400]', '0'],
    ['[迟到 = 0, 销售额 > 100]', 'unknown'],
  ])('is decided by the other where that is enough: %s', (when, amount) => {
    expect(paidWhen(when)).toBe(amount);
  });
});

test('a gate of a ranking that fails decides, whatever is not known of another', () => {
  const paid = (gates: string) => {
    const { statements, problems } = payBy(
      `
id: own
kind: pay
lines: [{id: prize, title: 奖, kind: earning, category: bonus, rank: {by: 销售额, ladder: [50], gates: ${gates}}}]
`,
      [{ sales: 300 }],
    );
    return problems.hasErrors() ? 'unknown' : statements[0]?.gross.toFixed();
  };
  expect(paid('[迟到 = 0, 销售额 > 400]')).toBe('0');
  expect(paid('[迟到 = 0, 销售额 > 100]')).toBe('unknown');
});
