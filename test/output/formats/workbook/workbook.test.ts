import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import {
  openWorkbook,
  type Workbook,
} from '../../../../src/intake/files/workbook/open-workbook.js';
import { decimal } from '../../../../src/lib/decimal.js';
import { sheetNames } from '../../../../src/output/formats/workbook/sheet-names.js';
import {
  type WorkbookSheet,
  workbookOf,
} from '../../../../src/output/formats/workbook/workbook.js';
import type { Cell, ReportTable } from '../../../../src/output/report/report-table.js';
import { runs } from '../../../setup/runs.js';

type Sheet = Workbook['sheets'][number];

const folder = mkdtempSync(join(tmpdir(), 'kpi-workbook-'));

async function read(bytes: Uint8Array): Promise<readonly Sheet[]> {
  const path = join(folder, 'book.xlsx');
  writeFileSync(path, bytes);
  const workbook = await openWorkbook(path);
  if (typeof workbook === 'string') throw new Error(workbook);
  return workbook.sheets;
}

async function rowsOf(sheet: Sheet | undefined): Promise<readonly (readonly string[])[]> {
  const rows: (readonly string[])[] = [];
  for await (const { cells } of sheet?.rows() ?? []) rows.push(cells);
  return rows;
}

/** A table of a name and an amount. */
function pay(rows: readonly (readonly Cell[])[], total?: readonly Cell[]): ReportTable {
  return {
    columns: [
      { id: 'id', heading: '工号', align: 'left' },
      { id: 'amount', heading: '金额', align: 'right', money: true },
    ],
    rows,
    keyColumns: 1,
    ...(total === undefined ? {} : { total }),
  };
}

const sheet = (title: string, ...tables: ReportTable[]): WorkbookSheet => ({
  title,
  caption: '小店 2026-10',
  tables,
});

/** The XML of a part of the workbook. */
function part(bytes: Uint8Array, name: string): string {
  return strFromU8(unzipSync(bytes)[name] ?? new Uint8Array());
}

