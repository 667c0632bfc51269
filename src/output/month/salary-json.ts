import { isStatutory, type StatutoryKind } from '../../catalogue/pay-words.js';
import type { SettledCorrections } from '../../payroll/correction.js';
import { ownNotices, sharedNotices } from '../../payroll/notices.js';
import type { PaidMonth } from '../../payroll/run.js';
import type { PayLine, Statement } from '../../payroll/statement.js';
import { problemsColumn } from '../problems/problem-table.js';
import {
  jsonColumn,
  listColumn,
  moneyColumn,
  optionalColumn,
  optionalListColumn,
  optionalRecordColumn,
  type ReportColumn,
  recordColumn,
  textColumn,
} from '../report/report-columns.js';
import { byAnyKey, DECIMAL } from '../report/shapes.js';
import { type Edition, INPUTS, ROWS, SHOP_MONTH_HEAD } from './document.js';
import { FIGURES, figuresJson } from './metrics-json.js';
import { OWN_NOTICE_COLUMNS, SHARED_NOTICE_COLUMNS } from './notice-columns.js';
import {
  netTotals,
  PAID_AGENT_COLUMNS,
  PAY_LINE_COLUMNS,
  PAY_SUM_COLUMNS,
  type PaySums,
  STATUTORY_LINE_COLUMNS,
  totalsOf,
} from './pay-columns.js';
import { SCORE_AND_ITEM_COLUMNS } from './score-columns.js';

/** What there is to say to an agent. */
export const OWN_NOTICES: ReportColumn<Statement> = listColumn(
  'notices',
  OWN_NOTICE_COLUMNS,
  ownNotices,
);

/** The lines that the law adds to pay; nothing in a shop that does without. */
function statutoryLines(key: string, kind: StatutoryKind): ReportColumn<Statement> {
  return optionalListColumn(
    key,
    STATUTORY_LINE_COLUMNS,
    ({ lines, statutory }) =>
      statutory && lines.filter((line) => line.kind === kind && line.amount !== undefined),
  );
}

/** A statement as the document of a month has it. */
const STATEMENT_COLUMNS: readonly ReportColumn<Statement>[] = [
  ...PAID_AGENT_COLUMNS,
  listColumn('scores', SCORE_AND_ITEM_COLUMNS, ({ scores }) => scores),
  listColumn<Statement, PayLine>('lines', PAY_LINE_COLUMNS, ({ lines }) =>
    lines.filter((line) => !isStatutory(line)),
  ),
  ...PAY_SUM_COLUMNS,
  statutoryLines('withheld', 'withheld'),
  optionalColumn('net', DECIMAL, ({ statutory }) => statutory?.net),
  statutoryLines('employer', 'employer'),
  optionalColumn('cost', DECIMAL, ({ statutory }) => statutory?.cost),
  optionalColumn(
    'tax_state',
    byAnyKey(DECIMAL),
    ({ statutory }) => statutory && Object.fromEntries(statutory.taxState.amounts),
  ),
  OWN_NOTICES,
];

/** What a month has left open of corrections. */
const OPEN_CORRECTION_COLUMNS: readonly ReportColumn<SettledCorrections['open'][number]>[] = [
  textColumn('agent', ({ agent }) => agent, { always: true }),
  textColumn('name', ({ name }) => name, { always: true }),
  textColumn('month', ({ month }) => month, { always: true }),
  textColumn('line', ({ line }) => line, { always: true }),
  textColumn('title', ({ title }) => title, { always: true }),
  moneyColumn('amount', ({ amount }) => amount, { always: true }),
];

const CORRECTION_COLUMNS: readonly ReportColumn<SettledCorrections>[] = [
  listColumn('open', OPEN_CORRECTION_COLUMNS, ({ open }) => open),
];

const TOTAL_COLUMNS: readonly ReportColumn<PaySums & ReturnType<typeof netTotals>>[] = [
  ...PAY_SUM_COLUMNS,
  optionalColumn('net', DECIMAL, ({ net }) => net),
  optionalColumn('cost', DECIMAL, ({ cost }) => cost),
];

/** A month's pay; `statements` are those that are shown. */
interface SalaryData {
  readonly month: PaidMonth;
  readonly statements: readonly Statement[];
  readonly edition: Edition;
}

/** The month's salary as a document. */
export const SALARY_DOCUMENT: readonly ReportColumn<SalaryData>[] = [
  ...SHOP_MONTH_HEAD,
  listColumn('agents', STATEMENT_COLUMNS, ({ statements }) => statements),
  jsonColumn('shop_metrics', FIGURES, ({ month }) => figuresJson(month.metrics?.shop ?? new Map())),
  recordColumn('totals', TOTAL_COLUMNS, ({ statements }) => ({
    ...totalsOf(statements),
    ...netTotals(statements),
  })),
  listColumn('notices', SHARED_NOTICE_COLUMNS, ({ month, statements }) =>
    sharedNotices(month, statements),
  ),
  optionalRecordColumn('corrections', CORRECTION_COLUMNS, ({ month }) => month.corrections),
  INPUTS,
  ROWS,
  problemsColumn(({ month }) => month.problems),
];
