import { NOTICE_LEVELS } from '../../catalogue/pay-words.js';
import type { PostedNotice } from '../../payroll/notices.js';
import type { PaidMonth } from '../../payroll/run.js';
import { problemsColumn } from '../problems/problem-table.js';
import {
  jsonColumn,
  listColumn,
  type ReportColumn,
  recordColumn,
  tableOf,
  type View,
} from '../report/report-columns.js';
import type { ReportTable } from '../report/report-table.js';
import { INTEGER } from '../report/shapes.js';
import { type Edition, INPUTS, SHOP_MONTH_HEAD } from './document.js';
import { NOTICE_TABLE_COLUMNS, POSTED_COLUMNS } from './notice-columns.js';

/** One row per notice. */
export function noticeTable(notices: readonly PostedNotice[], view: View): ReportTable {
  return tableOf(NOTICE_TABLE_COLUMNS, notices, view, 3);
}

interface PostedMonth {
  readonly month: PaidMonth;
  readonly notices: readonly PostedNotice[];
  readonly edition: Edition;
}

/** The gravest first. */
const COUNT_COLUMNS: readonly ReportColumn<readonly PostedNotice[]>[] =
  NOTICE_LEVELS.toReversed().map((level) =>
    jsonColumn(level, INTEGER, (notices) => notices.filter((each) => each.level === level).length),
  );

/** The month's notices as a document, with how many there are of each level. */
export const NOTICES_DOCUMENT: readonly ReportColumn<PostedMonth>[] = [
  ...SHOP_MONTH_HEAD,
  listColumn('notices', POSTED_COLUMNS, ({ notices }) => notices),
  recordColumn('counts', COUNT_COLUMNS, ({ notices }) => notices),
  INPUTS,
  problemsColumn(({ month }) => month.problems),
];
