import { cpSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openWorkbook } from '../../src/intake/files/workbook/open-workbook.js';
import { BROWSER } from '../setup/browser.js';
import { DEMO, kpi, ROOT, runProgram } from '../setup/program.js';
import { IS_WHOLE } from '../setup/runs.js';
import { csv, type ShopFiles, writeShop } from '../setup/shop.js';

const MONTH = ['--month', '2026-10'];

/** Two agents, of whom the one is paid by how far she is behind the other. */
const SHOP: ShopFiles = {
  'kpi.yaml': csv('shop: <b>小店</b> & Co', 'plans: {售前: {scores: [], pay: [gap, best]}}'),
  'rules/gap.yaml': csv(
    'id: gap',
    'kind: pay',
    'title: {zh: 差额, en: Gap}',
    'lines:',
    '  - id: gap',
    '    title: {zh: 追赶奖, en: Gap bonus}',
    '    kind: earning',
    '    category: bonus',
    '    formula: (team_max(sales) - sales) * 1%',
  ),
  'rules/best.yaml': csv(
    'id: best',
    'kind: pay',
    'title: {zh: 冠军, en: Champion}',
    'lines:',
    '  - id: best',
    '    title: {zh: 冠军奖, en: Champion}',
    '    kind: earning',
    '    category: bonus',
    '    top: {by: sales, amount: 100}',
  ),
  'agents.csv': csv('工号,姓名,岗位,账号', 'A/1,<img src=x>,售前,小甲', 'A02,乙乙乙,售前,小乙'),
  '2026-10/orders.csv': csv(
    '订单编号,买家,创建时间,付款时间,实付金额,备注',
    '1001,b1,2026-10-02 10:00:00,2026-10-02 10:01:00,8123.45,小甲',
    '1002,b2,2026-10-02 10:00:00,2026-10-02 10:01:00,1111.11,小乙',
  ),
};

interface Paid {
  readonly agents: readonly {
    readonly id: string;
    readonly name: string;
    readonly lines: readonly {
      readonly title: string;
      readonly kind: string;
      readonly amount: number | null;
    }[];
    readonly payable: number;
    readonly net: number;
  }[];
}

async function paidIn(shop: string): Promise<Paid> {
  const run = await kpi(['calc', ...MONTH, '-C', shop, '--format', 'json']);
  return JSON.parse(run.out) as Paid;
}

/** The lines that carry money. */
function amountsOf({ lines }: Paid['agents'][number]) {
  return lines.flatMap(({ title, kind, amount }) =>
    kind === 'notice' || amount === null ? [] : [{ title, amount }],
  );
}

/** An amount as slips write it. */
function yuan(amount: number): string {
  return `${amount.toLocaleString('en-US', { minimumFractionDigits: 2 })} 元`;
}

const ORDER_HEADER = '订单编号,买家,创建时间,付款时间,实付金额,备注';

