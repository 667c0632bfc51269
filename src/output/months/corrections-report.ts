import type { Found } from '../../ledger/correct-month.js';
import { agentsChanged } from '../../ledger/month-record.js';
import { type Decimal, sum } from '../../lib/decimal.js';
import type { Json } from '../../lib/json.js';
import type { Language } from '../../lib/language.js';
import type { LineCorrection } from '../../payroll/correction.js';
import {
  jsonColumn,
  moneyColumn,
  type ReportColumn,
  recordsOf,
  tableOf,
  textColumn,
  type View,
} from '../report/report-columns.js';
import type { ReportTable } from '../report/report-table.js';
import { lineFormula, lineNumbers, lineReason } from '../traces/line-words.js';
import { AGENT_AND_LINE_COLUMNS } from './changes-report.js';

const CORRECTION_COLUMNS: readonly ReportColumn<LineCorrection>[] = [
  ...AGENT_AND_LINE_COLUMNS,
  jsonColumn('kind', ({ kind }) => kind),
  jsonColumn('category', ({ category }) => category),
  moneyColumn('before', ({ before }) => before),
  moneyColumn('carried', ({ carried }) => carried),
  moneyColumn('after', ({ after }) => after),
  moneyColumn('change', ({ change }) => change),
  textColumn('formula', ({ now }, language) => now && lineReason(now, language), {
    long: true,
    json: ({ now }, language) => now && lineFormula(now, language),
  }),
  jsonColumn('numbers', ({ now }, language) => now && lineNumbers(now, language)),
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

/** As `correctionsTable`, as data. */
export function correctionsJson(
  { lines, record, changed, written }: Found,
  language: Language,
): { readonly [key: string]: Json } {
  const { paid, recovered } = correctionSums(lines);
  return {
    corrections: recordsOf(CORRECTION_COLUMNS, lines, language),
    back_pay: paid,
    recovered,
    agents_changed: agentsChanged(record),
    changed: changed.map(({ file, how }) => ({ file, how })),
    file: written?.file ?? null,
    sha256: written?.sha256 ?? null,
  };
}
