import type { Io } from '../../src/cli/io.js';
import { run } from '../../src/cli/main.js';

/** What a command printed and how it ended. */
export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export interface WorldOptions {
  /** Columns of the terminal that both streams are; without it they are pipes. */
  readonly terminal?: number;
  readonly now?: string;
  readonly environment?: Readonly<Record<string, string>>;
}

/** Runs the program inside the test, on streams that only remember. */
export async function kpi(argv: readonly string[], options: WorldOptions = {}): Promise<Ran> {
  const written = { out: '', err: '' };
  const sink = (name: 'out' | 'err'): Io['stdout'] => ({
    write: async (text) => {
      written[name] += text;
    },
    isTerminal: options.terminal !== undefined,
    columns: options.terminal,
  });
  const code = await run(argv, {
    stdout: sink('out'),
    stderr: sink('err'),
    now: new Date(options.now ?? '2026-11-03T12:00:00+08:00'),
    environment: options.environment ?? {},
  });
  return { code, ...written };
}
