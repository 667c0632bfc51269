import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DELIMITERS, parseCsv, streamCsv } from '../../../src/intake/files/csv-records.js';
import { runs } from '../../setup/runs.js';

const lines = (text: string) =>
  parseCsv(text, ',').records.map(({ cells, line }) => `${line}: ${cells.join('/')}`);

describe('the line of a record', () => {
  it('is where it begins, with either line end', () => {
    expect(lines('a,b\n1,2\n3,4')).toEqual(['1: a/b', '2: 1/2', '3: 3/4']);
    expect(lines('a,b\r\n1,2\r\n3,4\r\n')).toEqual(['1: a/b', '2: 1/2', '3: 3/4']);
    expect(lines('a,b\r1,2\r3,4')).toEqual(['1: a/b', '2: 1/2', '3: 3/4']);
  });

  it('counts line breaks inside cells above it', () => {
    expect(lines('a,b\n1,"x\ny"\n3,4').at(-1)).toBe('4: 3/4');
    expect(lines('a,b\r\n1,"x\r\ny\r\nz"\r\n3,4').map((line) => line.slice(0, 2))).toEqual([
      '1:',
      '2:',
      '5:',
    ]);
  });

  it('counts blank lines and blank records, which are no records', () => {
    expect(lines('\n\na,b\n,\n   \n1,2')).toEqual(['3: a/b', '6: 1/2']);
  });

  it('stays right where the line ends are mixed', () => {
    expect(lines('a,b\n1,2\r\n3,4\n')).toEqual(['1: a/b', '2: 1/2', '3: 3/4']);
  });
});

it('quotes in the middle of a cell are part of it', () => {
  expect(parseCsv('="4100",a\n', ',').records[0]?.cells).toEqual(['="4100"', 'a']);
});

it('a quote that is never closed is told, with its line', () => {
  const { records, openQuote } = parseCsv('a,b\n1,"x\n3,4\n', ',');
  expect(records).toHaveLength(1);
  expect(openQuote).toEqual({ line: 2 });
});

const cell = fc
  .array(fc.constantFrom('a', '客', '"', ',', ';', '\t', '|', '\n', '\r\n', ' ', '=', "'"), {
    maxLength: 6,
  })
  .map((parts) => parts.join(''));

/** Every way to write a cell that a reader must understand: quoted when it must be, or at will. */
function written(text: string, quote: boolean, delimiter: string): string {
  const must = /["\r\n]/.test(text) || text.includes(delimiter);
  return must || quote ? `"${text.replaceAll('"', '""')}"` : text;
}

it('what is written with any quoting, delimiter and line end reads back, on the right lines', async () => {
  const table = fc.array(fc.array(fc.tuple(cell, fc.boolean()), { minLength: 2, maxLength: 4 }), {
    minLength: 1,
    maxLength: 6,
  });
  const run = fc.asyncProperty(
    table,
    fc.constantFrom(...DELIMITERS),
    fc.constantFrom('\n', '\r\n'),
    async (rows, delimiter, lineEnd) => {
      const records = rows.map((row) =>
        row.map(([text, quote]) => written(text, quote, delimiter)).join(delimiter),
      );
      const text = records.join(lineEnd);
      let line = 1;
      const expected: { cells: string[]; line: number }[] = [];
      for (const [at, row] of rows.entries()) {
        const cells = row.map(([content]) => content);
        if (cells.some((content) => content.trim() !== '')) expected.push({ cells, line });
        line += 1 + ((records[at] ?? '').match(/\n/g)?.length ?? 0);
      }
      expect(parseCsv(text, delimiter)).toEqual({ records: expected, openQuote: undefined });

      async function* pieces() {
        for (let at = 0; at < text.length; at += 3) yield text.slice(at, at + 3);
      }
      const streamed = [];
      for await (const record of streamCsv(pieces(), delimiter, text)) streamed.push(record);
      expect(streamed).toEqual(expected);
    },
  );
  await fc.assert(run, { numRuns: runs(200) });
});
