import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FLAGS } from '../../../src/catalogue/vocabulary.js';
import {
  ACCOUNT,
  AMOUNT,
  type CellKind,
  DURATION,
  ID,
  NUMBER,
  PLAIN_TEXT,
  TIME,
  wordIn,
  YES_NO,
} from '../../../src/intake/cells/cell-kinds.js';
import { prepareCells } from '../../../src/intake/cells/engine-tables.js';
import { rowReader } from '../../../src/intake/cells/row.js';
import type { Scan } from '../../../src/intake/cells/scan.js';
import {
  type CellColumn,
  checkCells,
  readCells,
  wrongIf,
} from '../../../src/intake/cells/valid-row.js';
import { headerOf, matchHeader } from '../../../src/intake/files/header.js';
import type { TextTable } from '../../../src/intake/files/table.js';
import { type Decimal, decimal, plain } from '../../../src/lib/decimal.js';
import { type Engine, openEngine, sqlLiteral } from '../../../src/lib/engine.js';
import { createRoster } from '../../../src/shop/roster.js';
import { collectProblems } from '../../../src/words/problem.js';
import { runs } from '../../setup/runs.js';
import { randomCell } from './random-cells.js';

let engine: Engine;
beforeAll(async () => {
  engine = await openEngine();
  await prepareCells(engine);
});
afterAll(() => engine.close());

/** A file with these columns. */
function tableOf(columns: readonly CellColumn[]): TextTable {
  const reader = {
    name: 'canonical',
    title: { zh: '订单', en: 'orders' },
    kind: 'orders',
    layout: 'orders',
    columns: columns.map(({ id }) => ({ id, zh: id })),
    recognises: () => true,
  } as const;
  return {
    form: 'text',
    file: 'a.csv',
    input: 'a.csv',
    path: 'a.csv',
    match: matchHeader(reader, headerOf(columns.map(({ id }) => id))),
    sha256: '',
    size: 0,
    rowsAbout: 0,
    mapped: {},
    encoding: 'utf-8',
    textBytes: 0,
    delimiter: ',',
    headerLine: 1,
    linesToSkip: 1,
    preamble: { titles: [], header: [], readers: [] },
    sample: '',
  };
}

/** A row as one of the two has it: the values of its cells when all of them can be read. */
type Reading = 'wrong' | Readonly<Record<string, string | null>>;

type Cells = readonly string[];

async function byEngine(
  columns: readonly CellColumn[],
  rows: readonly Cells[],
): Promise<readonly Reading[]> {
  const unnested = columns.map(
    (_, at) => `unnest([${rows.map((cells) => sqlLiteral(cells[at])).join(', ')}]) AS c${at}`,
  );
  const numbered = `unnest(range(${rows.length})) AS place`;
  const scan: Scan = {
    path: '',
    linesToSkip: 0,
    rows: `(SELECT ${[...unnested, numbered].join(', ')})`,
    columns: columns.length,
    line: undefined,
    isWhole: true,
  };
  const along = { ofRow: { place: 'place' }, inOrder: {} };
  const table = tableOf(columns);
  const found = await engine.query(`
    SELECT *, ${wrongIf(table, columns)} AS wrong
    FROM (${readCells(table, columns, scan, along)}) ORDER BY place`);
  return found.map((row) => {
    expect(row.wrong).toBeTypeOf('boolean');
    return row.wrong === true ? 'wrong' : valuesOf(columns, (as) => row[as]);
  });
}

function byHand(columns: readonly CellColumn[], rows: readonly Cells[]): readonly Reading[] {
  const table = tableOf(columns);
  const problems = collectProblems();
  const read = rowReader({ table, roster: createRoster([]), problems, dayStartsAt: 0 });
  return rows.map((cells, at) => {
    const row = read({ line: at + 1, cells });
    const values = checkCells(table, columns, row);
    return row.isValid() ? valuesOf(columns, (as) => values.get(as)) : 'wrong';
  });
}

function valuesOf(
  columns: readonly CellColumn[],
  cellOf: (as: string) => string | number | boolean | Decimal | null | undefined,
): Reading {
  const numbers = columns.filter(({ read }) => [AMOUNT, NUMBER, DURATION].includes(read));
  return Object.fromEntries(
    columns.map((column) => {
      const value = cellOf(column.as);
      if (value === null || value === undefined) return [column.as, null];
      const isNumber = numbers.includes(column);
      return [column.as, isNumber ? plain(decimal(String(value))) : String(value)];
    }),
  );
}

const KINDS: Readonly<Record<string, CellKind>> = {
  text: PLAIN_TEXT,
  account: ACCOUNT,
  id: ID,
  number: NUMBER,
  amount: AMOUNT,
  duration: DURATION,
  time: TIME,
  'yes or no': YES_NO,
  word: wordIn(FLAGS),
};

const cell = fc.oneof(
  randomCell,
  fc.constantFrom(
    '',
    '-',
    'none',
    '无',
    ' Red ',
    "'红",
    '是',
    'YES',
    '="否"',
    '4.1E+18',
    '0:02:30',
  ),
);

describe('a row of a file', () => {
  it.each(
    Object.entries(KINDS),
  )('is wrong by engine and by hand for the same %s, and has the same value', async (_, read) => {
    const columns = [
      { id: 'must', as: 'needed', read, required: true },
      { id: 'may', as: 'free', read },
    ];
    const row = fc.tuple(cell, cell);
    const run = fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 60 }), async (rows) => {
      const [engines, hands] = [await byEngine(columns, rows), byHand(columns, rows)];
      expect(rows.map((cells, at) => ({ cells, is: engines[at] }))).toEqual(
        rows.map((cells, at) => ({ cells, is: hands[at] })),
      );
    });
    await fc.assert(run, { numRuns: runs(30) });
  });

  it('may need a cell only where another one says so', async () => {
    const columns = [
      { id: 'answered', as: 'answered', read: YES_NO },
      { id: 'agent', as: 'account', read: PLAIN_TEXT, required: { where: 'answered', is: [true] } },
    ];
    const rows = [
      ['是', ''],
      ['是', '小张'],
      ['否', '-'],
      ['', ''],
      ['也许', '小张'],
    ];
    const readings = [
      'wrong',
      { answered: 'true', account: '小张' },
      { answered: 'false', account: null },
      { answered: null, account: null },
      'wrong',
    ];
    expect(await byEngine(columns, rows)).toEqual(readings);
    expect(byHand(columns, rows)).toEqual(readings);
  });
});
