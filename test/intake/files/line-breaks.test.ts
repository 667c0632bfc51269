import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../setup/runs.js';
import { book } from '../../workbook-file.js';
import { counted, TAOBAO_HEADER, TAOBAO_ROWS } from '../taobao-october.js';
import { readOctober } from '../world.js';

/** A workbook whose cells hold this XML. */
function bookOfXml(rows: readonly string[]): Buffer {
  const cell = (xml: string) => `<c t="inlineStr"><is><t>${xml}</t></is></c>`;
  const xml = rows.map((row, at) => {
    const cells = row.split(',').map(cell);
    return `<row r="${at + 1}">${cells.join('')}</row>`;
  });
  return book({ sheets: { Sheet1: xml.join('') } });
}

/** Line breaks in a cell, as Excel, POI and other programs write them. */
const BREAKS = ['_x000D_\n', '_x000D_', '&#13;&#10;', '&#13;', '\r\n', '&#10;'];

describe('a line break in a cell of a workbook', () => {
  it.each(BREAKS)('is white space, however it is written: %j', async (lineBreak) => {
    const [first, second, third] = TAOBAO_ROWS;
    const rows = [
      TAOBAO_HEADER,
      first.replace('A01号', `A01号${lineBreak}改地址`),
      second.replace('200.20', `200.20${lineBreak}`),
      third,
    ];
    // 100.10 + 200.20 + 0.30, of which A01's memo has the first.
    expect(await counted({ 'ExportOrderList1.xlsx': bookOfXml(rows) })).toEqual({
      code: 0,
      shopSales: 300.6,
      sales: 100.1,
      rows: { '2026-10/ExportOrderList1.xlsx': 3 },
      problems: [],
    });
  });

  it('is one character of a chat, and of a note that people write', async () => {
    const chats = ['时间,客服,买家,发送方,内容'];
    for (const [at, lineBreak] of BREAKS.entries()) {
      chats.push(`2026-10-01 09:00:0${at},A01,b1,买家,亲${lineBreak}在吗`);
    }
    const complaints = ['日期,工号,类型,说明', '2026-10-02,A01,投诉_x000D_,一&#13;二'];
    const world = await readOctober({
      '2026-10/chats.xlsx': bookOfXml(chats),
      '2026-10/complaints.xlsx': bookOfXml(complaints),
    });
    expect(world.problems).toEqual([]);
    expect((await world.messages()).map(({ chars }) => chars)).toEqual(BREAKS.map(() => 4));
    expect(world.facts?.complaints).toMatchObject([{ kind: 'complaint' }]);
  });
});

it('a text with line breaks of every kind is read as its own rows have it, whatever breaks its lines', async () => {
  const pieces = fc.array(fc.constantFrom('A', '01', ' ', '\r', '\n', '\r\n', '，', '"', '改'), {
    maxLength: 8,
  });
  const property = fc.asyncProperty(
    fc.array(pieces, { minLength: 1, maxLength: 5 }),
    fc.constantFrom('\n', '\r\n'),
    async (memos, lineEnd) => {
      const texts = memos.map((memo) => memo.join(''));
      const rows = texts.map((memo, at) => {
        const quoted = `"${memo.replaceAll('"', '""')}"`;
        return `${at},b,2026-10-01 09:00:00,2026-10-01 09:01:00,1,${quoted}`;
      });
      const header = '订单编号,买家,创建时间,付款时间,实付金额,备注';
      // With a blank line rows are split by hand, and written anew.
      const text = [header, '', ...rows, ''].join(lineEnd);
      const world = await readOctober({ '2026-10/orders.csv': text });
      expect(world.problems.filter(({ level }) => level === 'error')).toEqual([]);
      const read = await world.query('SELECT order_id, memo FROM orders ORDER BY order_id');
      expect(read).toEqual(texts.map((memo, at) => ({ order_id: `${at}`, memo: memo || null })));
    },
  );
  await fc.assert(property, { numRuns: runs(60) });
});
