import type { Grade } from '../../../src/catalogue/vocabulary.js';
import { type Decimal, decimal, divide, ZERO } from '../../../src/lib/decimal.js';
import { dayNumber, firstDay, lastDay } from '../../../src/lib/month.js';
import type { MetricSettings } from '../../../src/shop/config.js';
import type {
  AttendanceCount,
  RawAgent,
  RawAttendanceEvent,
  RawCall,
  RawComplaint,
  RawFile,
  RawMessage,
  RawMonth,
  RawOrder,
} from './raw-month.js';

/*
 * The metrics of the specification, once more, slowly: loops over arrays, no index, no SQL. Each function
 * is headed by the sentence that it implements. It exists to be compared with the real implementation.
 */

export type ReferenceValue =
  | {
      readonly state: 'known';
      readonly value: Decimal;
      readonly numerator?: Decimal;
      readonly denominator?: Decimal;
    }
  | { readonly state: 'undefined'; readonly numerator: Decimal; readonly denominator: Decimal }
  | { readonly state: 'missing' };

export type ReferenceRating =
  | { readonly kind: 'grade'; readonly grade: Grade; readonly count: number }
  | { readonly kind: 'number'; readonly mean: Decimal; readonly count: number };

export interface ReferenceResult {
  /** By agent id, then by metric id; every agent of the roster. */
  readonly agents: ReadonlyMap<string, ReadonlyMap<string, ReferenceValue>>;
  /** By agent id, then by rating item. */
  readonly ratings: ReadonlyMap<string, ReadonlyMap<string, ReferenceRating>>;
  readonly shop: ReadonlyMap<string, ReferenceValue>;
}

const DAY = 86_400;
const MISSING: ReferenceValue = { state: 'missing' };

export function referenceMetrics(month: RawMonth, settings: MetricSettings): ReferenceResult {
  const context = contextOf(month, settings);
  const agents = new Map<string, ReadonlyMap<string, ReferenceValue>>();
  const ratings = new Map<string, ReadonlyMap<string, ReferenceRating>>();
  for (const agent of month.agents) {
    const values = new Map<string, ReferenceValue>();
    addReception(values, agent.id, context);
    addOrders(values, agent.id, context);
    addInquiries(values, agent.id, context);
    addAttendance(values, agent, context);
    addConduct(values, agent.id, context);
    addCalls(values, agent.id, context);
    for (const id of ONLY_IMPORTED) values.set(id, MISSING);
    replaceImported(values, agent.id, month);
    agents.set(agent.id, values);
    ratings.set(agent.id, ratingsOf(agent.id, month));
  }
  const shop = shopMetrics(context);
  replaceImported(shop, undefined, month);
  return { agents, ratings, shop };
}

const ONLY_IMPORTED = [
  'typing_speed',
  'satisfaction',
  'resolution_rate',
  'return_visit_rate',
  'feedback_collected',
];

/**
 * "An imported metric replaces that metric of that agent only (agent `*`: the shop's). `silent_sales` always
 * comes from orders."
 */
function replaceImported(
  values: Map<string, ReferenceValue>,
  agent: string | undefined,
  month: RawMonth,
): void {
  for (const row of allRows(month.imported)) {
    if (row.agent?.id !== agent || row.metric === 'silent_sales') continue;
    values.set(row.metric, known(decimal(row.value)));
  }
}

/** What every metric is counted from. */
interface Context {
  readonly month: RawMonth;
  readonly settings: MetricSettings;
  /** All chat days in the files, of any business day, filtered or not. */
  readonly chatDays: readonly ChatDay[];
  /** All orders in the files but the fake ones, each once, each with its credit. */
  readonly orders: readonly CreditedOrder[];
}

function contextOf(month: RawMonth, settings: MetricSettings): Context {
  const chatDays = chatDaysOf(messagesOfPeople(month), settings);
  const orders: CreditedOrder[] = [];
  for (const order of realOrders(month)) {
    orders.push({
      order,
      paid: isPaid(order),
      buyer: orderBuyer(order, month),
      credit: isPaid(order) ? creditPaid(order, month, chatDays, settings) : undefined,
      createdCredit: creditCreated(order, month, chatDays, settings),
    });
  }
  return { month, settings, chatDays, orders };
}

// ---------------------------------------------------------------------------------------- words

/** A business day begins at `day_starts_at`. The number of the day, counted from 1970-01-01. */
function businessDay(time: number, settings: MetricSettings): number {
  return Math.floor((time - settings.dayStartsAt) / DAY);
}

