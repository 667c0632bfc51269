import { writtenAgent, writtenAgents } from '../shop/roster.js';
import type { Agent, RosterRows } from '../shop/shop.js';
import type { Problems } from '../words/problem.js';
import type { Policy } from './policy.js';

const COLUMN = { file: 'agents.csv', column: '组长' };

/**
 * Tells of leads and members who do not find each other, where a plan pays a lead by what her members earn: of a lead whom
 * nobody of the month names, of one named who is not paid so, and of somebody without a lead whose colleagues have one.
 */
export function reportLeads(
  active: readonly Agent[],
  { lacks }: RosterRows,
  { plans, complete }: Policy,
  problems: Problems,
): void {
  const isPaidByMembers = ({ role }: Agent) => plans.get(role)?.asked.ofMembers === true;
  const leads = active.filter(isPaidByMembers);
  if (leads.length === 0 || lacks !== 'nothing' || !complete) return;
  for (const lead of leads) {
    const { id, line } = lead;
    if (active.some((member) => member.id !== id && member.lead === id)) continue;
    problems.report(
      'lead-without-members',
      { ...COLUMN, line },
      { params: { agent: writtenAgent(lead) } },
    );
  }
  const known = writtenAgents(leads);
  for (const member of active) {
    const { lead, line } = member;
    const params = { agent: writtenAgent(member), known };
    if (lead === undefined) {
      const hasLead = ({ role, lead: other }: Agent) => role === member.role && other !== undefined;
      if (leads.includes(member) || !active.some(hasLead)) continue;
      problems.report('member-without-lead', { ...COLUMN, line }, { params });
    } else if (lead !== member.id && !leads.some(({ id }) => id === lead)) {
      problems.report(
        'lead-not-paid-so',
        { ...COLUMN, line },
        { params: { ...params, lead }, cell: lead },
      );
    }
  }
}
