import type { AccountDays } from '../../shop/shop.js';
import { parseDate } from '../cells/cells.js';

/** What stands in brackets at the end of an account. */
const IN_BRACKETS = /^(.*?)\s*[[［【]([^[\]［］【】]*)[\]］】]$/s;

/** From one day to another; either may be left open. */
const RANGE = /^(.*?)\s*(?:\.\.+|…|[~～至])\s*(.*)$/s;

/** What brackets have that are meant to say days: a year, dots, or numbers with a word for up to. */
const MEANS_DAYS = /(?:19|20)\d\d|\.\.|…|\d.*[~～至]|[~～至].*\d/s;

/**
 * An account as the roster writes it, with the days on which it was the agent's: `小张[..2026-10-15]`. Brackets
 * that say nothing of days are part of the nick. Undefined when days are meant that cannot be read.
 */
export function accountDaysIn(text: string): AccountDays | undefined {
  const [, account = '', inside = ''] = IN_BRACKETS.exec(text) ?? [];
  if (account === '' || !MEANS_DAYS.test(inside)) return { account: text };
  const [, first, last] = RANGE.exec(inside) ?? [];
  if (first === undefined || last === undefined) return undefined;
  const [from, to] = [first, last].map((day) => (day === '' ? undefined : parseDate(day)));
  const isUnread = (first !== '' && from === undefined) || (last !== '' && to === undefined);
  const isNothing = from === undefined && to === undefined;
  if (isUnread || isNothing || (from !== undefined && to !== undefined && from > to))
    return undefined;
  return { account, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
}
