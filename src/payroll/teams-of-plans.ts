import { groupBy } from '../lib/group.js';
import type { Month } from '../lib/month.js';
import type { CompiledPlan } from '../rulebook/plan/compiled-plan.js';
import { createTeam, type MemberFacts, shopWithoutTeams } from '../rulebook/values/evaluate.js';
import type { Env } from '../rulebook/values/node.js';
import type { Agent } from '../shop/shop.js';

/** An agent who is paid, with the plan that holds for the role. */
export interface PaidAgent {
  readonly agent: Agent;
  readonly plan: CompiledPlan;
  readonly facts: MemberFacts;
}

/** An environment for each agent, in the order given. */
export function environments(month: Month, paid: readonly PaidAgent[]): readonly Env[] {
  const envs = new Map<PaidAgent, Env>();
  const shop = shopWithoutTeams();
  for (const members of groupBy(paid, ({ plan }) => plan.id).values()) {
    const facts = members.map((member) => ({ ...member.facts, part: partOf(member) }));
    const whole = createTeam(month, facts, members[0]?.plan.slots, shop);
    for (const [index, member] of members.entries()) {
      const env = whole.members[index];
      if (env !== undefined) envs.set(member, env);
    }
  }
  return paid.flatMap((member) => envs.get(member) ?? []);
}

/** Agents of one plan are a team; a plan may divide them by roster team or shift. */
function partOf({ agent, plan }: PaidAgent): string | undefined {
  return plan.teamBy && (agent[plan.teamBy] ?? '');
}

export function teamKey(paid: PaidAgent): string {
  return JSON.stringify([paid.plan.id, partOf(paid) ?? '']);
}
