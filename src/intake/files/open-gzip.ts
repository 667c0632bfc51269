import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { Digest } from './digest.js';
import { type ArchiveContext, unpack, withArchive } from './open-zip.js';
import type { FileToOpen, Part } from './opening.js';
import { isTooLarge } from './workbook/parts.js';

/** Opens a file that is packed by itself (RFC 1952), as if what is in it stood in its place. */
export async function openGzip(
  input: FileToOpen,
  digest: Digest,
  context: ArchiveContext,
): Promise<readonly Part[]> {
  const { file } = input;
  const { problems, readers, look } = context;
  let isLarge = false;
  async function* bytes(): AsyncGenerator<Buffer> {
    let size = 0;
    const unpacked = pipeline(createReadStream(input.path), createGunzip(), () => undefined);
    for await (const piece of unpacked) {
      size += (piece as Buffer).length;
      isLarge = isTooLarge(size, digest.size);
      if (isLarge) return;
      yield piece as Buffer;
    }
  }
  const path = await unpack(bytes, context);
  if (path === undefined || isLarge) {
    problems.report(isLarge ? 'too-large-archive' : 'damaged-archive', { file });
    return [];
  }
  const { parts } = await look({ ...input, path }, readers);
  return parts.map((part) => ({
    ...part,
    table: part.table && withArchive(part.table, file, input, digest),
  }));
}
