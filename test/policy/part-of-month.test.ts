import { describe, expect, it } from 'vitest';
import { kpi } from '../setup/program.js';
import { csv, type ShopFiles, writeShop } from '../setup/shop.js';

/** 甲 is there all month, 乙 joins on 12 October, 丙 leaves on 9 October. */
const AGENTS = csv(
  '工号,姓名,岗位,入职日期,离职日期',
  'A,甲,售后,2023-05-01,',
  'B,乙,售后,2026-10-12,',
  'C,丙,售后,2023-05-01,2026-10-09',
);

function shopOf(files: ShopFiles): string {
  return writeShop({
    'kpi.yaml': csv('shop: 店', 'plans: {售后: {scores: [], pay: [sheet]}}'),
    'agents.csv': AGENTS,
    '2026-10/attendance.csv': csv('工号,出勤,应出勤', 'A,15,18', 'B,15,18', 'C,2,18'),
    ...files,
  });
}

/** A pay book of lines; each is an amount and what else it says. */
function sheet(...lines: readonly string[]): ShopFiles {
  const entries = lines.map(
    (keys, index) =>
      `  - {id: l${index}, title: 项${index}, kind: earning, category: base, ${keys}}`,
  );
  return { 'rules/sheet.yaml': csv('id: sheet', 'kind: pay', 'lines:', ...entries) };
}

async function amounts(shop: string, month = '2026-10') {
  const run = await kpi(['calc', '--month', month, '--format', 'json'], { cwd: shop });
  expect(run.err).not.toContain('错误');
  const { agents } = JSON.parse(run.out) as {
    agents: { id: string; lines: { amount: number }[] }[];
  };
  return Object.fromEntries(agents.map(({ id, lines }) => [id, lines.map(({ amount }) => amount)]));
}

describe('who joins or leaves during the month', () => {
  it('gets a part, by attendance, calendar days or working days', async () => {
    const shop = shopOf(
      sheet(
        'formula: 3000, prorate: attendance',
        'formula: 3100, prorate: calendar_days',
        'formula: 3600, prorate: working_days',
        'formula: 3001, prorate: calendar_days, round: 10 yuan down',
        'formula: 3000.03, prorate: attendance',
      ),
    );
    expect(await amounts(shop)).toEqual({
      // Employed all month: in full, although three days were missed.
      A: [3000, 3100, 3600, 3000, 3000.03],
      // 15 of 18; 12 to 31 October are 20 of 31 days; of 18 working days 15. 3001 × 20 ÷ 31 = 1936.13
      // 3000.03 × 15 ÷ 18 = 2500.025, a half fen, which is a fen.
      B: [2500, 2000, 3000, 1930, 2500.03],
      // 2 of 18; 9 of 31 days; 8 and 9 October of 18 working days. 3001 × 9 ÷ 31 = 871.26
      // 3000.03 × 2 ÷ 18 = 333.336…
      C: [333.33, 900, 400, 870, 333.34],
    });
  });

  it('sees the share in the explanation and in the description of the rule', async () => {
    const shop = shopOf(sheet('formula: 3600, prorate: working_days'));
    const explain = async (agent: string) =>
      (await kpi(['explain', agent, '--month', '2026-10'], { cwd: shop })).out;
    const part = await explain('B');
    expect(part).toContain('公式：3600 × (工作日(在职首日, 在职末日) ÷ 工作日())');
    expect(part).toContain('月中入职或离职，按在职的部分折算');
    expect(part).toContain('在职首日 = 2026-10-12');
    expect(await explain('A')).toContain('全月在职，不折算');
    const { out } = await kpi(['rules', 'show', 'sheet'], { cwd: shop });
    expect(out).toContain('月中入职、离职的折算：× 工作日(在职首日, 在职末日) ÷ 工作日()');
  });

  it('has to have attendance only where that is asked', async () => {
    const without = (lines: ShopFiles) =>
      writeShop({
        'kpi.yaml': csv('shop: 店', 'plans: {售后: {scores: [], pay: [sheet]}}'),
        'agents.csv': AGENTS,
        '2026-10/events.csv': csv('日期,工号,事项'),
        ...lines,
      });
    const shop = without(sheet('formula: 3100, prorate: calendar_days'));
    expect(await amounts(shop)).toEqual({ A: [3100], B: [2000], C: [900] });
    const other = without(sheet('formula: 3100, prorate: attendance'));
    const { err } = await kpi(['calc', '--month', '2026-10'], { cwd: other });
    expect(err).toContain('2026-10/attendance.csv');
  });

  it('is left alone by notices, and by measures that nobody knows', async () => {
    const book = (line: string) => ({
      'rules/sheet.yaml': csv('id: sheet', 'kind: pay', 'lines:', line),
    });
    const notice = shopOf(book('  - {id: n, kind: notice, text: 好, prorate: attendance}'));
    expect((await kpi(['check'], { cwd: notice })).out).toContain('“prorate”在这里没有作用');
    const wrong = shopOf(sheet('formula: 3000, prorate: workdays'));
    expect((await kpi(['check'], { cwd: wrong })).out).toContain(
      '只能写 working_days / calendar_days / attendance',
    );
  });

  it('has examples on both sides, or they are asked for', async () => {
    const examples = [
      'examples:',
      '  - {title: 入职, given: {入职日期: 2026-10-12}, expect: {l0: 2000}}',
    ];
    const one = sheet('formula: 3100, prorate: calendar_days');
    const text = String(one['rules/sheet.yaml']);
    const shop = shopOf({ 'rules/sheet.yaml': text + csv(...examples) });
    const { out, code } = await kpi(['rules', 'test', 'sheet'], { cwd: shop });
    expect(code).toBe(0);
    expect(out).toContain('没有例子涉及：项0：全月在职');
    expect(out).not.toContain('月中入职或离职');
  });
});

