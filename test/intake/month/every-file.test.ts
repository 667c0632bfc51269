import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { kpi, runProgram } from '../../setup/program.js';
import { wholeOr } from '../../setup/runs.js';
import { csv, type ShopFiles } from '../../setup/shop.js';
import { bookFiles, bookOf, textRows, zip } from '../../workbook-file.js';
import {
  counted,
  TAOBAO_HEADER as HEADER,
  october,
  TAOBAO,
  TAOBAO_ROWS,
} from '../taobao-october.js';
import { brief, readOctober } from '../world.js';

const [FIRST, SECOND, THIRD] = TAOBAO_ROWS;

/** The bytes of a text of Latin-1, padded to a length. */
function bytes(text: string, length = 0): Buffer {
  return Buffer.concat([Buffer.from(text, 'latin1'), Buffer.alloc(length)]);
}

const OLE = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1';
const wide = (text: string) => Buffer.from(text, 'utf16le').toString('latin1');

/** Files that nobody can read here, whatever they are called, and what is said of each. */
const UNREADABLE: Readonly<Record<string, readonly [problem: string, content: string | Buffer]>> = {
  'et of WPS': ['error xls-workbook', bytes(OLE, 504)],
  xlsb: [
    'error unsupported-format',
    zip({ '[Content_Types].xml': '', 'xl/workbook.bin': '', 'xl/worksheets/sheet1.bin': '' }),
  ],
  ods: [
    'error unsupported-format',
    zip({
      mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
      'content.xml': '',
      'META-INF/manifest.xml': '',
    }),
  ],
  numbers: ['error unsupported-format', zip({ 'Index/Document.iwa': '', 'preview.jpg': '' })],
  rar: ['error unsupported-format', bytes('Rar!\x1a\x07\x01\x00')],
  '7z': ['error unsupported-format', bytes('7z\xbc\xaf\x27\x1c')],
  tar: ['error unsupported-format', Buffer.concat([Buffer.alloc(257), bytes('ustar', 250)])],
  xz: ['error unsupported-format', bytes('\xfd7zXZ\x00')],
  sqlite: ['error unsupported-format', bytes('SQLite format 3\x00')],
  json: ['warning not-a-table', '[{"订单编号": "1", "实付金额": 5}]'],
  pdf: ['warning not-a-table', '%PDF-1.7'],
  png: ['warning not-a-table', bytes('\x89PNG\r\n\x1a\n')],
  jpg: ['warning not-a-table', bytes('\xff\xd8\xff\xe0')],
  heic: ['warning not-a-table', bytes('\x00\x00\x00\x18ftypheic')],
  docx: ['warning not-a-table', zip({ '[Content_Types].xml': '', 'word/document.xml': '' })],
  doc: ['warning not-a-table', bytes(`${OLE}${wide('WordDocument')}`, 400)],
  dat: ['warning not-a-table', bytes('\x01\x02\x03\x00\x00\x07\xff\xff')],
  log: ['warning unknown-file', '2026-10-01 启动\n2026-10-02 停止\n'],
  xml: ['warning not-a-table', '<?xml version="1.0"?><订单><编号>1</编号></订单>'],
  nothing: ['warning blank-file', ''],
};

/** Level, code and file of the problems that files of October have, but for notes. */
async function found(files: ShopFiles): Promise<readonly string[]> {
  const inMonth = Object.entries(files).map(([name, content]) => [`2026-10/${name}`, content]);
  const { problems } = await readOctober(Object.fromEntries(inMonth));
  return problems
    .filter(({ level }) => level !== 'info')
    .map(({ level, code, file }) => `${level} ${code} ${file}`);
}

