import type { InputKind } from '../catalogue/inputs.js';
import type { Metric } from '../catalogue/metric.js';
import { METRICS } from '../catalogue/metrics/metrics.js';
import type { MonthFacts } from '../intake/facts/month-facts.js';
import type { EngineRow } from '../lib/engine.js';
import { type Day, dayOf } from '../lib/month.js';
import type { Agent } from '../shop/shop.js';
import { countParts } from './count-rows.js';
import { type FigureContext, figureIn } from './figures.js';
import type { OverOrders } from './filtered-items.js';
import { filteredDays } from './filtered-orders.js';
import { countsOf, WORKED } from './measures/measures.js';
import type { DailyMetrics, DayMetrics } from './month-metrics.js';

/**
 * The figures of single days, of the metrics that are asked for: each business day on which an agent
 * worked or has a row. The month must have been counted before, since its views are read.
 */
export async function dailyMetrics(
  facts: MonthFacts,
  active: readonly Agent[],
  context: FigureContext,
  asked: ReadonlySet<string>,
  filtered: readonly OverOrders[],
): Promise<DailyMetrics> {
  const metrics = METRICS.filter(({ id, byDay }) => byDay === true && asked.has(id));
  const rows = await countParts(facts, new Map([...WORKED, ...countsOf(metrics)]), 'day');
  const ofDays = filtered.filter(({ metric }) => metric.byDay === true && asked.has(metric.id));
  const over = await filteredDays(ofDays, facts, context);
  const agents = new Map(
    active.map(({ id, index }) => {
      const [own, theirs] = [rows.get(index), over.get(index)];
      const days = [...new Set([...(own?.keys() ?? []), ...(theirs?.keys() ?? [])])];
      return [
        id,
        days
          .sort((a, b) => a - b)
          .map((day) => dayIn(dayOf(day), own?.get(day) ?? {}, metrics, theirs?.get(day), context)),
      ];
    }),
  );
  const withoutDays = new Set<InputKind>(facts.attendanceForm === 'month' ? ['attendance'] : []);
  return { agents, workedKnown: isWorkedKnown(facts, rows), withoutDays };
}

function dayIn(
  day: Day,
  row: EngineRow,
  metrics: readonly Metric[],
  filtered: DayMetrics['metrics'] = new Map(),
  context: FigureContext,
): DayMetrics {
  const figures = metrics.map((metric) => [metric.id, figureIn(metric, row, context)] as const);
  return { day, worked: hasWorked(row), metrics: new Map([...figures, ...filtered]) };
}

function hasWorked(row: EngineRow): boolean {
  return [...WORKED.keys()].some((column) => Number(row[column] ?? 0) > 0);
}

/** Chats and calls say who worked when; a file of attendance does when it says so of anybody. */
function isWorkedKnown(
  { files }: MonthFacts,
  rows: ReadonlyMap<number, ReadonlyMap<number, EngineRow>>,
): boolean {
  if (files.has('chats') || files.has('calls')) return true;
  return [...rows.values()].some((days) => [...days.values()].some(hasWorked));
}
