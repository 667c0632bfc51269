import { readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Parser } from 'htmlparser2';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSER } from '../setup/browser.js';
import { closedShop } from '../setup/closed.js';
import { DEMO, kpi } from '../setup/program.js';
import { IS_WHOLE } from '../setup/runs.js';
import { csv, type ShopFiles, writeShop } from '../setup/shop.js';
import { agreedAgent, agreedShop, NO_EVENTS } from '../setup/statutory-shop.js';

const MONTH = ['--month', '2026-10'];
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds, each with the first element that has it. */
const VIOLATIONS =
  "axe.run().then((found) => found.violations.map(({ id, nodes }) => id + ' ' + nodes[0].html))";

/** A shop whose every text would be markup, of so many agents. */
function shopOf(count: number): ShopFiles {
  const agents = Array.from({ length: count }, (_, at) => `A${at},<i>甲${at}</i>,售前,小${at}号`);
  const orders = Array.from(
    { length: count },
    (_, at) =>
      `${1000 + at},买家丁${at},2026-10-02 10:00:00,2026-10-02 10:01:00,${80 + at}.00,小${at}号`,
  );
  return {
    'kpi.yaml': csv(
      "shop: '<script>alert(1)</script>'",
      'plans: {presales: {scores: [], pay: [base_flat, commission_team_pool]}}',
      'metrics: {memo: only}',
    ),
    'agents.csv': csv('工号,姓名,岗位,账号', ...agents),
    '2026-10/orders.csv': csv('订单编号,买家,创建时间,付款时间,实付金额,备注', ...orders),
  };
}

async function pageOf(shop: string, ...more: readonly string[]): Promise<string> {
  const run = await kpi(['report', ...MONTH, '-C', shop, ...more]);
  expect(run.code).toBe(0);
  return run.out;
}

/** A scorecard of one item that gives so many points, with what else it says. */
function scorecardOf(points: number, ...further: readonly string[]): string {
  return csv(
    'id: tens',
    'kind: scorecard',
    'title: 小表',
    'total: 100',
    `items: [{id: mark, title: 给分, full: 100, formula: ${points}}]`,
    ...further,
  );
}

/** The ids of a page and the names of its elements. */
function parsed(page: string) {
  const ids: string[] = [];
  const links: string[] = [];
  const elements = new Set<string>();
  const parser = new Parser({
    onopentag: (name, { id, href }) => {
      elements.add(name);
      if (id !== undefined) ids.push(id);
      if (href !== undefined) links.push(href);
    },
  });
  parser.end(page);
  return { ids, links, elements };
}

