import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { DEMO, kpi, ROOT, runProgram } from '../setup/program.js';
import { IS_WHOLE } from '../setup/runs.js';
import { keptFolder } from '../setup/shop.js';

/** Packs the program and installs the tarball into a folder, as npm lays it out; nothing is fetched. */
async function install(folder: string): Promise<void> {
  expect(await runProgram('npm', ['run', 'types', '--silent'])).toMatchObject({ code: 0 });
  // Not built anew: other tests run what is built.
  const pack = ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder];
  const packed = await runProgram('npm', pack);
  expect(packed, packed.err).toMatchObject({ code: 0 });
  const target = join(folder, 'node_modules/kpi');
  mkdirSync(target, { recursive: true });
  const tarball = join(folder, packed.out.trim().split('\n').at(-1) ?? '');
  const unpacked = await runProgram('tar', ['-xzf', tarball, '-C', target, '--strip-components=1']);
  expect(unpacked).toMatchObject({ code: 0 });
  const { dependencies } = JSON.parse(readFileSync(join(target, 'package.json'), 'utf8'));
  for (const name of [...Object.keys(dependencies), '@duckdb/node-bindings']) {
    const place = join(folder, 'node_modules', name);
    mkdirSync(dirname(place), { recursive: true });
    symlinkSync(join(ROOT, 'node_modules', name), place);
  }
  writeFileSync(join(folder, 'package.json'), '{"type": "module"}');
}

/** A program that takes the types at their word: it does not compile when one of them is another. */
const PROGRAM = `
import { calculateMonth, type PayLine, type Statement } from 'kpi';

const month = await calculateMonth({ folder: process.argv[2] ?? '', month: '2026-10', language: 'en' });
const [first]: readonly Statement[] = month.statements;
const lines: readonly PayLine[] = first?.lines ?? [];
const sum = month.statements.map(({ payable }) => payable).reduce((a, b) => a.plus(b));
console.log(month.shop, month.closed, first?.name, lines[0]?.title.en, sum.toFixed(2));
// @ts-expect-error an amount is no number
const wrong: number = first?.payable;
const none = await calculateMonth({ folder: '.', month: '2026-10', language: 'en' });
console.log(none.statements.length, none.json, none.problems[0]?.level, wrong === undefined);
await calculateMonth({ folder: '.', month: 'October' }).catch((error) => console.log(error.name));
process.stderr.write(month.json ?? '');
`;

describe.runIf(IS_WHOLE)('the packed program', () => {
  const folder = keptFolder();
  beforeAll(() => install(folder));

  it('is a library with types, which pays as the command does', async () => {
    writeFileSync(join(folder, 'use.ts'), PROGRAM);
    const options = ['--module', 'nodenext', '--target', 'es2023', '--strict', '--skipLibCheck'];
    const types = ['--types', 'node', '--typeRoots', join(ROOT, 'node_modules/@types')];
    const compiled = await runProgram(
      process.execPath,
      [join(ROOT, 'node_modules/typescript/bin/tsc'), ...options, ...types, 'use.ts'],
      { cwd: folder },
    );
    expect(compiled, compiled.out).toMatchObject({ code: 0, out: '' });
    const ran = await runProgram(process.execPath, ['use.js', DEMO], { cwd: folder });
    const { out } = await kpi([
      'calc',
      '-C',
      DEMO,
      '--month',
      '2026-10',
      '--format',
      'json',
      '--lang',
      'en',
    ]);
    const { agents, shop, totals } = JSON.parse(out);
    const [first] = agents;
    const pays = `${shop} false ${first.name} ${first.lines[0].title} ${totals.payable.toFixed(2)}`;
    expect(ran.out.split('\n').slice(0, 3)).toEqual([
      pays,
      '0 undefined error false',
      'RangeError',
    ]);
    expect(JSON.parse(ran.err)).toEqual(JSON.parse(out));
  });

  it('starts as a command', async () => {
    const binary = join(folder, 'node_modules/kpi/bin/kpi.js');
    const shop = join(folder, 'shop');
    cpSync(DEMO, shop, { recursive: true });
    const run = await runProgram(process.execPath, [binary, 'check', '--month', '2026-10'], {
      cwd: shop,
    });
    expect(run).toMatchObject({ code: 0 });
  });

  it('holds what its pages link to', () => {
    const root = join(folder, 'node_modules/kpi');
    const pages = new Set(['README.md', 'README.zh-CN.md']);
    const lacking: string[] = [];
    for (const page of pages) {
      const text = readFileSync(join(root, page), 'utf8').replaceAll(/```.*?```/gs, '');
      for (const [, link = ''] of text.matchAll(/\]\(([^)\s#]+)[^)]*\)/g)) {
        if (/^[a-z]+:/.test(link)) continue;
        const target = normalize(join(dirname(page), decodeURI(link)));
        if (!existsSync(join(root, target))) lacking.push(`${page}: ${link}`);
        else if (target.endsWith('.md')) pages.add(target);
      }
    }
    expect(lacking).toEqual([]);
    expect(pages.size).toBeGreaterThan(20);
  });
});
