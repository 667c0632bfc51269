import { wrapHanging } from '../../lib/wrap.js';
import type { Io } from '../terminal/io.js';

/** Writes a sentence to stderr, in as many lines as the terminal needs. */
export async function say(io: Io, sentence: string): Promise<void> {
  const width = io.stderr.columns;
  const lines = sentence
    .split('\n')
    .flatMap((line) => wrapHanging(line, { width, before: 0, indent: 2 }));
  await io.stderr.write(`${lines.join('\n')}\n`);
}
