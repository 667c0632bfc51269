import { SHIPPED_LEVELS, wordAmong } from '../catalogue/vocabulary.js';
import { always, type Dated } from '../lib/dated.js';
import { decimal, ZERO } from '../lib/decimal.js';
import type { YamlFile } from '../lib/yaml/file.js';
import type { YamlPath, YamlValue } from '../lib/yaml/yaml-node.js';
import type { Problems } from '../words/problem.js';
import { checkYaml } from '../words/yaml/check-yaml.js';
import type {
  CustomMetric,
  MetricSettings,
  MetricSettingsConfig,
  PlanChoice,
  ShopConfig,
  SourceConfig,
} from './config.js';
import { configSchema, type WrittenConfig } from './config-schema.js';
import { filteredMetricsOf } from './filtered-metrics.js';
import { roleId } from './scalars.js';

/**
 * kpi.yaml, checked. What is wrong is reported and left out, and stands in `unread`; without a file that can be read
 * that is everything.
 */
export function configFromYaml(written: YamlFile | undefined, problems: Problems): ShopConfig {
  const checked = written && checkConfig(written, problems);
  if (checked === undefined) return configOf({ shop: NO_NAME }, NO_FILE, [[]], problems);
  return configOf(checked.data, checked.yaml, checked.unread, problems);
}

/** Stands for the name of a shop that does not say it. */
const NO_NAME = '?';

/** Stands for kpi.yaml where it cannot be read. */
const NO_FILE: YamlFile = {
  file: 'kpi.yaml',
  text: '',
  root: { kind: 'scalar', start: 0, style: 'plain', value: '' },
  value: '',
  placeOf: () => ({ file: 'kpi.yaml' }),
  placeOfKey: () => ({ file: 'kpi.yaml' }),
  keyAsWritten: (path) => String(path.at(-1)),
  placeInScalar: () => ({ file: 'kpi.yaml' }),
  excerpt: () => '',
};

function checkConfig(yaml: YamlFile, problems: Problems) {
  const value = withoutEmptySections(yaml.value);
  return checkYaml({ ...yaml, value }, configSchema, problems, { shop: NO_NAME });
}

function configOf(
  written: WrittenConfig,
  yaml: YamlFile,
  unread: readonly YamlPath[],
  problems: Problems,
): ShopConfig {
  const filtered = filteredMetricsOf(written, yaml, problems);
  return {
    shop: written.shop,
    lang: written.lang ?? 'zh',
    plans: plansOf(written, yaml, problems),
    targets: placedAll(written.targets ?? {}, yaml, 'targets'),
    set: Object.fromEntries(
      Object.entries(written.set ?? {}).map(([key, value]) => [
        key,
        { value, place: yaml.placeOf(['set', key]) },
      ]),
    ),
    metrics: metricsOf(written, yaml),
    sources: sourcesOf(written, yaml),
    exclude: {
      ids: written.exclude?.ids ?? [],
      memos: written.exclude?.memos ?? [],
      ...(written.exclude === undefined ? {} : { place: yaml.placeOf(['exclude']) }),
    },
    levels: levelsOf(written, yaml, problems),
    shifts: new Map(
      Object.entries(written.shifts ?? {}).map(([shift, { hours, days_off, night = false }]) => [
        shift,
        {
          hours,
          daysOff: days_off && { ...days_off, place: yaml.placeOf(['shifts', shift, 'days_off']) },
          night,
        },
      ]),
    ),
    limits: written.limits && {
      lossShare: written.limits.loss_share ?? DEFAULT_LOSS_SHARE,
      minimumWage: written.limits.minimum_wage ?? ZERO,
    },
    statutory: statutoryOf(written, yaml),
    corrections: { recoveryShare: written.corrections?.recovery_share ?? DEFAULT_RECOVERY_SHARE },
    customMetrics: customMetricsOf(written, yaml, problems),
    filteredMetrics: filtered.metrics,
    history: { assume: written.history?.assume },
    acknowledged: acknowledgedIn(written, yaml),
    unread: [...unread, ...filtered.unread].map(asConfigPath),
  };
}

function acknowledgedIn(
  { acknowledge = [] }: WrittenConfig,
  yaml: YamlFile,
): ShopConfig['acknowledged'] {
  return acknowledge.map(({ code, month, file, agent, reason }, index) => ({
    code,
    month,
    file,
    agent,
    reason,
    place: yaml.placeOf(['acknowledge', index]),
  }));
}

function statutoryOf({ statutory }: WrittenConfig, yaml: YamlFile): ShopConfig['statutory'] {
  if (statutory === undefined) return undefined;
  const { place, fund_rate, fund_supplement, injury_rate, annual_bonus, after_tax } = statutory;
  const at = (key: string) => yaml.placeOf(['statutory', key]);
  const isApart = annual_bonus === 'joined' ? 'no' : 'yes';
  return {
    place,
    fundRate: fund_rate && { ...fund_rate, place: at('fund_rate') },
    fundSupplement: fund_supplement ?? always(ZERO),
    afterTax: after_tax ?? ['loss'],
    set: {
      ...(injury_rate !== undefined && {
        'social_insurance.injury_rate': { value: injury_rate, place: at('injury_rate') },
      }),
      ...(annual_bonus !== undefined && {
        'income_tax.bonus_apart': { value: isApart, place: at('annual_bonus') },
      }),
    },
    at: yaml.placeOf(['statutory']),
  };
}

const DEFAULT_LOSS_SHARE = decimal('0.2');
const DEFAULT_RECOVERY_SHARE = decimal('0.2');

