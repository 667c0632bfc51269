import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openWorkbook } from '../../src/intake/files/workbook/open-workbook.js';
import { kpi, ROOT } from '../setup/program.js';
import { csv, type ShopFiles, writeShop } from '../setup/shop.js';
import { agreedAgent, agreedShop, NO_EVENTS } from '../setup/statutory-shop.js';

const MONTH = '2026-08';

// The numbers of cards are invented: the digits before the last are those of no district that there is.
const CARD_A = '990101199001010115';
const CARD_B = '990102198512310023';
const ACCOUNT_A = '6222029876543210123';
const ACCOUNT_B = '6225887654321098';
const PASSPORT = 'E87654321';

const PEOPLE = csv(
  '工号,证件类型,证件号码,开户行,账号',
  `A,居民身份证,${CARD_A},工商银行上海分行,${ACCOUNT_A}`,
  `B,身份证,${CARD_B},招商银行,${ACCOUNT_B.slice(0, 4)} ${ACCOUNT_B.slice(4)}`,
);

/** A on 8,000 with insurance, a fund and a bonus; B on 9,000 without any. */
function shop(files: ShopFiles = {}, agents: readonly string[] = []): string {
  const all = [
    agreedAgent('A', '2026-08-01', 8000, '8000'),
    agreedAgent('B', '2026-08-01', 9000, ''),
    ...agents,
  ];
  const own = { [`${MONTH}/events.csv`]: NO_EVENTS, 'people.csv': PEOPLE };
  return writeShop(agreedShop(all, { ...own, ...files }, ', fund_supplement: 1%'));
}

function exported(folder: string, what: 'tax' | 'bank', file: string, ...flags: readonly string[]) {
  return kpi(['export', what, '-C', folder, '--month', MONTH, '-o', join(folder, file), ...flags]);
}

async function rowsOf(file: string): Promise<readonly (readonly string[])[]> {
  const workbook = await openWorkbook(file);
  if (typeof workbook === 'string') throw new Error(workbook);
  const rows: (readonly string[])[] = [];
  for (const sheet of workbook.sheets) {
    for await (const { cells } of sheet.rows()) rows.push(cells);
  }
  return rows;
}

/** A row by the header, blank cells left out. */
async function taxRows(folder: string): Promise<readonly Readonly<Record<string, string>>[]> {
  const [header = [], ...rows] = await rowsOf(join(folder, 'tax.xlsx'));
  return rows.map((row) =>
    Object.fromEntries(
      row.flatMap((cell, at) => (cell === '' ? [] : [[header[at] ?? '', cell] as const])),
    ),
  );
}

