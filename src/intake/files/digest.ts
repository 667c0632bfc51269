import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import {
  CTRL_Z,
  decodeAs,
  type Encoding,
  markedEncoding,
  NUL,
  nulEncoding,
  unpaddedLength,
} from '../../lib/encoding.js';
import { openRegular } from '../../shop/regular-file.js';
import { countLines, MOST_RECORD_BYTES } from './decode.js';

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
  /**
   * True when it may have been joined of several: a line begins as the first one does, or as one of the first that has
   * the name of a column there; or the Ctrl-Z that ends a text of DOS stands before its end.
   */
  readonly isJoined: boolean;
  /** The first line that has the byte 0, which no text has but in UTF-16, other than at its end. */
  readonly nulLine: number | undefined;
  /** The line of a text that is longer than any of a table, from 1. */
  readonly endlessLine: number | undefined;
  /** How many lines the file has, about: as many per byte as in its beginning. */
  readonly linesAbout: number;
}

const HEAD_BYTES = 262_144;
const CHUNK_BYTES = 1_048_576;
const NEWLINE = 0x0a;
const RETURN = 0x0d;

/**
 * Reads a file once, in pieces: its hash, its encoding, its beginning. `isName` knows the names of columns; `onShare`:
 * the share that is read.
 */
export async function digestFile(
  path: string,
  isName: (cell: string) => boolean = () => false,
  onShare: (share: number) => void = () => undefined,
): Promise<Digest> {
  const hash = createHash('sha256');
  const utf8 = utf8Check();
  const beginnings = beginningCheck(isName);
  // One buffer for the whole file: a stream would allocate one per piece.
  const buffer = Buffer.allocUnsafe(CHUNK_BYTES);
  let head = Buffer.alloc(0);
  let size = 0;
  let paddedFrom = 0;
  const [ctrlZ, nul] = [firstOfByte(CTRL_Z), firstOfByte(NUL)];
  const lines = lineLengths();
  const file = await openRegular(path);
  try {
    const whole = Math.max((await file.stat()).size, 1);
    for (;;) {
      const { bytesRead } = await file.read(buffer, 0, CHUNK_BYTES, null);
      if (bytesRead === 0) break;
      const chunk = buffer.subarray(0, bytesRead);
      if (head.length < HEAD_BYTES) {
        head = Buffer.concat([head, chunk.subarray(0, HEAD_BYTES - head.length)]);
      }
      ctrlZ.add(chunk);
      nul.add(chunk);
      lines.add(chunk);
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
  const sure = markedEncoding(head) ?? nulEncoding(start);
  const isWide = sure === 'utf-16le' || sure === 'utf-16be';
  return {
    sha256: hash.digest('hex'),
    encoding: sure ?? (utf8.holds() ? 'utf-8' : 'gb18030'),
    head,
    isJoined: beginnings.isRepeated() || ctrlZ.at() < paddedFrom,
    nulLine: isWide || nul.at() >= paddedFrom ? undefined : await lineWith(path, nul.at()),
    whole: size === head.length,
    endlessLine: await lineAt(path, lines.endlessFrom()),
    size,
    paddedFrom,
    linesAbout: Math.round((size / Math.max(head.length, 1)) * newlines(head)),
  };
}

/** Looks in pieces of a file for a line that is longer than any of a table: only the ends of pieces are looked at. */
function lineLengths() {
  let seen = 0;
  let from = 0;
  let endlessFrom: number | undefined;
  return {
    add(chunk: Buffer) {
      const first = firstLineEnd(chunk);
      if ((first === -1 ? seen + chunk.length : seen + first) - from > MOST_RECORD_BYTES) {
        endlessFrom ??= from;
      }
      const last = Math.max(chunk.lastIndexOf(NEWLINE), chunk.lastIndexOf(RETURN));
      if (first !== -1) from = seen + last + 1;
      seen += chunk.length;
    },
    endlessFrom: () => endlessFrom,
  };
}

function firstLineEnd(chunk: Buffer): number {
  const newline = chunk.indexOf(NEWLINE);
  return newline === -1 ? chunk.indexOf(RETURN) : newline;
}

/** The number of the line that begins at a byte, from 1. */
async function lineAt(path: string, from: number | undefined): Promise<number | undefined> {
  if (from === undefined) return undefined;
  return from === 0 ? 1 : (await countLines(path, from)) + 1;
}

/** The number of the line in which a byte stands, from 1. */
function lineWith(path: string, at: number): Promise<number> {
  return countLines(path, at + 1);
}

/** Where in pieces of a file a byte stands first; beyond its end where it does not. */
function firstOfByte(byte: number) {
  let seen = 0;
  let first = Number.POSITIVE_INFINITY;
  return {
    add(chunk: Uint8Array) {
      const found = first === Number.POSITIVE_INFINITY ? chunk.indexOf(byte) : -1;
      if (found !== -1) first = seen + found;
      seen += chunk.length;
    },
    at: () => first,
  };
}

function newlines(bytes: Uint8Array): number {
  return bytes.reduce((count, byte) => (byte === NEWLINE ? count + 1 : count), 0);
}

/** What a cell may have around it: quotes, a byte-order mark, the other byte of UTF-16. */
const AROUND: ReadonlySet<number> = new Set([0x22, 0xef, 0xbb, 0xbf, 0xfe, 0xff, 0x00, CTRL_Z]);
/** What a cell ends before. */
const ENDS: ReadonlySet<number> = new Set([...'\r\n\t,;|"'].map((each) => each.charCodeAt(0)));

/** Looks in pieces of a file for lines that begin as the first one does, or as one that may be the header. */
function beginningCheck(isName: (cell: string) => boolean) {
  let cells: readonly BeginningCell[] | undefined;
  let before = Buffer.alloc(0);
  return {
    add(chunk: Buffer) {
      cells ??= beginningCells(chunk, isName).map((cell) => ({ cell, lines: 0 }));
      if (cells.length === 0 || isAnyRepeated(cells)) return;
      const longest = Math.max(...cells.map(({ cell }) => cell.length)) + AROUND.size;
      // The bytes around the seam are few: the piece itself is not copied.
      const seam = Buffer.concat([before, chunk.subarray(0, longest)]);
      const inSeam = seam.length - before.length;
      for (const each of cells) {
        each.lines += linesWith(each.cell, seam, before.length);
        each.lines += linesWith(each.cell, chunk, inSeam);
      }
      before = Buffer.from(chunk.subarray(-longest));
    },
    isRepeated: () => isAnyRepeated(cells ?? []),
  };
}

/** The first cell of a line, and how many lines begin with it. */
interface BeginningCell {
  readonly cell: Buffer;
  lines: number;
}

function isAnyRepeated(cells: readonly BeginningCell[]): boolean {
  return cells.some(({ lines }) => lines > 1);
}

/** The first cell of a file, and those of the lines after it that may be its header: names, and no long number. */
function beginningCells(chunk: Buffer, isName: (cell: string) => boolean): readonly Buffer[] {
  const cells = [firstCell(chunk)];
  let start = 0;
  for (let line = 0; line < LINES_SEARCHED && start < chunk.length; line += 1) {
    const newline = chunk.indexOf(NEWLINE, start);
    const end = newline === -1 ? chunk.length : newline + 1;
    const text = chunk.subarray(start, end);
    const cell = firstCell(text);
    if (cell.length > 0 && !/\d{4}/.test(text.toString('latin1')) && isName(cellText(cell))) {
      cells.push(cell);
    }
    start = end;
  }
  const texts = new Map(cells.map((cell) => [cell.toString('latin1'), cell]));
  return [...texts.values()].filter(({ length }) => length > 0);
}

/** As many lines as a header is looked for in. */
const LINES_SEARCHED = 30;

function cellText(cell: Buffer): string {
  return decodeAs(cell, 'utf-8') ?? decodeAs(cell, 'gb18030') ?? '';
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
  let isValid = true;
  let carry = Buffer.alloc(0);
  return {
    add(chunk: Buffer) {
      if (!isValid) return;
      // Of the piece only what ends the character is copied.
      const missing = carry.length === 0 ? 0 : characterLength(carry[0] ?? 0) - carry.length;
      const seam = Buffer.concat([carry, chunk.subarray(0, missing)]);
      const rest = chunk.subarray(missing);
      const cut = rest.length - unfinished(rest);
      isValid = isUtf8(seam) && isUtf8(rest.subarray(0, cut));
      carry = Buffer.from(rest.subarray(cut));
    },
    holds: () => isValid && carry.length === 0,
  };
}

/** How many bytes a character has that begins with a byte. */
function characterLength(first: number): number {
  if (first < 0xc0) return 1;
  if (first < 0xe0) return 2;
  return first < 0xf0 ? 3 : 4;
}

/** How many bytes at the end belong to a character whose rest is still to come. */
function unfinished(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return characterLength(byte) > back ? back : 0;
  }
  return 0;
}
