import { callsOfMonth } from './calls.js';
import type { Context } from './context.js';
import type { CreditedOrder } from './credit.js';
import { COMPLETED, unconfirmedOrders, unreviewedOrders } from './duties.js';
import { known, MISSING, quotient, type ReferenceValue, sumOf } from './figures.js';
import {
  amountOf,
  canCredit,
  inquiriesOf,
  isRefunded,
  paidBuyers,
  paidOrdersOfMonth,
  refundRate,
} from './orders.js';

/**
 * "`shop_sales` (all paid orders), `silent_sales` (silent ones), `shop_refund_rate`, `shop_conversion`
 * (Σ inquiry_paid ÷ Σ inquiries), `shop_avg_order_value` (shop_sales ÷ distinct (buyer, business day))."
 */
export function shopMetrics(context: Context): Map<string, ReferenceValue> {
  const values = new Map<string, ReferenceValue>();
  for (const id of [
    'shop_sales',
    'silent_sales',
    'completed_silent_sales',
    'silent_unconfirmed_orders',
    'silent_unreviewed_orders',
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
    if (canCredit(context)) {
      values.set('silent_sales', known(sumOf(silent, amountOf)));
      values.set('completed_silent_sales', completedSales(silent));
      values.set('silent_unconfirmed_orders', unconfirmedOrders(undefined, context));
      values.set('silent_unreviewed_orders', unreviewedOrders(undefined, context));
    }
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

/**
 * "Of the silent sales, the orders whose status means completed and that were not refunded; not known while
 * a silent order without a refund has no status."
 */
function completedSales(silent: readonly CreditedOrder[]): ReferenceValue {
  const kept = silent.filter((order) => !isRefunded(order));
  if (kept.some(({ order }) => order.status === '')) return MISSING;
  return known(
    sumOf(
      kept.filter(({ order }) => COMPLETED.includes(order.status)),
      amountOf,
    ),
  );
}

/** "Incoming calls that were not answered ÷ incoming calls." */
function abandonRate(context: Context): ReferenceValue {
  const incoming = callsOfMonth(context).filter((call) => call.direction === 'in');
  return quotient(incoming.filter((call) => !call.answered).length, incoming.length);
}
