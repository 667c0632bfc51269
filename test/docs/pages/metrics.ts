import type { Metric } from '../../../src/catalogue/metric.js';
import { ATTENDANCE_METRICS } from '../../../src/catalogue/metrics/attendance.js';
import { CALL_METRICS } from '../../../src/catalogue/metrics/calls.js';
import { CONDUCT_METRICS } from '../../../src/catalogue/metrics/conduct.js';
import { IMPORTED } from '../../../src/catalogue/metrics/imported.js';
import { METRICS, metricById } from '../../../src/catalogue/metrics/metrics.js';
import { ORDER_METRICS } from '../../../src/catalogue/metrics/orders.js';
import { RECEPTION_METRICS } from '../../../src/catalogue/metrics/reception.js';
import { SHOP_METRICS } from '../../../src/catalogue/metrics/shop.js';
import type { Unit } from '../../../src/catalogue/units.js';
import type { Title } from '../../../src/lib/language.js';
import { page, table } from '../markdown.js';

const GROUPS: readonly (Title & { readonly metrics: readonly Metric[] })[] = [
  { zh: '接待', en: 'Reception', metrics: RECEPTION_METRICS },
  { zh: '订单', en: 'Orders', metrics: ORDER_METRICS },
  { zh: '全店与团队', en: 'Shop and team', metrics: SHOP_METRICS },
  { zh: '考勤', en: 'Attendance', metrics: ATTENDANCE_METRICS },
  { zh: '投诉、表扬和差错', en: 'Complaints, praise and errors', metrics: CONDUCT_METRICS },
  { zh: '通话', en: 'Calls', metrics: CALL_METRICS },
  { zh: '只由导入得到', en: 'By import only', metrics: IMPORTED },
];

const UNITS: Readonly<Record<Unit, Title>> = {
  yuan: { zh: '元', en: 'yuan' },
  'yuan/day': { zh: '元/天', en: 'yuan a day' },
  'yuan/hour': { zh: '元/小时', en: 'yuan an hour' },
  'yuan/month': { zh: '元/月', en: 'yuan a month' },
  'yuan/piece': { zh: '元/件', en: 'yuan a piece' },
  seconds: { zh: '秒', en: 'seconds' },
  hours: { zh: '小时', en: 'hours' },
  days: { zh: '天', en: 'days' },
  months: { zh: '月', en: 'months' },
  count: { zh: '个、次', en: 'count' },
  persons: { zh: '人', en: 'persons' },
  person_days: { zh: '人次', en: 'person-days' },
  ratio: { zh: '比率', en: 'ratio' },
  points: { zh: '分', en: 'points' },
  chars_per_minute: { zh: '字/分钟', en: 'characters per minute' },
};

const LEVELS: Readonly<Record<Metric['level'], Title>> = {
  agent: { zh: '客服', en: 'agent' },
  shop: { zh: '全店', en: 'shop' },
  team: { zh: '团队', en: 'team' },
};

/** docs/metrics.md. */
export function metricsPage(): string {
  return page(
    '# 指标 · Metrics',
    `公式、\`metrics*.csv\`、报表和说明都用同一份指标目录，一共 ${METRICS.length} 个。公式里写编号或中文名都行。“需要”是缺了就没有这个指标的文件；没有数据就是缺，不是 0。定义里提到的设置写在 kpi.yaml 的 \`metrics:\` 下。`,
    `Formulas, \`metrics*.csv\`, reports and messages share one catalogue of ${METRICS.length} metrics. A formula may use the id or the Chinese title. Without the files under “needs” a metric is missing, never 0. Settings that a definition mentions stand under \`metrics:\` in kpi.yaml.`,
    ...GROUPS.flatMap(({ zh, en, metrics }) => [`## ${zh} · ${en}`, metricTable(metrics)]),
  );
}

function metricTable(metrics: readonly Metric[]): string {
  const head = [
    '编号 · id',
    '名称 · title',
    '单位 · unit',
    '层级 · level',
    '需要 · needs',
    '定义 · definition',
  ];
  return table(head, metrics.map(rowOf));
}

function rowOf(metric: Metric): readonly string[] {
  const { id, title, unit, level, needs, definition } = metric;
  return [
    `\`${id}\``,
    [title.zh, ...(metric.aliases ?? []), title.en].join('<br>'),
    both(UNITS[unit]),
    both(LEVELS[level]),
    needs.map((kind) => `\`${kind}\``).join(' '),
    [definition.zh, definition.en, ...notesOn(metric)].join('<br>'),
  ];
}

function both({ zh, en }: Title): string {
  return `${zh}<br>${en}`;
}

function notesOn({ quotient, parts, looksAhead, byDay }: Metric): readonly string[] {
  const [top, bottom] = [parts?.numerator, parts?.denominator].map((id) =>
    id === undefined ? undefined : metricById(id)?.id,
  );
  const division = top !== undefined && bottom !== undefined ? [`\`${top}\` ÷ \`${bottom}\``] : [];
  const pooled = quotient ? ['团队数是分子之和 ÷ 分母之和 · over a team Σ ÷ Σ'] : [];
  const ahead =
    looksAhead === true ? ['订单不够晚时是暂定的 · provisional while orders end early'] : [];
  const daily = byDay === true ? ['有每天的数 · has daily figures'] : [];
  return [...division, ...pooled, ...ahead, ...daily];
}

/** Metrics that no group of the page shows. */
export function metricsLeftOut(): readonly string[] {
  const shown = GROUPS.flatMap(({ metrics }) => metrics);
  return METRICS.filter((metric) => !shown.includes(metric)).map(({ id }) => id);
}
