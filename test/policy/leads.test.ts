import { expect, it } from 'vitest';
import { kpi } from '../setup/program.js';
import { csv, writeShop } from '../setup/shop.js';

const LEADER = csv(
  'id: leader',
  'kind: pay',
  'lines: [{id: led, title: 组长提成, kind: earning, category: commission, formula: 成员合计(销售额) × 1%}]',
);

/** What is told of leads, with the line of the roster, where 组长 are paid by their members. */
async function told(...roster: readonly string[]): Promise<readonly string[]> {
  const files = {
    'kpi.yaml': csv('shop: 小店', 'plans: {售前: {pay: [base_flat]}, 组长: {pay: [leader]}}'),
    'rules/leader.yaml': LEADER,
    'agents.csv': csv(...roster),
  };
  const cwd = writeShop(files);
  const found: string[] = [];
  // Both without a month and of one.
  for (const more of [[], ['--month', '2026-10']]) {
    const folder =
      more.length === 0
        ? cwd
        : writeShop({ ...files, '2026-10/metrics.csv': csv('工号,销售额', 'A,1000', 'B,1000') });
    const run = await kpi(['check', '--format', 'json', ...more], { cwd: folder });
    const { problems } = JSON.parse(run.out) as { problems: { code: string; line: number }[] };
    found.push(
      problems
        .filter(({ code }) => code.includes('lead'))
        .map(({ code, line }) => `${code}:${line}`)
        .join(' '),
    );
  }
  expect(found[1]).toBe(found[0]);
  return found[0] === '' ? [] : (found[0] ?? '').split(' ');
}

it('a roster without the column of leads pays a lead by nobody, which is told', async () => {
  expect(await told('工号,姓名,岗位', 'A,甲,售前', 'L,丙,组长')).toEqual([
    'lead-without-members:3',
  ]);
});

it('of two leads the one whom nobody names is told', async () => {
  const roster = ['工号,姓名,岗位,组长', 'A,甲,售前,丙', 'L,丙,组长,', 'M,丁,组长,M'];
  expect(await told(...roster)).toEqual(['lead-without-members:4']);
});

it('a member of somebody who is not paid by members is told, and so is one without a lead', async () => {
  const roster = ['工号,姓名,岗位,组长', 'A,甲,售前,L', 'B,乙,售前,A', 'C,戊,售前,', 'L,丙,组长,'];
  expect(await told(...roster)).toEqual(['lead-not-paid-so:3', 'member-without-lead:4']);
});

it('who leads nobody, and needs no lead, is not told', async () => {
  const roster = ['工号,姓名,岗位,组长', 'A,甲,售前,L', 'B,乙,售前,B', 'L,丙,组长,'];
  expect(await told(...roster)).toEqual([]);
});
