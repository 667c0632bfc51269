import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Decimal, decimal, sum, ZERO } from '../../src/lib/decimal.js';
import { sameInAll } from '../../src/lib/language.js';
import { applyLimits } from '../../src/payroll/limits.js';
import type { PayLine, Statement } from '../../src/payroll/statement.js';
import { NO_NOTES } from '../../src/rulebook/values/trace.js';
import type { Limits } from '../../src/shop/config.js';
import { notesTexts } from '../../src/words/texts/notes.js';

function line(
  id: string,
  kind: PayLine['kind'],
  category: string,
  amount: string | bigint,
): PayLine {
  const number = decimal(amount);
  return {
    id,
    title: sameInAll(id),
    kind,
    category,
    amount: number,
    rulebook: 'book',
    source: undefined,
    trace: {
      step: 'literal',
      value: { kind: 'number', number },
      unit: 'yuan',
      parts: [],
      notes: NO_NOTES,
    },
  };
}

const amounts = (lines: readonly PayLine[], kind: PayLine['kind']): Decimal =>
  sum(lines.flatMap((each) => (each.kind === kind && each.amount ? [each.amount] : [])));

function statement(...lines: readonly PayLine[]): Statement {
  const gross = amounts(lines, 'earning');
  const deductions = amounts(lines, 'deduction');
  return {
    agent: 'A01',
    name: '甲',
    role: { id: 'presales', title: sameInAll('presales') },
    plan: 'plan',
    planTitle: sameInAll('plan'),
    team: undefined,
    scores: [],
    lines,
    gross,
    deductions,
    payable: gross.minus(deductions),
    notices: [],
    values: () => new Map(),
  };
}

const limits = (lossShare: string, minimumWage: string): Limits => ({
  lossShare: decimal(lossShare),
  minimumWage: decimal(minimumWage),
});

describe('limits on what may be taken', () => {
  it('losses take at most their share of the gross; the rest is carried forward by name', () => {
    const paid = applyLimits(
      statement(
        line('base', 'earning', 'base', '1000'),
        line('fine', 'deduction', 'fine', '50'),
        line('loss', 'deduction', 'loss', '300.5'),
      ),
      limits('0.2', '0'),
    );
    expect(paid.lines.map(({ amount }) => amount?.toFixed())).toEqual(['1000', '50', '200']);
    expect(paid.deductions.toFixed()).toBe('250');
    expect(paid.payable.toFixed()).toBe('750');
    expect(paid.notices).toMatchObject([{ code: 'carried-forward', level: 'warning' }]);
    expect(paid.notices[0]?.text.zh).toContain('100.5');
  });

  it('the payable does not fall below the minimum wage; the last lines give way first', () => {
    const paid = applyLimits(
      statement(
        line('base', 'earning', 'base', '2000'),
        line('fine', 'deduction', 'fine', '100'),
        line('loss', 'deduction', 'loss', '350'),
      ),
      limits('0.2', '1800'),
    );
    expect(paid.lines.map(({ amount }) => amount?.toFixed())).toEqual(['2000', '100', '100']);
    expect(paid.payable.toFixed()).toBe('1800');
  });

  it('names both limits in one notice when both have cut a line', () => {
    const paid = applyLimits(
      statement(
        line('base', 'earning', 'base', '2000'),
        line('fine', 'deduction', 'fine', '100'),
        line('loss', 'deduction', 'loss', '500.5'),
      ),
      limits('0.2', '1800'),
    );
    // 400 of the loss are within 20 %; the wage leaves 200 for fine and loss together.
    expect(paid.lines.map(({ amount }) => amount?.toFixed())).toEqual(['2000', '100', '100']);
    expect(paid.notices.map(({ text }) => text.zh)).toEqual([
      'loss有 400.5 元超出限额，转入下月（损失最多扣应发工资的 20%，超出 100.5 元，实发不低于 1800 元，超出 300 元）',
    ]);
    expect(paid.lines[2]?.trace.notes().map(({ sentence }) => sentence)).toEqual([
      notesTexts['note.limited_to'],
    ]);
  });

  it('lines add up, nothing is lost, and the limits hold, whatever the amounts', () => {
    const yuan = fc.bigInt({ min: 0n, max: 5000n });
    fc.assert(
      fc.property(yuan, yuan, yuan, yuan, yuan, (base, fine, loss, secondLoss, wage) => {
        const before = statement(
          line('base', 'earning', 'base', base),
          line('fine', 'deduction', 'fine', fine),
          line('loss', 'deduction', 'loss', loss),
          line('second', 'deduction', 'loss', secondLoss),
        );
        const after = applyLimits(before, limits('0.2', wage.toString()));
        expect(after.gross.minus(amounts(after.lines, 'deduction')).equals(after.payable)).toBe(
          true,
        );
        expect(after.lines.every(({ amount }) => amount?.greaterThanOrEqualTo(ZERO))).toBe(true);
        const carried = after.notices.map(({ text }) =>
          decimal(/有 ([\d.]+) 元/.exec(text.zh)?.[1] ?? 'x'),
        );
        expect(sum([after.deductions, ...carried]).equals(before.deductions)).toBe(true);
        const least = decimal(wage).lessThan(before.gross) ? decimal(wage) : before.gross;
        expect(after.payable.greaterThanOrEqualTo(least)).toBe(true);
      }),
    );
  });
});
