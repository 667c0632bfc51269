import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { closedShop } from '../setup/closed.js';
import { type KpiOptions, kpi } from '../setup/program.js';
import { csv, type ShopFiles, writeShop } from '../setup/shop.js';
import { SHOP } from './months-shop.js';

const MONTHS = ['2026-01', '2026-02', '2026-03', '2026-04', '2026-05'];

function runner(shop: string) {
  return (args: string, options?: KpiOptions) => kpi([...args.split(' '), '-C', shop], options);
}

/** A shop whose months have been closed, and of which nothing is left but what was sealed. */
async function onlyClosed(files: ShopFiles, months: readonly string[]) {
  const shop = await closedShop(files, ...months);
  for (const name of readdirSync(shop)) {
    if (name !== 'closed' && name !== 'kpi.yaml') rmSync(join(shop, name), { recursive: true });
  }
  return runner(shop);
}

const ROWS = [
  'A01,甲,2026-01,presales,20,1,100,50,0,161,0,161',
  'A01,甲,2026-02,presales,10,1,200,200,0,452,0,452',
  'A01,甲,2026-03,presales,30,1,60,20,0,458,0,458',
  'A01,甲,2026-04,presales,20,1,200,100,0,597.67,0,597.67',
  'A01,甲,2026-05,presales,30,1,150,50,0,521.25,0,521.25',
  'A02,乙,2026-03,presales,10,2,80,80,0,168,0,168',
  'A02,乙,2026-04,presales,20,1,120,60,0,298.67,0,298.67',
  'A02,乙,2026-05,presales,30,1,600,200,0,1029.33,0,1029.33',
];

describe('closed months side by side', () => {
  it('are read from what was sealed, a row per agent and month', async () => {
    const run = await onlyClosed(SHOP, MONTHS);
    const zh = '工号,姓名,月份,方案,得分,名次,销售额,客单价,退款率,应发工资,扣款,实发';
    expect(await run('history')).toEqual({ code: 0, out: csv(zh, ...ROWS), err: '' });
    const en =
      'Id,Name,Month,Plan,Score,Rank,Sales,Average order value,Refund rate,Gross,Deductions,Payable';
    const english = await run('history 乙 --lang en');
    expect(english.out).toBe(csv(en, ...ROWS.slice(5)));
    const ids =
      'id,name,month,plan,score,rank,sales,avg_order_value,refund_rate,gross,deductions,payable';
    const chosen = await run('history --ids --months 2026-02..2026-03 --agent A01 --plan presales');
    expect(chosen.out).toBe(csv(ids, ...ROWS.slice(1, 3)));
    expect(await run('history 丙')).toMatchObject({ code: 2, out: '' });
    expect(await run('history --months 2026')).toMatchObject({ code: 2, out: '' });

    const json = await run('history -f json --months 2026-05 --agent A02');
    expect(JSON.parse(json.out)).toMatchObject({
      months: ['2026-05'],
      agents: [
        {
          id: 'A02',
          months: [
            {
              month: '2026-05',
              scores: [{ rulebook: 'card', points: 30, total: 100, rank: 1 }],
              metrics: { paid_orders: 3, avg_order_value: 200, response_time: null },
              payable: 1029.33,
            },
          ],
        },
      ],
    });

    // Bars on a terminal only. Of 161 to 597.67 the second month, 452, is two thirds up: the sixth of eight.
    const overview = (await run('history --no-color', { terminal: 200 })).out.split('\n');
    expect(overview.find((line) => line.includes('A01'))).toMatch(
      /甲 .* 2026-01\.\.2026-05 +▅▁█▅█ 30 .* ▁▆▆█▇ 521\.25$/,
    );
    expect(overview.find((line) => line.includes('A02'))).toMatch(
      /2026-03\.\.2026-05 {4,}▁▅█ 30 +█▁▁ 1 .* {3}▁▂█ 1029\.33$/,
    );
    const one = (await run('history A01 --no-color', { terminal: 200 })).out.trimEnd().split('\n');
    expect(one.at(-1)).toMatch(/^走势 .*▅▁█▅█ .*▁▆▆█▇$/);
    for (const format of ['table', 'csv', 'json', 'markdown']) {
      expect((await run(`history -f ${format}`)).out).not.toMatch(/[▁-█]/);
    }
  }, 300_000);

  it('make a review: means, Σ ÷ Σ, and sums of pay', async () => {
    const run = await onlyClosed(SHOP, MONTHS);
    const zh =
      '工号,姓名,岗位,方案,月份,平均得分,平均名次,销售额（月均）,客单价,退款率,应发工资,扣款,实发';
    const quarter = await run('review --period 2026-Q1');
    // 20, 10 and 30 points; 360 of six buyers in three months, not the mean of 50, 200 and 20.
    expect(quarter).toEqual({
      code: 0,
      out: csv(
        zh,
        'A01,甲,售前,presales,2026-01..2026-03,20,1,120,60,0,1071,0,1071',
        'A02,乙,售前,presales,2026-03,10,2,80,80,0,168,0,168',
      ),
      err: '',
    });
    const year = await run('review --period 2026 --ids --lang en');
    // 710 of eleven buyers, 800 of six; 乙 was second, first and first.
    expect(year.out).toBe(
      csv(
        'id,name,role,plan,months,score,rank,sales,avg_order_value,refund_rate,gross,deductions,payable',
        'A01,甲,presales,presales,2026-01..2026-05,22,1,142,64.545454545455,0,2189.92,0,2189.92',
        'A02,乙,presales,presales,2026-03..2026-05,20,1.33,266.666666666667,133.333333333333,0,1496,0,1496',
      ),
    );
    expect(year.err).toContain('review-incomplete');
    expect(year.err).toContain('2026-06, 2026-07, 2026-08, 2026-09, 2026-10, 2026-11, 2026-12');
    expect(await run('review --period 2026 --strict')).toMatchObject({ code: 1, out: '' });
    const json = JSON.parse((await run('review --period 2026-q1 -f json --agent 甲')).out);
    expect(json).toMatchObject({
      period: '2026-Q1',
      months: ['2026-01', '2026-02', '2026-03'],
      missing_months: [],
      agents: [{ id: 'A01', metrics: { avg_order_value: 60, paid_orders: 2 } }],
      // 440 of the shop's seven (buyer, day); January to March.
      shop: { shop_sales: 146.666666666667 },
      totals: { gross: 1071, payable: 1071 },
    });
    const none = await run('review --period 2025 --lang en');
    expect(none).toMatchObject({ code: 1, out: '' });
    expect(none.err).toContain('no month of 2025 is closed');
    expect(await run('review')).toMatchObject({ code: 2, out: '' });
    expect(await run('review --period 2026-Q5')).toMatchObject({ code: 2, out: '' });
  }, 300_000);

  it('are never the place of a result', async () => {
    const shop = writeShop(SHOP);
    const run = runner(shop);
    await run('close --month 2026-01');
    const file = join(shop, 'closed/2026-01.json');
    const sealed = readFileSync(file, 'utf8');
    for (const command of ['history', 'calc --month 2026-01', 'metrics --month 2026-01']) {
      const refused = await run(`${command} -o ${file}`);
      expect(refused).toMatchObject({ code: 3, out: '' });
      expect(refused.err).toContain('没有写任何东西');
    }
    expect(readFileSync(file, 'utf8')).toBe(sealed);
    expect((await run(`history -o ${join(shop, 'history.json')}`)).code).toBe(0);
    writeFileSync(file, sealed.replace('甲', '申'));
    const altered = await run('history');
    expect(altered).toMatchObject({ code: 1, out: '' });
    expect(altered.err).toContain('closed-altered');
  }, 60_000);

  it('are not there yet', async () => {
    const run = runner(writeShop(SHOP));
    const { code, out, err } = await run('history');
    expect({ code, out }).toEqual({ code: 0, out: '' });
    expect(err).toContain('还没有结过账的月份');
  });
});

