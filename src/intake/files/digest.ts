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
    whole: size === head.length,
    size,
    paddedFrom,
    linesAbout: Math.round((size / Math.max(head.length, 1)) * newlines(head)),
  };
}

function newlines(bytes: Uint8Array): number {
  return bytes.reduce((count, byte) => (byte === NEWLINE ? count + 1 : count), 0);
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
