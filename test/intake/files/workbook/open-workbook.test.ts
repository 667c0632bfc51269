import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isDamagedId, parseDuration, parseTime } from '../../../../src/intake/cells/cells.js';
import { isDamagedWorkbook } from '../../../../src/intake/files/sheet.js';
import {
  openWorkbook,
  type Workbook,
} from '../../../../src/intake/files/workbook/open-workbook.js';
import { readRows } from '../../../../src/intake/files/workbook/sheet-rows.js';
import { runs } from '../../../setup/runs.js';
import { type BookText, book, bookFiles, zip } from '../../../workbook-file.js';

const folder = mkdtempSync(join(tmpdir(), 'kpi-workbook-'));
let files = 0;

function open(bytes: Buffer) {
  files += 1;
  const path = join(folder, `${files}.xlsx`);
  writeFileSync(path, bytes);
  return openWorkbook(path);
}

async function opened(bytes: Buffer): Promise<Workbook> {
  const workbook = await open(bytes);
  if (typeof workbook === 'string') throw new Error(workbook);
  return workbook;
}

describe('a cell that has no end', () => {
  const endless = 'x'.repeat(3_000_000);

  it('is refused with its row, after the rows before it', async () => {
    const row = (line: number, text: string) =>
      `<row r="${line}"><c r="A${line}" t="inlineStr"><is><t>${text}</t></is></c></row>`;
    const pieces = (async function* () {
      yield `<worksheet><sheetData>${row(1, 'a')}${row(2, 'b')}`;
      const text = row(3, endless);
      for (let at = 0; at < text.length; at += 65_536) yield text.slice(at, at + 65_536);
    })();
    const read = async () => {
      const seen: number[] = [];
      try {
        const context = { texts: [], kinds: [], daysOff: 0 };
        for await (const { line } of readRows(pieces, context, 'S')) seen.push(line);
      } catch (error) {
        return { seen, error };
      }
      return { seen };
    };
    const damagedWorkbook = { sheet: 'S', afterLine: 2, beyond: 'endless-cell' };
    expect(await read()).toEqual({ seen: [1, 2], error: { damagedWorkbook } });
  });
});

/** The rows of a workbook's first sheet as `line: cell/cell`. */
async function lines(text: BookText | Buffer): Promise<string[]> {
  const { sheets } = await opened(Buffer.isBuffer(text) ? text : book(text));
  const rows: string[] = [];
  for await (const { line, cells } of sheets[0]?.rows() ?? []) {
    rows.push(`${line}: ${cells.join('/')}`);
  }
  return rows;
}

/** The text of one cell. */
async function cell(xml: string, rest: Omit<BookText, 'sheets'> = {}): Promise<string> {
  const [row = ''] = await lines({ ...rest, sheets: { S: `<row r="1">${xml}</row>` } });
  return row.slice(3);
}

const number = (value: string) => cell(`<c r="A1"><v>${value}</v></c>`);
const formatted = (value: string, format: string | number, rest: Omit<BookText, 'sheets'> = {}) =>
  cell(`<c r="A1" s="1"><v>${value}</v></c>`, { formats: [format], ...rest });

