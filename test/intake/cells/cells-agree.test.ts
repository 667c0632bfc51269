import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  isDamagedId,
  parseDuration,
  parseNumber,
  parseTime,
  present,
} from '../../../src/intake/cells/cells.js';
import { prepareCells } from '../../../src/intake/cells/engine-tables.js';
import { decimal, plain } from '../../../src/lib/decimal.js';
import { type Engine, openEngine, sqlLiteral } from '../../../src/lib/engine.js';
import { runs } from '../../setup/runs.js';
import { randomCell } from './random-cells.js';

/** What one grammar makes of a cell: text, a number as text, a time in seconds, or nothing. */
interface Reading {
  readonly cell: string | null;
  readonly account: string | null;
  readonly number: string | null;
  readonly duration: string | null;
  readonly time: string | null;
  readonly damaged: boolean | null;
}

let engine: Engine;
beforeAll(async () => {
  engine = await openEngine();
  await prepareCells(engine);
});
afterAll(() => engine.close());

async function bySql(cells: readonly string[]): Promise<readonly Reading[]> {
  const rows = await engine.query(`
    WITH raw AS (
      SELECT unnest([${cells.map(sqlLiteral).join(', ')}]) AS x, unnest(range(${cells.length})) AS place
    ),
    cells AS (
      SELECT place, x, usual_time(x, cast_time(x)) AS usual, plain_cell(x) AS cell, plain_account(x) AS account,
        narrow(cell(x)) AS n, replace(narrow(cell(x)), ' ', '') AS d
      FROM raw
    )
    SELECT cell, account, CAST(narrow_number(n) AS VARCHAR) AS number,
      CAST(narrow_duration(d) AS VARCHAR) AS duration, CAST(time_of(x, usual) AS VARCHAR) AS time,
      is_damaged_id(cell) AS damaged
    FROM cells ORDER BY place`);
  const tidy = (text: unknown) => (text === null ? null : plain(decimal(String(text))));
  return rows.map((row) => ({
    cell: row.cell as string | null,
    account: row.account as string | null,
    number: tidy(row.number),
    duration: tidy(row.duration),
    time: row.time as string | null,
    damaged: row.damaged as boolean | null,
  }));
}

function byTypeScript(x: string): Reading {
  const cell = present(x);
  const from = <T>(read: (text: string) => T | undefined): T | undefined =>
    cell === undefined ? undefined : read(cell);
  const number = from(parseNumber);
  const duration = from(parseDuration);
  const time = from(parseTime);
  return {
    cell: cell ?? null,
    account: cell?.replaceAll('：', ':') ?? null,
    number: number === undefined ? null : plain(number),
    duration: duration === undefined ? null : plain(duration),
    time: time === undefined ? null : String(time),
    damaged: from(isDamagedId) ?? null,
  };
}

