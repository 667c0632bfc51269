import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { openWorkbook } from '../../../src/intake/files/workbook/open-workbook.js';
import { kpi } from '../../setup/program.js';
import { csv, type ShopFiles, writeShop } from '../../setup/shop.js';

const SHOP: ShopFiles = {
  'kpi.yaml': csv('shop: 小店', 'plans: {售前: {scores: [own]}, 售后: {scores: []}}'),
  'rules/own.yaml': csv(
    'id: own',
    'kind: scorecard',
    'total: 20',
    'items:',
    '  - id: quality',
    '    title: 素质',
    '    full: 20',
    '    grade: {of: rating.quality, 优: 20, 良: 15, 中: 10, 差: 0}',
    'ratings: {quality: 客服素质}',
  ),
  'agents.csv': csv(
    '工号,姓名,岗位,离职日期',
    'A01,甲,售前,',
    'A02,乙,售前,',
    'A03,丙,售后,',
    'A04,丁,售前,2026-10-20',
  ),
  '2026-10/考勤.csv': csv('工号,出勤,迟到', 'A01,26,0', 'A02,26,0', 'A03,26,0'),
  '2026-10/metrics.csv': csv('工号,打字速度,客户满意率', 'A01,80,90%'),
  '2026-10/complaints.csv': csv('日期,工号,类型,经办', '2026-10-03,A01,投诉,王'),
};

const FORMS = ['attendance.xlsx', 'complaints.xlsx', 'events.xlsx', 'metrics.xlsx', 'ratings.xlsx'];

/** The rows of each sheet of a form. */
async function sheetsOf(file: string): Promise<readonly (readonly string[])[][]> {
  const workbook = await openWorkbook(file);
  if (typeof workbook === 'string') throw new Error(workbook);
  const sheets: (readonly string[])[][] = [];
  for (const { rows } of workbook.sheets) {
    const all: (readonly string[])[] = [];
    for await (const { cells } of rows()) all.push(cells);
    sheets.push(all);
  }
  return sheets;
}

