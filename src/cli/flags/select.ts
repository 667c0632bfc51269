import { suggest } from '../../lib/suggest.js';
import type { MeasuredMonth, PaidMonth } from '../../payroll/run.js';
import type { Statement } from '../../payroll/statement.js';
import type { Agent } from '../../shop/shop.js';
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

/** Of rows that are each an agent's, by a plan, those that `--agent` and `--plan` leave, in their order. */
export function selected<Row>(
  rows: readonly Row[],
  of: (row: Row) => { readonly agent: string; readonly plan: string },
  roster: readonly Agent[],
  { agent, plan }: FilterFlags,
): readonly Row[] {
  const agents = new Set(agent.map((word) => agentNamed(word, roster).id));
  const known = rows.map((row) => of(row).plan);
  const plans = new Set(plan.map((word) => planNamed(word, known)));
  const isLeft = (row: Row) =>
    (agents.size === 0 || agents.has(of(row).agent)) &&
    (plans.size === 0 || plans.has(of(row).plan));
  return rows.filter(isLeft);
}

/** The statements of a month that `--agent` and `--plan` leave. */
export function selectedStatements(
  { statements, roster }: Pick<PaidMonth, 'statements' | 'roster'>,
  filter: FilterFlags,
): readonly Statement[] {
  return selected(statements, (statement) => statement, roster, filter);
}

/** The agents of a month that `--agent` and `--plan` leave, in roster order. */
export function selectedAgents(
  { active, roster, shop }: MeasuredMonth,
  filter: FilterFlags,
): readonly Agent[] {
  const planOf = ({ role }: Agent) => {
    const choice = shop?.config.plans[role];
    return choice?.kind === 'id' ? choice.id : role;
  };
  return selected(active, (agent) => ({ agent: agent.id, plan: planOf(agent) }), roster, filter);
}

/** The plan that a word names, of those that there are. */
function planNamed(word: string, plans: readonly string[]): string {
  if (plans.includes(word)) return word;
  throw usageError('usage.unknown_plan', { given: word }, suggest(word, plans));
}
