import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { close } from '../setup/closed.js';
import { orderOf } from '../setup/commission-shop.js';
import { BINARY, ROOT, runProgram } from '../setup/program.js';
import { some, wholeOr } from '../setup/runs.js';
import { csv, type ShopFiles, writeShop } from '../setup/shop.js';

const SHOP: ShopFiles = {
  'kpi.yaml': csv('shop: 小店', 'plans: {presales: {pay: [own]}}'),
  'agents.csv': csv('工号,姓名,岗位,账号', 'A01,甲,售前,小甲', 'A02,乙,售前,小乙'),
  'rules/own.yaml': csv(
    'id: own',
    'title: 提成',
    'kind: pay',
    'lines:',
    '  - {id: share, title: 提成, kind: earning, category: commission, formula: 销售额 × 10%, round: fen}',
  ),
  ...orderOf('2026-08', 1000),
  ...orderOf('2026-09', 1000),
};

/** A shop as it is before the command. */
async function shopBefore(): Promise<string> {
  const shop = writeShop({ ...SHOP, 'pay.csv': 'old\n' });
  await close(shop, '2026-08');
  writeFileSync(
    join(shop, '2026-08/orders.csv'),
    orderOf('2026-08', 900)['2026-08/orders.csv'] ?? '',
  );
  return shop;
}

/** Every file below a folder, with what is in it. */
function contents(folder: string): Readonly<Record<string, string>> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((each) => each.isFile());
  const paths = files.map((each) => join(each.parentPath, each.name)).sort();
  return Object.fromEntries(
    paths.map((path) => [path.slice(folder.length + 1), readFileSync(path, 'latin1')]),
  );
}

function run(shop: string, command: readonly string[], die: Readonly<Record<string, string>>) {
  const args = ['--import', join(ROOT, 'test/e2e/dying.mjs'), BINARY, ...command];
  return runProgram(process.execPath, args, {
    cwd: shop,
    env: { ...process.env, DIE_IN: shop, ...die },
  });
}

/** Commands that write, how they are run again, and how that may end where the first was all but done. */
const COMMANDS: readonly (readonly [command: string, again: string | undefined, done: number])[] = [
  ['close --month 2026-09', undefined, 3],
  ['correct --month 2026-08 --in 2026-09', undefined, 0],
  ['calc --month 2026-09 -o pay.csv', undefined, 0],
  ['calc --month 2026-09 -o new.xlsx', undefined, 0],
  ['payslips --month 2026-09 -o slips', 'payslips --month 2026-09 -o slips --force', 0],
  ['payslips --month 2026-09 -o slips.html', 'payslips --month 2026-09 -o slips.html --force', 0],
  ['new 2026-11', undefined, 0],
  ['init fresh', undefined, 1],
];

describe('a run that is killed at any step of its writing', () => {
  it.each(wholeOr(2, COMMANDS))(
    '%s: leaves whole files, and the next run completes them',
    async (command, other, done) => {
      const again = other ?? command;
      const before = await shopBefore();
      const absolute = (line: string, shop: string) =>
        line
          .split(' ')
          .map((word) =>
            /^(pay\.|new\.|slips$|slips\.|fresh$)/.test(word) ? join(shop, word) : word,
          );
      const copy = () => {
        const shop = writeShop({});
        cpSync(before, shop, { recursive: true });
        return shop;
      };
      const soundShop = copy();
      const counted = await run(soundShop, absolute(command, soundShop), { DIE_AT: '0' });
      expect(counted).toMatchObject({ code: 0 });
      const steps = Number(/steps (\d+)/.exec(counted.err)?.[1]);
      expect(steps).toBeGreaterThan(2);
      const [old, sound] = [contents(before), contents(soundShop)];
      const deaths = Array.from({ length: steps }, (_, at) => at + 1).flatMap((at) =>
        ['before', 'within', 'after'].map((when) => ({ DIE_AT: String(at), DIE_WHEN: when })),
      );
      for (const death of some(deaths)) {
        const shop = copy();
        await run(shop, absolute(command, shop), death);
        for (const [file, content] of Object.entries(contents(shop))) {
          // What a run writes for itself is hidden until it is whole.
          if (/(^|\/)\./.test(file)) continue;
          expect([old[file], sound[file]], `${file} ${JSON.stringify(death)}`).toContain(content);
        }
        const next = await run(shop, absolute(again, shop), { DIE_AT: 'never' });
        expect([0, done], `${next.err} ${JSON.stringify(death)}`).toContain(next.code);
        expect(Object.keys(contents(shop)), JSON.stringify(death)).toEqual(Object.keys(sound));
        expect(contents(shop)).toEqual(sound);
      }
    },
    600_000,
  );
});
