import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Presenting, presentResult } from '../../../src/cli/present/present.js';
import type { CommandResult } from '../../../src/cli/present/result.js';
import { decimal } from '../../../src/lib/decimal.js';
import type { FormatName } from '../../../src/output/formats/formats.js';
import type { ReportTable } from '../../../src/output/report/report-table.js';
import type { Problem } from '../../../src/words/problem.js';
import { writeShop } from '../../setup/shop.js';

const TABLE: ReportTable = {
  columns: [
    { id: 'agent', heading: '工号', align: 'left' },
    { id: 'pay', heading: '实发', align: 'right', money: true },
  ],
  rows: [['A01', decimal('2527.5')]],
  keyColumns: 1,
};

const ERROR: Problem = {
  level: 'error',
  code: 'unknown-agent',
  file: 'events.csv',
  params: { agent: '张山' },
};
const WARNING: Problem = { ...ERROR, level: 'warning' };

interface Presented {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

async function presented(
  result: Partial<CommandResult>,
  format: FormatName = 'csv',
  flags: Partial<Presenting['flags']> = {},
): Promise<Presented> {
  const written = { out: '', err: '' };
  const sink = (name: keyof typeof written) => ({
    write: async (data: string | Uint8Array) => {
      written[name] += Buffer.from(data).toString();
    },
    isTerminal: false,
    columns: undefined,
  });
  const io = { stdout: sink('out'), stderr: sink('err'), now: new Date(0), environment: {} };
  const presenting = { flags: { shop: '.', color: true, cache: true, ...flags }, format, io };
  const code = await presentResult({ language: 'zh', ...result }, presenting);
  return { code, ...written };
}

describe('data', () => {
  const data = {
    table: () => TABLE,
    json: () => ({ pay: decimal('2527.50') }),
    yaml: () => 'id: share\n',
    workbook: () => [{ title: '工资', caption: '小店', tables: [TABLE] }],
  };

  it.each<[FormatName, string]>([
    ['csv', '工号,实发\nA01,2527.5\n'],
    ['markdown', '| 工号 | 实发 |\n| --- | ---: |\n| A01 | 2527.50 |\n'],
    ['table', '工号     实发\n────  ───────\nA01   2527.50\n'],
    ['json', '{\n  "pay": 2527.5\n}\n'],
    ['yaml', 'id: share\n'],
  ])('are written as %s', async (format, out) => {
    expect(await presented({ data }, format)).toEqual({ code: 0, out, err: '' });
  });

  it('are written as a workbook', async () => {
    const output = join(writeShop({ 'kpi.yaml': '' }), 'pay.xlsx');
    expect(await presented({ data }, 'xlsx', { output })).toEqual({ code: 0, out: '', err: '' });
    expect(readFileSync(output).subarray(0, 2).toString()).toBe('PK');
  });

  it('are sentences where a command gives some, and no table is made', async () => {
    const table = () => {
      throw new Error('made');
    };
    const text = () => '没有问题\n';
    for (const format of ['table', 'text'] as const) {
      expect((await presented({ data: { table, text } }, format)).out).toBe('没有问题\n');
    }
  });

  it('go into the file that is named, for spreadsheets', async () => {
    const output = join(writeShop({ 'kpi.yaml': '' }), 'pay.csv');
    expect(await presented({ data }, 'csv', { output })).toEqual({ code: 0, out: '', err: '' });
    expect(readFileSync(output, 'utf8')).toBe('\uFEFF工号,实发\r\nA01,2527.5\r\n');
  });

  it('never take the place of a file that they rest on', async () => {
    const folder = writeShop({ 'agents.csv': '工号\n' });
    const output = join(folder, 'agents.csv');
    await expect(presented({ data, reads: [output] }, 'csv', { output })).rejects.toThrow(
      'usage.overwrites_input',
    );
    expect(readFileSync(output, 'utf8')).toBe('工号\n');
  });

  it('that cannot be written end the run, and nothing else is said', async () => {
    const output = join(writeShop({ 'kpi.yaml': '' }), 'nowhere/pay.csv');
    const { code, err } = await presented({ data, notes: ['说明'] }, 'csv', { output });
    expect(code).toBe(1);
    expect(err).toContain('cannot-write');
    expect(err).not.toContain('说明');
  });
});

describe('what is said beside them', () => {
  const data = { text: () => '数据\n' };

  it('is notes, then problems, then the summary', async () => {
    const result = { data, notes: ['一', false, '二'] as const, problems: [WARNING] };
    const { code, out, err } = await presented({ ...result, summary: ['总计'] }, 'text');
    expect([code, out]).toEqual([0, '数据\n']);
    expect(err).toMatch(/^一\n二\n警告 unknown-agent\n[\s\S]*\n1 个警告\n总计\n$/);
  });

  it('is the problems alone where one forbids the result', async () => {
    const { code, out, err } = await presented(
      { data, notes: ['说明'], problems: [ERROR] },
      'text',
    );
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(/^错误 unknown-agent\n/);
    expect(err).toMatch(/\n有错误，没有写出任何结果\n$/);
    expect(err).not.toContain('说明');
  });

  it('is the warnings alone with --strict', async () => {
    const { code, out } = await presented({ data, problems: [WARNING] }, 'text', { strict: true });
    expect([code, out]).toEqual([1, '']);
  });

  it('does not keep findings back, whatever is wrong', async () => {
    const result = { data, problems: [ERROR], isFinding: true, exit: 1 } as const;
    expect(await presented(result, 'text')).toMatchObject({ code: 1, out: '数据\n' });
  });

  it('may be all there is, with the exit code that the command gives', async () => {
    const { code, out, err } = await presented({ notes: ['已结账'], exit: 3 });
    expect([code, out, err]).toEqual([3, '', '已结账\n']);
  });
});
