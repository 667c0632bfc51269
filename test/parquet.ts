import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEngine } from '../src/lib/engine.js';

/**
 * The rows of a query as a Parquet file; `options` as in COPY, such as `ROW_GROUP_SIZE 2048`, and statements
 * to run before.
 */
export async function parquetOf(query: string, options = '', before = ''): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'kpi-parquet-'));
  const engine = await openEngine();
  try {
    const path = join(folder, 'rows.parquet');
    const format = options === '' ? 'FORMAT parquet' : `FORMAT parquet, ${options}`;
    if (before !== '') await engine.run(before);
    await engine.run(`COPY (${query}) TO '${path}' (${format})`);
    return await readFile(path);
  } finally {
    await engine.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Codes of Parquet's types and of what its old writers said of a column. */
const BYTE_ARRAY = 6;
const INT64 = 2;
const INT96 = 3;
const UTF8 = 0;
const TIMESTAMP_MICROS = 10;

const OLD_TYPES = {
  text: { type: BYTE_ARRAY, converted: UTF8 },
  int96: { type: INT96, converted: undefined },
  micros: { type: INT64, converted: TIMESTAMP_MICROS },
} as const;

/**
 * A Parquet file without rows as old tools wrote it, which no engine of today does: written by hand from
 * the format's description (Thrift's compact protocol).
 */
export function oldParquet(columns: Readonly<Record<string, keyof typeof OLD_TYPES>>): Buffer {
  const elements = Object.entries(columns).map(([name, kind]) => {
    const { type, converted } = OLD_TYPES[kind];
    // Fields: 1 type, 3 repetition (1: optional), 4 name, 6 converted type; then the end.
    const end = converted === undefined ? [0] : [0x25, ...zigzag(converted), 0];
    return Buffer.from([0x15, ...zigzag(type), 0x25, ...zigzag(1), 0x18, ...textOf(name), ...end]);
  });
  // Fields of the root: 4 name, 5 number of children.
  const root = Buffer.from([0x48, ...textOf('schema'), 0x15, ...zigzag(elements.length), 0]);
  const list = [0x19, ((elements.length + 1) << 4) | 0x0c];
  // Fields of the file: 1 version, 2 schema, 3 rows, 4 row groups; then the end.
  const footer = Buffer.concat([
    Buffer.from([0x15, ...zigzag(1), ...list]),
    root,
    ...elements,
    Buffer.from([0x16, 0, 0x19, 0x0c, 0]),
  ]);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(footer.length);
  return Buffer.concat([Buffer.from('PAR1'), footer, length, Buffer.from('PAR1')]);
}

/** A small number as Thrift writes it. */
function zigzag(value: number): number[] {
  return [value * 2];
}

function textOf(text: string): number[] {
  const bytes = Buffer.from(text);
  return [bytes.length, ...bytes];
}
