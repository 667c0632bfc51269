import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { basename } from 'node:path';
import type { WriteStream } from 'node:tty';

/** A stream that a command writes to. */
export interface Sink {
  write(data: string | Uint8Array): Promise<void>;
  readonly isTerminal: boolean;
  /** Columns of the terminal; undefined elsewhere. */
  readonly columns: number | undefined;
  /** True where the program was started without the stream: what is written to it is nowhere. */
  readonly isClosed?: boolean;
}

/** What a command sees of the world beside files. */
export interface Io {
  readonly stdout: Sink;
  readonly stderr: Sink;
  readonly now: Date;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** The streams, clock and environment of this process. */
export function processIo(): Io {
  return {
    stdout: sink(process.stdout, 'stdout'),
    stderr: sink(process.stderr, 'stderr'),
    now: new Date(),
    environment: process.env,
  };
}

type StreamName = 'stdout' | 'stderr';

/** An error of one of the streams, which has no path that could name it. */
interface StreamError extends NodeJS.ErrnoException {
  readonly stream: StreamName;
}

/** True for what a sink could not write. */
export function isStreamError(error: Error): error is StreamError {
  return 'stream' in error;
}

/**
 * True where stdout was closed when the program began (`>&-`). Node puts the null device in its place, open for
 * reading as well. A program that throws away what this one writes may open it so, too; a shell opens it for writing
 * alone. So who began it decides, beyond what handed the same on (`timeout`, `npx`): a shell, or a program that has
 * no stdout itself. Only Linux tells. A shell that lets the program take its own place (`sh -c 'kpi … >&-'`, `exec`)
 * leaves nothing by which that differs from a program that threw the output away: there it is taken for thrown away.
 */
function wasStdoutClosed(): boolean {
  try {
    if (stdoutOf('self') !== 'null-both-ways') return false;
    let above = process.ppid;
    while (stdoutOf(above) === 'null-both-ways') above = parentOf(above);
    return stdoutOf(above) === 'none' || isShell(above);
  } catch {
    // A process of somebody else, or another system.
    return false;
  }
}

/** What a process has for stdout; `null-both-ways`: the null device, open for reading and writing. */
function stdoutOf(process: number | 'self'): 'none' | 'null-both-ways' | 'other' {
  const folder = `/proc/${process}`;
  if (!readdirSync(`${folder}/fd`).includes('1')) return 'none';
  if (readlinkSync(`${folder}/fd/1`) !== '/dev/null') return 'other';
  const flags = numberIn(`${folder}/fdinfo/1`, 'flags');
  return flags?.at(-1) === READ_AND_WRITE ? 'null-both-ways' : 'other';
}

/** The last octal digit of the flags with which a file was opened. */
const READ_AND_WRITE = '2';

function parentOf(process: number): number {
  return Number(numberIn(`/proc/${process}/status`, 'PPid'));
}

/** The digits behind a name in one of the files in which the system tells of a process. */
function numberIn(path: string, name: string): string | undefined {
  return new RegExp(`^${name}:\\s*(\\d+)$`, 'm').exec(readFileSync(path, 'utf8'))?.[1];
}

function isShell(process: number): boolean {
  return SHELL.test(basename(readlinkSync(`/proc/${process}/exe`)));
}

const SHELL = /^(?:(?:a|ba|da|fi|k|mk|z)?sh\d*|busybox)$/;

/** As the system says it of a descriptor that is not there. */
function closedError(stream: StreamName): StreamError {
  return Object.assign(new Error('EBADF'), { code: 'EBADF', syscall: 'write', stream });
}

function sink(stream: WriteStream, name: StreamName): Sink {
  const isClosed = name === 'stdout' && wasStdoutClosed();
  stream.on('error', (error: NodeJS.ErrnoException) => {
    // Whoever reads, for example `head`, has seen enough: that is no failure.
    if (error.code === 'EPIPE') process.exit(0);
  });
  return {
    // A full disk behind a redirection is an error of whoever writes.
    write: (data) =>
      new Promise((resolve, reject) => {
        if (isClosed && data.length > 0) reject(closedError(name));
        else
          stream.write(data, (error) =>
            error ? reject(Object.assign(error, { stream: name })) : resolve(),
          );
      }),
    isTerminal: stream.isTTY === true,
    columns: stream.isTTY === true ? stream.columns : undefined,
    isClosed,
  };
}
