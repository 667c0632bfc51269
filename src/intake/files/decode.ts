import { createReadStream, createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { CTRL_Z, type Encoding, firstBadLine, strictDecoder } from '../../lib/encoding.js';

/** Thrown when a file's bytes are not text in the encoding that it is read in. */
interface BadEncoding {
  readonly badLine: number;
}

export function isBadEncoding(error: unknown): error is BadEncoding {
  return typeof error === 'object' && error !== null && 'badLine' in error;
}

/** A file as a text. */
export interface TextSource {
  readonly path: string;
  readonly encoding: Encoding;
  /** Bytes; what stands behind them is padding. */
  readonly textBytes: number;
}

/** Longest line, and longest record, that is taken for one: message logs have long cells, but not endless ones. */
export const MOST_RECORD_BYTES = 8_388_608;

const CHUNK_BYTES = 1_048_576;
const NEWLINE = 0x0a;
const CTRL_Z_CHARACTER = String.fromCharCode(CTRL_Z);
const AT_BEGINNING = new RegExp(`(^|\\n)${CTRL_Z_CHARACTER}+`, 'g');

/**
 * The text of a file, in pieces. Throws `BadEncoding` at bytes that the encoding does not have. `onBytes` is
 * told how many bytes have been read.
 */
export async function* textPieces(
  { path, encoding, textBytes }: TextSource,
  onBytes?: (bytes: number) => void,
): AsyncGenerator<string> {
  const decoder = strictDecoder(encoding);
  // Pieces are cut after a newline, so that the line of a bad byte can be told.
  const cutAtLines = encoding === 'utf-8' || encoding === 'gb18030';
  let line = 1;
  let read = 0;
  let carry: Buffer = Buffer.alloc(0);
  const decodePart = (bytes: Buffer, last: boolean): string => {
    try {
      const text = decoder.decode(bytes, { stream: !last });
      return cutAtLines ? withoutCtrlZ(text) : text;
    } catch {
      throw { badLine: cutAtLines ? line + firstBadLine(bytes, encoding) - 1 : 1 };
    }
  };
  // A stream reads up to a byte that it takes along: of nothing there is none.
  const end = Math.max(textBytes - 1, 0);
  for await (const piece of createReadStream(path, { highWaterMark: CHUNK_BYTES, end })) {
    if (textBytes === 0) break;
    const bytes = carry.length === 0 ? (piece as Buffer) : Buffer.concat([carry, piece as Buffer]);
    read += (piece as Buffer).length;
    onBytes?.(read);
    // A line that has no end is cut where it is: to wait for its end would take ever longer.
    const isCut = cutAtLines && bytes.length <= MOST_RECORD_BYTES;
    const cut = isCut ? bytes.lastIndexOf(NEWLINE) + 1 : bytes.length;
    const part = bytes.subarray(0, cut);
    yield decodePart(part, false);
    if (cutAtLines) line += newlines(part);
    carry = bytes.subarray(cut);
  }
  yield decodePart(carry, true);
}

/** Text that begins with a line, without the Ctrl-Z that DOS puts before the beginning of what was joined to it. */
function withoutCtrlZ(lines: string): string {
  if (!lines.includes(CTRL_Z_CHARACTER)) return lines;
  return lines.replaceAll(AT_BEGINNING, '$1');
}

/** The line at which a file stops being text in an encoding; undefined when it never does. */
export async function badLineOf(text: TextSource): Promise<number | undefined> {
  try {
    for await (const _ of textPieces(text));
    return undefined;
  } catch (error) {
    if (!isBadEncoding(error)) throw error;
    return error.badLine;
  }
}

function newlines(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(NEWLINE); at !== -1; at = bytes.indexOf(NEWLINE, at + 1)) count += 1;
  return count;
}

/** Writes the text of a file as UTF-8 to another one. Throws `BadEncoding`. */
export async function transcode(
  text: TextSource,
  target: string,
  onBytes?: (bytes: number) => void,
): Promise<void> {
  await writePieces(target, textPieces(text, onBytes));
}

/** Writes pieces of text to a file, in UTF-8, waiting where the disk is slower than the source. */
export async function writePieces(target: string, pieces: AsyncIterable<string>): Promise<void> {
  await pipeline(pieces, createWriteStream(target));
}

/** The lines of a file, or of its first bytes, as they have them: one more than newlines, unless they end in one. */
export async function countLines(path: string, bytes?: number): Promise<number> {
  let lines = 0;
  let last = NEWLINE;
  const end = bytes === undefined ? {} : { end: bytes - 1 };
  for await (const piece of createReadStream(path, { highWaterMark: CHUNK_BYTES, ...end })) {
    const part = piece as Buffer;
    lines += newlines(part);
    last = part.at(-1) ?? last;
  }
  return last === NEWLINE ? lines : lines + 1;
}
