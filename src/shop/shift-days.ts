import { valueIn } from '../lib/dated.js';
import { type Decimal, decimal } from '../lib/decimal.js';
import { dayNumber, firstDay, lastDay, type Month } from '../lib/month.js';
import type { Place } from '../lib/place.js';
import type { ShopConfig } from './config.js';

/** How many days of a month a shift works, and where kpi.yaml says how many are off. */
export interface ShiftDays {
  readonly days: Decimal;
  readonly place: Place | undefined;
}

/** By shift, the days of the month less its days off; a shift that does not say how many are off is not in it. */
export function shiftDays(
  { shifts }: Pick<ShopConfig, 'shifts'>,
  month: Month,
): ReadonlyMap<string, ShiftDays> {
  const all = dayNumber(lastDay(month)) - dayNumber(firstDay(month)) + 1;
  const found = [...shifts].flatMap(([shift, { daysOff }]) => {
    const off = daysOff && valueIn(daysOff, month);
    return off === undefined
      ? []
      : [[shift, { days: decimal(all - off), place: daysOff?.place }] as const];
  });
  return new Map(found);
}
