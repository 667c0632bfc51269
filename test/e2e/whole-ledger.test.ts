import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { close } from '../setup/closed.js';
import { orderOf } from '../setup/commission-shop.js';
import { kpi } from '../setup/program.js';
import { wholeOr } from '../setup/runs.js';
import { csv, type ShopFiles, writeShop } from '../setup/shop.js';

/** A share of 10% of each month's one order, which 甲 sold. */
const SHOP: ShopFiles = {
  'kpi.yaml': csv('shop: 小店', 'plans: {presales: {pay: [own]}}'),
  'agents.csv': csv('工号,姓名,岗位,账号', 'A01,甲,售前,小甲'),
  'rules/own.yaml': csv(
    'id: own',
    'title: 提成',
    'kind: pay',
    'lines:',
    '  - {id: share, title: 提成, kind: earning, category: commission, formula: 销售额 × 10%, round: fen}',
  ),
  ...orderOf('2026-08', 1000),
  ...orderOf('2026-09', 1000),
  ...orderOf('2026-10', 1000),
};

/** August and September closed; an order of September turned out to be of 900 and October is to settle that. */
async function correctedShop(): Promise<string> {
  const shop = writeShop(SHOP);
  await close(shop, '2026-08', '2026-09');
  const files = orderOf('2026-09', 900);
  for (const [file, content] of Object.entries(files)) writeFileSync(join(shop, file), content);
  const args = ['correct', '--month', '2026-09', '--in', '2026-10'];
  expect(await kpi(args, { cwd: shop })).toMatchObject({ code: 0 });
  return shop;
}

const CORRECTION = 'closed/corrections/2026-09-1.json';

/** What somebody does to the closed folder, and what is to be said of it. */
const ATTACKS: Readonly<Record<string, readonly [code: string, attack: (shop: string) => void]>> = {
  'a correction is deleted': ['correction-lost', (shop) => rmSync(join(shop, CORRECTION))],
  'a correction is altered': ['correction-altered', (shop) => alter(shop, CORRECTION)],
  'the last month is deleted': [
    'closed-lost',
    (shop) => {
      rmSync(join(shop, 'closed/corrections'), { recursive: true });
      rmSync(join(shop, 'closed/corrections.sha256'));
      rmSync(join(shop, 'closed/2026-09.json'));
    },
  ],
  'a month before is deleted': [
    'closed-unlinked',
    (shop) => rmSync(join(shop, 'closed/2026-08.json')),
  ],
  'a month is altered': ['closed-altered', (shop) => alter(shop, 'closed/2026-08.json')],
};

function alter(shop: string, file: string): void {
  const path = join(shop, file);
  writeFileSync(path, readFileSync(path, 'utf8').replace('"提成"', '"提层"'));
}

/** Every command that shows or uses closed months, of a closed month and of an open one. */
const COMMANDS: readonly (readonly string[])[] = [
  ...['2026-08', '2026-10'].flatMap((month) => [
    ['calc', '--month', month],
    ['metrics', '--month', month],
    ['explain', 'A01', '--month', month],
    ['report', '--month', month, '-o', 'r.html'],
    ['payslips', '--month', month, '-o', 'p.html'],
    ['notices', '--month', month],
    ['check', '--month', month],
    ['export', 'tax', '--month', month, '-o', 't.xlsx'],
    ['close', '--month', month],
    ['correct', '--month', month, '--in', '2026-12'],
  ]),
  ['calc', '--month', '2026-08', '--recalc'],
  ['verify'],
  ['verify', '--month', '2026-08'],
  ['history'],
  ['review', '--period', '2026-Q3'],
  ['diff', '2026-08', '2026-10'],
  ['backtest', '--set', 'own.rate=1'],
];

describe('what is closed is whole, or every command that shows or uses it says what is not', () => {
  it.each(Object.entries(ATTACKS))('when %s', async (_, [code, attack]) => {
    const sound = await correctedShop();
    const shop = writeShop({});
    cpSync(sound, shop, { recursive: true });
    attack(shop);
    for (const [at, command] of wholeOr(9, COMMANDS).entries()) {
      const args = command.join(' ');
      const language = at % 2 === 0 ? 'zh' : 'en';
      const ran = await kpi([...command, '--lang', language], { cwd: shop });
      expect(`${args}: ${ran.code} ${ran.err}${ran.out}`).toContain(code);
      expect(`${args}: ${ran.code}`).toBe(`${args}: 1`);
      if (command[0] !== 'check') expect(`${args}: ${ran.out}`).toBe(`${args}: `);
    }
  });

  it('lists what was written so that others can check it, and knows every file of it again', async () => {
    const shop = await correctedShop();
    const lines = readFileSync(join(shop, 'closed/months.sha256'), 'utf8').trimEnd().split('\n');
    expect(lines.map((line) => line.slice(66))).toEqual(['2026-08.json', '2026-09.json']);
    expect(await kpi(['calc', '--month', '2026-10'], { cwd: shop })).toMatchObject({ code: 0 });
  });

  it('lets a month be closed again whose line was taken out of the list', async () => {
    const shop = writeShop(SHOP);
    await close(shop, '2026-08');
    rmSync(join(shop, 'closed/2026-08.json'));
    expect(await kpi(['close', '--month', '2026-08'], { cwd: shop })).toMatchObject({ code: 1 });
    rmSync(join(shop, 'closed/months.sha256'));
    expect(await kpi(['close', '--month', '2026-08'], { cwd: shop })).toMatchObject({ code: 0 });
  });
});
