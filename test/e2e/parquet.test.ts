import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decodeText } from '../../src/lib/encoding.js';
import { parquetOf } from '../parquet.js';
import { DEMO, kpi } from '../setup/program.js';
import { wholeOr } from '../setup/runs.js';

const MONTH = ['--month', '2026-10'];

/** For each line of a demo file, the number of the data row that it ends: cells may have several lines. */
function rowsOf(kind: string): readonly number[] {
  const text = decodeText(readFileSync(join(DEMO, '2026-10', `${kind}.csv`)))?.text ?? '';
  let quotes = 0;
  let row = -1;
  return text.split('\n').map((line) => {
    quotes += line.split('"').length - 1;
    if (quotes % 2 === 0) row += 1;
    return row;
  });
}

/** The demo shop, its logs as Parquet: chats in two pieces and with types, orders all text, calls with types. */
describe('the demo shop with its logs as Parquet', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kpi-e2e-'));

  beforeAll(async () => {
    cpSync(DEMO, folder, { recursive: true });
    const month = join(folder, '2026-10');
    const turn = async (kind: string, options: string, ...pieces: readonly string[]) => {
      const path = join(month, `${kind}.csv`);
      // The engine reads UTF-8 only; the orders are in GB18030.
      writeFileSync(path, decodeText(readFileSync(path))?.text ?? '');
      for (const [at, piece] of pieces.entries()) {
        const rows = `SELECT * FROM read_csv('${path}', header = true${options}) ${piece}`;
        const name = pieces.length === 1 ? kind : `${kind}-${at + 1}`;
        writeFileSync(join(month, `${name}.parquet`), await parquetOf(rows));
      }
      rmSync(path);
    };
    await turn('chats', '', 'LIMIT 3000', 'OFFSET 3000');
    await turn('orders', ', all_varchar = true', '');
    await turn('calls', '', '');
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(
    wholeOr(1, [
      ['calc', ...MONTH, '--format', 'csv'],
      ['calc', ...MONTH, '--long', '--format', 'csv'],
      ['metrics', ...MONTH, '--format', 'csv'],
    ]),
  )('gives the same bytes: kpi %s', async (...args) => {
    const text = await kpi([...args, '-C', DEMO]);
    const parquet = await kpi([...args, '-C', folder]);
    expect(text.code, text.err).toBe(0);
    expect(parquet.code, parquet.err).toBe(0);
    expect(parquet.out).toBe(text.out);
  });

  it.each(
    wholeOr(1, ['consults', 'sales']),
  )('lists the same rows behind %s, each by its number', async (metric) => {
    const args = ['explain', 'A01', metric, ...MONTH, '--rows'];
    const text = await kpi([...args, '-C', DEMO]);
    const parquet = await kpi([...args, '-C', folder]);
    expect(parquet.code, parquet.err).toBe(0);
    const rows: Readonly<Record<string, readonly number[]>> = {
      chats: rowsOf('chats'),
      orders: rowsOf('orders'),
    };
    const expected = text.out.replaceAll(
      /2026-10\/(chats|orders)\.csv 第 (\d+) 行/g,
      (_, kind: string, line: string) => {
        // The row that begins on a line is the one after that which ends on the line before.
        const row = (rows[kind]?.[Number(line) - 2] ?? 0) + 1;
        const [piece, place] = row <= 3000 ? ['-1', row] : ['-2', row - 3000];
        return kind === 'chats'
          ? `2026-10/chats${piece}.parquet 第 ${place} 行`
          : `2026-10/orders.parquet 第 ${row} 行`;
      },
    );
    expect(expected).not.toBe(text.out);
    expect(parquet.out).toBe(expected);
  });
});
