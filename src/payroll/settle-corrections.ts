import type { LineKind } from '../catalogue/pay-words.js';
import { type Decimal, decimal, roundTo, sum, ZERO } from '../lib/decimal.js';
import { groupBy } from '../lib/group.js';
import type { Month } from '../lib/month.js';
import type { Problems } from '../words/problem.js';
import { title as wording } from '../words/text.js';
import { amountTrace } from './amount-trace.js';
import {
  CORRECTIONS,
  type CorrectionsDue,
  type DueCorrection,
  type SettledCorrections,
  type SettledLine,
} from './correction.js';
import { explainCorrection } from './correction-words.js';
import type { Notice, PayLine, Statement } from './statement.js';

/** How far recoveries may reach into a month's pay. */
interface RecoveryLimits {
  /** Share of the month's gross, before corrections. */
  readonly share: Decimal;
  /** Yuan below which they do not bring the payable. */
  readonly minimumWage: Decimal;
}

const FEN = decimal('0.01');

/**
 * Adds to the statements of a month the lines that pay and recover corrections. What is owed to an agent is
 * paid in full; recoveries take no more than the limits leave, the oldest month first, and the rest stays
 * open. All that is due to or from an agent without a statement stays open.
 */
export function settleCorrections(
  statements: readonly Statement[],
  { files, due }: CorrectionsDue,
  limits: RecoveryLimits,
): { readonly statements: readonly Statement[]; readonly settled: SettledCorrections } {
  const all = merged(due);
  const paid: SettledLine[] = [];
  const rests = new Map<DueCorrection, Decimal>(all.map((each) => [each, each.amount]));
  const corrected = statements.map((statement) => {
    const own = all.filter(({ agent }) => agent === statement.agent);
    if (own.length === 0) return statement;
    const amounts = amountsWithin(roomOf(statement, limits), own);
    for (const [index, each] of own.entries()) {
      const amount = amounts[index] ?? ZERO;
      rests.set(each, each.amount.minus(amount));
      const { agent, month, line } = each;
      if (!amount.isZero()) paid.push({ agent, month, line, amount });
    }
    return withLines(statement, own, amounts, limits);
  });
  const open = all.flatMap((each) => {
    const amount = rests.get(each) ?? ZERO;
    return amount.isZero() ? [] : [{ ...each, amount }];
  });
  return { statements: corrected, settled: { files, paid, open } };
}

/** What is due, one entry for each agent, month and line, in their order; what comes to nothing is gone. */
function merged(due: readonly DueCorrection[]): readonly DueCorrection[] {
  const groups = groupBy(due, ({ month, line, agent }) => JSON.stringify([month, line, agent]));
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, group]) => {
      const amount = sum(group.map((each) => each.amount));
      const parts = group.flatMap((each) => each.parts);
      const [first] = group;
      if (first === undefined || amount.isZero()) return [];
      return [{ ...first, amount, parts: parts.toSorted((a, b) => a.number - b.number) }];
    });
}

/** What recoveries may take of a month's pay. */
function roomOf({ gross, payable }: Statement, { share, minimumWage }: RecoveryLimits): Decimal {
  const most = roundTo(gross.times(share), FEN, 'down');
  const above = payable.minus(minimumWage);
  const room = above.lessThan(most) ? above : most;
  return room.lessThan(ZERO) ? ZERO : room;
}

function amountsWithin(most: Decimal, own: readonly DueCorrection[]): readonly Decimal[] {
  let room = most;
  return own.map(({ amount }) => {
    if (!amount.isNegative()) return amount;
    const wanted = amount.neg();
    const taken = wanted.lessThan(room) ? wanted : room;
    room = room.minus(taken);
    return taken.neg();
  });
}

function withLines(
  statement: Statement,
  own: readonly DueCorrection[],
  amounts: readonly Decimal[],
  limits: RecoveryLimits,
): Statement {
  const lines = own.flatMap((each, index) => {
    const amount = amounts[index] ?? ZERO;
    return amount.isZero() ? [] : [lineOf(each, amount)];
  });
  const added = (kind: LineKind) =>
    sum(lines.flatMap((line) => (line.kind === kind && line.amount ? [line.amount] : [])));
  const gross = statement.gross.plus(added('earning'));
  const deductions = statement.deductions.plus(added('deduction'));
  return {
    ...statement,
    lines: [...statement.lines, ...lines],
    gross,
    deductions,
    payable: gross.minus(deductions),
    notices: [
      ...statement.notices,
      ...own.flatMap((each, index) => restNotice(each, amounts[index] ?? ZERO, limits)),
    ],
  };
}

function lineOf(due: DueCorrection, paid: Decimal): PayLine {
  const isOwed = paid.isPositive();
  const { month, line, title, category } = due;
  const amount = paid.abs();
  return {
    id: `${isOwed ? 'back_pay' : 'recovery'}.${month}.${line}`,
    title: wording(isOwed ? 'correction.back_pay' : 'correction.recovery', { month, title }),
    kind: isOwed ? 'earning' : 'deduction',
    category,
    amount,
    rulebook: CORRECTIONS,
    source: due.parts.map(({ file }) => file).join(', '),
    explanation: explainCorrection(due, paid),
    trace: amountTrace(amount),
  };
}

function restNotice(
  { month, title, amount }: DueCorrection,
  paid: Decimal,
  { share, minimumWage }: RecoveryLimits,
): readonly Notice[] {
  const rest = amount.minus(paid).abs();
  if (rest.isZero()) return [];
  const text = wording('notice.recovery_carried', {
    title,
    month,
    rest: rest.toFixed(),
    share: `${share.times(100).toFixed()}%`,
    wage: minimumWage.toFixed(),
  });
  return [
    { code: 'recovery-carried', level: 'warning', rulebook: undefined, once: undefined, text },
  ];
}

/** Reports what is due to or from agents who are not paid in the month. */
export function reportUnpaid(
  open: readonly DueCorrection[],
  statements: readonly Statement[],
  month: Month,
  problems: Problems,
): void {
  const paid = new Set(statements.map(({ agent }) => agent));
  for (const { agent, name, title, amount, month: corrected, parts } of open) {
    if (paid.has(agent)) continue;
    const code = amount.isNegative() ? 'recovery-unpaid' : 'back-pay-unpaid';
    const params = { month, agent, name, corrected, title, amount: amount.abs().toFixed() };
    problems.report(code, { file: parts.at(-1)?.file ?? corrected }, { params });
  }
}
