import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { closedShop } from '../setup/closed.js';
import { commissionShop } from '../setup/commission-shop.js';
import { kpi } from '../setup/program.js';
import { csv, type ShopFiles } from '../setup/shop.js';

const ORDERS = '订单编号,买家,创建时间,付款时间,实付金额,退款金额,客服';

/** A shop that pays 1 % of what was sold and not given back: 甲 sells for 100,000 a month, 乙 for 50,000. */
const SHOP: ShopFiles = {
  ...commissionShop('净销售额'),
  ...month('2026-09'),
  ...month('2026-10'),
  ...month('2026-11'),
  ...month('2026-12'),
};

/** A month's orders; what was given back of 甲's and of 乙's. */
function month(name: string, first = '0', second = '0'): ShopFiles {
  const order = (id: string, amount: string, back: string, agent: string) =>
    `${name}-${id},b${id},${name}-02 10:00:00,${name}-02 10:05:00,${amount},${back},${agent}`;
  const rows = [order('1', '100000', first, '小甲'), order('2', '50000', second, '小乙')];
  return { [`${name}/orders.csv`]: csv(ORDERS, ...rows) };
}

/** The shop with September and October closed. */
const closed = () => closedShop(SHOP, '2026-09', '2026-10');

function give(shop: string, name: string, ...back: [string, string?]): void {
  for (const [file, text] of Object.entries(month(name, ...back))) {
    writeFileSync(join(shop, file), text);
  }
}

async function run(shop: string, command: string, name: string, ...more: string[]) {
  const ran = await kpi([command, '--month', name, ...more], { cwd: shop });
  if (ran.code !== 0) throw new Error(`${command} ${name}: ${ran.err}`);
  return ran.out;
}

function correct(shop: string, into: string, ...more: string[]) {
  return kpi(['correct', '--month', '2026-09', '--in', into, '--ids', ...more], { cwd: shop });
}

/** Amounts by agent and line, absent ones left out. */
async function lines(shop: string, name: string): Promise<Readonly<Record<string, number>>> {
  const { agents } = JSON.parse(await run(shop, 'calc', name, '-f', 'json'));
  const all = agents.flatMap(
    (agent: { id: string; payable: number; lines: { id: string; amount: number }[] }) => [
      ...agent.lines.map(({ id, amount }) => [`${agent.id} ${id}`, amount]),
      [`${agent.id} payable`, agent.payable],
    ],
  );
  return Object.fromEntries(all);
}

/** Many runs of the program, one after the other. */
const LONG = 180_000;

const HEAD = 'agent,name,line,title,before,carried,after,change,formula';

