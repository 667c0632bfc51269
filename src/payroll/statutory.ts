import { isStatutory } from '../catalogue/pay-words.js';
import { TAX_AMOUNTS, type TaxAmount } from '../catalogue/tax-inputs.js';
import { type Decimal, sum, ZERO } from '../lib/decimal.js';
import { groupBy } from '../lib/group.js';
import type { Month } from '../lib/month.js';
import type { CompiledLine, CompiledPlan } from '../rulebook/plan/compiled-plan.js';
import { createRecord, createTeam } from '../rulebook/values/evaluate.js';
import type { Env, Slot } from '../rulebook/values/node.js';
import { measure, note, type Trace } from '../rulebook/values/trace.js';
import { isYes, type Value, yesno } from '../rulebook/values/value.js';
import type { Agent } from '../shop/shop.js';
import { errorCount, type Problems } from '../words/problem.js';
import { title as wording } from '../words/text.js';
import { notesTexts } from '../words/texts/notes.js';
import type { FactSources } from './agent-facts.js';
import { numberOf, payLineOf } from './pay-lines.js';
import { noticesOf, withheldFrom } from './raised-notices.js';
import { reportWithheld } from './rule-problems.js';
import type { History } from './run.js';
import type { PayLine, Statement, StatutoryPay } from './statement.js';
import {
  reportDeductionsAbove,
  reportFindings,
  reportFundRates,
  reportMisspeltPlace,
  reportNegativeNet,
} from './statutory-checks.js';
import { type StatutoryFacts, statutoryFacts } from './statutory-facts.js';
import { reportFigures } from './statutory-figures.js';
import { amountIn, slotOf } from './statutory-slots.js';

/** What the law is applied to. */
interface StatutoryMonth {
  readonly plan: CompiledPlan;
  readonly agents: readonly Agent[];
  readonly sources: FactSources;
  readonly history: History | undefined;
  /** Whether the figures that are in force are listed, and what the law finds of agents. */
  readonly listsFigures: boolean;
  /** Whether what pay comes to is known: else only what the law lacks is told. */
  readonly isJudged: boolean;
}

/** An agent under the law. */
interface Member extends StatutoryFacts {
  readonly statement: Statement;
  readonly agent: Agent;
}

/**
 * Adds to statements what the law withholds, what the shop pays beside them, and what is left. The statements
 * are final: limits have cut, corrections are settled. What the law needs and does not find is reported.
 */
export function withStatutory(
  statements: readonly Statement[],
  month: StatutoryMonth,
  problems: Problems,
): readonly Statement[] {
  const { plan, sources, history } = month;
  const members = statements.flatMap((statement): readonly Member[] => {
    const agent = month.agents.find(({ id }) => id === statement.agent);
    if (agent === undefined) return [];
    const facts = statutoryFacts(statement, agent, plan.slots, sources, history);
    return [{ statement, agent, ...facts }];
  });
  const team = createTeam(
    sources.month,
    members.map(({ member }) => member),
    plan.slots,
  );
  const { config } = sources;
  if (month.listsFigures && config.statutory !== undefined) {
    reportFigures(onePerPlace(team.members), plan, sources.month, config.statutory.at, problems);
  }
  return members.flatMap((member, index) => {
    const env = team.members[index];
    return env === undefined ? [] : [withLaw(member, env, month, problems)];
  });
}

/** An agent of each place. */
function onePerPlace(envs: readonly Env[]): readonly Env[] {
  const byPlace = groupBy(envs, ({ facts }) => {
    const place = facts.roster('place');
    return place.kind === 'text' ? place.text : '';
  });
  return [...byPlace.values()].flatMap(([first]) => first ?? []);
}