describe('texts', () => {
  it('are shared, inline or what a formula came to', async () => {
    const xml =
      '<c r="A1" t="s"><v>1</v></c><c r="B1" t="inlineStr"><is><t>交易成功</t></is></c><c r="C1" t="str"><f>A1</f><v>张三</v></c>';
    const texts = ['<t>零</t>', '<t xml:space="preserve"> 一 </t>'];
    expect(await cell(xml, { texts })).toBe(' 一 /交易成功/张三');
  });

  it('are put together from pieces in several fonts, without the reading above them', async () => {
    const texts = [
      '<r><t>订单</t></r><r><rPr><b/></rPr><t>编号</t></r><rPh sb="0" eb="1"><t>ding</t></rPh>',
    ];
    expect(await cell('<c r="A1" t="s"><v>0</v></c>', { texts })).toBe('订单编号');
    const inline =
      '<c r="A1" t="inlineStr"><is><r><t>客</t></r><r><t>服</t></r><rPh sb="0" eb="1"><t>ke</t></rPh></is></c>';
    expect(await cell(inline)).toBe('客服');
  });

  it('may have characters as numbers, line breaks and what XML cannot hold', async () => {
    const texts = ['<t>&#35746;&#x5355;&amp;&lt;</t>', '<t>补卡次数&#10;(次)_x000D_</t>'];
    const xml = '<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c>';
    expect(await cell(xml, { texts })).toBe('订单&</补卡次数\n(次)\n');
  });

  it('have one kind of line break, and every other character that was written by its number', async () => {
    const texts = [
      '一_x000D_\n二',
      '一&#13;二',
      '一&#13;&#10;二',
      '一_x000d_二',
      '_x005F_x000D_',
      '_x4e00_',
    ];
    const xml = texts.map((_, at) => `<c t="s"><v>${at}</v></c>`).join('');
    const shared = texts.map((text) => `<t>${text}</t>`);
    expect(await cell(xml, { texts: shared })).toBe('一\n二/一\n二/一\n二/一\n二/_x000D_/一');
  });

  it('stay as they are when they look like numbers, dates or formulas', async () => {
    const texts = ['<t>00123</t>', '<t>4100123456789012345</t>', '<t>=1+1</t>', "<t>'138</t>"];
    const xml = texts.map((_, at) => `<c t="s"><v>${at}</v></c>`).join('');
    expect(await cell(xml, { texts })).toBe("00123/4100123456789012345/=1+1/'138");
  });
});

describe('numbers', () => {
  it('are the shortest exact decimals', async () => {
    expect(await number('12.50')).toBe('12.5');
    expect(await number('5.0')).toBe('5');
    expect(await number('-0.07')).toBe('-0.07');
    expect(await number('1E-3')).toBe('0.001');
    expect(await number('1.5E+3')).toBe('1500');
    expect(await number('100')).toBe('100');
    expect(await number('-0')).toBe('0');
  });

  it('come without the noise of binary fractions, as Excel shows them', async () => {
    expect(await number('0.30000000000000004')).toBe('0.3');
    expect(await number('1234.5600000000002')).toBe('1234.56');
    expect(await number('28.999999999999996')).toBe('29');
  });

  it('keep every digit of an integer that a double holds', async () => {
    expect(await number('1234567890123456')).toBe('1234567890123456');
    expect(await number('9007199254740991')).toBe('9007199254740991');
    expect(await number('4.10012345678901E+14')).toBe('410012345678901');
  });

  it('above that are shown as damaged, which the reading of ids refuses', async () => {
    for (const value of ['4.1001234567890127E+18', '4100123456789012345', '9007199254740993']) {
      expect(isDamagedId(await number(value))).toBe(true);
    }
    expect(await number('4.1001234567890127E+18')).toBe('4.10012345678901E+18');
  });

  it('are percents where the format says so', async () => {
    expect(await formatted('0.125', 10)).toBe('12.5%');
    expect(await formatted('0.07', '0%')).toBe('7%');
    expect(await formatted('0.28999999999999998', '0.00%')).toBe('29%');
    expect(await formatted('1', 9)).toBe('100%');
    // A % in quotes is only a text behind the number.
    expect(await formatted('12.5', '0.0"%"')).toBe('12.5');
  });
});