describe('kpi new', () => {
  it('makes forms with the agents of the month, the items of their plans, and the columns of before', async () => {
    const shop = writeShop(SHOP);
    const run = await kpi(['new', '2026-11', '-C', shop]);
    expect(run).toMatchObject({ code: 0, out: '' });
    expect(run.err).toContain('kpi check --month 2026-11');
    const folder = join(shop, '2026-11');
    expect(readdirSync(folder).sort()).toEqual(FORMS);
    const rowsOf = async (name: string) => (await sheetsOf(join(folder, name)))[0];
    // A04 has left, and nobody is rated under the plan of A03.
    const ratings = await rowsOf('ratings.xlsx');
    expect(ratings?.[0]?.slice(0, 4)).toEqual(['工号', '姓名', '项目', '评分']);
    expect(ratings?.slice(1).map((row) => row.slice(0, 3))).toEqual([
      ['A01', '甲', '客服素质'],
      ['A02', '乙', '客服素质'],
    ]);
    expect(await rowsOf('attendance.xlsx')).toEqual([
      ['工号', '姓名', '出勤', '迟到'],
      ['A01', '甲'],
      ['A02', '乙'],
      ['A03', '丙'],
    ]);
    expect((await rowsOf('metrics.xlsx'))?.slice(0, 2)).toEqual([
      ['工号', '姓名', '打字速度', '客户满意率'],
      ['A01', '甲'],
    ]);
    expect((await rowsOf('complaints.xlsx'))?.[0]).toContain('经办');
  });

  it('says in every form what is allowed, and what else to export', async () => {
    const shop = writeShop(SHOP);
    await kpi(['new', '2026-11', '-C', shop]);
    const file = join(shop, '2026-11/complaints.xlsx');
    const [, guide = []] = await sheetsOf(file);
    const lines = guide.map(([line]) => line ?? '');
    expect(lines).toContain('这个月还要导出：');
    expect(lines).toContain('A03');
    const xml = strFromU8(
      unzipSync(readFileSync(file))['xl/worksheets/sheet1.xml'] ?? new Uint8Array(),
    );
    const lists = [
      ...xml.matchAll(/sqref="([A-Z]+)2:[^"]*"><formula1>[^!]*!\$A\$(\d+):\$A\$(\d+)</g),
    ];
    expect(lists.map(([, column]) => column)).toEqual(['B', 'C', 'D', 'E']);
    // Rows without a cell are none to a reader, so the lines are looked up in the sheet itself.
    const workbook = await openWorkbook(file);
    if (typeof workbook === 'string') throw new Error(workbook);
    const byLine = new Map<number, string>();
    for await (const { line, cells } of workbook.sheets[1]?.rows() ?? [])
      byLine.set(line, cells[0] ?? '');
    const [, first, last] = (lists[1] ?? []).slice(1).map(Number);
    expect(byLine.get(first ?? 0)).toBe('投诉');
    expect(byLine.get(last ?? 0)).toBe('未回访');
  });

  it('has a form for the figures that only files can give, in the first month too', async () => {
    const shop = writeShop({
      'kpi.yaml': csv('shop: 小店', 'plans: {售前: {pay: [own]}}'),
      'rules/own.yaml': csv(
        'id: own',
        'kind: pay',
        'lines:',
        '  - {id: bonus, title: 奖金, kind: earning, category: bonus, formula: 客户满意率 × 100}',
        '  - {id: speed, title: 速度奖, kind: earning, category: bonus, formula: 打字速度 × 1}',
      ),
      'agents.csv': csv('工号,姓名,岗位', 'A01,甲,售前'),
    });
    await kpi(['new', '2026-11', '-C', shop]);
    expect((await sheetsOf(join(shop, '2026-11/metrics.xlsx')))[0]).toEqual([
      ['工号', '姓名', '客户满意率', '打字速度'],
      ['A01', '甲'],
    ]);
  });

  it('is said once not to be filled in, each form, and its sheet for people is no news', async () => {
    // Nobody asks for what the form of figures would say.
    const config = csv(
      'shop: 小店',
      'plans: {售前: {scores: [own], pay: [full_attendance]}, 售后: {scores: []}}',
    );
    const shop = writeShop({ ...SHOP, 'kpi.yaml': config });
    await kpi(['new', '2026-11', '-C', shop]);
    const run = await kpi(['check', '--month', '2026-11', '-C', shop, '--format', 'json']);
    const { problems } = JSON.parse(run.out) as {
      problems: readonly { code: string; level: string; file: string }[];
    };
    const errors = problems.filter(({ level }) => level === 'error');
    expect(errors.map(({ code, file }) => `${code} ${file}`).sort()).toEqual(
      ['attendance', 'ratings'].map((kind) => `form-not-filled 2026-11/${kind}.xlsx`),
    );
    expect(problems.map(({ code }) => code)).not.toContain('other-sheets');
  });

  it.each([
    csv('工号,出勤,迟到', 'A01,22,1', 'A02,22,0', 'A03,22,0'),
    csv('日期,工号,类型', '2026-11-03,A01,迟到'),
  ])('of attendance is passed over beside an export, which has the figures', async (attendance) => {
    const shop = writeShop({
      ...SHOP,
      'kpi.yaml': csv('shop: 小店', 'plans: {售前: {pay: [lateness]}, 售后: {pay: []}}'),
    });
    await kpi(['new', '2026-11', '-C', shop]);
    writeFileSync(join(shop, '2026-11/考勤.csv'), attendance);
    const run = await kpi(['metrics', '--month', '2026-11', '-C', shop, '--format', 'json']);
    expect(run.code, run.err).toBe(0);
    const { agents } = JSON.parse(run.out) as {
      agents: readonly { metrics: { late: number } }[];
    };
    expect(agents.map(({ metrics }) => metrics.late)).toEqual([1, 0, 0]);
  });

  it('is read by calc as it is once it is filled in', async () => {
    const shop = writeShop({
      ...SHOP,
      'kpi.yaml': csv('shop: 小店', 'plans: {售前: {scores: [own]}, 售后: {scores: []}}'),
    });
    await kpi(['new', '2026-11', '-C', shop]);
    const file = join(shop, '2026-11/ratings.xlsx');
    const files = unzipSync(readFileSync(file));
    const name = 'xl/worksheets/sheet1.xml';
    const xml = strFromU8(files[name] ?? new Uint8Array());
    const grade = (cell: string, text: string) => (form: string) =>
      form.replace(
        new RegExp(`<c r="${cell}"[^>]*/>`),
        `<c r="${cell}" t="inlineStr"><is><t>${text}</t></is></c>`,
      );
    const filled = [grade('D2', '优'), grade('D3', '中')].reduce((form, fill) => fill(form), xml);
    writeFileSync(file, zipSync({ ...files, [name]: strToU8(filled) }));
    const run = await kpi(['calc', '--month', '2026-11', '-C', shop, '--format', 'json']);
    expect(run.err).not.toMatch(/错误/);
    const { agents } = JSON.parse(run.out) as {
      agents: readonly { id: string; scores: readonly { points: number }[] }[];
    };
    expect(agents.map(({ id, scores }) => [id, scores[0]?.points])).toEqual([
      ['A01', 20],
      ['A02', 10],
      ['A03', undefined],
    ]);
  });

  it('leaves what is there, and makes no form of what a tool exports', async () => {
    const shop = writeShop({
      ...SHOP,
      '2026-11/评分.csv': csv('工号,项目,评分', 'A01,客服素质,优'),
    });
    const run = await kpi(['new', '2026-11', '-C', shop]);
    expect(run.err).toContain('评分');
    expect(readdirSync(join(shop, '2026-11')).sort()).toEqual([
      ...FORMS.filter((each) => each !== 'ratings.xlsx'),
      '评分.csv',
    ]);
    const again = await kpi(['new', '2026-11', '-C', shop]);
    expect(again.code).toBe(0);
    expect(again.err).toContain('什么都有了');
  });

  it('refuses what is no month, and writes nothing into a shop that has errors', async () => {
    const shop = writeShop({ ...SHOP, 'agents.csv': csv('工号,姓名', 'A01,甲') });
    expect((await kpi(['new', '十一月', '-C', shop])).code).toBe(2);
    expect((await kpi(['new', '2026-11', '-C', shop])).code).toBe(1);
    expect(existsSync(join(shop, '2026-11'))).toBe(false);
  });
});
