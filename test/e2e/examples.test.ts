import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { manPages } from '../../scripts/man/man-pages.js';
import { COMMANDS } from '../../src/cli/commands/list.js';
import { LANGUAGES } from '../../src/lib/language.js';
import { closedShop } from '../setup/closed.js';
import { BINARY, kpi, type Ran, ROOT, runProgram } from '../setup/program.js';
import { wholeOr } from '../setup/runs.js';
import { SHOP } from './months-shop.js';

/** Every command as it is typed, those of a group one by one. */
const TYPED = COMMANDS.flatMap((each) =>
  'commands' in each ? each.commands.map((inner) => [each.name, inner.name]) : [[each.name]],
);

/** The examples of a help text, without what is said beside them. */
function examplesIn(help: string): readonly string[] {
  return [...help.matchAll(/^ {2}(.*\bkpi [^\n]*?)(?: {2,}[^\n]*)?$/gm)].map(
    ([, line = '']) => line,
  );
}

async function examplesOf(words: readonly string[], language: string) {
  const { out } = await kpi([...words, '--help', '--lang', language]);
  const [, after = ''] = out.split(/^(?:Examples:|示例：)$/m);
  return examplesIn(after.split(/^(?:Exit codes:|退出码：)/m)[0] ?? '');
}

describe('the help', () => {
  it.each(TYPED)('of kpi %s %s has two examples, the same in both languages', async (...words) => {
    const [zh = [], en = []] = await Promise.all(LANGUAGES.map((each) => examplesOf(words, each)));
    expect(en.length).toBeGreaterThanOrEqual(2);
    // Names of files and people are as one writes them in each language.
    const shape = (line: string) =>
      line.replaceAll(/'[^']*'|"[^"]*"|[^\s|&=-]*[^\x20-\x7e][^\s]*/g, '·');
    const kinds = (lines: readonly string[]) =>
      lines.map((line) => shape(line).split(' ').slice(0, 3));
    expect(kinds(zh).map((kind) => kind.slice(0, 2))).toEqual(
      kinds(en).map((kind) => kind.slice(0, 2)),
    );
  });
});

/** Where each example is run: with months behind it, or the shop that ships. */
const OVER_MONTHS = ['history', 'review', 'diff', 'backtest', 'correct', 'verify', 'close'];

/** The months of that shop are those of the examples. */
function inAutumn(files: typeof SHOP): typeof SHOP {
  const later = (text: string) =>
    text.replaceAll(
      /2026-0([1-5])/g,
      (_, month) => `2026-${String(Number(month) + 5).padStart(2, '0')}`,
    );
  return Object.fromEntries(
    Object.entries(files).map(([name, text]) => [later(name), later(String(text))]),
  );
}

async function shopFor(command: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'kpi-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const files = inAutumn({
    ...SHOP,
    'draft/card.yaml': String(SHOP['rules/card.yaml']),
    'draft/back.yaml': String(SHOP['rules/back.yaml']).replace('value: 1', 'value: 2'),
  });
  if (OVER_MONTHS.includes(command)) {
    const months = ['2026-06', '2026-07', '2026-08', '2026-09'];
    const isSigned = command === 'verify';
    const shop = await closedShop(files, ...(isSigned ? [] : months));
    cpSync(shop, folder, { recursive: true });
    await kpi(['keys', 'new', 'kpi.key'], { cwd: folder });
    const signed = isSigned ? [...months, '2026-10'] : [];
    for (const month of signed) {
      const close = ['close', '--month', month, '--sign', 'kpi.key'];
      expect(await kpi(close, { cwd: folder })).toMatchObject({ code: 0 });
    }
  } else cpSync(join(ROOT, 'fixtures/starter'), folder, { recursive: true });
  return folder;
}

/** Programs beside `kpi`: those that only show what they are given need not be there. */
function programsIn(folder: string): string {
  const bin = join(folder, '.bin');
  mkdirSync(bin);
  symlinkSync(BINARY, join(bin, 'kpi'));
  for (const name of ['less', 'jq']) {
    writeFileSync(join(bin, name), '#!/bin/sh\nexec cat\n', { mode: 0o755 });
  }
  return bin;
}

