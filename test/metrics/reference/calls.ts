import { type Decimal, decimal, ZERO } from '../../../src/lib/decimal.js';
import { type Context, isAsked, isAskedDate } from './context.js';
import { allRows, count, known, MISSING, quotient, type ReferenceValue, sumOf } from './figures.js';
import type { RawCall } from './raw-month.js';

const CALLS = [
  'calls_answered',
  'call_avg',
  'call_total',
  'talk_avg',
  'talk_total',
  'calls_out',
  'wrap_avg',
  'handle_avg',
  'hold_avg',
];

/**
 * As the catalogue defines them: answered incoming calls; outgoing calls, answered or not; times and their
 * means over the answered calls of both directions.
 */
export function addCalls(
  values: Map<string, ReferenceValue>,
  agent: string,
  context: Context,
): void {
  values.set('occupancy', MISSING);
  values.set('calls_per_hour', MISSING);
  if (context.month.calls === undefined) {
    for (const id of CALLS) values.set(id, MISSING);
    return;
  }
  const calls = callsOfMonth(context).filter((call) => call.agent.id === agent);
  const answered = calls.filter((call) => call.answered);
  const talk = sumOf(answered, (call) => decimal(call.talk));
  const hold = sumOf(answered, (call) => decimal(call.hold));
  const wrap = sumOf(answered, (call) => decimal(call.wrap));
  const incoming = answered.filter((call) => call.direction === 'in').length;
  const outgoing = calls.filter((call) => call.direction === 'out').length;
  values.set('calls_answered', count(incoming));
  values.set('calls_out', count(outgoing));
  values.set('call_total', known(talk.plus(hold)));
  values.set('talk_total', known(talk));
  values.set('call_avg', quotient(talk.plus(hold), answered.length));
  values.set('talk_avg', quotient(talk, answered.length));
  values.set('hold_avg', quotient(hold, answered.length));
  values.set('wrap_avg', quotient(wrap, answered.length));
  values.set('handle_avg', quotient(talk.plus(hold).plus(wrap), answered.length));
  const loggedIn = loggedInSeconds(agent, context);
  if (loggedIn !== undefined) {
    values.set('occupancy', quotient(talk.plus(hold).plus(wrap), loggedIn));
    values.set('calls_per_hour', quotient((incoming + outgoing) * 3600, loggedIn));
  }
}

export function callsOfMonth(context: Context): RawCall[] {
  const calls: RawCall[] = [];
  for (const call of allRows(context.month.calls)) {
    if (isAsked(call.time, context)) calls.push(call);
  }
  return calls;
}

/** "Logged-in time, which is the minutes of the present rows of attendance by event." */
function loggedInSeconds(agent: string, context: Context): Decimal | undefined {
  let minutes: Decimal | undefined;
  for (const event of allRows(context.month.attendanceEvents)) {
    if (event.agent.id !== agent || event.kind !== 'present') continue;
    if (!isAskedDate(event.date, context) || event.minutes === undefined) continue;
    minutes = (minutes ?? ZERO).plus(decimal(event.minutes));
  }
  // On a day without presence nobody was logged in.
  if (context.only !== undefined && context.month.attendanceEvents) minutes ??= ZERO;
  return minutes?.times(60);
}
