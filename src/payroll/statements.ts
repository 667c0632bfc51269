import { LATER_CATEGORIES } from '../catalogue/pay-words.js';
import { type Decimal, sum, ZERO } from '../lib/decimal.js';
import { groupBy } from '../lib/group.js';
import { sameInAll } from '../lib/language.js';
import type { Month } from '../lib/month.js';
import { roleTitle } from '../policy/roster-words.js';
import type { CompiledPlan, CompiledScorecard } from '../rulebook/plan/compiled-plan.js';
import { isIssuedTo } from '../rulebook/plan/entries.js';
import { createTeam, type MemberFacts, shopWithoutTeams } from '../rulebook/values/evaluate.js';
import type { Env, Facts, Slot } from '../rulebook/values/node.js';
import { measure, type Ranked } from '../rulebook/values/trace.js';
import { numberValue, type Value } from '../rulebook/values/value.js';
import type { Limits } from '../shop/config.js';
import type { Agent } from '../shop/shop.js';
import type { Problems } from '../words/problem.js';
import { applyLimits } from './limits.js';
import {
  type EntryRule,
  reportNegativeLine,
  reportNegativePay,
  reportUnknown,
  reportWithheld,
  type Withheld,
} from './rule-problems.js';
import type { Notice, PayLine, ScorecardScore, ScoreItem, Statement } from './statement.js';
import { reportUnbalancedTransfers } from './transfers.js';

/** An agent who is paid, with the plan that holds for the role. */
export interface PaidAgent {
  readonly agent: Agent;
  readonly plan: CompiledPlan;
  readonly facts: MemberFacts;
}

/**
 * Pays a month: a statement for each agent, in the order given. What a rule needs and does not find is
 * reported as a problem, for all agents in one go.
 */
export function payMonth(
  month: Month,
  paid: readonly PaidAgent[],
  limits: Limits | undefined,
  problems: Problems,
): readonly Statement[] {
  const envs = environments(month, paid);
  const unlimited = paid.flatMap((each, index) => {
    const env = envs[index];
    return env === undefined ? [] : [draftOf(each, env, problems)];
  });
  reportUnbalancedTransfers(unlimited, month, problems);
  const limited = withRanks(unlimited, paid).map((statement) => applyLimits(statement, limits));
  for (const [index, statement] of limited.entries()) {
    reportNegativePay(statement, paid[index]?.plan.lines ?? [], problems);
  }
  const noticed = withNotices(month, paid, envs, unlimited, limited);
  for (const [index, { plan }] of paid.entries()) {
    const env = envs[index];
    if (env !== undefined) reportWithheld(withheldFrom(plan, env), problems);
  }
  return noticed;
}

