import type { CalculatedMonth, MonthToCalculate } from './calculated-month.js';

export type { Decimal } from '../lib/decimal.js';
export type { Language, Title } from '../lib/language.js';
export type {
  Notice,
  PayLine,
  ScorecardScore,
  ScoreItem,
  Statement,
  StatutoryPay,
} from '../payroll/statement.js';
export type { CalculatedMonth, MonthToCalculate, ToldProblem } from './calculated-month.js';

/**
 * Calculates a month of a shop folder, as `kpi calc` does: of a closed month it gives what was sealed. Writes
 * nothing. What is wrong with the shop or its files stands in `problems`; with an error among them there are no
 * statements. Throws a RangeError for what is no month.
 */
export async function calculateMonth(asked: MonthToCalculate): Promise<CalculatedMonth> {
  // Loaded when it is first called, so that importing the library costs nothing.
  const { calculatedMonth } = await import('./calculated-month.js');
  return calculatedMonth(asked);
}
