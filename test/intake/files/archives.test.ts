import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { startKpi } from '../../setup/program.js';
import { writeShop } from '../../setup/shop.js';
import { bookOf, checksum, zip } from '../../workbook-file.js';
import { brief, readOctober, SMALL_SHOP } from '../world.js';

const ORDERS = '订单编号,买家,创建时间,付款时间,实付金额\n';
const CHATS = '时间,客服,买家,发送方,内容\n';
const order = (id: string) => `${id},b1,2026-10-02 10:00:00,2026-10-02 10:05:00,5\n`;
const message = (buyer: string) => `2026-10-01 09:00:00,A01,${buyer},买家,在吗\n`;

/** 订单导出/十月.csv as Windows in China writes it into an archive. */
const GBK_NAME = Buffer.from([
  0xb6, 0xa9, 0xb5, 0xa5, 0xb5, 0xbc, 0xb3, 0xf6, 0x2f, 0xca, 0xae, 0xd4, 0xc2, 0x2e, 0x63, 0x73,
  0x76,
]);

describe('an archive', () => {
  it('brings the files in it as if they lay in the folder, and is the input of them all', async () => {
    const archive = zip({
      'orders-1.csv': ORDERS + order('1001'),
      '资料/orders-2.xlsx': bookOf({ S: ORDERS + order('1002') }),
      '资料/聊天.txt': CHATS + message('b1'),
    });
    const world = await readOctober({ '2026-10/导出.zip': archive });
    expect(brief(world.problems)).toEqual([]);
    const orders = await world.query('SELECT order_id FROM orders ORDER BY order_id');
    expect(orders.map(({ order_id }) => order_id)).toEqual(['1001', '1002']);
    expect(await world.messages()).toMatchObject([{ buyer: 'b1' }]);
    const sha256 = createHash('sha256').update(archive).digest('hex');
    const input = { file: '2026-10/导出.zip', sha256, readAs: 'canonical' };
    expect(world.facts?.inputs).toEqual([
      { ...input, rows: 1, kind: 'chats' },
      { ...input, rows: 2, kind: 'orders' },
    ]);
  });

  it('names the file in it that has a wrong cell, with names in GBK told by nobody', async () => {
    const archive = zip(
      { 'x.csv': `${ORDERS}1001,b1,2026-10-02 10:00:00,,many\n` },
      { rawNames: { 'x.csv': GBK_NAME } },
    );
    const world = await readOctober({ '2026-10/1700000000_a.zip': archive });
    expect(brief(world.problems)).toEqual([
      'bad-amount | 2026-10/1700000000_a.zip/订单导出/十月.csv:2 | 实付金额 | …',
    ]);
  });

  it('takes a name in UTF-8 that is given beside an older one, unless it is about another name', async () => {
    const field = (sum: number) => {
      const name = Buffer.from('订单.csv');
      const head = Buffer.alloc(9);
      head.writeUInt16LE(0x7075, 0);
      head.writeUInt16LE(name.length + 5, 2);
      head[4] = 1;
      head.writeUInt32LE(sum, 5);
      return Buffer.concat([head, name]);
    };
    const old = Buffer.from('dingdan.csv');
    const rows = `${ORDERS}1001,b1,2026-10-02 10:00:00,,many\n`;
    const read = async (sum: number) => {
      const options = { rawNames: { x: old }, extras: { x: field(sum) } };
      return brief((await readOctober({ '2026-10/a.zip': zip({ x: rows }, options) })).problems);
    };
    expect(await read(checksum(old))).toEqual([
      'bad-amount | 2026-10/a.zip/订单.csv:2 | 实付金额 | …',
    ]);
    expect(await read((checksum(old) ^ 1) >>> 0)).toEqual([
      'bad-amount | 2026-10/a.zip/dingdan.csv:2 | 实付金额 | …',
    ]);
  });

  it('passes over what systems and programs leave in it, and tells of what is hidden or no table', async () => {
    const world = await readOctober({
      '2026-10/orders.zip': zip({
        '__MACOSX/._orders.csv': 'x',
        '.cache/orders.csv': 'x',
        'a/.orders.csv': 'x',
        'a/~$orders.xlsx': 'x',
        'a/': '',
        'a/Thumbs.db': 'x',
        'a/买家秀.jpg': Buffer.from([0xff, 0xd8, 0xff, 0xe0]),
        'a/面单.pdf': '%PDF-1.7',
        'a/orders.csv': ORDERS + order('1001'),
      }),
    });
    expect(brief(world.problems)).toEqual([
      'hidden-file | 2026-10/orders.zip/.cache/orders.csv',
      'hidden-file | 2026-10/orders.zip/a/.orders.csv',
      'archive-left-out | 2026-10/orders.zip',
    ]);
    const names = 'a/买家秀.jpg、a/面单.pdf';
    expect(world.problems[2]?.params).toMatchObject({ count: 2, names: { zh: names } });
    expect(await world.query('SELECT order_id FROM orders')).toEqual([{ order_id: '1001' }]);
  });

  it('says what its only file lacks, and of a note beside others only that it was not read', async () => {
    const wrong = '单号,创建时间,实付金额\n1,2026-10-02 10:00:00,5\n';
    const alone = await readOctober({ '2026-10/订单.zip': zip({ 'a.csv': wrong }) });
    expect(brief(alone.problems)).toEqual(['missing-column | 2026-10/订单.zip/a.csv:1 | 订单编号']);
    const beside = await readOctober({
      '2026-10/订单.zip': zip({ 'a.csv': ORDERS + order('1'), '说明.txt': '导出说明\n' }),
    });
    expect(brief(beside.problems)).toEqual(['unknown-file | 2026-10/订单.zip/说明.txt']);
  });

  it('knows a file again that lies beside it, and one that is in it twice', async () => {
    const rows = CHATS + message('b1');
    const world = await readOctober({
      '2026-10/chats-1.csv': rows,
      '2026-10/chats-2.zip': zip({ 'a.csv': rows, 'b.csv': rows }),
    });
    expect(brief(world.problems)).toEqual([
      'same-content | 2026-10/chats-2.zip/a.csv',
      'same-content | 2026-10/chats-2.zip/b.csv',
    ]);
  });

  it.each([
    ['damaged-archive | 2026-10/orders.zip', zip({ 'orders.csv': ORDERS }).subarray(0, 80)],
    [
      'damaged-archive | 2026-10/orders.zip/orders.csv',
      zip({ 'orders.csv': ORDERS }, { sums: { 'orders.csv': 1 } }),
    ],
    [
      'damaged-archive | 2026-10/orders.zip/orders.csv',
      zip({ 'orders.csv': ORDERS }, { sizes: { 'orders.csv': 7 } }),
    ],
    ['encrypted-archive | 2026-10/orders.zip', zip({ 'orders.csv': ORDERS }, { encrypted: true })],
    [
      'too-large-archive | 2026-10/orders.zip',
      zip({ 'a.csv': ORDERS }, { sizes: { 'a.csv': 2 ** 32 - 2 } }),
    ],
    ['unsafe-archive | 2026-10/orders.zip', zip({ '../orders.csv': ORDERS })],
    ['unsafe-archive | 2026-10/orders.zip', zip({ 'a\\..\\..\\orders.csv': ORDERS })],
    ['unsafe-archive | 2026-10/orders.zip', zip({ '/etc/orders.csv': ORDERS })],
    ['unsafe-archive | 2026-10/orders.zip', zip({ 'C:\\orders.csv': ORDERS })],
    ['empty-archive | 2026-10/orders.zip', zip({})],
    ['empty-archive | 2026-10/orders.zip', zip({ 'a.pdf': '%PDF-1.7' })],
    ['nested-archive | 2026-10/orders.zip/a/b.rar', zip({ 'a/b.rar': 'Rar!\u001a\u0007\u0000' })],
    ['nested-archive | 2026-10/orders.zip/a.csv', zip({ 'a.csv': zip({ 'orders.csv': ORDERS }) })],
  ])('is refused where it must be: %s', async (problem, archive) => {
    const world = await readOctober({ '2026-10/orders.zip': archive });
    expect(brief(world.problems)).toEqual([problem]);
    expect(world.facts).toBeUndefined();
  });

  it('is told from a workbook by what is in it, whatever it is called', async () => {
    const world = await readOctober({
      '2026-10/a.zip': bookOf({ S: ORDERS + order('1001') }),
      '2026-10/b.xlsx': zip({ 'b.csv': ORDERS + order('1002') }),
    });
    expect(brief(world.problems)).toEqual([]);
    const orders = await world.query('SELECT order_id FROM orders ORDER BY order_id');
    expect(orders.map(({ order_id }) => order_id)).toEqual(['1001', '1002']);
  });

  it('is looked into by inspect, and its rows are found by explain; nothing stays behind', async () => {
    const shop = writeShop({
      ...SMALL_SHOP,
      'kpi.yaml':
        'shop: 小店\nplans: {presales: {pay: [base_flat]}, aftersales: {pay: [base_flat]}}\n',
      '2026-10/聊天.zip': zip({ 'log/a.csv': `${CHATS}${message('b1')}${message('b2')}` }),
    });
    const temporary = writeShop({});
    const env = { ...process.env, TMPDIR: temporary };
    const seen = await startKpi(['inspect', `${shop}/2026-10/聊天.zip`, '--format', 'json'], {
      env,
    });
    expect(JSON.parse(seen.out).files).toMatchObject([
      { format: 'zip', kind: 'chats', read_as: 'canonical', rows: 2, encoding: 'utf-8' },
    ]);
    const args = ['explain', 'A01', 'consults', '--month', '2026-10', '--rows', '-C', shop];
    const explained = await startKpi(args, { env });
    expect(explained.err).not.toContain('error');
    expect(explained.out).toContain('2026-10/聊天.zip/log/a.csv 第 2 行');
    expect(explained.out).toContain('2026-10/聊天.zip/log/a.csv 第 3 行');
    expect(await readdir(temporary)).toEqual([]);
  });
});
