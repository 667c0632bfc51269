import { ROLES } from '../catalogue/vocabulary.js';
import type { ShopConfig } from '../shop/config.js';
import { CONFIG_FILE } from '../shop/open.js';
import type { Agent, RosterRows } from '../shop/shop.js';
import { type Nameable, nearestWords, nearNames, wrongName } from '../words/known-names.js';
import type { Problems } from '../words/problem.js';
import { roleTitle } from './roster-words.js';

/** Reports every agent whose role has no plan. A plan that cannot be used is told where it is wrong. */
export function reportRolesWithoutPlan(
  agents: readonly Agent[],
  { plans }: ShopConfig,
  problems: Problems,
): void {
  const planned = Object.keys(plans).map(roleNamed);
  for (const { id, role, line } of agents) {
    // One that is not filled in has been reported.
    if (role === '' || Object.hasOwn(plans, role)) continue;
    const place = { file: 'agents.csv', line, column: '岗位' };
    const known = nearestWords(roleTitle(role).zh, planned);
    problems.report('role-without-plan', place, { params: { agent: id, role, known }, cell: role });
  }
}

/** Says which plans nobody in the roster is paid by: a role may be misspelt on either side. */
export function reportPlansWithoutAgents(
  { agents, lacks }: RosterRows,
  { plans }: ShopConfig,
  problems: Problems,
): void {
  const roles = new Set(agents.map(({ role }) => role));
  if (lacks === 'somebody' || roles.size === 0 || roles.has('')) return;
  const held = [...roles].map(roleNamed);
  for (const [role, { place }] of Object.entries(plans)) {
    if (roles.has(role)) continue;
    const details = {
      params: { role: roleTitle(role), known: nearestWords(roleTitle(role).zh, held) },
      cell: role,
    };
    problems.report('plan-without-agents', place, details);
  }
}

/** A role in `credit_roles` that no plan, no agent and none of the known roles has would credit nobody. */
export function reportCreditRoles(
  { agents }: RosterRows,
  { plans, metrics }: ShopConfig,
  problems: Problems,
): void {
  const { entries, place = { file: CONFIG_FILE } } = metrics.creditRoles;
  const known = [...Object.keys(plans), ...Object.keys(ROLES), ...agents.map(({ role }) => role)];
  for (const role of new Set(entries.flatMap(({ value }) => value))) {
    if (known.includes(role)) continue;
    const named = new Set(known);
    const { code, params } = wrongName('role', nearNames(role, [...named].map(roleNamed)));
    problems.report(code, place, { params: { role, ...params }, cell: role });
  }
}

function roleNamed(id: string): Nameable {
  return { id, title: roleTitle(id) };
}
