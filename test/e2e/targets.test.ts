import { expect, it } from 'vitest';
import { close } from '../setup/closed.js';
import { amountOf, paidAgents } from '../setup/paid.js';
import { kpi } from '../setup/program.js';
import { csv, type ShopFiles, writeShop } from '../setup/shop.js';

/** A bonus of 1 % of the sales for who reaches the target of the month. */
function shop(files: ShopFiles, more: readonly string[] = []): ShopFiles {
  return {
    'kpi.yaml': csv('shop: 小店', 'plans: {presales: {scores: [], pay: [aim]}}', ...more),
    'rules/aim.yaml': csv(
      'id: aim',
      'kind: pay',
      'lines:',
      '  - {id: aim, title: 达标奖, kind: earning, category: bonus, formula: 目标.销售额 × 1%}',
    ),
    'agents.csv': csv('工号,姓名,岗位', 'A,甲,售前', 'B,乙,售前', 'C,丙,售前'),
    '2026-10/metrics.csv': csv('工号,销售额', 'A,90000', 'B,50000', 'C,1'),
    ...files,
  };
}

/** What A, B and C get: 1 % of their targets. */
async function bonuses(files: ShopFiles): Promise<readonly (number | null)[]> {
  const agents = await paidAgents(writeShop(files));
  return ['A', 'B', 'C'].map((id) => amountOf(agents, id, 'aim'));
}

async function check(files: ShopFiles): Promise<string> {
  const args = ['check', '--month', '2026-10', '--format', 'csv'];
  return (await kpi(args, { cwd: writeShop(files) })).out;
}

it('reads a target a row, by month, from the shop folder', async () => {
  const long = csv(
    '工号,月份,目标,数值',
    'A,2026-10,销售额,80000',
    'A,2026-11,销售额,99000',
    '乙,2026年10月,sales,"60,000"',
    'C,2026/10/1,销售额目标,40000',
  );
  expect(await bonuses(shop({ 'targets.csv': long }))).toEqual([800, 600, 400]);
});

it('reads a column for each target, from the folder of the month', async () => {
  const wide = csv('工号,姓名,销售额', 'A,甲,80000', 'B,乙,60000', 'C,丙,40000');
  expect(await bonuses(shop({ '2026-10/目标.csv': wide }))).toEqual([800, 600, 400]);
});

it('takes a month without a year for one of the year of the month’s folder', async () => {
  const columns = csv('工号,9月,10月目标', 'A,1,80000', 'B,1,60000', 'C,1,40000');
  expect(await bonuses(shop({ 'targets-销售额.csv': columns }))).toEqual([800, 600, 400]);
  const short = csv(
    '工号,目标,１０月,11月份',
    ...['A', 'B', 'C'].map((id) => `${id},销售额,70000,1`),
  );
  expect(await bonuses(shop({ '2026-10/targets.csv': short }))).toEqual([700, 700, 700]);
  const cells = csv(
    '工号,月份,目标,数值',
    ...['A', 'B', 'C'].flatMap((id) => [`${id},10月,销售额,50000`, `${id},9月,销售额,1`]),
  );
  expect(await bonuses(shop({ 'targets.csv': cells }))).toEqual([500, 500, 500]);
});

it('reads a column for each month of the target that the file’s name or a column says', async () => {
  const months = csv('工号,2026-09,2026-10', 'A,1,80000', 'B,1,60000', 'C,1,40000');
  expect(await bonuses(shop({ 'targets-销售额.csv': months }))).toEqual([800, 600, 400]);
  const named = csv(
    '工号,目标,2026-09,2026-10',
    'A,销售额,1,80000',
    'B,销售额,1,60000',
    'C,销售额,1,40000',
  );
  expect(await bonuses(shop({ 'targets.csv': named }))).toEqual([800, 600, 400]);
});

it('takes the target of kpi.yaml for who has none, and the nearest of several', async () => {
  const year = csv('工号,月份,目标,数值', 'A,2026-10,销售额,80000', 'B,2026-10,销售额,60000');
  const always = csv('工号,目标,数值', 'A,销售额,10000', 'B,销售额,10000');
  const own = csv('工号,目标,数值', 'B,销售额,65000');
  const files = { 'targets.csv': year, '目标-每月.csv': always, '2026-10/targets.csv': own };
  // A: the year's plan before what is said of any month. B: the month's own file. C: all others.
  expect(await bonuses(shop(files, ['targets: {sales: 30000}']))).toEqual([800, 650, 300]);
});