describe('kpi report', () => {
  it('has every part of a month, and the same bytes each time', async () => {
    const page = await pageOf(DEMO);
    const { ids, links } = parsed(page);
    for (const id of ['salary', 'service', 'orders', 'findings', 'agents', 'agent-13']) {
      expect(ids).toContain(id);
    }
    expect(new Set(ids).size).toBe(ids.length);
    // 42,394.33 is due to all 13 before tax, 37,123.00 net; 1.10% of sales is the commission of this plan.
    expect(page).toContain('42,394.33 元');
    expect(page).toContain('37,123.00 元');
    // 70 % of 130 and 80 points for a rank bonus, 85 for the bonuses of month and quarter.
    for (const gate of ['绩效奖金 80', '绩效奖金 91', '月度奖金、季度奖金 85']) {
      expect(page).toContain(`>${gate}</text>`);
    }
    expect(page).toContain('售后客服素质（满分 20）');
    // A08 stands on the second row of the sheet: 6.262 % refunds, 20 of 30 points, and on the fifth rung with 65 points.
    expect(page).toContain('<td class="here" aria-current="true">≤ 8%<br><b>20</b> ◀</td>');
    expect(page).toContain(
      '<td class="here" aria-current="true">第 5 名<br><b>200.00 元</b> ◀</td>',
    );
    // The sheet says what a grade is worth; a figure of a chart says whose it is.
    expect(page).toContain('售后客服素质: 优 20, 良 15, 中 10, 差 0');
    expect(page).toContain('<title>杨欣妍 售后客服素质 20</title>');
    expect(page).not.toContain('ecmeta');
    // 305,425.53 of sales over 13 agents: below the table, and in the part of each of them.
    expect(page.split('23494.27').length - 1).toBe(14);
    expect(links.length).toBeGreaterThan(100);
    for (const link of links) expect(ids).toContain(link.slice(1));
    expect(await pageOf(DEMO)).toBe(page);
  });

  it('has what the team and each agent cost over closed months', async () => {
    const months = ['2026-07', '2026-08', '2026-09'];
    const events = Object.fromEntries(months.map((month) => [`${month}/events.csv`, NO_EVENTS]));
    const agents = [
      agreedAgent('甲', '2026-07-01', 8000, '8000'),
      agreedAgent('乙', '2026-07-01', 9000, ''),
    ];
    const shop = await closedShop(agreedShop(agents, events), ...months.slice(0, 2));
    const page = (await kpi(['report', '--month', '2026-09', '-C', shop])).out;
    const part = (title: string) => page.split(`<h3>${title}</h3>`)[1]?.split('<h3>')[0] ?? '';
    // Shanghai on a base of 8,000: 16 %, 9 %, 0.5 %, 0.2 % and 7 %, which is 32.7 %, or 2,616.
    expect(part('各人用工成本（元）').match(/>10616</g)).toHaveLength(2);
    expect(part('全部人的工资（元）').match(/>19616</g)).toHaveLength(2);
  });

  it('has the warnings of a service index under its board', async () => {
    const shop = writeShop({
      'kpi.yaml': csv(
        'shop: 甲店',
        'plans: {presales: {scores: [service_index], pay: [base_flat]}}',
      ),
      'agents.csv': csv('工号,姓名,岗位,账号', 'A1,甲,售前,小甲'),
      '2026-10/metrics.csv': csv(
        '工号,平均响应时间,回复率,慢响应占比,询单转化率,销售件数,付款人数,答问比,平均日服务时长,意见收集数',
        'A1,45,76%,7%,50%,500,400,120%,8,10',
      ),
    });
    const page = await pageOf(shop);
    const board = page.slice(page.indexOf('客服DSR</h2>'), page.indexOf('id="service"'));
    // 5 × (0.4 × 0.5 + 0.3 × 0.8 + 0.3 × 0.6) = 3.1, below 3.5: a warning, and the advice on each of the three figures.
    expect(board).toContain('服务效率 3.1 分，低于 3.5 分');
    expect(board).toContain('备好快捷短语，高峰时加人');
    expect(board).not.toContain('练产品知识');
  });

  it('marks the score on a bar of which something is taken off', async () => {
    const tens = (deductions: string) => ({
      'kpi.yaml': csv('shop: 甲店', 'plans: {presales: {scores: [tens], pay: [base_flat]}}'),
      'agents.csv': csv('工号,姓名,岗位', 'A1,甲,售前'),
      'rules/tens.yaml': scorecardOf(85, deductions),
      '2026-10/metrics.csv': csv('工号,差评', 'A1,4'),
    });
    const less = 'deductions: [{id: bad, title: 差评, per: {of: 差评, points: 5}}]';
    const page = await pageOf(writeShop(tens(less)));
    expect(page).toContain('<title>甲 给分 85</title>');
    // 85 − 4 × 5 = 65.
    expect(page).toContain('<title>甲 得分 65</title>');
    expect(await pageOf(writeShop(tens('')))).not.toContain('<title>甲 得分');
  });

  it('draws the bounds of a ladder that looks the score up across the board', async () => {
    const shop = writeShop({
      'kpi.yaml': csv('shop: 甲店', 'plans: {presales: {scores: [tens], pay: [by_score]}}'),
      'agents.csv': csv('工号,姓名,岗位', 'A1,甲,售前'),
      'rules/tens.yaml': scorecardOf(72),
      'rules/by_score.yaml': csv(
        'id: by_score',
        'kind: pay',
        'title: 按分发',
        'lines:',
        '  - id: by_score',
        '    title: 按分发',
        '    kind: earning',
        '    category: performance',
        '    bands: {of: 得分, table: [{from: 90, amount: 500}, {from: 80, amount: 300}, {amount: 0}]}',
      ),
      '2026-10/metrics.csv': csv('工号,咨询人数', 'A1,1'),
    });
    const page = await pageOf(shop);
    for (const bound of [80, 90]) expect(page).toContain(`>按分发 ${bound}</text>`);
    expect(page).toContain('到 ≥ 80 分 还差 8 分，可得 300.00 元');
    expect(page).toContain('<td class="here" aria-current="true">其余<br><b>0.00 元</b> ◀</td>');
  });

  it('lets no name become markup, and has no name of a buyer', async () => {
    const page = await pageOf(writeShop(shopOf(3)));
    const { elements } = parsed(page);
    expect(elements).not.toContain('i');
    expect(page).toContain('&lt;i&gt;甲1&lt;/i&gt;');
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(page).not.toContain('买家丁');
    expect(page).not.toMatch(/(?:src|href)="(?!#)/);
  });

  it('puts a closed month beside those before it, as they were sealed', async () => {
    const files = shopOf(2);
    const november = (files['2026-10/orders.csv'] as string).replaceAll('2026-10', '2026-11');
    const shop = writeShop({ ...files, '2026-11/orders.csv': november.replaceAll('100', '200') });
    await kpi(['close', ...MONTH, '-C', shop]);
    await kpi(['close', '--month', '2026-11', '-C', shop]);
    const run = await kpi(['report', '--month', '2026-11', '-C', shop]);
    expect(parsed(run.out).ids).toContain('trend');
    expect(run.out).toContain('已结账');
    expect(run.out).toMatch(/2026-10：[\d,.]+ 元/);
  });

  it('stays small with 300 agents', async () => {
    const shop = writeShop(shopOf(300));
    const file = join(shop, 'report.html');
    await pageOf(shop, '-o', file);
    expect(statSync(file).size).toBeLessThan(5_000_000);
    expect(statSync(file).mode & 0o077).toBe(0);
  });
});

describe.runIf(IS_WHOLE && BROWSER !== undefined)('in Chromium', () => {
  let browser: Browser;
  let file: string;
  let folder: string;

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: BROWSER ?? '', args: ['--no-sandbox'] });
  });
  afterAll(() => browser.close());

  async function opened(width: number, ...more: readonly string[]) {
    folder = writeShop({ 'x.txt': '' });
    file = join(folder, 'report.html');
    await pageOf(DEMO, '-o', file, ...more);
    const page = await browser.newPage({ viewport: { width, height: 800 } });
    const faults: string[] = [];
    page.on('console', (message) => void faults.push(message.text()));
    page.on('pageerror', (error) => void faults.push(error.message));
    page.on('request', (request) => {
      if (!request.url().startsWith('file://')) faults.push(request.url());
    });
    await page.goto(`file://${file}`);
    return { page, faults };
  }

  const widthOf = (page: Page) => page.evaluate<number>('document.documentElement.scrollWidth');

  it('says nothing in the console, asks for nothing, and passes axe', async () => {
    const { page, faults } = await opened(1200);
    expect(await page.locator('svg').count()).toBeGreaterThan(5);
    await page.evaluate(AXE);
    const violations = () => page.evaluate<readonly string[]>(VIOLATIONS);
    expect(await violations()).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await violations()).toEqual([]);
    expect(faults).toEqual([]);
    await page.close();
  }, 120_000);

  it('sorts and filters its tables, and opens the reason that a figure leads to', async () => {
    const { page } = await opened(1200, '--lang', 'en');
    const table = page.locator('#salary table');
    const cost = table.locator('thead th').last();
    await cost.locator('button').click();
    const amounts = async () => {
      const texts = await table.locator('tbody tr td:last-child').allTextContents();
      return texts.map(Number);
    };
    const up = await amounts();
    expect(up).toHaveLength(13);
    expect(up).toEqual([...up].sort((a, b) => a - b));
    await cost.locator('button').click();
    expect(await amounts()).toEqual([...up].reverse());
    await page.locator('#salary input').fill('A12');
    expect(await table.locator('tbody tr:visible').count()).toBe(1);
    await page.locator('#salary input').fill('');
    const reason = page.locator('tr[id="agent-1-commission"]');
    expect(await reason.isVisible()).toBe(false);
    await table.locator('a[href="#agent-1-commission"]').click();
    await reason.waitFor({ state: 'visible' });
    await page.close();
  }, 120_000);

  it('is no wider than a phone', async () => {
    const { page } = await opened(360);
    expect(await widthOf(page)).toBeLessThanOrEqual(360);
    await page.close();
  }, 120_000);

  it('prints', async () => {
    const { page } = await opened(1200);
    await page.emulateMedia({ media: 'print' });
    // On paper nothing is moved sideways: no table is wider than the page, 277 mm of landscape A4.
    await page.setViewportSize({ width: 1047, height: 800 });
    expect(await widthOf(page)).toBeLessThanOrEqual(1047);
    expect((await page.pdf({ preferCSSPageSize: true })).length).toBeGreaterThan(10_000);
    await page.close();
  }, 120_000);
});
