import type { ATTENDANCE_METRICS } from '../../catalogue/metrics/attendance.js';
import type { Count, Measures } from './measure.js';

/** What the rows have in a column: a row of a whole month that lacks it makes it unknown, an event does not. */
function column(name: string, unknown = 'is_whole'): Count {
  return { of: 'attendance', adds: name, unknown: `(${unknown}) AND ${name} IS NULL` };
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
  workdays: column('workdays', 'is_whole OR nobody_present'),
  workdays_due: column('workdays_due', 'true'),
  full_attendance: {
    known: ['late', 'leave', 'absent'],
    ifKnown: ['early_leave', 'leave_days', 'absent_days', 'missed_punch'],
  },
} as const satisfies Measures<typeof ATTENDANCE_METRICS>;
