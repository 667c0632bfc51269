import type { InputKind } from '../catalogue/inputs.js';
import type { Metric } from '../catalogue/metric.js';
import { METRICS } from '../catalogue/metrics/metrics.js';
import type { MonthFacts } from '../intake/facts/month-facts.js';
import type { Row } from '../lib/engine.js';
import { type Day, dayOf } from '../lib/month.js';
import type { MetricSettings } from '../shop/config.js';
import type { Agent } from '../shop/shop.js';
import { type FigureContext, figureIn } from './figures.js';
import type { DailyMetrics, DayMetrics } from './month-metrics.js';
import { metricsSql, sqlParameters } from './sql.js';

/** A query that gives one row per agent and day, from the views that the month's figures are read from. */
interface DailySource {
  /** A file of the folder daily/. */
  readonly file: string;
  readonly needs: readonly InputKind[];
  readonly columns: readonly string[];
}

/** The column of a row that says that the agent worked on the day. */
const WORKED = 'worked';

const SOURCES: readonly DailySource[] = [
  {
    file: 'consults',
    needs: ['chats'],
    columns: [
      'consults',
      'receptions',
      'effective_receptions',
      'buyers',
      'buyer_messages',
      'agent_messages',
      'agent_chars',
    ],
  },
  {
    file: 'rounds',
    needs: ['chats'],
    columns: [
      ...sides('response_time'),
      ...sides('first_response_time'),
      'late_rounds',
      ...sides('platform_response_time'),
      ...sides('within_3min_rate'),
    ],
  },
  { file: 'answered', needs: ['chats'], columns: ['replied', 'slow_receptions'] },
  {
    file: 'service',
    needs: ['chats'],
    columns: ['service_days', ...sides('daily_service_hours')],
  },
  { file: 'peaks', needs: ['chats'], columns: ['peak_sessions'] },
  {
    file: 'paid',
    needs: ['orders'],
    columns: [
      'paid_orders',
      'items',
      'paid_buyers',
      'sales',
      'refunds',
      'refunded_orders',
      'net_sales',
      ...sides('refund_rate'),
    ],
  },
  { file: 'received', needs: ['orders', 'chats'], columns: ['received_sales'] },
  { file: 'created', needs: ['orders'], columns: ['created_orders', 'unpaid_orders'] },
  { file: 'inquiries', needs: ['chats', 'orders'], columns: ['inquiries', 'inquiry_paid'] },
  { file: 'assists', needs: ['chats', 'orders'], columns: ['assist_orders'] },
  { file: 'follow-ups', needs: ['chats', 'orders'], columns: ['assist_follow_ups'] },
  {
    file: 'attendance',
    needs: ['attendance'],
    columns: [
      'workdays',
      'late',
      'early_leave',
      'leave',
      'leave_days',
      'absent',
      'absent_days',
      'missed_punch',
    ],
  },
  {
    file: 'conduct',
    needs: ['complaints'],
    columns: [
      'complaints',
      'complaint_points',
      'bad_reviews',
      'disputes',
      'praises',
      'bad_reviews_resolved',
      'refunds_saved',
      'errors',
      'no_follow_ups',
    ],
  },
  {
    file: 'calls',
    needs: ['calls'],
    columns: [
      'calls_answered',
      'calls_out',
      'call_total',
      'talk_total',
      'call_avg_denominator',
      'talk_avg_denominator',
      ...sides('hold_avg'),
      ...sides('wrap_avg'),
      ...sides('handle_avg'),
      'occupancy_numerator',
      'calls_per_hour_numerator',
    ],
  },
  {
    file: 'logged-in',
    needs: ['attendance'],
    columns: ['occupancy_denominator', 'calls_per_hour_denominator'],
  },
  { file: 'worked-chats', needs: ['chats'], columns: [WORKED] },
  { file: 'worked-calls', needs: ['calls'], columns: [WORKED] },
  { file: 'worked-attendance', needs: ['attendance'], columns: [WORKED] },
];

function sides(id: string): readonly string[] {
  return [`${id}_numerator`, `${id}_denominator`];
}

/**
 * The figures of single days, of the metrics that are asked for: each business day on which an agent
 * worked or has a row. The month must have been counted before, since its views are read.
 */
export async function countDays(
  facts: MonthFacts,
  settings: MetricSettings,
  active: readonly Agent[],
  context: FigureContext,
  asked: ReadonlySet<string>,
): Promise<DailyMetrics> {
  const metrics = METRICS.filter(({ id, byDay }) => byDay === true && asked.has(id));
  const columns = new Set([WORKED, ...metrics.flatMap(columnsOf)]);
  const rows = await rowsOf(facts, settings, columns);
  const zeros = Object.fromEntries([...columns].map((column) => [column, 0]));
  const agents = new Map(
    active.map(({ id, index }) => {
      const days = [...(rows.get(index) ?? [])].sort(([a], [b]) => a - b);
      return [
        id,
        days.map(([day, row]) => dayIn(dayOf(day), { ...zeros, ...row }, metrics, context)),
      ];
    }),
  );
  const withoutDays = new Set<InputKind>(facts.attendanceForm === 'month' ? ['attendance'] : []);
  return { agents, workedKnown: isWorkedKnown(facts, rows), withoutDays };
}

/** The columns in which a metric's figure of a day stands, as `figureIn` reads them. */
function columnsOf({ id, quotient, parts }: Metric): readonly string[] {
  if (!quotient) return [id];
  return [parts?.numerator ?? `${id}_numerator`, parts?.denominator ?? `${id}_denominator`];
}

type DayRows = ReadonlyMap<number, ReadonlyMap<number, Row>>;

/** One row per agent and day, put together from the sources that have any of the columns. */
async function rowsOf(
  { engine, files, attendanceForm, month }: MonthFacts,
  settings: MetricSettings,
  columns: ReadonlySet<string>,
): Promise<DayRows> {
  const parameters = sqlParameters(month, settings);
  // Attendance by month has no days.
  const has = (kind: InputKind) =>
    files.has(kind) && (kind !== 'attendance' || attendanceForm === 'event');
  const agents = new Map<number, Map<number, Row>>();
  for (const source of SOURCES) {
    if (!source.needs.every(has) || !source.columns.some((column) => columns.has(column))) continue;
    for (const row of await engine.query(metricsSql(`daily/${source.file}`, parameters))) {
      const [agent, day] = [Number(row.agent), Number(row.day)];
      const days = agents.get(agent) ?? new Map<number, Row>();
      agents.set(agent, days.set(day, { ...days.get(day), ...row }));
    }
  }
  return agents;
}

function dayIn(day: Day, row: Row, metrics: readonly Metric[], context: FigureContext): DayMetrics {
  const figures = metrics.map((metric) => [metric.id, figureIn(metric, row, context)] as const);
  return { day, worked: Number(row[WORKED]) === 1, metrics: new Map(figures) };
}

/** Chats and calls say who worked when; a file of attendance does when it says so of anybody. */
function isWorkedKnown({ files, attendanceForm }: MonthFacts, rows: DayRows): boolean {
  if (files.has('chats') || files.has('calls')) return true;
  return (
    attendanceForm === 'event' &&
    [...rows.values()].some((days) => [...days.values()].some((row) => Number(row[WORKED]) === 1))
  );
}
