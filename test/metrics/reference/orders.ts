import { type Decimal, decimal, ZERO } from '../../../src/lib/decimal.js';
import type { MetricSettings } from '../../../src/shop/config.js';
import { type Buyer, businessDay, type ChatDay, DAY, isConsult, sameBuyer } from './chat-days.js';
import { type Context, isAsked } from './context.js';
import {
  type CreditedOrder,
  effectiveSessions,
  eventTimes,
  satisfiesRule2,
  satisfiesRule3,
} from './credit.js';
import { unconfirmedOrders, unreviewedOrders } from './duties.js';
import { count, known, MISSING, quotient, type ReferenceValue, sumOf } from './figures.js';
import { chatDaysOfMonth, distinctBuyers } from './reception.js';

const ORDERS = [
  'paid_orders',
  'items',
  'paid_buyers',
  'sales',
  'refunds',
  'refunded_orders',
  'refunds_by_date',
  'older_refunds',
  'net_sales',
  'avg_order_value',
  'items_per_buyer',
  'refund_rate',
  'created_orders',
  'unpaid_orders',
  'unpaid_rate',
];
const ORDERS_AND_CHATS = ['received_sales', 'assist_orders', 'assist_follow_ups'];

/**
 * "Without an orders file, order metrics are missing." "Without a chats file orders are credited by memo
 * alone": where memos do not count either, nobody can say whose an order is.
 */
export function addOrders(
  values: Map<string, ReferenceValue>,
  agent: string,
  context: Context,
): void {
  if (!canCredit(context)) {
    for (const id of ORDERS) values.set(id, MISSING);
  } else {
    const credited = paidOrdersOfMonth(context).filter((order) => order.credit === agent);
    addSales(values, credited, context.settings);
    addRefundsByDate(values, agent, context);
    addCreatedOrders(values, agent, context);
  }
  values.set('unconfirmed_orders', unconfirmedOrders(agent, context));
  values.set('unreviewed_orders', unreviewedOrders(agent, context));
  if (context.month.orders === undefined || context.month.chats === undefined) {
    for (const id of ORDERS_AND_CHATS) values.set(id, MISSING);
  } else {
    values.set('received_sales', known(receivedSales(agent, context)));
    values.set('assist_orders', count(assistOrders(agent, context)));
    values.set('assist_follow_ups', count(assistFollowUps(agent, context)));
  }
}

export function canCredit(context: Context): boolean {
  const { orders, chats } = context.month;
  return orders !== undefined && (chats !== undefined || context.settings.memo !== 'off');
}

/** "A paid order belongs to the month of its `paid_at` (business day)"; and so to the day. */
export function paidOrdersOfMonth(context: Context): CreditedOrder[] {
  const orders: CreditedOrder[] = [];
  for (const order of context.orders) {
    if (!order.paid || order.order.paid === undefined) continue;
    if (isAsked(order.order.paid, context)) orders.push(order);
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

/**
 * "Successful refunds whose business day of refund is in the month": where no file says when a refund of the
 * agent's orders was made, nobody knows.
 */
function addRefundsByDate(
  values: Map<string, ReferenceValue>,
  agent: string,
  { orders }: Context,
): void {
  const own = orders.filter((order) => order.paid && order.credit === agent);
  const figure = own.some(isRefunded) ? MISSING : known(ZERO);
  values.set('refunds_by_date', figure);
  values.set('older_refunds', figure);
}

export function amountOf(order: CreditedOrder): Decimal {
  return decimal(order.order.amount);
}

/** "A missing quantity is 1." */
function quantityOf(order: CreditedOrder): Decimal {
  return decimal(order.order.quantity ?? '1');
}

/**
 * "Successful refunds: a refund amount above 0 and not above the order's amount (more than that counts as the
 * amount) whose refund_status is absent, empty or success
 * (退款成功)."
 */
function refundOf(order: CreditedOrder): Decimal {
  const succeeded = ['', 'success', '退款成功'].includes(order.order.refundStatus);
  const refund = decimal(order.order.refund ?? '0');
  if (!succeeded || !refund.greaterThan(0)) return ZERO;
  const paid = amountOf(order);
  return refund.greaterThan(paid) ? paid : refund;
}

export function isRefunded(order: CreditedOrder): boolean {
  return refundOf(order).greaterThan(0);
}

/**
 * "`paid_buyers`: distinct (buyer, business day of paid_at)." Nobody can say whether two hidden buyers are
 * one: each order without a buyer counts as a buyer of its own.
 */
export function paidBuyers(orders: readonly CreditedOrder[], settings: MetricSettings): number {
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
export function refundRate(
  orders: readonly CreditedOrder[],
  settings: MetricSettings,
): ReferenceValue {
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
    if (!isAsked(order.order.created, context)) continue;
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
  // A buyer is followed up on the business day on which the session begins, whenever the order was paid.
  for (const { order, credit, buyer } of paidOrdersOfMonth({ ...context, only: undefined })) {
    if (credit === agent || buyer === undefined) continue;
    for (const session of effectiveSessions(order, month, chatDays)) {
      if (session.agent !== agent) continue;
      if (session.start <= order.created || session.start > order.created + settings.window) {
        continue;
      }
      if (context.only !== undefined && !isAsked(session.start, context)) continue;
      buyers.push(buyer);
    }
  }
  return distinctBuyers(buyers);
}

const INQUIRIES = ['inquiries', 'inquiry_paid', 'conversion'];

export function addInquiries(
  values: Map<string, ReferenceValue>,
  agent: string,
  context: Context,
): void {
  if (context.month.chats === undefined || context.month.orders === undefined) {
    for (const id of INQUIRIES) values.set(id, MISSING);
    return;
  }
  const { inquiries, paid } = inquiriesOf(agent, context);
  values.set('inquiries', count(inquiries));
  values.set('inquiry_paid', count(paid));
  values.set('conversion', quotient(paid, inquiries));
}

export function inquiriesOf(agent: string, context: Context): { inquiries: number; paid: number } {
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
