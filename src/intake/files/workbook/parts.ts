import { open as openFile } from 'node:fs/promises';
import zlib from 'node:zlib';
import type { Entry } from 'yauzl';

/**
 * Why a file cannot be read as a workbook; `xls` is the format of Excel 97 to 2003, `document` what Word and
 * PowerPoint wrote in the same wrapping.
 */
export type Refusal = 'damaged' | 'encrypted' | 'too-large' | 'xls' | 'document';

/** The files inside a workbook, which is a ZIP archive. */
export interface Parts {
  has(name: string): boolean;
  /** The bytes of a part, piece by piece; throws when they are not what the archive says of them. */
  bytes(name: string): AsyncIterable<Buffer>;
  /** The text of a part, piece by piece. */
  pieces(name: string): AsyncIterable<string>;
}

const OLE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);
/** The name of the stream in which Office keeps a workbook with a password. */
const ENCRYPTED_PACKAGE = Buffer.from('EncryptedPackage', 'utf16le');
/** Those in which Word and PowerPoint keep their texts. */
const DOCUMENTS = ['WordDocument', 'PowerPoint Document'].map((name) =>
  Buffer.from(name, 'utf16le'),
);

const LONGEST_NAME = Math.max(ENCRYPTED_PACKAGE.length, ...DOCUMENTS.map(({ length }) => length));

// An archive says how large its parts are, and holds to it, or reading fails. Office and the platforms'
// own writers pack sheets to between a fifth and a fiftieth; a file of zeros packs to a thousandth.
const MOST_BYTES = 4 * 1024 ** 3;
const UNSUSPICIOUS_BYTES = 256 * 1024 ** 2;
const MOST_TIMES_PACKED = 200;

/** Opens the archive of a workbook. Throws only what the disk says (no such file, no permission). */
export async function openParts(path: string): Promise<Parts | Refusal> {
  const ole = await oleKind(path);
  if (ole !== undefined) return ole;
  try {
    return await archive(path);
  } catch (error) {
    if (isDiskError(error)) throw error;
    return 'damaged';
  }
}

/** True for what the system says of a file, as opposed to what is wrong inside it. */
export function isDiskError(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'syscall' in error;
}

async function oleKind(path: string): Promise<Refusal | undefined> {
  const file = await openFile(path);
  try {
    let end = Buffer.alloc(0);
    for await (const piece of file.createReadStream({ autoClose: false, highWaterMark: 1 << 20 })) {
      const bytes = Buffer.concat([end, piece as Buffer]);
      if (end.length === 0 && !bytes.subarray(0, OLE.length).equals(OLE)) return undefined;
      if (bytes.includes(ENCRYPTED_PACKAGE)) return 'encrypted';
      if (DOCUMENTS.some((name) => bytes.includes(name))) return 'document';
      end = bytes.subarray(-LONGEST_NAME);
    }
    return end.length === 0 ? undefined : 'xls';
  } finally {
    await file.close();
  }
}

async function archive(path: string): Promise<Parts | Refusal> {
  const { openPromise } = await import('yauzl');
  const zip = await openPromise(path, { autoClose: false });
  const entries = new Map<string, Entry>();
  let bytes = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      // Names of parts are the same in capitals and in small letters.
      entries.set(entry.fileName.toLowerCase(), entry);
      bytes += entry.uncompressedSize;
      if (entry.isEncrypted()) return 'encrypted';
      if (isTooLarge(bytes, zip.fileSize)) return 'too-large';
    }
  } finally {
    zip.close();
  }
  const bytesOf = (name: string) => {
    const entry = entries.get(name.toLowerCase());
    if (entry === undefined) throw new Error(`no part ${name}`);
    return readEntry(path, entry);
  };
  return {
    has: (name) => entries.has(name.toLowerCase()),
    bytes: bytesOf,
    pieces: (name) => decode(bytesOf(name)),
  };
}

/** True for files that cannot be what an archive of `packed` bytes holds in good faith. */
export function isTooLarge(bytes: number, packed: number): boolean {
  if (bytes > MOST_BYTES) return true;
  return bytes > UNSUSPICIOUS_BYTES && bytes > packed * MOST_TIMES_PACKED;
}

/** The bytes of an entry, piece by piece; throws when they are not what was packed. */
export async function* readEntry(
  path: string,
  entry: Entry,
  options: { readonly autoClose: false; readonly decodeStrings?: false } = { autoClose: false },
): AsyncGenerator<Buffer> {
  const { openPromise } = await import('yauzl');
  const zip = await openPromise(path, options);
  try {
    const stream = await zip.openReadStreamPromise(entry);
    let sum = 0;
    try {
      for await (const piece of stream) {
        sum = checksum(piece as Buffer, sum);
        yield piece as Buffer;
      }
    } finally {
      // Whoever has seen enough leaves before the end.
      stream.destroy();
    }
    if (sum !== entry.crc32 && sumsCanBeChecked) throw new Error('other bytes than were packed');
  } finally {
    zip.close();
  }
}

/** Node has checksums since 20.15. */
export const sumsCanBeChecked = typeof zlib.crc32 === 'function';

/** The CRC-32 of an entry so far; 0 where `sumsCanBeChecked` is false. */
export function checksum(piece: Buffer, before: number): number {
  return sumsCanBeChecked ? zlib.crc32(piece, before) : 0;
}

async function* decode(pieces: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let decoder: InstanceType<typeof TextDecoder> | undefined;
  for await (const piece of pieces) {
    decoder ??= new TextDecoder(encodingOf(piece), { fatal: true });
    yield decoder.decode(piece, { stream: true });
  }
  yield decoder?.decode() ?? '';
}

function encodingOf(start: Buffer): string {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
  return start[0] === 0xfe && start[1] === 0xff ? 'utf-16be' : 'utf-8';
}
