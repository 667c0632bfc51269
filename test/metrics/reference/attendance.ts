import { type Decimal, decimal } from '../../../src/lib/decimal.js';
import { isDateInMonth } from './chat-days.js';
import { type Context, isAskedDate } from './context.js';
import { allRows, count, known, MISSING, type ReferenceValue, sumOf } from './figures.js';
import type {
  AttendanceCount,
  MonthlyCount,
  RawAgent,
  RawAttendanceEvent,
  RawMonth,
} from './raw-month.js';

const ATTENDANCE: readonly AttendanceCount[] = [
  'workdays_due',
  'workdays',
  'late',
  'early_leave',
  'leave',
  'leave_days',
  'absent',
  'absent_days',
  'missed_punch',
  'night_days',
  'overtime_workday',
  'overtime_restday',
  'overtime_holiday',
  'sick_days',
  'paid_days_due',
];

/** Without a figure in the attendance file the days that are due are those of the roster. */
export function addAttendance(
  values: Map<string, ReferenceValue>,
  agent: RawAgent,
  context: Context,
): void {
  const { attendanceMonths, attendanceEvents } = context.month;
  for (const id of ATTENDANCE) {
    let found: Decimal | undefined;
    if (attendanceMonths !== undefined && id !== 'night_days')
      found = monthlyCount(id, agent.id, attendanceMonths);
    if (attendanceEvents !== undefined) found = eventCount(id, agent.id, context);
    if (id === 'workdays_due' && found === undefined && agent.workdaysDue !== undefined) {
      found = decimal(agent.workdaysDue);
    }
    values.set(id, found === undefined ? MISSING : known(found));
  }
  values.set('full_attendance', fullAttendance(values));
}

function monthlyCount(
  id: MonthlyCount,
  agent: string,
  files: RawMonth['attendanceMonths'],
): Decimal | undefined {
  for (const row of allRows(files)) {
    const text = row.counts[id];
    if (row.agent.id === agent && text !== undefined) return decimal(text);
  }
  return undefined;
}

/**
 * "With a file, an agent without a row has 0. The same for attendance per event." An event of leave,
 * absence or presence without days is one day.
 */
function eventCount(id: AttendanceCount, agent: string, context: Context): Decimal | undefined {
  const events: RawAttendanceEvent[] = [];
  for (const event of allRows(context.month.attendanceEvents)) {
    if (event.agent.id === agent && isAskedDate(event.date, context)) events.push(event);
  }
  const times = (kind: string): Decimal =>
    decimal(events.filter((event) => event.kind === kind).length);
  const days = (kind: string): Decimal =>
    sumOf(
      events.filter((event) => event.kind === kind),
      (event) => decimal(event.days ?? '1'),
    );
  switch (id) {
    case 'workdays_due':
    case 'paid_days_due':
      return undefined;
    case 'workdays':
      return hasPresence(context) ? days('present') : undefined;
    case 'leave_days':
      return days('leave');
    case 'absent_days':
      return days('absent');
    case 'night_days':
      return hasNight(context) ? times('night') : undefined;
    case 'overtime_workday':
    case 'overtime_restday':
    case 'overtime_holiday':
      return overtimeHours(
        events.filter(({ kind }) => kind === id),
        context,
      );
    case 'sick_days':
      return sickDays(events.filter(({ kind }) => kind === 'leave'));
    default:
      return times(id);
  }
}

/** Hours to four places, of each event; a file without any overtime does not say that there was none. */
function overtimeHours(
  events: readonly RawAttendanceEvent[],
  { month }: Context,
): Decimal | undefined {
  const isRecorded = allRows(month.attendanceEvents).some(
    ({ kind, date }) => kind.startsWith('overtime') && isDateInMonth(date, month),
  );
  if (!isRecorded || events.some(({ minutes }) => minutes === undefined)) return undefined;
  return sumOf(events, ({ minutes = '0' }) => decimal(decimal(minutes).div(60).toFixed(4)));
}

/** Of leaves that all say their type; one without days is one day. */
function sickDays(leaves: readonly RawAttendanceEvent[]): Decimal | undefined {
  if (leaves.some(({ leaveType }) => leaveType === undefined)) return undefined;
  return sumOf(leaves, ({ days, leaveType }) =>
    decimal(leaveType === '病假' ? (days ?? '1') : '0'),
  );
}

/** Files in which nobody worked at night may not record it at all. */
function hasNight(context: Context): boolean {
  return allRows(context.month.attendanceEvents).some(
    ({ kind, date }) => kind === 'night' && isDateInMonth(date, context.month),
  );
}

/**
 * "A file that has a header and no rows is valid and means zero." But a file of lateness and leave alone
 * does not say that nobody came: who was present is missing then.
 */
function hasPresence(context: Context): boolean {
  const events = allRows(context.month.attendanceEvents);
  if (events.length === 0) return true;
  for (const event of events) {
    if (event.kind === 'present' && isDateInMonth(event.date, context.month)) return true;
  }
  return false;
}

/**
 * "`full_attendance`: 1 when late, early_leave, leave, leave_days, absent, absent_days and missed_punch
 * are all 0, else 0": one that is known and not 0 decides. "Late, leave and absent must be known, the others
 * count when they are."
 */
function fullAttendance(values: ReadonlyMap<string, ReferenceValue>): ReferenceValue {
  for (const id of [
    'late',
    'early_leave',
    'leave',
    'leave_days',
    'absent',
    'absent_days',
    'missed_punch',
  ]) {
    const figure = values.get(id);
    if (figure?.state === 'known' && !figure.value.isZero()) return count(0);
  }
  for (const id of ['late', 'leave', 'absent']) {
    if (values.get(id)?.state !== 'known') return MISSING;
  }
  return count(1);
}
