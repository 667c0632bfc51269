import type { Month } from '../lib/month.js';
import { changesBetween, type LineChange } from '../payroll/compare.js';
import type { PaidMonth } from '../payroll/run.js';
import type { Statement } from '../payroll/statement.js';
import { errorsOf, type Problem } from '../words/problem.js';
import type { ClosedMonth } from './closed-folder.js';

/** A closed month, paid under another policy. Earlier months stay as they were paid. */
export interface Backtested {
  readonly month: Month;
  readonly before: readonly Statement[];
  readonly after: readonly Statement[];
  readonly changes: readonly LineChange[];
  /** What forbids the other policy; the month stays unpaid under it then. */
  readonly problems: readonly Problem[];
}

/** A closed month against `paid`, the same month with its roster and settings under another policy. */
export function backtestMonth({ month, sealed }: ClosedMonth, paid: PaidMonth): Backtested {
  const before = sealed.statements;
  const problems = errorsOf(paid.problems);
  const after = problems.length > 0 ? before : paid.statements;
  return { month, before, after, changes: changesBetween(before, after), problems };
}
