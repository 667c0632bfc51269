import type { ORDER_METRICS } from '../../catalogue/metrics/orders.js';
import type { Count, Measures } from './measure.js';

const PAID_BUYERS: Count = {
  of: 'month_orders',
  // "Distinct (buyer, business day of paid_at)."
  distinct: { by: 'buyer, paid_day', first: 'paid, purchase' },
};

const REFUND_RATE = {
  numerator: { of: 'month_orders', adds: 'refunded_part' },
  denominator: { of: 'month_orders', adds: 'refundable' },
} as const;

const REFUNDS_BY_DATE = {
  of: 'month_refunds',
  adds: 'given_back',
  unknown: 'day IS NULL',
  lacks: { zh: '退款时间', en: 'refunded_at' },
  lackedIn: 'refund_file',
} as const;

/** Rows of which it is known whether they count. */
const UNLESS_UNCLEAR = { when: 'NOT is_unclear', unknown: 'is_unclear' } as const;

/** What is counted of the orders that are credited to an agent. */
export const ORDER_MEASURES = {
  paid_orders: { of: 'month_orders' },
  items: { of: 'month_orders', adds: 'quantity' },
  paid_buyers: PAID_BUYERS,
  sales: { of: 'month_orders', adds: 'amount' },
  received_sales: { of: 'month_orders', when: 'received', adds: 'amount' },
  refunds: { of: 'month_orders', when: 'refund <> 0', adds: 'refund' },
  refunded_orders: { of: 'month_orders', when: 'refunded' },
  refunds_by_date: REFUNDS_BY_DATE,
  older_refunds: { ...REFUNDS_BY_DATE, when: 'NOT paid_in_month' },
  net_sales: { of: 'month_orders', adds: 'amount - refund' },
  refund_rate: REFUND_RATE,
  created_orders: { of: 'month_created' },
  unpaid_orders: { of: 'month_created', when: 'unpaid' },
  unconfirmed_orders: {
    of: 'unconfirmed',
    ...UNLESS_UNCLEAR,
    lacks: { zh: '状态、发货时间', en: 'status, shipped_at' },
  },
  unreviewed_orders: {
    of: 'unreviewed',
    ...UNLESS_UNCLEAR,
    lacks: { zh: '状态（和评价表的订单编号）', en: 'status (and order_id of reviews)' },
  },
  // Consults that are no inquiry are shown too, with the reason.
  inquiries: { of: 'classified_consults', adds: 'inquiry::INTEGER' },
  inquiry_paid: { of: 'classified_consults', when: 'success' },
  assist_orders: { of: 'assisted' },
  assist_follow_ups: {
    of: 'followed',
    distinct: { by: 'buyer', first: 'purchase, session_starts' },
  },
} as const satisfies Measures<typeof ORDER_METRICS>;
