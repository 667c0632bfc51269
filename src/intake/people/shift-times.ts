import type { AttendanceKind } from '../../catalogue/vocabulary.js';
import { valueIn } from '../../lib/dated.js';
import type { Row } from '../cells/row.js';
import type { MonthContext } from '../facts/month-context.js';

/** Minutes after the midnight of the day, as somebody punched: `09:02`, `次日01:20`. */
interface Punches {
  readonly came: number | undefined;
  readonly went: number | undefined;
}

/** What the punches of a day come to by the hours of the shift. */
interface ShiftEvent {
  readonly kind: AttendanceKind;
  /** As text, for the engine; null for what has no length. */
  readonly minutes: string | null;
}

/** Reads when somebody came and went, as far as the row says it. */
export function punchesIn(row: Row): Punches {
  return { came: minuteOf(row, 'came'), went: minuteOf(row, 'went') };
}

const CLOCK = /^(次日|第二天)? *(\d{1,2}):(\d\d)(?::\d\d)?$/;

function minuteOf(row: Row, column: 'came' | 'went'): number | undefined {
  const text = row.text(column);
  if (text === undefined) return undefined;
  const [, next, hours, minutes] = CLOCK.exec(text.normalize('NFKC')) ?? [];
  const time = Number(hours) * 60 + Number(minutes);
  if (hours === undefined || Number(minutes) > 59 || time > 24 * 60) {
    row.report('bad-punch', column);
    return undefined;
  }
  return next === undefined ? time : time + 24 * 60;
}

/**
 * Lateness, leaving early and night work of a day of presence, by the hours of the agent's shift. Undefined
 * where nobody knows when the shift begins, and the punch of coming would say who was late.
 */
export function eventsOfShift(
  { came, went }: Punches,
  shift: string | undefined,
  { shop, month }: MonthContext,
): readonly ShiftEvent[] | undefined {
  const known = shop.config.shifts.get(shift ?? '');
  const hours = known?.hours && valueIn(known.hours, month);
  if (known === undefined || hours === undefined) return came === undefined ? [] : undefined;
  const late = (came ?? hours.from) - hours.from;
  const early = hours.to - (went ?? hours.to);
  return [
    ...(late > 0 ? [{ kind: 'late', minutes: String(late) } as const] : []),
    ...(early > 0 ? [{ kind: 'early_leave', minutes: String(early) } as const] : []),
    ...(known.night ? [{ kind: 'night', minutes: null } as const] : []),
  ];
}
