import { calculateMonth } from '../payroll/calculate.js';
import type { Payable } from '../payroll/pay.js';
import { openPolicy } from '../policy/policy.js';
import { collectProblems, errorsOf, type Problems } from '../words/problem.js';
import { type MonthAsked, runRequestOf } from './month-of.js';

/** What a month's pay is worked out from; undefined, with the problems reported, when it cannot be paid. */
export async function payableMonth(
  asked: MonthAsked,
  problems: Problems,
): Promise<Payable | undefined> {
  const request = await runRequestOf(asked);
  const paid = await calculateMonth(request);
  problems.addAll(errorsOf(paid.problems));
  const { month, shop, active, metrics } = paid;
  const policy = shop && openPolicy(shop, collectProblems());
  if (shop === undefined || policy === undefined) return undefined;
  return { month, shop, policy, active, metrics, history: request.history?.(problems) };
}
