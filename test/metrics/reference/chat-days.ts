import { dayNumber, firstDay, lastDay } from '../../../src/lib/month.js';
import type { MetricSettings } from '../../../src/shop/config.js';
import type { RawAgent, RawMessage, RawMonth } from './raw-month.js';

export const DAY = 86_400;

/** A business day begins at `day_starts_at`. The number of the day, counted from 1970-01-01. */
export function businessDay(time: number, settings: MetricSettings): number {
  return Math.floor((time - settings.dayStartsAt) / DAY);
}

/** "Rows outside the month are kept for look-back (windows) but never counted in it." */
export function isInMonth(time: number, month: RawMonth, settings: MetricSettings): boolean {
  const day = businessDay(time, settings);
  return day >= dayNumber(firstDay(month.month)) && day <= dayNumber(lastDay(month.month));
}

/** The same for a date: days of people are those of the calendar. */
export function isDateInMonth(date: string, month: RawMonth): boolean {
  return date.startsWith(`${month.month}-`);
}

/** `店铺:昵称` and `店铺：昵称` are the same. */
export function nick(text: string): string {
  return text.replaceAll('：', ':').trim();
}

/** "Buyers are matched within a shop (`shop` column) when both files have one." */
export function shopOf(shop: string, month: RawMonth): string {
  const both =
    month.chats !== undefined &&
    month.orders !== undefined &&
    month.chatsHaveShop &&
    month.ordersHaveShop;
  return both ? shop.trim() : '';
}

/** A buyer, within a shop where shops count. */
export interface Buyer {
  readonly shop: string;
  readonly nick: string;
}

export function sameBuyer(a: Buyer | undefined, b: Buyer | undefined): boolean {
  return a !== undefined && b !== undefined && a.shop === b.shop && a.nick === b.nick;
}

interface Message {
  readonly time: number;
  readonly agent: string;
  readonly buyer: Buyer;
  readonly fromBuyer: boolean;
  readonly text: string;
  readonly file: string;
  readonly row: number;
}

/**
 * "Robot and system messages belong to no one and are only counted. Messages whose buyer is exactly an
 * agent's id or account are `team` talk and left out." Rows of unknown accounts are only counted.
 */
export function messagesOfPeople(month: RawMonth): Message[] {
  const messages: Message[] = [];
  for (const file of month.chats ?? []) {
    for (const [row, message] of file.rows.entries()) {
      if (message.sender === 'robot' || message.sender === 'system') continue;
      if (message.agent.id === undefined) continue;
      if (isTeamTalk(message, month.agents)) continue;
      messages.push({
        time: message.time,
        agent: message.agent.id,
        buyer: { shop: shopOf(message.shop, month), nick: nick(message.buyer) },
        fromBuyer: message.sender === 'buyer',
        text: message.text,
        file: file.name,
        row,
      });
    }
  }
  return messages;
}

export function isTeamTalk(message: RawMessage, agents: readonly RawAgent[]): boolean {
  for (const agent of agents) {
    if (nick(message.buyer) === nick(agent.id)) return true;
    for (const account of agent.accounts) {
      if (nick(message.buyer) === nick(account)) return true;
    }
  }
  return false;
}

export interface ChatDay {
  readonly agent: string;
  readonly buyer: Buyer;
  readonly day: number;
  readonly messages: readonly Message[];
  readonly sessions: readonly Session[];
  readonly rounds: readonly Round[];
  /** Why the day is left out; undefined when it is not. */
  readonly filtered: 'ad' | undefined;
}

/**
 * "Chat day: one agent, one buyer, one business day; its messages in order of time; equal times in order
 * of file name (code points), then row."
 */
