import { expect, it } from 'vitest';
import { kpi } from '../setup/program.js';
import { csv, writeShop } from '../setup/shop.js';

function shop(attendance: string) {
  return writeShop({
    'kpi.yaml': csv(
      'shop: 小店',
      'plans: {售前: {scores: [], pay: [by_day]}}',
      'shifts:',
      '  白班: {hours: 09:00-18:00, days_off: {2026-01: 8, 2026-10: 4}}',
      '  夜班: {hours: 19:00-24:00, days_off: 8}',
    ),
    'rules/by_day.yaml': csv(
      'id: by_day',
      'kind: pay',
      'title: 底薪',
      'lines:',
      '  - {id: base, title: 底薪, kind: earning, category: base, formula: 2700 × 出勤 ÷ 应出勤, round: 0.01 yuan half up}',
    ),
    'agents.csv': csv(
      '工号,姓名,岗位,班次,应出勤',
      'A01,甲,售前,白班,',
      'A02,乙,售前,夜班,',
      'A03,丙,售前,白班,25',
    ),
    '2026-10/attendance.csv': attendance,
  });
}

async function paid(folder: string) {
  const run = await kpi(['calc', '-C', folder, '--month', '2026-10', '--format', 'json']);
  expect(run.err).toBe('');
  const { agents } = JSON.parse(run.out) as { agents: { id: string; payable: number }[] };
  return Object.fromEntries(agents.map(({ id, payable }) => [id, payable]));
}

it('the days off of a shift give the workdays due that neither attendance nor roster has', async () => {
  const folder = shop(csv('工号,出勤', 'A01,20', 'A02,23', 'A03,20'));
  // October has 31 days. A01: 31 − 4 = 27, 2700 × 20 ÷ 27 = 2000. A02: 31 − 8 = 23, all of them. A03: the
  // roster's 25, 2700 × 20 ÷ 25 = 2160.
  expect(await paid(folder)).toEqual({ A01: 2000, A02: 2700, A03: 2160 });
  const shown = await kpi(['explain', 'A01', '-C', folder, '--month', '2026-10', '--rows']);
  expect(shown.out).toContain('kpi.yaml 第 4 行，应出勤 27');
});

it('the attendance file comes before the shift', async () => {
  const folder = shop(csv('工号,应出勤,出勤', 'A01,24,20', 'A02,24,24', 'A03,24,24'));
  // 2700 × 20 ÷ 24 = 2250.
  expect(await paid(folder)).toEqual({ A01: 2250, A02: 2700, A03: 2700 });
});

it('more days off than a month has work for are told', async () => {
  const folder = writeShop({
    'kpi.yaml': csv('shop: 小店', 'shifts:', '  白班: {days_off: 28}'),
    'agents.csv': csv('工号,姓名,岗位', 'A01,甲,售前'),
  });
  const run = await kpi(['check', '-C', folder]);
  expect(run.code).toBe(1);
  expect(run.out + run.err).toContain('要写一个月休几天');
});
