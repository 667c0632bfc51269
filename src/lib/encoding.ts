import { isAscii, isUtf8 } from 'node:buffer';

/** How a file's bytes stand for characters. */
export type Encoding = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be';

const BYTE_ORDER_MARKS: readonly (readonly [Encoding, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** The encoding that a byte-order mark at the start of a file names. */
export function markedEncoding(start: Uint8Array): Encoding | undefined {
  return BYTE_ORDER_MARKS.find(([, mark]) => mark.every((byte, at) => start[at] === byte))?.[0];
}

const NUL_SAMPLE = 1024;

/**
 * UTF-16 without a mark betrays itself: every ASCII character (delimiters, digits, line ends) has a
 * NUL as one of its two bytes, which no text in UTF-8 or GB18030 has.
 */
export function nulEncoding(start: Uint8Array): Encoding | undefined {
  let even = 0;
  let odd = 0;
  const end = Math.min(start.length, NUL_SAMPLE);
  for (let at = 0; at < end; at += 1) {
    if (start[at] !== 0) continue;
    if (at % 2 === 0) even += 1;
    else odd += 1;
  }
  if (even + odd < Math.max(1, end / 16)) return undefined;
  if (odd > even * 4) return 'utf-16le';
  return even > odd * 4 ? 'utf-16be' : undefined;
}

/** A decoder that throws on bytes which the encoding does not have, and drops the byte-order mark. */
export function strictDecoder(encoding: Encoding): InstanceType<typeof TextDecoder> {
  return new TextDecoder(encoding, { fatal: true });
}

/** The text of bytes in an encoding; undefined when they are not in it. */
export function decodeAs(bytes: Uint8Array, encoding: Encoding): string | undefined {
  try {
    return strictDecoder(encoding).decode(bytes);
  } catch {
    return undefined;
  }
}

// DOS ends a text with Ctrl-Z; cash desks and disks that were not written to the end leave NULs.
export const CTRL_Z = 0x1a;
export const NUL = 0x00;

/** How many bytes stand before the padding that a text may have at its end. */
export function unpaddedLength(bytes: Uint8Array): number {
  return bytes.findLastIndex((byte) => byte !== NUL && byte !== CTRL_Z) + 1;
}

/** The bytes of a text whose padding begins there: in UTF-16 the last character may have NUL for its second byte. */
export function textLength(unpadded: number, encoding: Encoding): number {
  const isWide = encoding === 'utf-16le' || encoding === 'utf-16be';
  return isWide ? unpadded + (unpadded % 2) : unpadded;
}

/**
 * The text of a whole file, without padding: by byte-order mark or NUL pattern, else strict UTF-8, else GB18030
 * (what Excel and WPS write on Chinese Windows); undefined when it is none of them.
 */
export function decodeText(
  bytes: Uint8Array,
): { readonly text: string; readonly encoding: Encoding } | undefined {
  const unpadded = unpaddedLength(bytes);
  const sure = markedEncoding(bytes) ?? nulEncoding(bytes.subarray(0, unpadded));
  const candidates: readonly Encoding[] = sure === undefined ? ['utf-8', 'gb18030'] : [sure];
  for (const encoding of candidates) {
    const text = decodeAs(bytes.subarray(0, textLength(unpadded, encoding)), encoding);
    if (text !== undefined) return { text, encoding };
  }
  return undefined;
}

const NEWLINE = 0x0a;

/** The line, from 1, at which bytes stop being text in an encoding that no UTF-16 is; 1 for UTF-16. */
export function firstBadLine(bytes: Uint8Array, encoding: Encoding): number {
  // A newline byte is never part of a longer character in UTF-8 or GB18030: lines decode one by one.
  let line = 1;
  let start = 0;
  while (start < bytes.length) {
    const newline = bytes.indexOf(NEWLINE, start);
    const end = newline === -1 ? bytes.length : newline + 1;
    if (decodeAs(bytes.subarray(start, end), encoding) === undefined) return line;
    start = end;
    line += 1;
  }
  return 1;
}

/** Lines of one file in two encodings. */
export interface MixedLines {
  /** How many lines with other characters than ASCII are UTF-8, and how many are GB18030. */
  readonly utf8: number;
  readonly gb18030: number;
  /** The first of the fewer ones, from 1. */
  readonly line: number;
}

/** Of a thousand lines in GB18030 fewer than this are UTF-8 by chance, Chinese in it and all. */
const BY_CHANCE = 1 / 1000;

/**
 * Whether bytes that are not UTF-8 as a whole were joined of both encodings: some of their lines are Chinese in
 * UTF-8, all others are text in GB18030. Undefined where they are not.
 */
export function mixedLines(bytes: Uint8Array): MixedLines | undefined {
  const count = { utf8: 0, gb18030: 0 };
  const first = { utf8: 0, gb18030: 0 };
  let line = 0;
  for (let start = 0; start < bytes.length; ) {
    const newline = bytes.indexOf(NEWLINE, start);
    const end = newline === -1 ? bytes.length : newline + 1;
    const text = bytes.subarray(start, end);
    start = end;
    line += 1;
    if (isAscii(text)) continue;
    const isIn = isUtf8(text) ? 'utf8' : 'gb18030';
    if (isIn === 'utf8' && !hasChinese(text)) continue;
    if (isIn === 'gb18030' && decodeAs(text, 'gb18030') === undefined) return undefined;
    if (count[isIn] === 0) first[isIn] = line;
    count[isIn] += 1;
  }
  const { utf8, gb18030 } = count;
  if (gb18030 === 0 || utf8 === 0 || utf8 < (utf8 + gb18030) * BY_CHANCE) return undefined;
  return { ...count, line: utf8 < gb18030 ? first.utf8 : first.gb18030 };
}

/** Whether text in UTF-8 has a character that it writes in three bytes, as nearly all Chinese ones. */
function hasChinese(text: Uint8Array): boolean {
  return text.some((byte) => byte >= 0xe3 && byte <= 0xef);
}