function withLaw(member: Member, env: Env, month: StatutoryMonth, problems: Problems): Statement {
  const { statement, agent, given } = member;
  const { plan, sources, isJudged, listsFigures } = month;
  const config = sources.config.statutory;
  const errors = errorCount(problems);
  const about = config && { agent, env, plan, config };
  // Nothing more is said of a place that is none.
  if (about !== undefined && reportMisspeltPlace(about, problems)) return statement;
  const lines = plan.lines.map((line) => lineOf(line, env, member, month, problems));
  const statutory = statutoryPay(statement, lines, env, member, plan);
  const all = [...statement.lines, ...lines];
  if (about !== undefined) {
    reportFundRates(about, problems);
    reportDeductionsAbove(given, about, problems);
    if (isJudged) reportNegativeNet(statement, all, statutory.net, about.config.at, problems);
  }
  const findings = noticesOf(plan, env, plan.notices);
  // What the law finds of pay is told when it is known what is left of it.
  if (isJudged && errorCount(problems) === errors) {
    reportWithheld(withheldFrom(plan, env), problems);
    if (listsFigures) reportFindings(findings, agent, problems);
  }
  return {
    ...statement,
    lines: all,
    statutory,
    notices: [...statement.notices, ...findings],
  };
}

function lineOf(
  line: CompiledLine,
  env: Env,
  member: Member,
  { plan, sources }: StatutoryMonth,
  problems: Problems,
): PayLine {
  const { title, rulebook, slot } = line;
  const amount = numberOf(slot, env, { title, source: line.spec }, member.agent, problems);
  return payLineOf(line, amount, () => {
    const trace = env.get(slot);
    return rulebook === 'income_tax' ? withOtherChoice(trace, member, plan, sources.month) : trace;
  });
}

function statutoryPay(
  { payable }: Statement,
  lines: readonly PayLine[],
  env: Env,
  { deductions: { items, unitemised } }: Member,
  plan: CompiledPlan,
): StatutoryPay {
  const total = (kind: PayLine['kind']) =>
    sum(lines.flatMap((line) => (line.kind === kind && line.amount ? [line.amount] : [])));
  const amounts = (Object.keys(TAX_AMOUNTS) as readonly TaxAmount[]).map((id) => {
    return [id, amountIn(env, slotOf(plan, 'income_tax', TAX_AMOUNTS[id])) ?? ZERO] as const;
  });
  return {
    net: payable.minus(total('withheld')),
    cost: payable.plus(total('employer')),
    taxState: {
      amounts: new Map(amounts),
      items: unitemised.isZero() ? items : undefined,
    },
    values: () => valuesOf(plan, env),
  };
}

/** What later months may ask of the law: its lines and definitions, and what it saw of pay. */
function valuesOf(plan: CompiledPlan, env: Env): ReadonlyMap<string, Value> {
  const own = [...plan.slots.values(), ...[...plan.parametersAndDefinitions.values()].flat()];
  const slots = own.filter(({ key, kind }) => kind !== 'parameter' && !key.startsWith('category.'));
  return new Map(slots.map((slot) => [slot.key, env.result(slot).value]));
}

/** Of an annual bonus: what all tax of the month would have come to, had it been taxed the other way. */
function withOtherChoice(
  trace: Trace,
  { member }: Member,
  plan: CompiledPlan,
  month: Month,
): Trace {
  const choice = slotOf(plan, 'income_tax', 'bonus_apart');
  const env = createRecord(month, member);
  const bonus = plan.slots.get('category.annual_bonus');
  if (choice === undefined || env === undefined || bonus === undefined) return trace;
  if (amountIn(env, bonus)?.isZero() !== false) return trace;
  const isApart = isYes(env.result(choice).value);
  const recorded = (slot: Slot) =>
    slot.key === choice.key ? yesno(!isApart) : member.facts.recorded(slot);
  const other = createRecord(month, { ...member, facts: { ...member.facts, recorded } });
  if (other === undefined) return trace;
  const params = {
    choice: wording(isApart ? 'statutory.joined' : 'statutory.separate'),
    other: measure(taxIn(plan, other), 'yuan'),
    own: measure(taxIn(plan, env), 'yuan'),
  };
  const notes = () => [...trace.notes(), note(notesTexts['note.other_choice'], params)];
  return { ...trace, notes };
}

function taxIn(plan: CompiledPlan, env: Env): Decimal {
  const taxes = plan.lines.filter((line) => isStatutory(line) && line.rulebook === 'income_tax');
  return sum(taxes.flatMap(({ slot }) => amountIn(env, slot) ?? []));
}
