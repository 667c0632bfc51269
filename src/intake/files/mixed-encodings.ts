import { open } from 'node:fs/promises';
import { type MixedLines, mixedLines } from '../../lib/encoding.js';
import { countLines } from './decode.js';
import type { Digest } from './digest.js';

const NEWLINE = 0x0a;

/** So much of a long file is looked at line by line: what was joined to it begins and ends it. */
const MIXED_BYTES = 8 * 1024 ** 2;

/** The lines of two encodings in a file, or in its first and its last bytes. */
export async function mixedIn(
  path: string,
  { paddedFrom }: Digest,
): Promise<MixedLines | undefined> {
  if (paddedFrom <= MIXED_BYTES) return mixedLines(await bytesOf(path, 0, paddedFrom));
  const half = MIXED_BYTES / 2;
  const first = await bytesOf(path, 0, half);
  const last = await bytesOf(path, paddedFrom - half, half);
  // Lines that the cut may have damaged are left out.
  const start = first.subarray(0, first.lastIndexOf(NEWLINE) + 1);
  const end = last.subarray(last.indexOf(NEWLINE) + 1);
  const mixed = mixedLines(Buffer.concat([start, end]));
  const lines = await countLines(path, start.length);
  if (mixed === undefined || mixed.line <= lines) return mixed;
  const before = await countLines(path, paddedFrom - end.length);
  return { ...mixed, line: mixed.line - lines + before };
}

async function bytesOf(path: string, from: number, length: number): Promise<Buffer> {
  const file = await open(path);
  try {
    const bytes = Buffer.alloc(length);
    const { bytesRead } = await file.read(bytes, 0, length, from);
    return bytes.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
