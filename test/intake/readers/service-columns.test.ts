import { describe, expect, it } from 'vitest';
import { parseCsv } from '../../../src/intake/files/csv-records.js';
import { openWorkbook } from '../../../src/intake/files/workbook/open-workbook.js';
import { writeShop } from '../../setup/shop.js';
import { exported, figuresOf, readReports } from './service-reports.js';

/** The rows of an export, from whichever row its header is. */
async function rowsOf(name: string): Promise<readonly (readonly string[])[]> {
  const bytes = exported(name);
  if (name.endsWith('.csv')) {
    const text = new TextDecoder('gb18030').decode(bytes);
    return parseCsv(text, ',').records.map(({ cells }) => cells);
  }
  const folder = writeShop({ 'a.xlsx': bytes });
  const book = await openWorkbook(`${folder}/a.xlsx`);
  if (typeof book === 'string') throw new Error(book);
  const rows: (readonly string[])[] = [];
  for await (const { cells } of book.sheets[0]?.rows() ?? []) rows.push(cells);
  return rows;
}

/** The same table with its columns backwards, the shop's own columns on the left, and unknown ones between. */
function rearranged(rows: readonly (readonly string[])[]): string {
  const width = Math.max(...rows.map((row) => row.length));
  const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
  return rows
    .map((row, at) => {
      const cells = Array.from({ length: width }, (_, place) => row[width - 1 - place] ?? '');
      const own = at === 0 ? ['店长备注', '月份'] : ['', '十月'];
      return [...own, ...cells, at === 0 ? '同行均值' : '7'].map(quoted).join(',');
    })
    .join('\n');
}

describe('a service report', () => {
  it.each([
    '自定义报表_客服月报_下单优先判定_2026-10-01至2026-10-31.xlsx',
    '生意参谋-客服销售.xlsx',
    '千牛-按客服查看.xlsx',
    '千牛-咨询接待能力明细.xlsx',
    '拼多多-客服数据.xlsx',
    '抖店-飞鸽客服数据.xlsx',
    '京东-接待数据.xlsx',
    '快手-客服数据.csv',
  ])('gives the same figures with its columns in another order and others beside: %s', async (name) => {
    const before = await readReports({ [name]: exported(name) });
    const after = await readReports({ 'a.csv': rearranged(await rowsOf(name)) });
    expect(after.facts?.inputs[0]?.readAs).toBe(before.facts?.inputs[0]?.readAs);
    for (const agent of [0, 1]) expect(figuresOf(after, agent)).toEqual(figuresOf(before, agent));
  });

  it('must say whose figures they are', async () => {
    const world = await readReports({
      'metrics.csv': '姓名工号,聊天人数,平均响应(秒)\n阿青,1,2\n',
    });
    expect(world.problems.map(({ code, column }) => [code, column])).toEqual([
      ['missing-column', '客服昵称'],
    ]);
  });
});
