import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { kpi, ROOT } from '../setup/program.js';
import { writeShop } from '../setup/shop.js';
import { commandsIn, fencedBlocks } from './fenced-blocks.js';
import { DOCS } from './places.js';

const PAGE = readFileSync(`${DOCS}tutorial.md`, 'utf8');

/** The exports that the page speaks of, of the small shop: what people write by hand is not among them. */
function exportsFolder(): string {
  const folder = writeShop({ 'x.txt': '' });
  const month = join(ROOT, 'fixtures/starter/2026-10');
  mkdirSync(join(folder, '导出'));
  cpSync(join(month, 'chats.csv'), join(folder, '导出/聊天记录.csv'));
  cpSync(join(month, 'orders.csv'), join(folder, '导出/订单报表.csv'));
  return folder;
}

/** What the page tells the reader to write by hand. */
function decide(shop: string): void {
  const roster = readFileSync(join(shop, 'agents.csv'), 'utf8');
  const roles = { 小月: '售前', 小星: '售前', 小海: '售后', 小山: '售后' };
  const filled = Object.entries(roles).reduce(
    (text, [name, role]) => text.replace(`,${name},,`, `,${name},${role},`),
    roster,
  );
  writeFileSync(join(shop, 'agents.csv'), filled);
  const [plans = ''] = fencedBlocks(PAGE, 'yaml');
  const config = readFileSync(join(shop, 'kpi.yaml'), 'utf8');
  writeFileSync(join(shop, 'kpi.yaml'), config.replace(/^plans:\n(?: .*\n)*/m, plans));
}

it('the tutorial leads from exports to a closed month, and shows the table that comes out', async () => {
  let cwd = exportsFolder();
  const commands = commandsIn(fencedBlocks(PAGE, 'sh'));
  expect(commands.length).toBeGreaterThan(7);
  const printed: string[] = [];
  for (const command of commands) {
    const [program, ...args] = command.split(' ');
    if (program === 'cd') {
      cwd = join(cwd, ...args);
      decide(cwd);
      continue;
    }
    expect(program).toBe('kpi');
    const run = await kpi([...args, '--no-color'], { cwd, terminal: 100 });
    expect(run.code, `${command}\n${run.err}`).toBe(0);
    printed.push(run.out);
  }
  const [table = ''] = fencedBlocks(PAGE, '');
  const plain = (text: string) => text.replaceAll(/ +$/gm, '');
  expect(printed.map(plain)).toContain(plain(table));
  expect(printed.join('')).toContain('1355 × 1.1% + 2051 ÷ 2 ÷ 2 × 1.1% = 20.5453 元');
});
