import { spawnSync } from 'node:child_process';
import {
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
} from 'node:fs';
import { join } from 'node:path';
import { DATA } from './make.js';

/** A program to be run in a process of its own. */
export interface Command {
  readonly file: string;
  readonly args: readonly string[];
  readonly cwd?: string;
  /** A file that stands on its standard input. */
  readonly input?: string;
}

/** One run: seconds of the clock and of all processors together, and the most memory that was in use. */
export interface Sample {
  readonly wall: number;
  readonly processor: number;
  readonly megabytes: number;
}

export interface Outcome {
  /** Undefined: it was stopped as it took longer than it may. */
  readonly sample: Sample | undefined;
  readonly stdout: string;
  /** Files that it left in its temporary folder. */
  readonly left: readonly string[];
}

const TIMED_OUT = 124;
const KILOBYTES = 1024;
const MOST_OUTPUT = 1 << 28;

/**
 * Runs a program under GNU time with a temporary folder of its own, TMPDIR; `{tmp}` in its arguments is that
 * folder. Throws when the program fails.
 */
export function runTimed(name: string, command: Command, secondsAllowed: number): Outcome {
  mkdirSync(join(DATA, 'tmp'), { recursive: true });
  const own = mkdtempSync(join(DATA, 'tmp', 'run-'));
  const tmp = join(own, 'tmp');
  mkdirSync(tmp);
  const report = join(own, 'time');
  const input = command.input === undefined ? undefined : openSync(command.input, 'r');
  try {
    const { status, stdout, stderr } = spawnSync(
      '/usr/bin/time',
      [
        ...['-q', '-f', '%e %U %S %M', '-o', report, 'timeout', String(secondsAllowed)],
        command.file,
        ...command.args.map((word) => word.replace('{tmp}', tmp)),
      ],
      {
        cwd: command.cwd,
        env: { ...process.env, TMPDIR: tmp },
        stdio: [input ?? 'ignore', 'pipe', 'pipe'],
        encoding: 'utf8',
        maxBuffer: MOST_OUTPUT,
      },
    );
    const timedOut = status === TIMED_OUT;
    if (status !== 0 && !timedOut) {
      throw new Error(`${name} failed (${status}): ${stderr.slice(-2000)}`);
    }
    const left = readdirSync(tmp);
    return { sample: timedOut ? undefined : sampleIn(report), stdout, left };
  } finally {
    if (input !== undefined) closeSync(input);
    rmSync(own, { recursive: true });
  }
}

function sampleIn(report: string): Sample {
  const [wall = Number.NaN, user = Number.NaN, system = Number.NaN, kilobytes = Number.NaN] =
    readFileSync(report, 'utf8').trim().split(' ').map(Number);
  return { wall, processor: user + system, megabytes: kilobytes / KILOBYTES };
}

/** Whether a program can be run at all. */
export function isInstalled(file: string, args: readonly string[]): boolean {
  return spawnSync(file, args, { stdio: 'ignore' }).status === 0;
}

/** Throws when what measures is missing. */
export function requireTime(): void {
  if (!existsSync('/usr/bin/time') || !isInstalled('timeout', ['--version'])) {
    throw new Error('GNU time and timeout are needed: Debian packages time and coreutils');
  }
}
