// ZIP archives (APPNOTE.TXT) of exports, read by yauzl.
import type { Entry } from 'yauzl';
import {
  checksum,
  isDiskError,
  isTooLarge,
  readEntry,
  sumsCanBeChecked,
} from './workbook/parts.js';

/** A file inside an archive. */
export interface ArchiveEntry {
  /** With `/` between folders. */
  readonly name: string;
  /** Bytes, unpacked. */
  readonly size: number;
  /** The unpacked bytes, piece by piece; throws when they are not what the archive says of them. */
  readonly bytes: () => AsyncIterable<Buffer>;
}

/** Why nothing of an archive is read; `unsafe`: an entry would be written outside of its folder. */
type ArchiveRefusal = 'damaged' | 'encrypted' | 'too-large' | 'unsafe';

/** The files of an archive in their order, without folders; or why it cannot be read. Throws only what the disk says. */
export async function openArchive(path: string): Promise<readonly ArchiveEntry[] | ArchiveRefusal> {
  try {
    return await entriesOf(path);
  } catch (error) {
    if (isDiskError(error)) throw error;
    return 'damaged';
  }
}

async function entriesOf(path: string): Promise<readonly ArchiveEntry[] | ArchiveRefusal> {
  const { openPromise } = await import('yauzl');
  const zip = await openPromise(path, RAW_NAMES);
  const entries: ArchiveEntry[] = [];
  let bytes = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      const name = nameOf(entry);
      if (isUnsafe(name)) return 'unsafe';
      bytes += entry.uncompressedSize;
      if (entry.isEncrypted()) return 'encrypted';
      if (isTooLarge(bytes, zip.fileSize)) return 'too-large';
      if (name.endsWith('/')) continue;
      if (!entry.canDecodeFileData()) return 'damaged';
      entries.push({
        name,
        size: entry.uncompressedSize,
        bytes: () => readEntry(path, entry, RAW_NAMES),
      });
    }
  } finally {
    zip.close();
  }
  return entries;
}

/** Names are decoded here, and a name that leads out of the archive is an answer, not a failure. */
const RAW_NAMES = { autoClose: false, decodeStrings: false } as const;

/** General purpose bit 11: the name is UTF-8. */
const NAME_IS_UTF8 = 0x800;
/** The Info-ZIP Unicode Path Extra Field. */
const UNICODE_PATH = 0x7075;

/**
 * The name of an entry: UTF-8 where the archive says so, or gives it in UTF-8 beside an older name; else
 * UTF-8 where it is that, else GBK, in which Chinese Windows writes names without saying so.
 */
function nameOf(entry: Entry): string {
  const raw = entry.fileNameRaw;
  const isUtf8 = (entry.generalPurposeBitFlag & NAME_IS_UTF8) !== 0;
  const name = isUtf8 ? decoded(raw, 'utf-8') : (unicodePath(entry) ?? decoded(raw, 'utf-8'));
  const text = name ?? decoded(raw, 'gb18030') ?? raw.toString('latin1');
  return text.replaceAll('\\', '/');
}

/** The name in the extra field; undefined when it is about another name than the entry has now. */
function unicodePath({ extraFields, fileNameRaw }: Entry): string | undefined {
  const data = extraFields.find(({ id }) => id === UNICODE_PATH)?.data;
  if (data === undefined || data.length < 6 || data[0] !== 1) return undefined;
  if (sumsCanBeChecked && data.readUInt32LE(1) !== checksum(fileNameRaw, 0)) return undefined;
  return decoded(data.subarray(5), 'utf-8');
}

function decoded(bytes: Uint8Array, encoding: 'utf-8' | 'gb18030'): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** True for a name that leads out of the folder into which an archive is unpacked, or is none. */
function isUnsafe(name: string): boolean {
  return /^\/|^[A-Za-z]:|(?:^|\/)\.\.(?:\/|$)|\p{Cc}/u.test(name);
}
