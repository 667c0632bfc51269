import { describe, expect, it } from 'vitest';
import { kpi } from '../setup/program.js';
import { csv, writeShop } from '../setup/shop.js';

/** Two agents of two plans, 30 of fines each; the fund of both is said once. */
function shop(...more: readonly string[]): string {
  return writeShop({
    'kpi.yaml': csv(
      'shop: 小店',
      'plans: {presales: {pay: [base_flat, lateness, fines_fund]}, vip: {pay: [base_flat, lateness, fines_fund]}}',
      'set: {lateness.amount: 30}',
      ...more,
    ),
    'agents.csv': csv('工号,姓名,岗位', 'A01,甲,售前', 'A02,乙,VIP'),
    '2026-10/attendance.csv': csv('工号,迟到', 'A01,4', 'A02,4'),
  });
}

const MONTH = ['--month', '2026-10'];
const FUND = '本月罚款共 60 元，归部门活动基金';

describe('a notice of the whole shop', () => {
  it('is said of the whole shop beside the salary table', async () => {
    const { err } = await kpi(['calc', ...MONTH, '--format', 'table'], { cwd: shop() });
    expect(err).toContain(`提示：全店 ${FUND}`);
    expect(err).not.toContain('甲');
  });

  it('is no notice to anybody in a document', async () => {
    const { out } = await kpi(['calc', ...MONTH, '--format', 'json'], { cwd: shop() });
    const { agents, notices } = JSON.parse(out);
    expect(agents.map((agent: { notices: unknown }) => agent.notices)).toEqual([[], []]);
    expect(notices).toEqual([{ code: 'fines_fund', level: 'info', text: FUND, to: 'shop' }]);
  });

  it('does not stand in what is explained to one agent', async () => {
    const { out } = await kpi(['explain', 'A01', ...MONTH], { cwd: shop() });
    expect(out).not.toContain('基金');
  });

  it('is posted under no plan', async () => {
    const { out } = await kpi(['notices', ...MONTH, '--format', 'markdown'], { cwd: shop() });
    expect(out).toContain(`- 全店\n  - ${FUND}`);
  });

  it('counts what limits leave of the fines', async () => {
    // 800 of pay each, of which 780 must be left: 20 of the 30 are deducted, the rest is carried on.
    const folder = shop('limits: {minimum_wage: 780}');
    const { out } = await kpi(['notices', ...MONTH], { cwd: folder });
    expect(out).toContain('本月罚款共 40 元，归部门活动基金');
  });

  it('is said though nothing is known of the first of the team', async () => {
    const folder = writeShop({
      'kpi.yaml': csv('shop: 小店', 'plans: {presales: {pay: [base_flat], notices: [punctual]}}'),
      'agents.csv': csv('工号,姓名,岗位', 'A01,甲,售前', 'A02,乙,售前'),
      'rules/punctual.yaml': csv(
        'id: punctual',
        'kind: notices',
        'notices: [{id: late, level: info, once: true, when: 迟到 > 3, text: 有人常迟到}]',
      ),
      '2026-10/attendance.csv': csv('工号,迟到', 'A01,', 'A02,4'),
    });
    const { code, out } = await kpi(['notices', ...MONTH], { cwd: folder });
    expect([code, out.match(/有人常迟到/g)?.length]).toEqual([0, 1]);
  });
});

describe('a notice to several', () => {
  it('is said once beside the salary table, with all of them', async () => {
    const folder = writeShop({
      'kpi.yaml': csv('shop: 小店', 'plans: {presales: {pay: [base_flat], notices: [punctual]}}'),
      'agents.csv': csv('工号,姓名,岗位', 'A01,甲,售前', 'A02,乙,售前', 'A03,丙,售前'),
      'rules/punctual.yaml': csv(
        'id: punctual',
        'kind: notices',
        'notices:',
        '  - {id: late, level: warning, when: 迟到 > 3, text: "迟到 {迟到} 次"}',
      ),
      '2026-10/attendance.csv': csv('工号,迟到', 'A01,4', 'A02,5', 'A03,4'),
    });
    const { err } = await kpi(['calc', ...MONTH, '--format', 'table'], { cwd: folder });
    const lines = err.split('\n').filter((line) => line.includes('迟到'));
    expect(lines).toEqual(['警告：甲（A01）、丙（A03） 迟到 4 次', '警告：乙（A02） 迟到 5 次']);
  });
});
