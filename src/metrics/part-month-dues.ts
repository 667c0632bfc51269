import type { MetricValue } from '../catalogue/figure.js';
import { type Decimal, decimal } from '../lib/decimal.js';
import { groupBy } from '../lib/group.js';
import type { Month } from '../lib/month.js';
import { isEmployedAllMonth } from '../shop/roster.js';
import type { Agent } from '../shop/shop.js';
import type { Problems } from '../words/problem.js';
import type { AgentMonth, MonthMetrics } from './month-metrics.js';

type Agents = MonthMetrics['agents'];

/** The workdays due of somebody who joins or leaves in the month, fewer than a whole month has. */
export interface PartMonthDue {
  readonly agent: Agent;
  /** As the files have it. */
  readonly written: Decimal;
  /** What a whole month may have, from small to large: one figure, unless colleagues differ evenly. */
  readonly wholeMonth: readonly [Decimal, ...Decimal[]];
}

/**
 * Of whom the workdays due may count the days employed only. `workingDays`: those of the month by the calendar, for
 * who has no colleague that is employed all month.
 */
export function partMonthDues(
  active: readonly Agent[],
  agents: Agents,
  month: Month,
  workingDays?: () => Decimal | undefined,
): readonly PartMonthDue[] {
  return active.flatMap((agent): readonly PartMonthDue[] => {
    const written = dueOf(agent, agents);
    if (written === undefined || isEmployedAllMonth(agent, month)) return [];
    const ofColleagues = wholeMonthDues(agent, active, agents, month);
    const [least = workingDays?.(), ...others] = ofColleagues;
    if (least === undefined || written.greaterThanOrEqualTo(least)) return [];
    return [{ agent, written, wholeMonth: [least, ...others] }];
  });
}

/**
 * What most colleagues have who are employed all month, of the same role before all others; where that is
 * no single figure, the roster's of the agent before those between which they stand.
 */
function wholeMonthDues(
  agent: Agent,
  active: readonly Agent[],
  agents: Agents,
  month: Month,
): readonly Decimal[] {
  const others = active.filter((other) => isEmployedAllMonth(other, month));
  const ofRole = mostCommon(others.filter(({ role }) => role === agent.role).map(dueIn(agents)));
  const found = ofRole.length > 0 ? ofRole : mostCommon(others.map(dueIn(agents)));
  return found.length !== 1 && agent.workdaysDue !== undefined ? [agent.workdaysDue] : found;
}

function dueIn(agents: Agents): (agent: Agent) => Decimal | undefined {
  return (agent) => dueOf(agent, agents);
}

function dueOf({ id }: Agent, agents: Agents): Decimal | undefined {
  const figure = agents.get(id)?.metrics.get('workdays_due');
  return figure?.state === 'known' ? figure.value : undefined;
}

function mostCommon(numbers: readonly (Decimal | undefined)[]): readonly Decimal[] {
  const known = numbers.flatMap((number) => number ?? []);
  const groups = [...groupBy(known, (number) => number.toFixed())];
  const most = Math.max(0, ...groups.map(([, group]) => group.length));
  return groups
    .flatMap(([text, group]) => (group.length === most ? [decimal(text)] : []))
    .sort((a, b) => a.comparedTo(b));
}

/** The figures with a whole month's workdays due in the place of those that count the days employed. */
export function withWholeMonthDues(agents: Agents, dues: readonly PartMonthDue[]): Agents {
  const replaced = new Map(agents);
  for (const { agent, written, wholeMonth } of dues) {
    const own = agents.get(agent.id);
    const figure = own?.metrics.get('workdays_due');
    if (own === undefined || figure?.state !== 'known') continue;
    const whole: MetricValue = { ...figure, value: wholeMonth[0], employedDays: written };
    replaced.set(agent.id, withFigure(own, 'workdays_due', whole));
  }
  return replaced;
}

function withFigure(own: AgentMonth, id: string, figure: MetricValue): AgentMonth {
  return { ...own, metrics: new Map([...own.metrics, [id, figure]]) };
}

/**
 * As `withWholeMonthDues`, for a shop that says that the files count the days employed. What a whole month
 * has must be known then: colleagues that differ evenly are a problem.
 */
export function settleWholeMonthDues(
  agents: Agents,
  active: readonly Agent[],
  { month, files }: { readonly month: Month } & Pick<MonthMetrics, 'files'>,
  problems: Problems,
): Agents {
  const dues = partMonthDues(active, agents, month);
  for (const { agent, wholeMonth } of dues) {
    if (wholeMonth.length === 1) continue;
    const file = (files.get('attendance') ?? []).join(', ');
    const figures = wholeMonth.map((days) => days.toFixed()).join(', ');
    problems.report('whole-month-due-unclear', { file }, { params: { agent: agent.id, figures } });
  }
  return withWholeMonthDues(agents, dues);
}
