import { describe, expect, it } from 'vitest';
import { byAgent, closedStatements } from '../../src/ledger/closed-statements.js';
import type { SealedMonth } from '../../src/ledger/sealed-month.js';
import { decimal } from '../../src/lib/decimal.js';
import { NOTHING_COUNTED } from '../../src/payroll/pay.js';
import { emptyShop, paid, sealed, writeChain } from './months.js';

function side(...months: readonly SealedMonth[]) {
  return closedStatements(writeChain(emptyShop(), ...months));
}

function month(name: string, ...agents: readonly string[]): SealedMonth {
  return sealed(name, { statements: agents.map((agent) => paid(agent, { share: '1' })) });
}

describe('closed months side by side', () => {
  it('have everybody once: those of the last month first, then who left before', () => {
    const { roster, months } = side(month('2026-08', 'A09', 'A02'), month('2026-09', 'A03', 'A02'));
    expect(months).toEqual(['2026-08', '2026-09']);
    expect(roster.map(({ id }) => id)).toEqual(['A03', 'A02', 'A09']);
  });

  it('have an agent as the last month has them', () => {
    const [first, last] = [month('2026-08', 'A01'), month('2026-09', 'A01')];
    const named = (of: SealedMonth, name: string) => ({
      ...of,
      roster: of.roster.map((agent) => ({ ...agent, name })),
    });
    const { roster } = side(named(first, '旧名'), named(last, '新名'));
    expect(roster.map(({ name }) => name)).toEqual(['新名']);
  });

  it('have a row for each month in which an agent was paid, the agent’s together', () => {
    const { rows } = side(
      month('2026-07', 'A01', 'A02'),
      month('2026-08', 'A02'),
      month('2026-09', 'A02', 'A01'),
    );
    const shown = rows.map(({ month: of, statement: { agent } }) => `${agent} ${of}`);
    expect(shown).toEqual([
      'A02 2026-07',
      'A02 2026-08',
      'A02 2026-09',
      'A01 2026-07',
      'A01 2026-09',
    ]);
    expect(byAgent(rows).map((own) => own.length)).toEqual([3, 2]);
  });

  it('have the figures of the month, or none where nothing was counted of the agent', () => {
    const sales = { state: 'known', value: decimal(12), origin: 'computed' } as const;
    const own = {
      metrics: new Map([['sales', sales]]),
      ratings: new Map(),
      gradings: new Map(),
      cases: undefined,
      events: undefined,
    };
    const counted = { ...NOTHING_COUNTED, agents: new Map([['A01', own]]) };
    const { rows } = side({ ...month('2026-09', 'A01', 'A02'), metrics: counted });
    expect(rows.map(({ metrics }) => metrics.get('sales'))).toEqual([sales, undefined]);
  });
});
