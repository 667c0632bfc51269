import { expect, it } from 'vitest';
import { kpi } from '../../setup/program.js';
import { csv, type ShopFiles, writeShop } from '../../setup/shop.js';

const SHOP: ShopFiles = {
  'kpi.yaml': csv('shop: 小店', 'plans: {presales: {pay: [base_flat]}}'),
  'agents.csv': csv('工号,姓名,岗位,账号', 'A01,甲,售前,小甲', 'A02,乙,售前,小乙'),
};

/** What is told of the files that are no orders' look-back: code, and the cell. */
async function told(files: ShopFiles): Promise<readonly string[]> {
  const run = await kpi(['check', '--month', '2026-10', '--format', 'json'], {
    cwd: writeShop({ ...SHOP, ...files }),
  });
  const { problems } = JSON.parse(run.out) as {
    problems: { code: string; line: number | null; column: string | null }[];
  };
  const others = ['credit-by-memo-only', 'short-lookback', 'rows-left-out'];
  return problems
    .filter(({ code }) => !others.includes(code))
    .map(({ code, line, column }) => `${code}:${line ?? ''}:${column ?? ''}`);
}

it.each([
  ['more days than the month has', '工号,应出勤,出勤', '32,22', 'more-days-than-month:2:应出勤'],
  [
    'leave by days and none by times',
    '工号,应出勤,出勤,请假,请假天数',
    '22,19,0,3',
    'absence-contradicted:2:请假',
  ],
  [
    'absence by times and none by days',
    '工号,应出勤,出勤,旷工,旷工天数',
    '22,19,1,0',
    'absence-contradicted:2:旷工天数',
  ],
  [
    'days worked and days away beyond those due',
    '工号,应出勤,出勤,请假天数',
    '22,22,3',
    'days-exceed-due:2:出勤',
  ],
  ['half a time', '工号,应出勤,出勤,迟到', '22,22,0.5', 'part-of-time:2:迟到'],
])('monthly attendance that cannot be right is told: %s', async (_, header, cells, problem) => {
  const sound = cells.replace(/[^,]+/g, '0');
  const files = { '2026-10/attendance.csv': csv(header, `A01,${cells}`, `A02,${sound}`) };
  expect(await told(files)).toEqual([problem]);
});

it('attendance that adds up, and work on rest days without leave, is not told', async () => {
  const header = '工号,应出勤,出勤,迟到,请假,请假天数,旷工,旷工天数';
  const rows = ['A01,22,20.5,1,2,1.5,0,0', 'A02,22,26,0,0,0,0,0'];
  expect(await told({ '2026-10/attendance.csv': csv(header, ...rows) })).toEqual([]);
});

it('workdays due in the roster are no more than a month has', async () => {
  const roster = csv('工号,姓名,岗位,应出勤', 'A01,甲,售前,31', 'A02,乙,售前,220');
  expect(
    await told({
      'agents.csv': roster,
      '2026-10/complaints.csv': csv('日期,工号,类型', '2026-10-01,A01,表扬'),
    }),
  ).toEqual(['more-days-than-month:3:应出勤']);
});

const ORDERS = '订单编号,买家,创建时间,付款时间,实付金额,状态,退款金额,退款状态';
const order = (last: string) =>
  `4100000000000000011,买家一,2026-10-05 10:00:00,2026-10-05 10:01:00,99.00,${last}`;

it.each([
  ['closed after payment with a refund of 0', '交易关闭,0.00,', ['closed-without-refund::']],
  ['a refund that succeeded with 0', '交易成功,0,退款成功', ['refund-of-nothing::']],
  ['a refund that succeeded without amount', '交易成功,,退款成功', ['refund-of-nothing::']],
  ['a whole refund', '交易关闭,99.00,退款成功', []],
  ['no refund', '交易成功,0.00,', []],
])('an order that contradicts itself is told: %s', async (_, cells, problems) => {
  expect(await told({ '2026-10/orders.csv': csv(ORDERS, order(cells)) })).toEqual(problems);
});

it('a fraction among percentages is told, small percentages are not', async () => {
  const files = (one: string, other: string) => ({
    '2026-10/metrics.csv': csv('工号,客户满意率(%)', `A01,${one}`, `A02,${other}`),
  });
  expect(await told(files('0.93', '97.5'))).toEqual(['fraction-among-percents:2:客户满意率(%)']);
  expect(await told(files('0.93%', '97.5'))).toEqual([]);
  expect(await told(files('0.8', '1.5'))).toEqual([]);
});
