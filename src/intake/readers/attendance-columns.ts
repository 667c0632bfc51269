import type { Column } from '../../catalogue/columns.js';
import type { ColumnGroup, ColumnLabel, Header } from '../files/reader.js';

/** Units of working time, as headers write them. */
const SPANS = ['天', '日', '小时', '时', 'h', '分钟', '分'];

const HOURS = ['小时', '时', 'h', '分钟', '分'];

/** The columns of attendance exports, under the names that the tools and home-made tables give them. */
const ALL = [
  { id: 'name', zh: '姓名', aliases: ['员工姓名', '人员姓名', '员工'] },
  { id: 'agent_id', zh: '工号', aliases: ['员工工号', '员工编号', '人员编号', '员工ID'] },
  { id: 'account', zh: '账号', aliases: ['UserId', '用户ID', '企业微信账号', '人员ID'] },
  { id: 'date', zh: '日期', aliases: ['时间', '考勤日期', '打卡日期'] },
  { id: 'work_date', zh: 'workDate' },
  {
    id: 'workdays_due',
    zh: '应出勤天数',
    aliases: ['应出勤', '应上班天数', '计划出勤天数'],
    unit: '天',
  },
  {
    id: 'workdays',
    zh: '出勤天数',
    aliases: ['实际出勤天数', '实出勤天数', '实际出勤', '出勤'],
    unit: '天',
  },
  { id: 'standard_hours', zh: '标准工作时长', aliases: ['应出勤时长'], units: SPANS },
  { id: 'worked', zh: '实际工作时长', aliases: ['工作时长'], units: SPANS },
  { id: 'punches', zh: '打卡次数', unit: '次' },
  { id: 'late', zh: '迟到次数', aliases: ['迟到'], unit: '次' },
  { id: 'late_minutes', zh: '迟到时长', units: SPANS },
  { id: 'severe_late', zh: '严重迟到次数', unit: '次' },
  { id: 'severe_late_minutes', zh: '严重迟到时长', units: SPANS },
  { id: 'early_leave', zh: '早退次数', aliases: ['早退'], unit: '次' },
  { id: 'early_leave_minutes', zh: '早退时长', units: SPANS },
  { id: 'missed_in', zh: '上班缺卡次数', aliases: ['上班未打卡次数'], unit: '次' },
  { id: 'missed_out', zh: '下班缺卡次数', aliases: ['下班未打卡次数'], unit: '次' },
  {
    id: 'missed_punch',
    zh: '缺卡次数',
    aliases: ['未打卡次数', '漏打卡次数', '缺卡', '未打卡'],
    unit: '次',
  },
  { id: 'absent', zh: '旷工次数', aliases: ['旷工'], unit: '次' },
  { id: 'absent_days', zh: '旷工天数', unit: '天' },
  { id: 'absent_late', zh: '旷工迟到次数', unit: '次' },
  { id: 'absent_late_days', zh: '旷工迟到天数', unit: '天' },
  { id: 'leave', zh: '请假次数', unit: '次' },
  {
    id: 'leave_total',
    zh: '请假',
    aliases: ['请假天数', '请假时长', '请假合计', '请假统计'],
    units: SPANS,
  },
  { id: 'sick_days', zh: '病假天数', unit: '天' },
  { id: 'overtime_workday', zh: '工作日加班', aliases: ['工作日加班时长'], units: HOURS },
  { id: 'overtime_restday', zh: '休息日加班', aliases: ['休息日加班时长'], units: HOURS },
  { id: 'overtime_holiday', zh: '节假日加班', aliases: ['节假日加班时长'], units: HOURS },
  {
    id: 'paid_overtime_workday',
    zh: '工作日加班计为加班费',
    aliases: ['工作日(转加班费)'],
    units: HOURS,
  },
  {
    id: 'paid_overtime_restday',
    zh: '休息日加班计为加班费',
    aliases: ['休息日(转加班费)'],
    units: HOURS,
  },
  {
    id: 'paid_overtime_holiday',
    zh: '节假日加班计为加班费',
    aliases: ['节假日(转加班费)'],
    units: HOURS,
  },
  { id: 'paid_days_due', zh: '应计薪天数', aliases: ['计薪天数'], unit: '天' },
] as const satisfies readonly Column[];

export type AttendanceColumn = (typeof ALL)[number]['id'];

