import { COLUMNS } from '../catalogue/columns.js';
import type { AgentDeduction } from '../catalogue/rows.js';
import { DEDUCTION_ITEMS } from '../catalogue/tax-inputs.js';
import { placeTitle, SHIPPED_PLACES } from '../catalogue/vocabulary.js';
import { type Decimal, decimal, ZERO } from '../lib/decimal.js';
import { phrase, type Title } from '../lib/language.js';
import type { Place } from '../lib/place.js';
import { suggest } from '../lib/suggest.js';
import type { CompiledPlan } from '../rulebook/plan/compiled-plan.js';
import type { Env, Slot } from '../rulebook/values/node.js';
import { isYes } from '../rulebook/values/value.js';
import type { StatutoryConfig } from '../shop/config.js';
import type { Agent } from '../shop/shop.js';
import { listedTitles } from '../words/lists.js';
import { type Problems, problemOf } from '../words/problem.js';
import type { Notice, PayLine, Statement } from './statement.js';
import { amountIn, slotOf } from './statutory-slots.js';

/** An agent under the law. */
interface UnderLaw {
  readonly agent: Agent;
  readonly env: Env;
  readonly plan: CompiledPlan;
  readonly config: StatutoryConfig;
}

/** The rates that a place bounds, with their bounds in the rulebook of the fund. */
const RATES = [
  { field: 'fund_rate', least: 'rate_least', most: 'rate_most' },
  { field: 'fund_supplement', least: 'supplement_least', most: 'supplement_most' },
] as const;

/** Reports rates of the housing fund that are neither 0 nor within what the place allows. */
export function reportFundRates({ agent, env, plan, config }: UnderLaw, problems: Problems): void {
  if (!isYes(env.facts.roster('pays_fund'))) return;
  for (const { field, least, most } of RATES) {
    const value = env.facts.roster(field);
    if (value.kind !== 'number' || value.number.isZero()) continue;
    const rate = value.number;
    const bounds = [least, most].map((id) => slotOf(plan, 'housing_fund', id));
    const [low, high] = bounds.map((slot) => amountIn(env, slot));
    for (const slot of bounds) reportUnknownBound(slot, env, problems);
    if (low === undefined || high === undefined) continue;
    if (rate.greaterThanOrEqualTo(low) && rate.lessThanOrEqualTo(high)) continue;
    const where = env.facts.roster('place');
    const column = COLUMNS.agents.find(({ id }) => id === field)?.zh ?? field;
    const params = {
      agent: agent.id,
      title: column,
      rate: percent(rate),
      place: placeTitle(where.kind === 'text' ? where.text : ''),
      least: percent(low),
      most: percent(high),
    };
    problems.report('fund-rate-range', placeOfRate(agent, field, column, config), { params });
  }
}

/** A rate whose bounds are not known cannot be held against them. */
function reportUnknownBound(slot: Slot | undefined, env: Env, problems: Problems): void {
  const value = slot && env.result(slot).value;
  if (value?.kind !== 'missing') return;
  for (const { code, place, params } of value.causes)
    problems.add(problemOf(code, place, { params }));
}

/** Where a rate is written: in the roster, or for everybody in kpi.yaml. */
function placeOfRate(
  agent: Agent,
  field: (typeof RATES)[number]['field'],
  column: string,
  { fundRate, fundSupplement, at }: StatutoryConfig,
): Place {
  const isOwn = field === 'fund_rate' ? agent.fundRate : agent.fundSupplement;
  if (isOwn !== undefined) return { file: 'agents.csv', line: agent.line, column };
  return (field === 'fund_rate' ? fundRate : fundSupplement)?.place ?? at;
}

function percent(share: Decimal): string {
  return `${share.times(100).toFixed()}%`;
}

/** Tells of additional deductions above what the law allows; they are used as they are written. */
export function reportDeductionsAbove(
  given: readonly AgentDeduction[],
  { agent, env, plan }: UnderLaw,
  problems: Problems,
): void {
  for (const { item, amount, isToDate, place } of given) {
    const slot = slotOf(plan, 'income_tax', `most_${item}`);
    const most = amountIn(env, slot);
    if (most === undefined) continue;
    // What is allowed each month is allowed to date as often as there were months of the year.
    const months = slot?.unit === 'yuan/month' && isToDate ? Number(env.month.slice(5)) : 1;
    const allowed = most.times(months);
    if (amount.lessThanOrEqualTo(allowed)) continue;
    const params = {
      agent: agent.id,
      item: DEDUCTION_ITEMS[item],
      amount: amount.toFixed(),
      most: decimal(allowed).toFixed(),
    };
    problems.report('deduction-above-legal', place, { params, cell: amount.toFixed() });
  }
}

/** A net pay below 0 is an error that names everything that is taken off. */
export function reportNegativeNet(
  { agent, gross }: Pick<Statement, 'agent' | 'gross'>,
  lines: readonly PayLine[],
  net: Decimal,
  place: Place,
  problems: Problems,
): void {
  if (!net.lessThan(ZERO)) return;
  const taken = lines.flatMap(({ kind, title, amount }): Title[] => {
    const isTaken = (kind === 'deduction' || kind === 'withheld') && amount?.isZero() === false;
    return isTaken ? [phrase`${title} ${amount.toFixed()}`] : [];
  });
  const params = {
    agent,
    amount: net.toFixed(),
    gross: gross.toFixed(),
    lines: listedTitles('names', taken),
  };
  problems.report('negative-net', place, { params });
}

/** Tells what the law finds of an agent's month among the problems of a shop: of its pay nothing changes. */
export function reportFindings(
  findings: readonly Notice[],
  { id: agent, line }: Agent,
  problems: Problems,
): void {
  for (const { level, text, rulebook } of findings) {
    const code = level === 'info' ? 'labour-law-note' : 'labour-law-finding';
    const params = { agent, text, rulebook: rulebook?.title ?? '' };
    problems.report(code, { file: 'agents.csv', line }, { params });
  }
}

/**
 * Tells a place of which nothing is known and that is spelt nearly as one that ships; true where it is. Names of
 * cities in characters are too short to tell: 苏州 is not 杭州.
 */
export function reportMisspeltPlace(
  { agent, env, plan, config }: UnderLaw,
  problems: Problems,
): boolean {
  const place = env.facts.roster('place');
  if (place.kind !== 'text' || /\p{Script=Han}/u.test(place.text)) return false;
  if (amountIn(env, slotOf(plan, 'social_insurance', 'pension_rate')) !== undefined) return false;
  const meant = suggest(
    place.text,
    SHIPPED_PLACES.map(({ id }) => id),
  );
  if (meant === undefined || meant === place.text) return false;
  const own = { file: 'agents.csv', line: agent.line, column: '参保地' };
  const params = { place: place.text, meant };
  problems.report('misspelt-place', agent.place === undefined ? config.at : own, {
    params,
    cell: place.text,
  });
  return true;
}
