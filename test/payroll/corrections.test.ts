import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimal, sum, ZERO } from '../../src/lib/decimal.js';
import { sameInAll } from '../../src/lib/language.js';
import type { Month } from '../../src/lib/month.js';
import { amountTrace } from '../../src/payroll/amount-trace.js';
import type {
  CorrectionsDue,
  DueCorrection,
  LineCorrection,
} from '../../src/payroll/correction.js';
import { correctionsBetween } from '../../src/payroll/corrections-between.js';
import { reportUnpaid, settleCorrections } from '../../src/payroll/settle-corrections.js';
import type { PayLine, Statement } from '../../src/payroll/statement.js';
import { collectProblems } from '../../src/words/problem.js';

/** Fen of a line by agent and line; undefined of a line that is absent. Lines called `d…` are deductions. */
type Pay = Readonly<Record<string, Readonly<Record<string, number | undefined>>>>;

function isDeduction(line: string): boolean {
  return line.startsWith('d');
}

function lineOf(id: string, fen: number | undefined): PayLine {
  const amount = fen === undefined ? undefined : decimal(fen).div(100);
  const kind = isDeduction(id) ? 'deduction' : 'earning';
  const title = sameInAll(id);
  const trace = amountTrace(amount);
  return { id, title, kind, category: kind, amount, rulebook: 'book', source: undefined, trace };
}

function statementsOf(pay: Pay): readonly Statement[] {
  return Object.entries(pay).map(([agent, own]) => {
    const lines = Object.entries(own).map(([id, fen]) => lineOf(id, fen));
    const total = (kind: PayLine['kind']) =>
      sum(lines.flatMap((line) => (line.kind === kind && line.amount ? [line.amount] : [])));
    const [gross, deductions] = [total('earning'), total('deduction')];
    return {
      agent,
      name: agent,
      role: { id: 'presales', title: sameInAll('售前') },
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
  });
}

/** What the pay of an agent is in fen, reckoned apart. */
function fenOf(pay: Pay, agent: string, line: string): number {
  const fen = pay[agent]?.[line] ?? 0;
  return isDeduction(line) ? -fen : fen;
}

const AGENTS = ['A01', 'A02', 'A03'];
const LINES = ['a', 'b', 'd1', 'd2'];
const PAIRS = AGENTS.flatMap((agent) => LINES.map((line) => ({ agent, line })));

const anyFen = fc.option(fc.integer({ min: 0, max: 500_000 }), { nil: undefined });
const anyPay: fc.Arbitrary<Pay> = fc
  .array(anyFen, { minLength: PAIRS.length, maxLength: PAIRS.length })
  .map((fen) =>
    Object.fromEntries(
      AGENTS.map((agent) => [
        agent,
        Object.fromEntries(
          LINES.map((line) => [
            line,
            fen[PAIRS.findIndex((pair) => pair.agent === agent && pair.line === line)],
          ]),
        ),
      ]),
    ),
  );

/** A month as it was paid, and what it came to whenever it was computed again. */
const anyHistory = fc.tuple(anyPay, fc.array(anyPay, { minLength: 1, maxLength: 4 }));

function correctAll([before, later]: [Pay, readonly Pay[]]): readonly LineCorrection[][] {
  const corrections: LineCorrection[][] = [];
  for (const after of later) {
    const carried = corrections.flat();
    corrections.push([...correctionsBetween(statementsOf(before), statementsOf(after), carried)]);
  }
  return corrections;
}

function changeOf(corrections: readonly LineCorrection[], agent: string, line: string) {
  const own = corrections.filter((each) => each.agent === agent && each.line === line);
  return sum(own.map(({ change }) => change));
}

describe('what is to be corrected', () => {
  it('is, of all corrections together, the difference between what was paid and what is due', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        const [before, later] = history;
        const last = later.at(-1) ?? {};
        const all = correctAll(history).flat();
        for (const { agent, line } of PAIRS) {
          const fen = fenOf(last, agent, line) - fenOf(before, agent, line);
          expect(changeOf(all, agent, line).times(100).toFixed()).toBe(String(fen));
        }
      }),
    );
  });

  it('is nothing when a correction is made again', () => {
    fc.assert(
      fc.property(anyHistory, ([before, later]) => {
        const last = later.at(-1) ?? {};
        expect(correctAll([before, [...later, last]]).at(-1)).toEqual([]);
      }),
    );
  });

  it('says of each line what it was, what was carried and what it is', () => {
    const pay = (a: number, d1: number | undefined): Pay => ({ A01: { a, d1 } });
    const [first, second] = correctAll([
      pay(123_800, undefined),
      [pay(120_000, 2_000), pay(121_000, undefined)],
    ]);
    const amountsOf = (corrections: readonly LineCorrection[] | undefined) =>
      corrections?.map(({ line, before, carried, after, change }) =>
        [line, before, carried, after, change].map((each) => each?.toString() ?? '').join(' '),
      );
    expect(amountsOf(first)).toEqual(['a 1238 0 1200 -38', 'd1  0 20 -20']);
    expect(amountsOf(second)).toEqual(['a 1238 -38 1210 10', 'd1  -20  20']);
  });

  it('leaves out what the month itself paid for an earlier one', () => {
    const paid = settleCorrections(
      statementsOf({ A01: { a: 100_000 } }),
      dueOf([due('A01', 'a', 500)]),
      NO_LIMITS,
    );
    expect(correctionsBetween(paid.statements, statementsOf({ A01: { a: 100_000 } }), [])).toEqual(
      [],
    );
  });
});

