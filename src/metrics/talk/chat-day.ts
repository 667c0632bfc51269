// What a chat day comes to, from its messages in their order. Seconds are those of its business day.
import type { DayMessages } from '../../intake/facts/chat-log.js';
import type { MetricSettings } from '../../shop/config.js';

/** Stands for a second, or a gap, that there is none of. */
export const NONE = -1;

const DAY = 86_400;

/**
 * "Session: a run of messages inside a chat day. A new session starts at a message when the one before it is the
 * buyer's and more than `session_wait` earlier." Gives the places of its first and last message.
 */
export function eachSession(
  { length, seconds, byAgent }: DayMessages,
  { sessionWait }: Pick<MetricSettings, 'sessionWait'>,
  take: (first: number, last: number) => void,
): void {
  let first = 0;
  for (let at = 1; at < length; at += 1) {
    const wait = secondAt(seconds, at) - secondAt(seconds, at - 1);
    if (byAgent[at - 1] === 1 || wait <= sessionWait) continue;
    take(first, at - 1);
    first = at;
  }
  if (length > 0) take(first, length - 1);
}

/** "Effective session: at least `min_messages` messages, at least one from each side." */
export function isEffective(
  { byAgent }: DayMessages,
  first: number,
  last: number,
  { minMessages }: Pick<MetricSettings, 'minMessages'>,
): boolean {
  if (last - first + 1 < minMessages) return false;
  let at = first;
  while (at < last && byAgent[at] === byAgent[last]) at += 1;
  return at < last;
}

/**
 * "Round: inside a chat day, a run of consecutive buyer messages and the agent message that ends it. Its reply gap is
 * the time from the run's first message to that agent message. A last run without an answer is an unanswered round":
 * its gap is `NONE`. Gives the place of the message that begins it.
 */
export function eachRound(
  { length, seconds, byAgent }: DayMessages,
  take: (first: number, gap: number) => void,
): void {
  let first = NONE;
  for (let at = 0; at < length; at += 1) {
    if (byAgent[at] === 0) {
      if (first === NONE) first = at;
    } else if (first !== NONE) {
      take(first, secondAt(seconds, at) - secondAt(seconds, first));
      first = NONE;
    }
  }
  if (first !== NONE) take(first, NONE);
}

/** What a round counts for. */
export interface RoundJudge {
  /** "Mean reply gap over rounds with gap ≤ `max_wait`." */
  isCounted(gap: number): boolean;
  /** "Rounds with gap > `max_wait`, and unanswered rounds." */
  isLate(gap: number): boolean;
  /** "Gaps > `slow_after`, beyond `max_wait` too; an unanswered round has no gap." */
  isSlow(gap: number): boolean;
  /**
   * "Over rounds that begin within `platform_hours`: gap capped at 600 s, unanswered counts as 600 s"; `NONE` for any
   * other round.
   */
  platformGap(second: number, gap: number): number;
}

/** "Gap capped at 600 s": the platforms' measure, not the shop's. */
const PLATFORM_CAP = 600;

export function roundJudge(settings: MetricSettings): RoundJudge {
  const { maxWait, slowAfter, dayStartsAt } = settings;
  const { from, to } = settings.platformHours;
  /** "A round belongs when its run begins within them, the end excluded." */
  const isWithin = (clock: number) =>
    from <= to ? clock >= from && clock < to : clock >= from || clock < to;
  return {
    isCounted: (gap) => gap !== NONE && gap <= maxWait,
    isLate: (gap) => gap === NONE || gap > maxWait,
    isSlow: (gap) => gap !== NONE && gap > slowAfter,
    platformGap(second, gap) {
      if (!isWithin((second + dayStartsAt) % DAY)) return NONE;
      return gap === NONE ? PLATFORM_CAP : Math.min(gap, PLATFORM_CAP);
    },
  };
}

/** What the messages of a chat day come to. */
export interface ChatDayCounts {
  buyerMessages: number;
  agentMessages: number;
  agentChars: number;
  /** The seconds of these messages; `NONE` where there are none. */
  firstBuyer: number;
  firstAgent: number;
  lastAgent: number;
  /** Of the first round; `NONE` where nobody answered it. */
  firstGap: number;
  /** Of the counted rounds. */
  gaps: number;
  replies: number;
  lateRounds: number;
  slowGaps: number;
  platformGaps: number;
  platformRounds: number;
  within3min: number;
  /** When the unanswered round began; `NONE` without one. */
  unansweredSince: number;
}

const NOTHING: Readonly<ChatDayCounts> = {
  buyerMessages: 0,
  agentMessages: 0,
  agentChars: 0,
  firstBuyer: NONE,
  firstAgent: NONE,
  lastAgent: NONE,
  firstGap: NONE,
  gaps: 0,
  replies: 0,
  lateRounds: 0,
  slowGaps: 0,
  platformGaps: 0,
  platformRounds: 0,
  within3min: 0,
  unansweredSince: NONE,
};

/** "Answered within 180 s." */
const THREE_MINUTES = 180;

/** Counts one chat day after the other; what it gives holds until the next. */
export function chatDayCounter(
  settings: MetricSettings,
): (messages: DayMessages) => Readonly<ChatDayCounts> {
  const counts = { ...NOTHING };
  const judge = roundJudge(settings);
  let second = 0;
  const takeRound = (gap: number): void => {
    if (judge.isCounted(gap)) {
      counts.gaps += gap;
      counts.replies += 1;
    }
    if (judge.isLate(gap)) counts.lateRounds += 1;
    if (judge.isSlow(gap)) counts.slowGaps += 1;
    if (gap === NONE) counts.unansweredSince = second;
    const platformGap = judge.platformGap(second, gap);
    if (platformGap === NONE) return;
    counts.platformGaps += platformGap;
    counts.platformRounds += 1;
    if (platformGap <= THREE_MINUTES) counts.within3min += 1;
  };
  return (messages) => {
    Object.assign(counts, NOTHING);
    countSides(messages, counts);
    let isFirst = true;
    eachRound(messages, (first, gap) => {
      second = secondAt(messages.seconds, first);
      if (isFirst) counts.firstGap = gap;
      isFirst = false;
      takeRound(gap);
    });
    return counts;
  };
}

function countSides({ length, seconds, byAgent, chars }: DayMessages, counts: ChatDayCounts): void {
  for (let at = 0; at < length; at += 1) {
    const second = secondAt(seconds, at);
    if (byAgent[at] === 0) {
      if (counts.buyerMessages === 0) counts.firstBuyer = second;
      counts.buyerMessages += 1;
    } else {
      if (counts.agentMessages === 0) counts.firstAgent = second;
      counts.agentMessages += 1;
      counts.agentChars += chars[at] ?? 0;
      counts.lastAgent = second;
    }
  }
}

/** The second of a message of the day. */
export function secondAt(seconds: Int32Array, at: number): number {
  return seconds[at] ?? NONE;
}
