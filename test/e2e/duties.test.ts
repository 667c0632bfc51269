import { describe, expect, it } from 'vitest';
import { kpi } from '../setup/program.js';
import { csv, type ShopFiles, writeShop } from '../setup/shop.js';

const SHOP = {
  'kpi.yaml': csv('shop: 小店', 'plans: {presales: {pay: [base_flat], notices: [duties]}}'),
  'agents.csv': csv('工号,姓名,岗位', 'A01,甲,售前', 'A02,乙,售前'),
  // 30 days before 31 October is the 1st: order 2 was sent a day too late for that.
  '2026-10/orders.csv': csv(
    '订单编号,买家,创建时间,付款时间,发货时间,实付金额,状态,备注',
    '1,b1,2026-09-28 10:00:00,2026-09-28 10:01:00,2026-10-01 20:00:00,10,已发货,A01',
    '2,b2,2026-09-28 10:00:00,2026-09-28 10:01:00,2026-10-02 08:00:00,10,已发货,A01',
    '3,b3,2026-09-20 10:00:00,2026-09-20 10:01:00,2026-09-21 08:00:00,10,已发货,',
    '4,b4,2026-09-20 10:00:00,2026-09-20 10:01:00,2026-09-21 08:00:00,10,交易成功,A01',
    '5,b5,2026-10-05 10:00:00,2026-10-05 10:01:00,2026-10-05 18:00:00,10,交易成功,A01',
    '6,b6,2026-10-06 10:00:00,2026-10-06 10:01:00,2026-10-06 18:00:00,10,交易成功,A01',
    '7,b7,2026-10-07 10:00:00,2026-10-07 10:01:00,2026-10-07 18:00:00,10,交易成功,',
    '8,b8,2026-10-08 10:00:00,2026-10-08 10:01:00,2026-10-08 18:00:00,10,已发货,A02',
    '9,b9,2026-10-09 10:00:00,2026-10-09 10:01:00,2026-10-09 18:00:00,10,交易成功,A02',
  ),
  // A middling review is one, too, and so is one that came in November.
  '2026-10/评价.csv': csv(
    '客服,订单编号,评价时间,评分',
    'A01,5,2026-10-12 09:00:00,3',
    'A02,9,2026-11-02 09:00:00,5',
  ),
  '2026-10/complaints.csv': csv(
    '日期,工号,类型,结案日期',
    '2026-10-10,A01,投诉,2026-10-10 21:00:00',
    '2026-10-11,A01,纠纷,2026-10-12',
    '2026-10-12,A01,投诉,',
    '2026-10-31,A02,投诉,2026-10-31',
  ),
  '2026-10/attendance.csv': csv(
    '日期,工号,类型,天数,申请日期',
    '2026-10-20,A01,请假,3,2026-10-14',
    '2026-10-28,A01,请假,2,2026-10-28',
    '2026-10-21,A02,请假,3,2026-10-14',
  ),
} satisfies ShopFiles;

async function noticesOf(files: ShopFiles): Promise<{ notices: unknown; err: string }> {
  const run = await kpi(['notices', '--month', '2026-10', '--format', 'csv'], {
    cwd: writeShop(files),
  });
  expect(run.code, run.err).toBe(0);
  const [, ...rows] = run.out.trim().split(/\r?\n/);
  return { notices: rows, err: run.err };
}

describe('duties without money', () => {
  it('are counted by the setting where no policy is asked', async () => {
    const cwd = writeShop({
      ...SHOP,
      'kpi.yaml': csv('shop: 小店', 'metrics: {confirm_days: 23}'),
    });
    const { out } = await kpi(['metrics', '--month', '2026-10', '--format', 'json'], { cwd });
    const { agents, shop } = JSON.parse(out);
    // 23 days before the 31st is the 8th, on which order 8 was sent; order 3 is nobody's.
    expect(agents).toMatchObject([
      { metrics: { unconfirmed_orders: 2 } },
      { metrics: { unconfirmed_orders: 1 } },
    ]);
    expect(shop.silent_unconfirmed_orders).toBe(1);
  });

  it('are told of whom they are missed by, and of the shop where nobody is credited', async () => {
    const { notices } = await noticesOf(SHOP);
    expect(notices).toEqual([
      '警告,A01,甲,售前,presales,duties,late_cases,2 件售后没有当天处理完',
      '警告,A01,甲,售前,presales,duties,sudden_leave,1 次请假超过 2 天，却没有提前 7 天申请',
      '提示,*,全店,,presales,duties,silent_unconfirmed,另有 1 个静默订单发货已久，买家还没有确认收货，请跟进',
      '提示,*,全店,,presales,duties,silent_unreviewed,另有 1 个已完成的静默订单没有评价，请回访',
      '提示,A01,甲,售前,presales,duties,unconfirmed,1 个订单发货已久，买家还没有确认收货，请跟进',
      '提示,A01,甲,售前,presales,duties,unreviewed,1 个已完成的订单没有评价，请回访',
    ]);
  });

  it('are the same in a month that is closed and counted again', async () => {
    const cwd = writeShop(SHOP);
    const closed = await kpi(['close', '--month', '2026-10'], { cwd });
    expect(closed.code, closed.err).toBe(0);
    const verified = await kpi(['verify'], { cwd });
    expect(verified.code, verified.out + verified.err).toBe(0);
  });

  it('are not spoken of where no file says anything of them', async () => {
    const { notices, err } = await noticesOf({
      ...SHOP,
      '2026-10/orders.csv': SHOP['2026-10/orders.csv'].replaceAll(
        /,(发货时间|[-\d: ]{19})(?=,10|,实)/g,
        '',
      ),
      '2026-10/评价.csv': csv('客服,评价时间,评分', 'A01,2026-10-12 09:00:00,3'),
      '2026-10/complaints.csv': csv('日期,工号,类型', '2026-10-12,A01,投诉'),
      '2026-10/attendance.csv': csv('日期,工号,类型,天数', '2026-10-20,A01,请假,3'),
    });
    expect(notices).toEqual([]);
    expect(err).not.toContain('没有发布');
  });

  it('are told as not known where a row says too little', async () => {
    const { notices, err } = await noticesOf({
      ...SHOP,
      '2026-10/attendance.csv': csv('日期,工号,类型,天数,申请日期', '2026-10-20,A01,请假,3,'),
    });
    expect(notices).not.toContainEqual(expect.stringContaining('sudden_leave'));
    expect(err).toContain('2026-10/attendance.csv:2');
    expect(err).toContain('“长假没有提前说”没有发布：这次请假没有写申请日期');
  });
});
