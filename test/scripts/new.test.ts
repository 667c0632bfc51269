import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { metric } from '../../scripts/new/metric.js';
import { withEntry } from '../../scripts/new/skeleton.js';
import { writeSkeleton } from '../../scripts/new/write-skeleton.js';
import { IS_WHOLE } from '../setup/runs.js';

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

/** What `npm run docs` does, but for the examples of problems, which no new thing changes; and the examples of the rulebook. */
const REST = `
import { kpi } from './test/setup/program.ts';
import { listingPages } from './test/docs/pages.ts';
for (const folder of ['rules', 'fixtures/starter/rules']) {
  await kpi(['rules', 'schema', '-o', folder + '/rulebook.schema.json']);
}
const pages = Object.fromEntries(await listingPages());
const tested = await kpi(['rules', 'test', 'gift_bonus']);
console.log(JSON.stringify({ pages, tested: tested.out }));
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
  const make = (kind: string, name: string) => {
    const before = process.cwd();
    process.chdir(folder);
    try {
      return writeSkeleton([kind, name]);
    } finally {
      process.chdir(before);
    }
  };

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'kpi-new-'));
    for (const path of COPIED) cpSync(resolve(path), join(folder, path), { recursive: true });
    symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.runIf(IS_WHOLE)(
    'writes a metric of each group, a reader, a mechanism, a command and a rulebook that compile, pass their tests and have their pages',
    () => {
      expect(make('metric', 'orders/gifts')).toContain('new      test/metrics/gifts.test.ts');
      make('metric', 'conduct/thanks');
      make('reader', 'small_shop');
      make('mechanism', 'doubled');
      make('command', 'who_works');
      make('rulebook', 'gift_bonus');
      expect(run('npx', 'tsc', '--noEmit')).toBe('');
      const rest = run('node', '--import', 'tsx', '--input-type=module', '--eval', REST);
      const { pages, tested } = JSON.parse(rest) as {
        readonly pages: Readonly<Record<string, string>>;
        readonly tested: string;
      };
      expect(tested).toContain('gift_bonus');
      expect(tested).toContain('2 个例子，全部通过');
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
          '--maxWorkers=1',
          'test/metrics/gifts.test.ts',
          'test/metrics/thanks.test.ts',
          'test/intake/readers/small-shop.test.ts',
          'test/rulebook/mechanisms.test.ts',
          'test/rulebook/json-schema.test.ts',
          'test/cli/commands/list.test.ts',
          'test/cli/commands/who-works.test.ts',
        ),
      ).toMatch(/Tests .*\d+ passed/);
    },
    300_000,
  );

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
