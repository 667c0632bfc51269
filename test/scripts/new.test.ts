import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { metric } from '../../scripts/new/metric.js';
import { withEntry } from '../../scripts/new/skeleton.js';

/** Everything that a skeleton is put into, or tried with. */
const COPIED = [
  'src',
  'test',
  'scripts',
  'rules',
  'fixtures/exports',
  'fixtures/generator',
  'fixtures/starter',
  'docs',
  'bench',
  'package.json',
  'tsconfig.json',
  'vitest.config.ts',
  'biome.json',
  '.gitignore',
];

/** Prints the pages that list what there is. */
const PAGES = `
import { listingPages } from './test/docs/pages.ts';
console.log(JSON.stringify(Object.fromEntries(await listingPages())));
`;

describe('a new metric', () => {
  it('cannot have the id of one that there is, in whatever group', () => {
    expect(() => metric('orders/receptions')).toThrow('There is a metric receptions already');
    expect(metric('orders/gifts').entries).toHaveLength(2);
  });
});

describe('npm run new', () => {
  let folder = '';
  const run = (command: string, ...words: string[]) => {
    const { VITEST: _, ...env } = process.env;
    return execFileSync(command, words, { cwd: folder, env, encoding: 'utf8', stdio: 'pipe' });
  };
  const make = (kind: string, name: string) => run('npx', 'tsx', 'scripts/new.ts', kind, name);
  const evaluate = (code: string) =>
    run('node', '--import', 'tsx', '--input-type=module', '--eval', code);
  const kpi = (...words: string[]) =>
    evaluate(`import { main } from './src/cli/main.ts'; await main(${JSON.stringify(words)});`);

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'kpi-new-'));
    for (const path of COPIED) cpSync(resolve(path), join(folder, path), { recursive: true });
    symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('writes a metric of each group, a reader, a mechanism, a command and a rulebook that compile, pass their tests and have their pages', () => {
    expect(make('metric', 'orders/gifts')).toContain('new      test/metrics/gifts.test.ts');
    make('metric', 'conduct/thanks');
    make('reader', 'small_shop');
    make('mechanism', 'doubled');
    make('command', 'who_works');
    make('rulebook', 'gift_bonus');
    expect(run('npx', 'tsc', '--noEmit')).toBe('');
    // What `npm run docs` does, but for the examples of problems, which no new thing changes.
    for (const schema of ['rules', 'fixtures/starter/rules']) {
      kpi('rules', 'schema', '-o', `${schema}/rulebook.schema.json`);
    }
    const pages = JSON.parse(evaluate(PAGES)) as Readonly<Record<string, string>>;
    expect(pages['metrics.md']).toContain('`gifts`');
    expect(pages['metrics.md']).toContain('`thanks`');
    expect(pages['exports.md']).toContain('## small_shop · Small shop');
    expect(pages['mechanisms/doubled.md']).toContain('| `of` |  | 按什么算 | what it is about |');
    expect(pages['mechanisms/README.md']).toContain('(doubled.md)');
    expect(
      run(
        'npx',
        'vitest',
        'run',
        'test/metrics/gifts.test.ts',
        'test/metrics/thanks.test.ts',
        'test/intake/readers/small-shop.test.ts',
        'test/rulebook/mechanisms.test.ts',
        'test/rulebook/json-schema.test.ts',
        'test/cli/commands/list.test.ts',
        'test/cli/commands/who-works.test.ts',
      ),
    ).toMatch(/Tests .*\d+ passed/);
    expect(kpi('rules', 'test', 'gift_bonus')).toContain('gift_bonus  2 个例子，全部通过');
  }, 300_000);

  it('overwrites nothing', () => {
    expect(() => make('mechanism', 'bands')).toThrow('There is already');
    expect(readFileSync(join(folder, 'src/rulebook/mechanisms/bands.ts'), 'utf8')).toBe(
      readFileSync('src/rulebook/mechanisms/bands.ts', 'utf8'),
    );
  });

  it.each([
    ['metric', 'gifts'],
    ['metric', 'targets/gifts'],
    ['reader', 'orders/small_shop'],
    ['room', 'attic'],
    ['reader', 'Small Shop'],
  ])('refuses %s %s', (kind, name) => {
    expect(() => make(kind, name)).toThrow();
  });
});

describe('an entry of a list', () => {
  const entry = { file: 'list.ts', before: '  last', text: '  new,' };

  it('stands before the line that is named', () => {
    expect(withEntry('[\n  first,\n  last,\n]', entry)).toBe('[\n  first,\n  new,\n  last,\n]');
  });

  it('is refused where the line is not there, or twice', () => {
    expect(() => withEntry('[]', entry)).toThrow('0 lines');
    expect(() => withEntry('  last,\n  last,', entry)).toThrow('2 lines');
  });
});
