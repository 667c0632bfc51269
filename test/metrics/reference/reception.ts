import { dayNumber, firstDay, lastDay } from '../../../src/lib/month.js';
import type { MetricSettings } from '../../../src/shop/config.js';
import {
  type Buyer,
  type ChatDay,
  DAY,
  isConsult,
  type Round,
  type Session,
  sameBuyer,
} from './chat-days.js';
import type { Context } from './context.js';
import { count, MISSING, quotient, type ReferenceValue, total } from './figures.js';

const RECEPTION = [
  'consults',
  'replied',
  'reply_rate',
  'receptions',
  'effective_receptions',
  'buyers',
  'buyer_messages',
  'agent_messages',
  'agent_chars',
  'answer_ratio',
  'response_time',
  'first_response_time',
  'late_rounds',
  'slow_receptions',
  'slow_share',
  'platform_response_time',
  'within_3min_rate',
  'peak_sessions',
  'service_days',
  'daily_service_hours',
  'slow_day_streak',
];

/** "Without a chats file, chat metrics are missing." */
export function addReception(
  values: Map<string, ReferenceValue>,
  agent: string,
  context: Context,
): void {
  if (context.month.chats === undefined) {
    for (const id of RECEPTION) values.set(id, MISSING);
    return;
  }
  const days = chatDaysOfMonth(agent, context);
  const consults = days.filter(isConsult);
  const receptions = consults.filter(isReception);
  values.set('consults', count(consults.length));
  values.set('replied', count(consults.filter(isReplied).length));
  values.set('reply_rate', quotient(consults.filter(isReplied).length, consults.length));
  values.set('receptions', count(receptions.length));
  values.set('effective_receptions', count(days.filter(isEffective).length));
  values.set('buyers', count(distinctBuyers(receptions.map((day) => day.buyer))));
  addMessageCounts(values, consults);
  addReplyTimes(values, consults, context.settings);
  addSlowReceptions(values, receptions, context.settings);
  addPlatformTimes(values, consults, context.settings);
  values.set('peak_sessions', count(peakSessions(days)));
  addServiceDays(values, days, consults, context.settings);
}

export function chatDaysOfMonth(agent: string, context: Context): ChatDay[] {
  const { month } = context.month;
  const days: ChatDay[] = [];
  for (const day of context.chatDays) {
    if (day.agent !== agent || day.filtered !== undefined) continue;
    if (context.only !== undefined && day.day !== context.only) continue;
    if (day.day < dayNumber(firstDay(month)) || day.day > dayNumber(lastDay(month))) continue;
    days.push(day);
  }
  return days;
}

/** "`replied`: consults with at least one agent message after the first buyer message." */
function isReplied(consult: ChatDay): boolean {
  let asked = false;
  for (const message of consult.messages) {
    if (message.fromBuyer) asked = true;
    else if (asked) return true;
  }
  return false;
}

/** "`receptions`: consults with at least one agent message." */
function isReception(consult: ChatDay): boolean {
  return consult.messages.some((message) => !message.fromBuyer);
}

/** "`effective_receptions`: chat days with at least one effective session." */
function isEffective(day: ChatDay): boolean {
  return day.sessions.some((session) => session.effective);
}

/** "`buyers`: distinct buyers among the receptions." */
export function distinctBuyers(buyers: readonly Buyer[]): number {
  const seen: Buyer[] = [];
  for (const buyer of buyers) {
    if (!seen.some((other) => sameBuyer(other, buyer))) seen.push(buyer);
  }
  return seen.length;
}

/**
 * "`buyer_messages`, `agent_messages`, `agent_chars`: over consults; characters are Unicode code points of
 * the text." "`answer_ratio`: agent_messages ÷ buyer_messages."
 */
function addMessageCounts(values: Map<string, ReferenceValue>, consults: readonly ChatDay[]): void {
  let fromBuyers = 0;
  let fromAgent = 0;
  let chars = 0;
  for (const consult of consults) {
    for (const message of consult.messages) {
      if (message.fromBuyer) {
        fromBuyers += 1;
      } else {
        fromAgent += 1;
        chars += Array.from(message.text).length;
      }
    }
  }
  values.set('buyer_messages', count(fromBuyers));
  values.set('agent_messages', count(fromAgent));
  values.set('agent_chars', count(chars));
  values.set('answer_ratio', quotient(fromAgent, fromBuyers));
}

/**
 * "`response_time`: mean reply gap over rounds with gap ≤ `max_wait`." "`first_response_time`: mean gap of
 * the first round of each consult, over those with gap ≤ `max_wait`." "`late_rounds`: rounds with gap >
 * `max_wait`, and unanswered rounds."
 */
function addReplyTimes(
  values: Map<string, ReferenceValue>,
  consults: readonly ChatDay[],
  settings: MetricSettings,
): void {
  const all: Round[] = [];
  const first: Round[] = [];
  for (const consult of consults) {
    for (const [place, round] of consult.rounds.entries()) {
      all.push(round);
      if (place === 0) first.push(round);
    }
  }
  values.set('response_time', meanGap(all, settings));
  values.set('first_response_time', meanGap(first, settings));
  const late = all.filter((round) => round.gap === undefined || round.gap > settings.maxWait);
  values.set('late_rounds', count(late.length));
}

