import type { Json } from '../../lib/json.js';
import type { MetricSettings } from '../../shop/config.js';

/** How the metrics were counted: the settings in force, under the names of kpi.yaml, times in seconds. */
export function settingsJson(settings: MetricSettings | undefined): Record<string, Json> {
  if (settings === undefined) return {};
  const { memoFlag, platformHours } = settings;
  return {
    day_starts_at: settings.dayStartsAt,
    session_wait: settings.sessionWait,
    min_messages: settings.minMessages,
    max_wait: settings.maxWait,
    slow_after: settings.slowAfter,
    slow_times: settings.slowTimes,
    attribution: settings.attribution,
    window: settings.window,
    after_payment: settings.afterPayment,
    memo: settings.memo,
    memo_flag: memoFlag === undefined ? 'any' : [...memoFlag],
    inquiry_window: settings.inquiryWindow,
    aftersales_days: settings.aftersalesDays,
    slow_day_after: settings.slowDayAfter,
    confirm_days: settings.confirmDays,
    credit_roles: [...settings.creditRoles],
    refund_basis: settings.refundBasis,
    ad_patterns: [...settings.adPatterns],
    platform_hours: { from: platformHours.from, to: platformHours.to },
    workday_length: settings.workdayLength,
    part_month_due: settings.partMonthDue ?? null,
  };
}
