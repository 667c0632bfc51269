import { isStatutory, type StatutoryKind } from '../../catalogue/pay-words.js';
import type { Json } from '../../lib/json.js';
import type { Language } from '../../lib/language.js';
import type { SettledCorrections } from '../../payroll/correction.js';
import { ownNotices, sharedNotices } from '../../payroll/notices.js';
import type { PaidMonth } from '../../payroll/run.js';
import type { Statement } from '../../payroll/statement.js';
import { problemsJson } from '../problems/problem-table.js';
import {
  moneyColumn,
  type ReportColumn,
  recordOf,
  recordsOf,
  textColumn,
} from '../report/report-columns.js';
import { type Edition, INPUT_COLUMNS, rowCountsJson } from './document.js';
import { figuresJson } from './metrics-json.js';
import { OWN_NOTICE_COLUMNS, sharedNoticeColumns } from './notice-columns.js';
import {
  netTotals,
  PAID_AGENT_COLUMNS,
  PAY_LINE_COLUMNS,
  PAY_SUM_COLUMNS,
  STATUTORY_LINE_COLUMNS,
  totalsOf,
} from './pay-columns.js';
import { SCORE_AND_ITEM_COLUMNS } from './score-columns.js';

/** The month's salary as a document; `statements` are those that are shown. */
export function salaryJson(
  month: PaidMonth,
  statements: readonly Statement[],
  { language, version, closed }: Edition,
): Json {
  return {
    kpi: version,
    month: month.month,
    shop: month.shop?.name ?? null,
    closed,
    agents: statements.map((statement) => statementJson(statement, language)),
    shop_metrics: figuresJson(month.metrics?.shop ?? new Map()),
    totals: { ...totalsOf(statements), ...netTotals(statements) },
    notices: sharedNotices(month, statements).map((notice) =>
      recordOf(sharedNoticeColumns(notice), notice, language),
    ),
    corrections: month.corrections && {
      open: recordsOf(OPEN_CORRECTION_COLUMNS, month.corrections.open, language),
    },
    inputs: recordsOf(INPUT_COLUMNS, month.inputs, language),
    rows: rowCountsJson(month.metrics?.counts ?? {}),
    problems: problemsJson(month.problems, language),
  };
}

/** What a month has left open of corrections. */
const OPEN_CORRECTION_COLUMNS: readonly ReportColumn<SettledCorrections['open'][number]>[] = [
  textColumn('agent', ({ agent }) => agent),
  textColumn('name', ({ name }) => name),
  textColumn('month', ({ month }) => month),
  textColumn('line', ({ line }) => line),
  textColumn('title', ({ title }) => title),
  moneyColumn('amount', ({ amount }) => amount),
];

function statementJson(statement: Statement, language: Language): Json {
  return {
    ...recordOf(PAID_AGENT_COLUMNS, statement, language),
    scores: recordsOf(SCORE_AND_ITEM_COLUMNS, statement.scores, language),
    lines: recordsOf(
      PAY_LINE_COLUMNS,
      statement.lines.filter((line) => !isStatutory(line)),
      language,
    ),
    ...recordOf(PAY_SUM_COLUMNS, statement, language),
    ...statutoryJson(statement, language),
    notices: noticesJson(statement, language),
  };
}

/** What the law makes of pay, as data; nothing in a shop that does without. */
function statutoryJson({ lines, statutory }: Statement, language: Language) {
  if (statutory === undefined) return {};
  const present = (kind: StatutoryKind) =>
    recordsOf(
      STATUTORY_LINE_COLUMNS,
      lines.filter((line) => line.kind === kind && line.amount !== undefined),
      language,
    );
  const { net, cost, taxState } = statutory;
  return {
    withheld: present('withheld'),
    net,
    employer: present('employer'),
    cost,
    tax_state: Object.fromEntries(taxState.amounts),
  };
}

/** What there is to say to an agent. */
export function noticesJson(statement: Statement, language: Language): Json {
  return recordsOf(OWN_NOTICE_COLUMNS, ownNotices(statement), language);
}
