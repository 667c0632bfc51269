import type { RECEPTION_METRICS } from '../../catalogue/metrics/reception.js';
import type { Count, Measures, Shown } from './measure.js';

/** Chat days of the month, of those for which a condition holds. */
function days(when: string): Count {
  return { of: 'month_days', when };
}

/** What the chat days of the month have of something. */
function perDay(adds: string, when?: string): Count {
  return { of: 'month_days', adds, ...(when === undefined ? {} : { when }) };
}

/** Chat days hold what their rounds come to: which rounds count, and what each of them adds. */
function perRound(column: string, shown: Omit<Shown, 'of'>, when?: string): Count {
  return { ...perDay(column, when), shown: { of: 'rounds', ...shown } };
}

const PLATFORM_ROUNDS = perRound('platform_rounds', { when: 'platform_gap IS NOT NULL' });

/** What is counted of chats alone. */
export const RECEPTION_MEASURES = {
  consults: days('consult'),
  replied: days('replied'),
  receptions: days('reception'),
  effective_receptions: days('effective'),
  buyers: { ...days('reception'), distinct: { by: 'buyer', first: 'chat_day' } },
  buyer_messages: perDay('buyer_messages', 'consult'),
  agent_messages: perDay('agent_messages', 'consult'),
  agent_chars: perDay('agent_chars', 'consult'),
  response_time: {
    numerator: perRound('gaps', { when: 'counted', adds: 'gap' }),
    denominator: perRound('replies', { when: 'counted' }),
  },
  first_response_time: {
    numerator: perRound(
      'first_gap',
      { when: 'is_first AND counted', adds: 'gap' },
      'first_counted',
    ),
    denominator: perRound('1', { when: 'is_first AND counted' }, 'first_counted'),
  },
  late_rounds: perRound('late_rounds', { when: 'late' }),
  slow_receptions: days('slow'),
  platform_response_time: {
    numerator: perRound('platform_gaps', { adds: 'platform_gap' }),
    denominator: PLATFORM_ROUNDS,
  },
  within_3min_rate: {
    numerator: perRound('within_3min', { when: 'platform_gap <= 180' }),
    denominator: PLATFORM_ROUNDS,
  },
  peak_sessions: {
    of: 'open_sessions',
    adds: 'open',
    greatest: true,
    shown: { of: 'busiest_sessions' },
  },
  service_days: { of: 'service_days' },
  daily_service_hours: {
    numerator: { of: 'service_days', adds: 'seconds' },
    denominator: { of: 'service_days', adds: '3600' },
  },
  slow_day_streak: {
    of: 'slow_runs',
    adds: 'days',
    greatest: true,
    shown: { of: 'service_days', when: 'in_longest_run' },
  },
} as const satisfies Measures<typeof RECEPTION_METRICS>;
