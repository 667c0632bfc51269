import { describe, expect, it } from 'vitest';
import { kpi } from '../setup/program.js';
import { csv, type ShopFiles, writeShop } from '../setup/shop.js';

/** Two agents whose plan asks something of every kind of file that people write. */
const SHOP: ShopFiles = {
  'kpi.yaml': csv(
    'shop: 小店',
    'plans: {presales: {scores: [], pay: [own, conduct_fashion, error_forfeit]}}',
    'metrics: {memo: only, memo_flag: any}',
  ),
  'rules/own.yaml': csv(
    'id: own',
    'kind: pay',
    'lines:',
    '  - {id: base, title: 底薪, kind: earning, category: base, formula: 2600 × 出勤 ÷ 应出勤}',
    '  - {id: agreed, title: 约定, kind: earning, category: base, formula: 约定工资, prorate: attendance}',
    '  - {id: commission, title: 提成, kind: earning, category: commission, formula: 销售额 × 1%}',
  ),
  'agents.csv': csv(
    '工号,姓名,岗位,基本工资,入职日期',
    'A01,甲,售前,500,2026-01-01',
    'A02,乙,售前,500,2026-01-01',
  ),
  '2026-10/attendance.csv': csv(
    '工号,姓名,应出勤,出勤,部门,备注',
    'A01,甲,26,26,客服,',
    'A02,乙,26,25,客服,病',
  ),
  '2026-10/complaints.csv': csv(
    '日期,工号,类型,属实,重大,金额,订单编号,处理人',
    '2026-10-02,A01,差错,是,否,20,,组长',
  ),
  '2026-10/events.csv': csv(
    '日期,工号,事项,次数,金额,订单编号,登记人',
    '2026-10-02,A01,损失,1,20,,组长',
  ),
  '2026-10/metrics.csv': csv('工号,姓名,销售额', 'A01,甲,10000', 'A02,乙,10000'),
};

async function told(files: ShopFiles): Promise<readonly string[]> {
  const folder = writeShop({ ...SHOP, ...files });
  const { out } = await kpi(['check', '-C', folder, '--month', '2026-10', '--format', 'json']);
  const { problems } = JSON.parse(out) as {
    problems: readonly { code: string; file: string; line: number; text: string }[];
  };
  return problems
    .filter(({ code }) => code === 'columns-not-read')
    .map(({ file, line, text }) => `${file}:${line} ${text}`);
}

describe('a column that nobody reads', () => {
  it('is told of no file that has what the plans ask for', async () => {
    expect(await told({})).toEqual([]);
    const more = csv(
      '序号,工号,姓名,应出勤,出勤,部门,工龄',
      '1,A01,甲,26,26,客服,3',
      '2,A02,乙,26,25,客服,4',
    );
    expect(await told({ '2026-10/attendance.csv': more })).toEqual([]);
  });

  it.each([
    ['agents.csv', '基本工资', '底薪', '基本工资'],
    ['agents.csv', '入职日期', '到岗', '入职日期'],
    ['2026-10/attendance.csv', '应出勤', '应到岗', '应出勤'],
    ['2026-10/complaints.csv', '属实', '是否核实', '属实'],
    ['2026-10/complaints.csv', '金额', '损失', '金额'],
    ['2026-10/events.csv', '次数', '次', '次数'],
    ['2026-10/events.csv', '金额', '元', '金额'],
    ['2026-10/metrics.csv', '销售额', '回复率,成交额', '销售额'],
  ])('of %s: %s that is called %s there is told with what is asked for', async (file, right, wrong, wanted) => {
    const text = String(SHOP[file]);
    const [, also, own = wrong] = /^(.*),(.*)$/.exec(wrong) ?? [];
    const changed = text
      .replace(right, wrong)
      .replaceAll(/(?<=A0[12],.)(?=,10000)/g, also === undefined ? '' : ',90%');
    expect(await told({ [file]: changed })).toEqual([
      `${file}:1 列“${own}”没有读；制度要用“${wanted}”，这个文件里没有`,
    ]);
  });

  it('of a table that is read by the names of its columns is told as well', async () => {
    const attendance = csv(
      '姓名,应到岗,出勤天数,迟到次数,旷工天数',
      '甲,26,26,0,0',
      '乙,26,25,0,0',
    );
    expect(await told({ '2026-10/attendance.csv': attendance })).toEqual([
      '2026-10/attendance.csv:1 列“应到岗”没有读；制度要用“应出勤”，这个文件里没有',
    ]);
  });

  it('that is one letter off is told once', async () => {
    const attendance = String(SHOP['2026-10/attendance.csv']).replace('应出勤', '应出勒');
    const folder = writeShop({ ...SHOP, '2026-10/attendance.csv': attendance });
    const { out } = await kpi(['check', '-C', folder, '--month', '2026-10', '--format', 'csv']);
    expect(out).toContain('misspelt-column');
    expect(out).not.toContain('columns-not-read');
  });

  it('of dates is no day of leaving, unless it is called like one', async () => {
    const roster = (column: string) => ({
      'agents.csv': csv(
        `工号,姓名,岗位,基本工资,入职日期,${column}`,
        'A01,甲,售前,500,2026-01-01,2026-12-01',
        'A02,乙,售前,500,2026-01-01,',
      ),
    });
    expect(await told(roster('合同到期'))).toEqual([]);
    expect(await told(roster('离职'))).toEqual([
      'agents.csv:1 列“离职”没有读；制度要用“离职日期”，这个文件里没有',
    ]);
  });
});

describe('a figure that one agent lacks', () => {
  it('is to be added to the file that has it of the others', async () => {
    const folder = writeShop({
      ...SHOP,
      '2026-10/指标.csv': csv('工号,销售额', 'A01,10000'),
      '2026-10/metrics.csv': csv('工号,回复率', 'A01,90%', 'A02,90%'),
    });
    const { out } = await kpi(['check', '-C', folder, '--month', '2026-10', '--format', 'csv']);
    expect(out).not.toContain('orders.csv');
    expect(out).toContain(
      'metric-without-row,2026-10/指标.csv,,,,A02 没有“销售额”：2026-10/指标.csv 里没有这一行、这一列，或格子里没有数,在 2026-10/指标.csv 里补上',
    );
  });
});
