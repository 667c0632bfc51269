import { matchHeader } from '../files/header.js';
import type { Header, Reader } from '../files/reader.js';
import {
  ABSENCE,
  type AttendanceColumn,
  attendanceColumns,
  CLOCK,
  hasDays,
  LEAVE_TYPES,
  NOT_COUNTED,
  OVERTIME_COLUMNS,
} from './attendance-columns.js';
import { daily, monthly } from './attendance-export.js';
import { CANONICAL_ATTENDANCE_EVENTS, CANONICAL_ATTENDANCE_MONTHS } from './canonical.js';

const PEOPLE = ['name', 'agent_id', 'account'] as const;

const FIGURES = [
  'workdays_due',
  'workdays',
  'standard_hours',
  'late',
  'severe_late',
  'early_leave',
  'missed_in',
  'missed_out',
  'missed_punch',
  'absent',
  'absent_days',
  'absent_late',
  'absent_late_days',
  'leave',
  'leave_total',
  'sick_days',
  ...OVERTIME_COLUMNS,
  'paid_days_due',
] as const satisfies readonly AttendanceColumn[];

/**
 * A table with two figures is about attendance if one is of these, or if it has every day: payslips too say who
 * worked how many days.
 */
const MARKS = 2;
const TELLING: readonly AttendanceColumn[] = [
  'late',
  'early_leave',
  'missed_in',
  'missed_out',
  'missed_punch',
  'absent',
  'absent_days',
];

/** A table of attendance that says more in the names of this reader than in those of a canonical file. */
function recognises(reader: Reader, canonical: Reader, header: Header): boolean {
  const { positions, columnGroups } = matchHeader(reader, header);
  const own = FIGURES.filter((id) => positions.has(id)).length;
  const leave = columnGroups.get('leave_type')?.length ?? 0;
  const plain = matchHeader(canonical, header);
  const others = plain.missing.length > 0 ? 0 : plain.positions.size - 1;
  const isOfPeople = PEOPLE.some((id) => positions.has(id));
  const isTelling = TELLING.some((id) => positions.has(id)) || hasDays(header);
  return isOfPeople && isTelling && own >= MARKS && own + Math.min(leave, 1) > others;
}

/** Nothing is known of the tool: what it leaves empty is missing. */
const TOOL = { blankIsZero: false };

/** A table with a row per person and month, such as Feishu's and those that shops make themselves. */
export const GENERIC_ATTENDANCE_MONTHLY: Reader = {
  name: 'attendance_monthly',
  title: {
    zh: '考勤表，每人一行，按列名认',
    en: 'attendance with a row per person, by the names of columns',
  },
  kind: 'attendance',
  layout: 'attendance_months',
  columns: attendanceColumns(...PEOPLE, ...FIGURES),
  columnGroups: [LEAVE_TYPES, NOT_COUNTED, ABSENCE],
  recognises: (header) =>
    matchHeader(GENERIC_ATTENDANCE_DAILY, header).positions.get('date') === undefined &&
    recognises(GENERIC_ATTENDANCE_MONTHLY, CANONICAL_ATTENDANCE_MONTHS, header),
  twoHeaderRows: true,
  everybody: true,
  homemade: true,
  shortRows: true,
  conversion: monthly(TOOL),
};

/** A table with a row per person and day. */
export const GENERIC_ATTENDANCE_DAILY: Reader = {
  name: 'attendance_daily',
  title: {
    zh: '考勤表，每人每天一行，按列名认',
    en: 'attendance with a row per person and day, by the names of columns',
  },
  kind: 'attendance',
  layout: 'attendance_events',
  columns: attendanceColumns(
    ...PEOPLE,
    'date',
    ...FIGURES,
    'worked',
    'punches',
    'late_minutes',
    'severe_late_minutes',
    'early_leave_minutes',
  ),
  columnGroups: [LEAVE_TYPES, NOT_COUNTED, ABSENCE, CLOCK],
  recognises: (header) =>
    matchHeader(GENERIC_ATTENDANCE_DAILY, header).positions.has('date') &&
    recognises(GENERIC_ATTENDANCE_DAILY, CANONICAL_ATTENDANCE_EVENTS, header),
  twoHeaderRows: true,
  everybody: true,
  homemade: true,
  summedUpBy: 'attendance_monthly',
  shortRows: true,
  conversion: daily(TOOL),
};
