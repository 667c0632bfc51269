import type { MetricValue } from '../catalogue/figure.js';
import { groupBy } from '../lib/group.js';
import type { Month } from '../lib/month.js';
import type { Statement } from '../payroll/statement.js';
import type { Agent } from '../shop/shop.js';
import type { ClosedMonth } from './closed-folder.js';

/** What one closed month says of one agent. */
export interface ClosedStatement {
  readonly month: Month;
  readonly statement: Statement;
  readonly metrics: ReadonlyMap<string, MetricValue>;
}

/** Closed months side by side, as they were sealed. */
interface ClosedStatements {
  readonly months: readonly Month[];
  /** Everybody who is on the roster of any of them, as the latest has it: those of the last month first. */
  readonly roster: readonly Agent[];
  /** By agent in the order of the roster, then by month; none for a month in which an agent was not paid. */
  readonly rows: readonly ClosedStatement[];
}

/** Puts closed months side by side. Nothing is computed again. */
export function closedStatements(closed: readonly ClosedMonth[]): ClosedStatements {
  const roster = rosterOfAll(closed);
  const rows = new Map<string, ClosedStatement[]>(roster.map(({ id }) => [id, []]));
  for (const { month, sealed } of closed) {
    for (const statement of sealed.statements) {
      const own = sealed.metrics.agents.get(statement.agent)?.metrics ?? new Map();
      rows.get(statement.agent)?.push({ month, statement, metrics: own });
    }
  }
  return { months: closed.map(({ month }) => month), roster, rows: [...rows.values()].flat() };
}

/** The roster over all months, each agent once. */
function rosterOfAll(closed: readonly ClosedMonth[]): readonly Agent[] {
  const agents = new Map<string, Agent>();
  for (const { sealed } of closed.toReversed()) {
    for (const agent of sealed.roster) {
      if (!agents.has(agent.id)) agents.set(agent.id, agent);
    }
  }
  return [...agents.values()];
}

/** The rows of each agent together, in their order. */
export function byAgent(rows: readonly ClosedStatement[]): readonly (readonly ClosedStatement[])[] {
  return [...groupBy(rows, ({ statement }) => statement.agent).values()];
}
