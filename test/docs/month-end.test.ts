import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { BINARY, kpi, runProgram } from '../setup/program.js';
import { IS_WHOLE } from '../setup/runs.js';
import { writeShop } from '../setup/shop.js';
import { commandsIn, fencedBlocks } from './fenced-blocks.js';
import { DOCS } from './places.js';

const PAGE = readFileSync(`${DOCS}month-end.md`, 'utf8');

async function starter(): Promise<string> {
  const shop = join(writeShop({ 'x.txt': '' }), '我的 店');
  expect((await kpi(['init', shop])).code).toBe(0);
  return shop;
}

it.runIf(IS_WHOLE)(
  'the list of a month’s end can be walked through from its first command to its last',
  async () => {
    const shop = await starter();
    const commands = commandsIn(fencedBlocks(PAGE, 'sh'));
    expect(commands.length).toBeGreaterThan(10);
    for (const command of commands) {
      const [program, ...args] = command.split(' ');
      expect(program).toBe('kpi');
      const run = await kpi(args, { cwd: shop, now: '2026-12-03T12:00:00+08:00' });
      expect(run.code, `${command}\n${run.err}`).toBe(0);
    }
  },
);

it('the line for cron runs where there is neither environment nor terminal', async () => {
  const shop = await starter();
  const [, line = ''] = fencedBlocks(PAGE, 'crontab').join('').trim().split('\n');
  const command = line
    .replace(/^(?:\S+ ){5}/, '')
    .replace('/srv/my-shop', `'${shop}'`)
    .replace('/usr/bin/node', `'${process.execPath}'`)
    .replace('/opt/kpi/bin/kpi.js', `'${BINARY}'`)
    // The month of the shop, whenever the test runs.
    .replace("-d 'last month'", '-d 2026-10-01')
    .replaceAll(String.raw`\%`, '%');
  const run = await runProgram('env', ['-i', '/bin/sh', '-c', command]);
  expect(run.err).toBe('');
  // Its warnings are nobody's yet: they are what the letter is about.
  expect(run.code).toBe(1);
  expect(run.out).toContain('masked-buyers');
});
