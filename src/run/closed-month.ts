import { type ClosedMonth, closedMonths, readClosed } from '../ledger/closed-folder.js';
import type { SealedMonth } from '../ledger/sealed-month.js';
import { sealedOpener } from '../ledger/sealed-shop.js';
import { readLedger } from '../ledger/whole-ledger.js';
import type { Month } from '../lib/month.js';
import type { PaidMonth } from '../payroll/run.js';
import { isActive } from '../shop/roster.js';
import { collectProblems, type Problems } from '../words/problem.js';

/**
 * A month's seal; undefined when the month is not closed, or when anything that is closed is not as it was written:
 * who takes a seal away does not open the month. Of a month after all that is closed the run that computes it says
 * so, with whatever else is wrong; of any other it is reported.
 */
export async function closedOf(
  folder: string,
  month: Month,
  problems: Problems,
): Promise<ClosedMonth | undefined> {
  const own = collectProblems();
  const ledger = await readLedger(folder, own);
  if (ledger === undefined) {
    const named = await closedMonths(folder, collectProblems());
    const isAfterAll = named?.every((each) => each < month) === true;
    if (!isAfterAll) problems.addAll(own.all);
    return undefined;
  }
  const isClosed = ledger.months.some((each) => each.month === month);
  return isClosed ? readClosed(folder, month, problems) : undefined;
}

/** A closed month as whatever shows months takes it. */
export async function paidMonthOf(
  sealed: SealedMonth,
  folder: string,
  language: PaidMonth['language'] | undefined,
): Promise<PaidMonth> {
  const { month, roster, metrics, inputs, statements, corrections } = sealed;
  const { shop } = await sealedOpener(sealed, folder)(collectProblems(), language);
  return {
    month,
    language: language ?? shop?.language ?? 'zh',
    shop,
    roster,
    active: roster.filter((agent) => isActive(agent, month)),
    metrics,
    inputs,
    problems: [],
    statements,
    corrections,
  };
}
