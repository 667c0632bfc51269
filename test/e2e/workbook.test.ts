import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { openWorkbook } from '../../src/intake/files/workbook/open-workbook.js';
import { DEMO, kpi, runProgram } from '../setup/program.js';
import { IS_WHOLE } from '../setup/runs.js';
import { csv, type ShopFiles, writeShop } from '../setup/shop.js';

const CALC = ['calc', '--month', '2026-10'];

/** Rows of a sheet, by the sheet's name. */
async function sheetsOf(file: string): Promise<Map<string, readonly (readonly string[])[]>> {
  const workbook = await openWorkbook(file);
  if (typeof workbook === 'string') throw new Error(workbook);
  const sheets = new Map<string, readonly (readonly string[])[]>();
  for (const { name, rows } of workbook.sheets) {
    const all: (readonly string[])[] = [];
    for await (const { cells } of rows()) all.push(cells);
    sheets.set(name, all);
  }
  return sheets;
}

/** The cells of a row by the header above them. */
function byHeader(
  rows: readonly (readonly string[])[],
): readonly Readonly<Record<string, string>>[] {
  // The first row says what the sheet is.
  const [, header = [], ...body] = rows;
  return body.map((row) => Object.fromEntries(header.map((name, at) => [name, row[at] ?? ''])));
}

interface Document {
  readonly agents: readonly {
    readonly id: string;
    readonly name: string;
    readonly plan: string;
    readonly scores: readonly { readonly points: number; readonly rank: number }[];
    readonly lines: readonly {
      readonly id: string;
      readonly kind: string;
      readonly amount: number | null;
    }[];
    readonly gross: number;
    readonly deductions: number;
    readonly payable: number;
  }[];
  readonly totals: { readonly payable: number };
  readonly inputs: readonly {
    readonly file: string;
    readonly sha256: string;
    readonly rows: number;
  }[];
  readonly problems: readonly { readonly code: string; readonly text: string }[];
}

async function documentOf(shop: string): Promise<Document> {
  const run = await kpi([...CALC, '-C', shop, '--format', 'json']);
  return JSON.parse(run.out) as Document;
}

/** A shop whose ids a spreadsheet would spoil, and whose names it would compute. */
const SHOP: ShopFiles = {
  'kpi.yaml': csv(
    'shop: 小店',
    'plans: {presales: {scores: [], pay: [base_flat, commission_team_pool]}}',
    'metrics: {memo: only}',
  ),
  'agents.csv': csv(
    '工号,姓名,岗位,账号',
    '007,=1+1,售前,小甲',
    '410012345678901234,@乙,售前,小乙',
  ),
  '2026-10/orders.csv': csv(
    '订单编号,买家,创建时间,付款时间,实付金额,备注',
    '1001,b1,2026-10-02 10:00:00,2026-10-02 10:01:00,80.00,小甲',
  ),
};

