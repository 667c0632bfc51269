import {
  CATEGORIES,
  type Category,
  isOffCategory,
  isPaid,
  type PayTotal,
} from '../catalogue/pay-words.js';
import type { AgentDeduction, AgentOpening } from '../catalogue/rows.js';
import { DEDUCTION_ITEMS, type DeductionItem, OPENING_AMOUNTS } from '../catalogue/tax-inputs.js';
import { idsOf } from '../catalogue/vocabulary.js';
import { isKindUnread } from '../intake/facts/unread.js';
import { type Decimal, sum, ZERO } from '../lib/decimal.js';
import { addMonths } from '../lib/month.js';
import { payTotalKey } from '../rulebook/plan/gross.js';
import type { MemberFacts } from '../rulebook/values/evaluate.js';
import type { Facts } from '../rulebook/values/node.js';
import { missing, numberValue, type Value } from '../rulebook/values/value.js';
import type { Agent } from '../shop/shop.js';
import type { FactSources } from './agent-facts.js';
import { isCorrection } from './correction.js';
import { type DeductionsToDate, deductionsToDate } from './deductions-to-date.js';
import { memberOf } from './pay.js';
import type { History } from './run.js';
import type { PayLine, Statement } from './statement.js';

/** What the law sees of an agent's month. */
export interface StatutoryFacts {
  readonly member: MemberFacts;
  /** The rows of this month. */
  readonly given: readonly AgentDeduction[];
  readonly deductions: DeductionsToDate;
}

/** What the law sees of an agent: the facts of the month, what pay comes to, and the year before. */
export function statutoryFacts(
  statement: Statement,
  agent: Agent,
  slots: Parameters<typeof deductionsToDate>[1]['slots'],
  sources: FactSources,
  history: History | undefined,
): StatutoryFacts {
  const { metrics, month, config } = sources;
  const { deductions: given = [], opening } = metrics.agents.get(agent.id) ?? {};
  const known = { agent: agent.id, month, history, opening, slots };
  const deductions = deductionsToDate(given, known);
  const amounts = amountsOf(statement, deductions, config.statutory?.afterTax ?? []);
  const { facts } = memberOf(agent, sources, history);
  // What is wrong with an opening is told where it stands: nothing is asked of the months that it may cover.
  const openingUnread = isKindUnread(metrics.unread, 'opening', agent.index)
    ? { through: addMonths(month, -1), amounts: new Map(), place: { file: '', line: 0 } }
    : undefined;
  return {
    given,
    deductions,
    member: {
      facts: {
        ...facts,
        opening: (id) => openingOf(openingUnread ?? opening, id),
        recorded: ({ key }) => amounts.get(key),
      },
      // Of a month before the first that was closed nothing is assumed: tax rests on it.
      earlier(months) {
        const found = history?.of(agent.id, addMonths(month, -months)) ?? 'before';
        return found === 'before' ? 'unknown' : found;
      },
    },
  };
}

function openingOf(
  opening: AgentOpening | undefined,
  id: string,
): ReturnType<NonNullable<Facts['opening']>> {
  const column = idsOf(OPENING_AMOUNTS).find((each) => each === id);
  if (opening === undefined || column === undefined) return undefined;
  const { through, place, amounts } = opening;
  return { through, place, amount: amounts.get(column) ?? ZERO };
}

/** What pay comes to, by key. */
function amountsOf(
  { lines, gross, deductions, payable }: Statement,
  { items, unitemised, total, otherOfMonth }: DeductionsToDate,
  afterTax: readonly Category[],
): ReadonlyMap<string, Value> {
  const isAfterTax = ({ kind, category }: PayLine) =>
    kind === 'deduction' && afterTax.some((each) => each === category);
  const totals: Readonly<Record<PayTotal, Decimal | undefined>> = {
    gross,
    deductions,
    after_tax_deductions: sumOf(lines.filter(isAfterTax)),
    payable,
    outside_minimum_wage: sumOf(lines.filter((line) => line.isOutsideMinimumWage === true)),
    additional_deductions: total,
    unitemised_deductions: unitemised,
    other_of_month: otherOfMonth,
  };
  const byItem = idsOf(DEDUCTION_ITEMS).map((item): [DeductionItem, Decimal] => [
    item,
    items.get(item) ?? ZERO,
  ]);
  const byKey = [...Object.entries(totals), ...byItem].map(([id, amount]): [string, Value] => [
    payTotalKey(id as PayTotal),
    amount === undefined ? missing() : numberValue(amount),
  ]);
  const byCategory = CATEGORIES.map((id): [string, Value] => {
    // What settles an earlier month is pay of this one, whatever it was there.
    const own = lines.filter((line) => line.category === id && isPaid(line) && !isCorrection(line));
    const signed = own.flatMap(({ kind, amount = ZERO }) =>
      isOffCategory(kind, id) ? amount.negated() : amount,
    );
    return [`category.${id}`, numberValue(sum(signed))];
  });
  return new Map([...byKey, ...byCategory]);
}

function sumOf(lines: readonly PayLine[]): Decimal {
  return sum(lines.flatMap(({ amount }) => amount ?? []));
}
