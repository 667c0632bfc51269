import { execFile, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { ROOT } from '../setup/program.js';
import { wholeOr } from '../setup/runs.js';

const run = promisify(execFile);

/** Runs the program from its sources and gives the URLs of the modules that were loaded for it. */
async function modulesOf(...argv: string[]): Promise<string[]> {
  const script = fileURLToPath(new URL('loaded-modules.mjs', import.meta.url));
  const child = run(process.execPath, ['--import', 'tsx', script, ...argv]);
  // A command that fails has loaded its modules all the same.
  const { stderr } = await child.catch((error: { stderr: string }) => error);
  return stderr.split('\n').flatMap((line) => /^loaded (.*)$/.exec(line)?.[1] ?? []);
}

const HEAVY =
  /duckdb|string-width|\/zod\/|\/yaml\/|csv-|cli-table3|chalk|decimal\.js|\/src\/(payroll|rulebook|intake|metrics|shop)\//;

describe('help and version answer at once', () => {
  test.each(
    wholeOr(1, [['--help'], ['--version'], ['calc --help'], ['rules show --help --lang en']]),
  )('kpi %s loads neither engine nor rulebooks nor anything else that is heavy', async (line) => {
    const modules = await modulesOf(...line.split(' '));
    expect(modules.some((url) => url.endsWith('/src/cli/program.ts'))).toBe(true);
    expect(modules.filter((url) => HEAVY.test(url))).toEqual([]);
  });

  test('the built program has nothing of what computes a month in what every start loads', () => {
    const built = (file: string) => readFileSync(join(ROOT, 'dist', file), 'utf8');
    const computing = /function (?:readMonth|openPolicy|payMonth)\(/;
    expect(built('start.js')).not.toMatch(computing);
    expect(built('payroll.js')).toMatch(computing);
  });

  test('a command loads its own file and what that needs', async () => {
    const modules = await modulesOf('check', '-C', import.meta.dirname);
    expect(modules.some((url) => url.endsWith('/src/cli/commands/check.ts'))).toBe(true);
    expect(modules.some((url) => url.endsWith('/src/cli/commands/calc.ts'))).toBe(false);
    expect(modules.some((url) => HEAVY.test(url))).toBe(true);
  });
});

describe('a reader that has seen enough', () => {
  test('ends the program quietly', async () => {
    const script = fileURLToPath(new URL('loaded-modules.mjs', import.meta.url));
    const child = spawn(process.execPath, ['--import', 'tsx', script, '--help']);
    child.stdout.destroy();
    let errors = '';
    child.stderr.on('data', (chunk) => {
      errors += chunk;
    });
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect(code).toBe(0);
    expect(errors.split('\n').filter((line) => !/^(loaded .*)?$/.test(line))).toEqual([]);
  });
});
