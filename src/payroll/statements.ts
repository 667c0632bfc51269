import { LATER_CATEGORIES } from '../catalogue/pay-words.js';
import { type Decimal, sum, ZERO } from '../lib/decimal.js';
import type { Month } from '../lib/month.js';
import { roleTitle } from '../policy/roster-words.js';
import type { CompiledPlan, CompiledScorecard } from '../rulebook/plan/compiled-plan.js';
import type { Env, Facts, Slot } from '../rulebook/values/node.js';
import { numberValue, type Value } from '../rulebook/values/value.js';
import type { Limits } from '../shop/config.js';
import type { Agent } from '../shop/shop.js';
import type { Problems } from '../words/problem.js';
import { applyLimits } from './limits.js';
import { numberOf, payLineOf } from './pay-lines.js';
import { entryNotices, planNotices, replacedIn, withheldFrom } from './raised-notices.js';
import { reportNegativeLine, reportNegativePay, reportWithheld } from './rule-problems.js';
import { NOBODY, withRanks } from './score-ranks.js';
import type { PayLine, ScorecardScore, ScoreItem, Statement } from './statement.js';
import { environments, type PaidAgent } from './teams-of-plans.js';
import { reportUnbalancedTransfers } from './transfers.js';
import { reportWholeAmount } from './whole-amounts.js';

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
    return env === undefined ? [] : [draftOf(each, month, env, problems)];
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

function draftOf(
  { agent, plan }: PaidAgent,
  month: Month,
  env: Env,
  problems: Problems,
): Statement {
  const scores = plan.scorecards.map((scorecard) => scoreOf(scorecard, env, agent, problems));
  const lines = plan.lines.map((line): PayLine => {
    const { title, kind, slot } = line;
    const rule = { title, source: line.spec };
    const amount = kind === 'notice' ? undefined : numberOf(slot, env, rule, agent, problems);
    const isBelow = kind !== 'balance' && amount?.lessThan(ZERO) === true;
    if (isBelow) reportNegativeLine(amount, rule, agent.id, problems);
    reportWholeAmount(line, amount, { agent, month, env }, problems);
    return payLineOf(line, amount, () => env.get(slot));
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
      ...(own.node !== undefined && { standard: own.node.inWords }),
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
