import { lastDay } from '../../../src/lib/month.js';
import { businessDay, DAY } from './chat-days.js';
import type { Context } from './context.js';
import { allRows, count, MISSING, type ReferenceValue } from './figures.js';
import { canCredit, paidOrdersOfMonth } from './orders.js';

const SENT = ['已发货', '卖家已发货，等待买家确认', 'shipped'];
export const COMPLETED = [
  '交易成功',
  '交易完成',
  '订单完成',
  '已完成',
  '完成',
  '已收货',
  'completed',
  'finished',
];

/**
 * "Credited paid orders, of whatever month, whose status means sent and not confirmed by the buyer, and that
 * were sent at least confirm_days before the end of the month; not known while one of them has no status or no
 * time of shipping." What was ordered later than that was not sent before.
 */
export function unconfirmedOrders(agent: string | undefined, context: Context): ReferenceValue {
  if (!canCredit(context)) return MISSING;
  const { month, settings, orders } = context;
  const last = Date.parse(`${lastDay(month.month)}T00:00:00Z`) / 1000 / DAY;
  let late = 0;
  for (const { order, paid, credit } of orders) {
    if (!paid || credit !== agent) continue;
    if (order.status !== '' && !SENT.includes(order.status)) continue;
    const day = businessDay(order.shipped ?? order.created, settings);
    if (last - day < settings.confirmDays) continue;
    if (order.status === '' || order.shipped === undefined) return MISSING;
    late += 1;
  }
  return count(late);
}

/**
 * "Of the credited paid orders, those whose status means completed and of which no list of reviews speaks; not
 * known without a list of reviews that names orders, nor while an order has no status."
 */
export function unreviewedOrders(agent: string | undefined, context: Context): ReferenceValue {
  const { complaints, reviews } = context.month;
  if (!canCredit(context) || (complaints === undefined && reviews === undefined)) return MISSING;
  const reviewed = allRows(reviews).map(({ order }) => order);
  const open = paidOrdersOfMonth(context).filter(
    ({ credit, order }) =>
      credit === agent &&
      !reviewed.includes(order.id) &&
      (order.status === '' || COMPLETED.includes(order.status)),
  );
  const isUnclear = reviews === undefined || open.some(({ order }) => order.status === '');
  return isUnclear && open.length > 0 ? MISSING : count(open.length);
}
