import { expect, it } from 'vitest';
import { kpi } from '../setup/program.js';
import { csv, writeShop } from '../setup/shop.js';

/** What is told of a rulebook with these lines: code, file and line. */
async function told(...book: readonly string[]): Promise<readonly string[]> {
  const cwd = writeShop({
    'kpi.yaml': csv('shop: 小店', 'plans: {presales: {scores: [], pay: [own]}}'),
    'agents.csv': csv('工号,姓名,岗位', 'A01,甲,售前'),
    'rules/own.yaml': csv('id: own', 'kind: pay', 'lines:', ...book),
  });
  const { out } = await kpi(['check', '--format', 'csv'], { cwd });
  const rows = out.trim().split('\n').slice(1);
  return rows.map((row) => row.split(',').slice(1, 4).join(' '));
}

const FIRST = ['  - id: own', '    title: 自定', '    kind: earning'];

it('is one slip where two keys of a line stand at the left edge', async () => {
  expect(await told(...FIRST, 'category: bonus', 'formula: 5')).toEqual([
    'slid-keys rules/own.yaml 7',
  ]);
  expect(await told(...FIRST, '    category: bonus', 'formula: 5')).toEqual([
    'slid-keys rules/own.yaml 8',
  ]);
});

it('is one slip where lines stand a little too far left', async () => {
  for (const rest of [
    ['   category: bonus', '   formula: 5'],
    ['   category: bonus', '    formula: 5'],
    ['   category: bonus', '   bands:', '     of: 5', '     table: [{value: 1}]'],
  ]) {
    expect(await told(...FIRST, ...rest)).toEqual(['bad-yaml rules/own.yaml 7']);
  }
});

it('goes with the other lines of the book, whose faults are told', async () => {
  const other = ['  - {id: two, title: 二, kind: earning, category: bonus, formula: 迟到了}'];
  expect(await told(...other, ...FIRST, 'category: bonus', 'formula: 5')).toEqual([
    'slid-keys rules/own.yaml 8',
    'misspelt-name rules/own.yaml 4',
  ]);
});
