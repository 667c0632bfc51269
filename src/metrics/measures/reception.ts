import type { RECEPTION as METRICS } from '../../catalogue/metrics/reception.js';
import type { Count, Measures } from './measure.js';

/** Chat days of the month, of those for which a condition holds. */
function days(when: string): Count {
  return { of: 'month_days', when };
}

/** What the chat days of the month have of something. */
function perDay(adds: string, when?: string): Count {
  return { of: 'month_days', adds, ...(when === undefined ? {} : { when }) };
}

export const RECEPTION = {
  consults: days('consult'),
  replied: days('replied'),
  receptions: days('reception'),
  effective_receptions: days('effective'),
  buyers: { ...days('reception'), distinct: { by: 'buyer', first: 'chat_day' } },
  buyer_messages: perDay('buyer_messages', 'consult'),
  agent_messages: perDay('agent_messages', 'consult'),
  agent_chars: perDay('agent_chars', 'consult'),
  response_time: { numerator: perDay('gaps'), denominator: perDay('replies') },
  first_response_time: {
    numerator: perDay('first_gap', 'first_counted'),
    denominator: days('first_counted'),
  },
  late_rounds: perDay('late_rounds'),
  slow_receptions: days('slow'),
  platform_response_time: {
    numerator: perDay('platform_gaps'),
    denominator: perDay('platform_rounds'),
  },
  within_3min_rate: { numerator: perDay('within_3min'), denominator: perDay('platform_rounds') },
  peak_sessions: { of: 'open_sessions', adds: 'open', greatest: true },
  service_days: { of: 'service_days' },
  daily_service_hours: {
    numerator: { of: 'service_days', adds: 'seconds' },
    denominator: { of: 'service_days', adds: '3600' },
  },
  slow_day_streak: { of: 'slow_runs', adds: 'days', greatest: true },
} as const satisfies Measures<typeof METRICS>;
