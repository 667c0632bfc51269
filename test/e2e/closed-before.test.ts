import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { kpi, ROOT } from '../setup/program.js';
import { wholeOr } from '../setup/runs.js';

/**
 * A shop whose three months version 1.0.0 closed: with every kind of value, a score that was not final, a
 * recovery that one month could not take in full, and a correction that is not settled yet. What that version
 * showed of them lies in shown/.
 */
const SHOP = join(ROOT, 'test/fixtures/closed-months');

const SHOWN: Readonly<Record<string, readonly string[]>> = {
  'history.json': ['history', '-f', 'json'],
  'review.json': ['review', '--period', '2026-Q4', '-f', 'json'],
  'calc.json': ['calc', '--month', '2026-11', '-f', 'json'],
  'calc.csv': ['calc', '--month', '2026-09', '--long'],
  'notices.csv': ['notices', '--month', '2026-11'],
  'verify.csv': ['verify'],
  'correct.csv': ['correct', '--month', '2026-10', '--in', '2026-12', '--dry-run'],
};

/** A file, but for the version that wrote it and the seal over that. */
function read(folder: string, file: string): string {
  return unversioned(readFileSync(join(folder, file), 'utf8'));
}

function unversioned(text: string): string {
  return text.replaceAll(/"(kpi|seal)": "[^"]*"/g, '"$1": ""');
}

/** A copy of the shop that goes away with the test. */
function copied(): string {
  const shop = mkdtempSync(join(tmpdir(), 'kpi-test-'));
  onTestFinished(() => rmSync(shop, { recursive: true, force: true }));
  cpSync(SHOP, shop, { recursive: true });
  return shop;
}

describe('months that an earlier version closed', () => {
  it.each(
    wholeOr(3, readdirSync(join(SHOP, 'shown'))),
  )('are shown as they were: %s', async (file) => {
    const { out } = await kpi(SHOWN[file] ?? [], { cwd: SHOP });
    expect(unversioned(out)).toBe(read(SHOP, `shown/${file}`));
  });

  it('are closed again as the same bytes', async () => {
    const shop = copied();
    rmSync(join(shop, 'closed/2026-11.json'));
    const why = ['--even-if', 'provisional', '--reason', '以11月30日的导出为准'];
    expect(await kpi(['close', '--month', '2026-11', ...why], { cwd: shop })).toMatchObject({
      code: 0,
    });
    const file = 'closed/2026-11.json';
    expect(knownThen(read(shop, file), read(SHOP, file))).toBe(read(SHOP, file));
  });

  it('are corrected again as the same bytes', async () => {
    const shop = copied();
    rmSync(join(shop, 'closed/corrections/2026-09-2.json'));
    const ran = await kpi(['correct', '--month', '2026-09', '--in', '2026-12'], { cwd: shop });
    expect(ran).toMatchObject({ code: 0 });
    const file = 'closed/corrections/2026-09-2.json';
    expect(knownThen(read(shop, file), read(SHOP, file))).toBe(read(SHOP, file));
  });
});

describe('a month that version 1.0.0 corrected', () => {
  const correct = ['correct', '--month', '2026-09', '--in', '2026-12'];

  it('is as it was left while nothing is new', async () => {
    const shop = copied();
    const { code, err } = await kpi(correct, { cwd: shop });
    expect({ code, err }).toMatchObject({ code: 0 });
    expect(readdirSync(join(shop, 'closed/corrections')).sort()).toEqual([
      '2026-09-1.json',
      '2026-09-2.json',
      '2026-10-1.json',
    ]);
  });

  it('is carried to later months with all that is not as it was sealed, once something is', async () => {
    const shop = copied();
    const events = join(shop, '2026-09/events.csv');
    writeFileSync(events, readFileSync(events, 'utf8').replace('bonus,,66', 'bonus,,70'));
    expect(await kpi(correct, { cwd: shop })).toMatchObject({ code: 0 });
    const file = join(shop, 'closed/corrections/2026-09-3.json');
    const { lines, record } = JSON.parse(readFileSync(file, 'utf8')) as {
      lines: { agent: string; change: string }[];
      record: { values: Record<string, unknown>; facts: { id: string }[] };
    };
    // 70 in place of 66 is new; what the corrections before changed of A01 is carried with it.
    expect(lines.map(({ agent, change }) => [agent, change])).toEqual([['A02', '4']]);
    expect(Object.keys(record.values)).toEqual(['A01', 'A02']);
    expect(record.facts.map(({ id }) => id)).toEqual(['A01', 'A02']);
    const again = await kpi(correct, { cwd: shop });
    expect(again).toMatchObject({ code: 0 });
    expect(readdirSync(join(shop, 'closed/corrections'))).not.toContain('2026-09-4.json');
  });
});

/** The text of a sealed file without the members that the earlier version did not know. */
function knownThen(now: string, then: string): string {
  const cut = (of: unknown, like: unknown): unknown => {
    if (Array.isArray(of) && Array.isArray(like)) return of.map((each, at) => cut(each, like[at]));
    if (!isObject(of) || !isObject(like)) return of;
    const known = Object.entries(of).filter(([key]) => key in like);
    return Object.fromEntries(known.map(([key, value]) => [key, cut(value, like[key])]));
  };
  return `${JSON.stringify(cut(JSON.parse(now), JSON.parse(then)), undefined, 2)}\n`;
}

function isObject(of: unknown): of is Record<string, unknown> {
  return typeof of === 'object' && of !== null;
}
