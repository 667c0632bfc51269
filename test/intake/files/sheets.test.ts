import { describe, expect, it } from 'vitest';
import { writeShop } from '../../setup/shop.js';
import { bookOf } from '../../workbook-file.js';
import { brief, readFolder, readOctober, SMALL_SHOP } from '../world.js';

const ORDERS = '订单编号,买家,创建时间,付款时间,实付金额';

describe('a workbook', () => {
  it('is read like a text with the same cells', async () => {
    const rows = `${ORDERS}\n1001,b1,2026-10-02 10:00:00,2026-10-02 10:05:00,99.50\n`;
    const sheet = await readOctober({ '2026-10/订单.xlsx': bookOf({ Sheet1: rows }) });
    const text = await readOctober({ '2026-10/订单.csv': rows });
    expect(brief(sheet.problems)).toEqual([]);
    const orders = 'SELECT order_id, buyer, created, paid, amount FROM orders';
    expect(await sheet.query(orders)).toEqual(await text.query(orders));
    expect(sheet.facts?.inputs.map(({ file, rows }) => [file, rows])).toEqual([
      ['2026-10/订单.xlsx', 1],
    ]);
  });

  it('has its header below titles, and rows of totals and blanks among the others', async () => {
    const rows = '十月考勤\n,\n工号,应出勤,出勤\nA01,22,22\n,,\nA02,22,21\n合计,44,43\n';
    const world = await readOctober({ '2026-10/考勤.xlsx': bookOf({ S: rows }) });
    expect(world.facts?.inputs.map(({ rows }) => rows)).toEqual([2]);
    expect(brief(world.problems)).toEqual(['summary-rows | 2026-10/考勤.xlsx']);
  });

  it('brings every sheet that is recognised, and names the sheet of a wrong cell', async () => {
    const world = await readOctober({
      '2026-10/orders.xlsx': bookOf({
        说明: '本表由店长导出',
        甲店: `${ORDERS}\n1001,b1,2026-10-02 10:00:00,,5\n`,
        乙店: `${ORDERS}\n1002,b2,2026-10-03 10:00:00,,many\n`,
      }),
    });
    expect(brief(world.problems)).toEqual([
      'other-sheets | 2026-10/orders.xlsx',
      'bad-amount | 2026-10/orders.xlsx#乙店:2 | 实付金额 | …',
    ]);
  });

  it('counts attendance once that stands in it by month and by day', async () => {
    const world = await readOctober({
      '2026-10/考勤.xlsx': bookOf({
        每日统计: '日期,工号,类型\n2026-10-08,A01,迟到\n',
        月度汇总: '工号,应出勤,出勤\nA01,22,22\nA02,22,21\n',
      }),
    });
    expect(brief(world.problems)).toEqual(['sheet-left-out | 2026-10/考勤.xlsx']);
    expect(world.facts?.attendanceForm).toBe('month');
  });

  it('may be the roster', async () => {
    const { 'agents.csv': agents = '', ...others } = SMALL_SHOP;
    const folder = writeShop({
      ...others,
      'agents.xlsx': bookOf({ 花名册: String(agents) }),
      '2026-10/orders.csv': `${ORDERS}\n`,
    });
    const world = await readFolder(folder);
    expect(world.roster?.map(({ id }) => id)).toEqual(['A01', 'A02']);
  });

  it('beside another of a roster is told, and a second file of the roster as well', async () => {
    const { 'agents.csv': agents = '', ...others } = SMALL_SHOP;
    const late = '工号,姓名,岗位\nA09,丁,售后\n';
    const sheets = bookOf({ 售前: String(agents), 售后: late });
    const orders = { '2026-10/orders.csv': `${ORDERS}\n` };
    const first = await readFolder(writeShop({ ...others, ...orders, 'agents.xlsx': sheets }));
    expect(brief(first.problems)[0]).toBe('roster-not-read | agents.xlsx#售后');
    expect(first.problems[0]?.params).toEqual({ read: 'agents.xlsx#售前' });
    const both = await readFolder(
      writeShop({
        ...others,
        ...orders,
        'agents.csv': agents,
        'agents.xlsx': bookOf({ 表: late }),
      }),
    );
    expect(brief(both.problems)[0]).toBe('roster-not-read | agents.xlsx');
    expect(both.roster?.map(({ id }) => id)).toEqual(['A01', 'A02']);
  });
});
