import type { OccurrenceRow } from '../catalogue/rows.js';
import { groupBy } from '../lib/group.js';
import type { Title } from '../lib/language.js';
import type { MonthMetrics } from '../metrics/month-metrics.js';
import type { CompiledPlan } from '../rulebook/plan/compiled-plan.js';
import type { Agent } from '../shop/shop.js';
import { listedPeople } from '../words/people.js';
import type { Problems } from '../words/problem.js';

interface UnruledEvent {
  readonly agent: Agent;
  readonly plan: CompiledPlan;
  readonly event: string;
  readonly row: OccurrenceRow;
}

/**
 * Says which rows of events*.csv do nothing, because the plan of whom they reach knows no such event. A row
 * of an agent is a warning: somebody meant it. One of the whole team may have been meant for one plan.
 */
export function reportUnruledEvents(
  plans: ReadonlyMap<string, CompiledPlan>,
  active: readonly Agent[],
  metrics: MonthMetrics,
  titleOf: (event: string) => Title,
  problems: Problems,
): void {
  const unruled = active.flatMap((agent): readonly UnruledEvent[] => {
    const plan = plans.get(agent.role);
    const events = metrics.agents.get(agent.id)?.events ?? new Map<string, OccurrenceRow[]>();
    if (plan === undefined) return [];
    return [...events]
      .filter(([event]) => !plan.events.has(event))
      .flatMap(([event, rows]) => rows.map((row) => ({ agent, plan, event, row })));
  });
  const byRow = groupBy(unruled, ({ plan, row }) => JSON.stringify([row.place, plan.id]));
  for (const reached of byRow.values()) {
    const [first] = reached;
    if (first === undefined) continue;
    const { row, plan, event } = first;
    const agents = listedPeople(reached.map(({ agent }) => agent));
    const params = { agents, plan: plan.title, event: titleOf(event) };
    const code = row.ofTeam === true ? 'event-passes-plan' : 'event-without-rule';
    problems.report(code, row.place, { params });
  }
}