export function chatDaysOf(messages: readonly Message[], settings: MetricSettings): ChatDay[] {
  const groups: { agent: string; buyer: Buyer; day: number; messages: Message[] }[] = [];
  for (const message of messages) {
    const day = businessDay(message.time, settings);
    let group = groups.find(
      (other) =>
        other.agent === message.agent && sameBuyer(other.buyer, message.buyer) && other.day === day,
    );
    if (group === undefined) {
      group = { agent: message.agent, buyer: message.buyer, day, messages: [] };
      groups.push(group);
    }
    group.messages.push(message);
  }
  const days: ChatDay[] = [];
  for (const group of groups) {
    group.messages.sort(
      (a, b) => a.time - b.time || compareCodePoints(a.file, b.file) || a.row - b.row,
    );
    days.push({
      ...group,
      sessions: sessionsOf(group.agent, group.buyer, group.messages, settings),
      rounds: roundsOf(group.messages),
      filtered: isAdvertising(group.messages, settings) ? 'ad' : undefined,
    });
  }
  return days;
}

/** Order of texts by code points, which is not the order of UTF-16 units. */
export function compareCodePoints(a: string, b: string): number {
  const left = Array.from(a, (char) => char.codePointAt(0) ?? 0);
  const right = Array.from(b, (char) => char.codePointAt(0) ?? 0);
  for (const [place, code] of left.entries()) {
    const other = right[place];
    if (other === undefined) return 1;
    if (code !== other) return code - other;
  }
  return left.length - right.length;
}

/** "Filtered: `ad` (a buyer message matches `ad_patterns` and the agent wrote nothing that day)." */
function isAdvertising(messages: readonly Message[], settings: MetricSettings): boolean {
  let advertising = false;
  for (const message of messages) {
    if (!message.fromBuyer) return false;
    for (const pattern of settings.adPatterns) {
      if (new RegExp(pattern, 'u').test(message.text)) advertising = true;
    }
  }
  return advertising;
}

/** "Consult: a chat day with at least one buyer message, that is not filtered." */
export function isConsult(day: ChatDay): boolean {
  return day.filtered === undefined && day.messages.some((message) => message.fromBuyer);
}

export interface Session {
  readonly agent: string;
  readonly buyer: Buyer;
  readonly start: number;
  readonly end: number;
  readonly buyerBegan: boolean;
  readonly effective: boolean;
}

/**
 * "Session: a run of messages inside a chat day. A new session starts at a message when the one before it
 * is the buyer's and more than `session_wait` earlier." "Effective session: at least `min_messages`
 * messages, at least one from each side."
 */
function sessionsOf(
  agent: string,
  buyer: Buyer,
  messages: readonly Message[],
  settings: MetricSettings,
): Session[] {
  const runs: Message[][] = [];
  let before: Message | undefined;
  for (const message of messages) {
    const startsAnew =
      before === undefined ||
      (before.fromBuyer && message.time - before.time > settings.sessionWait);
    if (startsAnew) runs.push([]);
    runs.at(-1)?.push(message);
    before = message;
  }
  const sessions: Session[] = [];
  for (const run of runs) {
    const first = run.at(0);
    const last = run.at(-1);
    if (first === undefined || last === undefined) continue;
    sessions.push({
      agent,
      buyer,
      start: first.time,
      end: last.time,
      buyerBegan: first.fromBuyer,
      effective:
        run.length >= settings.minMessages &&
        run.some((message) => message.fromBuyer) &&
        run.some((message) => !message.fromBuyer),
    });
  }
  return sessions;
}

export interface Round {
  readonly start: number;
  /** Undefined: nobody answered. */
  readonly gap: number | undefined;
}

/**
 * "Round: inside a chat day, a run of consecutive buyer messages and the agent message that ends it. Its
 * reply gap is the time from the run's first message to that agent message. A last run without an answer
 * is an unanswered round."
 */
function roundsOf(messages: readonly Message[]): Round[] {
  const rounds: Round[] = [];
  let start: number | undefined;
  for (const message of messages) {
    if (message.fromBuyer) {
      start ??= message.time;
    } else if (start !== undefined) {
      rounds.push({ start, gap: message.time - start });
      start = undefined;
    }
  }
  if (start !== undefined) rounds.push({ start, gap: undefined });
  return rounds;
}
