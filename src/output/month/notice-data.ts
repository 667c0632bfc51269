import { NOTICE_LEVELS } from '../../catalogue/pay-words.js';
import type { Json } from '../../lib/json.js';
import type { PostedNotice } from '../../payroll/notices.js';
import type { PaidMonth } from '../../payroll/run.js';
import { problemsJson } from '../problems/problem-table.js';
import { recordsOf, tableOf, type View } from '../report/report-columns.js';
import type { ReportTable } from '../report/report-table.js';
import { type Edition, INPUT_COLUMNS } from './document.js';
import { NOTICE_TABLE_COLUMNS, POSTED_COLUMNS } from './notice-columns.js';

/** One row per notice. */
export function noticeTable(notices: readonly PostedNotice[], view: View): ReportTable {
  return tableOf(NOTICE_TABLE_COLUMNS, notices, view, 3);
}

/** The month's notices as a document, with how many there are of each level. */
export function noticesDocument(
  month: PaidMonth,
  notices: readonly PostedNotice[],
  { language, version, closed }: Edition,
): Json {
  const counts = NOTICE_LEVELS.toReversed().map((level) => [
    level,
    notices.filter((notice) => notice.level === level).length,
  ]);
  return {
    kpi: version,
    month: month.month,
    shop: month.shop?.name ?? null,
    closed,
    notices: recordsOf(POSTED_COLUMNS, notices, language),
    counts: Object.fromEntries(counts),
    inputs: recordsOf(INPUT_COLUMNS, month.inputs, language),
    problems: problemsJson(month.problems, language),
  };
}
