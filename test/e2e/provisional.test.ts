import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DEMO, kpi } from '../setup/program.js';
import { writeShop } from '../setup/shop.js';

/** The demo shop with orders up to the last day of October only. */
function unfinishedDemo(): string {
  const shop = writeShop({}, 'demo');
  cpSync(DEMO, shop, { recursive: true });
  const orders = join(shop, '2026-10/orders.csv');
  const lines = readFileSync(orders, 'latin1').split('\n');
  writeFileSync(orders, lines.filter((line) => !line.includes(',2026-11-')).join('\n'), 'latin1');
  return shop;
}

const MONTH = ['--month', '2026-10'];

interface ShownProblem {
  readonly code: string;
  readonly level: string;
  readonly text: string;
  readonly remedy: string;
}

function provisionalIn(json: string): readonly ShownProblem[] {
  const { problems } = JSON.parse(json);
  return problems.filter(({ code }: ShownProblem) => code === 'provisional-figures');
}

describe('pay that rests on figures which are not final', () => {
  it('is told by calc and check, as data too, with lines, people, metrics and the day', async () => {
    const cwd = unfinishedDemo();
    const calc = await kpi(['calc', ...MONTH, '--format', 'json'], { cwd });
    expect(calc.code).toBe(0);
    const warnings = provisionalIn(calc.out);
    // Performance pay rests on the score, and that on the conversion.
    const performance = warnings.find(({ text }) => text.startsWith('绩效工资（'));
    expect(performance).toMatchObject({
      level: 'warning',
      text: '绩效工资（A01 林雨桐、A02 陈嘉宁、A03 周思远、A04 吴晓彤、A05 郑梓涵）依据的询单转化率还没有定：订单要有到 2026-11-01 的，现在最晚的：2026-10-31',
    });
    expect(performance?.remedy).toContain('把截至 2026-11-01 的订单导出，放进 2026-10 文件夹');
    const check = await kpi(['check', ...MONTH, '--format', 'json'], { cwd });
    expect(provisionalIn(check.out)).toEqual(warnings);
    expect((await kpi(['calc', ...MONTH], { cwd })).err).toContain('provisional-figures');
    expect((await kpi(['calc', ...MONTH, '--strict'], { cwd })).code).toBe(1);
    const english = await kpi(['check', ...MONTH, '--lang', 'en'], { cwd });
    expect(`${english.out}${english.err}`).toContain('Conversion');
  });

  it('is not closed: the same words are an error, unless a reason is given', async () => {
    const cwd = unfinishedDemo();
    const warned = provisionalIn((await kpi(['calc', ...MONTH, '--format', 'json'], { cwd })).out);
    const refused = await kpi(['close', ...MONTH], { cwd });
    expect(refused.code).toBe(1);
    for (const { text } of warned)
      expect(refused.err.replaceAll(/\s+/g, '')).toContain(text.replaceAll(' ', ''));
    const accepted = ['--even-if', 'provisional', '--reason', '先发'];
    expect(await kpi(['close', ...MONTH, ...accepted], { cwd })).toMatchObject({
      code: 0,
      err: expect.stringContaining('提示 provisional-figures'),
    });
  });

  it('is not told where orders reach far enough', async () => {
    const { out } = await kpi(['check', ...MONTH, '--format', 'json'], { cwd: DEMO });
    expect(provisionalIn(out)).toEqual([]);
  });
});
