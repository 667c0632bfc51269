import type { Month } from '../../lib/month.js';
import type { Env, Facts, ShopTeams, Slot, Team } from './node.js';
import { literalStep, type Trace } from './trace.js';
import { ABSENT, type Value } from './value.js';

/** One agent of a team that is to be evaluated. */
export interface MemberFacts {
  readonly facts: Facts;
  /** The part of a divided plan that the agent belongs to. */
  readonly part?: string | undefined;
  /** The facts of so many months earlier: closed, known not to exist, or not known. */
  earlier(months: number): EarlierFacts | 'none' | 'unknown';
}

/** The facts of an agent in an earlier month. */
interface EarlierFacts extends Pick<Env, 'facts' | 'month' | 'isCorrected'> {}

/**
 * Makes the environments in which the agents of one plan are evaluated; gives all of them as one team. Values are computed on demand and
 * remembered per agent; figures over the team are computed once for all of it. How values came about is
 * evaluated again when it is asked for, and remembered of one agent at a time, the one last asked, so that
 * a large team does not fill the memory.
 */
export function createTeam(
  month: Month,
  members: readonly MemberFacts[],
  slots: Team['slots'] = NO_SLOTS,
  shop: OpenShop = shopWithoutTeams(),
): Team {
  const whole = teamOf(month, members, { complete: true, slots, shop });
  shop.teams.push(...new Set(whole.members.map(({ team }) => team)));
  return whole;
}

const NO_SLOTS: Team['slots'] = new Map();

/** A shop whose teams are added one by one. */
interface OpenShop extends ShopTeams {
  readonly teams: Team[];
}

/** A shop that has no team yet. */
export function shopWithoutTeams(): OpenShop {
  return { teams: [], once: remembering() };
}

/** Remembers what was computed, by key. */
function remembering(): ShopTeams['once'] {
  const shared = new Map<object, unknown>();
  return <T>(key: object, compute: () => T): T => {
    if (!shared.has(key)) shared.set(key, compute());
    return shared.get(key) as T;
  };
}

/**
 * An agent of another plan as formulas of this plan see them: lines, items and scores are those that their
 * own plan has under the same name, and absent when it has none; parameters and definitions are this plan's.
 */
export function seenFromOutside(member: Env): Env {
  const known = new Map<string, Trace>();
  const seen: Env = {
    ...member,
    get(slot) {
      const remembered = known.get(slot.key);
      if (remembered !== undefined) return remembered;
      const trace = isOfBook(slot) ? compute(slot, seen) : ownOf(slot, member);
      known.set(slot.key, trace);
      return trace;
    },
    result: (slot) => seen.get(slot),
    value: (node) => node.evaluate(seen).value,
  };
  return seen;
}

/** Whether a value belongs to the book that asks, and not to an agent's plan. */
export function isOfBook({ kind }: Slot): boolean {
  return kind === 'parameter' || kind === 'definition';
}

function ownOf(slot: Slot, member: Env): Trace {
  const own = member.team.slots.get(slot.key);
  if (own === undefined) return bare(ABSENT, slot);
  return bare(member.result(own).value, own);
}

function teamOf(
  month: Month,
  members: readonly MemberFacts[],
  about: Pick<Team, 'complete' | 'slots' | 'shop'>,
  asking: Asking = { isBrief: false },
): Team {
  const whole = openTeam(about);
  const parts = new Map<string, OpenTeam>();
  const partNamed = (name: string) => {
    const part = parts.get(name) ?? openTeam(about, whole);
    parts.set(name, part);
    return part;
  };
  const last: TracesOfOne = { of: undefined, traces: new Map() };
  for (const member of members) {
    const team = member.part === undefined ? whole : partNamed(member.part);
    const env = createEnv(month, member, team, last, asking);
    for (const each of new Set([whole, team])) each.members.push(env);
  }
  return whole;
}

/** A team whose members are added one by one. */
interface OpenTeam extends Team {
  readonly members: Env[];
}

