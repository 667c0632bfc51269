import type { OccurrenceRow } from '../catalogue/rows.js';
import { groupBy } from '../lib/group.js';
import type { Title } from '../lib/language.js';
import type { MonthMetrics } from '../metrics/month-metrics.js';
import type { CompiledPlan } from '../rulebook/plan/compiled-plan.js';
import type { Agent } from '../shop/shop.js';
import type { Problems } from '../words/problem.js';

/**
 * Says which rows of an event, of one agent and day, may be about one order and name none: where a rule counts the
 * orders that rows are about, each such row counts as one, and a second one can cost a month's pay.
 */
export function reportRowsWithoutOrder(
  plans: ReadonlyMap<string, CompiledPlan>,
  active: readonly Agent[],
  metrics: MonthMetrics,
  titleOf: (event: string) => Title,
  problems: Problems,
): void {
  for (const agent of active) {
    const events = metrics.agents.get(agent.id)?.events ?? new Map<string, OccurrenceRow[]>();
    for (const event of plans.get(agent.role)?.asked.eventsByOrder ?? []) {
      const rows = (events.get(event) ?? []).filter(({ order }) => order === undefined);
      for (const [day, ofDay] of groupBy(rows, (row) => row.day)) {
        const [, second] = ofDay;
        if (second === undefined) continue;
        const params = { agent: agent.id, day, event: titleOf(event), count: ofDay.length };
        problems.report('rows-without-order', second.place, { params });
      }
    }
  }
}
