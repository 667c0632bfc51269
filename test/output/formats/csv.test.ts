import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { unwrap } from '../../../src/intake/files/unwrap.js';
import { decimal } from '../../../src/lib/decimal.js';
import { csvOf, safeText } from '../../../src/output/formats/csv.js';
import { salaryTable } from '../../../src/output/month/salary-table.js';
import type { Cell, ReportTable } from '../../../src/output/report/report-table.js';
import { LIN, WANG } from '../samples.js';

const STDOUT = { ids: false, lineEnd: '\n', bom: false } as const;

function tableOf(rows: readonly (readonly Cell[])[]): ReportTable {
  const width = Math.max(1, ...rows.map((row) => row.length));
  const columns = Array.from({ length: width }, (_, index) => ({
    id: `c${index}`,
    heading: `列${index}`,
    align: 'left' as const,
  }));
  return { columns, rows, keyColumns: 1 };
}

describe('the salary table as CSV', () => {
  test('has a column per pay line of any plan, blanks where a line is absent, and no total', () => {
    const table = salaryTable([LIN, WANG], { language: 'zh', ids: false });
    expect(csvOf(table, STDOUT)).toBe(
      [
        '工号,姓名,岗位,方案,得分,名次,底薪,个人提成,月度奖,违规,名次奖,应发工资,扣款,实发',
        'A01,林小雨,售前,classic,82.5,2,1300,1238,,10.5,,2538,10.5,2527.5',
        `B02,"'=王|芳",售后,aftersales,,,2500,,,,0,2500,0,2500`,
        '',
      ].join('\n'),
    );
  });

  test('has stable ids in header and cells with --ids', () => {
    const table = salaryTable([LIN, WANG], { language: 'en', ids: true });
    expect(csvOf(table, { ...STDOUT, ids: true })).toBe(
      [
        'id,name,role,plan,score,rank,base,commission,monthly_bonus,violation,rank_bonus,gross,deductions,payable',
        'A01,林小雨,presales,classic,82.5,2,1300,1238,,10.5,,2538,10.5,2527.5',
        `B02,"'=王|芳",aftersales,aftersales,,,2500,,,,0,2500,0,2500`,
        '',
      ].join('\n'),
    );
  });

  test('is for Excel and WPS with a byte-order mark and CRLF', () => {
    const csv = csvOf(tableOf([['甲', decimal('-5')]]), { ids: true, lineEnd: '\r\n', bom: true });
    expect(csv).toBe('\uFEFFc0,c1\r\n甲,-5\r\n');
  });
});

describe('cells that a spreadsheet could run', () => {
  test.each([
    '=1+1',
    '+1',
    '-1',
    '@x',
    '\tx',
    '\rx',
    '\nx',
    '＝1',
    '＋1',
    '－1',
    '＠x',
  ])('text %j gets an apostrophe', (cell) => {
    expect(safeText(cell)).toBe(`'${cell}`);
  });

  test.each([
    '=1+1',
    '-1',
    '@x',
    '＝1',
    "'=1",
  ])('text %j comes back from our own reader', (cell) => {
    expect(unwrap(safeText(cell))).toBe(cell);
  });

  test('a negative number is a number and stays as it is', () => {
    expect(csvOf(tableOf([[decimal('-12.50')]]), STDOUT)).toBe('列0\n-12.5\n');
  });

  test('ordinary text stays as it is', () => {
    expect(safeText("it's")).toBe("it's");
    expect(safeText("'quoted")).toBe("'quoted");
  });
});

/** The text that was escaped. */
function unescaped(cell: string): string {
  return /^'+[=+\-@\t\r\n\0＝＋－＠]/.test(cell) ? cell.slice(1) : cell;
}

describe('any table as CSV', () => {
  const nasty = fc.string({ unit: fc.constantFrom(...'=+-@\t\r\n\0＝＋－＠\'",;a甲 1') });
  const rows = fc.array(fc.tuple(nasty, nasty), { maxLength: 8 });

  test('reads back to the same cells, and no text cell begins like a formula', () => {
    fc.assert(
      fc.property(rows, fc.constantFrom('\n' as const, '\r\n' as const), (cells, lineEnd) => {
        const csv = csvOf(tableOf(cells), { ids: true, lineEnd, bom: false });
        const read = parse(csv, { record_delimiter: lineEnd }) as string[][];
        for (const cell of read.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r\n\0＝＋－＠]/);
        expect(read.slice(1).map((row) => row.map(unescaped))).toEqual(cells);
      }),
    );
  });
});
