import type { Month } from '../lib/month.js';
import { changesBetween, type LineChange } from '../payroll/compare.js';
import type { PaidMonth, RunRequest } from '../payroll/run.js';
import type { Statement } from '../payroll/statement.js';
import { type Variant, variantOpener } from '../payroll/variant.js';
import { errorsOf, type Problem } from '../words/problem.js';
import type { ClosedMonth } from './closed-folder.js';
import { sealedOpener } from './sealed-shop.js';
import { sealedRequest } from './verify.js';

/** A closed month, paid under another policy. Earlier months stay as they were paid. */
export interface Backtested {
  readonly month: Month;
  readonly before: readonly Statement[];
  readonly after: readonly Statement[];
  readonly changes: readonly LineChange[];
  /** What forbids the other policy; the month stays unpaid under it then. */
  readonly problems: readonly Problem[];
}

/** Pays a closed month, with its inputs, roster and settings as they were sealed, under another policy. */
export async function backtestMonth(
  { month, sealed }: ClosedMonth,
  variant: Variant,
  request: Omit<RunRequest, 'month'>,
  pay: (request: RunRequest) => Promise<PaidMonth>,
): Promise<Backtested> {
  const before = sealed.statements;
  const open = variantOpener(sealedOpener(sealed, request.folder), variant);
  const paid = await pay({ ...sealedRequest(sealed, { ...request, month }), open });
  const problems = errorsOf(paid.problems);
  const after = problems.length > 0 ? before : paid.statements;
  return { month, before, after, changes: changesBetween(before, after), problems };
}
