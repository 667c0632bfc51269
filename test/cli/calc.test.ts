import {
  chmod,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { PaidMonth, RunRequest } from '../../src/payroll/run.js';
import type { Problem } from '../../src/words/problem.js';
import { PAID } from '../output/samples.js';
import { kpi } from '../setup/program.js';

const calculateMonth = vi.hoisted(() => vi.fn<(request: RunRequest) => Promise<PaidMonth>>());
vi.mock('../../src/payroll/calculate.js', () => ({ calculateMonth }));

const ERROR: Problem = {
  level: 'error',
  code: 'unknown-agent',
  file: '2026-10/events.csv',
  line: 4,
  column: '工号',
  cell: '张山',
  params: { agent: '张山', known: '张三（A01）' },
};
const WARNING: Problem = { ...ERROR, level: 'warning' };

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kpi-'));
  calculateMonth.mockReset();
  calculateMonth.mockResolvedValue(PAID);
});

afterEach(() => rm(folder, { recursive: true }));

const OCTOBER = ['calc', '--month', '2026-10'];

const CSV = `\
工号,姓名,岗位,方案,得分,名次,底薪,个人提成,月度奖,违规,名次奖,应发工资,扣款,实发
A01,林小雨,售前,classic,82.5,2,1300,1238,,10.5,,2538,10.5,2527.5
B02,"'=王|芳",售后,aftersales,,,2500,,,,0,2500,0,2500
`;