function due(
  agent: string,
  line: string,
  fen: number,
  number = 1,
  month = '2026-09',
): DueCorrection {
  const change = decimal(fen).div(100);
  return {
    agent,
    name: agent,
    month: month as Month,
    line,
    title: sameInAll(line),
    kind: isDeduction(line) ? 'deduction' : 'earning',
    category: 'commission',
    amount: change,
    parts: [
      {
        number,
        file: `closed/corrections/${month}-${number}.json`,
        before: undefined,
        after: undefined,
        carried: ZERO,
        change,
        reason: undefined,
        inputs: [],
      },
    ],
  };
}

function dueOf(all: readonly DueCorrection[]): CorrectionsDue {
  return { files: [], due: all };
}

const NO_LIMITS = { share: decimal(1), minimumWage: ZERO };

const anyDue = fc.array(
  fc
    .tuple(
      fc.constantFrom(...AGENTS, 'gone'),
      fc.constantFrom(...LINES),
      fc.integer({ min: -200_000, max: 100_000 }),
      fc.integer({ min: 1, max: 9 }),
      fc.constantFrom('2026-07', '2026-08'),
    )
    .map(([agent, line, fen, number, month]) => due(agent, line, fen, number, month)),
  { maxLength: 12 },
);

/** Pay that is not negative: with no more deductions than earnings. */
const anySoundPay = anyPay.map((pay) =>
  Object.fromEntries(
    Object.entries(pay).map(([agent, own]) => [
      agent,
      { a: (own.a ?? 0) + 1_000_000, ...own, b: 0 },
    ]),
  ),
);

const anyLimits = fc
  .tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 2_000_000 }))
  .map(([share, wage]) => ({
    share: decimal(share).div(100),
    minimumWage: decimal(wage).div(100),
  }));

const keyOf = ({ agent, month, line }: Pick<DueCorrection, 'agent' | 'month' | 'line'>) =>
  `${agent} ${month} ${line}`;

/** Sums of amounts by agent, month and line, in fen; what comes to nothing is left out. */
function fenByLine(all: readonly Pick<DueCorrection, 'agent' | 'month' | 'line' | 'amount'>[]) {
  const sums = new Map<string, number>();
  for (const each of all) {
    const fen = (sums.get(keyOf(each)) ?? 0) + each.amount.times(100).toNumber();
    sums.set(keyOf(each), fen);
  }
  return Object.fromEntries([...sums].filter(([, fen]) => fen !== 0).sort());
}

