import type { MetricSettings } from '../../src/shop/config.js';

/** The settings of metrics.md as they are when kpi.yaml says nothing. */
export const DEFAULTS: MetricSettings = {
  dayStartsAt: 0,
  sessionWait: 60,
  minMessages: 3,
  maxWait: 600,
  slowAfter: 200,
  slowTimes: 1,
  attribution: 'order_first',
  window: 86_400,
  afterPayment: 'buyer_first',
  memo: 'prefer',
  memoFlag: undefined,
  inquiryWindow: 86_400,
  aftersalesDays: 21,
  slowDayAfter: 60,
  creditRoles: [],
  refundBasis: 'orders',
  adPatterns: [],
  platformHours: { from: 8 * 3600, to: 23 * 3600 },
  workdayLength: 8 * 3600,
};