describe('every example', () => {
  it.each(wholeOr(5, TYPED))('of kpi %s %s run', async (...words) => {
    const examples = await examplesOf(words, 'en');
    const folder = await shopFor(words[0] ?? '');
    const bin = programsIn(folder);
    const shop = join(folder, 'cloud-home');
    cpSync(join(ROOT, 'fixtures/starter'), shop, { recursive: true });
    cpSync(shop, join(folder, 'clients/one'), { recursive: true });
    cpSync(join(ROOT, 'fixtures/exports'), join(folder, 'exports'), { recursive: true });
    cpSync(join(ROOT, 'fixtures/exports/taobao-orders-2022.csv'), join(folder, 'downloads/o.csv'));
    mkdirSync(join(folder, '.config/fish/completions'), { recursive: true });
    writeFileSync(join(folder, 'rules/my_commission.yaml'), MY_COMMISSION);
    if (words[0] === 'close')
      cpSync(join(folder, 'closed'), join(folder, 'before'), { recursive: true });
    const env = { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH}`, HOME: folder };
    for (const example of examples) {
      const { code, err } = await runLine(adapted(example), folder, env);
      expect(code, `${example}\n${err}`).toBe(0);
      if (words[0] !== 'close') continue;
      // The next example closes the same month in another way.
      rmSync(join(folder, 'closed'), { recursive: true });
      cpSync(join(folder, 'before'), join(folder, 'closed'), { recursive: true });
    }
  });
});

/** Runs a line as a shell does; one that is nothing but a command in this process, which is faster. */
async function runLine(line: string, cwd: string, env: NodeJS.ProcessEnv): Promise<Ran> {
  const isPlain = /^kpi [^|&<>*~$]*$/.test(line);
  if (!isPlain)
    return runProgram('bash', ['-o', 'pipefail', '-c', `exec </dev/null; ${line}`], { cwd, env });
  const words = [...line.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map(
    ([, single, double, bare]) => single ?? double ?? bare ?? '',
  );
  return kpi(words.slice(1), { cwd });
}

/** A rulebook of the shop's own, as an example names one. */
const MY_COMMISSION = `id: my_commission
kind: pay
title: 我的提成
lines:
  - {id: mine, title: 我的提成, kind: earning, category: commission, formula: 销售额 * 1%}
examples:
  - {given: {sales: 1000}, expect: {mine: 10}}
`;

/** An example as it is run: with what the shop of the months calls the parameter. */
function adapted(example: string): string {
  // A line for the start file of a shell is tried for what it reads: each shell has tests of its own.
  return example
    .replace('commission_team_pool.rate=1.3%', 'back.each=2')
    .replace(/^source </, 'cat <');
}

describe('the manual', () => {
  const hasMan = spawnSync('man', ['--version']).status === 0;
  it.skipIf(!hasMan).each([
    {
      language: 'en',
      under: 'man1',
      parts: ['NAME', 'kpi-calc - ', 'kpi calc --month 2026-10 -o salary.xlsx', '  2  wrong use'],
    },
    {
      language: 'zh',
      under: 'zh_CN/man1',
      parts: ['名称', 'kpi-calc - ', 'kpi calc --month 2026-10 -o 工资.xlsx', '  2  命令写错了'],
    },
  ] as const)(
    'is read by man without a warning, and says what the help says: $language',
    async ({ language, under, parts }) => {
      const folder = mkdtempSync(join(tmpdir(), 'kpi-test-'));
      onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
      const pages = manPages(language);
      expect(pages.map(({ file }) => file)).toEqual(
        expect.arrayContaining(
          ['kpi', 'kpi-calc', 'kpi-rules-show', 'kpi-export-tax'].map(
            (name) => `${under}/${name}.1`,
          ),
        ),
      );
      mkdirSync(join(folder, under), { recursive: true });
      for (const { file, roff } of pages) writeFileSync(join(folder, file), roff);
      const env = { ...process.env, LC_ALL: 'C.UTF-8', MANWIDTH: '120' };
      const page = join(folder, under, 'kpi-calc.1');
      const { code, out, err } = await runProgram(
        'bash',
        ['-c', 'exec man --warnings -l "$0" </dev/null', page],
        {
          env,
        },
      );
      expect([code, err]).toEqual([0, '']);

      for (const part of ['--month <YYYY-MM>', ...parts]) expect(out).toContain(part);
    },
  );
});
