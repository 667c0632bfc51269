import type { SHOP as METRICS } from '../../catalogue/metrics/shop.js';
import type { Measures } from './measure.js';
import { ORDERS } from './orders.js';

/** What is counted of all orders and consults, whosever they are. */
export const SHOP = {
  shop_sales: ORDERS.sales,
  silent_sales: { ...ORDERS.sales, when: 'agent IS NULL' },
  // Completed and not refunded; not known while one of them has no status.
  completed_silent_sales: {
    ...ORDERS.sales,
    when: 'agent IS NULL AND NOT refunded AND completed',
    unknown: 'agent IS NULL AND NOT refunded AND completed IS NULL',
  },
  shop_refund_rate: ORDERS.refund_rate,
  shop_conversion: { numerator: ORDERS.inquiry_paid, denominator: ORDERS.inquiries },
  shop_avg_order_value: { denominator: ORDERS.paid_buyers },
} as const satisfies Measures<typeof METRICS>;
