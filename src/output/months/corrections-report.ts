import { LINE_KINDS } from '../../catalogue/pay-words.js';
import type { Found } from '../../ledger/correct-month.js';
import { agentsChanged } from '../../ledger/month-record.js';
import { type Decimal, sum } from '../../lib/decimal.js';
import type { Month } from '../../lib/month.js';
import type { LineCorrection } from '../../payroll/correction.js';
import { type Edition, VERSION } from '../month/document.js';
import {
  jsonColumn,
  listColumn,
  moneyColumn,
  type ReportColumn,
  recorded,
  tableOf,
  textColumn,
  type View,
} from '../report/report-columns.js';
import type { ReportTable } from '../report/report-table.js';
import {
  BOOLEAN,
  DECIMAL,
  listOf,
  MONTH_TEXT,
  oneWordOf,
  orNull,
  STRING,
} from '../report/shapes.js';
import { lineFormula, lineNumbers, lineReason } from '../traces/line-words.js';
import { AGENT_AND_LINE_COLUMNS } from './changes-report.js';

const CORRECTION_COLUMNS: readonly ReportColumn<LineCorrection>[] = [
  ...AGENT_AND_LINE_COLUMNS,
  jsonColumn('kind', oneWordOf(LINE_KINDS), ({ kind }) => kind),
  jsonColumn('category', STRING, ({ category }) => category),
  moneyColumn('before', ({ before }) => before),
  moneyColumn('carried', ({ carried }) => carried, { always: true }),
  moneyColumn('after', ({ after }) => after),
  moneyColumn('change', ({ change }) => change, { always: true }),
  textColumn('formula', ({ now }, language) => now && lineReason(now, language), {
    long: true,
    json: recorded(orNull(STRING), ({ now }, language) => now && lineFormula(now, language)),
  }),
  jsonColumn('numbers', orNull(STRING), ({ now }, language) => now && lineNumbers(now, language)),
];

/** The lines of a closed month that are to be corrected, one row each. */
export function correctionsTable(lines: readonly LineCorrection[], view: View): ReportTable {
  return tableOf(CORRECTION_COLUMNS, lines, view, 3);
}

/** What corrections pay, and what they recover. */
export function correctionSums(lines: readonly LineCorrection[]): {
  readonly paid: Decimal;
  readonly recovered: Decimal;
} {
  const changes = lines.map(({ change }) => change);
  return {
    paid: sum(changes.filter((change) => change.isPositive())),
    recovered: sum(changes.filter((change) => change.isNegative())).neg(),
  };
}

const CHANGED_COLUMNS: readonly ReportColumn<Found['changed'][number]>[] = [
  jsonColumn('file', STRING, ({ file }) => file),
  jsonColumn('how', STRING, ({ how }) => how),
];

interface CorrectionData {
  readonly edition: Pick<Edition, 'version'>;
  readonly month: Month;
  /** The month that pays and recovers. */
  readonly into: Month;
  readonly isDry: boolean;
  readonly found: Found;
}

/** As `correctionsTable`, as a document. */
export const CORRECTIONS_DOCUMENT: readonly ReportColumn<CorrectionData>[] = [
  VERSION,
  jsonColumn('month', MONTH_TEXT, ({ month }) => month),
  jsonColumn('in', MONTH_TEXT, ({ into }) => into),
  jsonColumn('dry_run', BOOLEAN, ({ isDry }) => isDry),
  listColumn('corrections', CORRECTION_COLUMNS, ({ found }) => found.lines),
  jsonColumn('back_pay', DECIMAL, ({ found }) => correctionSums(found.lines).paid),
  jsonColumn('recovered', DECIMAL, ({ found }) => correctionSums(found.lines).recovered),
  jsonColumn('agents_changed', listOf(STRING), ({ found }) => agentsChanged(found.record)),
  listColumn('changed', CHANGED_COLUMNS, ({ found }) => found.changed),
  jsonColumn('file', orNull(STRING), ({ found }) => found.written?.file),
  jsonColumn('sha256', orNull(STRING), ({ found }) => found.written?.sha256),
];