describe('dates and times', () => {
  // 1 October 2026 is day 46296 of Excel's calendar: 2026-01-01 is 46023, and 273 days are behind it.
  it('are told by the format of the cell', async () => {
    expect(await formatted('46296', 'yyyy\\-mm\\-dd')).toBe('2026-10-01');
    expect(await formatted('46296.375', 'yyyy/m/d h:mm;@')).toBe('2026-10-01 09:00:00');
    expect(await formatted('46296', 'yyyy/m/d h:mm')).toBe('2026-10-01 00:00:00');
    expect(await formatted('46296', 14)).toBe('2026-10-01');
    expect(await formatted('46296.375', 22)).toBe('2026-10-01 09:00:00');
    expect(await formatted('46296', '[$-804]yyyy"年"m"月"d"日"')).toBe('2026-10-01');
    expect(await formatted('46296', 31)).toBe('2026-10-01');
    expect(await formatted('46296', '0.00')).toBe('46296');
    expect(await formatted('46296', '"日期"0')).toBe('46296');
  });

  it('are whole seconds, though the number is not', async () => {
    // 42 s after half past midnight: 2442 / 86400 = 0.0282638…
    expect(await formatted('42924.02826388889', 'yyyy-mm-dd hh:mm:ss')).toBe('2017-07-08 00:40:42');
    expect(await formatted('46296.99999999', 'yyyy-mm-dd hh:mm:ss')).toBe('2026-10-02 00:00:00');
  });

  it('keep their time where the format hides it', async () => {
    expect(await formatted('46296.375', 'yyyy-mm-dd')).toBe('2026-10-01 09:00:00');
    expect(await formatted('46296.375', 'h:mm')).toBe('2026-10-01 09:00:00');
  });

  it('count from 1904 where the workbook says so', async () => {
    const bookAttributes = 'date1904="1"';
    expect(await formatted('44834', 'yyyy-mm-dd', { bookAttributes })).toBe('2026-10-01');
    expect(await formatted('44834.5', 22, { bookAttributes: 'date1904="true"' })).toBe(
      '2026-10-01 12:00:00',
    );
  });

  it('know the 29 February 1900 of Excel', async () => {
    expect(await formatted('1', 14)).toBe('1900-01-01');
    expect(await formatted('59', 14)).toBe('1900-02-28');
    expect(await formatted('61', 14)).toBe('1900-03-01');
  });

  it('may be written out', async () => {
    expect(await cell('<c r="A1" t="d"><v>2026-10-01T09:00:00.000Z</v></c>')).toBe(
      '2026-10-01 09:00:00',
    );
  });

  it('that no calendar has stay numbers', async () => {
    expect(await formatted('-1', 14)).toBe('-1');
    expect(await formatted('4100123456', 14)).toBe('4100123456');
  });

  it('are readable as times of orders', async () => {
    expect(parseTime(await formatted('46296.375', 22))).toBe(Date.UTC(2026, 9, 1, 9) / 1000);
  });
});

describe('durations', () => {
  it('and times of day are hours, minutes and seconds', async () => {
    expect(await formatted('0.375', 'h:mm')).toBe('9:00:00');
    expect(await formatted('0.375', 20)).toBe('9:00:00');
    // 150 s are 150 / 86400 of a day.
    expect(await formatted('1.7361111111111112E-3', 'mm:ss')).toBe('0:02:30');
    expect(await formatted('1.25', '[h]:mm:ss')).toBe('30:00:00');
    expect(await formatted('1.25', 46)).toBe('30:00:00');
    expect(await formatted('0', 'mm:ss')).toBe('0:00:00');
    // In a column of dates 0 is no time of day: Excel shows the day before its first one.
    expect(await formatted('0', 'yyyy-mm-dd')).toBe('1900-01-00');
    expect(await formatted('0', 'yyyy-mm-dd hh:mm:ss')).toBe('1900-01-00');
    expect(await formatted('0', 14, { bookAttributes: 'date1904="1"' })).toBe('1900-01-00');
  });

  it('keep parts of a second', async () => {
    // 12.37 s are 12.37 / 86400 of a day.
    expect(await formatted('1.4317129629629629E-4', 'mm:ss.00')).toBe('0:00:12.37');
    expect(parseDuration('0:00:12.37')?.toString()).toBe('12.37');
  });
});

describe('other cells', () => {
  it('are TRUE, FALSE and errors', async () => {
    const xml =
      '<c r="A1" t="b"><v>1</v></c><c r="B1" t="b"><v>0</v></c><c r="C1" t="e"><v>#N/A</v></c><c r="D1" t="e"><f>1/0</f><v>#DIV/0!</v></c>';
    expect(await cell(xml)).toBe('TRUE/FALSE/#N/A/#DIV/0!');
  });

  it('are what a formula came to', async () => {
    expect(await cell('<c r="A1"><f>SUM(B1:B3)</f><v>12.3</v></c>')).toBe('12.3');
    expect(await cell('<c r="A1" t="str"><f>""</f><v></v></c><c r="B1"><v>1</v></c>')).toBe('/1');
  });

  it('are the formula itself when nobody has computed it: it must not pass for an empty cell', async () => {
    expect(await cell('<c r="A1"><f>SUM(B1:B3)</f><v></v></c>')).toBe('=SUM(B1:B3)');
    expect(await cell('<c r="A1"><f>B1*2</f></c>')).toBe('=B1*2');
  });
});