describe('a workbook', () => {
  it('gives back every text as it was, whatever it begins with', async () => {
    const text = fc.string({
      unit: fc.constantFrom(...'=+-@\'",;<>&_x000DaB甲😀 1.'),
      minLength: 1,
    });
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 8 }), async (texts) => {
        const rows = texts.map((each) => [each, decimal(1)]);
        const [first] = await read(await workbookOf([sheet('S', pay(rows))], false));
        // Blank rows are none to a reader, but these have an amount.
        expect((await rowsOf(first)).slice(2)).toEqual(texts.map((each) => [each, '1']));
      }),
      { numRuns: runs(60) },
    );
  });

  it('keeps ids as text and writes amounts as numbers with two decimals', async () => {
    const rows = [['0012', decimal('1238')] as const, ['=410012345678901234', decimal('10.5')]];
    const bytes = await workbookOf([sheet('S', pay(rows))], false);
    const xml = part(bytes, 'xl/worksheets/sheet1.xml');
    expect(xml).toMatch(/<c r="A3" s="\d+" t="s">/);
    expect(xml).toMatch(/<c r="A4" s="\d+" t="s">/);
    expect(xml).not.toContain('<f>');
    const style = /<c r="B4" s="(\d+)"><v>10\.5<\/v>/.exec(xml)?.[1];
    const styles = part(bytes, 'xl/styles.xml');
    const format = [...(styles.split('<cellXfs')[1]?.matchAll(/<xf numFmtId="(\d+)"/g) ?? [])];
    expect(style).toBeDefined();
    const id = format[Number(style) - 1]?.[1];
    expect(styles).toContain(`<numFmt numFmtId="${id}" formatCode="0.00"/>`);
  });

  it('sums the rows above, by a formula that has its value beside it', async () => {
    const rows = [['A01', decimal('0.1')] as const, ['A02', undefined], ['A03', decimal('0.2')]];
    const bytes = await workbookOf([sheet('S', pay(rows, ['合计', decimal('0.3')]))], false);
    const xml = part(bytes, 'xl/worksheets/sheet1.xml');
    expect(xml).toMatch(/<c r="B6" s="\d+"><f>SUM\(B3:B5\)<\/f><v>0\.3<\/v><\/c>/);
    expect((await rowsOf((await read(bytes))[0])).at(-1)).toEqual(['合计', '0.3']);
  });

  it('has no total where there is nobody', async () => {
    const bytes = await workbookOf([sheet('S', pay([], ['合计', decimal(0)]))], false);
    expect(await rowsOf((await read(bytes))[0])).toEqual([['小店 2026-10'], ['工号', '金额']]);
  });

  it('puts tables below each other, each sum over its own rows', async () => {
    const one = pay([['A01', decimal(1)]], ['合计', decimal(1)]);
    const two = pay([['B01', decimal(2)]], ['合计', decimal(2)]);
    const xml = part(await workbookOf([sheet('S', one, two)], false), 'xl/worksheets/sheet1.xml');
    expect(xml).toContain('<f>SUM(B3:B3)</f><v>1</v>');
    expect(xml).toContain('<f>SUM(B7:B7)</f><v>2</v>');
  });

  it('shows two decimals where any figure has some, and percentages as such', async () => {
    const columns = [
      { id: 'id', heading: '工号', align: 'left' },
      { id: 'score', heading: '得分', align: 'right' },
      { id: 'rank', heading: '名次', align: 'right' },
      { id: 'rate', heading: '转化率', align: 'right', percent: true },
    ] as const;
    const rows = [
      ['A01', decimal('85.25'), decimal(1), decimal('0.0625')],
      ['A02', decimal('85'), decimal(2), decimal('0.05')],
    ];
    const [read1] = await read(
      await workbookOf([sheet('S', { columns, rows, keyColumns: 1 })], false),
    );
    expect((await rowsOf(read1)).slice(2)).toEqual([
      ['A01', '85.25', '1', '6.25%'],
      ['A02', '85', '2', '5%'],
    ]);
  });

  it('prints on pages of one width, each with the header, the names and what it is', async () => {
    const bytes = await workbookOf(
      [sheet("甲's", pay([])), sheet('两张', pay([]), pay([]))],
      false,
    );
    const xml = part(bytes, 'xl/worksheets/sheet1.xml');
    expect(xml).toContain('<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>');
    expect(xml).toMatch(/<pageSetup (?=[^>]*orientation="landscape")(?=[^>]*fitToHeight="0")/);
    expect(xml).toMatch(/<pageSetup [^>]*fitToWidth="1"/);
    expect(xml).toContain('<oddFooter>&amp;L小店 2026-10&amp;R&amp;P / &amp;N</oddFooter>');
    const book = part(bytes, 'xl/workbook.xml');
    // Of two tables below each other no header is above both.
    expect(book.match(/<definedName .*?<\/definedName>/g)).toEqual([
      `<definedName name="_xlnm.Print_Area" localSheetId="0">'甲''s'!$A$1:$B$2</definedName>`,
      `<definedName name="_xlnm.Print_Titles" localSheetId="0">'甲''s'!$A:$A,'甲''s'!$2:$2</definedName>`,
      `<definedName name="_xlnm.Print_Area" localSheetId="1">'两张'!$A$1:$B$4</definedName>`,
    ]);
  });

  it('is printed on several pages beside each other when one would be too small to read', async () => {
    const columns = Array.from({ length: 40 }, (_, at) => ({
      id: `c${at}`,
      heading: '询单付款人数',
      align: 'right' as const,
    }));
    const table = { columns, rows: [], keyColumns: 2 };
    const xml = part(await workbookOf([sheet('S', table)], false), 'xl/worksheets/sheet1.xml');
    // 38 columns of 8 beside two of them that are on every page, of 270 each.
    expect(xml).toMatch(/<pageSetup [^>]*fitToWidth="2"/);
  });

  it('keeps the header and the key columns in sight', async () => {
    const xml = part(await workbookOf([sheet('S', pay([]))], false), 'xl/worksheets/sheet1.xml');
    expect(xml).toMatch(/<pane (?=[^>]*xSplit="1")(?=[^>]*ySplit="2")[^>]*state="frozen"/);
  });

  it('is as wide as Chinese text needs, which takes two columns a character', async () => {
    const xml = part(
      await workbookOf([sheet('S', pay([['云朵家居旗舰店客服', decimal(1)]]))], false),
      'xl/worksheets/sheet1.xml',
    );
    // Nine characters and a little room.
    expect(xml).toContain('<col min="1" max="1" width="20"');
  });

  it('has the same bytes whenever it is written', async () => {
    const sheets = [sheet('S', pay([['A01', decimal('12.5')]], ['合计', decimal('12.5')]))];
    onTestFinished(() => void vi.useRealTimers());
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-03T12:00:00Z') });
    const first = await workbookOf(sheets, false);
    vi.setSystemTime(new Date('2027-01-01T00:00:00Z'));
    expect(Buffer.from(await workbookOf(sheets, false)).equals(first)).toBe(true);
  });

  it('cuts texts that Excel would refuse', async () => {
    const bytes = await workbookOf([sheet('S', pay([['长'.repeat(40_000), decimal(1)]]))], false);
    const [, , row] = await rowsOf((await read(bytes))[0]);
    expect(row?.[0]).toHaveLength(32_767);
  });
});

describe('names of sheets', () => {
  it('have nothing that Excel forbids', () => {
    expect(sheetNames(['售前/售后', "'引号'", '[a]:b*?\\', '', '  ', 'History'])).toEqual([
      '售前_售后',
      '引号',
      '_a_b_',
      '_',
      '_ 2',
      'History 2',
    ]);
  });

  it('are at most 31 characters long and all different, whatever the case', () => {
    const long = '甲'.repeat(40);
    const names = sheetNames([long, long, 'vip', 'VIP', `${'a'.repeat(30)}😀`]);
    expect(names).toEqual([
      '甲'.repeat(31),
      `${'甲'.repeat(29)} 2`,
      'vip',
      'VIP 2',
      'a'.repeat(30),
    ]);
  });

  it('hold for any titles', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 40 })), (titles) => {
        const names = sheetNames(titles);
        expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(titles.length);
        for (const name of names) expect(name).toMatch(/^(?!')[^[\]:*?/\\]{1,31}(?<!')$/u);
      }),
    );
  });
});
