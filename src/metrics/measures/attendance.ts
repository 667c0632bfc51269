import type { ATTENDANCE_METRICS } from '../../catalogue/metrics/attendance.js';
import type { Count, Measures } from './measure.js';

/** What the rows have in a column: a row of a whole month that lacks it makes it unknown, an event does not. */
function column(name: string, unknown = 'is_whole'): Count {
  return { of: 'attendance', adds: name, unknown: `(${unknown}) AND ${name} IS NULL` };
}

/** Hours of a kind of overtime: an event of it that does not say how long makes them unknown. */
function overtime(kind: string): Count {
  return column(kind, `is_whole OR nobody_overtime OR kind = '${kind}'`);
}

export const ATTENDANCE_MEASURES = {
  late: column('late'),
  early_leave: column('early_leave'),
  leave: column('leave'),
  leave_days: column('leave_days'),
  absent: column('absent'),
  absent_days: column('absent_days'),
  missed_punch: column('missed_punch'),
  night_days: column('night_days', 'is_whole OR nobody_at_night'),
  overtime_workday: overtime('overtime_workday'),
  overtime_restday: overtime('overtime_restday'),
  overtime_holiday: overtime('overtime_holiday'),
  sick_days: column('sick_days', "is_whole OR kind = 'leave'"),
  workdays: column('workdays', 'is_whole OR nobody_present'),
  workdays_due: column('workdays_due', 'true'),
  paid_days_due: column('paid_days_due', 'true'),
  full_attendance: {
    known: ['late', 'leave', 'absent'],
    ifKnown: ['early_leave', 'leave_days', 'absent_days', 'missed_punch'],
  },
} as const satisfies Measures<typeof ATTENDANCE_METRICS>;
