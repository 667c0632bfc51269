import { FLAGS } from '../../catalogue/vocabulary.js';
import { decimal, plain } from '../../lib/decimal.js';
import type { Json } from '../../lib/json.js';
import { sameInAll, type Title } from '../../lib/language.js';
import type { PaidMonth } from '../../payroll/run.js';
import { roleTitle } from '../../policy/roster-words.js';
import type { MetricSettings } from '../../shop/config.js';
import { listedNames, listedTitles } from '../../words/lists.js';
import { type TextKey, title } from '../../words/text.js';
import { type ReportColumn, tableOf, textColumn, type View } from '../report/report-columns.js';
import type { ReportTable } from '../report/report-table.js';
import { settingsJson } from './settings-json.js';

type Id<Key> = Key extends `setting.${infer Name}` ? Name : never;
type SettingId = Id<TextKey>;

const [MINUTE, HOUR, DAY] = [60, 3600, 86_400] as const;

/** What each setting is set to, in words. */
const WORDS: Readonly<Record<SettingId, (settings: MetricSettings) => Title>> = {
  day_starts_at: ({ dayStartsAt }) => sameInAll(timeOfDay(dayStartsAt)),
  session_wait: ({ sessionWait }) => lengthOfTime(sessionWait),
  min_messages: ({ minMessages }) => title('setting_value.messages', { n: minMessages }),
  max_wait: ({ maxWait }) => lengthOfTime(maxWait),
  slow_after: ({ slowAfter }) => lengthOfTime(slowAfter),
  slow_times: ({ slowTimes }) => title('setting_value.times', { n: slowTimes }),
  attribution: ({ attribution }) => title(`setting_value.attribution.${attribution}`),
  window: ({ window }) => lengthOfTime(window),
  after_payment: ({ afterPayment }) => title(`setting_value.after_payment.${afterPayment}`),
  memo: ({ memo }) => title(`setting_value.memo.${memo}`),
  memo_flag: ({ memoFlag }) =>
    memoFlag === undefined
      ? title('setting_value.any')
      : listedTitles(
          'names',
          memoFlag.map((flag) => FLAGS[flag]),
        ),
  inquiry_window: ({ inquiryWindow }) => lengthOfTime(inquiryWindow),
  aftersales_days: ({ aftersalesDays }) => title('unit.days', { n: aftersalesDays }),
  slow_day_after: ({ slowDayAfter }) => lengthOfTime(slowDayAfter),
  confirm_days: ({ confirmDays }) => title('unit.days', { n: confirmDays }),
  credit_roles: ({ creditRoles }) =>
    creditRoles.length === 0
      ? title('setting_value.all')
      : listedTitles('names', creditRoles.map(roleTitle)),
  refund_basis: ({ refundBasis }) => title(`setting_value.refund_basis.${refundBasis}`),
  ad_patterns: ({ adPatterns }) =>
    adPatterns.length === 0 ? title('setting_value.none') : listedNames(adPatterns),
  platform_hours: ({ platformHours: { from, to } }) =>
    title('setting_value.hours_of_day', { from: timeOfDay(from), to: timeOfDay(to) }),
  workday_length: ({ workdayLength }) => lengthOfTime(workdayLength),
  part_month_due: ({ partMonthDue }) =>
    title(
      partMonthDue === undefined
        ? 'setting_value.undecided'
        : `setting_value.part_month_due.${partMonthDue}`,
    ),
};

interface Setting {
  readonly id: string;
  readonly title: Title;
  readonly value: Title;
}

const SETTING_COLUMNS: readonly ReportColumn<Setting>[] = [
  textColumn('setting', (setting) => setting),
  textColumn('value', ({ value }) => value, { long: true }),
];

/** Which month of which shop it is, and by which settings of kpi.yaml it was counted. */
export function settingsTable(
  { month, shop, metrics }: PaidMonth,
  version: string,
  view: View,
): ReportTable {
  const settings = metrics?.settings;
  const values = settingsJson(settings, view.language);
  const ids = settings === undefined ? [] : (Object.keys(WORDS) as readonly SettingId[]);
  const counted = ids.map((id): Setting => {
    const words = settings === undefined ? sameInAll('') : WORDS[id](settings);
    const value = view.ids ? sameInAll(plainText(values[id])) : words;
    return { id, title: title(`setting.${id}`), value };
  });
  const rows: readonly Setting[] = [
    { id: 'month', title: title('table.month'), value: sameInAll(month) },
    { id: 'shop', title: title('table.shop'), value: sameInAll(shop?.name ?? '') },
    { id: 'kpi', title: sameInAll('kpi'), value: sameInAll(version) },
    ...counted,
  ];
  return tableOf(SETTING_COLUMNS, rows, view, 1);
}

/** `04:30`, of seconds after midnight. */
function timeOfDay(seconds: number): string {
  const minutes = Math.floor(seconds / MINUTE);
  const digits = (n: number) => String(n).padStart(2, '0');
  return `${digits(Math.floor(minutes / 60))}:${digits(minutes % 60)}`;
}

/** Seconds in the largest unit that gives no fraction; one of a unit is said in the smaller one. */
function lengthOfTime(seconds: number): Title {
  const of = (length: number) => plain(decimal(seconds).dividedBy(length));
  const isWhole = (length: number) => seconds > length && seconds % length === 0;
  if (isWhole(DAY)) return title('unit.days', { n: of(DAY) });
  if (seconds === DAY || isWhole(HOUR)) return title('unit.hours', { n: of(HOUR) });
  if (isWhole(MINUTE)) return title('setting_value.minutes', { n: of(MINUTE) });
  return title('unit.seconds', { n: seconds });
}

/** What stands in kpi.yaml, times in seconds. */
function plainText(value: Json): string {
  if (value === null || value === undefined) return '';
  if (typeof value !== 'object') return String(value);
  if (Array.isArray(value)) return value.map(plainText).join(', ');
  return Object.entries(value)
    .map(([name, part]) => `${name}: ${plainText(part)}`)
    .join(', ');
}