describe('kpi calc -o salary.xlsx', () => {
  it('has every figure of the JSON document, a sheet per plan', async () => {
    const file = join(writeShop({ 'x.txt': '' }), 'salary.xlsx');
    const run = await kpi([...CALC, '-C', DEMO, '-o', file, '--ids']);
    expect(run).toMatchObject({ code: 0, out: '' });
    const sheets = await sheetsOf(file);
    const document = await documentOf(DEMO);
    const plans = [...new Set(document.agents.map(({ plan }) => plan))];
    expect([...sheets.keys()]).toEqual(['汇总', ...plans]);
    const summary = byHeader(sheets.get('汇总') ?? []);
    expect(summary.map(({ id, payable }) => [id, payable])).toEqual([
      ...document.agents.map(({ id, payable }) => [id, String(payable)]),
      ['合计', String(document.totals.payable)],
    ]);
    for (const plan of plans) {
      const rows = byHeader(sheets.get(plan) ?? []);
      const agents = document.agents.filter((agent) => agent.plan === plan);
      expect(rows.slice(0, -1).map(({ id }) => id)).toEqual(agents.map(({ id }) => id));
      for (const [at, agent] of agents.entries()) {
        const row = rows[at] ?? {};
        expect(row.name).toBe(agent.name);
        expect(row.score).toBe(String(agent.scores[0]?.points ?? ''));
        expect(row.rank).toBe(String(agent.scores[0]?.rank ?? ''));
        for (const sum of ['gross', 'deductions', 'payable'] as const) {
          expect(row[sum]).toBe(String(agent[sum]));
        }
        const lines = agent.lines.filter(({ kind }) => kind !== 'notice');
        expect(lines.length).toBeGreaterThan(0);
        for (const { id, amount } of lines) expect(row[id], id).toBe(String(amount ?? ''));
      }
      // Sums in fen, which doubles hold exactly.
      const fen = agents.reduce((sum, { payable }) => sum + Math.round(payable * 100), 0);
      expect(rows.at(-1)?.payable).toBe(String(fen / 100));
    }
  });

  it('names what is wrong and how it was counted when that is asked for, in words', async () => {
    const file = join(writeShop({ 'x.txt': '' }), 'salary.xlsx');
    await kpi([...CALC, '-C', DEMO, '-o', file, '--with', 'problems,settings']);
    const sheets = await sheetsOf(file);
    const { problems, inputs } = await documentOf(DEMO);
    const shown = byHeader(sheets.get('问题') ?? []);
    expect(shown.map(({ 问题 }) => 问题)).toEqual(problems.map(({ text }) => text));
    expect(Object.keys(shown[0] ?? {})).not.toContain('代码');
    const settings = sheets.get('设置') ?? [];
    expect(settings).toContainEqual(['月份', '2026-10']);
    expect(settings).toContainEqual(['订单归属', '下单优先判定']);
    expect(settings).toContainEqual(['多久没有回复算新的会话', '60 秒']);
    expect(settings).toContainEqual(['响应间隔最长算到', '10 分钟']);
    expect(settings).toContainEqual(['能算订单的岗位', '售前、VIP']);
    for (const { file: name, sha256, rows } of inputs) {
      expect(settings.find(([cell]) => cell === name)?.slice(1, 3)).toEqual([sha256, String(rows)]);
    }
  });

  it('is in the language that was asked for', async () => {
    const file = join(writeShop({ 'x.txt': '' }), 'salary.xlsx');
    await kpi([...CALC, '-C', DEMO, '-o', file, '--lang', 'en', '--plan', 'vip']);
    const sheets = await sheetsOf(file);
    expect([...sheets.keys()]).toEqual(['Summary', 'VIP']);
    expect([...sheets.values()][0]?.[1]).toContain('Gross');
  });

  it('has one row per agent and line with --long', async () => {
    const file = join(writeShop({ 'x.txt': '' }), 'salary.xlsx');
    await kpi([...CALC, '-C', writeShop(SHOP), '-o', file, '--long', '--ids']);
    const sheets = await sheetsOf(file);
    expect([...sheets.keys()]).toEqual(['汇总', 'presales', '问题', '设置']);
    const rows = sheets.get('presales') ?? [];
    expect(byHeader(rows).map(({ agent, line, amount }) => [agent, line, amount])).toEqual([
      ['007', 'base', '800'],
      ['007', 'commission', '1'],
      ['410012345678901234', 'base', '800'],
      ['410012345678901234', 'commission', '0'],
    ]);
  });

  it('keeps long ids, leading zeros and names that look like formulas', async () => {
    const shop = writeShop(SHOP);
    const file = join(shop, 'salary.xlsx');
    await kpi([...CALC, '-C', shop, '-o', file]);
    const [rows = []] = [...(await sheetsOf(file)).values()];
    expect(rows.slice(2).map((row) => row.slice(0, 2))).toEqual([
      ['007', '=1+1'],
      ['410012345678901234', '@乙'],
      ['合计', ''],
    ]);
  });

  it('needs a file, and says so', async () => {
    const run = await kpi([...CALC, '-C', DEMO, '--format', 'xlsx']);
    expect(run).toMatchObject({ code: 2, out: '' });
    expect(run.err).toContain('-o');
    // What has no table that anybody prints is no workbook.
    expect((await kpi(['check', '-C', DEMO, '-o', 'm.xlsx'])).code).toBe(2);
  });

  it('refuses parts that it does not know, and parts of what is no workbook', async () => {
    const file = join(writeShop({ 'x.txt': '' }), 'salary.xlsx');
    const unknown = await kpi([...CALC, '-C', DEMO, '-o', file, '--with', 'problem']);
    expect(unknown).toMatchObject({ code: 2, out: '' });
    expect(unknown.err).toContain('problems');
    expect((await kpi([...CALC, '-C', DEMO, '--with', 'problems'])).code).toBe(2);
  });

  it('has with --agent only what is that agent’s', async () => {
    const file = join(writeShop({ 'x.txt': '' }), 'salary.xlsx');
    await kpi([...CALC, '-C', DEMO, '-o', file, '--agent', 'A03', '--with', 'problems']);
    const sheets = await sheetsOf(file);
    expect([...sheets.keys()]).toEqual(['汇总', '经典售前方案', '问题']);
    const cells = [...sheets.values()].flat(2);
    expect(cells).toContain('周思远');
    const { agents } = await documentOf(DEMO);
    for (const { id, name } of agents) {
      if (id !== 'A03') expect(cells).not.toContain(name);
    }
    // Memos that name A03 and somebody else are hers, too; those of others alone are not.
    const texts = (sheets.get('问题') ?? []).map((row) => row.join(' '));
    expect(texts.some((row) => row.includes('A01、A03'))).toBe(true);
    expect(texts.some((row) => row.includes('A01、A04'))).toBe(false);
  });

  it('is not written when there are errors', async () => {
    const shop = writeShop({ ...SHOP, '2026-10/events.csv': csv('日期,工号,事项', 'x,y,z') });
    const file = join(shop, 'salary.xlsx');
    expect((await kpi([...CALC, '-C', shop, '-o', file])).code).toBe(1);
    expect(existsSync(file)).toBe(false);
  });
});

