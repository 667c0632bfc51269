import { describe, expect, it } from 'vitest';
import { encodeGb18030 } from '../../../fixtures/generator/gb18030.js';
import { htmlSheets } from '../../../src/intake/files/html-tables.js';
import { brief, readOctober } from '../world.js';

async function* inPieces(text: string, size: number) {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
}

/** The rows of each table of a page, which comes in pieces of any size. */
async function tablesOf(page: string, size = 7) {
  const sheets = await htmlSheets(() => inPieces(page, size));
  const tables = [];
  for (const { rows, merges } of sheets) {
    const found = [];
    for await (const { line, cells } of rows()) found.push([line, ...cells]);
    tables.push({ rows: found, merges });
  }
  return tables;
}

describe('the tables of a page', () => {
  it('have the text of their cells as a browser shows it', async () => {
    const page = `<html><head><style>td {color: red}</style></head><body><h1>标题</h1>
      <table border=1>
        <tr><th> 订单
          编号 </th><th>备&nbsp;注</th></tr>
        <tr><td style='mso-number-format:"\\@"'>0012<td>a &lt; b &amp; c<br>第二行<b>粗</b>
        <tr><td><script>x</script></td><td> </td></tr>
        <tr><td>3</td></tr>
      </table></body></html>`;
    for (const size of [1, 5, 10_000]) {
      expect(await tablesOf(page, size)).toEqual([
        {
          rows: [
            [1, '订单 编号', '备\u00a0注'],
            [2, '0012', 'a < b & c\n第二行粗'],
            [4, '3'],
          ],
          merges: [],
        },
      ]);
    }
  });

  it('have merged cells once, in the first of their places', async () => {
    const page = `<table>
      <tr><td rowspan="2">姓名</td><td colspan="2">请假</td><td rowspan="2">备注</td></tr>
      <tr><td>事假(天)</td><td>病假(天)</td></tr>
      <tr><td>张三</td><td>1</td><td>0</td><td>x</td></tr></table>`;
    expect(await tablesOf(page)).toEqual([
      {
        rows: [
          [1, '姓名', '请假', '', '备注'],
          [2, '', '事假(天)', '病假(天)', ''],
          [3, '张三', '1', '0', 'x'],
        ],
        merges: [
          { top: 1, left: 1, bottom: 2, right: 1 },
          { top: 1, left: 2, bottom: 1, right: 3 },
          { top: 1, left: 4, bottom: 2, right: 4 },
        ],
      },
    ]);
  });

  it('are told apart when one lies in a cell of another', async () => {
    const page =
      '<table><tr><td>外<table><tr><td>内</td></tr></table>边</td></tr></table><table><tr><td>后</td></tr></table>';
    const tables = await tablesOf(page);
    expect(tables.map(({ rows }) => rows)).toEqual([[[1, '外边']], [[1, '内']], [[1, '后']]]);
  });
});

const ROWS = (id: string) =>
  `<tr><td>订单编号</td><td>买家</td><td>创建时间</td><td>实付金额</td></tr><tr><td>${id}</td><td>b1</td><td>2026-10-02 10:00:00</td><td>5</td></tr>`;

describe('a workbook that is really a page', () => {
  it('is read, in UTF-8 or in what it says it is written in', async () => {
    const gbk =
      '<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"></head>';
    const world = await readOctober({
      '2026-10/orders-1.xls': encodeGb18030(`${gbk}<table>${ROWS('1001')}</table>`),
      '2026-10/orders-2.xls': `<meta charset="gbk"><table>${ROWS('1002')}</table>`,
      '2026-10/orders-3.xls': `\ufeff<table>${ROWS('1003')}</table>`,
    });
    expect(brief(world.problems)).toEqual(
      [1, 2, 3].map((n) => `no-payment-column | 2026-10/orders-${n}.xls:1`),
    );
    const orders = await world.query('SELECT order_id FROM orders ORDER BY order_id');
    expect(orders.map(({ order_id }) => order_id)).toEqual(['1001', '1002', '1003']);
  });

  it('may hold other tables beside that of the export, and names the one with a wrong cell', async () => {
    const page = `<table><tr><td>店铺</td><td>小店</td></tr></table><table>${ROWS('4.1E+18')}</table>`;
    const world = await readOctober({ '2026-10/导出.xls': page });
    expect(brief(world.problems)).toEqual([
      'damaged-id | 2026-10/导出.xls#2:2 | 订单编号 | 4.1E+18',
      'no-payment-column | 2026-10/导出.xls#2:1',
    ]);
  });

  it('is refused where its bytes are not what it says, or it has no table', async () => {
    const big5 = Buffer.from(
      '<meta charset="big5"><table><tr><td>\xa4\xa4</td></tr></table>',
      'latin1',
    );
    const cut = Buffer.from(`<meta charset="utf-8">\n<table>${ROWS('1')}</table>`).subarray(0, -24);
    const world = await readOctober({
      '2026-10/orders-1.xls': big5,
      '2026-10/orders-2.xls': Buffer.concat([cut, Buffer.from([0xe4])]),
      '2026-10/orders-3.xls': '<html><body>请登录</body></html>',
      '2026-10/别的.xls': '<html><body>请登录</body></html>',
      '2026-10/orders-4.xls':
        '<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet/></Workbook>',
    });
    expect(brief(world.problems)).toEqual([
      'bad-encoding | 2026-10/orders-1.xls:1',
      'bad-encoding | 2026-10/orders-2.xls:2',
      'no-header | 2026-10/orders-3.xls',
      'xml-workbook | 2026-10/orders-4.xls',
      'unknown-file | 2026-10/别的.xls',
    ]);
  });

  it('may be delimited text as well', async () => {
    const rows = '订单编号\t买家\t创建时间\t实付金额\n1001\tb1\t2026-10-02 10:00:00\t5\n';
    const world = await readOctober({ '2026-10/orders.xls': encodeGb18030(rows) });
    expect(brief(world.problems)).toEqual(['no-payment-column | 2026-10/orders.xls:1']);
    expect(await world.query('SELECT order_id FROM orders')).toEqual([{ order_id: '1001' }]);
  });
});
