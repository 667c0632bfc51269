import type { CALL_METRICS } from '../../catalogue/metrics/calls.js';
import type { Count, Measures } from './measure.js';

/** Calls for which a condition holds. */
function calls(when: string): Count {
  return { of: 'month_calls', when };
}

/** A time of the answered calls, in either direction; unknown when one of them lacks it. */
function time(adds: string): Count {
  return { ...calls('answered'), adds, unknown: `answered AND ${adds} IS NULL` };
}

const INCOMING = "direction = 'in'";
const OUTGOING = "direction = 'out'";
const ANSWERED = calls('answered');
const HANDLE_TIME = time('(talk + hold + wrap)');

/** "Logged-in time from attendance": the minutes of the present rows, known when each of them has some. */
const LOGGED_IN: Count = {
  of: 'presence',
  adds: 'minutes * 60',
  unknown: 'minutes IS NULL',
  shown: { of: 'attendance', when: "kind = 'present'", adds: 'minutes * 60' },
};

export const CALL_MEASURES = {
  calls_answered: calls(`answered AND ${INCOMING}`),
  call_avg: { denominator: ANSWERED },
  call_total: time('(talk + hold)'),
  talk_avg: { denominator: ANSWERED },
  talk_total: time('talk'),
  calls_out: calls(OUTGOING),
  wrap_avg: { numerator: time('wrap'), denominator: ANSWERED },
  handle_avg: { numerator: HANDLE_TIME, denominator: ANSWERED },
  hold_avg: { numerator: time('hold'), denominator: ANSWERED },
  occupancy: { numerator: HANDLE_TIME, denominator: LOGGED_IN },
  calls_per_hour: {
    numerator: { ...calls(`answered AND ${INCOMING} OR ${OUTGOING}`), adds: '3600' },
    denominator: LOGGED_IN,
  },
  abandon_rate: { numerator: calls(`NOT answered AND ${INCOMING}`), denominator: calls(INCOMING) },
} as const satisfies Measures<typeof CALL_METRICS>;
