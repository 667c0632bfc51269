import { join } from 'node:path';
import { ROOT, runProgram, type StartOptions } from '../setup/program.js';

/** What happened on a terminal. */
export interface Shown {
  /** Everything that was written to it, as it was written. */
  readonly seen: string;
  /** The number of the signal that ended the program. */
  readonly signal: number | null;
  readonly code: number | null;
}

export interface TerminalRun {
  readonly command: readonly string[];
  readonly columns: number;
  /** Sends `send` (a signal, or the key) as soon as this text has appeared. */
  readonly until?: string;
  readonly send?: 'ctrl-c' | 'SIGTERM';
}

/** Runs a program on a terminal of its own; undefined where there is no python3 to make one. */
export async function onTerminal(
  run: TerminalRun,
  options: StartOptions = {},
): Promise<Shown | undefined> {
  const script = join(ROOT, 'test/e2e/terminal.py');
  const { code, out } = await runProgram('python3', [script, JSON.stringify(run)], options);
  return code === 0 ? (JSON.parse(out) as Shown) : undefined;
}
