import type { ChatDay, DayMessages } from '../../intake/facts/chat-log.js';
import type { MonthFacts } from '../../intake/facts/month-facts.js';
import type { MetricSettings } from '../../shop/config.js';
import { metricsSql, type SqlParameters } from '../rows/sql.js';
import {
  type ChatDayCounts,
  chatDayCounter,
  eachSession,
  isEffective,
  secondAt,
} from './chat-day.js';
import { type RowWriter, rowWriter } from './row-writer.js';

const DAY_COLUMNS = 21;
const SESSION_COLUMNS = 8;

/** Fills the tables of talk-tables.sql with what the chats of a month come to. */
export async function countChatDays(
  { chats, engine }: Pick<MonthFacts, 'chats' | 'engine'>,
  settings: MetricSettings,
  parameters: SqlParameters,
): Promise<void> {
  await engine.run(metricsSql('talk/talk-tables', parameters));
  const days = await rowWriter('counted_days', DAY_COLUMNS, engine);
  const sessions = await rowWriter('counted_sessions', SESSION_COLUMNS, engine);
  const count = chatDayCounter(settings);
  chats.eachDay((day) => {
    const isAnyEffective = addSessions(day, settings, sessions);
    days.add(dayRow(day, count(day.messages), isAnyEffective));
  });
  days.close();
  sessions.close();
}

/** Says whether any of the sessions is effective. */
function addSessions(day: ChatDay, settings: MetricSettings, sessions: RowWriter): boolean {
  const { messages } = day;
  let isAnyEffective = false;
  eachSession(messages, settings, (first, last) => {
    const effective = isEffective(messages, first, last, settings);
    if (effective) isAnyEffective = true;
    sessions.add([
      day.number,
      day.agent,
      day.buyer,
      day.day,
      secondAt(messages.seconds, first),
      secondAt(messages.seconds, last),
      isBuyers(messages, first) ? 1 : 0,
      effective ? 1 : 0,
    ]);
  });
  return isAnyEffective;
}

function isBuyers({ byAgent }: DayMessages, at: number): boolean {
  return byAgent[at] === 0;
}

function dayRow(day: ChatDay, counts: Readonly<ChatDayCounts>, effective: boolean): number[] {
  // "Filtered: `ad` (a buyer message matches `ad_patterns` and the agent wrote nothing that day)."
  const filtered = day.isAdvertising && counts.agentMessages === 0;
  return [
    day.number,
    day.agent,
    day.buyer,
    day.day,
    filtered ? 1 : 0,
    effective ? 1 : 0,
    counts.buyerMessages,
    counts.agentMessages,
    counts.agentChars,
    counts.firstBuyer,
    counts.firstAgent,
    counts.lastAgent,
    counts.firstGap,
    counts.gaps,
    counts.replies,
    counts.lateRounds,
    counts.slowGaps,
    counts.platformGaps,
    counts.platformRounds,
    counts.within3min,
    counts.unansweredSince,
  ];
}
