import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BINARY, kpi, runProgram } from '../setup/program.js';
import { csv, type ShopFiles, writeShop } from '../setup/shop.js';

const SHOP: ShopFiles = {
  'kpi.yaml': csv('shop: 小店', 'plans: {presales: {scores: [], pay: [base_flat]}}'),
  'agents.csv': csv('工号,姓名,岗位', 'A01,甲,售前'),
  '2026-10/metrics.csv': csv('工号,首次响应时间', 'A01,20'),
};

describe('a name that is nearly right', () => {
  it.each([
    ['2026-1', '2026-01'],
    ['2026/10', '2026-10'],
    ['202610', '2026-10'],
  ])('of a month, %s, is answered with %s', async (given, meant) => {
    const run = await kpi(['calc', '-C', writeShop(SHOP), '--month', given]);
    expect(run).toMatchObject({ code: 2, out: '' });
    expect(run.err).toContain(`不是“${given}”，是否想写 ${meant}？`);
  });

  it('of a month’s folder is told with the folder that is there', async () => {
    const folder = writeShop(SHOP);
    mkdirSync(join(folder, '2026年11月'));
    const run = await kpi(['calc', '-C', folder, '--month', '2026-11']);
    expect(run).toMatchObject({ code: 1, out: '' });
    expect(run.err).toContain('没有 2026-11 的文件夹，只有“2026年11月”');
  });

  it('of a rulebook, as Windows makes it, is a warning; .yml is read like .yaml', async () => {
    const book = csv(
      'id: own',
      'kind: pay',
      'lines: [{id: own, title: 自定, kind: earning, category: bonus, formula: 5}]',
    );
    const config = `${SHOP['kpi.yaml']}`.replace('[base_flat]', '[base_flat, own]');
    const folder = writeShop({ ...SHOP, 'kpi.yaml': config, 'rules/own.yml': book });
    const read = await kpi(['calc', '-C', folder, '--month', '2026-10', '--ids']);
    expect(read.code, read.err).toBe(0);
    expect(read.out.split('\n')[1]).toBe('A01,甲,presales,presales,,,800,5,805,0,805');
    const hidden = writeShop({ ...SHOP, 'rules/own.yaml.txt': book });
    const warned = await kpi(['calc', '-C', hidden, '--month', '2026-10']);
    expect(warned.code).toBe(0);
    expect(warned.err).toContain('misnamed-rulebook');
    expect(warned.err).toContain('改名为 rules/own.yaml；');
  });

  it.each([
    ['attribution: order_frist', 'order_first'],
    ['after_payment: buyer_frist', 'buyer_first'],
    ['memo: {2026-01: off, 2026-07: prefered}', 'prefer'],
    ['refund_basis: order', 'orders'],
    ['part_month_due: whole_mont', 'whole_month'],
  ])('of a fixed word of metrics is answered with the word: %s', async (setting, meant) => {
    const config = csv(`${SHOP['kpi.yaml']}`.trim(), `metrics: {${setting}}`);
    const run = await kpi(['check'], { cwd: writeShop({ ...SHOP, 'kpi.yaml': config }) });
    expect(run.out).toContain(`是否想写“${meant}”？`);
  });

  it('of kpi.yaml is told', async () => {
    const folder = writeShop({ 'kpi.yaml.txt': SHOP['kpi.yaml'] ?? '' });
    const run = await kpi(['check'], { cwd: folder });
    expect(run.code).toBe(1);
    expect(run.out).toContain('找不到 kpi.yaml，只有 kpi.yaml.txt');
  });
});

it('a shipped rulebook can be written into the rules folder by a redirection', async () => {
  const folder = writeShop({ ...SHOP, 'rules/rulebook.schema.json': '{}' });
  const command = `"${process.execPath}" "${BINARY}" rules show base_flat --format yaml > rules/own.yaml`;
  const run = await runProgram('sh', ['-c', command], { cwd: folder });
  expect(run.code, run.err).toBe(0);
});
