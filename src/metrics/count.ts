import type { Metric } from '../catalogue/metric.js';
import { METRICS } from '../catalogue/metrics/metrics.js';
import type { MonthFacts } from '../intake/facts/month-facts.js';
import type { EngineRow } from '../lib/engine.js';
import { dayNumber, dayOf, lastDay } from '../lib/month.js';
import type { MetricSettings } from '../shop/config.js';
import type { Problems } from '../words/problem.js';
import { countAgents, countShop } from './count-rows.js';
import type { FigureContext } from './figures.js';
import { type OverOrders, reportUnclearItems, reportUnlistedItems } from './filtered-items.js';
import {
  type FilteredFigures,
  filteredFigures,
  makeFilteredViews,
  reportUnmatched,
} from './filtered-orders.js';
import { reportInactive } from './inactive.js';
import { countsOf } from './measures/measures.js';
import type { MonthMetrics } from './month-metrics.js';
import { reportOutsideEmployment } from './outside-employment.js';
import { metricsSql, type SqlParameters, sqlParameters } from './rows/sql.js';
import { makeViews } from './rows/views.js';
import { countChatDays } from './talk/count-chat-days.js';
import { type Reach, reachOf, reportDoubts } from './warnings.js';

/** What the SQL counted: one row of figures per agent of the roster, and one for the shop. */
export interface CountedFigures {
  readonly agents: ReadonlyMap<number, EngineRow>;
  readonly shop: EngineRow;
  /** Rows left out, by reason. */
  readonly filtered: Readonly<Record<string, number>>;
  readonly context: FigureContext;
  readonly ordersAwaited: MonthMetrics['ordersAwaited'];
  readonly filteredFigures: FilteredFigures;
  /** Orders are there, but nothing by which they could be credited. */
  readonly creditUnknown: boolean;
}

/** Makes the views of all rows that the month has files for, and counts them. */
export async function countFigures(
  facts: MonthFacts,
  settings: MetricSettings,
  filtered: readonly OverOrders[],
  problems: Problems,
): Promise<CountedFigures> {
  const parameters = sqlParameters(facts.month, settings);
  await countChatDays(facts, settings, parameters);
  await makeViews(facts, parameters);
  await makeFilteredViews(filtered, facts, parameters);
  await reportUnmatched(filtered, facts, problems);
  await reportUnclearItems(filtered, facts, problems);
  await reportUnlistedItems(filtered, facts, problems);
  const ofLevel = (level: Metric['level']) =>
    countsOf(METRICS.filter((metric) => metric.level === level));
  const reach = await reachOf(facts, parameters);
  // Chats and orders in which something is wrong are in doubt as a whole.
  if (!facts.unread.has('orders')) {
    await reportDoubts(facts, settings, parameters, reach, problems);
  }
  await reportInactive(facts, problems);
  await reportOutsideEmployment(facts, settings, problems);
  const { files } = facts;
  const awaited = ordersAwaited(facts, settings, reach);
  const context = { files, provisional: awaited !== undefined };
  return {
    agents: await countAgents(facts, ofLevel('agent')),
    shop: await countShop(facts, ofLevel('shop')),
    filtered: files.has('chats') ? await filteredRows(facts, parameters) : {},
    context,
    filteredFigures: await filteredFigures(filtered, facts, context),
    ordersAwaited: files.has('orders') ? awaited : undefined,
    creditUnknown: files.has('orders') && !files.has('chats') && settings.memo === 'off',
  };
}

async function filteredRows(
  { engine }: MonthFacts,
  parameters: SqlParameters,
): Promise<Readonly<Record<string, number>>> {
  const [row = {}] = await engine.query(metricsSql('filtered-orders', parameters));
  return Object.fromEntries(Object.entries(row).map(([reason, rows]) => [reason, Number(rows)]));
}

/**
 * "When the orders end before the last day of the month plus `inquiry_window`", by business days: with the
 * usual 24 hours, before the first day of the next month. Undefined when they do not.
 */
function ordersAwaited(
  facts: MonthFacts,
  settings: MetricSettings,
  { lastOrderDay }: Reach,
): MonthMetrics['ordersAwaited'] {
  const due = dayNumber(lastDay(facts.month)) + Math.ceil(settings.inquiryWindow / 86_400);
  if (lastOrderDay !== undefined && lastOrderDay >= due) return undefined;
  return { due: dayOf(due), last: lastOrderDay === undefined ? undefined : dayOf(lastOrderDay) };
}
