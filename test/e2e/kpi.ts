import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

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

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs the real binary as a user does. Stdout and stderr are pipes. */
export function kpi(args: readonly string[], options: RunOptions = {}): Promise<Ran> {
  return runProgram(process.execPath, [BINARY, ...args], options);
}

/** Runs any program and waits for its end. */
export function runProgram(
  program: string,
  args: readonly string[],
  { cwd = ROOT, env }: RunOptions = {},
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

/** Contents of a shop's files, by path. */
export type ShopFiles = Readonly<Record<string, string | Uint8Array>>;

/** Writes a shop into a new folder that goes away with the test; gives the folder. */
export function writeShop(files: ShopFiles, name = 'shop'): string {
  const parent = mkdtempSync(join(tmpdir(), 'kpi-e2e-'));
  onTestFinished(() => rmSync(parent, { recursive: true, force: true }));
  const folder = join(parent, name);
  for (const [file, content] of Object.entries(files)) {
    const path = join(folder, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
  return folder;
}

/** Rows of cells as CSV text. */
export function csv(...rows: readonly string[]): string {
  return `${rows.join('\n')}\n`;
}

interface JsonLine {
  readonly id: string;
  readonly amount: number | null;
  readonly formula: string;
  readonly numbers: string;
}

export interface JsonAgent {
  readonly id: string;
  readonly scores: readonly { readonly points: number; readonly rank: number }[];
  readonly lines: readonly JsonLine[];
  readonly gross: number;
  readonly deductions: number;
  readonly payable: number;
  readonly notices: readonly { readonly code: string; readonly level: string }[];
}

/** Pays a month and gives the agents of the JSON document; fails when the program does. */
export async function paidAgents(
  folder: string,
  ...flags: readonly string[]
): Promise<readonly JsonAgent[]> {
  const run = await kpi(['calc', '-C', folder, '--month', '2026-10', '--format', 'json', ...flags]);
  if (run.code !== 0) throw new Error(run.err);
  return (JSON.parse(run.out) as { agents: readonly JsonAgent[] }).agents;
}

/** The amount of one line of one agent; null when the line is absent. */
export function amountOf(agents: readonly JsonAgent[], agent: string, line: string): number | null {
  const found = agents.find(({ id }) => id === agent)?.lines.find(({ id }) => id === line);
  if (found === undefined) throw new Error(`no line ${line} of ${agent}`);
  return found.amount;
}