function meanGap(rounds: readonly Round[], settings: MetricSettings): ReferenceValue {
  const gaps = countedGaps(rounds, settings);
  return quotient(total(gaps), gaps.length);
}

function countedGaps(rounds: readonly Round[], settings: MetricSettings): number[] {
  const gaps: number[] = [];
  for (const { gap } of rounds) {
    if (gap !== undefined && gap <= settings.maxWait) gaps.push(gap);
  }
  return gaps;
}

/**
 * "`slow_receptions`, `slow_share`: receptions with at least `slow_times` gaps > `slow_after` (gaps beyond
 * `max_wait` too; an unanswered round has no gap); ÷ receptions."
 */
function addSlowReceptions(
  values: Map<string, ReferenceValue>,
  receptions: readonly ChatDay[],
  settings: MetricSettings,
): void {
  let slow = 0;
  for (const reception of receptions) {
    let times = 0;
    for (const { gap } of reception.rounds) {
      if (gap !== undefined && gap > settings.slowAfter) times += 1;
    }
    if (times >= settings.slowTimes) slow += 1;
  }
  values.set('slow_receptions', count(slow));
  values.set('slow_share', quotient(slow, receptions.length));
}

/**
 * "`platform_response_time`: over rounds that begin within `platform_hours`: gap capped at 600 s,
 * unanswered counts as 600 s; mean." "`within_3min_rate`: rounds within `platform_hours` answered within
 * 180 s ÷ all such rounds, unanswered included."
 */
function addPlatformTimes(
  values: Map<string, ReferenceValue>,
  consults: readonly ChatDay[],
  settings: MetricSettings,
): void {
  const gaps: number[] = [];
  let quick = 0;
  for (const consult of consults) {
    for (const round of consult.rounds) {
      if (!isWithinPlatformHours(round.start, settings)) continue;
      gaps.push(round.gap === undefined ? 600 : Math.min(round.gap, 600));
      if (round.gap !== undefined && round.gap <= 180) quick += 1;
    }
  }
  values.set('platform_response_time', quotient(total(gaps), gaps.length));
  values.set('within_3min_rate', quotient(quick, gaps.length));
}

/** "A round belongs when its run begins within them, the end excluded." Hours may run past midnight. */
function isWithinPlatformHours(time: number, settings: MetricSettings): boolean {
  const { from, to } = settings.platformHours;
  const clock = ((time % DAY) + DAY) % DAY;
  return from < to ? clock >= from && clock < to : clock >= from || clock < to;
}

/**
 * "`peak_sessions`: greatest number of sessions, of any kind, open at one moment (first to last message,
 * both included)." The number can only rise when a session starts.
 */
function peakSessions(days: readonly ChatDay[]): number {
  const sessions: Session[] = [];
  for (const day of days) {
    for (const session of day.sessions) sessions.push(session);
  }
  let peak = 0;
  for (const { start: moment } of sessions) {
    let open = 0;
    for (const session of sessions) {
      if (session.start <= moment && moment <= session.end) open += 1;
    }
    if (open > peak) peak = open;
  }
  return peak;
}

/**
 * "`service_days`: business days with at least one agent message to a buyer, in whatever unfiltered chat
 * day." "`daily_service_hours`: mean over service_days of last minus first agent message."
 */
function addServiceDays(
  values: Map<string, ReferenceValue>,
  days: readonly ChatDay[],
  consults: readonly ChatDay[],
  settings: MetricSettings,
): void {
  const serviceDays: number[] = [];
  for (const day of days) {
    if (agentTimes(day).length > 0 && !serviceDays.includes(day.day)) serviceDays.push(day.day);
  }
  serviceDays.sort((a, b) => a - b);
  let seconds = 0;
  for (const serviceDay of serviceDays) {
    const times: number[] = [];
    for (const day of days) {
      if (day.day === serviceDay) times.push(...agentTimes(day));
    }
    seconds += Math.max(...times) - Math.min(...times);
  }
  values.set('service_days', count(serviceDays.length));
  values.set('daily_service_hours', quotient(seconds, serviceDays.length * 3600));
  values.set('slow_day_streak', count(slowDayStreak(serviceDays, consults, settings)));
}

function agentTimes(day: ChatDay): number[] {
  const times: number[] = [];
  for (const message of day.messages) {
    if (!message.fromBuyer) times.push(message.time);
  }
  return times;
}

/**
 * "`slow_day_streak`: longest run of successive service days (days off do not break it) whose mean reply
 * gap (as in response_time) is above `slow_day_after`; a service day without a counted round ends the run."
 */
function slowDayStreak(
  serviceDays: readonly number[],
  consults: readonly ChatDay[],
  settings: MetricSettings,
): number {
  let streak = 0;
  let longest = 0;
  for (const serviceDay of serviceDays) {
    const rounds: Round[] = [];
    for (const consult of consults) {
      if (consult.day === serviceDay) rounds.push(...consult.rounds);
    }
    const gaps = countedGaps(rounds, settings);
    const isSlow = gaps.length > 0 && total(gaps) > settings.slowDayAfter * gaps.length;
    streak = isSlow ? streak + 1 : 0;
    if (streak > longest) longest = streak;
  }
  return longest;
}
