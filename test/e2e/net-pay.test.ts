import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { kpi } from '../setup/program.js';
import { csv, type ShopFiles, writeShop } from '../setup/shop.js';
import {
  agreedAgent as agent,
  NO_EVENTS as EVENTS,
  agreedShop as shop,
} from '../setup/statutory-shop.js';

interface Line {
  readonly id: string;
  readonly amount: number;
}

interface Paid {
  readonly id: string;
  readonly payable: number;
  readonly net: number;
  readonly cost: number;
  readonly withheld: readonly Line[];
  readonly employer: readonly Line[];
  readonly tax_state: Readonly<Record<string, number>>;
  readonly notices: readonly { readonly code: string }[];
}

async function paidIn(folder: string, month: string): Promise<readonly Paid[]> {
  const run = await kpi(['calc', '-C', folder, '--month', month, '--format', 'json']);
  if (run.code !== 0) throw new Error(run.err);
  return (JSON.parse(run.out) as { agents: readonly Paid[] }).agents;
}

/** The first agent of a shop in a month. */
async function onePaid(files: ShopFiles, month: string): Promise<Paid> {
  const [paid] = await paidIn(writeShop({ [`${month}/events.csv`]: EVENTS, ...files }), month);
  if (paid === undefined) throw new Error('nobody is paid');
  return paid;
}

function amounts(lines: readonly Line[]): Readonly<Record<string, number>> {
  return Object.fromEntries(lines.map(({ id, amount }) => [id, amount]));
}

/** What is said of the months of these shops whatever is tried: their files of events are empty. */
const BESIDE: ReadonlySet<string> = new Set(['no-deductions', 'empty-file']);

/** The problems of a month, as `code file:line`. */
async function problemsOf(files: ShopFiles, month: string): Promise<readonly string[]> {
  const folder = writeShop({ [`${month}/events.csv`]: EVENTS, ...files });
  const run = await kpi(['calc', '-C', folder, '--month', month, '--format', 'json']);
  const found = /\{[\s\S]*\}/.exec(run.out)?.[0];
  if (found !== undefined) {
    const { problems } = JSON.parse(found) as {
      problems: readonly { code: string; file?: string; line?: number }[];
    };
    return problems
      .filter(({ code }) => !BESIDE.has(code))
      .map(({ code, file, line }) => `${code} ${file}:${line ?? ''}`);
  }
  const codes = [...run.err.matchAll(/^(?:错误|警告) ([a-z-]+)$/gm)].map(([, code = '']) => code);
  return codes.filter((code) => !BESIDE.has(code));
}

describe('the figures of the law that a month rests on', () => {
  it('are listed by check, those of a place in one note and those of everywhere in another', async () => {
    const folder = writeShop({
      '2026-08/events.csv': EVENTS,
      ...shop([agent('A', '2026-08-01', 8000, '8000')]),
    });
    const run = await kpi(['check', '-C', folder, '--month', '2026-08', '--format', 'json']);
    const { problems } = JSON.parse(run.out) as {
      problems: readonly { code: string; text: string }[];
    };
    const said = problems.filter(({ code }) => code === 'statutory-figures');
    expect(said.map(({ text }) => text.slice(0, 10))).toEqual(['上海 2026-08', '全国 2026-08']);
    expect(said[0]?.text).toContain('养老保险个人费率 8%');
    expect(said[1]?.text).toContain('首次就业可从一月减除 是（国家税务总局公告2020年第13号）');
  });

  it('are one line on a terminal', async () => {
    const folder = writeShop({
      '2026-08/events.csv': EVENTS,
      ...shop([agent('A', '2026-08-01', 8000, '8000')]),
    });
    const { out } = await kpi(['check', '-C', folder, '--month', '2026-08', '-f', 'table']);
    const from = out.indexOf('statutory-figures');
    const [, said, remedy] = out.slice(from).split('\n');
    expect(said).toBe(
      '  kpi.yaml:3:12  2026-08 的法定数字（上海、全国），连同出处，由 kpi check --format csv 逐项列出',
    );
    expect(remedy).toMatch(/^ {4}→ 和通知核对/);
    expect(out).not.toContain('养老保险个人费率');
  });
});

