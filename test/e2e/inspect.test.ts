import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parquetOf } from '../parquet.js';
import { DEMO, kpi } from '../setup/program.js';
import { csv, type ShopFiles, writeShop } from '../setup/shop.js';
import { bookOf, zip } from '../workbook-file.js';

const SHOP: ShopFiles = {
  'kpi.yaml': 'shop: 小店\nplans: {presales: {pay: [base_flat]}}\n',
  'agents.csv': csv('工号,姓名,岗位,账号', 'A01,甲,售前,小甲'),
};

/** Files as an order system exports them, under names of its own. */
const OMS = csv(
  '单号,会员,下单时间,成交额,备注',
  '1,tb1,2026-10-01 09:00:00,5,x',
  '2,tb2,2026-10-03 09:00:00,6,',
);

interface JsonProblem {
  readonly code: string;
}

interface JsonFile {
  readonly file: string;
  readonly others: readonly string[];
  readonly kind: string;
  readonly rows: number;
}

/** What the program says of files of a shop, with the shop's folder as working folder. */
async function inspect(files: ShopFiles, ...args: readonly string[]) {
  const cwd = writeShop({ ...SHOP, ...files });
  return { ...(await kpi(['inspect', ...args], { cwd })), cwd };
}

describe('kpi inspect', () => {
  it('says what a file is, what each column is read as, and what would be refused', async () => {
    const orders = csv(
      '店铺导出,,,,,',
      '="订单编号",买家,创建时间,实付金额,会员等级',
      '1,tb1,2026-10-01 09:00:00,5,3',
      '2,tb2,2026-10-03 09:00:00,六,3',
    );
    const { code, out, err } = await inspect(
      { '2026-10/orders.csv': orders },
      '2026-10/orders.csv',
    );
    expect(err).toBe('');
    expect(out).toBe(`2026-10/orders.csv
  订单：kpi 自己的格式（orders，读法 canonical）
  认出它的列：="订单编号"、创建时间、实付金额
  文本，UTF-8，逗号分隔，表头在第 2 行，${Buffer.byteLength(orders)} 字节
  2 条记录，2026-10-01 到 2026-10-03

第几列  列           读作        含义
──────  ───────────  ──────────  ────────
     1  ="订单编号"  order_id    订单编号
     2  买家         buyer       买家
     3  创建时间     created_at  创建时间
     4  实付金额     amount      实付金额
     5  会员等级     （不读）

没有的列（可以没有）：付款时间 paid_at、发货时间 shipped_at、数量 quantity、状态 status、退款金额 refund_amount、退款状态 refund_status、备注 memo、旗帜 flag、客服 agent、商品 item、商品ID item_id、类目 category、店铺 shop

错误 bad-amount
  2026-10/orders.csv:4:实付金额  “六”  “实付金额”列的“六”不是金额
    → 写成数字，例如 1280.50（至多四位小数）

警告 no-payment-column
  2026-10/orders.csv:2  没有付款时间一列，状态也没有说明付了款：2 个订单（共 5 元）都按未付款，不计入销售额
    → 付过款的，连同付款时间重新导出，列名写“付款时间”；都没有付款的，不用管

1 个错误，1 个警告
`);
    expect(code).toBe(1);
  });

  it('reads Parquet and every encoding, several files at once', async () => {
    const text = '时间\t客服\t买家\t发送方\n2026-10-01 09:00:00\t小甲\tb\t买家\n';
    const { code, out } = await inspect(
      {
        '聊天.txt': Buffer.from(`\ufeff${text}`, 'utf16le'),
        'chats-2.parquet': await parquetOf(
          `SELECT TIMESTAMP '2026-10-02 09:00:00' AS 时间, '小甲' AS 客服, 'b' AS 买家, '买家' AS 发送方
            FROM range(3)`,
        ),
      },
      '聊天.txt',
      'chats-2.parquet',
      '--lang',
      'en',
    );
    const columns = `
No.  Column  Read as  Meaning
───  ──────  ───────  ───────
  1  时间    time     time
  2  客服    agent    agent
  3  买家    buyer    buyer
  4  发送方  sender   sender

columns it does not have (and need not): text, shop
`;
    const size = /Parquet, (\d+) bytes/.exec(out)?.[1];
    expect(out).toBe(`聊天.txt
  chats: the format of kpi (chats, reader canonical)
  told by its columns 时间, 客服, 买家, 发送方
  text, UTF-16LE, separated by tabs, header on line 1, ${2 + 2 * text.length} bytes
  1 row, 2026-10-01 to 2026-10-01
${columns}
chats-2.parquet
  chats: the format of kpi (chats, reader canonical)
  told by its columns 时间, 客服, 买家, 发送方
  Parquet, ${size} bytes
  3 rows, 2026-10-02 to 2026-10-02
${columns}`);
    expect(code).toBe(0);
  });

  it('gives the lines of kpi.yaml for columns of other names, and they work', async () => {
    const { code, out, cwd } = await inspect({ '2026-10/oms.csv': OMS }, '2026-10/oms.csv');
    expect(out).toBe(`2026-10/oms.csv
  不能读
  文本，UTF-8，逗号分隔，表头在第 1 行，${Buffer.byteLength(OMS)} 字节

第几列  列        读作      含义
──────  ────────  ────────  ────
     1  单号      （不读）
     2  会员      （不读）
     3  下单时间  （不读）
     4  成交额    （不读）
     5  备注      memo      备注

最接近 订单：kpi 自己的格式（orders，读法 canonical）：认出 备注 memo；缺 订单编号 order_id、创建时间 created_at、实付金额 amount

贴进 kpi.yaml，右边核对或改成这个文件的列名（还没用到的列：单号、会员、下单时间、成交额；files 里可以用 *）：

sources:
  orders:
    files: "oms.csv"
    columns:
      order_id: "?"  # 订单编号
      created_at: "下单时间"  # 创建时间
      amount: "?"  # 实付金额

警告 unknown-file
  2026-10/oms.csv  不认得这个文件，没有读
    → 如果应当读，让文件名以种类开头（例如 orders 或 订单），或在 kpi.yaml 的 sources 里写明；不是数据就移到别的文件夹

1 个警告
`);
    expect(code).toBe(1);

    const pasted = /^sources:\n(?: .*\n)+/m.exec(out)?.[0] ?? '';
    const filled = pasted.replace('order_id: "?"', 'order_id: "单号"').replace('"?"', '"成交额"');
    writeFileSync(join(cwd, 'kpi.yaml'), `${SHOP['kpi.yaml']}${filled}`);
    const after = await kpi(['inspect', '2026-10/oms.csv', '--format', 'json'], { cwd });
    expect(after.code, after.out).toBe(0);
    expect(JSON.parse(after.out).files[0]).toMatchObject({
      kind: 'orders',
      rows: 2,
      first: '2026-10-01',
      last: '2026-10-03',
      columns: [
        { header: '单号', read_as: 'order_id' },
        { header: '会员', read_as: null },
        { header: '下单时间', read_as: 'created_at' },
        { header: '成交额', read_as: 'amount' },
        { header: '备注', read_as: 'memo' },
      ],
      problems: [{ code: 'no-payment-column' }, { code: 'masked-buyers' }],
    });
  });

  it('asks the roster in a shop folder only, and the dates of a month in its folder only', async () => {
    const complaints = csv('日期,工号,类型', '2026-09-05,A01,投诉', '2026-09-06,A99,投诉');
    const cwd = writeShop({ 'complaints.csv': complaints });
    const alone = await kpi(['inspect', 'complaints.csv'], { cwd });
    expect([alone.code, alone.out.includes('2 条记录，2026-09-05 到 2026-09-06')]).toEqual([
      0,
      true,
    ]);
    const inShop = await inspect(
      { '2026-10/complaints.csv': complaints },
      '2026-10/complaints.csv',
    );
    expect([
      inShop.code,
      [...inShop.out.matchAll(/^错误 (.*)$/gm)].map(([, code]) => code),
    ]).toEqual([1, ['unknown-agent', 'wrong-month']]);
    // The same from elsewhere: the shop is that in whose folder the file lies, or that of -C.
    const path = join(inShop.cwd, '2026-10/complaints.csv');
    expect((await kpi(['inspect', path])).out.replaceAll(path, '2026-10/complaints.csv')).toBe(
      inShop.out,
    );
    expect((await kpi(['inspect', '-C', inShop.cwd, '2026-10/complaints.csv'])).out).toBe(
      inShop.out,
    );
  });

  it('says of what it cannot read what it is, and the way out', async () => {
    const { code, out } = await inspect(
      {
        'a.xlsx': 'PK\u0003\u0004',
        'orders.html': '<html><table></table></html>',
        'b.csv': Uint8Array.of(0x89, 0xff, 0xff),
      },
      'a.xlsx',
      'orders.html',
      'b.csv',
      '--lang',
      'en',
    );
    expect(out).toBe(`a.xlsx
  cannot be read
  xlsx workbook, 4 bytes

error damaged-workbook
  a.xlsx  the workbook cannot be read: incomplete or damaged
    → copy or export it again, or open it in Excel or WPS and save it once more

1 error

orders.html
  cannot be read
  HTML page, 28 bytes

error no-header
  orders.html  there is no header: no row has column names that are known
    → write the column names in the first row, for example: order_id, created_at, amount

1 error

b.csv
  cannot be read
  neither text nor a known format, 3 bytes

warning not-a-table
  b.csv  this was not read: neither text nor a known format
    → if it has data that are needed, put them here as xlsx or CSV; else move it elsewhere

1 warning
`);
    expect(code).toBe(1);
  });

  it('describes each sheet of a workbook and each file of an archive', async () => {
    const months = '工号,应出勤,出勤,迟到\nA01,22,21,';
    const orders = '订单编号,创建时间,实付金额\n';
    const files: ShopFiles = {
      '2026-10/十月.xlsx': bookOf({
        早班: `${months}1`,
        晚班: `${months}2`,
        评分: '工号,项目,评分\nA01,服务,5',
      }),
      '2026-10/导出.zip': zip({
        'orders-1.csv': `${orders}1,2026-10-01 09:00:00,5\n`,
        'orders-2.csv': `${orders}2,2026-10-02 09:00:00,6\n`,
        'chats.csv': '时间,客服,买家,发送方\n2026-10-01 09:00:00,小甲,b,买家\n',
      }),
    };
    const { code, out, cwd } = await inspect(files, '2026-10/十月.xlsx', '2026-10/导出.zip');
    expect(code, out).toBe(0);
    expect(out).toContain('2026-10/十月.xlsx#早班\n  考勤：kpi 自己的格式（attendance，');
    expect(out).toContain('  2 条记录\n  连同列相同的 2026-10/十月.xlsx#晚班 一起\n');
    const json = ['inspect', ...Object.keys(files), '--format', 'json'];
    const found = JSON.parse((await kpi(json, { cwd })).out).files as readonly JsonFile[];
    expect(found.map(({ file, others, kind, rows }) => [file, others.length, kind, rows])).toEqual([
      ['2026-10/十月.xlsx#早班', 1, 'attendance', 2],
      ['2026-10/十月.xlsx#评分', 0, 'ratings', 1],
      ['2026-10/导出.zip/orders-1.csv', 1, 'orders', 2],
      ['2026-10/导出.zip/chats.csv', 0, 'chats', 1],
    ]);
  });

  it('knows the shop and the month of a file that lies in a folder of the month', async () => {
    const orders = csv('订单编号,创建时间,实付金额,客服', '1,2026-09-01 09:00:00,5,小乙');
    const { cwd } = await inspect({ '2026-10/天猫/十月/a.csv': orders });
    const outside = writeShop({});
    const path = `${cwd}/2026-10/天猫/十月/a.csv`;
    const { out } = await kpi(['inspect', path, '--format', 'json'], { cwd: outside });
    const [file] = (JSON.parse(out) as { files: readonly { problems: readonly JsonProblem[] }[] })
      .files;
    expect(file?.problems.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['wrong-month', 'unknown-account']),
    );
  });

  it('finds every file of the demo shop sound, and counts its rows', async () => {
    const kinds = [
      'attendance',
      'calls',
      'chats',
      'complaints',
      'events',
      'metrics',
      'orders',
      'ratings',
    ];
    const files = ['agents.csv', ...kinds.map((kind) => `2026-10/${kind}.csv`)];
    const run = await kpi(['inspect', '-C', DEMO, ...files, '--format', 'json']);
    expect(run.code, run.out).toBe(0);
    const found = JSON.parse(run.out).files as readonly { kind: string; rows: number }[];
    expect(found.map(({ kind }) => kind)).toEqual(['agents', ...kinds]);
    // No file but the chats and the orders has cells of several lines.
    const lines = (file: string) =>
      readFileSync(join(DEMO, file), 'latin1').trimEnd().split('\n').length;
    for (const [at, file] of files.entries()) {
      if (file !== '2026-10/chats.csv')
        expect([file, found[at]?.rows]).toEqual([file, lines(file) - 1]);
    }
  });

  it('is wrong use without a file, or with one that is not there', async () => {
    const { code, out, err } = await inspect({}, 'nothing.csv');
    expect([code, out, err]).toEqual([
      2,
      '',
      'kpi: 没有文件 nothing.csv\n用法见 kpi inspect --help\n',
    ]);
    expect((await inspect({}, '2026-10')).code).toBe(2);
    expect((await inspect({})).code).toBe(2);
  });
});
