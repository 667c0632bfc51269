import { dayNumber, firstDay, lastDay } from '../../../src/lib/month.js';
import type { MetricSettings } from '../../../src/shop/config.js';
import {
  businessDay,
  type ChatDay,
  DAY,
  isConsult,
  isInMonth,
  isTeamTalk,
  sameBuyer,
} from './chat-days.js';
import { type Context, contextOf } from './context.js';
import { agentsNamed, isFake } from './credit.js';
import { allRows } from './figures.js';
import type { RawMonth } from './raw-month.js';

/** What the specification says of a month beside its metrics. */
export interface ReferenceWarnings {
  /** Orders whose memo counts and names two agents. */
  readonly conflicts: readonly string[];
  readonly crossings: number;
  readonly provisional: boolean;
  /** Kinds of file that do not reach back far enough. */
  readonly short: readonly ('orders' | 'chats')[];
  /** Rows read and left out, by reason; only what is above 0. */
  readonly counts: Readonly<Record<string, number>>;
}

export function referenceWarnings(month: RawMonth, settings: MetricSettings): ReferenceWarnings {
  const context = contextOf(month, settings);
  return {
    conflicts: conflicts(context),
    crossings: crossings(context),
    provisional: isProvisional(context),
    short: shortLookback(context),
    counts: counts(context),
  };
}

/** "Two different agents named: a warning, and no credit by memo." */
function conflicts({ orders, month, settings }: Context): string[] {
  const ids: string[] = [];
  if (settings.memo === 'off') return ids;
  for (const { order, paid } of orders) {
    const created = isInMonth(order.created, month, settings);
    const inMonth = created || (paid && isInMonth(order.paid ?? 0, month, settings));
    if (inMonth && agentsNamed(order, month.agents, settings).length > 1) ids.push(order.id);
  }
  return ids.sort();
}

function daysOfMonth({ chatDays, month }: Context): ChatDay[] {
  const first = dayNumber(firstDay(month.month));
  const last = dayNumber(lastDay(month.month));
  return chatDays.filter(({ day }) => day >= first && day <= last);
}

/**
 * "When replies cross `day_starts_at` (an unanswered run answered within `max_wait` in the next business
 * day), a warning counts them."
 */
function crossings(context: Context): number {
  let found = 0;
  for (const day of daysOfMonth(context)) {
    const run = day.rounds.at(-1);
    if (!isConsult(day) || run === undefined || run.gap !== undefined) continue;
    const next = context.chatDays.find(
      (other) =>
        other.agent === day.agent && sameBuyer(other.buyer, day.buyer) && other.day === day.day + 1,
    );
    const answer = next?.messages.find((message) => !message.fromBuyer);
    if (answer !== undefined && answer.time - run.start <= context.settings.maxWait) found += 1;
  }
  return found;
}

/**
 * "A mark `provisional` on the metrics that look ahead (inquiries, conversion) when the orders end before
 * the last day of the month plus `inquiry_window`."
 */
function isProvisional({ orders, month, settings }: Context): boolean {
  const end = (dayNumber(lastDay(month.month)) + 1) * DAY + settings.dayStartsAt;
  const due = businessDay(end - 1 + settings.inquiryWindow, settings);
  return times(orders).every((time) => businessDay(time, settings) < due);
}

/** Every time of creation and of payment. */
function times(orders: Context['orders']): number[] {
  const all: number[] = [];
  for (const { order, paid } of orders) {
    all.push(order.created);
    if (paid && order.paid !== undefined) all.push(order.paid);
  }
  return all;
}

/**
 * "Orders that begin later than the month's start less `aftersales_days`, or chats later than less
 * `window`, give a warning `short-lookback`."
 */
function shortLookback({ month, orders, settings }: Context): ('orders' | 'chats')[] {
  const short: ('orders' | 'chats')[] = [];
  if (month.chats === undefined || month.orders === undefined) return short;
  const start = dayNumber(firstDay(month.month)) * DAY + settings.dayStartsAt;
  const isLate = (rows: readonly number[], lookback: number): boolean =>
    rows.length > 0 &&
    rows.every((time) => businessDay(time, settings) > businessDay(start - lookback, settings));
  if (isLate(times(orders), settings.aftersalesDays * DAY)) short.push('orders');
  const chats = allRows(month.chats).map(({ time }) => time);
  if (isLate(chats, settings.window)) short.push('chats');
  return short;
}

/** "The number of rows read, kept and filtered by reason." "Each filter counts what it removed." */
function counts(context: Context): Record<string, number> {
  const { month } = context;
  const found: Record<string, number> = {};
  const add = (reason: string, rows: number): void => {
    if (rows > 0) found[reason] = rows;
  };
  const messages = allRows(month.chats);
  const ofPeople = messages.filter(({ sender }) => sender === 'buyer' || sender === 'agent');
  const ofAgents = ofPeople.filter(({ agent }) => agent.id !== undefined);
  add('chats.read', messages.length);
  add('chats.robot', messages.filter(({ sender }) => sender === 'robot').length);
  add('chats.system', messages.filter(({ sender }) => sender === 'system').length);
  add('chats.unknown-agent', ofPeople.length - ofAgents.length);
  add('chats.team', ofAgents.filter((message) => isTeamTalk(message, month.agents)).length);
  add('consults.ad', daysOfMonth(context).filter((day) => day.filtered === 'ad').length);
  const orders = allRows(month.orders);
  const fake = orders.filter((order) => isFake(order, month));
  add('orders.read', orders.length);
  add('orders.fake', fake.length);
  add('orders.duplicate', orders.length - fake.length - context.orders.length);
  return found;
}
