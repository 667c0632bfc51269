import { readFileSync, readlinkSync } from 'node:fs';
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
 * alone. So it was closed when a shell began the program whose own stdout is another. Only Linux tells.
 */
function wasStdoutClosed(): boolean {
  try {
    const shell = process.ppid;
    return isNullBothWays('self') && isShell(shell) && !isNullBothWays(shell);
  } catch {
    return false;
  }
}

/** Whether the stdout of a process is the null device, open for reading and writing. */
function isNullBothWays(process: number | 'self'): boolean {
  if (linkOf(`/proc/${process}/fd/1`) !== '/dev/null') return false;
  const flags = /^flags:\s*([0-7]+)$/m.exec(readFileSync(`/proc/${process}/fdinfo/1`, 'utf8'));
  return flags?.[1]?.at(-1) === READ_AND_WRITE;
}

/** The last octal digit of the flags with which a file was opened. */
const READ_AND_WRITE = '2';

function isShell(process: number): boolean {
  return SHELL.test(basename(linkOf(`/proc/${process}/exe`) ?? ''));
}

const SHELL = /^(?:(?:a|ba|da|fi|k|mk|z)?sh\d*|busybox)$/;

/** What a link points to; undefined where nothing has it. */
function linkOf(path: string): string | undefined {
  try {
    return readlinkSync(path);
  } catch {
    return undefined;
  }
}

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
