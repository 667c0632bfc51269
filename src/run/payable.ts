import { calculateMonth } from '../payroll/calculate.js';
import type { ComparedMonth } from '../payroll/effects.js';
import { openPolicy } from '../policy/policy.js';
import { collectProblems, errorsOf, type Problems } from '../words/problem.js';
import { type MonthAsked, runRequestOf } from './month-of.js';

/** What a month's pay is worked out from, and what it comes to; undefined, with the problems reported, when it cannot be paid. */
export async function payableMonth(
  asked: MonthAsked,
  problems: Problems,
): Promise<ComparedMonth | undefined> {
  const request = await runRequestOf(asked);
  const paid = await calculateMonth(request);
  problems.addAll(errorsOf(paid.problems));
  const { month, shop, active, metrics, statements } = paid;
  const policy = shop && openPolicy(shop, collectProblems());
  if (shop === undefined || policy === undefined) return undefined;
  const history = request.history?.(problems);
  return { month, shop, policy, active, metrics, history, statements };
}