describe('kpi payslips -o FOLDER', () => {
  it('writes a page for each agent, with every amount and nobody else’s name', async () => {
    const folder = join(writeShop({ 'x.txt': '' }), '工资条');
    const run = await kpi(['payslips', ...MONTH, '-C', DEMO, '-o', folder]);
    expect(run).toMatchObject({ code: 0, out: '' });
    const { agents } = await paidIn(DEMO);
    expect(readdirSync(folder).sort()).toEqual(agents.map(({ id }) => `2026-10-${id}.html`));
    for (const agent of agents) {
      const file = join(folder, `2026-10-${agent.id}.html`);
      expect(statSync(file).mode & 0o077).toBe(0);
      const page = readFileSync(file, 'utf8');
      expect(page).toContain(`<strong>${agent.name}</strong>`);
      expect(page).toContain(yuan(agent.payable));
      for (const { title, amount } of amountsOf(agent)) {
        expect(page).toContain(title);
        expect(page).toContain(amount === 0 ? '为 0 的项目' : yuan(amount));
      }
      for (const { id, name } of agents.filter((each) => each !== agent)) {
        expect(page).not.toContain(name);
        expect(page).not.toContain(`${id} `);
      }
    }
    // 82,229.62 of the first less her own 59,474.63: that would tell what the first has sold.
    expect(readFileSync(join(folder, '2026-10-A02.html'), 'utf8')).not.toContain('22,754.99');
    expect(readFileSync(join(folder, '2026-10-A02.html'), 'utf8')).toContain('第 2 名，共 5 人');
  });

  it('tells no figure of a colleague inside a reason, and lets no text become markup', async () => {
    const shop = writeShop(SHOP);
    const folder = join(shop, 'slips');
    const run = await kpi(['payslips', ...MONTH, '-C', shop, '-o', folder]);
    expect(run.code).toBe(0);
    // An id may hold what a file may not be called.
    expect(readdirSync(folder).sort()).toEqual(['2026-10-A02.html', '2026-10-A_1.html']);
    const own = readFileSync(join(folder, '2026-10-A02.html'), 'utf8');
    // (8123.45 − 1111.11) × 1%
    expect(own).toContain('70.12 元');
    expect(own).toContain('1111.11');
    expect(own).not.toContain('8123.45');
    expect(own).not.toContain('8,123.45');
    expect(own).not.toContain('7,012.34');
    expect(own).toContain('&lt;b&gt;小店&lt;/b&gt; &amp; Co');
    const other = readFileSync(join(folder, '2026-10-A_1.html'), 'utf8');
    expect(other).toContain('&lt;img src=x&gt;');
    expect(other).not.toMatch(/<img|<b>/);
  });

  it('says whom to ask by when, in either language', async () => {
    const shop = writeShop(SHOP);
    const asked = ['--ask', '王主管', '--by', '2026-11-10', '--agent', 'A02'];
    const zh = await kpi(['payslips', ...MONTH, '-C', shop, ...asked]);
    expect(zh.out).toContain('有疑问请在 2026-11-10 前问王主管。');
    const en = await kpi(['payslips', ...MONTH, '-C', shop, ...asked, '--lang', 'en']);
    expect(en.out).toContain('ask 王主管 by 2026-11-10.');
    expect(en.out).toContain('<html lang="en">');
    const bad = await kpi(['payslips', ...MONTH, '-C', shop, '--by', '2026-11-31']);
    expect(bad).toMatchObject({ code: 2, out: '' });
  });

  it('writes over nothing without --force, and then writes all or none', async () => {
    const shop = writeShop(SHOP);
    const folder = join(shop, 'slips');
    mkdirSync(folder);
    writeFileSync(join(folder, '2026-10-A02.html'), 'mine');
    const refused = await kpi(['payslips', ...MONTH, '-C', shop, '-o', folder]);
    expect(refused).toMatchObject({ code: 2, out: '' });
    expect(refused.err).toContain('--force');
    expect(readdirSync(folder)).toEqual(['2026-10-A02.html']);
    expect((await kpi(['payslips', ...MONTH, '-C', shop, '-o', folder, '--force'])).code).toBe(0);
    expect(readdirSync(folder)).toHaveLength(2);
    expect(readFileSync(join(folder, '2026-10-A02.html'), 'utf8')).not.toBe('mine');
    // A folder that cannot be, because a file is there.
    const blocked = join(shop, 'kpi.yaml', 'slips');
    const failed = await kpi(['payslips', ...MONTH, '-C', shop, '-o', blocked]);
    expect(failed.code).toBe(1);
    expect(failed.err).toContain('cannot-write');
  });

  it('of a closed month has what was sealed, with its numbers while they still come out', async () => {
    const shop = writeShop(SHOP);
    expect((await kpi(['close', ...MONTH, '-C', shop])).code).toBe(0);
    const slip = ['payslips', ...MONTH, '-C', shop, '--agent', 'A02'];
    const same = await kpi(slip);
    expect(same.out).toContain('70.12 元');
    expect(same.out).toContain('1111.11');
    writeFileSync(join(shop, '2026-10/orders.csv'), csv(ORDER_HEADER));
    const changed = await kpi(slip);
    expect(changed.code).toBe(0);
    expect(changed.out).toContain('70.12 元');
    expect(changed.out).not.toContain('1111.11');
    expect(changed.err).toContain('封存');
  });

  it('of a closed month keeps the rank, and says of no number of people what it does not know', async () => {
    const shop = join(writeShop({}), 'starter');
    cpSync(join(ROOT, 'fixtures/starter'), shop, { recursive: true });
    expect((await kpi(['close', ...MONTH, '-C', shop])).code).toBe(0);
    const slip = ['payslips', ...MONTH, '-C', shop, '--agent', 'A01'];
    expect((await kpi(slip)).out).toMatch(/得分 \S+ \/ 100，第 1 名，共 2 人/);
    writeFileSync(join(shop, '2026-10/orders.csv'), csv(ORDER_HEADER));
    const changed = await kpi(slip);
    expect(changed.err).toContain('封存');
    expect(changed.out).toMatch(/得分 \S+ \/ 100，第 1 名/);
    expect(changed.out).not.toContain('共 0 人');
  });
});

