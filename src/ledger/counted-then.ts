import type { AgentMonth } from '../metrics/month-metrics.js';
import { NOTHING_COUNTED } from '../payroll/pay.js';
import type { PaidMonth } from '../payroll/run.js';
import type { SealedMonth } from './sealed-month.js';

/**
 * A month computed again, with the metrics that the version which closed it knew: one that came later is no
 * difference.
 */
export function countedThen(paid: PaidMonth, { metrics: then }: SealedMonth): PaidMonth {
  const { metrics = NOTHING_COUNTED } = paid;
  const known = new Set([...then.agents.values()].flatMap((each) => [...each.metrics.keys()]));
  const agents = new Map<string, AgentMonth>(
    [...metrics.agents].map(([id, agent]) => [
      id,
      { ...agent, metrics: knownOf(agent.metrics, known) },
    ]),
  );
  const shop = knownOf(metrics.shop, new Set(then.shop.keys()));
  return { ...paid, metrics: { ...metrics, agents, shop } };
}

function knownOf<Figure>(
  figures: ReadonlyMap<string, Figure>,
  known: ReadonlySet<string>,
): ReadonlyMap<string, Figure> {
  return new Map([...figures].filter(([id]) => known.has(id)));
}
