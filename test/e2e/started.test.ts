import { describe, expect, it } from 'vitest';
import { DEMO, kpi, startKpi } from '../setup/program.js';
import { wholeOr } from '../setup/runs.js';
import { writeShop } from '../setup/shop.js';
import { SHOP } from './months-shop.js';

const MONTH = ['--month', '2026-03'];

/** One of each command, in an order in which they can follow each other on a shop of five months; any may be left out. */
const COMMANDS: readonly (readonly string[])[] = [
  ['--version'],
  ['--help'],
  ['calk'],
  ['init', 'new'],
  ['check', ...MONTH],
  ['calc', ...MONTH, '--lang', 'en'],
  ['calc', ...MONTH, '-f', 'xlsx'],
  ['metrics', ...MONTH, '-f', 'json'],
  ['explain', 'A01', ...MONTH],
  ['notices', ...MONTH, '-f', 'markdown'],
  ['inspect', '2026-03/orders.csv'],
  ['rules', 'list'],
  ['rules', 'show', 'back'],
  ['rules', 'test'],
  ['rules', 'schema'],
  ['close', '--month', '2026-01'],
  ['verify'],
  ['history', 'A01'],
  ['review', '--period', '2026-Q1'],
  ['correct', '--month', '2026-01', '--in', '2026-03', '--dry-run'],
];

describe('the program', () => {
  it('says the same when it is started as when it is run inside a test', async () => {
    const [started, inside] = [writeShop(SHOP), writeShop(SHOP)];
    for (const command of wholeOr(7, COMMANDS)) {
      const wanted = await startKpi(command, { cwd: started });
      expect(await kpi(command, { cwd: inside }), command.join(' ')).toEqual(wanted);
    }
  });

  it('pays a month twice with the same bytes', async () => {
    const args = ['calc', '-C', DEMO, '--month', '2026-10', '--format', 'json'];
    const first = await startKpi(args);
    expect(first.code).toBe(0);
    expect((await kpi(args)).out).toBe(first.out);
  });
});