/** The column of names, without which a tool writes no table. */
export const NAME: Column = { id: 'name', zh: '姓名', required: true };

/** Some of the columns, in their order. */
export function attendanceColumns(...ids: readonly AttendanceColumn[]): readonly Column[] {
  return ALL.filter(({ id }) => ids.includes(id));
}

/** True for a unit of working time, and not for another word in brackets. */
export function isTimeUnit(unit: string | undefined): boolean {
  return unit !== undefined && SPANS.includes(unit);
}

/** Groups of columns in which each tool puts the types of leave that a company has made. */
const LEAVE_GROUPS: readonly (string | undefined)[] = ['请假', '请假统计', '假勤统计'];

/**
 * What stands among the types of leave and is none: days that were worked elsewhere, and days off in exchange
 * for days worked. They are not counted as leave.
 */
const NO_LEAVE: readonly string[] = [
  '调休',
  '补休',
  '倒休',
  '换休',
  '出差',
  '外出',
  '外勤',
  '公出',
  '加班',
  '补卡',
  '审批打卡',
];

/** True for a type of leave in which an employee is away from work: by its name. */
export function isLeaveName(name: string): boolean {
  return /假(?:\([^()]*\))?$/.test(name) && isNotExcepted(name);
}

/** True for what a cell says of leave in any words: `事假上午`. */
export function namesLeave(words: string): boolean {
  return words.includes('假') && isNotExcepted(words);
}

function isNotExcepted(name: string): boolean {
  return !NO_LEAVE.some((word) => name.startsWith(word)) && !/加班|节假日/.test(name);
}

/** True for a type of leave that is taken for sickness. */
export function isSickLeave(name: string): boolean {
  return /病假|sick/i.test(name);
}

/** The columns of overtime, of which every tool may have some. */
export const OVERTIME_COLUMNS = [
  'overtime_workday',
  'overtime_restday',
  'overtime_holiday',
  'paid_overtime_workday',
  'paid_overtime_restday',
  'paid_overtime_holiday',
] as const satisfies readonly AttendanceColumn[];

/** True for a column among the types of leave, counted as leave or not. */
function isOfLeave({ name, unit, group }: ColumnLabel): boolean {
  if (unit !== undefined && !isTimeUnit(unit)) return false;
  if (/次数|加班/.test(name)) return false;
  return (
    LEAVE_GROUPS.includes(group) || /^[^()]{0,8}假(?:\([^()]*\)|[/、或][^()]{1,8})?$/.test(name)
  );
}

/** Types of leave, each in days, hours or minutes. */
export const LEAVE_TYPES: ColumnGroup = {
  id: 'leave_type',
  zh: '请假类型',
  includes: (label) => isOfLeave(label) && isNotExcepted(label.name),
};

/** What stands among the types of leave and is not counted. */
export const NOT_COUNTED: ColumnGroup = {
  id: 'not_leave',
  zh: '不算请假',
  includes: (label) =>
    label.name !== '' &&
    !isNotExcepted(label.name) &&
    (isOfLeave(label) || (isTimeUnit(label.unit) && /^(?:调休|补休|倒休|换休)/.test(label.name))),
};

/** How long somebody was absent, where it does not stand in days. */
export const ABSENCE: ColumnGroup = {
  id: 'absence',
  zh: '旷工时长',
  includes: ({ name, unit }) => (name === '旷工时长' || name === '旷工') && isTimeUnit(unit),
};

/** The days of the month; weekends may be named by the day of the week alone. */
export const DAYS: ColumnGroup = {
  id: 'day',
  zh: '每日',
  includes: ({ name, group }) => group === '考勤结果' || isDay(name),
};

/** The days of the shortest month. */
export const SHORTEST_MONTH = 28;

/** True for a table that has a column for every day of a month, where the days of the week may stand below. */
export function hasDays({ names, groups }: Header): boolean {
  const days = names.filter((name, at) => isDay(name) || isDay(groups[at] ?? ''));
  return days.length >= SHORTEST_MONTH;
}

function isDay(name: string): boolean {
  return /^\d{1,2}[日号]?(?:(?:星期|周)[一二三四五六日天])?$/.test(name);
}

/** When somebody came and went. */
export const CLOCK: ColumnGroup = {
  id: 'clock',
  zh: '打卡时间',
  includes: ({ name, group }) => group !== '外出打卡' && /^最早|^最晚|打卡时间$/.test(name),
};
