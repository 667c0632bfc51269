import type { Header, Reader } from '../files/reader.js';
import {
  ABSENCE,
  attendanceColumns,
  CLOCK,
  LEAVE_TYPES,
  NAME,
  NOT_COUNTED,
  OVERTIME_COLUMNS,
} from './attendance-columns.js';
import { daily, monthly } from './attendance-export.js';

function has({ places }: Header, names: readonly string[]): boolean {
  return names.some((name) => places.has(name));
}

/** What reports of WeCom have and others have not, or not under these names. */
const MARKS = ['所属规则', '基础规则', '打卡次数', '审批打卡次数', '地点异常', '设备异常'];

function isReport(header: Header): boolean {
  return has(header, ['账号']) && has(header, MARKS);
}

const SHARED = [
  'agent_id',
  'account',
  'standard_hours',
  'late',
  'early_leave',
  'missed_punch',
  'absent',
  ...OVERTIME_COLUMNS,
] as const;

/** A cell without a value is `--`, and missing. */
const TOOL = { blankIsZero: false };

/** 上下班打卡_月报: one row per person; what its columns of days say has no fixed form. */
export const WECOM_MONTHLY: Reader = {
  name: 'wecom_monthly',
  title: { zh: '企业微信打卡月报', en: 'monthly attendance of WeCom' },
  kind: 'attendance',
  layout: 'attendance_months',
  columns: [NAME, ...attendanceColumns(...SHARED, 'workdays_due', 'workdays', 'leave')],
  columnGroups: [LEAVE_TYPES, NOT_COUNTED, ABSENCE],
  recognises: (header) => isReport(header) && has(header, ['应出勤天数', '实际出勤天数']),
  twoHeaderRows: true,
  everybody: true,
  shortRows: true,
  conversion: monthly(TOOL),
};

/** 上下班打卡_日报, its sheet 概况统计与打卡明细: one row per person and day. */
export const WECOM_DAILY: Reader = {
  name: 'wecom_daily',
  title: { zh: '企业微信打卡日报', en: 'daily attendance of WeCom' },
  kind: 'attendance',
  layout: 'attendance_events',
  columns: [
    NAME,
    ...attendanceColumns(
      ...SHARED,
      'date',
      'worked',
      'punches',
      'late_minutes',
      'early_leave_minutes',
    ),
  ],
  columnGroups: [LEAVE_TYPES, NOT_COUNTED, ABSENCE, CLOCK],
  recognises: (header) =>
    isReport(header) &&
    has(header, ['时间', '日期']) &&
    has(header, ['迟到次数', '缺卡次数', '旷工次数']),
  twoHeaderRows: true,
  everybody: true,
  summedUpBy: 'wecom_monthly',
  shortRows: true,
  conversion: daily(TOOL),
};
