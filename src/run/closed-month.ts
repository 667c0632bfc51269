import { type ClosedMonth, closedMonths, readChain, readClosed } from '../ledger/closed-folder.js';
import type { SealedMonth } from '../ledger/sealed-month.js';
import { sealedOpener } from '../ledger/sealed-shop.js';
import type { Month } from '../lib/month.js';
import type { PaidMonth } from '../payroll/run.js';
import { isActive } from '../shop/roster.js';
import { collectProblems, type Problems } from '../words/problem.js';

/**
 * A month's seal; undefined when the month is not closed, or cannot be read. A month that is not closed while
 * later ones are is looked for in their chain: who takes a seal away does not open the month.
 */
export async function closedOf(
  folder: string,
  month: Month,
  problems: Problems,
): Promise<ClosedMonth | undefined> {
  const months = await closedMonths(folder, problems);
  if (months?.includes(month) === true) return readClosed(folder, month, problems);
  if (months?.some((later) => later > month) === true) await readChain(folder, problems);
  return undefined;
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
