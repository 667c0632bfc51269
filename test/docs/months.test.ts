import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { kpi } from '../setup/program.js';
import { writeShop } from '../setup/shop.js';
import { MONTHS_SHOP } from './months.js';
import { DOCS } from './places.js';

/** Each command of the page, and what stands below it. */
function examples(text: string) {
  const found = text.matchAll(/^```sh\n([\s\S]*?)^```\n\n^```\n([\s\S]*?)^```$/gm);
  return [...found].map(([, commands = '', printed = '']) => ({ commands, printed }));
}

it('the page on closed months shows what a terminal really shows', async () => {
  const shop = writeShop(MONTHS_SHOP);
  const shown = examples(readFileSync(`${DOCS}months.md`, 'utf8'));
  expect(shown.length).toBeGreaterThan(5);
  for (const { commands, printed } of shown) {
    let out = '';
    for (const command of commands.trimEnd().split('\n')) {
      const args = command.split(' ').slice(1);
      const run = await kpi([...args, '-C', shop, '--no-color'], { terminal: 130 });
      expect(run.code, `${command}\n${run.err}`).toBe(0);
      out += run.out;
    }
    // Hashes change with the version of the program, and nobody reads them.
    expect(out.replaceAll(/[0-9a-f]{64}/g, '…').replaceAll(/ +$/gm, ''), commands).toBe(printed);
  }
});