it('tells whose target is missing, and where it may be written', async () => {
  const files = shop({ 'targets.csv': csv('工号,月份,目标,数值', 'A,2026-10,销售额,80000') });
  const reported = await check(files);
  expect(reported).toContain(
    '错误,target-without-row,targets.csv,,,,targets.csv 里没有 B 2026-10 的“销售额目标”,',
  );
  expect(reported).toContain('targets.csv 里没有 C 2026-10 的“销售额目标”');
  expect(reported).not.toContain('target-not-set');
});

it('tells of a misspelt target in kpi.yaml at its line, once, and of no other key', async () => {
  // No rule asks for team_sales, which is a target all the same.
  const told = await check(shop({}, ['targets:', '  team_sales: 450000', '  sale: 30000']));
  expect(told).toContain('错误,misspelt-target,kpi.yaml,5,9,sale,');
  expect(told).toContain('是否想写“sales”？');
  expect(told.match(/错误,/g)).toHaveLength(1);
});

it('tells what is wrong in a file of targets, with file, line and column', async () => {
  const reported = await check(
    shop({
      'targets.csv': csv(
        '工号,月份,目标,数值',
        'Z,2026-10,销售额,1',
        'A,十月,销售额,2',
        'B,2026-10,销售鹅,3',
        'C,2026-10,销售额,四万',
        'A,2026-10,销售额,5',
        'A,2026-10,销售额,6',
        'B,2026-10,销售额,-7',
      ),
    }),
  );
  expect(reported).toContain('错误,unknown-agent,targets.csv,2,工号,Z,');
  expect(reported).toContain('错误,not-a-month,targets.csv,3,月份,十月,');
  expect(reported).toContain('错误,misspelt-target,targets.csv,4,目标,销售鹅,');
  expect(reported).toContain('错误,bad-number,targets.csv,5,数值,四万,');
  expect(reported).toContain(
    '错误,repeated-target,targets.csv,7,,6,“销售额目标”在 targets.csv 第 6 行已经是 5,',
  );
  expect(reported).toContain('“-7”小于 0，而“销售额目标”不能是负数');
});

it('tells of columns of a file of targets that mean nothing', async () => {
  const wide = shop({ '2026-10/targets.csv': csv('工号,销售鹅,销售额', 'A,1,2') });
  expect(await check(wide)).toContain('错误,misspelt-target,2026-10/targets.csv,1,销售鹅,销售鹅,');
  const none = shop({ '2026-10/targets.csv': csv('工号,备注', 'A,好') });
  expect(await check(none)).toContain('错误,no-target-column,2026-10/targets.csv,1,');
  const months = shop({ 'targets.csv': csv('工号,2026-10', 'A,1') });
  expect(await check(months)).toContain('错误,months-without-target,targets.csv,1,');
});

it('explains a target by the row that gives it, and inspects the file', async () => {
  const folder = writeShop(
    shop({ 'targets.csv': csv('工号,月份,目标,数值', 'A,2026-10,销售额,80000') }, [
      'targets: {sales: 30000}',
    ]),
  );
  const explained = await kpi(['explain', 'A', '--month', '2026-10'], { cwd: folder });
  expect(explained.out).toContain('targets.csv 第 2 行给本人的目标');
  const inspected = await kpi(['inspect', 'targets.csv'], { cwd: folder });
  expect(inspected.out).toContain('目标');
  expect(inspected.code).toBe(0);
});

it('keeps the targets of a closed month', async () => {
  const targets = csv('工号,月份,目标,数值', 'A,2026-10,销售额,80000');
  const folder = writeShop(shop({ 'targets.csv': targets }, ['targets: {sales: 30000}']));
  await close(folder, '2026-10');
  const verified = await kpi(['verify', '--month', '2026-10'], { cwd: folder });
  expect([verified.code, verified.err]).toEqual([0, expect.any(String)]);
  const sealed = await kpi(['calc', '--month', '2026-10', '--format', 'json'], { cwd: folder });
  expect(sealed.out).toContain('"file": "targets.csv"');
});
