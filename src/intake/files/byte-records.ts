// Records of a delimited file by their bytes, for files of any size: no text is made of a cell. What is written as
// nearly all files are is read here; where something else stands, it is said, and csv-records.ts is to go on.
import { isUtf8 } from 'node:buffer';
import { open } from 'node:fs/promises';
import type { Delimiter } from './csv-records.js';
import { MOST_RECORD_BYTES, textPieces } from './decode.js';
import type { TextTable } from './table.js';

/** The cells of a record, as UTF-8 between the starts and the ends. They hold until the next record. */
export interface ByteRecord {
  readonly bytes: Uint8Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

/** A file whose records are read by their bytes. */
export type ByteSource = Pick<
  TextTable,
  'path' | 'encoding' | 'textBytes' | 'delimiter' | 'linesToSkip' | 'sample'
>;

interface ByteReading {
  /** Cells of a record: as many as the header has. */
  readonly width: number;
  /** Is given each record that is not blank. */
  readonly take: (record: ByteRecord) => void;
  /** Is told how many bytes have been read, between records. */
  readonly afterBlock: (bytes: number) => Promise<void>;
}

/**
 * Gives the data records of a file. False where something stands that is not written as usual (a row of another
 * width, a quote that is not where quotes stand, bytes that are no text): the records before it have been given. Throws
 * `BadEncoding` for files in other encodings than UTF-8.
 */
export async function eachByteRecord(
  source: ByteSource,
  { width, take, afterBlock }: ByteReading,
): Promise<boolean> {
  if (!source.sample.includes('\n')) return false;
  const block = growingBlock(2 * Math.min(source.textBytes, BLOCK_BYTES));
  const cut = recordCutter(source.delimiter, width, take);
  let linesToSkip = source.linesToSkip;
  let read = 0;
  const cutBlock = (isLast: boolean): boolean => {
    const from = linesToSkip === 0 ? 0 : afterLines();
    const [bytes, length] = [block.bytes(), block.length()];
    // Cut behind a newline, no character is cut.
    const sure = isLast ? length : bytes.lastIndexOf(NEWLINE, length - 1) + 1;
    if (!isUtf8(bytes.subarray(0, sure))) return false;
    const used = cut(bytes, from, length, isLast);
    if (used === ODD) return false;
    block.drop(used);
    return true;
  };
  /** Behind the lines that are left out; each of a block is counted once. */
  const afterLines = (): number => {
    let from = 0;
    while (linesToSkip > 0) {
      const newline = block.bytes().indexOf(NEWLINE, from);
      if (newline === -1 || newline >= block.length()) return block.length();
      from = newline + 1;
      linesToSkip -= 1;
    }
    return from;
  };
  for await (const piece of utf8Pieces(source)) {
    block.add(piece);
    read += piece.length;
    if (!cutBlock(false) || block.length() > MOST_RECORD_BYTES) return false;
    await afterBlock(read);
  }
  const isRead = cutBlock(true);
  await afterBlock(read);
  return isRead;
}

const BLOCK_BYTES = 1_048_576;

/** The bytes of a file in UTF-8; a piece holds until the next. */
async function* utf8Pieces(source: ByteSource): AsyncGenerator<Uint8Array> {
  if (source.encoding !== 'utf-8') {
    for await (const text of textPieces(source)) yield Buffer.from(text);
    return;
  }
  const buffer = new Uint8Array(Math.min(source.textBytes, BLOCK_BYTES));
  const file = await open(source.path);
  try {
    let left = source.textBytes;
    while (left > 0) {
      const { bytesRead } = await file.read(buffer, 0, Math.min(left, buffer.length), null);
      if (bytesRead === 0) return;
      left -= bytesRead;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await file.close();
  }
}

/** Bytes that are yet to be cut into records, with a newline behind them. */
function growingBlock(room: number) {
  let bytes = new Uint8Array(room);
  let length = 0;
  return {
    bytes: () => bytes,
    length: () => length,
    add(piece: Uint8Array) {
      if (length + piece.length >= bytes.length) {
        const larger = new Uint8Array(2 * (length + piece.length));
        larger.set(bytes.subarray(0, length));
        bytes = larger;
      }
      bytes.set(piece, length);
      length += piece.length;
      bytes[length] = NEWLINE;
    },
    drop(used: number) {
      bytes.copyWithin(0, used, length + 1);
      length -= used;
    },
  };
}

const QUOTE = 0x22;
const NEWLINE = 0x0a;
const RETURN = 0x0d;

/** Stands for the place after a record: what is there is not written as usual, or its end is yet to come. */
const ODD = -1;
const MORE = -2;

/**
 * Cuts bytes into records. Gives where the first record begins that is not whole yet, or `ODD`. The byte after the
 * last one is a newline, so that nothing has to ask for the end at every byte.
 */
function recordCutter(delimiter: Delimiter, width: number, take: (record: ByteRecord) => void) {
  const cells = cellCutter(delimiter, width);
  const { starts, ends } = cells;
  return (bytes: Uint8Array, from: number, length: number, isLast: boolean): number => {
    const record: ByteRecord = { bytes, starts, ends };
    let at = from;
    while (at < length) {
      const next = cells.cut(bytes, at, length, isLast);
      if (next === MORE) break;
      if (next === ODD) return ODD;
      const found = cells.count();
      const isBlank = isBlankRecord(record, Math.min(found, width));
      if (found !== width && !(isBlank && found === 1)) return ODD;
      at = next;
      if (isBlank) continue;
      cells.withoutEscapes(bytes);
      take(record);
    }
    return at;
  };
}

/** Finds the cells of one record after the other. */
function cellCutter(delimiter: Delimiter, width: number) {
  const starts = new Int32Array(width);
  const ends = new Int32Array(width);
  const quotes = quotedCells(width);
  const separator = delimiter.charCodeAt(0);
  let count = 0;
  const keep = (start: number, end: number): void => {
    if (count < width) {
      starts[count] = start;
      ends[count] = end;
    }
    count += 1;
  };
  /** Gives the place behind the cell. */
  const cutCell = (bytes: Uint8Array, at: number, length: number): number => {
    if (bytes[at] === QUOTE && at < length) {
      const end = quotes.closing(bytes, at + 1, length, count);
      keep(at + 1, end);
      return end === MORE ? MORE : end + 1;
    }
    let end = at;
    let byte = bytes[end];
    while (byte !== separator && byte !== NEWLINE) {
      end += 1;
      byte = bytes[end];
    }
    keep(at, end);
    return end;
  };
  /** A carriage return before the line's end is no part of the last cell. */
  const behindLine = (bytes: Uint8Array, at: number, length: number): number => {
    if (bytes[at] === RETURN && bytes[at + 1] === NEWLINE && at + 1 < length) return at + 2;
    if (bytes[at] !== NEWLINE) return ODD;
    const last = Math.min(count, width) - 1;
    const isLonger = ends[last] === at && at > (starts[last] ?? 0);
    if (isLonger && bytes[at - 1] === RETURN) ends[last] = at - 1;
    return at + 1;
  };
  /** Finds the cells of the record that begins there, and gives the place behind it. */
  const cut = (bytes: Uint8Array, from: number, length: number, isLast: boolean): number => {
    let at = from;
    count = 0;
    for (;;) {
      const behind = cutCell(bytes, at, length);
      if (behind === MORE && isLast) return ODD;
      // A quote, or a carriage return, at the end may be half of something.
      if (behind === MORE || (behind >= length - 1 && !isLast)) return MORE;
      if (behind >= length) return length;
      if (bytes[behind] !== separator) return behindLine(bytes, behind, length);
      at = behind + 1;
    }
  };
  const withoutEscapes = (bytes: Uint8Array) => quotes.withoutEscapes(bytes, starts, ends);
  return { starts, ends, count: () => count, cut, withoutEscapes };
}

/** The quotes of a record's cells. */
function quotedCells(width: number) {
  const hasEscapes = new Uint8Array(width);
  let isAny = false;
  return {
    /** Where the quote is that closes a cell; `MORE` where none does. */
    closing(bytes: Uint8Array, from: number, length: number, cell: number): number {
      let at = bytes.indexOf(QUOTE, from);
      while (bytes[at + 1] === QUOTE && at + 1 < length) {
        if (cell < width) hasEscapes[cell] = 1;
        isAny = true;
        at = bytes.indexOf(QUOTE, at + 2);
      }
      return at === -1 || at >= length ? MORE : at;
    },
    /** Writes quotes that stand twice in a quoted cell once. */
    withoutEscapes(bytes: Uint8Array, starts: Int32Array, ends: Int32Array): void {
      if (!isAny) return;
      isAny = false;
      for (let cell = 0; cell < width; cell += 1) {
        if (hasEscapes[cell] === 0) continue;
        hasEscapes[cell] = 0;
        ends[cell] = halveQuotes(bytes, starts[cell] ?? 0, ends[cell] ?? 0);
      }
    },
  };
}

/** Moves what stands behind each pair of quotes one byte to the left; gives the new end. */
function halveQuotes(bytes: Uint8Array, start: number, end: number): number {
  let to = start;
  for (let at = start; at < end; at += 1) {
    const byte = bytes[at] ?? 0;
    bytes[to] = byte;
    to += 1;
    if (byte === QUOTE) at += 1;
  }
  return to;
}

/** As `isBlank` of csv-records.ts. Nearly every record has something in its first cell that is no space. */
function isBlankRecord({ bytes, starts, ends }: ByteRecord, cells: number): boolean {
  for (let cell = 0; cell < cells; cell += 1) {
    const start = starts[cell] ?? 0;
    const end = ends[cell] ?? 0;
    const first = bytes[start] ?? 0;
    if (start < end && first > 0x20 && first < 0x80) return false;
    if (textAt(bytes, start, end).trim() !== '') return false;
  }
  return true;
}

/** The text of some bytes of a record. */
export function textAt(bytes: Uint8Array, start: number, end: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString();
}
