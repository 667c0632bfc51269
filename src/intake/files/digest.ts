import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { type Encoding, markedEncoding, nulEncoding, unpaddedLength } from '../../lib/encoding.js';

/** What one pass over a file's bytes tells. */
export interface Digest {
  readonly sha256: string;
  /** By mark or NUL pattern, else UTF-8 where every byte fits, else GB18030, which is yet to be proved. */
  readonly encoding: Encoding;
  /** The first bytes, for recognition. */
  readonly head: Uint8Array;
  /** True when `head` is the whole file. */
  readonly whole: boolean;
  /** Bytes. */
  readonly size: number;
  /** The bytes before the padding at its end, which is no part of a text. */
  readonly paddedFrom: number;
  /** True when some other line begins with the cell that the file begins with: it may have been joined. */
  readonly beginsAgain: boolean;
  /** How many lines the file has, about: as many per byte as in its beginning. */
  readonly linesAbout: number;
}

const HEAD_BYTES = 262_144;
const CHUNK_BYTES = 1_048_576;
const NEWLINE = 0x0a;

/** Reads a file once, in pieces: its hash, its encoding, its beginning. `onShare`: the share that is read. */
export async function digestFile(
  path: string,
  onShare: (share: number) => void = () => undefined,
): Promise<Digest> {
  const hash = createHash('sha256');
  const utf8 = utf8Check();
  const beginnings = beginningCheck();
  // One buffer for the whole file: a stream would allocate one per piece.
  const buffer = Buffer.allocUnsafe(CHUNK_BYTES);
  let head = Buffer.alloc(0);
  let size = 0;
  let paddedFrom = 0;
  const file = await open(path);
  try {
    const whole = Math.max((await file.stat()).size, 1);
    for (;;) {
      const { bytesRead } = await file.read(buffer, 0, CHUNK_BYTES, null);
      if (bytesRead === 0) break;
      const chunk = buffer.subarray(0, bytesRead);
      if (head.length < HEAD_BYTES) {
        head = Buffer.concat([head, chunk.subarray(0, HEAD_BYTES - head.length)]);
      }
      const unpadded = unpaddedLength(chunk);
      if (unpadded > 0) paddedFrom = size + unpadded;
      size += bytesRead;
      hash.update(chunk);
      utf8.add(chunk);
      beginnings.add(chunk);
      onShare(Math.min(size / whole, 1));
    }
  } finally {
    await file.close();
  }
  const start = head.subarray(0, paddedFrom);
  return {
    sha256: hash.digest('hex'),
    encoding: markedEncoding(head) ?? nulEncoding(start) ?? (utf8.holds() ? 'utf-8' : 'gb18030'),
    head,
    beginsAgain: beginnings.isRepeated(),
    whole: size === head.length,
    size,
    paddedFrom,
    linesAbout: Math.round((size / Math.max(head.length, 1)) * newlines(head)),
  };
}

function newlines(bytes: Uint8Array): number {
  return bytes.reduce((count, byte) => (byte === NEWLINE ? count + 1 : count), 0);
}

/** What a cell may have around it: quotes, a byte-order mark, the other byte of UTF-16. */
const AROUND: ReadonlySet<number> = new Set([0x22, 0xef, 0xbb, 0xbf, 0xfe, 0xff, 0x00]);
/** What a cell ends before. */
const ENDS: ReadonlySet<number> = new Set([...'\r\n\t,;|"'].map((each) => each.charCodeAt(0)));

/** Looks in pieces of a file for lines that begin as the first one does. */
function beginningCheck() {
  let cell: Buffer | undefined;
  let before = Buffer.alloc(0);
  let lines = 0;
  return {
    add(chunk: Buffer) {
      if (lines > 1) return;
      cell ??= firstCell(chunk);
      if (cell.length === 0) return;
      lines += linesWith(cell, Buffer.concat([before, chunk]), before.length);
      before = Buffer.from(chunk.subarray(-cell.length - AROUND.size));
    },
    isRepeated: () => lines > 1,
  };
}

function firstCell(bytes: Buffer): Buffer {
  const start = bytes.findIndex((byte) => !AROUND.has(byte));
  const end = bytes.findIndex((byte, at) => at > start && ENDS.has(byte));
  return start === -1 || end === -1 ? Buffer.alloc(0) : Buffer.from(bytes.subarray(start, end));
}

/** How many lines begin with the cell, of those that do not end among the bytes that were seen before; two are enough. */
function linesWith(cell: Buffer, bytes: Buffer, seen: number): number {
  let lines = 0;
  let at = bytes.indexOf(cell, Math.max(0, seen - cell.length + 1));
  while (at !== -1 && lines < 2) {
    let start = at - 1;
    while (start >= 0 && AROUND.has(bytes[start] ?? 0)) start -= 1;
    if (start < 0 ? seen === 0 : bytes[start] === NEWLINE) lines += 1;
    at = bytes.indexOf(cell, at + 1);
  }
  return lines;
}

/** Checks pieces of a file for UTF-8; a character may be cut by the end of a piece. */
function utf8Check() {
  let sound = true;
  let carry = Buffer.alloc(0);
  return {
    add(chunk: Buffer) {
      if (!sound) return;
      const bytes = carry.length === 0 ? chunk : Buffer.concat([carry, chunk]);
      const cut = bytes.length - unfinished(bytes);
      sound = isUtf8(bytes.subarray(0, cut));
      carry = Buffer.from(bytes.subarray(cut));
    },
    holds: () => sound && carry.length === 0,
  };
}

/** How many bytes at the end belong to a character whose rest is still to come. */
function unfinished(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) {
      const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return length > back ? back : 0;
    }
  }
  return 0;
}