describe('kpi export tax', () => {
  it('has the columns of the tax bureau’s client, in their order', async () => {
    const folder = shop();
    const { code, err } = await exported(folder, 'tax', 'tax.xlsx');
    expect(code, err).toBe(0);
    const [header] = await rowsOf(join(folder, 'tax.xlsx'));
    expect(header?.join(',')).toBe(
      '工号,*姓名,*证件类型,*证件号码,本期收入,本期免税收入,基本养老保险费,基本医疗保险费,失业保险费,住房公积金,累计子女教育,累计继续教育,累计住房贷款利息,累计住房租金,累计赡养老人,累计3岁以下婴幼儿照护,累计个人养老金,企业(职业)年金,商业健康保险,税延养老保险,公务交通费用,通讯费用,律师办案费用,西藏附加减除费用,其他,准予扣除的捐赠额,减免税额,协定减免,备注',
    );
  });

  it('has what is known of the month and of the year to date; what is not known is blank', async () => {
    const deductions = csv('工号,赡养老人,其他', 'A,1500,100');
    const folder = shop({ [`${MONTH}/deductions.csv`]: deductions });
    expect((await exported(folder, 'tax', 'tax.xlsx')).code).toBe(0);
    const [a, b] = await taxRows(folder);
    expect(a).toEqual({
      工号: 'A',
      '*姓名': 'A',
      '*证件类型': '居民身份证',
      '*证件号码': CARD_A,
      本期收入: '8000',
      本期免税收入: '0',
      基本养老保险费: '640',
      基本医疗保险费: '160',
      失业保险费: '40',
      // 7 % and 1 % of 8,000 together.
      住房公积金: '640',
      累计子女教育: '0',
      累计继续教育: '0',
      累计住房贷款利息: '0',
      累计住房租金: '0',
      累计赡养老人: '1500',
      累计3岁以下婴幼儿照护: '0',
      累计个人养老金: '0',
      其他: '100',
    });
    expect(b).toMatchObject({ '*证件类型': '居民身份证', 本期收入: '9000', 基本养老保险费: '0' });
  });

  it('takes the other deductions of the month out of those to date', async () => {
    const deductions = (amount: number) => csv('工号,累计赡养老人,累计其他', `A,1500,${amount}`);
    const folder = shop({
      [`${MONTH}/deductions.csv`]: deductions(100),
      '2026-09/events.csv': NO_EVENTS,
      '2026-09/deductions.csv': deductions(250),
    });
    expect((await kpi(['close', '-C', folder, '--month', MONTH])).code).toBe(0);
    const file = join(folder, 'tax.xlsx');
    const args = ['export', 'tax', '-C', folder, '--month', '2026-09', '-o', file];
    expect((await kpi(args)).code).toBe(0);
    expect((await taxRows(folder))[0]?.其他).toBe('150');
  });

  it('is that of the closed month, and says of an open one that it may change', async () => {
    const folder = shop();
    expect((await exported(folder, 'tax', 'tax.xlsx')).err).toContain('还没有结账');
    const open = readFileSync(join(folder, 'tax.xlsx'));
    expect((await kpi(['close', '-C', folder, '--month', MONTH])).code).toBe(0);
    writeFileSync(join(folder, 'agents.csv'), '');
    const closed = await exported(folder, 'tax', 'tax.xlsx');
    expect([closed.code, closed.err]).toEqual([0, '']);
    expect(readFileSync(join(folder, 'tax.xlsx')).equals(open)).toBe(true);
  });

  it('leaves non-residents out, and says so; their identity is not asked for', async () => {
    const folder = shop({}, [agreedAgent('C', '2026-08-01', 9000, '', ',,,非居民')]);
    const { code, err } = await exported(folder, 'tax', 'tax.xlsx');
    expect(code, err).toBe(0);
    expect(err).toContain('非居民个人另行申报，表里没有：C（C）');
    expect((await taxRows(folder)).map(({ 工号 }) => 工号)).toEqual(['A', 'B']);
  });

  it('says of an annual bonus taxed apart that it has a form of its own', async () => {
    const events = csv('日期,工号,事项,金额', '2026-08-03,B,bonus,36000');
    const folder = shop({ [`${MONTH}/events.csv`]: events });
    const { err } = await exported(folder, 'tax', 'tax.xlsx');
    expect(err).toContain('单独计税的全年一次性奖金另填一张表，这张表里没有：B（B）');
    expect((await taxRows(folder))[1]?.本期收入).toBe('9000');
  });
});

describe('kpi export bank', () => {
  it('has whom the bank is to pay what is left', async () => {
    const folder = shop();
    expect((await exported(folder, 'bank', 'bank.csv')).code).toBe(0);
    // 8,000 less 840 of insurance, 640 of the fund and 45.60 of tax: 1,520 at 3 %. 9,000 less 120.
    expect(readFileSync(join(folder, 'bank.csv'), 'utf8')).toBe(
      `\uFEFF${[
        '户名,账号,开户行,金额,备注',
        `A,${ACCOUNT_A},工商银行上海分行,6474.40,2026年8月工资`,
        `B,${ACCOUNT_B},招商银行,8880.00,2026年8月工资`,
        '',
      ].join('\r\n')}`,
    );
  });

  it('keeps the digits of accounts in a workbook', async () => {
    const folder = shop();
    expect((await exported(folder, 'bank', 'bank.xlsx')).code).toBe(0);
    expect((await rowsOf(join(folder, 'bank.xlsx')))[1]?.[1]).toBe(ACCOUNT_A);
  });

  it('leaves out who is paid nothing, whose account is not asked for', async () => {
    const folder = shop({}, [agreedAgent('C', '2026-08-01', 0, '')]);
    const { code, err } = await exported(folder, 'bank', 'bank.csv');
    expect(code, err).toBe(0);
    expect(err).toContain('实发是 0，没有列入：C（C）');
  });
});