/** An environment for each agent, in the order given. */
function environments(month: Month, paid: readonly PaidAgent[]): readonly Env[] {
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

/**
 * Adds the notices. Those of the plan speak of what is taken, not of what the limits have carried forward:
 * the fund of the month's fines holds no fine that nobody paid.
 */
function withNotices(
  month: Month,
  paid: readonly PaidAgent[],
  envs: readonly Env[],
  unlimited: readonly Statement[],
  limited: readonly Statement[],
): readonly Statement[] {
  const taken = limited.map((statement, index) => cutAmounts(unlimited[index], statement));
  const isCut = taken.some(({ size }) => size > 0);
  const after = isCut
    ? environments(
        month,
        paid.map((member, index) => asTaken(member, taken[index])),
      )
    : envs;
  return limited.map((statement, index) => {
    const [plan, before, now] = [paid[index]?.plan, envs[index], after[index]];
    if (plan === undefined || before === undefined || now === undefined) return statement;
    const raised = [
      ...entryNotices(plan, before, replacedIn(plan, now)),
      ...planNotices(plan, now),
    ];
    return { ...statement, notices: [...raised, ...statement.notices] };
  });
}

/** What is left of the lines that a limit has cut, by id. */
function cutAmounts(
  unlimited: Statement | undefined,
  { lines }: Statement,
): ReadonlyMap<string, Decimal> {
  return new Map(
    lines.flatMap(({ id, amount }, index) => {
      const full = unlimited?.lines[index]?.amount;
      const isCut = amount !== undefined && full !== undefined && !amount.equals(full);
      return isCut ? [[id, amount] as const] : [];
    }),
  );
}

/** An agent of whom the lines that were cut are known as they were taken. */
function asTaken(member: PaidAgent, taken: ReadonlyMap<string, Decimal> = new Map()): PaidAgent {
  const { facts, earlier } = member.facts;
  const recorded: Facts['recorded'] = (slot) => {
    const amount = slot.kind === 'line' ? taken.get(slot.id) : undefined;
    return amount === undefined ? facts.recorded(slot) : numberValue(amount);
  };
  return { ...member, facts: { facts: { ...facts, recorded }, earlier } };
}

/** Agents of one plan are a team; a plan may divide them by roster team or shift. */
function partOf({ agent, plan }: PaidAgent): string | undefined {
  return plan.teamBy && (agent[plan.teamBy] ?? '');
}

function teamKey(paid: PaidAgent): string {
  return JSON.stringify([paid.plan.id, partOf(paid) ?? '']);
}

function draftOf({ agent, plan }: PaidAgent, env: Env, problems: Problems): Statement {
  const scores = plan.scorecards.map((scorecard) => scoreOf(scorecard, env, agent, problems));
  const lines = plan.lines.map((line): PayLine => {
    const { id, title, kind, category, rulebook, source, slot } = line;
    const rule = { title, source: line.spec };
    const amount = kind === 'notice' ? undefined : numberOf(slot, env, rule, agent, problems);
    const isBelow = kind !== 'balance' && amount?.lessThan(ZERO) === true;
    if (isBelow) reportNegativeLine(amount, rule, agent.id, problems);
    return {
      id,
      title,
      kind,
      category,
      amount,
      rulebook,
      source,
      get trace() {
        return env.get(slot);
      },
    };
  });
  const gross = total(lines, 'earning');
  const deductions = total(lines, 'deduction');
  return {
    agent: agent.id,
    name: agent.name,
    role: { id: agent.role, title: roleTitle(agent.role) },
    plan: plan.id,
    planTitle: plan.title,
    team: plan.teamBy && agent[plan.teamBy],
    scores,
    lines,
    gross,
    deductions,
    payable: gross.minus(deductions),
    notices: [],
    values: () => valuesOf(plan, env),
  };
}

function valuesOf(plan: CompiledPlan, env: Env): ReadonlyMap<string, Value> {
  const all = [...plan.slots.values(), ...[...plan.parametersAndDefinitions.values()].flat()];
  const slots = all.filter((slot) => !isLaterAndEmpty(slot));
  return new Map(slots.map((slot) => [slot.key, env.result(slot).value]));
}

function isLaterAndEmpty({ kind, id, node }: Slot): boolean {
  return kind === 'category' && LATER_CATEGORIES.has(id) && node?.uses.length === 0;
}

function total(lines: readonly PayLine[], kind: PayLine['kind']): Decimal {
  return sum(lines.flatMap((line) => (line.kind === kind && line.amount ? [line.amount] : [])));
}

function scoreOf(
  { book, slot, total: totalSlot, items }: CompiledScorecard,
  env: Env,
  agent: Agent,
  problems: Problems,
): ScorecardScore {
  const compiled = items.map((item): ScoreItem => {
    const { id, title, section, source, slot: own } = item;
    const points = numberOf(own, env, { title, source: item.spec }, agent, problems);
    const fullValue = item.full?.evaluate(env).value;
    const full = fullValue?.kind === 'number' ? fullValue.number : undefined;
    return {
      id,
      title,
      section,
      points,
      full,
      source,
      get trace() {
        return env.get(own);
      },
    };
  });
  const points = env.result(slot).value;
  const full = env.result(totalSlot).value;
  return {
    rulebook: book.id,
    title: book.title,
    points: points.kind === 'number' ? points.number : ZERO,
    total: full.kind === 'number' ? full.number : ZERO,
    rank: 0,
    ranking: NOBODY,
    items: compiled,
  };
}

/** The number of an item or line; undefined when it is absent, or reported because it is not known. */
function numberOf(
  slot: Slot,
  env: Env,
  rule: EntryRule,
  agent: Agent,
  problems: Problems,
): Decimal | undefined {
  const { value } = env.result(slot);
  if (value.kind === 'number') return value.number;
  if (value.kind !== 'absent') reportUnknown(env.get(slot), rule, agent.id, problems);
  return undefined;
}

/** Ranks by points within each team: equal scores share a place, and the next place is left out. */
function withRanks(
  unlimited: readonly Statement[],
  paid: readonly PaidAgent[],
): readonly Statement[] {
  const teamOf = paid.map(teamKey);
  const teams = groupBy([...unlimited.entries()], ([index]) => teamOf[index]);
  const ranks = new Map(
    [...teams.values()].flatMap((team) => [...ranksWithin(team.map(([, statement]) => statement))]),
  );
  return unlimited.map((statement) => ({
    ...statement,
    scores: statement.scores.map((score, position) => ({
      ...score,
      ...ranks.get(statement)?.[position],
    })),
  }));
}

const NOBODY: Ranked = { places: [], own: undefined };

/** The places of each member of a team, by scorecard. */
function ranksWithin(
  team: readonly Statement[],
): ReadonlyMap<Statement, readonly Pick<ScorecardScore, 'rank' | 'ranking'>[]> {
  const ranks = new Map<Statement, Pick<ScorecardScore, 'rank' | 'ranking'>[]>(
    team.map((member) => [member, []]),
  );
  for (const position of team[0]?.scores.keys() ?? []) {
    const pointsOf = (member: Statement) => member.scores[position]?.points ?? ZERO;
    const ordered = team.toSorted((a, b) => pointsOf(b).comparedTo(pointsOf(a)));
    let place = 1;
    const places = ordered.map((member, index) => {
      const before = ordered[index - 1];
      if (before === undefined || !pointsOf(before).equals(pointsOf(member))) place = index + 1;
      return { place, name: member.name, figure: measure(pointsOf(member), 'points') };
    });
    for (const [own, member] of ordered.entries()) {
      ranks.get(member)?.push({ rank: places[own]?.place ?? 0, ranking: { places, own } });
    }
  }
  return ranks;
}

/** The lines whose own notices another stands in place of. */
function replacedIn({ notices }: CompiledPlan, env: Env): ReadonlySet<string> {
  const given = notices.filter(({ slot }) => env.result(slot).raised !== undefined);
  return new Set(given.flatMap(({ insteadOf }) => insteadOf.map(({ id }) => id)));
}

/** What items and lines raise: the third violation, a missing figure that stands for points. */
function entryNotices(
  plan: CompiledPlan,
  env: Env,
  replaced: ReadonlySet<string>,
): readonly Notice[] {
  return noticesOf(plan, env, [
    ...plan.scorecards.flatMap(({ book, items }) =>
      items.map(({ id, slot }) => ({ id, rulebook: book.id, slot, once: undefined })),
    ),
    ...plan.lines
      .filter(({ id }) => !replaced.has(id))
      .map(({ id, rulebook, slot }) => ({ id, rulebook, slot, once: undefined })),
  ]);
}

function planNotices(plan: CompiledPlan, env: Env): readonly Notice[] {
  return noticesOf(plan, env, plan.notices);
}

/** The notices that lack a figure; one that is given once is not withheld when a colleague has it. */
function withheldFrom({ notices, lines }: CompiledPlan, env: Env): readonly Withheld[] {
  const entries = [
    ...lines.filter(({ kind }) => kind === 'notice').map((line) => ({ ...line, once: undefined })),
    ...notices,
  ];
  return entries.flatMap(({ title, slot, once }) => {
    const { value } = env.result(slot);
    if (value.kind !== 'missing' || isIssuedToAll(once, slot, env)) return [];
    return [{ title, value, place: slot.place }];
  });
}

function isIssuedToAll(once: Notice['once'], { key }: Slot, { team }: Env): boolean {
  if (once === undefined) return false;
  return isIssuedTo(once === 'team' ? [team] : team.shop.teams, key);
}

type Raising = Pick<CompiledPlan['notices'][number], 'id' | 'rulebook' | 'slot' | 'once'>;

function noticesOf(plan: CompiledPlan, env: Env, entries: readonly Raising[]): readonly Notice[] {
  return entries.flatMap(({ id, rulebook, slot, once }): readonly Notice[] => {
    const { raised } = env.result(slot);
    if (raised === undefined) return [];
    const title = plan.books.get(rulebook) ?? sameInAll(rulebook);
    return [{ code: id, ...raised, rulebook: { id: rulebook, title }, once }];
  });
}
