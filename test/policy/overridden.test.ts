import { describe, expect, it } from 'vitest';
import { kpi } from '../setup/program.js';
import { csv, writeShop } from '../setup/shop.js';

/** A shop whose own rulebook has a rate of 2 %, and perhaps another in kpi.yaml. */
function shop(set: string): string {
  return writeShop({
    'kpi.yaml': csv('shop: 小店', 'plans: {presales: {pay: [own]}}', `set: {${set}}`),
    'agents.csv': csv('工号,姓名,岗位', 'A01,甲,售前'),
    'rules/own.yaml': csv(
      'id: own',
      'kind: pay',
      'parameters: {rate: {value: 2%, title: 比例}}',
      'lines: [{id: bonus, title: 奖金, kind: earning, category: bonus, formula: 1000 × 比例}]',
    ),
  });
}

const check = (set: string) => kpi(['check', '--format', 'table'], { cwd: shop(set) });

describe('a value of the shop’s own rulebook that kpi.yaml sets to another', () => {
  it('is told, with both values and which holds', async () => {
    const { code, out } = await check('own.rate: 3%');
    expect(code).toBe(0);
    expect(out.replaceAll(/\s/g, '')).toContain(
      'own.rate在rules/own.yaml第3行是2%，kpi.yaml的set是3%：按3%算',
    );
  });

  it('is not told where both say the same, nor of a book that is not the shop’s own', async () => {
    expect((await check('own.rate: 2%')).out).not.toContain('set-over-own');
    expect((await check('base_flat.amount: 1300')).out).not.toContain('set-over-own');
  });

  it('stands beside the rulebook as it is shown', async () => {
    const { out } = await kpi(['rules', 'show', 'own'], { cwd: shop('own.rate: 3%') });
    expect(out).toContain('本店在 kpi.yaml 的 set 里写的（以此为准）\n  比例（own.rate） = 3%\n');
    const other = await kpi(['rules', 'show', 'base_flat'], { cwd: shop('own.rate: 3%') });
    expect(other.out).not.toContain('以此为准');
  });
});
