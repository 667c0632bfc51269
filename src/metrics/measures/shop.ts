import type { SHOP_METRICS } from '../../catalogue/metrics/shop.js';
import type { Count, Measures } from './measure.js';
import { ORDER_MEASURES } from './orders.js';

/** The same of the orders that are nobody's. */
function silent({
  when,
  unknown,
  ...count
}: Required<Pick<Count, 'when' | 'unknown'>> & Count): Count {
  return { ...count, when: `agent IS NULL AND ${when}`, unknown: `agent IS NULL AND ${unknown}` };
}

/** What is counted of all orders and consults, whosever they are. */
export const SHOP_MEASURES = {
  shop_sales: ORDER_MEASURES.sales,
  silent_sales: { ...ORDER_MEASURES.sales, when: 'agent IS NULL' },
  // Completed and not refunded; not known while one of them has no status.
  completed_silent_sales: {
    ...ORDER_MEASURES.sales,
    when: 'agent IS NULL AND NOT refunded AND completed',
    unknown: 'agent IS NULL AND NOT refunded AND completed IS NULL',
    lacks: { zh: '状态', en: 'status' },
  },
  silent_unconfirmed_orders: silent(ORDER_MEASURES.unconfirmed_orders),
  silent_unreviewed_orders: silent(ORDER_MEASURES.unreviewed_orders),
  shop_refund_rate: ORDER_MEASURES.refund_rate,
  shop_conversion: {
    numerator: ORDER_MEASURES.inquiry_paid,
    denominator: ORDER_MEASURES.inquiries,
  },
  shop_avg_order_value: { denominator: ORDER_MEASURES.paid_buyers },
} as const satisfies Measures<typeof SHOP_METRICS>;