/** Where something stands in kpi.yaml, a role by its id. */
function asConfigPath(path: YamlPath): readonly string[] {
  const [section, role, ...rest] = path.map(String);
  if (section !== 'plans' || role === undefined) return path.map(String);
  return [section, roleId(role), ...rest];
}

/** A section whose lines are all commented out reads as an empty text: it says nothing. */
function withoutEmptySections(value: YamlValue): YamlValue {
  if (typeof value === 'string' || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value).filter(([key, section]) => key === 'shop' || section !== ''),
  );
}

function plansOf(
  written: WrittenConfig,
  yaml: YamlFile,
  problems: Problems,
): Record<string, PlanChoice> {
  const plans = new Map<string, PlanChoice>();
  for (const [role, choice] of Object.entries(written.plans ?? {})) {
    const id = roleId(role);
    const place = yaml.placeOf(['plans', role]);
    if (plans.has(id)) {
      const key = yaml.placeOfKey(['plans', role]);
      const details = { params: { role: id }, cell: role, excerpt: yaml.excerpt(key) };
      problems.report('repeated-role', key, details);
    }
    plans.set(
      id,
      typeof choice === 'string'
        ? { kind: 'id', id: choice, place }
        : {
            kind: 'lists',
            title: choice.title,
            scores: choice.scores ?? [],
            pay: choice.pay ?? [],
            notices: choice.notices ?? [],
            place,
          },
    );
  }
  return Object.fromEntries(plans);
}

function customMetricsOf(
  written: WrittenConfig,
  yaml: YamlFile,
  problems: Problems,
): readonly CustomMetric[] {
  const metrics = written.custom_metrics ?? [];
  const seen = new Set<string>();
  return metrics.filter(({ id, title }, index) => {
    const taken = seen.has(id) || seen.has(title);
    if (taken) {
      const place = yaml.placeOf(['custom_metrics', index]);
      const details = { params: { metric: id }, cell: id, excerpt: yaml.excerpt(place) };
      problems.report('repeated-custom-metric', place, details);
    }
    seen.add(id).add(title);
    return !taken;
  });
}

/** The levels of the shop, from low to high; one that is named twice is reported. */
function levelsOf(
  { levels }: WrittenConfig,
  yaml: YamlFile,
  problems: Problems,
): ShopConfig['levels'] {
  if (levels === undefined) return SHIPPED_LEVELS;
  return levels.filter((level, index) => {
    const above = levels.slice(0, index);
    const { id, title } = level;
    const taken = [id, title.zh, title.en].find((name) => wordAmong(above, name) !== undefined);
    if (taken === undefined) return true;
    const place = yaml.placeOf(['levels', index]);
    const details = { params: { level: taken }, cell: taken, excerpt: yaml.excerpt(place) };
    problems.report('repeated-level', place, details);
    return false;
  });
}

function sourcesOf(written: WrittenConfig, yaml: YamlFile): Record<string, SourceConfig> {
  const sources: Record<string, SourceConfig> = {};
  for (const [kind, source] of Object.entries(written.sources ?? {})) {
    if (source === undefined) continue;
    sources[kind] = {
      files: source.files,
      columns: definedOnly(source.columns ?? {}),
      encoding: source.encoding,
      place: yaml.placeOf(['sources', kind]),
    };
  }
  return sources;
}

function definedOnly(columns: Readonly<Record<string, string | undefined>>) {
  return Object.fromEntries(
    Object.entries(columns).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

function placedAll<T>(
  values: Readonly<Record<string, Dated<T>>>,
  yaml: YamlFile,
  section: string,
): Record<string, Dated<T>> {
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => [
      key,
      { ...value, place: yaml.placeOf([section, key]) },
    ]),
  );
}

/** The defaults of metrics.md. Times are seconds. */
export const DEFAULT_SETTINGS: MetricSettings = {
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
  confirmDays: 30,
  creditRoles: [],
  refundBasis: 'orders',
  adPatterns: [],
  platformHours: { from: 8 * 3600, to: 23 * 3600 },
  workdayLength: 8 * 3600,
  partMonthDue: undefined,
};

/** The key of each setting in kpi.yaml. */
export const SETTING_KEYS: Readonly<
  Record<keyof MetricSettings, keyof NonNullable<WrittenConfig['metrics']>>
> = {
  dayStartsAt: 'day_starts_at',
  sessionWait: 'session_wait',
  minMessages: 'min_messages',
  maxWait: 'max_wait',
  slowAfter: 'slow_after',
  slowTimes: 'slow_times',
  attribution: 'attribution',
  window: 'window',
  afterPayment: 'after_payment',
  memo: 'memo',
  memoFlag: 'memo_flag',
  inquiryWindow: 'inquiry_window',
  aftersalesDays: 'aftersales_days',
  slowDayAfter: 'slow_day_after',
  confirmDays: 'confirm_days',
  creditRoles: 'credit_roles',
  refundBasis: 'refund_basis',
  adPatterns: 'ad_patterns',
  platformHours: 'platform_hours',
  workdayLength: 'workday_length',
  partMonthDue: 'part_month_due',
};

function metricsOf(written: WrittenConfig, yaml: YamlFile): MetricSettingsConfig {
  const settings = written.metrics ?? {};
  const entries = Object.entries(SETTING_KEYS).map(([setting, key]) => {
    const value = settings[key];
    return [
      setting,
      value === undefined
        ? always(DEFAULT_SETTINGS[setting as keyof MetricSettings])
        : { ...value, place: yaml.placeOf(['metrics', key]) },
    ];
  });
  // Each entry pairs a setting with its own value: SETTING_KEYS and the schema say so, key by key.
  return Object.fromEntries(entries) as MetricSettingsConfig;
}