describe('a month that settles corrections', () => {
  it('pays, recovers or leaves open exactly what is due, over any number of months', () => {
    fc.assert(
      fc.property(
        anyDue,
        fc.array(fc.tuple(anySoundPay, anyLimits), { maxLength: 4 }),
        (all, months) => {
          let open: readonly DueCorrection[] = all;
          const paid = months.flatMap(([pay, limits]) => {
            const before = statementsOf(pay);
            const { statements, settled } = settleCorrections(before, dueOf(open), limits);
            open = settled.open;
            for (const [index, { payable, gross, deductions, lines }] of statements.entries()) {
              const own = settled.paid.filter(({ agent }) => agent === before[index]?.agent);
              const change = sum(own.map(({ amount }) => amount));
              expect(payable.minus(before[index]?.payable ?? ZERO).toFixed()).toBe(
                change.toFixed(),
              );
              expect(gross.minus(deductions).equals(payable)).toBe(true);
              const shown = lines.map(({ kind, amount = ZERO }) =>
                kind === 'deduction' ? amount.neg() : amount,
              );
              expect(sum(shown).equals(payable)).toBe(true);
            }
            return settled.paid;
          });
          expect(fenByLine([...paid, ...open])).toEqual(fenByLine(all));
        },
      ),
    );
  });

  it('recovers no more than its share of the gross, and nothing below the minimum wage', () => {
    fc.assert(
      fc.property(anySoundPay, anyDue, anyLimits, (pay, all, limits) => {
        const before = statementsOf(pay);
        const { settled } = settleCorrections(before, dueOf(all), limits);
        const wanted = fenByLine(all);
        for (const [key, fen] of Object.entries(fenByLine(settled.paid))) {
          // Nothing is paid of what is to be recovered, and nothing recovered of what is owed.
          expect(Math.sign(fen)).toBe(Math.sign(wanted[key] ?? 0));
        }
        for (const { agent, gross, payable } of before) {
          const taken = settled.paid.filter(
            (each) => each.agent === agent && each.amount.isNegative(),
          );
          const most = gross.times(limits.share);
          const recovered = sum(taken.map(({ amount }) => amount)).neg();
          expect(recovered.greaterThan(most)).toBe(false);
          if (recovered.isZero()) continue;
          expect(payable.minus(recovered).lessThan(limits.minimumWage)).toBe(false);
        }
      }),
    );
  });

  it('does not mind in which order corrections are given', () => {
    const shuffled = anyDue.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    fc.assert(
      fc.property(anySoundPay, shuffled, anyLimits, (pay, [one, other], limits) => {
        const amounts = (all: readonly DueCorrection[]) => {
          const { statements, settled } = settleCorrections(statementsOf(pay), dueOf(all), limits);
          const lines = statements.flatMap(({ agent, lines: own }) =>
            own.map(({ id, amount }) => `${agent} ${id} ${amount?.toFixed() ?? ''}`),
          );
          return [lines, settled.paid.map(keyOf), fenByLine(settled.open)];
        };
        expect(amounts(other)).toEqual(amounts(one));
      }),
    );
  });

  it('takes the oldest month first, and tells what is left', () => {
    const pay = { A01: { a: 100_000 } };
    const both = [due('A01', 'a', -15_000, 1, '2026-09'), due('A01', 'a', -8_000, 1, '2026-08')];
    const limits = { share: decimal('0.2'), minimumWage: ZERO };
    const { statements, settled } = settleCorrections(statementsOf(pay), dueOf(both), limits);
    const [statement] = statements;
    expect(statement?.lines.map(({ id, amount }) => `${id} ${amount}`)).toEqual([
      'a 1000',
      'recovery.2026-08.a 80',
      'recovery.2026-09.a 120',
    ]);
    expect(fenByLine(settled.open)).toEqual({ 'A01 2026-09 a': -3_000 });
    expect(statement?.notices.map(({ code, text }) => `${code} ${text.zh}`)).toEqual([
      'recovery-carried 追回 2026-09 a：还有 30 留到以后（每月至多追回当月应发的 20%，且追回后实发不低于 0）',
    ]);
  });

  it('nets what is owed and what is to be recovered of one line of one month only', () => {
    const all = [due('A01', 'a', -5_000, 1), due('A01', 'a', 2_000, 2), due('A01', 'b', 1_000, 2)];
    const { statements } = settleCorrections(
      statementsOf({ A01: { a: 100_000 } }),
      dueOf(all),
      NO_LIMITS,
    );
    expect(statements[0]?.lines.map(({ id, amount }) => `${id} ${amount}`)).toEqual([
      'a 1000',
      'recovery.2026-09.a 30',
      'back_pay.2026-09.b 10',
    ]);
  });
});

