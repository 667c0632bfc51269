import type { Month } from './month.js';
import type { Place } from './place.js';

/** A value that changes over time: each entry holds from its month on. Entries are in order of month. */
export interface Dated<T> {
  readonly entries: readonly { readonly from: Month | undefined; readonly value: T }[];
  /** Where it is written; a default is written nowhere. */
  readonly place?: Place;
}

/** A value that always holds. */
export function always<T>(value: T): Dated<T> {
  return { entries: [{ from: undefined, value }] };
}

/** The value in force in a month; undefined before the first date. */
export function valueIn<T>(dated: Dated<T>, month: Month): T | undefined {
  let found: T | undefined;
  for (const { from, value } of dated.entries) {
    if (from === undefined || from <= month) found = value;
  }
  return found;
}
