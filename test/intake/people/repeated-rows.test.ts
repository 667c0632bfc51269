import { expect, it } from 'vitest';
import { kpi } from '../../setup/program.js';
import { csv, type ShopFiles, writeShop } from '../../setup/shop.js';

const SHOP: ShopFiles = {
  'kpi.yaml': csv('shop: 小店', 'plans: {presales: {scores: [card], pay: [base_flat]}}'),
  'agents.csv': csv('工号,姓名,岗位,账号', 'A01,甲,售前,小甲', 'A02,乙,售前,小乙'),
  'rules/card.yaml': csv(
    'id: card',
    'kind: scorecard',
    'total: 100',
    'ratings: {care: 用心}',
    'events: {slip: 口误}',
    'items: [{id: care, full: 100, formula: rating.care − event.slip}]',
  ),
};

interface ShownProblem {
  readonly code: string;
  readonly level: string;
  readonly file: string;
  readonly line: number;
  readonly text: string;
}

/** Where rows that count twice are told, and what is said of them. */
async function repeatedIn(files: ShopFiles): Promise<readonly string[]> {
  const folder = writeShop({ ...SHOP, ...files });
  const run = await kpi(['check', '--month', '2026-10', '--format', 'json'], { cwd: folder });
  const { problems } = JSON.parse(run.out) as { problems: readonly ShownProblem[] };
  const errors = problems.filter(({ level }) => level === 'error').map(({ code }) => code);
  expect(errors).toEqual([]);
  return problems
    .filter(({ code }) => /repeated$/.test(code))
    .map(({ code, file, line, text }) => `${code} ${file.replace('2026-10/', '')}:${line} ${text}`);
}

it('a row that says what one before it says is told with both places and the amount', async () => {
  const found = await repeatedIn({
    '2026-10/ratings.csv': csv('工号,项目,评分', 'A01,用心,90', 'A02,用心,90'),
    '2026-10/events.csv': csv(
      '序号,日期,工号,事项,次数',
      '1,2026-10-03,A01,口误,1',
      '2,2026-10-03,A01,口误,1',
    ),
    '2026-10/complaints.csv': csv('日期,工号,类型,金额', '2026-10-04,A01,差错,30'),
    // The same register, saved again by a spreadsheet, with one more row.
    '2026-10/complaints-2.csv': csv(
      '日期,工号,类型,金额',
      '2026/10/4,甲,差错,30.00',
      '2026/10/5,甲,差错,30.00',
    ),
  });
  expect(found).toEqual([
    'row-repeated complaints.csv:2 和 2026-10/complaints-2.csv 第 2 行一模一样，两行都算了，多算的金额是 30',
    'row-repeated events.csv:3 和 2026-10/events.csv 第 2 行一模一样，两行都算了',
  ]);
});

it.each([
  ['a time', '日期,工号,类型', '2026-10-04 10:00,A01,差错', '2026-10-04 10:05,A01,差错'],
  ['a number', '日期,工号,类型,工单号', '2026-10-04,A01,差错,1', '2026-10-04,A01,差错,2'],
  ['an order', '日期,工号,类型,订单编号', '2026-10-04,A01,差错,11', '2026-10-04,A01,差错,12'],
  ['a note', '日期,工号,类型,说明', '2026-10-04,A01,差错,早', '2026-10-04,A01,差错,晚'],
  ['the agent', '日期,工号,类型', '2026-10-04,A01,差错', '2026-10-04,A02,差错'],
  [
    'the month',
    '日期,工号,类型',
    '2026-10-04,A01,差错',
    '2026-11-04,A01,差错',
    '2026-11-04,A01,差错',
  ],
])('rows that differ by %s are two', async (_, header, ...rows) => {
  const files = { '2026-10/complaints.csv': csv(header, ...rows) };
  const folder = writeShop({ ...SHOP, ...files });
  const run = await kpi(['check', '--month', '2026-10'], { cwd: folder });
  expect(run.out).not.toContain('row-repeated');
});

it('a file that is there twice is told as a whole, and none of its rows', async () => {
  const rows = csv('日期,工号,类型', '2026-10-04,A01,差错');
  const folder = writeShop({ ...SHOP, '2026-10/complaints.csv': rows, '2026-10/投诉.csv': rows });
  const run = await kpi(['check', '--month', '2026-10'], { cwd: folder });
  expect(run.out).toContain('same-content');
  expect(run.out).not.toContain('row-repeated');
});

it('a grading for the same week by the same rater is told, one of another week or rater is not', async () => {
  const found = await repeatedIn({
    '2026-10/ratings.csv': csv(
      '工号,项目,评分,周,评分人',
      'A01,用心,90,1,王',
      'A01,用心,80,1,王',
      'A01,用心,80,1,李',
      'A01,用心,80,2,王',
      'A02,用心,80,1,王',
    ),
  });
  expect(found).toEqual([
    'rating-repeated ratings.csv:3 A01 甲 的“用心”在 2026-10/ratings.csv 第 2 行已经评过（周和评分人相同），两个都算',
  ]);
});

it('gradings without a week are two unless they are wholly alike', async () => {
  const found = await repeatedIn({
    '2026-10/ratings.csv': csv(
      '工号,项目,评分',
      'A01,用心,90',
      'A01,用心,80',
      'A02,用心,80',
      'A02,用心,80',
    ),
  });
  expect(found).toEqual([
    'row-repeated ratings.csv:5 和 2026-10/ratings.csv 第 4 行一模一样，两行都算了',
  ]);
});

it('a call that two exports have is told with how much longer it makes the month', async () => {
  const header = '时间,客服,接听,交谈秒数';
  const run = await kpi(['check', '--month', '2026-10'], {
    cwd: writeShop({
      ...SHOP,
      '2026-10/calls-1.csv': csv(
        header,
        '2026-10-05 09:00:00,小甲,是,120',
        '2026-10-05 10:00:00,小甲,是,60',
      ),
      '2026-10/calls-2.csv': csv(
        header,
        '2026-10-05 10:00:00,小甲,是,60',
        '2026-10-05 11:00:00,小甲,是,60',
      ),
    }),
  });
  expect(run.out).toContain('calls-repeated,2026-10/calls-2.csv');
  expect(run.out).toContain('有 1 通接听的电话和前面的一模一样');
  expect(run.out).toContain('通话多算 60 秒');
});
