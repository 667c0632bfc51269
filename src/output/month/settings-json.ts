import type { Json } from '../../lib/json.js';
import type { Language } from '../../lib/language.js';
import type { MeasuredMonth } from '../../payroll/run.js';
import type { MetricSettings } from '../../shop/config.js';
import {
  optionalColumn,
  type ReportColumn,
  recordColumn,
  recordOf,
} from '../report/report-columns.js';
import {
  eitherOf,
  INTEGER,
  listOf,
  orNull,
  plainRecord,
  type Shape,
  STRING,
} from '../report/shapes.js';

type Settings = MetricSettings | undefined;

function setting<T extends Json>(
  key: string,
  shape: Shape<T>,
  of: (settings: MetricSettings) => NoInfer<T>,
): ReportColumn<Settings> {
  return optionalColumn(key, shape, (settings) => settings && of(settings));
}

/** How the metrics were counted: the settings in force, under the names of kpi.yaml, times in seconds. */
const SETTING_COLUMNS: readonly ReportColumn<Settings>[] = [
  setting('day_starts_at', INTEGER, (settings) => settings.dayStartsAt),
  setting('session_wait', INTEGER, (settings) => settings.sessionWait),
  setting('min_messages', INTEGER, (settings) => settings.minMessages),
  setting('max_wait', INTEGER, (settings) => settings.maxWait),
  setting('slow_after', INTEGER, (settings) => settings.slowAfter),
  setting('slow_times', INTEGER, (settings) => settings.slowTimes),
  setting('attribution', STRING, (settings) => settings.attribution),
  setting('window', INTEGER, (settings) => settings.window),
  setting('after_payment', STRING, (settings) => settings.afterPayment),
  setting('memo', STRING, (settings) => settings.memo),
  setting('memo_flag', eitherOf(STRING, listOf(STRING)), ({ memoFlag }) => memoFlag ?? 'any'),
  setting('inquiry_window', INTEGER, (settings) => settings.inquiryWindow),
  setting('aftersales_days', INTEGER, (settings) => settings.aftersalesDays),
  setting('slow_day_after', INTEGER, (settings) => settings.slowDayAfter),
  setting('confirm_days', INTEGER, (settings) => settings.confirmDays),
  setting('credit_roles', listOf(STRING), (settings) => settings.creditRoles),
  setting('refund_basis', STRING, (settings) => settings.refundBasis),
  setting('ad_patterns', listOf(STRING), (settings) => settings.adPatterns),
  setting('platform_hours', plainRecord({ from: INTEGER, to: INTEGER }), ({ platformHours }) => ({
    from: platformHours.from,
    to: platformHours.to,
  })),
  setting('workday_length', INTEGER, (settings) => settings.workdayLength),
  setting('part_month_due', orNull(STRING), ({ partMonthDue }) => partMonthDue ?? null),
];

/** The settings as data; nothing of a month that was not counted. */
export function settingsJson(
  settings: Settings,
  language: Language,
): Readonly<Record<string, Json>> {
  return recordOf(SETTING_COLUMNS, settings, language);
}

/** How the figures of a document were counted. */
export const SETTINGS: ReportColumn<{ readonly month: MeasuredMonth }> = recordColumn(
  'settings',
  SETTING_COLUMNS,
  ({ month }) => month.metrics?.settings,
);