describe('the exports', () => {
  it.each(['tax', 'bank'] as const)('of %s may be read by their owner only', async (what) => {
    const folder = shop({ 'out.xlsx': 'an older file' });
    expect((await exported(folder, what, 'out.xlsx')).code).toBe(0);
    expect(statSync(join(folder, 'out.xlsx')).mode & 0o777).toBe(0o600);
  });

  it('are no input of any month, in the shop folder or in that of a month', async () => {
    const folder = shop();
    const check = () => kpi(['check', '-C', folder, '--month', MONTH, '--format', 'csv']);
    const before = await check();
    for (const [what, file] of [
      ['tax', '个税.xlsx'],
      ['bank', '代发.csv'],
      ['bank', '代发.xlsx'],
    ] as const) {
      expect((await exported(folder, what, file)).code).toBe(0);
    }
    expect((await check()).out).toBe(before.out);
    expect((await exported(folder, 'tax', `${MONTH}/个税.xlsx`)).code).toBe(0);
    const { code, out } = await check();
    expect(code).toBe(before.code);
    expect(out).toContain(`not-read,${MONTH}/个税.xlsx`);
    expect(out).toContain('个税申报表');
  });

  it('name everybody of whom something is lacking, and write nothing', async () => {
    const people = csv('工号,证件类型,证件号码,开户行,账号', `A,,${CARD_A},工商银行,`);
    const folder = shop({ 'people.csv': people });
    const tax = await exported(folder, 'tax', 'tax.xlsx');
    expect(tax.code).toBe(1);
    expect(tax.err).toContain('没有“证件类型”的：A（A）、B（B）');
    expect(tax.err).toContain('没有“证件号码”的：B（B）');
    const bank = await exported(folder, 'bank', 'bank.csv', '--lang', 'en');
    expect(bank.err).toContain('there is no “开户行” of B');
    expect(bank.err).toContain('there is no “账号” of A（A）, B（B）');
    expect(readdirSync(folder)).not.toContain('tax.xlsx');
    expect(readdirSync(folder)).not.toContain('bank.csv');
  });

  it('need a file, people.csv, and insurance and tax', async () => {
    const folder = shop();
    const screen = await kpi(['export', 'bank', '-C', folder, '--month', MONTH]);
    expect([screen.code, screen.out]).toEqual([2, '']);
    const { 'people.csv': _, ...without } = agreedShop([agreedAgent('A', '2026-08-01', 8000, '')], {
      [`${MONTH}/events.csv`]: NO_EVENTS,
    });
    const bare = writeShop(without);
    expect((await exported(bare, 'tax', 'tax.xlsx')).err).toContain('找不到 people.csv');
    const config = csv('shop: 小店', 'plans: {presales: {pay: [agreed]}}');
    const plain = writeShop({ ...without, 'kpi.yaml': config, 'people.csv': PEOPLE });
    const refused = await exported(plain, 'bank', 'bank.csv');
    expect(refused.code).toBe(1);
    expect(refused.err).toContain('export-without-statutory');
  });

  it('never take the place of people.csv', async () => {
    const folder = shop();
    expect((await exported(folder, 'bank', 'people.csv')).code).toBe(2);
    expect(readFileSync(join(folder, 'people.csv'), 'utf8')).toBe(PEOPLE);
  });
});

