import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { textWidth } from '../../src/lib/text-width.js';
import { DEMO, kpi } from '../setup/program.js';
import { wholeOr } from '../setup/runs.js';

const MONTH = ['--month', '2026-10', '-C', DEMO];

/** What stands on a terminal, without colours and what was erased. */
function seen(output: string): string {
  return stripVTControlCharacters(output.replaceAll(/\r[^\n]*\r/g, ''));
}

describe.each(wholeOr(2, [60, 80, 100, 120]))('on a terminal of %i columns', (terminal) => {
  it.each(wholeOr(1, ['zh', 'en']))('no message and no explanation is wider (%s)', async (lang) => {
    for (const asked of [
      ['check', ...MONTH],
      ['explain', 'A01', ...MONTH],
      ['notices', ...MONTH],
      ['rules', 'show', 'conduct_fashion'],
    ]) {
      const environment = { TERM: 'dumb' };
      const { out, err } = await kpi([...asked, '--lang', lang], { terminal, environment });
      for (const line of seen(out + err).split('\n')) {
        expect(textWidth(line), line).toBeLessThanOrEqual(terminal);
      }
    }
  });

  it('numbers, ids and names of files stay whole', async () => {
    const environment = { TERM: 'dumb' };
    const { err } = await kpi(['explain', 'A01', ...MONTH], { terminal, environment });
    for (const whole of ['2026-10/orders.csv:401', '4010000039986616021', 'agents.csv']) {
      expect(seen(err)).toContain(whole);
    }
  });
});

it('a pipe gets each message on one line', async () => {
  const { err } = await kpi(['explain', 'A01', ...MONTH]);
  expect(err).toContain(
    '订单 4010000039986616021 的备注（或客服列）写明了不止一位客服：A01、A04；不按备注归属\n',
  );
});