describe('net pay of a first month', () => {
  it('is that of the page: Shanghai, 8,000, fund 7 %', async () => {
    const paid = await onePaid(shop([agent('A', '2026-08-01', 8000, '8000')]), '2026-08');
    expect(amounts(paid.withheld)).toEqual({
      pension: 640,
      medical: 160,
      unemployment: 40,
      housing_fund: 560,
      income_tax: 48,
    });
    expect(paid.net).toBe(6552);
    // 16 %, 9 %, 0.5 %, 0.2 % and the same fund again, on top of 8,000.
    expect(amounts(paid.employer)).toEqual({
      shop_pension: 1280,
      shop_medical: 720,
      shop_unemployment: 40,
      shop_injury: 16,
      shop_housing_fund: 560,
    });
    expect(paid.cost).toBe(10616);
    expect(paid.tax_state).toEqual({
      months: 1,
      income: 8000,
      tax_free: 0,
      basic_deduction: 5000,
      contributions: 1400,
      deductions: 0,
      taxable: 1600,
      rate: 0.03,
      quick_deduction: 0,
      tax: 48,
      withheld: 48,
    });
  });

  it('goes by the place of the roster', async () => {
    const row = agent('A', '2026-07-01', 6000, '3000', '12%,北京,,');
    const paid = await onePaid(shop([row]), '2026-07');
    expect(amounts(paid.withheld)).toEqual({
      pension: 581.6,
      medical: 148.4,
      unemployment: 36.35,
      housing_fund: 360,
      income_tax: 0,
    });
    // The taxable wage is never below 0.
    expect(paid.tax_state.taxable).toBe(0);
    expect(paid.net).toBe(4873.65);
  });

  it('takes losses from net pay, and what else is deducted from the taxable wage', async () => {
    const events = csv('日期,工号,事项,金额', '2026-08-03,A,loss,300', '2026-08-04,A,fine,200');
    const files = { '2026-08/events.csv': events };
    const row = agent('A', '2026-08-01', 8000, '');
    const paid = await onePaid(shop([row], files), '2026-08');
    // 8,000 − 200 − 5,000 = 2,800 at 3 %.
    expect(amounts(paid.withheld)).toEqual({ income_tax: 84 });
    expect([paid.payable, paid.net, paid.cost]).toEqual([7500, 7416, 7500]);
    const all = await onePaid(shop([row], files, ', after_tax: [loss, fine]'), '2026-08');
    expect(amounts(all.withheld)).toEqual({ income_tax: 90 });
  });

  it('taxes an annual bonus apart, or joined to the wages', async () => {
    const files = { '2026-08/events.csv': csv('日期,工号,事项,金额', '2026-08-03,A,bonus,36001') };
    const row = agent('A', '2026-08-01', 10000, '');
    const apart = await onePaid(shop([row], files), '2026-08');
    expect(amounts(apart.withheld)).toEqual({ income_tax: 150, annual_bonus_tax: 3390.1 });
    expect(apart.tax_state.income).toBe(10000);
    const joined = await onePaid(shop([row], files, ', annual_bonus: joined'), '2026-08');
    // 46,001 − 5,000 = 41,001 at 10 % less 2,520.
    expect(amounts(joined.withheld)).toEqual({ income_tax: 1580.1 });
  });

  it('says in the explanation what the other choice would have come to', async () => {
    const files = { '2026-08/events.csv': csv('日期,工号,事项,金额', '2026-08-03,A,bonus,36001') };
    const folder = writeShop(shop([agent('A', '2026-08-01', 10000, '')], files));
    const args = ['explain', 'A', 'annual_bonus_tax', '-C', folder, '--month', '2026-08'];
    const { out } = await kpi(args);
    expect(out).toContain('年终奖并入当月工资的话，本月的税共 1,580.10 元；现在这样共 3,540.10 元');
  });

  it('taxes a non-resident by the month, contributions not deducted', async () => {
    const row = agent('A', '2026-03-01', 20000, '8000', ',,,非居民');
    const paid = await onePaid(shop([row]), '2026-08');
    // 15,000 at 20 % less 1,410; no month before August is asked for.
    expect(amounts(paid.withheld)).toMatchObject({ pension: 640, income_tax: 1590 });
  });
});