describe('an opening that gives one sum of additional deductions', () => {
  it('leaves their columns blank, and says whose have to be filled in', async () => {
    const file = join(writeShop({ 'x.txt': '' }), 'tax.xlsx');
    const starter = join(ROOT, 'fixtures/starter');
    const { code, err } = await kpi([
      'export',
      'tax',
      '--month',
      '2026-10',
      '-C',
      starter,
      '-o',
      file,
    ]);
    expect(code).toBe(0);
    // 9,000 yuan of 李小山 are not told apart in opening.csv.
    expect(err).toMatch(/李小山（A04） 的专项附加扣除从开账的合计来/);
    const [header = [], ...rows] = await rowsOf(file);
    const child = header.indexOf('累计子女教育');
    expect(rows.map((row) => [row[0], row[child]])).toContainEqual(['A04', '']);
    expect(rows.filter((row) => row[0] !== 'A04').every((row) => row[child] === '0')).toBe(true);
  });
});

/** Runs of digits of every number, which nothing may show: those of two places or more would be found by chance. */
const SECRETS = [CARD_A, CARD_B, ACCOUNT_A, ACCOUNT_B, PASSPORT.slice(1)].flatMap((number) =>
  Array.from({ length: number.length - 5 }, (_, at) => number.slice(at, at + 6)),
);

function expectNoSecret(text: string, where: string): void {
  const plain = text.normalize('NFKC').replaceAll(/[\s-]/g, '');
  expect(
    SECRETS.filter((secret) => plain.includes(secret)),
    where,
  ).toEqual([]);
}

/** Everything below a folder that is no input of the test. */
function writtenBelow(folder: string, inputs: ReadonlySet<string>): readonly string[] {
  const all = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return all.filter((file) => !inputs.has(file) && statSync(join(folder, file)).isFile());
}