describe('a file in the folder of a month', () => {
  it.each([
    'error',
    'warning',
  ])('that cannot be read forbids the result when that is an %s', async (level) => {
    const [content] = Object.values(UNREADABLE).flatMap(([problem, each]) =>
      problem.startsWith(level) ? [each] : [],
    );
    const run = await counted({ 'ExportOrderList1.csv': TAOBAO, 下载: content ?? '' });
    expect(run.shopSales).toBe(level === 'error' ? undefined : 300.6);
  });

  it('is told by what is in it: macro workbooks, files without extension, packed and deeper ones', async () => {
    const run = await counted({
      'ExportOrderList1.csv': csv(HEADER, FIRST),
      '订单2.xlsm': bookOf({ Sheet1: csv(HEADER, SECOND) }),
      ExportOrderList3: csv(HEADER, THIRD),
    });
    // 100.10 + 200.20 + 0.30.
    expect(run).toEqual({
      code: 0,
      shopSales: 300.6,
      sales: 100.1,
      rows: {
        '2026-10/ExportOrderList1.csv': 1,
        '2026-10/ExportOrderList3': 1,
        '2026-10/订单2.xlsm': 1,
      },
      problems: [],
    });
    const deeper = await counted({
      '天猫/十月/一.dat': csv(HEADER, FIRST),
      '天猫/二.csv.gz': gzipSync(csv(HEADER, SECOND)),
      '三.gz': gzipSync(bookOf({ S: csv(HEADER, THIRD) })),
    });
    expect(deeper).toMatchObject({ code: 0, shopSales: 300.6, problems: [] });
    expect(Object.keys(deeper.rows)).toEqual([
      '2026-10/三.gz',
      '2026-10/天猫/二.csv.gz',
      '2026-10/天猫/十月/一.dat',
    ]);
  });

  it.each(wholeOr(8, Object.entries(UNREADABLE)))('that cannot be read is named: %s', async (name, [
    problem,
    content,
  ]) => {
    expect(await found({ 'ExportOrderList1.csv': TAOBAO, [`下载 ${name}`]: content })).toEqual([
      `${problem} 2026-10/下载 ${name}`,
    ]);
    // The same in a folder, and called what it is not.
    expect(await found({ 'ExportOrderList1.csv': TAOBAO, [`旧/${name}.csv`]: content })).toEqual([
      `${problem} 2026-10/旧/${name}.csv`,
    ]);
  });

  it('whose name says what it is may not be left out, whatever it holds', async () => {
    for (const [name, [, content]] of wholeOr(6, Object.entries(UNREADABLE))) {
      const problems = await found({
        'chats.csv': '时间,客服,买家,发送方\n',
        [`订单 ${name}`]: content,
      });
      const ofFile = problems.filter((each) => !each.includes('chats.csv'));
      expect(ofFile, name).toHaveLength(1);
      expect(ofFile[0], name).toMatch(/^error [a-z-]+ 2026-10\/订单 /);
    }
  });

  it('says how its data get in: each format its own way', async () => {
    const cwd = october({
      'a.rar': UNREADABLE.rar?.[1] ?? '',
      'b.ods': UNREADABLE.ods?.[1] ?? '',
      'c.jpg': UNREADABLE.jpg?.[1] ?? '',
    });
    const { out } = await kpi(['check', '--month', '2026-10', '--no-color'], {
      cwd,
      terminal: 400,
    });
    expect(out).toContain(
      '2026-10/a.rar  读不了：RAR 压缩包\n    → 解压，把里面的文件放进来，移走压缩包',
    );
    expect(out).toContain(
      '2026-10/b.ods  读不了：OpenDocument 文件（ods 等）\n    → 用 Excel 或 WPS',
    );
    expect(out).toContain(
      '2026-10/c.jpg  没有读：图片\n    → 里面有要用的数据，就整理成 xlsx 或 CSV',
    );
  });

  it('that is still coming, or belongs into the shop folder, is not read and named', async () => {
    const run = await counted({
      'ExportOrderList1.csv': TAOBAO,
      'ExportOrderList2.csv.crdownload': csv(HEADER, FIRST.replace('101', '201')),
      'orders.csv.part': csv(HEADER, FIRST.replace('101', '301')),
      'agents.csv': csv('工号,姓名,岗位', 'A09,新人,售前'),
      'kpi.yaml': 'shop: 别的店\n',
      'rules/own.yml': 'id: own\n',
    });
    expect(run.problems).toEqual([
      'error unfinished-download 2026-10/ExportOrderList2.csv.crdownload',
      'error unfinished-download 2026-10/orders.csv.part',
      'warning misplaced-file 2026-10/agents.csv',
      'warning misplaced-file 2026-10/kpi.yaml',
      'warning misplaced-file 2026-10/rules/own.yml',
    ]);
  });

  it('that systems and programs leave there is passed over', async () => {
    const rubbish = ['~$订单.xlsx', '.DS_Store', 'Thumbs.db', 'desktop.ini', '.~lock.a.xlsx#'];
    const deeper = ['__MACOSX/._a.csv', '.git/a.csv', '旧/Thumbs.db', '旧/~$a.xlsx'];
    const files = Object.fromEntries([...rubbish, ...deeper].map((name) => [name, 'x']));
    const run = await counted({ 'ExportOrderList1.csv': TAOBAO, ...files });
    expect(run).toMatchObject({ code: 0, shopSales: 300.6, problems: [] });
  });

  it('is never a table that the program has written, whatever its format', async () => {
    const cwd = october({ 'ExportOrderList1.csv': TAOBAO });
    const month = ['--month', '2026-10'];
    for (const file of ['工资.csv', '工资.xlsx', '工资.json', '工资.md']) {
      const written = join(cwd, file);
      expect((await kpi(['calc', ...month, '-o', written], { cwd })).code).toBe(0);
      writeFileSync(join(cwd, '2026-10', file), readFileSync(written));
    }
    const again = await kpi(['calc', ...month, '--format', 'json'], { cwd });
    expect(again.code).toBe(0);
    const { inputs, problems } = JSON.parse(again.out) as {
      inputs: readonly { file: string }[];
      problems: readonly { code: string; file: string }[];
    };
    expect(inputs.map(({ file }) => file)).toEqual(['2026-10/ExportOrderList1.csv']);
    const unread = problems.filter(({ code }) => ['unknown-file', 'not-a-table'].includes(code));
    expect(unread.map(({ file }) => file.replace(/#.*/, '')).sort()).toEqual([
      '2026-10/工资.csv',
      '2026-10/工资.json',
      '2026-10/工资.md',
      '2026-10/工资.xlsx',
    ]);
  });

  it('that is a pipe is named, and nobody waits for it', async (context) => {
    const cwd = october({ 'ExportOrderList1.csv': TAOBAO });
    const pipe = await runProgram('mkfifo', [join(cwd, '2026-10/orders.csv')]);
    if (pipe.code !== 0) context.skip();
    symlinkSync('/dev/zero', join(cwd, '2026-10/chats.csv'));
    const { out } = await kpi(['check', '--month', '2026-10', '--no-color'], {
      cwd,
      terminal: 200,
    });
    expect(out).toContain('2026-10/orders.csv  读不了：这是管道或设备，不是文件');
    expect(out).toContain('2026-10/chats.csv  读不了：这是管道或设备，不是文件');
  });

  it('in a folder may be named by kpi.yaml, by its name or by its path', async () => {
    const oms = csv('单号,下单,实付', '7,2026-10-01 09:00:00,12.5');
    const columns = 'columns: {order_id: 单号, created_at: 下单, amount: 实付}';
    for (const files of ['oms-*.csv', '网店/*.csv', '网店/oms-1.csv']) {
      const world = await readOctober({
        'kpi.yaml': `shop: 小店\nsources:\n  orders: {files: "${files}", ${columns}}\n`,
        '2026-10/网店/oms-1.csv': oms,
      });
      expect(world.problems.filter(({ level }) => level === 'error')).toEqual([]);
      expect(await world.query('SELECT order_id FROM orders')).toEqual([{ order_id: '7' }]);
    }
  });

  it('twice in it, once in a folder, is not counted twice', async () => {
    const chats = csv('时间,客服,买家,发送方', '2026-10-01 09:00:00,A01,b1,买家');
    const world = await readOctober({ '2026-10/a.csv': chats, '2026-10/备份/a.csv': chats });
    expect(brief(world.problems)).toEqual(['same-content | 2026-10/备份/a.csv']);
  });

  it('packed by itself is refused when it is damaged, too large or packs an archive', async () => {
    const packed = gzipSync(TAOBAO);
    const large = gzipSync(Buffer.alloc(300 * 1024 ** 2));
    expect((await counted({ 'a.csv.gz': packed.subarray(0, 90) })).problems).toEqual([
      'error damaged-archive 2026-10/a.csv.gz',
    ]);
    expect((await counted({ 'a.csv.gz': large })).problems).toEqual([
      'error too-large-archive 2026-10/a.csv.gz',
    ]);
    const tar = Buffer.concat([Buffer.alloc(257), bytes('ustar', 250)]);
    expect((await counted({ 'a.tgz': gzipSync(tar) })).problems).toEqual([
      'error nested-archive 2026-10/a.tgz',
    ]);
    const cwd = october({ 'a.csv.gz': packed });
    mkdirSync(join(cwd, 'tmp'));
    const environment = { TMPDIR: join(cwd, 'tmp') };
    await kpi(['metrics', '--month', '2026-10'], { cwd, environment });
    expect(readdirSync(join(cwd, 'tmp'))).toEqual([]);
  });
});

/** A workbook of sheets, some hidden; a pivot stands on those of that name. */
function workbook(
  sheets: Readonly<Record<string, string>>,
  hidden: readonly string[] = [],
): Buffer {
  const rows = Object.entries(sheets).map(([name, text]) => {
    const cells = text.split('\n').filter(Boolean);
    return [name, textRows(cells.map((line) => line.split(',')))] as const;
  });
  const files = bookFiles({
    sheets: Object.fromEntries(rows),
    hidden: Object.fromEntries(hidden.map((name) => [name, 'hidden'] as const)),
  });
  const pivot = Object.keys(sheets).indexOf('透视') + 1;
  const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/pivotTable';
  const relations = `<Relationships><Relationship Id="rId1" Type="${type}" Target="../pivotTables/pivotTable1.xml"/></Relationships>`;
  const beside = pivot === 0 ? {} : { [`xl/worksheets/_rels/sheet${pivot}.xml.rels`]: relations };
  return zip({ ...files, ...beside });
}

describe('a sheet beside those that are read', () => {
  const RATINGS = '工号,项目,评分\nA01,服务,5\n';
  const LIST = '几号,谁,什么事\n3 号,A01,差评\n';
  const problemsOf = async (files: ShopFiles) =>
    (await readOctober(files)).problems.map(({ level, code, file, params }) =>
      [level, code, file, JSON.stringify(params)].join(' '),
    );

  it('is a warning when it looks like a table of data, also when it is of another kind', async () => {
    const sheets = { 评分: RATINGS, 补登: LIST };
    expect(await problemsOf({ '2026-10/评分.xlsx': workbook(sheets) })).toEqual([
      'warning sheet-not-read 2026-10/评分.xlsx {"sheet":"补登"}',
    ]);
    const orders = '订单编号,创建时间,实付金额\n1,2026-10-01 09:00:00,5\n';
    expect(
      await problemsOf({ '2026-10/评分.xlsx': workbook({ 评分: RATINGS, 订单: orders }) }),
    ).toEqual(['warning sheet-not-read 2026-10/评分.xlsx {"sheet":"订单"}']);
  });

  it('is named in a note when it has notes or a pivot, or is hidden; nothing when it is empty', async () => {
    const sheets = { 评分: RATINGS, 说明: '由店长打分\n', 透视: LIST, 选项: LIST, Sheet3: '' };
    const names = { zh: '说明、透视、选项（隐藏）', en: '说明, 透视, 选项 (hidden)' };
    expect(await problemsOf({ '2026-10/评分.xlsx': workbook(sheets, ['选项']) })).toEqual([
      `info other-sheets 2026-10/评分.xlsx ${JSON.stringify({ sheets: names })}`,
    ]);
  });

  it('does no harm when it is hidden and damaged', async () => {
    const files = bookFiles({
      sheets: {
        评分: textRows([
          ['工号', '项目', '评分'],
          ['A01', '服务', '5'],
        ]),
        旧: '',
      },
      hidden: { 旧: 'hidden' },
    });
    const damaged = zip({ ...files, 'xl/worksheets/sheet2.xml': '<worksheet><sheetData><row' });
    const world = await readOctober({ '2026-10/评分.xlsx': damaged });
    expect(brief(world.problems)).toEqual([]);
    expect(world.facts?.ratings).toHaveLength(1);
  });

  it.each([
    ['a blank one', { Sheet1: '' }],
    ['notes', { 说明: '由店长导出\n' }],
    ['no other', {}],
  ])('is told once when it is hidden and has the only data, beside %s', async (_, others) => {
    const orders = '订单编号,创建时间,付款时间,实付金额\n1,2026-10-01 09:00:00,,5\n';
    const book = workbook({ ...others, 数据: orders }, ['数据']);
    const { problems } = await readOctober({ '2026-10/订单.xlsx': book });
    expect(brief(problems)).toEqual(['only-hidden-sheets | 2026-10/订单.xlsx']);
  });

  it('is told beside a table in sight that is not recognised', async () => {
    const book = workbook({ 补登: LIST, 旧: RATINGS }, ['旧']);
    const { problems } = await readOctober({ '2026-10/评分.xlsx': book });
    expect(brief(problems)).toEqual([
      'hidden-sheet | 2026-10/评分.xlsx',
      'no-header | 2026-10/评分.xlsx',
    ]);
  });

  it('is a warning when it is hidden and would be read', async () => {
    const sheets = { 评分: RATINGS, 旧: RATINGS };
    expect(await problemsOf({ '2026-10/评分.xlsx': workbook(sheets, ['旧']) })).toEqual([
      'warning hidden-sheet 2026-10/评分.xlsx {"sheet":"旧"}',
    ]);
  });
});
