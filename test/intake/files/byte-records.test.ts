import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeGb18030 } from '../../../fixtures/generator/gb18030.js';
import { eachByteRecord, textAt } from '../../../src/intake/files/byte-records.js';
import { DELIMITERS, type Delimiter, parseCsv } from '../../../src/intake/files/csv-records.js';
import type { Encoding } from '../../../src/lib/encoding.js';
import { runs } from '../../setup/runs.js';
import { writeShop } from '../../setup/shop.js';

const WIDTH = 3;

/** The records of a text behind its first line, and whether all of it was written as usual. */
async function byBytes(
  bytes: Uint8Array | string,
  delimiter: Delimiter = ',',
  encoding: Encoding = 'utf-8',
) {
  const path = join(writeShop({}), 'x.csv');
  writeFileSync(path, bytes);
  const records: string[][] = [];
  const source = {
    path,
    encoding,
    textBytes: Buffer.byteLength(bytes),
    delimiter,
    linesToSkip: 1,
    sample: String(bytes),
  };
  const isUsual = await eachByteRecord(source, {
    width: WIDTH,
    take: ({ bytes: all, starts, ends }) =>
      records.push(Array.from(starts, (start, cell) => textAt(all, start, ends[cell] ?? 0))),
    afterBlock: async () => undefined,
  });
  return { records, isUsual };
}

describe('records that are read by their bytes', () => {
  it('are those of a text with quoted cells, line breaks in them, and either line end', async () => {
    const text = '\uFEFFa,b,c\r\n1,"x,\r\ny","say ""hi"""\r\n\r\n , ,\n="7","",ä\n8,9,"10"';
    expect(await byBytes(text)).toEqual({
      records: [
        ['1', 'x,\r\ny', 'say "hi"'],
        ['="7"', '', 'ä'],
        ['8', '9', '10'],
      ],
      isUsual: true,
    });
  });

  it.each([
    ['a row of another width', '1,2\n'],
    ['a longer row', '1,2,3,4\n'],
    ['something behind the quote that closes a cell', '1,"2"x,3\n'],
    ['a quote that is never closed', '1,"2,3\n'],
    ['a carriage return behind the last quote', '1,2,"3"\r'],
  ])('end before %s', async (_, odd) => {
    const found = await byBytes(`a,b,c\n1,2,3\n${odd}`);
    expect(found).toEqual({ records: [['1', '2', '3']], isUsual: false });
  });

  it('end where bytes are no text, and where lines end in carriage returns alone', async () => {
    const bad = Buffer.concat([Buffer.from('a,b,c\n1,2,'), Buffer.from([0xd6, 0xd0, 0x0a])]);
    expect((await byBytes(bad)).isUsual).toBe(false);
    expect((await byBytes('a,b,c\r1,2,3\r')).isUsual).toBe(false);
  });

  it('are the same in GB18030 and in UTF-16', async () => {
    const text = '一,二,三\n1,"你好，\n在吗","😀"\n';
    const expected = { records: [['1', '你好，\n在吗', '😀']], isUsual: true };
    expect(await byBytes(encodeGb18030(text), ',', 'gb18030')).toEqual(expected);
    expect(await byBytes(Buffer.from(text, 'utf16le'), ',', 'utf-16le')).toEqual(expected);
  });

  it('are those of the tolerant parser, wherever a piece of the file ends', async () => {
    const cell = fc.constantFrom(
      ...['1', '在吗', '="7"', 'a"b', '', ' ', '"x"', '"a,b"', '"二""三"', '"一\r\n二"'],
    );
    // The file is read in pieces of 1 MiB: the first ends among the rows.
    const before = fc.integer({ min: 1, max: 80 }).map((left) => 'x'.repeat(2 ** 20 - left));
    const row = fc.tuple(cell, cell, cell, fc.constantFrom('\n', '\r\n', '\n\n'));
    const rows = fc.array(row, { minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(
        rows,
        before,
        fc.constantFrom(...DELIMITERS),
        async (all, first, delimiter) => {
          const lines = all.map(([a, b, c, end]) => [a, b, c].join(delimiter) + end);
          const text = [`x,y,${first}`, ''].join('\n').replaceAll(',', delimiter) + lines.join('');
          const found = await byBytes(text, delimiter);
          const { records } = parseCsv(text, delimiter);
          const expected = records.slice(1).map(({ cells }) => cells);
          expect(found).toEqual({ records: expected, isUsual: true });
        },
      ),
      { numRuns: runs(100) },
    );
  });
});