describe('kpi correct', () => {
  it(
    'recovers a refund that came late, over as many months as the cap asks for',
    async () => {
      const shop = await closed();
      give(shop, '2026-09', '30000');
      const { code, out, err } = await correct(shop, '2026-11');
      expect({ code, out }).toEqual({
        code: 0,
        out: csv(HEAD, 'A01,甲,share,提成,1000,0,700,-300,净销售额 × 比例 = 70000 × 1%'),
      });
      expect(err).toContain('closed/corrections/2026-09-1.json');
      expect(err).toContain('2026-09/orders.csv 有变动');
      // A fifth of 1000 is 200: the other 100 wait for December.
      expect(await lines(shop, '2026-11')).toEqual({
        'A01 share': 1000,
        'A01 recovery.2026-09.share': 200,
        'A01 payable': 800,
        'A02 share': 500,
        'A02 payable': 500,
      });
      const explained = await kpi(['explain', 'A01', '--month', '2026-11'], { cwd: shop });
      expect(explained.out).toContain(
        '更正前 − 更正后 = 1000 − 700 = 300；本月 200，余 100 留到以后',
      );
      expect(explained.out).toContain('现在：净销售额 × 比例 = 70000 × 1%');
      await run(shop, 'close', '2026-11');
      expect(await lines(shop, '2026-12')).toMatchObject({
        'A01 recovery.2026-09.share': 100,
        'A01 payable': 900,
      });
      // Before and after it is closed: 100 less is recovered in December.
      const compared = () => kpi(['diff', '2026-11', '2026-12', '--ids'], { cwd: shop });
      const less = /^A01,甲,recovery\.2026-09\.share,[^,]+,corrections,,,100\n$/;
      expect((await compared()).out.split('\n').slice(1).join('\n')).toMatch(less);
      await run(shop, 'close', '2026-12');
      expect((await compared()).err).toContain('从 2026-11 到 2026-12 实发变化 100');
      const sealed = JSON.parse(readFileSync(join(shop, 'closed/2026-12.json'), 'utf8'));
      expect(sealed.corrections).toEqual({
        files: [],
        paid: [{ agent: 'A01', month: '2026-09', line: 'share', amount: '-100' }],
        open: [],
      });
      const verified = await kpi(['verify', '--ids'], { cwd: shop });
      expect(verified.code).toBe(0);
      expect(verified.out.match(/^2026-\d\d,\w+/gm)).toEqual([
        '2026-09,corrected',
        '2026-09,corrected',
        '2026-10,same',
        '2026-11,same',
        '2026-12,same',
      ]);
    },
    LONG,
  );

  it(
    'carries of a second correction only what is new, and nothing twice',
    async () => {
      const shop = await closed();
      give(shop, '2026-09', '10000');
      await correct(shop, '2026-11');
      give(shop, '2026-09', '15000', '1000');
      const second = await correct(shop, '2026-11');
      expect(second.out).toBe(
        csv(
          HEAD,
          'A01,甲,share,提成,1000,-100,850,-50,净销售额 × 比例 = 85000 × 1%',
          'A02,乙,share,提成,500,0,490,-10,净销售额 × 比例 = 49000 × 1%',
        ),
      );
      const third = await correct(shop, '2026-11');
      expect(third).toMatchObject({ code: 0, out: csv(HEAD) });
      expect(third.err).toContain('没有新的差额');
      expect(await lines(shop, '2026-11')).toMatchObject({
        'A01 recovery.2026-09.share': 150,
        'A02 recovery.2026-09.share': 10,
      });
      // The buyer of 乙 took the money back and returned it: what was to be recovered is not.
      give(shop, '2026-09', '15000', '0');
      await correct(shop, '2026-12');
      await run(shop, 'close', '2026-11');
      expect(await lines(shop, '2026-12')).toMatchObject({
        'A02 back_pay.2026-09.share': 10,
        'A02 payable': 510,
      });
      expect(readdirSync(join(shop, 'closed/corrections')).sort()).toEqual([
        '2026-09-1.json',
        '2026-09-2.json',
        '2026-09-3.json',
      ]);
    },
    LONG,
  );

  it('only shows with --dry-run, and writes nothing while the inputs are wrong', async () => {
    const shop = await closed();
    give(shop, '2026-09', '30000');
    const dry = await correct(shop, '2026-11', '--dry-run', '-f', 'json');
    expect(dry.code).toBe(0);
    expect(JSON.parse(dry.out)).toMatchObject({
      dry_run: true,
      corrections: [{ agent: 'A01', before: 1000, carried: 0, after: 700, change: -300 }],
      recovered: 300,
      changed: [{ file: '2026-09/orders.csv', how: 'changed' }],
      file: null,
    });
    give(shop, '2026-09', 'viel');
    expect(await correct(shop, '2026-11')).toMatchObject({ code: 1, out: '' });
    expect(existsSync(join(shop, 'closed/corrections'))).toBe(false);
  });

  it('goes from a closed month into a later one that is open', async () => {
    const shop = await closed();
    give(shop, '2026-09', '30000');
    expect(await correct(shop, '2026-10')).toMatchObject({ code: 3, out: '' });
    expect(await correct(shop, '2026-09')).toMatchObject({ code: 2, out: '' });
    expect(await kpi(['correct', '--month', '2026-09'], { cwd: shop })).toMatchObject({ code: 2 });
    const open = ['correct', '--month', '2026-11', '--in', '2026-12'];
    expect(await kpi(open, { cwd: shop })).toMatchObject({ code: 1, out: '' });
    expect(existsSync(join(shop, 'closed/corrections'))).toBe(false);
  });

  it(
    'is not paid on once a byte of it was changed',
    async () => {
      const shop = await closed();
      give(shop, '2026-09', '30000');
      await correct(shop, '2026-11');
      const file = join(shop, 'closed/corrections/2026-09-1.json');
      const bytes = readFileSync(file, 'utf8');
      writeFileSync(file, bytes.replace('"change": "-300"', '"change": "-30"'));
      for (const command of [['calc'], ['close'], ['correct', '--in', '2026-12']]) {
        const [name = '', ...more] = command;
        const of = name === 'correct' ? '2026-09' : '2026-11';
        const ran = await kpi([name, '--month', of, ...more], { cwd: shop });
        expect(ran).toMatchObject({ code: 1, out: '' });
        expect(ran.err).toContain('correction-altered');
      }
      writeFileSync(file, bytes);
      await run(shop, 'close', '2026-11');
      writeFileSync(file, bytes.replace('"change": "-300"', '"change": "-30"'));
      expect(await kpi(['verify'], { cwd: shop })).toMatchObject({ code: 1 });
    },
    LONG,
  );

  it('is missed when its file is gone before any month has settled it', async () => {
    const shop = await closed();
    give(shop, '2026-09', '10000');
    await correct(shop, '2026-11');
    const bytes = readFileSync(join(shop, 'closed/corrections/2026-09-1.json'));
    rmSync(join(shop, 'closed/corrections'), { recursive: true });
    for (const command of [['calc'], ['close'], ['correct', '--in', '2026-12']]) {
      const [name = '', ...more] = command;
      const asked = name === 'correct' ? '2026-09' : '2026-11';
      const ran = await kpi([name, '--month', asked, ...more], { cwd: shop });
      expect(ran).toMatchObject({ code: 1, out: '' });
      expect(ran.err).toContain('closed/corrections/2026-09-1.json');
      expect(ran.err).toContain('correction-lost');
    }
    // It is not wanted any more: then its line is taken out of the list.
    writeFileSync(join(shop, 'closed/corrections.sha256'), '');
    expect(await lines(shop, '2026-11')).toMatchObject({ 'A01 payable': 1000 });
    // A copy that was put back is what it was.
    mkdirSync(join(shop, 'closed/corrections'));
    writeFileSync(join(shop, 'closed/corrections/2026-09-1.json'), bytes);
    expect(await lines(shop, '2026-11')).toMatchObject({ 'A01 payable': 900 });
  });

  it('lists what was written, as sha256sum checks it', async () => {
    const shop = await closed();
    give(shop, '2026-09', '10000');
    await correct(shop, '2026-11');
    const list = readFileSync(join(shop, 'closed/corrections.sha256'), 'utf8');
    const bytes = readFileSync(join(shop, 'closed/corrections/2026-09-1.json'));
    const hash = createHash('sha256').update(bytes).digest('hex');
    expect(list).toBe(`${hash}  corrections/2026-09-1.json\n`);
  });

  it('is not carried once more when the file of one that was settled is gone', async () => {
    const shop = await closed();
    give(shop, '2026-09', '10000');
    await correct(shop, '2026-11');
    await run(shop, 'close', '2026-11');
    rmSync(join(shop, 'closed/corrections/2026-09-1.json'));
    const again = await correct(shop, '2026-12');
    expect(again).toMatchObject({ code: 1, out: '' });
    expect(again.err).toContain('correction-lost');
    // Whoever takes it off the list as well has the month that settled it against them.
    rmSync(join(shop, 'closed/corrections.sha256'));
    expect((await correct(shop, '2026-12')).err).toContain('closed-unlinked');
    const verified = await kpi(['verify', '--ids'], { cwd: shop });
    expect(verified.code).toBe(1);
    expect(verified.err).toContain('closed/2026-11.json');
  });

  it('keeps what is due to who is not paid any more, and says so', async () => {
    const shop = await closed();
    give(shop, '2026-09', '0', '10000');
    await correct(shop, '2026-11');
    const roster = csv(
      '工号,姓名,岗位,账号,离职日期',
      'A01,甲,售前,小甲,',
      'A02,乙,售前,小乙,2026-10-31',
    );
    writeFileSync(join(shop, 'agents.csv'), roster);
    writeFileSync(
      join(shop, '2026-11/orders.csv'),
      csv(ORDERS, '2026-11-1,b1,2026-11-02 10:00:00,2026-11-02 10:05:00,100000,0,小甲'),
    );
    const { code, out, err } = await kpi(['calc', '--month', '2026-11', '-f', 'json'], {
      cwd: shop,
    });
    expect(code).toBe(0);
    expect(err).toContain('recovery-unpaid');
    expect(JSON.parse(out).corrections).toMatchObject({ open: [{ agent: 'A02', amount: -100 }] });
    await run(shop, 'close', '2026-11');
    const later = await kpi(['calc', '--month', '2026-12'], { cwd: shop });
    expect(later.err).toContain('recovery-unpaid');
  });
});