const OFFICE = ['/usr/bin/soffice', '/usr/local/bin/soffice'].find((path) => existsSync(path));

/** Lets LibreOffice open files of one folder and write them anew; gives the folder of what it wrote. */
async function converted(
  files: string | readonly [string, ...string[]],
  to: string,
  ...more: readonly string[]
): Promise<string> {
  const [file, ...others] = typeof files === 'string' ? [files] : files;
  const folder = join(file, '..', `out-${to.slice(0, 4)}`);
  mkdirSync(folder, { recursive: true });
  const profile = `-env:UserInstallation=file://${join(file, '..', 'profile')}`;
  const run = await runProgram(OFFICE ?? '', [
    profile,
    '--headless',
    ...more,
    '--convert-to',
    to,
    '--outdir',
    folder,
    file,
    ...others,
  ]);
  if (run.code !== 0) throw new Error(run.err);
  return folder;
}

// Cells as they are shown, UTF-8, every sheet into a file of its own.
const EVERY_SHEET = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true,false,false,-1';

describe('other results as workbooks', () => {
  it.each([
    ['metrics', ['--month', '2026-10'], '指标'],
    ['notices', ['--month', '2026-10'], '通知'],
    ['explain', ['A01', '--month', '2026-10'], '说明'],
  ])('kpi %s', async (command, args, title) => {
    const file = join(writeShop({ 'x.txt': '' }), 'result.xlsx');
    const run = await kpi([command, ...args, '-C', DEMO, '-o', file]);
    expect(run).toMatchObject({ code: 0, out: '' });
    const sheets = await sheetsOf(file);
    expect([...sheets.keys()]).toEqual([title]);
    expect(sheets.get(title)?.[0]?.[0]).toBe(`云朵家居旗舰店 2026-10 ${title}`);
    expect(sheets.get(title)?.length).toBeGreaterThan(3);
  });

  it('kpi metrics has numbers, shares as percentages', async () => {
    const file = join(writeShop({ 'x.txt': '' }), 'metrics.xlsx');
    await kpi(['metrics', '--month', '2026-10', '-C', DEMO, '-o', file, '--ids']);
    const rows = byHeader((await sheetsOf(file)).get('指标') ?? []);
    const own = rows.find(({ id }) => id === 'A01');
    expect(own?.reply_rate).toMatch(/^95\.3\d*%$/);
    expect(own?.sales).toBe('82229.62');
  });

  it('kpi history and kpi review', async () => {
    const shop = writeShop(SHOP);
    await kpi(['close', '--month', '2026-10', '-C', shop]);
    for (const [command, title, ...args] of [
      ['history', '历月'],
      ['review', '评定', '--period', '2026'],
    ] as const) {
      const file = join(shop, `${command}.xlsx`);
      const run = await kpi([command, ...args, '-C', shop, '-o', file]);
      expect(run).toMatchObject({ code: 0, out: '' });
      const rows = (await sheetsOf(file)).get(title) ?? [];
      expect(rows[0]?.[0]).toContain('小店 2026');
      expect(rows[2]?.slice(0, 2)).toEqual(['007', '=1+1']);
    }
  });
});