/** "Rows outside the month are kept for look-back (windows) but never counted in it." */
function isInMonth(time: number, month: RawMonth, settings: MetricSettings): boolean {
  const day = businessDay(time, settings);
  return day >= dayNumber(firstDay(month.month)) && day <= dayNumber(lastDay(month.month));
}

/** `店铺:昵称` and `店铺：昵称` are the same. */
function nick(text: string): string {
  return text.replaceAll('：', ':').trim();
}

/** "Buyers are matched within a shop (`shop` column) when both files have one." */
function shopOf(shop: string, month: RawMonth): string {
  const both =
    month.chats !== undefined &&
    month.orders !== undefined &&
    month.chatsHaveShop &&
    month.ordersHaveShop;
  return both ? shop.trim() : '';
}

/** A buyer, within a shop where shops count. */
interface Buyer {
  readonly shop: string;
  readonly nick: string;
}

function sameBuyer(a: Buyer | undefined, b: Buyer | undefined): boolean {
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
function messagesOfPeople(month: RawMonth): Message[] {
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

function isTeamTalk(message: RawMessage, agents: readonly RawAgent[]): boolean {
  for (const agent of agents) {
    if (nick(message.buyer) === nick(agent.id)) return true;
    for (const account of agent.accounts) {
      if (nick(message.buyer) === nick(account)) return true;
    }
  }
  return false;
}

interface ChatDay {
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
function chatDaysOf(messages: readonly Message[], settings: MetricSettings): ChatDay[] {
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
function isConsult(day: ChatDay): boolean {
  return day.filtered === undefined && day.messages.some((message) => message.fromBuyer);
}

interface Session {
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

interface Round {
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

// ------------------------------------------------------------------------------------ reception

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
function addReception(values: Map<string, ReferenceValue>, agent: string, context: Context): void {
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

function chatDaysOfMonth(agent: string, context: Context): ChatDay[] {
  const { month } = context.month;
  const days: ChatDay[] = [];
  for (const day of context.chatDays) {
    if (day.agent !== agent || day.filtered !== undefined) continue;
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
function distinctBuyers(buyers: readonly Buyer[]): number {
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

// --------------------------------------------------------------------------------------- orders

interface CreditedOrder {
  readonly order: RawOrder;
  readonly paid: boolean;
  /** Undefined when empty or masked. */
  readonly buyer: Buyer | undefined;
  /** The agent to whom the paid order is credited; undefined when it is silent, or not paid. */
  readonly credit: string | undefined;
  /** The agent to whom it is credited by created_at, paid or not. */
  readonly createdCredit: string | undefined;
}

/**
 * "Fake orders (`exclude:` patterns on memo or id in kpi.yaml) are left out altogether." "The same order
 * id twice: identical rows collapse."
 */
function realOrders(month: RawMonth): RawOrder[] {
  const orders: RawOrder[] = [];
  for (const file of month.orders ?? []) {
    for (const order of file.rows) {
      if (orders.some((other) => other.id === order.id)) continue;
      if (isFake(order, month)) continue;
      orders.push(order);
    }
  }
  return orders;
}

function isFake(order: RawOrder, month: RawMonth): boolean {
  for (const pattern of month.exclude.ids) {
    if (new RegExp(pattern, 'u').test(order.id)) return true;
  }
  for (const pattern of month.exclude.memos) {
    if (new RegExp(pattern, 'u').test(order.memo)) return true;
  }
  return false;
}

const UNPAID_STATUSES = ['等待买家付款', '待支付', 'unpaid'];

/**
 * "A paid order has a `paid_at`, and no status that means unpaid (等待买家付款, 待支付, unpaid). An order
 * closed after payment stays a paid order."
 */
function isPaid(order: RawOrder): boolean {
  return order.paid !== undefined && !UNPAID_STATUSES.includes(order.status);
}

/** "buyer (empty or masked like `t**8`: credit by memo only)." */
function orderBuyer(order: RawOrder, month: RawMonth): Buyer | undefined {
  const name = nick(order.buyer);
  if (name === '' || name.includes('*')) return undefined;
  return { shop: shopOf(order.shop, month), nick: name };
}

/**
 * "Memo (setting `memo`): `prefer` (it decides; else the chat), `only` (rules 2 and 3 are skipped),
 * `off`." "Otherwise the order is silent."
 */
function creditPaid(
  order: RawOrder,
  month: RawMonth,
  chatDays: readonly ChatDay[],
  settings: MetricSettings,
): string | undefined {
  if (settings.memo !== 'off') {
    const named = creditByMemo(order, month.agents, settings);
    if (named !== undefined) return named;
  }
  if (settings.memo === 'only') return undefined;
  const sessions = creditableSessions(order, month, chatDays, settings);
  for (const event of eventTimes(order, settings)) {
    const winner = winnerByChat(sessions, event, settings);
    if (winner !== undefined) return winner;
  }
  return winnerAfterPayment(sessions, order, settings);
}

/** "`created_orders`: orders created in the month and credited by created_at (rules 1 and 2)." */
function creditCreated(
  order: RawOrder,
  month: RawMonth,
  chatDays: readonly ChatDay[],
  settings: MetricSettings,
): string | undefined {
  if (settings.memo !== 'off') {
    const named = creditByMemo(order, month.agents, settings);
    if (named !== undefined) return named;
  }
  if (settings.memo === 'only') return undefined;
  const sessions = creditableSessions(order, month, chatDays, settings);
  return winnerByChat(sessions, order.created, settings);
}

/**
 * "An `agent` column in the orders file decides like a memo." "Two different agents named: a warning, and
 * no credit by memo." "`memo_flag`: the flag colours that an order may carry for its memo to count."
 */
function creditByMemo(
  order: RawOrder,
  agents: readonly RawAgent[],
  settings: MetricSettings,
): string | undefined {
  const flag = order.flag ?? 'none';
  if (settings.memoFlag !== undefined && !settings.memoFlag.includes(flag)) return undefined;
  const named: string[] = [];
  if (order.agent?.id !== undefined) named.push(order.agent.id);
  for (const token of order.memo.split(MEMO_SEPARATORS)) {
    for (const agent of agents) {
      if (isNamedBy(agent, nick(token)) && !named.includes(agent.id)) named.push(agent.id);
    }
  }
  return named.length === 1 ? named[0] : undefined;
}

/**
 * "Tokens are separated by white space and by `, ， ; ； 、 。 / | ( ) （ ） [ ] 【 】`." White space is
 * that of Unicode: the ideographic space of Chinese keyboards too.
 */
const MEMO_SEPARATORS = /[\p{White_Space},，;；、。/|()（）[\]【】]+/u;

/**
 * "The memo names an agent when one of its tokens is an agent's id, `N号` or `N号客服` where N is the
 * agent's id, or one of the agent's whole accounts (an id of digits alone counts only as `N号` or
 * `N号客服`)."
 */
function isNamedBy(agent: RawAgent, token: string): boolean {
  if (token === '') return false;
  const id = nick(agent.id);
  if (token === id && !/^[0-9]+$/.test(id)) return true;
  if (token === `${id}号` || token === `${id}号客服`) return true;
  for (const account of agent.accounts) {
    if (token === nick(account)) return true;
  }
  return false;
}

/** The effective sessions of the order's buyer, with whatever agent. */
function effectiveSessions(
  order: RawOrder,
  month: RawMonth,
  chatDays: readonly ChatDay[],
): Session[] {
  const sessions: Session[] = [];
  for (const day of chatDays) {
    if (!sameBuyer(day.buyer, orderBuyer(order, month)) || day.filtered !== undefined) continue;
    for (const session of day.sessions) {
      if (session.effective) sessions.push(session);
    }
  }
  return sessions;
}

/** "`credit_roles`: roles whose agents can be credited with orders by chat (empty: all)." */
function creditableSessions(
  order: RawOrder,
  month: RawMonth,
  chatDays: readonly ChatDay[],
  settings: MetricSettings,
): Session[] {
  const sessions: Session[] = [];
  for (const session of effectiveSessions(order, month, chatDays)) {
    const agent = month.agents.find((other) => other.id === session.agent);
    if (agent === undefined) continue;
    if (settings.creditRoles.length > 0 && !settings.creditRoles.includes(agent.role)) continue;
    sessions.push(session);
  }
  return sessions;
}

/**
 * "For an event time e (created_at for `order`; paid_at for `payment`; created_at, then if nobody is found
 * paid_at, for `order_first`)."
 */
function eventTimes(order: RawOrder, settings: MetricSettings): number[] {
  const times: number[] = [];
  if (settings.attribution !== 'payment') times.push(order.created);
  if (settings.attribution !== 'order' && order.paid !== undefined) times.push(order.paid);
  return times;
}

/**
 * "The candidates are the effective sessions of that buyer that start at or before e and whose last
 * message is at or after e − `window`."
 */
function satisfiesRule2(session: Session, event: number, settings: MetricSettings): boolean {
  return session.start <= event && session.end >= event - settings.window;
}

/** "The winner has the latest min(end, e); then the latest start; then the smallest agent id." */
function winnerByChat(
  sessions: readonly Session[],
  event: number,
  settings: MetricSettings,
): string | undefined {
  let best: Session | undefined;
  for (const session of sessions) {
    if (!satisfiesRule2(session, event, settings)) continue;
    if (best === undefined || isBefore(session, best, event)) best = session;
  }
  return best?.agent;
}

function isBefore(session: Session, best: Session, event: number): boolean {
  const end = Math.min(session.end, event);
  const bestEnd = Math.min(best.end, event);
  if (end !== bestEnd) return end > bestEnd;
  if (session.start !== best.start) return session.start > best.start;
  return compareCodePoints(session.agent, best.agent) < 0;
}

/**
 * "After payment (setting `after_payment`), if nobody is found: among effective sessions of that buyer
 * that start after paid_at and within `window` of it and whose first message is the buyer's, …"
 */
function satisfiesRule3(session: Session, order: RawOrder, settings: MetricSettings): boolean {
  if (settings.afterPayment === 'off' || order.paid === undefined) return false;
  return (
    session.start > order.paid &&
    session.start <= order.paid + settings.window &&
    session.buyerBegan
  );
}

/** "… the earliest start wins; then the smallest agent id." */
function winnerAfterPayment(
  sessions: readonly Session[],
  order: RawOrder,
  settings: MetricSettings,
): string | undefined {
  let best: Session | undefined;
  for (const session of sessions) {
    if (!satisfiesRule3(session, order, settings)) continue;
    if (
      best === undefined ||
      session.start < best.start ||
      (session.start === best.start && compareCodePoints(session.agent, best.agent) < 0)
    ) {
      best = session;
    }
  }
  return best?.agent;
}

const ORDERS = [
  'paid_orders',
  'items',
  'paid_buyers',
  'sales',
  'refunds',
  'refunded_orders',
  'net_sales',
  'avg_order_value',
  'items_per_buyer',
  'refund_rate',
  'created_orders',
  'unpaid_orders',
  'unpaid_rate',
];
const ORDERS_AND_CHATS = ['received_sales', 'assist_orders', 'assist_follow_ups'];

/** "Without an orders file, order metrics are missing." */
function addOrders(values: Map<string, ReferenceValue>, agent: string, context: Context): void {
  if (context.month.orders === undefined) {
    for (const id of ORDERS) values.set(id, MISSING);
  } else {
    const credited = paidOrdersOfMonth(context).filter((order) => order.credit === agent);
    addSales(values, credited, context.settings);
    addCreatedOrders(values, agent, context);
  }
  if (context.month.orders === undefined || context.month.chats === undefined) {
    for (const id of ORDERS_AND_CHATS) values.set(id, MISSING);
  } else {
    values.set('received_sales', known(receivedSales(agent, context)));
    values.set('assist_orders', count(assistOrders(agent, context)));
    values.set('assist_follow_ups', count(assistFollowUps(agent, context)));
  }
}

/** "A paid order belongs to the month of its `paid_at` (business day)." */
function paidOrdersOfMonth(context: Context): CreditedOrder[] {
  const orders: CreditedOrder[] = [];
  for (const order of context.orders) {
    if (!order.paid || order.order.paid === undefined) continue;
    if (isInMonth(order.order.paid, context.month, context.settings)) orders.push(order);
  }
  return orders;
}

/**
 * `paid_orders`, `items`, `paid_buyers`, `sales`, `refunds`, `refunded_orders`, `net_sales`,
 * `avg_order_value` ("sales ÷ paid_buyers"), `items_per_buyer` ("items ÷ paid_buyers"), `refund_rate`.
 */
function addSales(
  values: Map<string, ReferenceValue>,
  credited: readonly CreditedOrder[],
  settings: MetricSettings,
): void {
  const sales = sumOf(credited, amountOf);
  const refunds = sumOf(credited, refundOf);
  const items = sumOf(credited, quantityOf);
  const buyers = decimal(paidBuyers(credited, settings));
  values.set('paid_orders', count(credited.length));
  values.set('items', known(items));
  values.set('paid_buyers', known(buyers));
  values.set('sales', known(sales));
  values.set('refunds', known(refunds));
  values.set('refunded_orders', count(credited.filter(isRefunded).length));
  values.set('net_sales', known(sales.minus(refunds)));
  values.set('avg_order_value', quotient(sales, buyers));
  values.set('items_per_buyer', quotient(items, buyers));
  values.set('refund_rate', refundRate(credited, settings));
}

function amountOf(order: CreditedOrder): Decimal {
  return decimal(order.order.amount);
}

/** "A missing quantity is 1." */
function quantityOf(order: CreditedOrder): Decimal {
  return decimal(order.order.quantity ?? '1');
}

/**
 * "Successful refunds: a refund amount above 0 whose refund_status is absent, empty or success
 * (退款成功)."
 */
function refundOf(order: CreditedOrder): Decimal {
  const succeeded = ['', 'success', '退款成功'].includes(order.order.refundStatus);
  const refund = decimal(order.order.refund ?? '0');
  return succeeded && refund.greaterThan(0) ? refund : ZERO;
}

function isRefunded(order: CreditedOrder): boolean {
  return refundOf(order).greaterThan(0);
}

/**
 * "`paid_buyers`: distinct (buyer, business day of paid_at)." Nobody can say whether two hidden buyers are
 * one: each order without a buyer counts as a buyer of its own.
 */
function paidBuyers(orders: readonly CreditedOrder[], settings: MetricSettings): number {
  const seen: { buyer: Buyer; day: number }[] = [];
  let hidden = 0;
  for (const { buyer, order } of orders) {
    if (buyer === undefined) {
      hidden += 1;
      continue;
    }
    const day = businessDay(order.paid ?? 0, settings);
    if (!seen.some((other) => sameBuyer(other.buyer, buyer) && other.day === day)) {
      seen.push({ buyer, day });
    }
  }
  return seen.length + hidden;
}

/**
 * "`refund_rate`: by `refund_basis`: refunded_orders ÷ paid_orders, or items of refunded orders ÷ items,
 * or refunds ÷ sales."
 */
function refundRate(orders: readonly CreditedOrder[], settings: MetricSettings): ReferenceValue {
  const refunded = orders.filter(isRefunded);
  switch (settings.refundBasis) {
    case 'orders':
      return quotient(refunded.length, orders.length);
    case 'items':
      return quotient(sumOf(refunded, quantityOf), sumOf(orders, quantityOf));
    case 'amount':
      return quotient(sumOf(orders, refundOf), sumOf(orders, amountOf));
  }
}

/**
 * "`created_orders`, `unpaid_orders`, `unpaid_rate`: orders created in the month and credited by
 * created_at (rules 1 and 2); those never paid; ratio."
 */
function addCreatedOrders(
  values: Map<string, ReferenceValue>,
  agent: string,
  context: Context,
): void {
  let created = 0;
  let unpaid = 0;
  for (const order of context.orders) {
    if (order.createdCredit !== agent) continue;
    if (!isInMonth(order.order.created, context.month, context.settings)) continue;
    created += 1;
    if (!order.paid) unpaid += 1;
  }
  values.set('created_orders', count(created));
  values.set('unpaid_orders', count(unpaid));
  values.set('unpaid_rate', quotient(unpaid, created));
}

/**
 * "`received_sales`: of these, orders for which the credited agent has an effective session that
 * satisfies rule 2 or 3."
 */
function receivedSales(agent: string, context: Context): Decimal {
  const { month, settings, chatDays } = context;
  let sales = ZERO;
  for (const credited of paidOrdersOfMonth(context)) {
    if (credited.credit !== agent) continue;
    let received = false;
    for (const session of effectiveSessions(credited.order, month, chatDays)) {
      if (session.agent !== agent) continue;
      for (const event of eventTimes(credited.order, settings)) {
        if (satisfiesRule2(session, event, settings)) received = true;
      }
      if (satisfiesRule3(session, credited.order, settings)) received = true;
    }
    if (received) sales = sales.plus(amountOf(credited));
  }
  return sales;
}

/**
 * "`assist_orders`: paid orders of the month credited to another agent for which this agent has an
 * effective session that satisfies rule 2 (with e = paid_at when `attribution` is `payment`, else
 * created_at)." "Assists count for every role."
 */
function assistOrders(agent: string, context: Context): number {
  const { month, settings, chatDays } = context;
  let assists = 0;
  for (const { order, credit } of paidOrdersOfMonth(context)) {
    if (credit === undefined || credit === agent || order.paid === undefined) continue;
    const event = settings.attribution === 'payment' ? order.paid : order.created;
    let assisted = false;
    for (const session of effectiveSessions(order, month, chatDays)) {
      if (session.agent === agent && satisfiesRule2(session, event, settings)) assisted = true;
    }
    if (assisted) assists += 1;
  }
  return assists;
}

/**
 * "`assist_follow_ups`: distinct buyers with a paid order of the month credited to another agent or
 * silent, with whom this agent has an effective session that starts after created_at and within `window`
 * of it."
 */
function assistFollowUps(agent: string, context: Context): number {
  const { month, settings, chatDays } = context;
  const buyers: Buyer[] = [];
  for (const { order, credit, buyer } of paidOrdersOfMonth(context)) {
    if (credit === agent || buyer === undefined) continue;
    for (const session of effectiveSessions(order, month, chatDays)) {
      if (session.agent !== agent) continue;
      if (session.start <= order.created || session.start > order.created + settings.window) {
        continue;
      }
      buyers.push(buyer);
    }
  }
  return distinctBuyers(buyers);
}

// ------------------------------------------------------------------------------------ inquiries

const INQUIRIES = ['inquiries', 'inquiry_paid', 'conversion'];

function addInquiries(values: Map<string, ReferenceValue>, agent: string, context: Context): void {
  if (context.month.chats === undefined || context.month.orders === undefined) {
    for (const id of INQUIRIES) values.set(id, MISSING);
    return;
  }
  const { inquiries, paid } = inquiriesOf(agent, context);
  values.set('inquiries', count(inquiries));
  values.set('inquiry_paid', count(paid));
  values.set('conversion', quotient(paid, inquiries));
}

function inquiriesOf(agent: string, context: Context): { inquiries: number; paid: number } {
  let inquiries = 0;
  let paid = 0;
  for (const consult of chatDaysOfMonth(agent, context).filter(isConsult)) {
    const kind = inquiryKind(consult, context);
    if (kind === 'success') paid += 1;
    if (kind === 'success' || kind === 'failure') inquiries += 1;
  }
  return { inquiries, paid };
}

/**
 * "Each consult is classified, with f = its first buyer message and P = the buyer's paid orders with f ≤
 * paid_at ≤ f + `inquiry_window`: an order of P credited to this agent → inquiry and success; else an
 * order of P credited to another agent → assist, not an inquiry; else a paid order of the buyer with f −
 * `aftersales_days` ≤ paid_at < f → after-sales, not an inquiry; else an inquiry without success."
 */
function inquiryKind(
  consult: ChatDay,
  context: Context,
): 'success' | 'assist' | 'after-sales' | 'failure' {
  const { settings } = context;
  const first = consult.messages.find((message) => message.fromBuyer)?.time ?? 0;
  let own = false;
  let others = false;
  let earlier = false;
  for (const { buyer, paid, order, credit } of context.orders) {
    if (!paid || order.paid === undefined || !sameBuyer(buyer, consult.buyer)) continue;
    if (first <= order.paid && order.paid <= first + settings.inquiryWindow) {
      if (credit === consult.agent) own = true;
      else if (credit !== undefined) others = true;
    }
    if (first - settings.aftersalesDays * DAY <= order.paid && order.paid < first) earlier = true;
  }
  if (own) return 'success';
  if (others) return 'assist';
  if (earlier) return 'after-sales';
  return 'failure';
}

// ----------------------------------------------------------------------------------- attendance

const ATTENDANCE: readonly AttendanceCount[] = [
  'workdays_due',
  'workdays',
  'late',
  'early_leave',
  'leave',
  'leave_days',
  'absent',
  'absent_days',
  'missed_punch',
];

function addAttendance(
  values: Map<string, ReferenceValue>,
  agent: RawAgent,
  context: Context,
): void {
  const { attendanceMonths, attendanceEvents } = context.month;
  for (const id of ATTENDANCE) {
    let found: Decimal | undefined;
    if (attendanceMonths !== undefined) found = monthlyCount(id, agent.id, attendanceMonths);
    if (attendanceEvents !== undefined) found = eventCount(id, agent.id, context);
    const hasFile = attendanceMonths !== undefined || attendanceEvents !== undefined;
    if (
      hasFile &&
      id === 'workdays_due' &&
      found === undefined &&
      agent.workdaysDue !== undefined
    ) {
      found = decimal(agent.workdaysDue);
    }
    values.set(id, found === undefined ? MISSING : known(found));
  }
  values.set('full_attendance', fullAttendance(values));
}

function monthlyCount(
  id: AttendanceCount,
  agent: string,
  files: RawMonth['attendanceMonths'],
): Decimal | undefined {
  for (const row of allRows(files)) {
    const text = row.counts[id];
    if (row.agent.id === agent && text !== undefined) return decimal(text);
  }
  return undefined;
}

/**
 * "With a file, an agent without a row has 0. The same for attendance per event." An event of leave,
 * absence or presence without days is one day.
 */
function eventCount(id: AttendanceCount, agent: string, context: Context): Decimal | undefined {
  const events: RawAttendanceEvent[] = [];
  for (const event of allRows(context.month.attendanceEvents)) {
    if (event.agent.id === agent && isDateInMonth(event.date, context.month)) events.push(event);
  }
  const times = (kind: string): Decimal =>
    decimal(events.filter((event) => event.kind === kind).length);
  const days = (kind: string): Decimal =>
    sumOf(
      events.filter((event) => event.kind === kind),
      (event) => decimal(event.days ?? '1'),
    );
  switch (id) {
    case 'workdays_due':
      return undefined;
    case 'workdays':
      return days('present');
    case 'leave_days':
      return days('leave');
    case 'absent_days':
      return days('absent');
    default:
      return times(id);
  }
}

/** Days of people are those of the calendar. */
function isDateInMonth(date: string, month: RawMonth): boolean {
  return date.startsWith(`${month.month}-`);
}

/**
 * "`full_attendance`: 1 when late, early_leave, leave, leave_days, absent, absent_days and missed_punch
 * are all 0, else 0; late, leave and absent must be known, the others count when they are."
 */
function fullAttendance(values: ReadonlyMap<string, ReferenceValue>): ReferenceValue {
  for (const id of ['late', 'leave', 'absent']) {
    if (values.get(id)?.state !== 'known') return MISSING;
  }
  for (const id of [
    'late',
    'early_leave',
    'leave',
    'leave_days',
    'absent',
    'absent_days',
    'missed_punch',
  ]) {
    const figure = values.get(id);
    if (figure?.state === 'known' && !figure.value.isZero()) return count(0);
  }
  return count(1);
}

// -------------------------------------------------------------------------------------- conduct

const CONDUCT: readonly { id: string; kind: string }[] = [
  { id: 'complaints', kind: 'complaint' },
  { id: 'bad_reviews', kind: 'bad_review' },
  { id: 'disputes', kind: 'dispute' },
  { id: 'praises', kind: 'praise' },
  { id: 'bad_reviews_resolved', kind: 'bad_review_resolved' },
  { id: 'refunds_saved', kind: 'refund_saved' },
  { id: 'errors', kind: 'error' },
  { id: 'no_follow_ups', kind: 'no_follow_up' },
];

/**
 * "`complaints` (verified only), `complaint_points` (their points), `bad_reviews`, …"; "verified: no such
 * column: all are". The catalogue counts verified rows of every kind, and has no points where one verified
 * complaint has none. "With no complaints file its metrics are missing, not 0."
 */
function addConduct(values: Map<string, ReferenceValue>, agent: string, context: Context): void {
  const { complaints, complaintsHaveVerified } = context.month;
  if (complaints === undefined) {
    for (const { id } of CONDUCT) values.set(id, MISSING);
    values.set('complaint_points', MISSING);
    return;
  }
  const verified: RawComplaint[] = [];
  for (const row of allRows(complaints)) {
    if (row.agent.id !== agent || !isDateInMonth(row.date, context.month)) continue;
    if (row.verified || !complaintsHaveVerified) verified.push(row);
  }
  for (const { id, kind } of CONDUCT) {
    values.set(id, count(verified.filter((row) => row.kind === kind).length));
  }
  let points: Decimal | undefined = ZERO;
  for (const row of verified) {
    if (row.kind !== 'complaint') continue;
    points = row.points === undefined ? undefined : points?.plus(decimal(row.points));
  }
  values.set('complaint_points', points === undefined ? MISSING : known(points));
}

/**
 * "`rating.ITEM`: mean of the numeric scores of that item; a grade is kept as a grade when there is one,
 * and the median grade when there are several, the lower of two middle ones."
 */
function ratingsOf(agent: string, month: RawMonth): Map<string, ReferenceRating> {
  const ratings = new Map<string, ReferenceRating>();
  const mine = allRows(month.ratings).filter((row) => row.agent.id === agent);
  for (const { item } of mine) {
    const numbers: Decimal[] = [];
    const grades: Grade[] = [];
    for (const row of mine) {
      if (row.item !== item) continue;
      if ('grade' in row.score) grades.push(row.score.grade);
      else numbers.push(decimal(row.score.number));
    }
    const grade = medianGrade(grades);
    if (grade === undefined) {
      const mean = divide(
        sumOf(numbers, (number) => number),
        decimal(numbers.length),
      );
      ratings.set(item, { kind: 'number', mean, count: numbers.length });
    } else {
      ratings.set(item, { kind: 'grade', grade, count: grades.length });
    }
  }
  return ratings;
}

function medianGrade(grades: readonly Grade[]): Grade | undefined {
  const fromBest: Grade[] = [];
  for (const grade of ['excellent', 'good', 'fair', 'poor'] as const) {
    for (const given of grades) if (given === grade) fromBest.push(given);
  }
  return fromBest[Math.floor(fromBest.length / 2)];
}

// ---------------------------------------------------------------------------------------- calls

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
function addCalls(values: Map<string, ReferenceValue>, agent: string, context: Context): void {
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

function callsOfMonth(context: Context): RawCall[] {
  const calls: RawCall[] = [];
  for (const call of allRows(context.month.calls)) {
    if (isInMonth(call.time, context.month, context.settings)) calls.push(call);
  }
  return calls;
}

/** "Logged-in time, which is the minutes of the present rows of attendance by event." */
function loggedInSeconds(agent: string, context: Context): Decimal | undefined {
  let minutes: Decimal | undefined;
  for (const event of allRows(context.month.attendanceEvents)) {
    if (event.agent.id !== agent || event.kind !== 'present') continue;
    if (!isDateInMonth(event.date, context.month) || event.minutes === undefined) continue;
    minutes = (minutes ?? ZERO).plus(decimal(event.minutes));
  }
  return minutes?.times(60);
}

// ----------------------------------------------------------------------------------------- shop

/**
 * "`shop_sales` (all paid orders), `silent_sales` (silent ones), `shop_refund_rate`, `shop_conversion`
 * (Σ inquiry_paid ÷ Σ inquiries), `shop_avg_order_value` (shop_sales ÷ distinct (buyer, business day))."
 */
function shopMetrics(context: Context): Map<string, ReferenceValue> {
  const values = new Map<string, ReferenceValue>();
  for (const id of [
    'shop_sales',
    'silent_sales',
    'shop_refund_rate',
    'shop_avg_order_value',
    'shop_conversion',
    'abandon_rate',
  ]) {
    values.set(id, MISSING);
  }
  if (context.month.orders !== undefined) {
    const orders = paidOrdersOfMonth(context);
    const silent = orders.filter((order) => order.credit === undefined);
    const sales = sumOf(orders, amountOf);
    values.set('shop_sales', known(sales));
    values.set('silent_sales', known(sumOf(silent, amountOf)));
    values.set('shop_refund_rate', refundRate(orders, context.settings));
    values.set('shop_avg_order_value', quotient(sales, paidBuyers(orders, context.settings)));
  }
  if (context.month.orders !== undefined && context.month.chats !== undefined) {
    let inquiries = 0;
    let paid = 0;
    for (const agent of context.month.agents) {
      inquiries += inquiriesOf(agent.id, context).inquiries;
      paid += inquiriesOf(agent.id, context).paid;
    }
    values.set('shop_conversion', quotient(paid, inquiries));
  }
  if (context.month.calls !== undefined) values.set('abandon_rate', abandonRate(context));
  return values;
}

/** "Incoming calls that were not answered ÷ incoming calls." */
function abandonRate(context: Context): ReferenceValue {
  const incoming = callsOfMonth(context).filter((call) => call.direction === 'in');
  return quotient(incoming.filter((call) => !call.answered).length, incoming.length);
}

// -------------------------------------------------------------------------------------- figures

function known(value: Decimal): ReferenceValue {
  return { state: 'known', value };
}

function count(value: number): ReferenceValue {
  return known(decimal(value));
}

function quotient(numerator: Decimal | number, denominator: Decimal | number): ReferenceValue {
  const parts = { numerator: decimal(numerator), denominator: decimal(denominator) };
  if (parts.denominator.isZero()) return { state: 'undefined', ...parts };
  return { state: 'known', value: divide(parts.numerator, parts.denominator), ...parts };
}

function total(numbers: readonly number[]): number {
  let result = 0;
  for (const number of numbers) result += number;
  return result;
}

function sumOf<Row>(rows: readonly Row[], figure: (row: Row) => Decimal): Decimal {
  let result = ZERO;
  for (const row of rows) result = result.plus(figure(row));
  return result;
}

function allRows<Row>(files: readonly RawFile<Row>[] | undefined): Row[] {
  const rows: Row[] = [];
  for (const file of files ?? []) rows.push(...file.rows);
  return rows;
}