describe('where the salary table goes', () => {
  test('a pipe gets CSV, and nothing on stderr when all is well', async () => {
    expect(await kpi(OCTOBER)).toEqual({ code: 0, out: CSV, err: '' });
  });

  test('a terminal gets a table, then the notices', async () => {
    const { code, out, err } = await kpi([...OCTOBER, '--no-color'], { terminal: 160 });
    expect(code).toBe(0);
    expect(out).toMatch(/^工号 {2}姓名.*\n─+.*\n(A01|B02)/);
    expect(out).toMatch(/\n合计 .*5027\.50\n$/);
    expect(err).toBe('提示：林小雨（A01） 可以晋级中级\n');
  });

  test('a file gets a byte-order mark and CRLF for spreadsheets', async () => {
    const file = join(folder, '工资.csv');
    expect(await kpi([...OCTOBER, '-o', file])).toEqual({ code: 0, out: '', err: '' });
    expect(await readFile(file, 'utf8')).toBe(`\uFEFF${CSV.replaceAll('\n', '\r\n')}`);
  });

  test('--no-bom leaves the byte-order mark out', async () => {
    const file = join(folder, 'pay.csv');
    await kpi([...OCTOBER, '-o', file, '--no-bom']);
    expect(await readFile(file, 'utf8')).toBe(CSV.replaceAll('\n', '\r\n'));
  });

  test.each([
    ['pay.json', /^\{\n {2}"kpi": /],
    ['pay.md', /^\| 工号 \| /],
    ['pay.TXT', /^工号 {2}姓名/],
  ])('the format follows the extension of %s', async (name, start) => {
    const file = join(folder, name);
    expect((await kpi([...OCTOBER, '-o', file], { terminal: 20 })).code).toBe(0);
    expect(await readFile(file, 'utf8')).toMatch(start);
  });

  test('an extension that names no format is wrong use', async () => {
    const { code, out, err } = await kpi([...OCTOBER, '-o', join(folder, 'pay.pdf')]);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('扩展名看不出格式');
    expect(calculateMonth).not.toHaveBeenCalled();
  });

  test('--format names the format of a file whose extension says nothing', async () => {
    const file = join(folder, 'salary');
    await kpi([...OCTOBER, '-o', file, '--format', 'markdown']);
    expect(await readFile(file, 'utf8')).toMatch(/^\| 工号/);
  });

  test('a format that contradicts the extension is wrong use', async () => {
    expect((await kpi([...OCTOBER, '-o', 'pay.csv', '--format', 'json'])).code).toBe(2);
  });
});

describe('a file is written whole or not at all', () => {
  test('a folder that does not exist is a problem, and stdout stays empty', async () => {
    const file = join(folder, 'nowhere', 'pay.csv');
    const { code, out, err } = await kpi([...OCTOBER, '-o', file]);
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain('错误 cannot-write');
    expect(err).toContain('无法写入：文件夹不存在');
  });

  test('what is no file is not replaced, and no temporary file stays behind', async () => {
    const { code, err } = await kpi([...OCTOBER, '-o', folder, '--format', 'csv']);
    expect(code).toBe(1);
    expect(err).toContain('不是普通文件');
    expect(await readdir(folder)).toEqual([]);
  });

  test('an old file is replaced, its permissions and links kept', async () => {
    const file = join(folder, 'pay.csv');
    const link = join(folder, 'link.csv');
    await writeFile(file, 'old');
    await chmod(file, 0o600);
    await symlink(file, link);
    expect((await kpi([...OCTOBER, '-o', link])).code).toBe(0);
    expect((await readFile(file, 'utf8')).startsWith('\uFEFF工号')).toBe(true);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect((await readdir(folder)).sort()).toEqual(['link.csv', 'pay.csv']);
  });

  test('an input of the shop is never overwritten', async () => {
    calculateMonth.mockResolvedValue({ ...PAID, shop: PAID.shop && { ...PAID.shop, folder } });
    const inputs = {
      'kpi.yaml': 'shop: 小店\n',
      'agents.csv': '工号,姓名\n',
      '2026-10/orders.csv': '订单编号,买家,创建时间,付款时间,实付金额\n',
    };
    await mkdir(join(folder, '2026-10'));
    for (const [name, content] of Object.entries(inputs)) {
      await writeFile(join(folder, name), content);
    }
    for (const [name, content] of Object.entries(inputs)) {
      const { code, err } = await kpi([...OCTOBER, '--format', 'csv', '-o', join(folder, name)]);
      expect([name, code]).toEqual([name, 2]);
      expect(err).toContain('是店铺的输入文件');
      expect(await readFile(join(folder, name), 'utf8')).toBe(content);
    }
  });
});

describe('problems', () => {
  test('with an error nothing is printed and nothing is written', async () => {
    calculateMonth.mockResolvedValue({ ...PAID, statements: [], problems: [ERROR] });
    const file = join(folder, 'pay.csv');
    const { code, out, err } = await kpi([...OCTOBER, '-o', file]);
    expect([code, out]).toEqual([1, '']);
    expect(err).toBe(`\
错误 unknown-agent
  2026-10/events.csv:4:工号  “张山”  没有哪位客服的工号、账号或姓名是“张山”
    → 改成花名册里的客服，最像的在前：张三（A01）；或在 agents.csv 里补上这位客服或这个账号

1 个错误
有错误，没有写出任何结果
`);
    expect(await readdir(folder)).toEqual([]);
  });

  test('a warning comes after the table and does not fail', async () => {
    calculateMonth.mockResolvedValue({ ...PAID, problems: [WARNING] });
    const { code, out, err } = await kpi(OCTOBER);
    expect([code, out]).toEqual([0, CSV]);
    expect(err).toMatch(/^警告 unknown-agent\n/);
    expect(err).toMatch(/\n1 个警告\n$/);
  });

  test('with --strict a warning counts', async () => {
    calculateMonth.mockResolvedValue({ ...PAID, problems: [WARNING] });
    const { code, out, err } = await kpi([...OCTOBER, '--strict']);
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(/--strict 把警告当作错误，没有写出任何结果\n$/);
  });

  test('speak the language of the shop, which --lang overrides', async () => {
    calculateMonth.mockResolvedValue({ ...PAID, language: 'en', problems: [WARNING] });
    expect((await kpi(OCTOBER)).out).toMatch(/^Id,Name,Role,/);
    await kpi([...OCTOBER, '--lang', 'en', '-C', import.meta.dirname]);
    const request = { folder: import.meta.dirname, month: '2026-10', language: 'en' };
    expect(calculateMonth).toHaveBeenLastCalledWith(expect.objectContaining(request));
  });
});

describe('whom the table shows', () => {
  test('an agent by id, name or account, computed on the whole team', async () => {
    for (const word of ['A01', '林小雨', '示例旗舰店：小雨', '小雨']) {
      const { out } = await kpi([...OCTOBER, '--agent', word, '--format', 'json']);
      const document = JSON.parse(out);
      expect(document.agents.map(({ id }: { id: string }) => id)).toEqual(['A01']);
      expect(document.totals.payable).toBe(2527.5);
      expect(document.agents[0].scores[0].rank).toBe(2);
    }
    const request = { folder: '.', month: '2026-10' };
    expect(calculateMonth).toHaveBeenCalledWith(expect.objectContaining(request));
  });

  test('several agents in roster order, whatever the order of the flags', async () => {
    const { out } = await kpi([...OCTOBER, '--agent', 'B02', '--agent', 'A01']);
    expect(out).toBe(CSV);
  });

  test('the agents of a plan', async () => {
    const { out } = await kpi([...OCTOBER, '--plan', 'aftersales', '--ids']);
    expect(out).toBe(`\
id,name,role,plan,score,rank,base,rank_bonus,gross,deductions,payable
B02,"'=王|芳",aftersales,aftersales,,,2500,0,2500,0,2500
`);
  });

  test('an agent whom nobody knows is wrong use, with a suggestion', async () => {
    const { code, out, err } = await kpi([...OCTOBER, '--agent', 'A0l']);
    expect([code, out]).toEqual([2, '']);
    expect(err).toBe(
      'kpi: 没有工号、姓名或账号是“A0l”的客服，是否想写 A01？\n用法见 kpi calc --help\n',
    );
    expect((await kpi([...OCTOBER, '--plan', 'clasic'])).err).toContain('是否想写 classic？');
  });
});

describe('one row per pay line', () => {
  test('has the formula with its numbers and the clause', async () => {
    const { out } = await kpi([...OCTOBER, '--long', '--agent', 'A01', '--ids']);
    expect(out).toBe(`\
agent,name,line,title,kind,category,amount,formula,source
A01,林小雨,base,底薪,earning,base,1300,1300,
A01,林小雨,commission,个人提成,earning,commission,1238,销售额 × 提成比例 + 团队业绩 ÷ 2 ÷ 客服数 × 提成比例 = 80000 × 1.1% + 260000 ÷ 2 ÷ 4 × 1.1%,网店客服奖励和惩罚制度 · 个人销售提成
A01,林小雨,monthly_bonus,月度奖,earning,bonus,,条件不成立：得分 ≥ 85（82.5 ≥ 85）,
A01,林小雨,violation,违规,deduction,fine,10.5,0,
A01,林小雨,levels,晋级,notice,level,,0,
`);
  });

  test('is not for JSON, which has every line anyway', async () => {
    expect((await kpi([...OCTOBER, '--long', '--format', 'json'])).code).toBe(2);
  });
});

describe('the month', () => {
  test('is the previous one in Shanghai when it is left out, and stderr says so', async () => {
    const { err } = await kpi(['calc'], { now: '2026-10-31T20:00:00Z' });
    expect(err).toBe('没有写 --month，取上个月：2026-10\n');
    const request = { folder: '.', month: '2026-10' };
    expect(calculateMonth).toHaveBeenCalledWith(expect.objectContaining(request));
  });

  test('is written YYYY-MM', async () => {
    const { code, err } = await kpi(['calc', '--month', '2026-13']);
    expect(code).toBe(2);
    expect(err).toContain('--month 要写成 2026-10 的样子');
  });
});

describe('colour', () => {
  const hasColour = (text: string) => text.includes('\u001b[');

  test('is for terminals only, and only when it is wanted', async () => {
    expect(hasColour((await kpi(OCTOBER, { terminal: 160 })).out)).toBe(true);
    expect(hasColour((await kpi([...OCTOBER, '--format', 'table'])).out)).toBe(false);
    expect(hasColour((await kpi([...OCTOBER, '--no-color'], { terminal: 160 })).out)).toBe(false);
    const environment = { NO_COLOR: '1' };
    expect(hasColour((await kpi(OCTOBER, { terminal: 160, environment })).out)).toBe(false);
  });
});