const PDF_TEXT = ['/usr/bin/pdftotext', '/usr/local/bin/pdftotext'].find((path) =>
  existsSync(path),
);

/** The text of each page of a PDF, as it stands on paper. */
async function pagesOf(file: string): Promise<readonly string[]> {
  const run = await runProgram(PDF_TEXT ?? '', ['-layout', file, '-']);
  if (run.code !== 0) throw new Error(run.err);
  return run.out.split('\f').slice(0, -1);
}

describe.runIf(IS_WHOLE && OFFICE !== undefined && PDF_TEXT !== undefined)(
  'the printed workbook',
  () => {
    it('has a page for each sheet, with names, pay and a place to sign on it', async () => {
      const file = join(writeShop({ 'x.txt': '' }), 'salary.xlsx');
      await kpi([...CALC, '-C', DEMO, '-o', file, '--lang', 'en']);
      const pages = await pagesOf(join(await converted(file, 'pdf'), 'salary.pdf'));
      // All, classic on two pages for its many columns, aftersales and vip.
      expect(pages).toHaveLength(5);
      for (const [at, page] of pages.entries()) {
        expect(page).toMatch(at === 2 ? /Id +Name +Data errors/ : /Id +Name +Role +Plan /);
        if (at !== 1) expect(page).toMatch(/Before.* Net +Signature/);
        expect(page).toContain('2026-10');
      }
      expect(pages[0]).toMatch(/A13 .* 2253\.00/);
      expect(pages[0]).toMatch(/Total +42760\.23 +365\.90 +42394\.33 .* 37123\.00/);
      expect(pages[2]).toMatch(/A05 .* 1654\.55/);
    }, 300_000);

    it('of slips to cut has upright pages, and divides no slip between two', async () => {
      const file = join(writeShop({ 'x.txt': '' }), 'slips.xlsx');
      await kpi(['payslips', '--month', '2026-10', '-C', DEMO, '-o', file]);
      const pages = await pagesOf(join(await converted(file, 'pdf'), 'slips.pdf'));
      // Each slip begins with its month and ends with a place to sign.
      const count = (page: string, word: string) => page.split(word).length - 1;
      expect(pages.length).toBeGreaterThan(2);
      for (const page of pages) expect(count(page, '签名')).toBe(count(page, '月份'));
      expect(pages.reduce((all, page) => all + count(page, '签名'), 0)).toBe(13);
    }, 300_000);

    it('repeats the header and the names where a table takes several pages', async () => {
      const agents = Array.from({ length: 60 }, (_, at) => `A${100 + at},甲${at},售前,小${at}`);
      const shop = writeShop({ ...SHOP, 'agents.csv': csv('工号,姓名,岗位,账号', ...agents) });
      const file = join(shop, 'salary.xlsx');
      await kpi([...CALC, '-C', shop, '-o', file, '--lang', 'en']);
      const salary = await pagesOf(join(await converted(file, 'pdf'), 'salary.pdf'));
      expect(salary.length).toBeGreaterThan(4);
      for (const page of salary) expect(page).toMatch(/Id +Name +Role +Plan/);
      const wide = join(shop, 'metrics.xlsx');
      await kpi(['metrics', '--month', '2026-10', '-C', DEMO, '-o', wide, '--lang', 'en']);
      const metrics = await pagesOf(join(await converted(wide, 'pdf'), 'metrics.pdf'));
      expect(metrics.length).toBeGreaterThan(1);
      for (const page of metrics) expect(page).toMatch(/^ *A13 /m);
    }, 300_000);
  },
);