describe('rows', () => {
  it('are there however small the sheet says that it is', async () => {
    // Every workbook of these tests says that it has the one cell A1.
    expect(
      await lines({
        sheets: {
          S: '<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="C2"><v>3</v></c></row>',
        },
      }),
    ).toEqual(['1: 1', '2: //3']);
  });

  it('carry their number in the sheet; blank ones are left out', async () => {
    const rows =
      '<row r="2"><c r="B2"><v>1</v></c></row><row r="3"><c r="A3" s="0"/></row><row r="7"><c r="AA7"><v>2</v></c></row>';
    expect(await lines({ sheets: { S: rows } })).toEqual(['2: /1', `7: ${'/'.repeat(26)}2`]);
  });

  it('are counted where they and their cells do not say their place', async () => {
    const rows = '<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>';
    expect(await lines({ sheets: { S: rows } })).toEqual(['1: 1/2', '2: 3']);
  });

  it('can be read twice, and left before their end', async () => {
    const rows = Array.from({ length: 5000 }, (_, at) => `<row><c><v>${at}</v></c></row>`).join('');
    const { sheets } = await opened(book({ sheets: { S: rows } }));
    for await (const { cells } of sheets[0]?.rows() ?? []) {
      expect(cells).toEqual(['0']);
      break;
    }
    let count = 0;
    for await (const _ of sheets[0]?.rows() ?? []) count += 1;
    expect(count).toBe(5000);
  });

  it('may be written with a prefix before every name', async () => {
    const files = bookFiles({ sheets: { S: '' } });
    const sheet =
      '<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>工号</x:t></x:is></x:c></x:row></x:sheetData><x:mergeCells><x:mergeCell ref="A1:B2"/></x:mergeCells></x:worksheet>';
    const bytes = zip({ ...files, 'xl/worksheets/sheet1.xml': sheet });
    expect(await lines(bytes)).toEqual(['1: 工号']);
    expect((await opened(bytes)).sheets[0]?.merges).toHaveLength(1);
  });
});

describe('sheets', () => {
  it('are listed in the order of the workbook, hidden ones too', async () => {
    const { sheets } = await opened(
      book({
        sheets: { 月度汇总: '', '打卡&amp;时间': '', 隐: '' },
        hidden: { '打卡&amp;时间': 'hidden', 隐: 'veryHidden' },
      }),
    );
    expect(sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
      ['月度汇总', false],
      ['打卡&时间', true],
      ['隐', true],
    ]);
  });

  it('are found where the relationships point to, from the root too', async () => {
    const rows = '<row r="1"><c r="A1"><v>7</v></c></row>';
    expect(await lines({ sheets: { S: rows }, sheetFolder: '/xl/worksheets/' })).toEqual(['1: 7']);
  });

  it('tell their merged cells, whose value stands in the first of them only', async () => {
    const rows =
      '<row r="1"><c r="A1" t="inlineStr"><is><t>请假</t></is></c><c r="B1"/><c r="C1"><v>1</v></c></row>';
    const behind =
      '<mergeCells count="2"><mergeCell ref="A1:B1"/><mergeCell ref="AA3:AB10"/></mergeCells><pageMargins left="0.7"/>';
    const bytes = book({ sheets: { S: rows }, behind });
    expect(await lines(bytes)).toEqual(['1: 请假//1']);
    expect((await opened(bytes)).sheets[0]?.merges).toEqual([
      { top: 1, left: 1, bottom: 1, right: 2 },
      { top: 3, left: 27, bottom: 10, right: 28 },
    ]);
  });
});