describe('the year to date', () => {
  const row = agent('A', '2026-07-01', 20000, '8000');

  it('is the opening, and the closed months after it', async () => {
    const opening = csv(
      '工号,截至月份,任职月数,累计收入,累计专项扣除,累计专项附加扣除,累计已预扣税额',
      'A,2026-07,1,20000,1400,2000,348',
    );
    const deductions = csv('工号,赡养老人', 'A,2000');
    const folder = writeShop(
      shop([row], {
        'opening.csv': opening,
        '2026-08/events.csv': EVENTS,
        '2026-08/deductions.csv': deductions,
        '2026-09/events.csv': EVENTS,
        '2026-10/events.csv': EVENTS,
        '2026-10/deductions.csv': csv('工号,累计赡养老人', 'A,8000'),
      }),
    );
    const taxes: (number | undefined)[] = [];
    for (const month of ['2026-08', '2026-09', '2026-10']) {
      // `check` knows the closed months as `calc` does.
      const checked = await kpi(['check', '-C', folder, '--month', month]);
      expect([month, checked.code, checked.out.includes('no-year-to-date')]).toEqual([
        month,
        0,
        false,
      ]);
      const [paid] = await paidIn(folder, month);
      taxes.push(amounts(paid?.withheld ?? []).income_tax);
      expect((await kpi(['close', '-C', folder, '--month', month])).code).toBe(0);
    }
    // To date: 40,000 − 10,000 − 2,800 − 4,000 = 23,200 → 696; then 60,000 − 15,000 − 4,200 − 4,000 =
    // 36,800 → 1,160; then 80,000 − 20,000 − 5,600 − 8,000 = 46,400 → 2,120.
    expect(taxes).toEqual([348, 464, 960]);
    const verified = await kpi(['verify', '-C', folder]);
    expect(verified.code, verified.err).toBe(0);
  });

  it('is asked for, with the months that it lacks', async () => {
    expect(await problemsOf(shop([row]), '2026-09')).toEqual(['no-year-to-date']);
    // Hired in the month: there is no month before.
    expect(await problemsOf(shop([row]), '2026-07')).toEqual([]);
  });

  it('is not assumed to be nothing', async () => {
    const files = shop([row]);
    const config = `${String(files['kpi.yaml'])}history: {assume: none}\n`;
    expect(await problemsOf({ ...files, 'kpi.yaml': config }, '2026-09')).toEqual([
      'no-year-to-date',
    ]);
  });
});

describe('a correction of a closed month', () => {
  it('is income of the month that settles it; what was withheld stays', async () => {
    const fined = csv('日期,工号,事项,金额', '2026-08-04,A,fine,1000');
    const folder = writeShop(
      shop([agent('A', '2026-08-01', 20000, '')], {
        '2026-08/events.csv': fined,
        '2026-09/events.csv': EVENTS,
      }),
    );
    const [august] = await paidIn(folder, '2026-08');
    // 19,000 − 5,000 = 14,000 at 3 %.
    expect(amounts(august?.withheld ?? [])).toEqual({ income_tax: 420 });
    expect((await kpi(['close', '-C', folder, '--month', '2026-08'])).code).toBe(0);
    writeFileSync(join(folder, '2026-08/events.csv'), EVENTS);
    const corrected = ['correct', '-C', folder, '--month', '2026-08', '--in', '2026-09'];
    expect((await kpi(corrected)).code).toBe(0);
    const [september] = await paidIn(folder, '2026-09');
    // To date 19,000 and 20,000 with the 1,000 that is paid back: 40,000 − 10,000 = 30,000 at 3 % is 900.
    expect(september?.tax_state).toMatchObject({ income: 40000, tax: 900, withheld: 900 });
    expect(amounts(september?.withheld ?? [])).toEqual({ income_tax: 480 });
    expect([september?.payable, september?.net]).toEqual([21000, 20520]);
  });
});

