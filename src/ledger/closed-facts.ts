import type { Month } from '../lib/month.js';
import type { MonthMetrics } from '../metrics/month-metrics.js';
import { factsOf, titlesById } from '../payroll/agent-facts.js';
import type { ClosedFacts, RunRequest } from '../payroll/run.js';
import { customMetricsOf } from '../policy/plan-parts.js';
import type { Facts } from '../rulebook/values/node.js';
import { NO_HISTORY } from '../rulebook/values/obstacles.js';
import { missing, type Value } from '../rulebook/values/value.js';
import type { ShopConfig } from '../shop/config.js';
import { shopOf } from '../shop/open.js';
import type { Agent } from '../shop/shop.js';
import { collectProblems } from '../words/problem.js';
import { readClosed } from './closed-folder.js';
import type { Correction } from './corrections-folder.js';
import { agentsChanged, correctedRecord, NO_CHANGES } from './month-record.js';
import type { SealedMonth } from './sealed-month.js';

/**
 * What closed months say as they were corrected, each read when it is first asked for; one that cannot be read
 * is reported then.
 */
export function historyOf(
  folder: string,
  months: readonly Month[],
  corrections: readonly Correction[],
): NonNullable<RunRequest['history']> {
  return (problems) => {
    const remembered = new Map<Month, ReturnType<typeof closedFactsOf> | undefined>();
    const factsIn = (month: Month) => {
      if (!remembered.has(month)) {
        const closed = readClosed(folder, month, problems);
        const own = corrections.filter((each) => each.month === month);
        remembered.set(month, closed && closedFactsOf(closed.sealed, folder, own));
      }
      return remembered.get(month);
    };
    const [first] = months;
    return {
      of(agent, month) {
        if (first === undefined || month < first) return 'before';
        if (!months.includes(month)) return 'unknown';
        return factsIn(month)?.(agent) ?? 'unknown';
      },
    };
  };
}

/** The facts of the agents of one closed month, as these corrections of it have left it. */
export function closedFactsOf(
  sealed: SealedMonth,
  folder: string,
  corrections: readonly Pick<Correction, 'record'>[],
): (agent: string) => ClosedFacts | 'none' {
  const { month } = sealed;
  const { values, facts: agents, shop } = correctedRecord(sealed, corrections);
  const metrics = { ...sealed.metrics, agents, shop };
  const statements = new Map(sealed.statements.map((each) => [each.agent, each]));
  const corrected = new Set(
    corrections.flatMap(({ record = NO_CHANGES }) => agentsChanged(record)),
  );
  const source = { folder, source: sealed.policy.config, rulebooks: [], shipped: NO_RULES };
  const config = shopOf(source, collectProblems()).config;
  const roster = new Map(sealed.roster.map((agent) => [agent.id, agent]));
  return (id) => {
    const agent = roster.get(id);
    const own = values.get(id);
    if (agent === undefined || own === undefined || config === undefined) return 'none';
    // What was withheld and declared stays, whatever else of the month was corrected.
    const law = statements.get(id)?.statutory?.values() ?? [];
    const facts = recordedFacts(agent, new Map([...own, ...law]), month, config, metrics);
    return { month, facts, isCorrected: corrected.has(id) };
  };
}

const NO_RULES = { ids: [], examples: [], read: () => undefined };

function recordedFacts(
  agent: Agent,
  values: ReadonlyMap<string, Value>,
  month: Month,
  config: ShopConfig,
  metrics: MonthMetrics,
): Facts {
  const titles = titlesById(customMetricsOf(config));
  const unknown = missing(NO_HISTORY);
  return {
    ...factsOf(agent, { month, config, metrics, titles, words: new Map() }),
    days: () => ({ missing: unknown }),
    hours: () => ({ missing: unknown }),
    recorded: ({ key }) => values.get(key),
  };
}