function openTeam(about: Pick<Team, 'complete' | 'slots' | 'shop'>, whole?: Team): OpenTeam {
  const team: OpenTeam = {
    members: [],
    ...about,
    once: remembering(),
    get whole() {
      return whole ?? team;
    },
  };
  return team;
}

/** Some members of a team, among whom figures are worked out. */
export function teamAmong(members: readonly Env[], { complete, slots, shop, whole }: Team): Team {
  return { members, complete, slots, shop, whole, once: remembering() };
}

/** How the values of one member of the team came about: of the one last asked. */
interface TracesOfOne {
  of: Env | undefined;
  traces: Map<string, Trace>;
}

/** Whether nothing but results is asked for at present, of whichever member or earlier month. */
interface Asking {
  isBrief: boolean;
}

function createEnv(
  month: Month,
  member: MemberFacts,
  team: Team,
  last: TracesOfOne,
  asking: Asking,
): Env {
  const results = new Map<string, Trace>();
  const byMonths = new Map<number, ReturnType<Env['earlier']>>();
  const env: Env = {
    month,
    facts: member.facts,
    team,
    get(slot) {
      const remembered = last.of === env ? last.traces.get(slot.key) : undefined;
      if (remembered !== undefined) return remembered;
      if (!asking.isBrief) return computeInFull(slot, env, last);
      const known = results.get(slot.key);
      if (known !== undefined) return known;
      const trace = compute(slot, env);
      // What is made of nothing is worked out again as fast as it is found.
      if (trace.parts.length === 0) return trace;
      const result = bare(trace.value, slot, trace.raised);
      results.set(slot.key, result);
      return result;
    },
    result: (slot) => results.get(slot.key) ?? briefly(asking, () => env.get(slot)),
    value: (node) => briefly(asking, () => node.evaluate(env).value),
    earlier(months) {
      const remembered = byMonths.get(months);
      if (remembered !== undefined) return remembered;
      const found = earlierEnv(member, months, asking);
      byMonths.set(months, found);
      return found;
    },
  };
  return env;
}

function briefly<T>(asking: Asking, ask: () => T): T {
  const before = asking.isBrief;
  asking.isBrief = true;
  const answer = ask();
  asking.isBrief = before;
  return answer;
}

/** Evaluates a value for good, and remembers how it came about until another agent is asked. */
function computeInFull(slot: Slot, env: Env, last: TracesOfOne): Trace {
  if (last.of !== env) {
    last.of = env;
    last.traces = new Map();
  }
  // What is computed meanwhile may be of another agent.
  const { traces } = last;
  const trace = compute(slot, env);
  traces.set(slot.key, trace);
  return trace;
}

/** Of a closed month only what was recorded is known; nobody else's figures are. */
function earlierEnv(
  member: MemberFacts,
  months: number,
  asking: Asking,
): ReturnType<Env['earlier']> {
  const found = member.earlier(months);
  if (typeof found === 'string') return found;
  const { facts, month, isCorrected } = found;
  const env = alone(month, { facts, earlier: () => 'unknown' }, asking);
  return env === undefined ? 'unknown' : { ...env, isCorrected };
}

/** An agent of a closed month, of whom alone it is known. */
export function createRecord(month: Month, member: MemberFacts): Env | undefined {
  return alone(month, member, { isBrief: false });
}

function alone(month: Month, member: MemberFacts, asking: Asking): Env | undefined {
  const about = { complete: false, slots: NO_SLOTS, shop: shopWithoutTeams() };
  return teamOf(month, [member], about, asking).members[0];
}

function compute(slot: Slot, env: Env): Trace {
  const recorded = env.facts.recorded(slot);
  if (recorded !== undefined) return bare(recorded, slot);
  return slot.node?.evaluate(env) ?? bare(ABSENT, slot);
}

/** A value that is known without how it came about. */
function bare(value: Value, { unit }: Slot, raised?: Trace['raised']): Trace {
  return { ...literalStep(value, unit), raised };
}
