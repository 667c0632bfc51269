import type { MetricSettings } from '../../../src/shop/config.js';
import {
  businessDay,
  type ChatDay,
  chatDaysOf,
  DAY,
  isDateInMonth,
  isInMonth,
  messagesOfPeople,
} from './chat-days.js';
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
  /** The one business day whose figures are asked for; undefined: those of the month. */
  readonly only: number | undefined;
}

/** Whether a time is in the month, on a day that is asked for. */
export function isAsked(time: number, { month, settings, only }: Context): boolean {
  const day = businessDay(time, settings);
  return isInMonth(time, month, settings) && (only === undefined || day === only);
}

/** Whether a date is in the month, on a day that is asked for. Days of people are those of the calendar. */
export function isAskedDate(date: string, { month, only }: Context): boolean {
  if (!isDateInMonth(date, month)) return false;
  return only === undefined || Date.parse(`${date}T00:00:00Z`) === only * DAY * 1000;
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
  return { month, settings, chatDays, orders, only: undefined };
}
