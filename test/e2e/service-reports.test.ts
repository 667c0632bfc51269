import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { encodeGb18030 } from '../../fixtures/generator/gb18030.js';
import { kpi, ROOT } from '../setup/program.js';
import { writeShop } from '../setup/shop.js';

const EXPORTS = join(ROOT, 'fixtures/exports');
const CHITU = '自定义报表_客服月报_下单优先判定_2026-10-01至2026-10-31.xlsx';
const SYCM = '生意参谋-客服咨询接待.xlsx';
const SALES = '生意参谋-客服销售.xlsx';

function shopWith(...exports: readonly string[]): string {
  return writeShop({
    'kpi.yaml': 'shop: 云朵家居\nplans: {presales: {pay: [base_flat]}}\n',
    'agents.csv':
      '工号,姓名,岗位,账号\nA01,小满,售前,云朵家居:小满;云朵家居:小满2\nA02,阿青,售前,云朵家居:阿青\n',
    ...Object.fromEntries(
      exports.map((name) => [`2026-10/${name}`, readFileSync(join(EXPORTS, name))]),
    ),
  });
}

interface Shown {
  readonly code: string;
  readonly file: string;
  readonly line: number | null;
  readonly text: string;
}

async function problemsOf(folder: string): Promise<readonly Shown[]> {
  const { out } = await kpi([
    'check',
    '-C',
    folder,
    '--month',
    '2026-10',
    '--format',
    'json',
    '--lang',
    'en',
  ]);
  return (JSON.parse(out) as { problems: readonly Shown[] }).problems;
}

describe('two service reports of one month', () => {
  it('that agree on a figure are one; where they do not, both places are named', async () => {
    const problems = await problemsOf(shopWith(CHITU, SYCM));
    const conflicts = problems.filter(({ code }) => code === 'import-conflict');
    // 小满: 1.3125 ÷ 1.25 and 0.98125 ÷ 0.987475; 120 + 40 consults and the rest are the same in both.
    expect(conflicts.map(({ file, line }) => [file, line])).toEqual([
      [`2026-10/${CHITU}`, 2],
      [`2026-10/${CHITU}`, 2],
    ]);
    for (const { text } of conflicts) expect(text).toContain(`2026-10/${SYCM} line 7`);
  });

  it('give the figures of the month', async () => {
    const folder = shopWith(SYCM, SALES);
    const run = await kpi([
      'metrics',
      '-C',
      folder,
      '--month',
      '2026-10',
      '--format',
      'csv',
      '--ids',
      '--no-bom',
    ]);
    const [header = '', first = ''] = run.out.split(/\r?\n/);
    const at = (id: string) => first.split(',')[header.split(',').indexOf(id)];
    expect(['consults', 'net_sales', 'conversion', 'slow_share'].map(at)).toEqual([
      '160',
      '14000.4',
      '0.57',
      '0.04',
    ]);
  });
});

it.runIf(process.platform === 'linux')(
  'a name in GBK, as an archive may leave it, is refused with what to do',
  async () => {
    const folder = shopWith(SYCM);
    const name = Buffer.concat([
      Buffer.from(`${folder}/2026-10/`),
      encodeGb18030('自定义报表_2026-10-01至2026-10-31.csv'),
    ]);
    writeFileSync(name, '客服昵称,聊天人数\n阿青,3\n');
    const codes = (await problemsOf(folder)).map(({ code }) => code);
    expect(codes).toContain('garbled-name');
    expect(codes).not.toContain('cannot-read');
  },
);