describe('identity and account numbers', () => {
  it('are in no output of any other command, and in no seal', async () => {
    const folder = shop({ '2026-09/events.csv': NO_EVENTS, [`${MONTH}/people.csv`]: PEOPLE });
    const inputs = new Set(readdirSync(folder, { recursive: true, encoding: 'utf8' }));
    const runs = [
      ['check', '--month', MONTH],
      ['calc', '--month', MONTH],
      ['calc', '--month', MONTH, '--cost', '--format', 'json'],
      ['calc', '--month', MONTH, '-o', join(folder, 'calc.xlsx')],
      ['calc', '--month', MONTH, '-o', join(folder, 'calc.csv')],
      ['metrics', '--month', MONTH, '--format', 'json'],
      ['explain', 'A', '--month', MONTH],
      ['explain', 'A', '--month', MONTH, '--rows', '--format', 'json'],
      ['notices', '--month', MONTH],
      ['inspect', join(folder, 'people.csv'), join(folder, MONTH, 'people.csv')],
      ['inspect', join(folder, 'people.csv'), '--format', 'json'],
      ['report', '--month', MONTH, '-o', join(folder, 'report.html')],
      ['payslips', '--month', MONTH, '-o', join(folder, 'slips')],
      ['new', '2026-11'],
      ['close', '--month', MONTH],
      ['close', '--month', '2026-09'],
      ['verify'],
      ['diff', MONTH, '2026-09'],
      ['history', '--format', 'json'],
      ['correct', '--month', MONTH, '--in', '2026-10', '--dry-run'],
      ['export', 'tax', '--month', MONTH, '-o', join(folder, 'tax.xlsx')],
      ['export', 'bank', '--month', MONTH, '-o', join(folder, 'bank.csv')],
    ];
    for (const args of runs) {
      const { out, err } = await kpi([...args, '-C', folder]);
      expectNoSecret(out + err, args.join(' '));
    }
    const written = writtenBelow(folder, inputs);
    expect(written).toEqual(
      expect.arrayContaining([
        'closed/2026-08.json',
        'closed/2026-09.json',
        'calc.csv',
        'report.html',
        'slips/2026-08-A.html',
      ]),
    );
    const exports = new Set(['tax.xlsx', 'bank.csv']);
    for (const file of written.filter((each) => !exports.has(each) && !each.endsWith('.xlsx'))) {
      expectNoSecret(readFileSync(join(folder, file), 'utf8'), file);
    }
    for (const row of await rowsOf(join(folder, 'calc.xlsx')))
      expectNoSecret(row.join(' '), 'xlsx');
  });

  const HEADER = '工号,证件类型,证件号码,开户行,账号';
  const GOOD = `A,居民身份证,${CARD_A},工商银行,${ACCOUNT_A}`;

  it.each([
    ['has no header', csv(GOOD), undefined],
    ['lacks a column', csv('姓名,证件号码', `A,${CARD_A}`), undefined],
    ['has numbers for headers', csv(`工号,${CARD_A},${ACCOUNT_A}`, 'A,1,2'), undefined],
    [
      'has a header with digits',
      csv(`证件号码${CARD_A},${HEADER}`, `${CARD_A},${GOOD}`),
      undefined,
    ],
    [
      'has a row whose cells have slid',
      csv(HEADER, `${CARD_A},A,居民身份证,,工商银行`),
      'bad-private-number',
    ],
    ['has a short row', csv(HEADER, `A,${CARD_A}`), 'short-row'],
    ['has a long row', csv(HEADER, `${GOOD},${ACCOUNT_A}`), 'long-row'],
    [
      'has a quote that is never closed',
      csv(HEADER, `A,居民身份证,"${CARD_A},银行,1`),
      'open-quote',
    ],
    [
      'has a wrong digit',
      csv(HEADER, GOOD.replace(CARD_A, `${CARD_A.slice(0, -1)}7`)),
      'bad-private-number',
    ],
    [
      'has letters in an account',
      csv(HEADER, GOOD.replace(ACCOUNT_A, `${ACCOUNT_A}号`)),
      'bad-private-number',
    ],
    [
      'has a number of a spreadsheet',
      csv(HEADER, GOOD.replace(CARD_A, '9.90101199001E+17')),
      'damaged-private-number',
    ],
    [
      'has an account cut to 15 digits',
      csv(HEADER, GOOD.replace(ACCOUNT_A, '6222029876543210000')),
      'cut-private-number',
    ],
    ['has one number twice', csv(HEADER, GOOD, GOOD.replace('A,', 'B,')), 'shared-private-number'],
    [
      'has an agent twice',
      csv(HEADER, GOOD, `A,外国护照,${PASSPORT},银行,${ACCOUNT_B}`),
      'identity-twice',
    ],
    [
      'has an id of nobody',
      csv(HEADER, GOOD, `${ACCOUNT_B},外国护照,${PASSPORT},银行,${ACCOUNT_B}`),
      'identity-of-nobody',
    ],
    ['is empty', '', undefined],
    [
      'is a page',
      `<html><body><table><tr><td>${CARD_A}</td></tr></table></body></html>`,
      undefined,
    ],
  ])('are not shown when the file %s', async (_, people, code) => {
    const folder = shop({ 'people.csv': people });
    for (const [what, file, language] of [
      ['tax', 'tax.xlsx', 'zh'],
      ['bank', 'bank.csv', 'en'],
    ] as const) {
      const { out, err, code: exit } = await exported(folder, what, file, '--lang', language);
      expect(exit).toBe(1);
      expectNoSecret(out + err, err);
      expect(readdirSync(folder)).not.toContain(file);
      if (code !== undefined) expect(err).toContain(code);
      expect(err).toContain('people.csv');
    }
  });

  it('are told by line and column', async () => {
    const people = csv(HEADER, GOOD, `B,居民身份证,${CARD_A.slice(0, -1)}X,银行,12`);
    const { err } = await exported(shop({ 'people.csv': people }), 'tax', 'tax.xlsx');
    expect(err).toContain('people.csv:3:证件号码  “证件号码”列写的不是居民身份证号码');
    expect(err).toContain('people.csv:3:账号  “账号”列写的不是银行账号');
  });
});
