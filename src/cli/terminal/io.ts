import type { WriteStream } from 'node:tty';

/** A stream that a command writes to. */
export interface Sink {
  write(data: string | Uint8Array): Promise<void>;
  readonly isTerminal: boolean;
  /** Columns of the terminal; undefined elsewhere. */
  readonly columns: number | undefined;
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

function sink(stream: WriteStream, name: StreamName): Sink {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    // Whoever reads, for example `head`, has seen enough: that is no failure.
    if (error.code === 'EPIPE') process.exit(0);
  });
  return {
    // A full disk behind a redirection is an error of whoever writes.
    write: (data) =>
      new Promise((resolve, reject) => {
        stream.write(data, (error) =>
          error ? reject(Object.assign(error, { stream: name })) : resolve(),
        );
      }),
    isTerminal: stream.isTTY === true,
    columns: stream.isTTY === true ? stream.columns : undefined,
  };
}