/** Three agents who are ranked by their score of 100 less what verified complaints take. */
const RANKED: ShopFiles = {
  'kpi.yaml': csv(
    'shop: 小店',
    'plans: {aftersales: {scores: [manner], pay: [place]}}',
    'corrections: {recovery_share: 25%}',
  ),
  'agents.csv': csv('工号,姓名,岗位,账号', 'A01,甲,售后,a', 'A02,乙,售后,b', 'A03,丙,售后,c'),
  'rules/manner.yaml': csv(
    'id: manner',
    'kind: scorecard',
    'title: 态度',
    'total: 100',
    'items:',
    '  - {id: start, title: 起评, full: 100, formula: 100}',
    'deductions:',
    '  - {id: complaints, title: 投诉, given: {of: 记录.投诉.扣分, from: 5, to: 20}}',
  ),
  'rules/place.yaml': csv(
    'id: place',
    'kind: pay',
    'title: 名次奖',
    'lines:',
    '  - id: place',
    '    title: 名次奖',
    '    kind: earning',
    '    category: performance',
    '    rank: {by: 得分, ladder: [300, 200, 100]}',
  ),
  ...complaints('2026-09', 'A01,投诉,是,20', 'A02,投诉,是,10'),
  ...complaints('2026-10'),
};

function complaints(name: string, ...rows: readonly string[]): ShopFiles {
  const dated = rows.map((row) => `${name}-05,${row}`);
  return { [`${name}/complaints.csv`]: csv('日期,工号,类型,属实,扣分', ...dated) };
}

