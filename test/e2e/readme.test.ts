import { readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fencedBlocks } from '../docs/fenced-blocks.js';
import { amountOf, paidAgents } from '../setup/paid.js';
import { BINARY, kpi, ROOT, runProgram } from '../setup/program.js';
import { wholeOr } from '../setup/runs.js';
import { writeShop } from '../setup/shop.js';

const READMES = ['README.md', 'README.zh-CN.md'] as const;

function blocks(file: string, language: string): readonly string[] {
  return fencedBlocks(readFileSync(join(ROOT, file), 'utf8'), language);
}

/** Runs a block of commands inside the test, one after the other; gives the first that fails, else the last. */
async function runInside(block: string, cwd: string) {
  let folder = cwd;
  let run = { code: 0, err: '' };
  for (const line of block.trimEnd().split('\n')) {
    const [, entered, args] = /^(?:cd (.+)|(?:node bin\/)?kpi(?:\.js)? (.+))$/.exec(line) ?? [];
    if (entered !== undefined) folder = join(folder, entered);
    else if (args !== undefined) run = await kpi(args.split(' '), { cwd: folder });
    else return { code: 1, err: `no command of the program: ${line}` };
    if (run.code !== 0) return run;
  }
  return run;
}

/** Runs a block of commands as a user types them, with `kpi` on the path. */
async function runBlock(block: string, cwd: string) {
  const bin = join(writeShop({ 'bin/readme.txt': '' }), 'bin');
  symlinkSync(BINARY, join(bin, 'kpi'));
  const env = { PATH: `${bin}:${process.env.PATH}`, HOME: bin };
  return runProgram('bash', ['-e', '-o', 'pipefail', '-c', block], { cwd, env });
}

interface Told {
  readonly level: string;
  readonly file: string;
  readonly line: number;
}

/** What the plan that is written there is called. */
function titleIn(plans: string): string {
  return /title: ([^,]+),/.exec(plans)?.[1] ?? '';
}

describe.each(wholeOr(1, READMES))('%s', (file) => {
  const commands = blocks(file, 'sh');

  it('has the two commands of a fresh clone, and CI runs the second', () => {
    const [demo, tests] = commands;
    expect(demo).toBe('npm ci && node bin/kpi.js calc -C fixtures/demo --month 2026-10\n');
    expect(tests).toBe('npm ci && npm test\n');
    const ci = readFileSync(join(ROOT, '.ci/run'), 'utf8');
    expect(ci).toMatch(/^npm ci\nnpm run check\b.*\nnpm test\b/m);
  });

  it('shows commands that work, in their order', async () => {
    // What npm ci builds is there already: these tests run on it.
    const [demo = '', , ...others] = commands;
    const run = await runBlock(demo.replace('npm ci && ', ''), ROOT);
    expect(run.code, run.err).toBe(0);
    let cwd = writeShop({ 'readme.txt': '' });
    for (const block of others) {
      const inRepository = block.includes('node bin/kpi.js');
      const inside = await runInside(block, inRepository ? ROOT : cwd);
      expect(inside.code, `${block}\n${inside.err}`).toBe(0);
      const entered = /^cd (.+)$/m.exec(block)?.[1];
      if (entered !== undefined) cwd = join(cwd, entered);
    }
  }, 300_000);

  it('shows a table that the program really prints', async () => {
    const shown = blocks(file, '').find((block) => block.includes('─'));
    const command = commands.find((block) => block.includes('--plan aftersales')) ?? '';
    const args = command.trim().replace('node bin/kpi.js ', '').split(' ');
    expect((await kpi(args)).out).toBe(shown);
  });

  it('shows rulebooks that are sound, whose examples hold, and that pay the shop of init', async () => {
    const all = blocks(file, 'yaml');
    const set = all.find((block) => block.startsWith('set:')) ?? '';
    const books = all.filter((block) => block.startsWith('id: '));
    const plans = all.find((block) => block.includes('night_allowance, conduct')) ?? '';
    const shop = join(writeShop({ 'readme.txt': '' }), 'shop');
    expect((await kpi(['init', shop])).code).toBe(0);
    const config = readFileSync(join(shop, 'kpi.yaml'), 'utf8');
    // Every section begins at the margin; what is said here takes the place of the shop's own.
    const kept = config.replace(/^(?:plans|set):\n(?: .*\n|\n)*/gm, '');
    writeFileSync(join(shop, 'kpi.yaml'), `${kept}\n${plans}${set}`);
    for (const [at, book] of books.entries()) {
      writeFileSync(join(shop, `rules/book-${at}.yaml`), book);
    }
    const check = await kpi(['check', '-C', shop, '--month', '2026-10']);
    expect(check.code, check.out).toBe(0);
    const tests = await kpi(['rules', 'test', 'rank_bonus', 'night_allowance', '-C', shop]);
    expect(tests.code, tests.out).toBe(0);
    const agents = await paidAgents(shop);
    // 26 days in the late shift, 15 yuan each.
    expect(amountOf(agents, 'A02', 'night_allowance')).toBe(390);
    expect(amountOf(agents, 'A01', 'night_allowance')).toBeNull();
    expect((await kpi(['report', '-C', shop, '--month', '2026-10'])).out).toContain(titleIn(plans));
  });

  it('takes an example in place of the plan of init, once the rows that check names are deleted', async () => {
    const plans = blocks(file, 'yaml').find((block) => block.includes('tiered_commission')) ?? '';
    const shop = join(writeShop({ 'readme.txt': '' }), 'shop');
    await kpi(['init', shop]);
    const config = readFileSync(join(shop, 'kpi.yaml'), 'utf8');
    writeFileSync(join(shop, 'kpi.yaml'), config.replace(/^plans:\n(?: .*\n)*/m, plans));
    const month = ['-C', shop, '--month', '2026-10'];
    const checked = await kpi(['check', ...month, '--format', 'json']);
    const { problems } = JSON.parse(checked.out) as { problems: readonly Told[] };
    const wrong = problems.filter(({ level }) => level === 'error');
    expect(wrong.map(({ file: of, line }) => `${of}:${line}`)).toEqual([
      ...[2, 3, 4, 5, 6, 7].map((line) => `2026-10/ratings.csv:${line}`),
      '2026-10/events.csv:3',
    ]);
    for (const of of new Set(wrong.map((each) => each.file))) {
      const lines = readFileSync(join(shop, of), 'utf8').split('\n');
      const gone = wrong.flatMap((each) => (each.file === of ? each.line : []));
      writeFileSync(join(shop, of), lines.filter((_, at) => !gone.includes(at + 1)).join('\n'));
    }
    const agents = await paidAgents(shop);
    // 2,800 of base pay is set for classic; the example has its own 3,000.
    expect(amountOf(agents, 'A01', 'base')).toBe(3000);
  });
});
