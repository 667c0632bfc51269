import type { AgentDeduction, AgentOpening } from '../catalogue/rows.js';
import { DEDUCTION_ITEMS, type DeductionItem } from '../catalogue/tax-inputs.js';
import { idsOf } from '../catalogue/vocabulary.js';
import { type Decimal, sum, ZERO } from '../lib/decimal.js';
import { addMonths, type Month } from '../lib/month.js';
import { payTotalKey } from '../rulebook/plan/gross.js';
import type { Slot } from '../rulebook/values/node.js';
import type { History } from './run.js';

/** Additional deductions of the year to date. */
export interface DeductionsToDate {
  readonly items: ReadonlyMap<DeductionItem, Decimal>;
  /** Of an opening, which gives their sum only. */
  readonly unitemised: Decimal;
  readonly total: Decimal;
  /** What of the item `other` is of the month; undefined where an opening does not say what was before. */
  readonly otherOfMonth: Decimal | undefined;
}

type KnownBefore = Pick<DeductionsToDate, 'items' | 'unitemised'>;

/** Of whom, and what is known of the year before. */
interface Known {
  readonly agent: string;
  readonly month: Month;
  readonly history: History | undefined;
  readonly opening: AgentOpening | undefined;
  readonly slots: ReadonlyMap<string, Slot>;
}

/**
 * Additional deductions to date: what the last closed month of the year, or the opening, says of each, and what
 * the month gives. An amount of the month is added, one to date takes the place of what was known; it says of
 * which items an opening's sum was, which is gone then.
 */
export function deductionsToDate(given: readonly AgentDeduction[], known: Known): DeductionsToDate {
  const before = knownBefore(known);
  const items = new Map(before.items);
  for (const { item, amount, isToDate } of given) {
    items.set(item, isToDate ? amount : (items.get(item) ?? ZERO).plus(amount));
  }
  const unitemised = given.some(({ isToDate }) => isToDate) ? ZERO : before.unitemised;
  const otherOfMonth = ofMonth(given, before, 'other');
  return { items, unitemised, total: sum([...items.values(), unitemised]), otherOfMonth };
}

/** What an item comes to in the month alone. */
function ofMonth(
  given: readonly AgentDeduction[],
  { items, unitemised }: KnownBefore,
  item: DeductionItem,
): Decimal | undefined {
  const row = given.find((each) => each.item === item);
  if (row === undefined) return ZERO;
  if (!row.isToDate) return row.amount;
  return unitemised.isZero() ? row.amount.minus(items.get(item) ?? ZERO) : undefined;
}

function knownBefore(known: Known): KnownBefore {
  const { opening, month } = known;
  const isBefore = opening !== undefined && opening.through < month;
  const first = isBefore ? addMonths(opening.through, 1) : `${month.slice(0, 4)}-01`;
  for (let then = addMonths(month, -1); then >= first; then = addMonths(then, -1)) {
    const closed = closedIn(then, known);
    if (closed !== undefined) return closed;
  }
  const unitemised = isBefore ? (opening.amounts.get('deductions') ?? ZERO) : ZERO;
  return { items: new Map(), unitemised };
}

/** What a closed month has of the agent; undefined where it has nothing. */
function closedIn(month: Month, { agent, history, slots }: Known): KnownBefore | undefined {
  const found = history?.of(agent, month);
  if (found === undefined || typeof found === 'string') return undefined;
  const amountOf = (id: DeductionItem | 'unitemised_deductions') => {
    const slot = slots.get(payTotalKey(id));
    const value = slot && found.facts.recorded(slot);
    return value?.kind === 'number' ? value.number : undefined;
  };
  const unitemised = amountOf('unitemised_deductions');
  if (unitemised === undefined) return undefined;
  const items = idsOf(DEDUCTION_ITEMS).map((item) => [item, amountOf(item) ?? ZERO] as const);
  return { items: new Map(items), unitemised };
}
