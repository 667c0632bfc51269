import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { decimal } from '../../../src/lib/decimal.js';
import { writeShop } from '../../setup/shop.js';
import { brief, readFolder, readOctober, SMALL_SHOP } from '../world.js';

const RATINGS = '工号,项目,评分\nA01,x,1\n';
const ORDERS = '订单编号,创建时间,实付金额\n1,2026-10-01 09:00:00,1\n';

describe('the folder of a month', () => {
  it('must be there; the months that are there are named', async () => {
    const folder = writeShop(SMALL_SHOP);
    await mkdir(join(folder, '2026-08'));
    await mkdir(join(folder, '2026-09'));
    await mkdir(join(folder, 'rules'));
    const world = await readFolder(folder);
    expect(brief(world.problems)).toEqual(['missing-month | 2026-10']);
    expect(world.problems[0]?.params).toEqual({ month: '2026-10', months: '2026-08, 2026-09' });
  });

  it('may be empty: the payroll says what it lacks', async () => {
    const folder = writeShop(SMALL_SHOP);
    await mkdir(join(folder, '2026-10'));
    const world = await readFolder(folder);
    expect(brief(world.problems)).toEqual([]);
    expect(world.facts?.files.size).toBe(0);
  });

  it('may lie in a folder whose name looks like a pattern', async () => {
    const folder = writeShop({});
    const files = Object.entries({ ...SMALL_SHOP, '2026-10/orders[1].csv': ORDERS });
    const inner = writeShop(
      Object.fromEntries(files.map(([file, text]) => [`[店] *?/${file}`, text])),
    );
    expect(folder).not.toBe(inner);
    const world = await readFolder(join(inner, '[店] *?'));
    expect(brief(world.problems)).toEqual([
      'no-payment-column | 2026-10/orders[1].csv:1',
      'masked-buyers | 2026-10/orders[1].csv',
    ]);
    expect(world.facts?.inputs.map(({ file }) => file)).toEqual(['2026-10/orders[1].csv']);
  });
});

describe('a file', () => {
  it('is known by the beginning of its name, in either language', async () => {
    const world = await readOctober({
      '2026-10/评分表.csv': RATINGS,
      '2026-10/ORDERS_1.txt': ORDERS.replaceAll(',', '\t'),
      '2026-10/ExportOrderList123.csv': ORDERS.replace('\n1,', '\n2,').replaceAll(',', ';'),
    });
    expect([...(world.facts?.files ?? [])]).toEqual([
      ['orders', ['2026-10/ExportOrderList123.csv', '2026-10/ORDERS_1.txt']],
      ['ratings', ['2026-10/评分表.csv']],
    ]);
  });

  it('is known by its header when its name says nothing', async () => {
    const world = await readOctober({
      '2026-10/表1.csv': RATINGS,
      '2026-10/表2.csv': '日期,工号,类型,分钟\n2026-10-02,A01,迟到,3\n',
      '2026-10/说明.txt': '这是本月的说明\n',
      '2026-10/.DS_Store': 'x',
      '2026-10/~$orders.xlsx': 'x',
      '2026-10/notes.md': '# x\n',
    });
    expect(brief(world.problems)).toEqual([
      'unknown-file | 2026-10/notes.md',
      'unknown-file | 2026-10/说明.txt',
    ]);
    expect([...(world.facts?.files.keys() ?? [])].sort()).toEqual(['attendance', 'ratings']);
  });

  it('whose header fits two kinds must say which it is', async () => {
    const text = '日期,工号,类型\n2026-10-02,A01,迟到\n';
    const world = await readOctober({ '2026-10/表.csv': text });
    expect(brief(world.problems)).toEqual(['unclear-file | 2026-10/表.csv']);
    const named = await readOctober({ '2026-10/考勤表.csv': text });
    expect(brief(named.problems)).toEqual([]);
  });

  it('is known by kpi.yaml, which names its columns', async () => {
    const world = await readOctober({
      'kpi.yaml': `shop: 小店
sources:
  orders:
    files: "oms-*.csv"
    columns: {order_id: 单号, buyer: 会员, created_at: 下单, amount: 成交额(元)}
`,
      '2026-10/oms-1.csv': '单号,会员,下单,成交额（元）,备注\n7,tb1,2026-10-01 09:00:00,12.5,x\n',
      // Its own name would say ratings.
      '2026-10/ratings.csv': RATINGS,
    });
    expect(brief(world.problems)).toEqual(['no-payment-column | 2026-10/oms-1.csv:1']);
    expect(await world.query('SELECT order_id, buyer, amount, memo FROM orders')).toEqual([
      { order_id: '7', buyer: 'tb1', amount: '12.5000', memo: 'x' },
    ]);
  });

  it('that kpi.yaml names but the month lacks is a warning there', async () => {
    const world = await readOctober({
      'kpi.yaml': 'shop: 小店\nsources:\n  orders: {files: "oms-*.csv"}\n',
      '2026-10/ratings.csv': RATINGS,
    });
    expect(brief(world.problems)).toEqual(['source-without-file | kpi.yaml:3 | 11']);
  });

  it('may have titles above its header, columns in any order, extra and repeated ones', async () => {
    const world = await readOctober({
      '2026-10/ratings.csv': `2026年10月评分,,,
,,,
评分,备注,工号,项目,评分
1,x,A01,服务,5
`,
    });
    expect(brief(world.problems)).toEqual(['repeated-column | 2026-10/ratings.csv:3 | 评分']);
    expect(world.problems[0]?.params.columns).toMatchObject({
      zh: '第 1 列“评分”（A）、第 5 列“评分”（E）',
    });
    expect(world.facts?.ratings).toMatchObject([
      { agent: 0, item: '服务', place: { line: 4 }, value: { kind: 'number', number: decimal(5) } },
    ]);
  });

  it('without its columns is refused, each column named', async () => {
    const world = await readOctober({
      '2026-10/orders.csv': '订单编号,买家,金额\n1,tb1,2\n',
      '2026-10/chats.csv': '你好\n世界\n',
    });
    expect(brief(world.problems)).toEqual([
      'no-header | 2026-10/chats.csv',
      'missing-column | 2026-10/orders.csv:1 | 创建时间',
      'missing-column | 2026-10/orders.csv:1 | 实付金额',
    ]);
  });

  it('of another format is refused by its first bytes, whatever its name', async () => {
    const world = await readOctober({
      '2026-10/orders.csv': Uint8Array.of(0x50, 0x4b, 0x03, 0x04, 0),
      '2026-10/chats.xlsx': Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0),
      '2026-10/attendance.xls': '<html><table><tr><td>x</td></tr></table></html>',
      // A workbook by name, text in truth.
      '2026-10/ratings.xls': RATINGS,
    });
    expect(brief(world.problems)).toEqual([
      'no-header | 2026-10/attendance.xls',
      'xls-workbook | 2026-10/chats.xlsx',
      'damaged-workbook | 2026-10/orders.csv',
    ]);
  });
});

it('a pattern that is none is a problem of kpi.yaml', async () => {
  const world = await readOctober({
    'kpi.yaml': 'shop: 小店\nexclude: {memos: ["(?=补单)"]}\nmetrics:\n  ad_patterns: ["("]\n',
    '2026-10/ratings.csv': RATINGS,
  });
  expect(brief(world.problems)).toEqual([
    'bad-pattern | kpi.yaml:2 | 10 | (?=补单)',
    'bad-pattern | kpi.yaml:4 | 16 | (',
  ]);
});
