import { countWhere } from './count-where.js';
import { DATE_FUNCTIONS } from './dates.js';
import { daysWhere } from './days.js';
import type { FormulaFunction } from './function.js';
import { HISTORY_FUNCTIONS } from './history.js';
import { NUMBER_FUNCTIONS } from './numbers.js';
import { TEAM_FUNCTIONS } from './team.js';
import { busiestHours, leaders } from './texts-of-lists.js';
import { YEAR_FUNCTIONS } from './year-to-date.js';

/** Every function there is: no policy can call anything else. */
export const FUNCTIONS: readonly FormulaFunction[] = [
  ...NUMBER_FUNCTIONS,
  ...TEAM_FUNCTIONS,
  leaders,
  countWhere,
  ...HISTORY_FUNCTIONS,
  ...YEAR_FUNCTIONS,
  daysWhere,
  busiestHours,
  ...DATE_FUNCTIONS,
];

/** The function of an id or Chinese name. */
export function functionNamed(name: string): FormulaFunction | undefined {
  return FUNCTIONS.find(({ id, title }) => id === name.toLowerCase() || title.zh === name);
}