describe('a complaint that was graded wrongly', () => {
  it('moves ranks, and with them the pay of colleagues', async () => {
    const shop = await closedShop(RANKED, '2026-09');
    // 甲 had 80 points, 乙 90, 丙 100; with 5 points taken 甲 has 95 and passes 乙.
    const [[file, text]] = Object.entries(
      complaints('2026-09', 'A01,投诉,是,5', 'A02,投诉,是,10'),
    ) as [[string, string]];
    writeFileSync(join(shop, file), text);
    const { code, out, err } = await correct(shop, '2026-10', '-f', 'json');
    expect(code).toBe(0);
    expect(JSON.parse(out).corrections).toMatchObject([
      { agent: 'A01', line: 'place', before: 100, after: 200, change: 100 },
      { agent: 'A02', line: 'place', before: 200, after: 100, change: -100 },
    ]);
    expect(err).toContain('全部 3 人的差额都记入 2026-10');
    // In October all are first and share 600; a quarter of 200 may be recovered.
    expect(await lines(shop, '2026-10')).toEqual({
      'A01 place': 200,
      'A01 back_pay.2026-09.place': 100,
      'A01 payable': 300,
      'A02 place': 200,
      'A02 recovery.2026-09.place': 50,
      'A02 payable': 150,
      'A03 place': 200,
      'A03 payable': 200,
    });
  });
});