describe('a correction that is settled', () => {
  const settle = (all: readonly DueCorrection[], gross = 100_007, share = '0.2') =>
    settleCorrections(statementsOf({ A01: { a: gross } }), dueOf(all), {
      share: decimal(share),
      minimumWage: ZERO,
    });
  const correctionsIn = ({ statements }: ReturnType<typeof settle>) =>
    statements.flatMap(({ lines }) => lines.filter(({ rulebook }) => rulebook === 'corrections'));

  it('recovers no more than the share of gross, down to the fen, and says so', () => {
    // 20 % of 1000.07 is 200.014.
    const settled = settle([due('A01', 'a', -50_000)]);
    const [line] = correctionsIn(settled);
    expect([line?.id, line?.kind, line?.amount?.toFixed()]).toEqual([
      'recovery.2026-09.a',
      'deduction',
      '200.01',
    ]);
    // 20 % of 1000.09 is 200.018, and half up would be 200.02.
    const [other] = correctionsIn(settle([due('A01', 'a', -50_000)], 100_009));
    expect(other?.amount?.toFixed()).toBe('200.01');
    expect(settled.settled.open.map(({ amount }) => amount.toFixed())).toEqual(['-299.99']);
    const notices = settled.statements[0]?.notices.map(({ code, level }) => [code, level]);
    expect(notices).toEqual([['recovery-carried', 'warning']]);
  });

  it('names the month and the line that it corrects, and each correction in its order', () => {
    const settled = settle([due('A01', 'a', 3_000, 2), due('A01', 'a', 2_000, 1)]);
    const [line, ...more] = correctionsIn(settled);
    expect(more).toEqual([]);
    expect(line?.amount?.toFixed()).toBe('50');
    expect(line?.title.zh).toContain('2026-09');
    expect(line?.title.en).toContain('a');
    expect(line?.source).toBe(
      'closed/corrections/2026-09-1.json, closed/corrections/2026-09-2.json',
    );
  });

  it('is nothing where several of a line come to nothing, and no line is added', () => {
    const settled = settle([due('A01', 'a', 3_000, 1), due('A01', 'a', -3_000, 2)]);
    expect(correctionsIn(settled)).toEqual([]);
    expect([settled.settled.paid, settled.settled.open]).toEqual([[], []]);
  });

  it('that may not be recovered at all stays open, without a line of 0', () => {
    const settled = settle([due('A01', 'a', -3_000)], 100_000, '0');
    expect(settled.statements[0]?.lines.map(({ id }) => id)).toEqual(['a']);
    expect(settled.settled.paid).toEqual([]);
    expect(settled.settled.open.map(({ amount }) => amount.toFixed())).toEqual(['-30']);
  });

  it('takes no more of a month because the month pays something of another one', () => {
    // 20 % of 1000: what was owed for August is no part of it.
    const all = [due('A01', 'a', 50_000, 1, '2026-08'), due('A01', 'a', -50_000, 1, '2026-09')];
    const { settled } = settle(all, 100_000);
    expect(settled.paid.map(({ month, amount }) => [month, amount.toFixed()])).toEqual([
      ['2026-08', '500'],
      ['2026-09', '-200'],
    ]);
  });

  it('is reported where nobody is there to be paid or to pay', () => {
    const problems = collectProblems();
    const open = [due('gone', 'a', 3_000), due('gone', 'b', -2_000), due('A01', 'a', -1_000)];
    reportUnpaid(open, statementsOf({ A01: { a: 1 } }), '2026-10' as Month, problems);
    expect(
      problems.all.map(({ code, file, params }) => [code, file, params.agent, params.amount]),
    ).toEqual([
      ['back-pay-unpaid', 'closed/corrections/2026-09-1.json', 'gone', '30'],
      ['recovery-unpaid', 'closed/corrections/2026-09-1.json', 'gone', '20'],
    ]);
  });
});
