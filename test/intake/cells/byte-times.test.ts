import fc from 'fast-check';
import { expect, test } from 'vitest';
import { byteTimeReader } from '../../../src/intake/cells/byte-times.js';
import { parseTime, present } from '../../../src/intake/cells/cells.js';
import { runs } from '../../setup/runs.js';

/** Seconds since 1970-01-01 of a cell that is read by its bytes; undefined where it is no time. */
function byBytes(cell: string): number | undefined {
  const moment = { day: 0, second: 0 };
  const bytes = Buffer.from(`,${cell},`);
  const isTime = byteTimeReader(moment)(bytes, 1, bytes.length - 1);
  return isTime ? moment.day * 86_400 + moment.second : undefined;
}

test.each([
  ['2026-10-01 09:00:00', '2026-10-01T09:00:00'],
  ['2026/10/1 9:05', '2026-10-01T09:05:00'],
  ['2026.2.28T23:59:59', '2026-02-28T23:59:59'],
  ['="2026-10-01 09:00:00"', '2026-10-01T09:00:00'],
  ['2026年10月1日 9:00', '2026-10-01T09:00:00'],
  ['2026-10-01 01:00:00Z', '2026-10-01T09:00:00'],
  ['2026-10-01  09:00:00.750', '2026-10-01T09:00:00'],
])('%s is a time', (cell, expected) => {
  expect(byBytes(cell)).toBe(Date.parse(`${expected}Z`) / 1000);
});

test.each([
  '',
  '-',
  '2026-10-01',
  '2026-02-29 09:00:00',
  '2026-13-01 09:00:00',
  '2026-10-01 24:00:00',
  '2026-10-01 09:60',
  '1999-10-01 09:00:00',
  '2026-10-01 09:00:00x',
  '2026-10-01 09:00:',
  '2026-10-01 9点',
])('%j is none', (cell) => {
  expect(byBytes(cell)).toBeUndefined();
});

test('any text is the time that it is to the reader of cells, or none to both', () => {
  const number = fc
    .integer({ min: 0, max: 99 })
    .map((n) => [String(n), String(n).padStart(2, '0')]);
  const part = number.chain((forms) => fc.constantFrom(...forms));
  const between = fc.constantFrom('-', '/', '.', '年', '');
  const cell = fc
    .tuple(
      fc.constantFrom('2026', '2024', '19', '20', '1999', '２０２６'),
      between,
      part,
      between,
      part,
      fc.constantFrom(' ', 'T', '  ', ''),
      part,
      fc.constantFrom(':', '：', ''),
      part,
      fc.constantFrom('', ':00', ':7', ':61', ':59 ', ':00.5', 'Z'),
    )
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(cell, (text) => {
      expect(byBytes(text)).toBe(parseTime(present(text) ?? ''));
    }),
    { numRuns: runs(20_000) },
  );
});
