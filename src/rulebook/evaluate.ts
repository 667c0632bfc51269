import type { Month } from '../lib/month.js';
import type { Env, Facts, Slot, Team } from './node.js';
import type { Trace } from './trace.js';
import { ABSENT } from './value.js';

/** One agent of a team that is to be evaluated. */
export interface MemberFacts {
  readonly facts: Facts;
  /** The facts of so many months earlier: closed, known not to exist, or not known. */
  past(months: number): { readonly facts: Facts; readonly month: Month } | 'none' | 'unknown';
}

/**
 * Makes the environments in which the agents of one team are evaluated. Values are computed on demand and
 * remembered per agent; figures over the team are computed once for all of it.
 */
export function createTeam(month: Month, members: readonly MemberFacts[]): Team {
  return teamOf(month, members, true);
}

function teamOf(month: Month, members: readonly MemberFacts[], complete: boolean): Team {
  const shared = new Map<object, unknown>();
  const envs: Env[] = [];
  const team: Team = {
    members: envs,
    complete,
    once<T>(key: object, compute: () => T): T {
      if (!shared.has(key)) shared.set(key, compute());
      return shared.get(key) as T;
    },
  };
  for (const member of members) envs.push(createEnv(month, member, team));
  return team;
}

function createEnv(month: Month, member: MemberFacts, team: Team): Env {
  const known = new Map<string, Trace>();
  const earlier = new Map<number, ReturnType<Env['past']>>();
  const env: Env = {
    month,
    facts: member.facts,
    team,
    get(slot) {
      const remembered = known.get(slot.key);
      if (remembered !== undefined) return remembered;
      const trace = compute(slot, env);
      known.set(slot.key, trace);
      return trace;
    },
    past(months) {
      const remembered = earlier.get(months);
      if (remembered !== undefined) return remembered;
      const past = pastOf(member, months);
      earlier.set(months, past);
      return past;
    },
  };
  return env;
}

/** Of a closed month only what was recorded is known; nobody else's figures are. */
function pastOf(member: MemberFacts, months: number): ReturnType<Env['past']> {
  const past = member.past(months);
  if (typeof past === 'string') return past;
  const alone: MemberFacts = { facts: past.facts, past: () => 'unknown' };
  return teamOf(past.month, [alone], false).members[0] ?? 'unknown';
}

function compute(slot: Slot, env: Env): Trace {
  const recorded = env.facts.recorded(slot);
  if (recorded !== undefined) return { ...BARE, value: recorded, unit: slot.unit };
  return slot.node?.evaluate(env) ?? { ...BARE, value: ABSENT, unit: slot.unit };
}

const BARE = { step: 'literal', parts: [], notes: [] } as const;
