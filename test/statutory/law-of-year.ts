import type { AgentDeduction, AgentOpening } from '../../src/catalogue/rows.js';
import { OPENING_AMOUNTS } from '../../src/catalogue/tax-inputs.js';
import { idsOf } from '../../src/catalogue/vocabulary.js';
import { type Decimal, decimal, ZERO } from '../../src/lib/decimal.js';
import { sameInAll } from '../../src/lib/language.js';
import type { Month } from '../../src/lib/month.js';
import type { FactSources } from '../../src/payroll/agent-facts.js';
import { factsOf, titlesById } from '../../src/payroll/agent-facts.js';
import { amountTrace } from '../../src/payroll/amount-trace.js';
import type { History } from '../../src/payroll/run.js';
import type { PayLine, Statement, StatutoryPay } from '../../src/payroll/statement.js';
import { withStatutory } from '../../src/payroll/statutory.js';
import { openPolicy } from '../../src/policy/policy.js';
import { missing } from '../../src/rulebook/values/value.js';
import { shopOf } from '../../src/shop/open.js';
import { shippedRules } from '../../src/shop/shipped-rules.js';
import type { Agent } from '../../src/shop/shop.js';
import { collectProblems, type Problem } from '../../src/words/problem.js';

/** What somebody is paid in a month, before the law. */
export interface PaidPerson {
  readonly agent: Agent;
  readonly gross: string;
  /** Taken from the taxable wage, and from net pay. */
  readonly fine: string;
  readonly loss: string;
  /** Part of the gross. */
  readonly bonus: string;
  readonly elderlyCare: string;
}

/** A year by month, each with whoever is paid in it. */
export type YearOfPay = ReadonlyMap<Month, readonly PaidPerson[]>;

/** What the law made of it: by month, by agent. */
export interface YearUnderLaw {
  readonly statements: ReadonlyMap<Month, readonly Statement[]>;
  readonly problems: readonly Problem[];
}

/** Openings by agent. */
type Openings = ReadonlyMap<string, AgentOpening>;

/** Shops by their kpi.yaml, each compiled once. */
const shops = new Map<string, ReturnType<typeof openedShop>>();

function shopCalled(config: string) {
  const opened = shops.get(config) ?? openedShop(config);
  shops.set(config, opened);
  return opened;
}

function openedShop(config: string) {
  const problems = collectProblems();
  const source = { file: 'kpi.yaml', text: config };
  const shop = shopOf({ folder: '', source, rulebooks: [], shipped: shippedRules() }, problems);
  const plan = openPolicy(shop, problems)?.statutory;
  if (plan === undefined) throw new Error(JSON.stringify(problems.all));
  return { shop, plan };
}

/** Applies the law to each month in turn, with the months before it as they came out. */
export function lawOf(
  config: string,
  year: YearOfPay,
  openings: Openings = new Map(),
): YearUnderLaw {
  const problems = collectProblems();
  const { shop, plan } = shopCalled(config);
  const statements = new Map<Month, readonly Statement[]>();
  const sources = (month: Month, people: readonly PaidPerson[]): FactSources => ({
    month,
    config: shop.config,
    metrics: {
      agents: new Map(people.map((each) => [each.agent.id, monthOf(each, openings)])),
      shop: new Map(),
      files: new Map(),
      counts: {},
    },
    titles: titlesById([]),
    words: new Map(),
  });
  const history: History = { of: (id, month) => closedIn(id, month, year, statements, sources) };
  for (const [month, people] of year) {
    const about = {
      plan,
      agents: people.map(({ agent }) => agent),
      sources: sources(month, people),
      history,
      listsFigures: false,
      isJudged: true,
    };
    statements.set(month, withStatutory(people.map(statementOf), about, problems));
  }
  return { statements, problems: problems.all };
}

