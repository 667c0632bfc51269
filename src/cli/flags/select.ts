import { sameInAll, type Title } from '../../lib/language.js';
import { suggest } from '../../lib/suggest.js';
import type { MeasuredMonth, PaidMonth } from '../../payroll/run.js';
import type { Statement } from '../../payroll/statement.js';
import type { Agent } from '../../shop/shop.js';
import { type Nameable, nearNames } from '../../words/known-names.js';
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
  const near = nearNames(
    word,
    roster.map(({ id, name }) => ({ id, title: sameInAll(name) })),
  );
  const accounts = roster.flatMap((agent) => agent.accounts);
  const meant = near.meant ?? suggest(word, accounts);
  throw usageError('usage.unknown_agent', { given: word }, { ...near, meant });
}

/** Whose a row is, and by which plan. */
interface Asked {
  readonly agent: string;
  readonly plan: string;
  readonly planTitle?: Title;
}

/** Of rows that are each an agent's, by a plan, those that `--agent` and `--plan` leave, in their order. */
export function selected<Row>(
  rows: readonly Row[],
  of: (row: Row) => Asked,
  roster: readonly Agent[],
  { agent, plan }: FilterFlags,
): readonly Row[] {
  const agents = new Set(agent.map((word) => agentNamed(word, roster).id));
  const known = rows.map((row): Nameable => {
    const { plan: id, planTitle = sameInAll(id) } = of(row);
    return { id, title: planTitle };
  });
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

/** The plan that a word names by its id or title, of those that there are. */
function planNamed(word: string, plans: readonly Nameable[]): string {
  const found =
    plans.find(({ id }) => id === word) ??
    plans.find(({ title }) => title.zh === word || title.en === word);
  if (found !== undefined) return found.id;
  throw usageError('usage.unknown_plan', { given: word }, nearNames(word, plans));
}
