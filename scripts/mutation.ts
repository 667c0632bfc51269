// Mutation testing, room by room: npm run mutation payroll
// A file or more instead of the whole room: npm run mutation payroll src/payroll/limits.ts
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { globSync } from 'tinyglobby';

/** What is mutated, and the tests that are to notice. */
interface Room {
  readonly mutate: readonly string[];
  readonly tests: readonly string[];
}

const ROOMS: Readonly<Record<string, Room>> = {
  decimals: { mutate: ['src/lib/decimal.ts'], tests: ['test/lib/decimal.test.ts'] },
  cells: { mutate: ['src/intake/cells/*.ts'], tests: ['test/intake/cells/*.test.ts'] },
  payroll: { mutate: ['src/payroll/*.ts'], tests: ['test/payroll/**/*.test.ts'] },
  rulebook: { mutate: ['src/rulebook/**/*.ts'], tests: ['test/rulebook/**/*.test.ts'] },
  ledger: { mutate: ['src/ledger/*.ts'], tests: ['test/ledger/**/*.test.ts'] },
  metrics: { mutate: ['src/metrics/**/*.ts'], tests: ['test/metrics/**/*.test.ts'] },
};

const ROOT = join(import.meta.dirname, '..');
const isStatic = process.argv.includes('--static');
const [name = '', ...files] = process.argv.slice(2).filter((each) => each !== '--static');
const room = ROOMS[name];
if (room === undefined) {
  console.error(`npm run mutation ${Object.keys(ROOMS).join('|')} [FILE…]`);
  process.exit(2);
}
const tests = globSync([...room.tests], { cwd: ROOT })
  .sort()
  .filter(runsInside);
const report = `mutation-${name}.json`;
const config = {
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'vitest.mutation.config.ts', related: false },
  coverageAnalysis: 'perTest',
  // What stands outside of functions would be tried on all tests, a minute for each mutant; `--static` does.
  ignoreStatic: !isStatic,
  mutate: files.length === 0 ? room.mutate : files,
  ignorePatterns: ['docs/site', 'bench', 'dist', 'types', 'portable'],
  reporters: ['clear-text', 'json'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  jsonReporter: { fileName: `.stryker-tmp/${report}` },
  tempDirName: '.stryker-tmp',
  tsconfigFile: 'no-references.json',
  concurrency: 1,
  timeoutMS: 20_000,
};
const configFile = join(ROOT, '.stryker-tmp/config.json');
mkdirSync(dirname(configFile), { recursive: true });
writeFileSync(configFile, JSON.stringify(config));
const ran = spawnSync('npx', ['stryker', 'run', configFile], {
  cwd: ROOT,
  stdio: 'inherit',
  env: { ...process.env, MUTATION_TESTS: tests.join(',') },
});
process.exitCode = ran.status ?? 1;

/**
 * Whether a test, with what it imports of the tests, needs no folder or process of its own: mutants are tried in
 * threads, which have neither.
 */
function runsInside(file: string): boolean {
  return [...withImports(file, new Set())].every(
    (each) => !/child_process|\bchdir\(/.test(readFileSync(join(ROOT, each), 'utf8')),
  );
}

function withImports(file: string, seen: Set<string>): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const [, path = ''] of readFileSync(join(ROOT, file), 'utf8').matchAll(
    /from '(\..+)\.js'/g,
  )) {
    const imported = `${join(dirname(file), path)}.ts`;
    if (imported.startsWith('test/')) withImports(imported, seen);
  }
  return seen;
}
