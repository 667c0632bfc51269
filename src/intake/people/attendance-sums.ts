import { type Decimal, decimal, ONE, sum, ZERO } from '../../lib/decimal.js';
import { dayNumber, firstDay, lastDay, type Month } from '../../lib/month.js';
import type { Row } from '../cells/row.js';

/** The figures of monthly attendance, in the order of the engine's table: how each is read, and what it counts. */
export const MONTH_FIGURES = {
  workdays_due: { form: 'count', of: 'days' },
  workdays: { form: 'count', of: 'days' },
  late: { form: 'count', of: 'times' },
  early_leave: { form: 'count', of: 'times' },
  leave: { form: 'count', of: 'times' },
  leave_days: { form: 'days', of: 'days' },
  absent: { form: 'count', of: 'times' },
  absent_days: { form: 'days', of: 'days' },
  missed_punch: { form: 'count', of: 'times' },
  overtime_workday: { form: 'hours', of: 'hours' },
  overtime_restday: { form: 'hours', of: 'hours' },
  overtime_holiday: { form: 'hours', of: 'hours' },
  sick_days: { form: 'days', of: 'days' },
  paid_days_due: { form: 'days', of: 'days' },
} as const;

/** How often somebody was away, and for how many days: one is not without the other. */
const PAIRS = [
  ['leave', 'leave_days'],
  ['absent', 'absent_days'],
] as const;

/** The figures of a row by column, as they were read. */
type MonthFigures = Readonly<Record<string, Decimal | undefined>>;

function daysIn(month: Month): Decimal {
  return decimal(dayNumber(lastDay(month)) - dayNumber(firstDay(month)) + 1);
}

/** Tells of figures of a month's attendance that cannot all be right: each by itself, and one beside another. */
export function checkMonthFigures(row: Row, figures: MonthFigures, month: Month): void {
  const days = daysIn(month);
  for (const [column, { of }] of Object.entries(MONTH_FIGURES)) {
    const figure = figures[column];
    if (of === 'days' && figure?.greaterThan(days)) {
      row.report('more-days-than-month', column, { days: days.toFixed() });
    }
    if (of === 'times' && figure?.isInteger() === false) row.report('part-of-time', column);
  }
  for (const [times, length] of PAIRS) {
    const [often, long] = [figures[times], figures[length]];
    if (often === undefined || long === undefined || often.isZero() === long.isZero()) continue;
    const [none, some] = often.isZero() ? [times, length] : [length, times];
    const said = { other: row.placeOf(some).column, value: (figures[some] ?? ZERO).toFixed() };
    row.report('absence-contradicted', none, said);
  }
  const { workdays_due: due, workdays = ZERO, leave_days: leave, absent_days: absent } = figures;
  const away = sum([leave ?? ZERO, absent ?? ZERO]);
  // Hours of leave on a day that was worked count as both.
  if (due === undefined || away.lessThan(ONE) || workdays.lessThan(due)) return;
  const said = { workdays: workdays.toFixed(), away: away.toFixed(), due: due.toFixed() };
  row.report('days-exceed-due', 'workdays', said);
}
