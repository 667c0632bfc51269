import { describe, expect, it } from 'vitest';
import { kpi } from '../setup/program.js';
import { csv, writeShop } from '../setup/shop.js';

/** A leaves work that two figures disagree on; B joined with workdays due that count from the hiring day. */
function shop(): string {
  return writeShop({
    'kpi.yaml': csv(
      'shop: 小店',
      'plans: {presales: {pay: [base_flat, full_attendance, lateness]}}',
      'set: {base_flat.amount: 1300, lateness.amount: 30}',
    ),
    'agents.csv': csv(
      '工号,姓名,岗位,入职日期',
      'A01,甲,售前,2025-06-01',
      'A02,乙,售前,2026-10-12',
    ),
    '2026-10/attendance.csv': csv(
      '工号,应出勤,出勤,迟到,请假,旷工',
      'A01,26,26,5,0,0',
      'A02,17,17,0,0,0',
    ),
    '2026-10/complaints.csv': csv('日期,工号,类型', '2026-10-05,A01,投诉'),
    '2026-10/metrics.csv': csv('工号,指标,值', 'A01,complaints,3'),
  });
}

const ASK = ['--month', '2026-10'];

describe('an explanation of everything', () => {
  it('begins with the amount of each line that pays or takes something, and the sum', async () => {
    const { out } = await kpi(['explain', 'A01', ...ASK], { cwd: shop() });
    // Two of five latenesses go beyond the three that are free.
    expect(out.split('\n').slice(1, 5)).toEqual([
      '  基本工资  1,300.00 元',
      '  迟到扣款    −60.00 元',
      '  另有 1 项没有金额',
      '  应发工资 1,300.00 元 − 扣款 60.00 元 = 实发 1,240.00 元',
    ]);
  });

  it('of one line has its sum only', async () => {
    const { out } = await kpi(['explain', 'A01', 'base', ...ASK], { cwd: shop() });
    expect(out.split('\n')[1]).toContain('应发工资');
  });

  it('repeats the warnings that bear on the agent, and says how many do not', async () => {
    const cwd = shop();
    const first = await kpi(['explain', 'A01', ...ASK], { cwd });
    expect(first.err).toContain('import-differs');
    expect(first.err).not.toContain('part-month-due');
    expect(first.err).toContain(
      '另有 1 个警告与 甲（A01）无关，`kpi check --month 2026-10` 全部列出\n',
    );
    const second = await kpi(['explain', 'A02', ...ASK], { cwd });
    expect(second.err).toContain('part-month-due');
    expect(second.err).not.toContain('import-differs');
  });

  it('repeats a warning that names the agent by id and name together', async () => {
    const cwd = writeShop({
      'kpi.yaml': csv(
        'shop: 小店',
        'plans: {presales: {pay: [base_flat]}}',
        'set: {base_flat.amount: 1300}',
      ),
      'agents.csv': csv('工号,姓名,岗位', '001,甲,售前', '002,乙,售前'),
      '2026-10/attendance.csv': csv('工号,应出勤,出勤', '001,26,26', '002,26,26'),
      '2026-10/complaints.csv': csv('日期,工号,类型', '2026-10-05,1,投诉'),
    });
    const own = await kpi(['explain', '001', ...ASK], { cwd });
    expect(own.err).toContain('001 甲');
    expect(own.err).toContain('id-without-noughts');
    const other = await kpi(['explain', '002', ...ASK], { cwd });
    expect(other.err).not.toContain('id-without-noughts');
  });

  it('of a word that means nothing lists what there is, each name once', async () => {
    const { code, err } = await kpi(['explain', 'A01', 'zzz', ...ASK], { cwd: shop() });
    expect(code).toBe(2);
    const names = (
      /：([^；。\n]*、[^；。\n]*)/.exec(err.replaceAll(/\n\s*/g, ''))?.[1] ?? ''
    ).split('、');
    expect(names.length).toBeGreaterThan(3);
    expect(new Set(names).size).toBe(names.length);
  });
});
