import type { MetricSettings } from '../../../src/shop/config.js';
import { type ChatDay, chatDaysOf, messagesOfPeople } from './chat-days.js';
import {
  type CreditedOrder,
  creditCreated,
  creditPaid,
  isPaid,
  orderBuyer,
  realOrders,
} from './credit.js';
import type { RawMonth } from './raw-month.js';

/** What every metric is counted from. */
export interface Context {
  readonly month: RawMonth;
  readonly settings: MetricSettings;
  /** All chat days in the files, of any business day, filtered or not. */
  readonly chatDays: readonly ChatDay[];
  /** All orders in the files but the fake ones, each once, each with its credit. */
  readonly orders: readonly CreditedOrder[];
}

export function contextOf(month: RawMonth, settings: MetricSettings): Context {
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
