import type { MetricSettings } from '../../../src/shop/config.js';
import {
  type Buyer,
  type ChatDay,
  compareCodePoints,
  nick,
  type Session,
  sameBuyer,
  shopOf,
} from './chat-days.js';
import type { RawAgent, RawMonth, RawOrder } from './raw-month.js';

export interface CreditedOrder {
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
export function realOrders(month: RawMonth): RawOrder[] {
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

export function isFake(order: RawOrder, month: RawMonth): boolean {
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
export function isPaid(order: RawOrder): boolean {
  return order.paid !== undefined && !UNPAID_STATUSES.includes(order.status);
}

/** "buyer (empty or masked like `t**8`: credit by memo only)." */
export function orderBuyer(order: RawOrder, month: RawMonth): Buyer | undefined {
  const name = nick(order.buyer);
  if (name === '' || name.includes('*')) return undefined;
  return { shop: shopOf(order.shop, month), nick: name };
}

/**
 * "Memo (setting `memo`): `prefer` (it decides; else the chat), `only` (rules 2 and 3 are skipped),
 * `off`." "Otherwise the order is silent."
 */
export function creditPaid(
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
export function creditCreated(
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

/** "Two different agents named: a warning, and no credit by memo." */
function creditByMemo(
  order: RawOrder,
  agents: readonly RawAgent[],
  settings: MetricSettings,
): string | undefined {
  const named = agentsNamed(order, agents, settings);
  return named.length === 1 ? named[0] : undefined;
}

/**
 * "An `agent` column in the orders file decides like a memo." "`memo_flag`: the flag colours that an order
 * may carry for its memo to count."
 */
export function agentsNamed(
  order: RawOrder,
  agents: readonly RawAgent[],
  settings: MetricSettings,
): string[] {
  const flag = order.flag ?? 'none';
  if (settings.memoFlag !== undefined && !settings.memoFlag.includes(flag)) return [];
  const named: string[] = [];
  if (order.agent?.id !== undefined) named.push(order.agent.id);
  for (const token of order.memo.split(MEMO_SEPARATORS)) {
    for (const agent of agents) {
      if (isNamedBy(agent, nick(token)) && !named.includes(agent.id)) named.push(agent.id);
    }
  }
  return named;
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
export function effectiveSessions(
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
export function eventTimes(order: RawOrder, settings: MetricSettings): number[] {
  const times: number[] = [];
  if (settings.attribution !== 'payment') times.push(order.created);
  if (settings.attribution !== 'order' && order.paid !== undefined) times.push(order.paid);
  return times;
}

/**
 * "The candidates are the effective sessions of that buyer that start at or before e and whose last
 * message is at or after e − `window`."
 */
export function satisfiesRule2(session: Session, event: number, settings: MetricSettings): boolean {
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
export function satisfiesRule3(
  session: Session,
  order: RawOrder,
  settings: MetricSettings,
): boolean {
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