const SAMPLES: readonly string[] = [
  '',
  ' ',
  '\t',
  '-',
  '--',
  '—',
  'NaN',
  'null',
  'None',
  '延迟统计',
  '#DIV/0!',
  '#N/A',
  '--%',
  '--分--秒',
  '="4100123456789012345"',
  '=""',
  '="',
  '=" 12 "',
  "'0138",
  "'",
  ' tab\t',
  '\u3000宽\u3000',
  '\u00a0x\ufeff',
  '店铺：昵称',
  '店铺:昵称',
  '12',
  '-3.50',
  '+4',
  '１２．５',
  '￥1,234.50',
  '¥ 99',
  '99元',
  '(12.00)',
  '（12.00）',
  '1,2',
  '12,345,678.9',
  '1234,567',
  '.5',
  '5.',
  '.',
  '1.23456',
  '1.23450000',
  '99999999999999.9999',
  '100000000000000',
  '000000000000000000012',
  '1e5',
  '4.1E+18',
  '41E+2',
  'A1E5',
  '--5',
  '- 5',
  '¥-5',
  '-¥5',
  '5%',
  '2分30秒',
  '2 分 30 秒',
  '1小时2分3秒',
  '0:02:30',
  '2:30',
  '100:00:00',
  '90秒',
  '1.5秒',
  '分秒',
  '2026-10-01 09:00:00',
  '2026/10/1 9:00',
  '2026/10/1 9:00:05',
  '2026-10-01 09:00',
  '2026-10-01T09:00:00+08:00',
  '2026-10-01T01:00:00Z',
  '2026-10-01 01:00:00.999Z',
  '2026-10-01T09:00:00-0500',
  '2026-10-01T09:00:00+14:00',
  '2026-10-01T09:00:00+14:60',
  '2026-10-01T09:00:00+99:99',
  '2026-10-01 09:00:00+15',
  '2026.10.1 9:00',
  '2026年10月1日 9:00',
  '2026-10-01  09:00:00',
  ' 2026-10-01 09:00:00\t',
  '="2026-10-01 09:00:00"',
  '2026-02-29 09:00:00',
  '2024-02-29 09:00:00',
  '2026-13-01 09:00:00',
  '2026-10-01 24:00:00',
  '2026-10-01 23:59:60',
  '2026-10-01',
  '26-10-01 09:00:00',
  '1999-10-01 09:00:00',
  '2026-10-01 09:00:00.5',
  '2026-10-01 09:00:0Z',
  '2026-10-01 09:00:0.',
  '2026-10-1 9:00:00+8',
  '２０２６-10-01 09：00：00',
  "''2026-10-01 09:00",
  '0000-00-00',
  '0000-00-00 00:00:00',
  '="0000-00-00 00:00:00"',
  ' 0000/0/0 00:00\t',
  '0000-00-01',
  '0001-01-01T00:00:00Z',
  '1899-12-30',
  '1899-12-29',
  '1900-01-00',
  '1900/1/0 0:00:00',
  '1900-01-01 00:00:00.000',
  '1900-01-02',
  '1970-01-01 08:00:00',
  '1970-01-01 09:00:00',
  '1970-01-011',
];

describe('the two grammars of cells', () => {
  it('agree on cells of real files', async () => {
    const sql = await bySql(SAMPLES);
    const both = SAMPLES.map((cell, at) => ({ cell, sql: sql[at] }));
    expect(both).toEqual(SAMPLES.map((cell) => ({ cell, sql: byTypeScript(cell) })));
  });

  it('agree on cells that are put together at random', async () => {
    const run = fc.asyncProperty(
      fc.array(randomCell, { minLength: 1, maxLength: 60 }),
      async (cells) => {
        const sql = await bySql(cells);
        const both = cells.map((text, at) => ({ text, sql: sql[at] }));
        expect(both).toEqual(cells.map((text) => ({ text, sql: byTypeScript(text) })));
      },
    );
    await fc.assert(run, { numRuns: runs(40) });
  });

  it('agree on times with a slip of the pen', async () => {
    const times = [
      '2026-10-01 09:00:00',
      '2026/10/01 09:00:00',
      '2026-10-01 09:00',
      '2026/1/2 3:04',
    ];
    const slip = fc.tuple(fc.nat(20), fc.constantFrom(...'0159 Z+-:T./月\t'), fc.nat(2));
    const cell = fc
      .tuple(fc.constantFrom(...times), fc.array(slip, { maxLength: 3 }))
      .map(([time, slips]) =>
        slips.reduce(
          (text, [at, character, gone]) => text.slice(0, at) + character + text.slice(at + gone),
          time,
        ),
      );
    const run = fc.asyncProperty(fc.array(cell, { minLength: 1, maxLength: 60 }), async (cells) => {
      const sql = await bySql(cells);
      const both = cells.map((text, at) => ({ text, time: sql[at]?.time }));
      expect(both).toEqual(cells.map((text) => ({ text, time: byTypeScript(text).time })));
    });
    await fc.assert(run, { numRuns: runs(40) });
  });
});