describe('what cannot be computed', () => {
  const hired = '2026-08-01';

  it.each([
    [
      'an insured agent without a base',
      [agent('A', hired, 8000, '8000').replace(',8000,8000,', ',,,')],
      'roster-gap',
    ],
    [
      'a rate of the fund beyond the range of the place',
      [agent('A', hired, 8000, '8000', '12%,,,')],
      'fund-rate-range',
    ],
    [
      'a place of which no figures are known',
      [agent('A', hired, 8000, '8000', ',wuhan,,')],
      'statutory-unknown',
    ],
    [
      'a month after the figures end',
      [agent('A', hired, 8000, '8000')],
      'statutory-unknown',
      '2027-03',
    ],
    ['pay that does not cover what is withheld', [agent('A', hired, 500, '8000')], 'negative-net'],
  ])('%s', async (_, agents, code, month = '2026-08') => {
    const of = shop(
      agents.map((row) => (month === '2027-03' ? row.replace(hired, '2027-03-01') : row)),
    );
    const found = await problemsOf(of, month);
    expect(new Set(found)).toEqual(new Set([code]));
  });

  it('a place that is misspelt: once, with the one that is meant', async () => {
    const agents = [agent('A', hired, 8000, '8000'), agent('B', hired, 8000, '8000')];
    const files = shop(agents);
    const config = String(files['kpi.yaml']).replace('shanghai', 'shangai');
    const folder = writeShop({ ...files, 'kpi.yaml': config, '2026-08/events.csv': EVENTS });
    const { err } = await kpi(['calc', '-C', folder, '--month', '2026-08']);
    expect(err).toContain('没有参保地“shangai”的数，最接近的是 shanghai');
    expect(err.match(/^错误 /gm)).toHaveLength(1);
    expect(err).toContain('1 个错误');
    // 市 behind the name of a city is no mistake.
    const city = { ...files, 'kpi.yaml': config.replace('shangai', '上海市') };
    expect((await onePaid(city, '2026-08')).net).toBe(6552);
  });

  it('a shop that does not say its injury rate, and where it says it', async () => {
    const files = shop([agent('A', hired, 8000, '8000')]);
    const config = String(files['kpi.yaml']).replace(', injury_rate: 0.2%', '');
    const folder = writeShop({ ...files, 'kpi.yaml': config, '2026-08/events.csv': EVENTS });
    const { err } = await kpi(['calc', '-C', folder, '--month', '2026-08']);
    expect(err).toContain('写在 kpi.yaml 的 statutory.injury_rate');
  });

  it('a supplement of the fund in a place whose range is not known', async () => {
    const row = agent('A', hired, 8000, '8000', '12%,北京,,');
    const found = await problemsOf(shop([row], {}, ', fund_supplement: 1%'), '2026-08');
    expect(new Set(found)).toEqual(new Set(['statutory-unknown']));
  });

  it('is computed where the shop writes the figures', async () => {
    const row = agent('A', '2027-03-01', 8000, '8000');
    const files = shop([row]);
    const set = [
      'set:',
      '  social_insurance.medical_floor: {shanghai: {2027-03: 7600}}',
      '  social_insurance.medical_ceiling: {上海: {2027-03: 38000}}',
      '  social_insurance.medical_rate: {shanghai: {2027-03: 2%}}',
      '  social_insurance.medical_flat: {shanghai: {2027-03: 0}}',
      '  social_insurance.shop_medical_rate: {shanghai: {2027-03: 9%}}',
      '  social_insurance.shop_maternity_rate: {shanghai: {2027-03: 0%}}',
    ];
    const config = csv(String(files['kpi.yaml']).trimEnd(), ...set);
    const paid = await onePaid({ ...files, 'kpi.yaml': config }, '2027-03');
    expect(amounts(paid.withheld)).toMatchObject({ pension: 640, medical: 160 });
  });
});

describe('the salary table', () => {
  it('has the columns of insurance and tax after what is due before them', async () => {
    const folder = writeShop({
      ...shop([agent('A', '2026-08-01', 8000, '8000'), agent('B', '2026-08-01', 4000, '')]),
      '2026-08/events.csv': EVENTS,
    });
    const table = async (...flags: readonly string[]) =>
      (await kpi(['calc', '-C', folder, '--month', '2026-08', '--format', 'csv', ...flags])).out
        .replace('\uFEFF', '')
        .split(/\r?\n/)
        .map((line) => line.split(',').slice(10).join(','));
    expect(await table()).toEqual([
      '应发工资,扣款,税前应付,养老保险,医疗保险,失业保险,住房公积金,个人所得税,实发',
      '8000,0,8000,640,160,40,560,48,6552',
      '4000,0,4000,,,,,0,4000',
      '',
    ]);
    const others = writeShop({
      ...shop([agent('B', '2026-08-01', 4000, ''), agent('A', '2026-08-01', 8000, '8000')]),
      '2026-08/events.csv': EVENTS,
    });
    const args = ['calc', '-C', others, '--month', '2026-08', '--format', 'csv'];
    // Whoever stands first, contributions stand before the tax.
    expect((await kpi(args)).out).toContain(
      '养老保险,医疗保险,失业保险,住房公积金,个人所得税,实发',
    );
    const [heading, first] = await table('--cost');
    expect(heading).toContain(
      '实发,单位养老保险,单位医疗保险,单位失业保险,单位工伤保险,单位住房公积金,用工成本',
    );
    expect(first).toContain('6552,1280,720,40,16,560,10616');
  });

  it('is as it was in a shop that does without', async () => {
    const files = shop([agent('A', '2026-08-01', 8000, '8000')], { '2026-08/events.csv': EVENTS });
    const config = csv('shop: 小店', 'plans: {presales: {pay: [agreed]}}');
    const folder = writeShop({ ...files, 'kpi.yaml': config });
    const { out } = await kpi(['calc', '-C', folder, '--month', '2026-08', '--format', 'json']);
    for (const word of ['withheld', 'net', 'employer', 'cost', 'tax_state']) {
      expect(out).not.toContain(`"${word}"`);
    }
  });
});