describe('kpi payslips -o FILE.xlsx', () => {
  it('has the heading above every agent, only what the agent has, and a blank row between', async () => {
    const file = join(writeShop({ 'x.txt': '' }), 'slips.xlsx');
    expect((await kpi(['payslips', ...MONTH, '-C', DEMO, '-o', file])).code).toBe(0);
    const workbook = await openWorkbook(file);
    if (typeof workbook === 'string') throw new Error(workbook);
    const rows: { line: number; cells: readonly string[] }[] = [];
    for await (const { line, cells } of workbook.sheets[0]?.rows() ?? [])
      rows.push({ line, cells });
    const { agents } = await paidIn(DEMO);
    // The caption; then each agent's, without a blank row within: headings, with their figures below.
    const slips: (readonly string[])[][] = [];
    for (const [at, { line, cells }] of rows.slice(1).entries()) {
      const isNext = at > 0 && line === (rows[at]?.line ?? 0) + 1;
      if (isNext) slips.at(-1)?.push(cells);
      else slips.push([cells]);
    }
    expect(slips).toHaveLength(agents.length);
    for (const [at, agent] of agents.entries()) {
      const slip = slips[at] ?? [];
      expect(Math.max(...slip.map(({ length }) => length))).toBeLessThanOrEqual(9);
      const cells = Object.fromEntries(
        slip.flatMap((head, row) =>
          row % 2 === 0 ? head.map((name, index) => [name, slip[row + 1]?.[index] ?? '']) : [],
        ),
      );
      expect(cells).toMatchObject({ 月份: '2026-10', 工号: agent.id, 姓名: agent.name });
      expect(cells.税前应付).toBe(String(agent.payable));
      expect(cells.实发).toBe(String(agent.net));
      for (const { title, amount } of amountsOf(agent)) expect(cells[title]).toBe(String(amount));
      const absent = agent.lines.filter(({ amount }) => amount === null);
      for (const { title } of absent) expect(cells).not.toHaveProperty(title);
    }
  });
});

describe.runIf(IS_WHOLE && BROWSER !== undefined)('Chromium', () => {
  it('prints slips with no slip divided, one that stands alone on one page', async () => {
    const folder = writeShop({ 'x.txt': '' });
    const all = join(folder, 'slips.html');
    await kpi(['payslips', ...MONTH, '-C', DEMO, '-o', all]);
    const one = join(folder, 'one.html');
    await kpi(['payslips', ...MONTH, '-C', DEMO, '-o', one, '--agent', 'A02']);
    const pagesOf = async (file: string) => {
      const pdf = `${file}.pdf`;
      await runProgram(BROWSER ?? '', [
        '--headless',
        '--no-sandbox',
        '--disable-gpu',
        `--user-data-dir=${join(folder, 'profile')}`,
        '--no-pdf-header-footer',
        `--print-to-pdf=${pdf}`,
        `file://${file}`,
      ]);
      return (readFileSync(pdf, 'latin1').match(/\/Type \/Page\b/g) ?? []).length;
    };
    expect(await pagesOf(one)).toBe(1);
    const pages = await pagesOf(all);
    expect(pages).toBeGreaterThan(1);
    expect(pages).toBeLessThanOrEqual(13);
  }, 120_000);
});