describe.runIf(IS_WHOLE && OFFICE !== undefined)('LibreOffice', () => {
  it('opens the workbook: ids and names as they are, totals computed by itself', async () => {
    const shop = writeShop(SHOP);
    const file = join(shop, 'salary.xlsx');
    await kpi([...CALC, '-C', shop, '-o', file]);
    // Without the values beside the formulas it has to compute them.
    const files = Object.entries(unzipSync(readFileSync(file))).map(([name, bytes]) => {
      const xml = strFromU8(bytes).replaceAll(/<\/f><v>[^<]*<\/v>/g, '</f>');
      return [name, name.includes('/sheet') ? strToU8(xml) : bytes] as const;
    });
    writeFileSync(file, zipSync(Object.fromEntries(files)));
    const folder = await converted(file, EVERY_SHEET);
    const names = readdirSync(folder).sort();
    expect(names).toHaveLength(2);
    const first = names.find((name) => name.includes('presales') || name.includes('售前')) ?? '';
    const rows = parse(readFileSync(join(folder, first), 'utf8'), { bom: true }) as string[][];
    expect(rows[0]?.[0]).toBe('小店 2026-10 售前');
    expect(rows.slice(1).map((row) => [row[0], row[1], ...row.slice(-4, -1)])).toEqual([
      ['工号', '姓名', '应发工资', '扣款', '实发'],
      ['007', '=1+1', '801.00', '0.00', '801.00'],
      ['410012345678901234', '@乙', '800.00', '0.00', '800.00'],
      ['合计', '', '1601.00', '0.00', '1601.00'],
    ]);
  }, 300_000);

  it('opens the CSV file with its Chinese text, its columns and its figures', async () => {
    const shop = writeShop(SHOP);
    const file = join(shop, 'salary.csv');
    await kpi([...CALC, '-C', shop, '-o', file]);
    const folder = await converted(file, 'xlsx:Calc MS Excel 2007 XML', '--infilter=CSV:44,34,76');
    const [rows = []] = [...(await sheetsOf(join(folder, 'salary.xlsx'))).values()];
    expect(rows[0]?.slice(0, 3)).toEqual(['工号', '姓名', '岗位']);
    expect(rows.slice(1).map((row) => row.at(-1))).toEqual(['801', '800']);
    // Nothing was computed from a name.
    expect(rows.slice(1).map((row) => row[1])).toEqual(["'=1+1", "'@乙"]);
  }, 300_000);

  it('opens the forms for tax bureau and bank with every digit of identities and accounts', async () => {
    const shop = join(writeShop({ 'x.txt': '' }), 'shop');
    await kpi(['init', shop]);
    const month = ['-C', shop, '--month', '2026-10'];
    for (const form of ['tax', 'bank']) {
      const file = join(shop, `${form}.xlsx`);
      expect((await kpi(['export', form, ...month, '-o', file])).code).toBe(0);
    }
    const folder = await converted([join(shop, 'tax.xlsx'), join(shop, 'bank.xlsx')], EVERY_SHEET);
    const told = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
    const digits = /\d{15,19}/g;
    const people = readFileSync(join(shop, 'people.csv'), 'utf8').match(digits) ?? [];
    expect(people).toHaveLength(8);
    expect(new Set(told.flatMap((text) => text.match(digits) ?? []))).toEqual(new Set(people));
  }, 300_000);
});
