import { PAY_TOTALS, type PayTotal } from '../../catalogue/pay-words.js';
import { DEDUCTION_ITEMS, type DeductionItem } from '../../catalogue/tax-inputs.js';
import { idsOf, nameables } from '../../catalogue/vocabulary.js';
import type { Title } from '../../lib/language.js';
import { GROSS } from '../names/plan-names.js';
import type { Slot } from '../values/node.js';
import { MONEY } from '../values/type.js';
import { categoryNode } from './entries.js';
import {
  type UnlinkedElsewhere,
  type UnlinkedLine,
  type UnlinkedSlot,
  unlinkedSlot,
} from './unlinked-slots.js';

/** The gross at the places of a plan that ask for it. */
export interface GrossSlots {
  /**
   * The sum of the earnings before a line of a book; before the book's first line for what is no line, and of
   * all lines for a book without any.
   */
  at(book: string, self: Slot | undefined): Slot;
  /** Those that were asked for. */
  readonly asked: ReadonlyMap<string, Slot>;
}

/** What pay comes to as the law sees it, whoever works it out, and the additional deductions by item. */
export function payTotals(): readonly UnlinkedSlot[] {
  const sort = { kind: 'category', type: MONEY, unit: 'yuan' } as const;
  const items = idsOf(DEDUCTION_ITEMS).map((id) => ({ id, title: toDate(DEDUCTION_ITEMS[id]) }));
  return [...nameables(PAY_TOTALS), ...items].map(({ id, title }) =>
    unlinkedSlot(sort, payTotalKey(id as PayTotal), id, title, {}),
  );
}

function toDate({ zh, en }: Title): Title {
  return { zh: `累计${zh}`, en: `${en} to date` };
}

/** The key of what pay comes to, or of an additional deduction to date. */
export function payTotalKey(id: PayTotal | DeductionItem): string {
  return `pay.${id}`;
}

/** Works out where in a plan what comes before. */
export function grossSlots(
  lines: readonly UnlinkedLine[],
  elsewhere: readonly UnlinkedElsewhere[],
): GrossSlots {
  const asked = new Map<string, Slot>();
  const others = elsewhere.filter(({ elsewhere: { line } }) => line?.kind === 'earning');
  const slotAt = (key: string, before: () => readonly Slot[]): Slot => {
    const known = asked.get(key);
    if (known !== undefined) return known;
    const sort = { kind: 'category', type: MONEY, unit: 'yuan' } as const;
    const slot = unlinkedSlot(sort, key, GROSS.id, GROSS.title, {});
    const members = before().map((each) => ({ slot: each, isOff: false }));
    slot.node = { ...categoryNode(members), inWords: () => GROSS.title };
    asked.set(key, slot);
    return slot;
  };
  return {
    asked,
    at(book, self) {
      const first = lines.findIndex((line) => line.book.id === book);
      const end = first < 0 ? lines.length : first;
      const start = slotAt(`gross.${book}`, () => [
        ...others.map(({ slot }) => slot),
        ...earnings(lines.slice(0, end)),
      ]);
      const own = lines.findIndex(({ slot }) => slot === self);
      if (own <= end) return start;
      const within = () => [start, ...earnings(lines.slice(end, own))];
      return slotAt(`gross.${lines[own]?.slot.key}`, within);
    },
  };
}

function earnings(lines: readonly UnlinkedLine[]): readonly Slot[] {
  return lines.filter(({ entry }) => entry.spec.kind === 'earning').map(({ slot }) => slot);
}
