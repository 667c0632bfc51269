import { suggest } from '../lib/suggest.js';
import type { MeasuredMonth } from '../payroll/run.js';
import type { Statement } from '../payroll/statement.js';
import type { Agent } from '../shop/shop.js';
import type { FilterFlags } from './flags.js';
import { usageError } from './usage.js';

/** The agent that a word names: an id, an account (whole, or after its colon), or a name. */
export function agentNamed(word: string, roster: readonly Agent[]): Agent {
  const wanted = word.replaceAll('：', ':');
  const attempts: ((agent: Agent) => boolean)[] = [
    ({ id }) => id === wanted,
    ({ accounts }) => accounts.includes(wanted),
    ({ accounts }) => accounts.some((account) => account.endsWith(`:${wanted}`)),
    ({ name }) => name === word,
    ({ id }) => id.toLowerCase() === wanted.toLowerCase(),
  ];
  for (const attempt of attempts) {
    const found = roster.filter(attempt);
    const [agent] = found;
    if (agent !== undefined && found.length === 1) return agent;
    if (found.length > 1) {
      const agents = found.map(({ id }) => id).join(', ');
      throw usageError('usage.ambiguous_agent', { given: word, agents });
    }
  }
  const names = roster.flatMap(({ id, name, accounts }) => [id, name, ...accounts]);
  throw usageError('usage.unknown_agent', { given: word }, suggest(word, names));
}

/** The statements that `--agent` and `--plan` leave, in their order. */
export function selectStatements(
  statements: readonly Statement[],
  roster: readonly Agent[],
  { agent, plan }: FilterFlags,
): readonly Statement[] {
  const agents = new Set(agent.map((word) => agentNamed(word, roster).id));
  const plans = new Set(
    plan.map((word) =>
      planNamed(
        word,
        statements.map((statement) => statement.plan),
      ),
    ),
  );
  return statements.filter(
    (statement) =>
      (agents.size === 0 || agents.has(statement.agent)) &&
      (plans.size === 0 || plans.has(statement.plan)),
  );
}

/** The agents that `--agent` and `--plan` leave, in roster order. */
export function selectAgents(month: MeasuredMonth, { agent, plan }: FilterFlags): readonly Agent[] {
  const agents = new Set(agent.map((word) => agentNamed(word, month.roster).id));
  const planOf = ({ role }: Agent) => {
    const choice = month.shop?.config.plans[role];
    return choice?.kind === 'id' ? choice.id : role;
  };
  const plans = new Set(plan.map((word) => planNamed(word, month.active.map(planOf))));
  return month.active.filter(
    (each) =>
      (agents.size === 0 || agents.has(each.id)) && (plans.size === 0 || plans.has(planOf(each))),
  );
}

/** The plan that a word names, of those that there are. */
export function planNamed(word: string, plans: readonly string[]): string {
  if (plans.includes(word)) return word;
  throw usageError('usage.unknown_plan', { given: word }, suggest(word, plans));
}
