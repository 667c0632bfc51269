import { readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { kpi } from '../setup/program.js';
import { wholeOr } from '../setup/runs.js';
import { csv, writeShop } from '../setup/shop.js';

const ORDERS = csv(
  '订单编号,买家,创建时间,付款时间,实付金额',
  '1,b1,2026-10-02 10:00:00,2026-10-02 10:01:00,80.00',
);

const FILES = {
  'kpi.yaml': csv('shop: 小店', 'plans: {presales: {scores: [], pay: [base_flat]}}'),
  'agents.csv': csv('工号,姓名,岗位', 'A01,甲,售前'),
  '2026-09/orders.csv': ORDERS.replaceAll('2026-10', '2026-09'),
  '2026-10/orders.csv': ORDERS,
  '2026-10/表.csv': csv('日期,工号,类型,分钟', '2026-10-02,A01,迟到,3'),
  '2026-10/分店/订单.csv': ORDERS.replace('1,b1', '2,b2'),
  'targets.csv': csv('工号,目标,数值', 'A01,sales,100'),
} as const;

const RUNS: readonly (readonly [args: string, file: keyof typeof FILES])[] = [
  ['check --month 2026-10', '2026-10/orders.csv'],
  ['calc --month 2026-10', '2026-09/orders.csv'],
  ['calc --month 2026-10', '2026-10/表.csv'],
  ['metrics --month 2026-10', '2026-10/分店/订单.csv'],
  ['history', 'agents.csv'],
  ['diff 2026-09 2026-10', 'targets.csv'],
  ['rules list', 'agents.csv'],
];

it.each(wholeOr(3, RUNS))('`kpi %s` writes over no input: %s', async (args, file) => {
  const folder = writeShop(FILES);
  await kpi(['close', '--month', '2026-09', '-C', folder]);
  const links = writeShop({});
  symlinkSync(join(folder, file), join(links, 'file.csv'));
  symlinkSync(folder, join(links, 'shop'));
  const before = readFileSync(join(folder, file));
  for (const [shop, output] of [
    [folder, join(folder, file)],
    [folder, join(links, 'file.csv')],
    [join(links, 'shop'), join(folder, file)],
    [folder, join(links, 'shop', file)],
    // Of another shop than the one that the run is about.
    [writeShop(FILES, 'other'), join(folder, file)],
  ] as const) {
    const run = await kpi([...args.split(' '), '-C', shop, '-o', output, '--format', 'csv']);
    expect(readFileSync(join(folder, file)), output).toEqual(before);
    // Another shop has no closed months to show.
    expect([run.code, run.out], output).toEqual([
      shop === folder || shop.endsWith('/shop') ? 2 : run.code,
      '',
    ]);
  }
});

it('no result is written through a link to a closed month, or over a file that lies elsewhere and is linked from the month', async () => {
  const folder = writeShop(FILES);
  await kpi(['close', '--month', '2026-09', '-C', folder]);
  const elsewhere = writeShop({ 'a.csv': ORDERS, 'b.csv': ORDERS });
  symlinkSync(join(elsewhere, 'a.csv'), join(folder, '2026-10/orders-2.csv'));
  symlinkSync(join(folder, 'closed/2026-09.json'), join(elsewhere, 'closed.json'));
  for (const output of ['a.csv', 'closed.json']) {
    const path = join(elsewhere, output);
    const before = readFileSync(path);
    expect(await kpi(['check', '-C', folder, '-o', path])).toMatchObject({ code: 2 });
    expect(readFileSync(path)).toEqual(before);
  }
  const args = ['inspect', join(elsewhere, 'b.csv'), '-C', folder, '-o', join(elsewhere, 'b.csv')];
  expect(await kpi([...args, '--format', 'json'])).toMatchObject({ code: 2 });
  expect(readFileSync(join(elsewhere, 'b.csv'), 'utf8')).toBe(ORDERS);
});

it('the schema for editors is written anew among the rulebooks, and never over one of them', async () => {
  const folder = writeShop({ ...FILES, 'rules/own.yaml': 'id: own\n' });
  const write = (file: string) =>
    kpi(['rules', 'schema', '-C', folder, '-o', join(folder, file), '--format', 'json']);
  expect(await write('rules/rulebook.schema.json')).toMatchObject({ code: 0 });
  expect(await write('rules/rulebook.schema.json')).toMatchObject({ code: 0 });
  symlinkSync(join(folder, 'rules/own.yaml'), join(folder, 'own.json'));
  expect(await write('own.json')).toMatchObject({ code: 2 });
});

it('a table that was written into the folder of a month is written anew', async () => {
  const folder = writeShop(FILES);
  for (const output of ['工资.csv', '2026-10/工资.csv', '2026-10/问题.json']) {
    const path = join(folder, output);
    writeFileSync(path, output.endsWith('json') ? '{}' : '工号,实发\r\n');
    const args = output.endsWith('json') ? ['check'] : ['calc', '--month', '2026-09'];
    expect(await kpi([...args, '-C', folder, '-o', path])).toMatchObject({ code: 0 });
    expect(readFileSync(path, 'utf8').length).toBeGreaterThan(20);
  }
});

it.each([
  'calc --month 2026-10',
  'calc --month 2026-10 --compare',
  'backtest',
])('`kpi %s --rules` writes over no rulebook, wherever it lies', async (args) => {
  const folder = writeShop(FILES);
  await kpi(['close', '--month', '2026-09', '-C', folder]);
  const book = csv('id: own', 'title: 甲', 'kind: pay', 'lines: []');
  const rules = writeShop({ 'own.yaml': book, 'sub/own.csv': book }, 'rules');
  for (const file of ['own.yaml', 'sub/own.csv']) {
    const output = join(rules, file);
    const words = [...args.split(' '), '--rules', rules, '-C', folder, '--format', 'csv'];
    await kpi([...words, '-o', output]);
    expect(readFileSync(output, 'utf8'), output).toBe(book);
  }
});
