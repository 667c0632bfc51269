import type { Header, Reader } from '../files/reader.js';
import {
  attendanceColumns,
  CLOCK,
  DAYS,
  LEAVE_TYPES,
  NAME,
  NOT_COUNTED,
  OVERTIME_COLUMNS,
} from './attendance-columns.js';
import { daily, monthly } from './attendance-export.js';

/** Columns that DingTalk's reports of attendance have, and one of which every report has. */
const MARKS = ['考勤组', 'UserId'];
const FIGURES = [
  '出勤天数',
  '迟到次数',
  '早退次数',
  '上班缺卡次数',
  '下班缺卡次数',
  '旷工天数',
  '旷工迟到天数',
  '旷工迟到次数',
];
const DATES = ['日期', 'workDate'];

function has({ places }: Header, names: readonly string[]): boolean {
  return names.some((name) => places.has(name.toLowerCase()));
}

function isReport(header: Header): boolean {
  return has(header, MARKS) && has(header, FIGURES);
}

const SHARED = [
  'agent_id',
  'account',
  'workdays',
  'late',
  'severe_late',
  'early_leave',
  'missed_in',
  'missed_out',
  'absent_days',
  'absent_late',
  'absent_late_days',
  ...OVERTIME_COLUMNS,
] as const;

/** "A blank statistic is 0 in the official file." */
const TOOL = { blankIsZero: true };

/** 月度汇总: one row per person, the days of the month in columns. */
export const DINGTALK_MONTHLY: Reader = {
  name: 'dingtalk_monthly',
  title: { zh: '钉钉月度汇总', en: 'monthly summary of DingTalk' },
  kind: 'attendance',
  layout: 'attendance_months',
  columns: [NAME, ...attendanceColumns(...SHARED, 'workdays_due', 'leave', 'leave_total')],
  columnGroups: [LEAVE_TYPES, NOT_COUNTED, DAYS],
  recognises: (header) => isReport(header) && !has(header, DATES),
  twoHeaderRows: true,
  everybody: true,
  shortRows: true,
  conversion: monthly(TOOL),
};

/** 每日统计: one row per person and day. */
export const DINGTALK_DAILY: Reader = {
  name: 'dingtalk_daily',
  title: { zh: '钉钉每日统计', en: 'daily statistics of DingTalk' },
  kind: 'attendance',
  layout: 'attendance_events',
  columns: [
    NAME,
    ...attendanceColumns(
      ...SHARED,
      'date',
      'work_date',
      'worked',
      'late_minutes',
      'severe_late_minutes',
      'early_leave_minutes',
      'leave_total',
    ),
  ],
  columnGroups: [LEAVE_TYPES, NOT_COUNTED, CLOCK],
  recognises: (header) => isReport(header) && has(header, DATES),
  twoHeaderRows: true,
  everybody: true,
  summedUpBy: 'dingtalk_monthly',
  shortRows: true,
  conversion: daily(TOOL),
};
