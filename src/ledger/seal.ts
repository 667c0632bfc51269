import { NOTHING_COUNTED } from '../payroll/pay.js';
import type { PaidMonth } from '../payroll/run.js';
import type { LineExplanation, PayLine, Statement } from '../payroll/statement.js';
import type { Shop } from '../shop/shop.js';
import type { SourceText } from '../shop/source-text.js';
import { paidValues } from './month-record.js';
import type { SealedMonth } from './sealed-month.js';
import type { ExplainedStatement } from './sealed-statement.js';

/** What is sealed of a month beside what was computed. */
export interface Sealing
  extends Pick<SealedMonth, 'previous' | 'history' | 'restsOn' | 'accepted'> {
  /** The version of the program. */
  readonly version: string;
  /** The shipped rulebooks that the policy rests on. */
  readonly shipped: readonly SourceText[];
  /** How a line came about, in words. */
  readonly explain: (line: PayLine) => LineExplanation;
}

/** Seals a month that was paid without problems. The same month gives the same value wherever it is closed. */
export function sealMonth(paid: PaidMonth, shop: Shop, sealing: Sealing): SealedMonth {
  const { version, shipped, explain, previous, history, restsOn, accepted } = sealing;
  const { month, corrections, inputs, roster } = paid;
  return {
    format: 1,
    kpi: version,
    month,
    shop: shop.name,
    previous,
    history,
    restsOn,
    accepted,
    corrections,
    inputs,
    statements: paid.statements.map((statement) => explainedStatement(statement, explain)),
    metrics: paid.metrics ?? NOTHING_COUNTED,
    roster,
    policy: { config: shop.source, rulebooks: shop.rulebooks ?? [], shipped },
  };
}

function explainedStatement(statement: Statement, explain: Sealing['explain']): ExplainedStatement {
  const lines = statement.lines.map((line) => ({
    ...line,
    explanation: line.explanation ?? explain(line),
  }));
  return { ...statement, lines, values: () => paidValues(statement) };
}
