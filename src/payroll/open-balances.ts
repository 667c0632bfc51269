import type { Decimal } from '../lib/decimal.js';
import { addMonths, type Month, monthOfDay } from '../lib/month.js';
import type { Policy } from '../policy/policy.js';
import type { CompiledLine } from '../rulebook/plan/compiled-plan.js';
import { writtenAgent } from '../shop/roster.js';
import type { Agent } from '../shop/shop.js';
import type { Problems } from '../words/problem.js';
import type { History } from './run.js';
import type { Statement } from './statement.js';

/** What the balances of leavers are found in. */
interface Leaving {
  readonly month: Month;
  readonly roster: readonly Agent[];
  readonly policy: Policy;
  readonly history: History | undefined;
}

/**
 * Tells of a balance of somebody who leaves in the month, or left since the last month that was closed: it is carried
 * over to a month in which nobody pays it.
 */
export function reportOpenBalances(
  { month, roster, policy, history }: Leaving,
  statements: readonly Statement[],
  problems: Problems,
): void {
  const before = addMonths(month, -1);
  for (const agent of roster) {
    const { leftOn } = agent;
    if (leftOn === undefined || monthOfDay(leftOn) > month) continue;
    const balances = (policy.plans.get(agent.role)?.lines ?? []).filter(
      ({ kind }) => kind === 'balance',
    );
    const statement = statements.find(({ agent: id }) => id === agent.id);
    for (const line of balances) {
      const amount =
        statement === undefined
          ? amountBefore(agent, line, before, history)
          : statement.lines.find(({ id }) => id === line.id)?.amount;
      if (amount === undefined || amount.isZero()) continue;
      report(agent, line, amount, problems);
    }
  }
}

/** What stood in the month before, if it was closed and the agent was paid then. */
function amountBefore(
  { id }: Agent,
  { slot }: CompiledLine,
  month: Month,
  history: History | undefined,
): Decimal | undefined {
  const closed = history?.of(id, month);
  const value = typeof closed === 'object' ? closed.facts.recorded(slot) : undefined;
  return value?.kind === 'number' ? value.number : undefined;
}

function report(agent: Agent, { title: line }: CompiledLine, amount: Decimal, problems: Problems) {
  const place = { file: 'agents.csv', line: agent.line, column: '离职日期' };
  const params = { agent: writtenAgent(agent), line, amount: amount.toFixed() };
  problems.report('balance-of-leaver', place, { params });
}
