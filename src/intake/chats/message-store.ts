import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { appendFile, mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { withRoom } from './byte-texts.js';

/** A message takes three numbers: its chat day, its second and side, its characters. */
export const ROW = 3;

/** Messages in the order in which they came: of each of their chat days, all. */
export interface StoredPart {
  /** `ROW` numbers each; what stands behind the last of them is nothing. */
  readonly rows: Int32Array;
  readonly length: number;
  /** With which message each piece begins. */
  readonly pieces: readonly number[];
}

/** The messages of a month, packed. */
export interface MessageStore {
  /** `second`: of the business day. */
  add(chatDay: number, second: number, byAgent: boolean, chars: number): void;
  /** What is added from here on is of the next piece, of so many messages about; gives its number, from 0. */
  beginPiece(about: number): number;
  /** Moves what is more than memory may hold to the disk; to be asked now and then. */
  settle(): Promise<void>;
  /** Nothing more comes. */
  close(): Promise<void>;
  parts(): Iterable<StoredPart>;
}

interface StoreLimits {
  /** Messages that may be in memory at once. */
  readonly most: number;
  /** A folder for more; without one, all are in memory. */
  readonly folder: (() => Promise<string>) | undefined;
  /** A number that is the same for all messages that may come into one chat day. */
  readonly groupOf: (chatDay: number) => number;
}

/** So many files have what does not fit into memory; a chat day stands in one of them, whole. */
const PARTS = 64;

const FIRST_ROWS = 4096;
/** How much more than there seem to be. */
const ROOM = 1.1;

export function createMessageStore({ most, folder, groupOf }: StoreLimits): MessageStore {
  let rows = new Int32Array(FIRST_ROWS * ROW);
  let length = 0;
  let pieces: number[] = [];
  let begun = 0;
  let disk: PartsOnDisk | undefined;
  const spill = async (): Promise<void> => {
    if (folder === undefined) return;
    disk ??= partsOnDisk(await mkdtemp(join(await folder(), 'messages-')), groupOf);
    await disk.add({ rows, length, pieces });
    length = 0;
    pieces = [];
  };
  return {
    add(chatDay, second, byAgent, chars) {
      const at = length * ROW;
      if (at === rows.length) rows = withRoom(rows, at + ROW);
      rows[at] = chatDay;
      rows[at + 1] = second * 2 + (byAgent ? 1 : 0);
      rows[at + 2] = chars;
      length += 1;
    },
    beginPiece(about) {
      // Room that is not needed costs nothing; to make more takes all that is there along.
      rows = withRoom(rows, Math.min(length + about * ROOM, most) * ROW);
      pieces.push(length);
      begun += 1;
      return begun - 1;
    },
    async settle() {
      if (length >= most) await spill();
    },
    async close() {
      if (disk === undefined) return;
      await spill();
      rows = new Int32Array();
    },
    parts: () => disk?.parts() ?? [{ rows, length, pieces }],
  };
}

interface PartsOnDisk {
  add(messages: StoredPart): Promise<void>;
  parts(): Iterable<StoredPart>;
}

function partsOnDisk(folder: string, groupOf: StoreLimits['groupOf']): PartsOnDisk {
  const parts = Array.from({ length: PARTS }, (_, part) => ({
    path: join(folder, String(part)),
    length: 0,
    pieces: [] as number[],
  }));
  return {
    async add(messages) {
      for (const [at, { rows, pieces }] of divided(messages, groupOf).entries()) {
        const part = parts[at];
        if (part === undefined) continue;
        for (const piece of pieces) part.pieces.push(part.length + piece);
        part.length += rows.length / ROW;
        await appendFile(part.path, new Uint8Array(rows.buffer, rows.byteOffset, rows.byteLength));
      }
    },
    *parts() {
      for (const { path, length, pieces } of parts) {
        yield { rows: readNumbers(path), length, pieces };
      }
    },
  };
}

/** The messages of each part, in their order, and where pieces begin among them. */
function divided(
  { rows, length, pieces }: StoredPart,
  groupOf: StoreLimits['groupOf'],
): readonly { readonly rows: Int32Array; readonly pieces: readonly number[] }[] {
  const partOf = (row: number): number => groupOf(rows[row * ROW] ?? 0) % PARTS;
  const sizes = new Int32Array(PARTS);
  const pieceStarts: Int32Array[] = [];
  for (let row = 0; row <= length; row += 1) {
    while (pieces[pieceStarts.length] === row) pieceStarts.push(sizes.slice());
    if (row === length) break;
    const part = partOf(row);
    sizes[part] = (sizes[part] ?? 0) + 1;
  }
  const parts = [...sizes].map((size, part) => ({
    rows: new Int32Array(size * ROW),
    pieces: pieceStarts.map((starts) => starts[part] ?? 0),
  }));
  const next = new Int32Array(PARTS);
  for (let row = 0; row < length; row += 1) {
    const part = partOf(row);
    const at = next[part] ?? 0;
    parts[part]?.rows.set(rows.subarray(row * ROW, (row + 1) * ROW), at);
    next[part] = at + ROW;
  }
  return parts;
}

function readNumbers(path: string): Int32Array {
  const file = openSync(path, 'r');
  try {
    const bytes = new Uint8Array(fstatSync(file).size);
    for (let at = 0; at < bytes.length; ) at += readSync(file, bytes, at, bytes.length - at, at);
    return new Int32Array(bytes.buffer);
  } finally {
    closeSync(file);
  }
}