describe('days in formulas', () => {
  it('are counted between dates, of the month, and as worked', async () => {
    const shop = shopOf(
      sheet(
        'formula: "天数(在职首日, 在职末日) × 10"',
        'formula: 日历天数() × 10',
        'formula: 工作日() × 10',
        'formula: "working_days(add_days(month_start, 7), month_end) × 10"',
      ),
    );
    // 31 days of October; off are the 1st to the 7th, and the 10th, a Saturday, is worked: 18. So are all from the 8th.
    expect((await amounts(shop)).A).toEqual([300, 310, 180, 180]);
    expect((await amounts(shop)).B).toEqual([190, 310, 180, 180]);
  });

  it('of a year that no calendar has are not guessed', async () => {
    const files = {
      ...sheet('formula: 3600, prorate: working_days'),
      'agents.csv': csv('工号,姓名,岗位,入职日期', 'B,乙,售后,2027-02-15'),
      '2027-02/attendance.csv': csv('工号,出勤,应出勤', 'B,10,20'),
    };
    const shop = shopOf(files);
    const { err, code } = await kpi(['calc', '--month', '2027-02'], { cwd: shop });
    expect(code).toBe(1);
    expect(err).toContain('不知道 2027 年哪些天上班：rules/calendar.yaml 没有这一年');
    const own = csv(
      'id: calendar',
      'kind: calendar',
      'extends: calendar',
      'years:',
      '  2027: {holidays: [2027-02-15..2027-02-19], workdays: [2027-02-20]}',
    );
    // February 2027 has 20 weekdays, less five that are off, and one Saturday: 16. From the 15th: the 20th, 22nd to 26th.
    const known = shopOf({ ...files, 'rules/calendar.yaml': own });
    expect((await amounts(known, '2027-02')).B).toEqual([1350]);
  });

  it('are those of the shop, which may differ in a year', async () => {
    const own = csv(
      'id: calendar',
      'kind: calendar',
      'extends: calendar',
      'years:',
      '  2026: {holidays: [2026-10-01..2026-10-03]}',
    );
    const shop = shopOf({ ...sheet('formula: 工作日() × 10'), 'rules/calendar.yaml': own });
    // 22 weekdays of October less the 1st and 2nd.
    expect((await amounts(shop)).A).toEqual([200]);
    const { out } = await kpi(['rules', 'show', 'calendar'], { cwd: shop });
    expect(out).toContain('放假：2026-10-01..2026-10-03');
  });

  it('are told where a calendar is wrong', async () => {
    const own = csv(
      'id: calendar',
      'kind: calendar',
      'years:',
      '  2026: {holidays: [2026-02-30, 2025-12-31..2026-01-01, 2026-05-02..2026-05-01], workdays: [国庆]}',
      '  26: unknown',
    );
    const shop = shopOf({ ...sheet('formula: 100'), 'rules/calendar.yaml': own });
    const { out } = await kpi(['check'], { cwd: shop });
    expect(out).toContain('写成一天 2026-10-10，或一段 2026-10-01..2026-10-07');
    expect(out).toContain('年份写成 2026 的样子');
    const dates = shopOf({
      ...sheet('formula: 100'),
      'rules/calendar.yaml': own.replace(', workdays: [国庆]', '').replace('  26: unknown\n', ''),
    });
    const reported = (await kpi(['check'], { cwd: dates })).out;
    expect(reported).toContain('“2026-02-30”不是 2026 年的日子');
    expect(reported).toContain('“2025-12-31..2026-01-01”不是 2026 年的日子');
    expect(reported).toContain('“2026-05-02..2026-05-01”不是 2026 年的日子');
  });
});
