import { RECORDS } from '../catalogue/records.js';
import { rowsWithoutOrder } from '../catalogue/rows-by-order.js';
import { sameInAll, type Title } from '../lib/language.js';
import type { MonthMetrics } from '../metrics/month-metrics.js';
import type { CompiledPlan } from '../rulebook/plan/compiled-plan.js';
import type { Agent } from '../shop/shop.js';
import type { Problems } from '../words/problem.js';

/**
 * Says which rows of one kind, of one agent and day, name no order where a rule counts the orders that rows are
 * about: they count as one, and more of them can cost a month's pay.
 */
export function reportRowsWithoutOrder(
  plans: ReadonlyMap<string, CompiledPlan>,
  active: readonly Agent[],
  metrics: MonthMetrics,
  titleOfEvent: (event: string) => Title,
  problems: Problems,
): void {
  const titleOf = { event: titleOfEvent, case: (kind: string) => RECORDS[kind] ?? sameInAll(kind) };
  for (const agent of active) {
    const own = metrics.agents.get(agent.id);
    const asked = plans.get(agent.role)?.asked.rows;
    const counted = (['event', 'case'] as const).flatMap((kind) =>
      [...(asked?.[kind] ?? [])].flatMap(([id, fields]) =>
        fields.has('orders') ? [{ kind, id }] : [],
      ),
    );
    for (const { kind, id } of counted) {
      const rows = (kind === 'event' ? own?.events : own?.cases)?.get(id) ?? [];
      for (const ofDay of rowsWithoutOrder(rows)) {
        const [{ day }, second] = ofDay;
        if (second === undefined) continue;
        const params = { agent: agent.id, day, event: titleOf[kind](id), count: ofDay.length };
        problems.report('rows-without-order', second.place, { params });
      }
    }
  }
}