describe('the service review of a period', () => {
  const ASPECTS = ['attitude', 'knowledge', 'communication', 'problem_solving', 'teamwork'];
  const ratings = (month: string, ...grades: readonly string[]): ShopFiles => ({
    [`${month}/ratings.csv`]: csv(
      '工号,项目,评分,周',
      ...ASPECTS.flatMap((aspect, at) =>
        [...(grades[at] ?? '')].map((grade, week) => `A01,${aspect},${grade},${week + 1}`),
      ),
    ),
  });
  const FILES: ShopFiles = {
    'kpi.yaml': csv(
      'shop: 小店',
      'plans: {aftersales: {scores: [service_review], pay: [base_flat]}}',
      'set: {base_flat.amount: 800}',
    ),
    'agents.csv': csv('工号,姓名,岗位,账号', 'A01,甲,售后,小甲'),
    ...ratings('2026-06', '差', '差', '差', '差', '差'),
    ...ratings('2026-07', '优优', '良', '中', '优', '差'),
    ...ratings('2026-08', '良优', '良', '中', '中', '优'),
    ...ratings('2026-09', '优', '优', '优', '良', '优'),
  };
  const scoresOf = async (run: ReturnType<typeof runner>, period: string) => {
    const { out } = await run(`review --period ${period} -f json`);
    return JSON.parse(out).agents[0];
  };

  it('is over four aspects in a quarter and all five in a year, over its closed months', async () => {
    const shop = writeShop(FILES);
    const run = runner(shop);
    for (const month of ['2026-06', '2026-07', '2026-08']) {
      expect(await run(`close --month ${month}`)).toMatchObject({ code: 0 });
    }
    // July and August alone, not June: attitude (20 + 17.5) ÷ 2, knowledge 15, problem solving (20 + 10) ÷ 2,
    // teamwork (0 + 20) ÷ 2; communication is for the year.
    const open = await scoresOf(run, '2026-Q3');
    expect(open.reviews).toMatchObject([{ id: 'service_review.quarter', points: 58.75 }]);
    await run('close --month 2026-09');
    // 57.5 ÷ 3 + 50 ÷ 3 + 45 ÷ 3 + 40 ÷ 3.
    const quarter = await scoresOf(run, '2026-Q3');
    expect(quarter.reviews).toMatchObject([{ points: 64.166666666667 }]);
    expect(quarter.scores[0].items.slice(0, 3)).toEqual([
      { id: 'attitude', points: 19.166666666667 },
      { id: 'knowledge', points: 16.666666666667 },
      { id: 'communication', points: 13.333333333333 },
    ]);
    // With June's nothing: 57.5 + 50 + 40 + 45 + 40 = 232.5, a fourth of it.
    const year = await scoresOf(run, '2026');
    expect(year.reviews).toMatchObject([{ id: 'service_review.year', points: 58.125 }]);
    const table = await run('review --period 2026-Q3');
    expect(table.out).toBe(
      csv(
        '工号,姓名,岗位,方案,月份,季度得分,平均得分,平均名次,应发工资,扣款,实发',
        // Scores of the months: 65, 72.5 and 95.
        'A01,甲,售后,aftersales,2026-07..2026-09,64.17,77.5,1,2400,0,2400',
      ),
    );
  }, 300_000);
});
