import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from '../../src/cli/main.js';
import type { Io } from '../../src/cli/terminal/io.js';

/** The repository. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
export const BINARY = join(ROOT, 'bin/kpi.js');
export const DEMO = join(ROOT, 'fixtures/demo');

/** What the program printed and how it ended. */
export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export interface KpiOptions {
  /** Where the program is run; the repository when it is left out. */
  readonly cwd?: string;
  /** Columns of the terminal that both streams are; without it they are pipes. */
  readonly terminal?: number;
  readonly now?: string;
  readonly environment?: Readonly<Record<string, string>>;
}

/** The run that is under way: a process has one current folder, so they wait for each other. */
let running: Promise<unknown> = Promise.resolve();

/**
 * Runs the program inside the test, from its sources, on streams that only remember. What belongs to a
 * process (signals, pipes, its environment, how it starts) takes `startKpi`.
 */
export function kpi(args: readonly string[], options: KpiOptions = {}): Promise<Ran> {
  const ran = running.then(() => runInside(args, options));
  running = ran.catch(() => undefined);
  return ran;
}

async function runInside(
  args: readonly string[],
  { cwd = ROOT, terminal, now = '2026-11-03T12:00:00+08:00', environment = {} }: KpiOptions,
): Promise<Ran> {
  const written = { out: [] as Buffer[], err: [] as Buffer[] };
  const sink = (name: keyof typeof written): Io['stdout'] => ({
    write: async (data) => {
      written[name].push(Buffer.from(data));
    },
    isTerminal: terminal !== undefined,
    columns: terminal,
  });
  const before = process.cwd();
  process.chdir(cwd);
  try {
    const io = { stdout: sink('out'), stderr: sink('err'), now: new Date(now), environment };
    const code = await run(args, io);
    return { code, out: `${Buffer.concat(written.out)}`, err: `${Buffer.concat(written.err)}` };
  } finally {
    process.chdir(before);
  }
}

export interface StartOptions {
  readonly cwd?: string;
  /** All of the environment; that of the tests when it is left out. */
  readonly env?: Readonly<Record<string, string | undefined>>;
}

/** Starts the built program as a user does. Stdout and stderr are pipes. */
export function startKpi(args: readonly string[], options: StartOptions = {}): Promise<Ran> {
  return runProgram(process.execPath, [BINARY, ...args], options);
}

/** Runs any program and waits for its end. */
export function runProgram(
  program: string,
  args: readonly string[],
  { cwd = ROOT, env }: StartOptions = {},
): Promise<Ran> {
  return new Promise((done) => {
    const settings = {
      cwd,
      encoding: 'utf8',
      maxBuffer: 64 << 20,
      ...(env ? { env } : {}),
    } as const;
    execFile(program, [...args], settings, (error, out, err) => {
      const code = error === null ? 0 : typeof error.code === 'number' ? error.code : 255;
      done({ code, out, err });
    });
  });
}