describe('a file that cannot be read', () => {
  const rows = '<row r="1"><c r="A1"><v>1</v></c></row>';
  const good = bookFiles({ sheets: { S: rows } });
  const ole = (name: string) =>
    Buffer.concat([
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      Buffer.alloc(1 << 20),
      Buffer.from(name, 'utf16le'),
    ]);

  it('has a password, or is of the format before xlsx', async () => {
    expect(await open(ole('EncryptedPackage'))).toBe('encrypted');
    expect(await open(ole('Workbook'))).toBe('xls');
  });

  it('is cut off, empty or no archive', async () => {
    const whole = zip(good);
    expect(await open(whole.subarray(0, whole.length - 30))).toBe('damaged');
    expect(await open(whole.subarray(0, whole.length / 2))).toBe('damaged');
    expect(await open(Buffer.alloc(0))).toBe('damaged');
    expect(await open(Buffer.from('PK\x03\x04 and nothing'))).toBe('damaged');
  });

  it('is an archive of something else', async () => {
    expect(await open(zip({ 'readme.txt': 'hello' }))).toBe('damaged');
    const { 'xl/worksheets/sheet1.xml': _, ...rest } = good;
    expect(await open(zip(rest))).toBe('damaged');
  });

  it('has other bytes than were put into it', async () => {
    const part = 'xl/worksheets/sheet1.xml';
    expect(await open(zip(good, { sums: { [part]: 1 } }))).toBe('damaged');
  });

  it('unpacks to far more than it is worth reading', async () => {
    const part = 'xl/worksheets/sheet1.xml';
    expect(await open(zip(good, { sizes: { [part]: 300 * 1024 ** 2 } }))).toBe('too-large');
  });

  it('lies about how much it unpacks to', async () => {
    const part = 'xl/worksheets/sheet1.xml';
    expect(await open(zip(good, { sizes: { [part]: 20 } }))).toBe('damaged');
  });

  it('says in its rows where they break off', async () => {
    const broken = [
      `${rows}<row r="2"><c r="A2" t="s"><v>9</v></c></row>`,
      `${rows}<row r="2"><c r="A2"><v>abc</v></c></row>`,
      `${rows}<row r="2"><c r="ZZZZ2"><v>1</v></c></row>`,
      `${rows}<row r="2"><c r="A2"><v>1</c></row>`,
      `${rows}<row r="1048577"><c r="A1048577"><v>1</v></c></row>`,
      `${rows}<row r="x"><c r="A2"><v>1</v></c></row>`,
    ];
    for (const sheet of broken) {
      const { sheets } = await opened(book({ sheets: { 订单: sheet } }));
      const seen: number[] = [];
      const error = await (async () => {
        for await (const { line } of sheets[0]?.rows() ?? []) seen.push(line);
      })().catch((reason: unknown) => reason);
      expect(isDamagedWorkbook(error)).toBe(true);
      expect(error).toEqual({ damagedWorkbook: { sheet: '订单', afterLine: 1 } });
      expect(seen).toEqual([1]);
    }
  });

  it('may say of cells that they stand far to the right, but not of thousands of rows', async () => {
    const farRows = (count: number) =>
      Array.from({ length: count }, (_, at) => `<row><c r="XFD${at + 1}"><v>1</v></c></row>`);
    const rowsRead = async (count: number) => {
      const workbook = await opened(book({ sheets: { S: farRows(count).join('') } }));
      let read = 0;
      for await (const { cells } of workbook.sheets[0]?.rows() ?? []) {
        expect(cells).toHaveLength(16_384);
        read += 1;
      }
      return read;
    };
    expect(await rowsRead(100)).toBe(100);
    // 20,000,000 empty cells are in 1220.7 rows.
    await expect(rowsRead(2000)).rejects.toEqual({
      damagedWorkbook: { sheet: 'S', afterLine: 1220, beyond: 'too-wide' },
    });
  });

  it('is refused or read, however it was spoilt', async () => {
    const parts = Object.keys(good);
    const spoil = fc.record({
      part: fc.constantFrom(...parts),
      at: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
      length: fc.nat(20),
      instead: fc.string({ unit: fc.constantFrom(...'<>&"/ar1-E.'), maxLength: 3 }),
    });
    await fc.assert(
      fc.asyncProperty(spoil, async ({ part, at, length, instead }) => {
        const text = good[part] ?? '';
        const from = Math.floor(at * text.length);
        const bytes = zip({
          ...good,
          [part]: text.slice(0, from) + instead + text.slice(from + length),
        });
        const workbook = await open(bytes);
        if (typeof workbook === 'string') {
          expect(workbook).toBe('damaged');
          return;
        }
        try {
          for await (const { line } of workbook.sheets[0]?.rows() ?? [])
            expect(line).toBeGreaterThan(0);
        } catch (error) {
          expect(isDamagedWorkbook(error)).toBe(true);
        }
      }),
      { numRuns: runs(200) },
    );
  });

  it('is named by the system when it is not there', async () => {
    await expect(openWorkbook(join(folder, 'nothing.xlsx'))).rejects.toThrow('ENOENT');
  });
});