function closedIn(
  id: string,
  month: Month,
  year: YearOfPay,
  statements: YearUnderLaw['statements'],
  sources: (month: Month, people: readonly PaidPerson[]) => FactSources,
): ReturnType<History['of']> {
  const done = statements.get(month);
  if (done === undefined) return 'before';
  const people = year.get(month) ?? [];
  const person = people.find(({ agent }) => agent.id === id);
  const values = done.find(({ agent }) => agent === id)?.statutory?.values();
  if (person === undefined || values === undefined) return 'none';
  const unknown = { missing: missing() };
  return {
    month,
    isCorrected: false,
    facts: {
      ...factsOf(person.agent, sources(month, people)),
      days: () => unknown,
      hours: () => unknown,
      recorded: ({ key }) => values.get(key),
    },
  };
}

function monthOf({ agent, elderlyCare }: PaidPerson, openings: Openings) {
  const deduction: AgentDeduction = {
    item: 'elderly_care',
    amount: decimal(elderlyCare),
    isToDate: false,
    place: { file: 'deductions.csv', line: 2 },
  };
  return {
    metrics: new Map(),
    ratings: new Map(),
    gradings: new Map(),
    cases: undefined,
    events: undefined,
    deductions: [deduction],
    opening: openings.get(agent.id),
  };
}

function statementOf({ agent, gross, fine, loss, bonus }: PaidPerson): Statement {
  const line = (id: string, kind: PayLine['kind'], amount: Decimal): PayLine => ({
    id,
    title: sameInAll(id),
    kind,
    category: id,
    amount,
    rulebook: 'own',
    source: undefined,
    trace: amountTrace(amount),
  });
  const deductions = decimal(fine).plus(loss);
  return {
    agent: agent.id,
    name: agent.name,
    role: { id: agent.role, title: sameInAll(agent.role) },
    plan: 'own',
    planTitle: sameInAll('own'),
    team: undefined,
    scores: [],
    lines: [
      line('base', 'earning', decimal(gross).minus(bonus)),
      line('annual_bonus', 'earning', decimal(bonus)),
      line('fine', 'deduction', decimal(fine)),
      line('loss', 'deduction', decimal(loss)),
    ],
    gross: decimal(gross),
    deductions,
    payable: decimal(gross).minus(deductions),
    notices: [],
    values: () => new Map(),
  };
}

/** What the law made of an agent's month. */
export function underLaw(
  year: YearUnderLaw,
  month: Month,
  id: string,
): Statement & { readonly statutory: StatutoryPay } {
  const found = year.statements.get(month)?.find(({ agent }) => agent === id);
  if (found?.statutory === undefined) throw new Error(`${id} in ${month}`);
  return { ...found, statutory: found.statutory };
}

/** The amounts of an agent's lines of the law, those of nothing left out. */
export function lawLines(
  { lines }: Statement,
  kind: 'withheld' | 'employer',
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    lines.flatMap((line) => {
      const isNothing = line.kind !== kind || (line.amount ?? ZERO).isZero();
      return isNothing ? [] : [[line.id, (line.amount ?? ZERO).toFixed()]];
    }),
  );
}

/** The opening that a year gives through a month, as opening.csv would say it. */
export function openingThrough(year: YearUnderLaw, month: Month, id: string): AgentOpening {
  const { taxState } = underLaw(year, month, id).statutory;
  const bonus = [...year.statements]
    .filter(([each]) => each <= month)
    .map(([, all]) => all.find(({ agent }) => agent === id)?.statutory?.values())
    .map((values) => values?.get('definition.income_tax.annual_bonus'))
    .reduce((sum, value) => (value?.kind === 'number' ? sum.plus(value.number) : sum), ZERO);
  const amounts = idsOf(OPENING_AMOUNTS).map((column) => {
    if (column === 'annual_bonus') return [column, bonus] as const;
    if (column === 'insurance_cash') return [column, ZERO] as const;
    return [column, taxState.amounts.get(column) ?? ZERO] as const;
  });
  return { through: month, amounts: new Map(amounts), place: { file: 'opening.csv', line: 2 } };
}
