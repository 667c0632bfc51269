import { decimal } from '../lib/decimal.js';
import { toldTrace } from '../payroll/amount-trace.js';
import type { PayLine, Score, Statement } from '../payroll/statement.js';
import type { SealedMonth, SealedStatement } from './sealed-month.js';
import { unsealedValue } from './sealed-values.js';

/** The statements of a closed month, as whatever prints statements takes them. */
export function statementsOf({ statements }: SealedMonth): readonly Statement[] {
  return statements.map(statementOf);
}

function statementOf(sealed: SealedStatement): Statement {
  const { id, name, role, plan, team, scores, lines, gross, deductions, payable } = sealed;
  return {
    agent: id,
    name,
    role,
    plan: plan.id,
    planTitle: plan.title,
    team,
    scores: scores.map(scoreOf),
    lines: lines.map(lineOf),
    gross: decimal(gross),
    deductions: decimal(deductions),
    payable: decimal(payable),
    notices: sealed.notices.map(({ rulebook, once, ...notice }) => ({ ...notice, rulebook, once })),
    values: () =>
      new Map(Object.entries(sealed.values).map(([key, value]) => [key, unsealedValue(value)])),
  };
}

function scoreOf(sealed: SealedStatement['scores'][number]): Score {
  const { rulebook, title, points, total, rank, items } = sealed;
  return {
    rulebook,
    title,
    points: decimal(points),
    total: decimal(total),
    rank,
    ranking: { places: [], own: undefined },
    items: items.map((item) => ({
      id: item.id,
      title: item.title,
      section: item.section,
      points: item.points === undefined ? undefined : decimal(item.points),
      full: item.full === undefined ? undefined : decimal(item.full),
      source: undefined,
      trace: amountTrace(item.points),
    })),
  };
}

function lineOf(sealed: SealedStatement['lines'][number]): PayLine {
  const { id, title, kind, category, amount, rulebook, source } = sealed;
  const { formula, numbers, reason } = sealed;
  return {
    id,
    title,
    kind,
    category,
    amount: amount === undefined ? undefined : decimal(amount),
    rulebook,
    source,
    told: { formula, numbers, reason },
    trace: amountTrace(amount),
  };
}

/** Of what was sealed only the amount is known: how it came about is told by computing it again. */
function amountTrace(amount: string | undefined) {
  return toldTrace(amount === undefined ? undefined : decimal(amount));
}
