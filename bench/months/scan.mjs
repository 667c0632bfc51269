// The engine alone: chats and orders of a month scanned in full, every column kept as text. A file in
// GB18030 is first written anew in UTF-8, as the engine reads nothing else.
//
// node scan.mjs SHOP_FOLDER MONTH ENCODING; prints the rows of each file.
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { DuckDBInstance } from '@duckdb/node-api';

const [shop, month, encoding] = process.argv.slice(2);
// Said outright: guessed from the first rows, quoted cells that come late are overlooked.
const OPTIONS = `all_varchar = true, header = true, delim = ',', quote = '"', escape = '"'`;
const scratch = await mkdtemp(join(tmpdir(), 'scan-'));
try {
  const instance = await DuckDBInstance.create(':memory:', {
    temp_directory: join(scratch, 'spill'),
  });
  const connection = await instance.connect();
  const rows = {};
  for (const table of ['chats', 'orders']) {
    const path = await inUtf8(join(shop, month, `${table}.csv`), join(scratch, `${table}.csv`));
    await connection.run(`CREATE TABLE ${table} AS SELECT * FROM read_csv('${path}', ${OPTIONS})`);
    const counted = await connection.runAndReadAll(`SELECT count(*)::INTEGER FROM ${table}`);
    rows[table] = counted.getRows()[0][0];
  }
  console.log(JSON.stringify(rows));
  connection.closeSync();
  instance.closeSync();
} finally {
  await rm(scratch, { recursive: true });
}

async function inUtf8(path, target) {
  if (encoding === 'utf-8') return path;
  const decoder = new TextDecoder(encoding, { fatal: true });
  await pipeline(
    createReadStream(path, { highWaterMark: 1 << 20 }),
    async function* (pieces) {
      for await (const piece of pieces) yield decoder.decode(piece, { stream: true });
      yield decoder.decode();
    },
    createWriteStream(target),
  );
  return target;
}
