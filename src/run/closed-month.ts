import type { InputKind } from '../catalogue/inputs.js';
import { metricsOf } from '../ledger/closed-facts.js';
import { type ClosedMonth, closedMonths, readChain, readClosed } from '../ledger/closed-folder.js';
import { settledOf } from '../ledger/corrections-due.js';
import type { SealedMonth } from '../ledger/sealed-month.js';
import { rosterOf, sealedOpener } from '../ledger/sealed-shop.js';
import { statementsOf } from '../ledger/sealed-statements.js';
import { known } from '../ledger/sealed-values.js';
import { sealedRequest } from '../ledger/verify.js';
import type { Month } from '../lib/month.js';
import type { PaidMonth, RunRequest } from '../payroll/run.js';
import { isActive } from '../shop/roster.js';
import { collectProblems, type Problems } from '../words/problem.js';
import { withHistory } from './history.js';

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
  const month = sealed.month as Month;
  const { shop } = await sealedOpener(sealed, folder)(collectProblems(), language);
  const roster = rosterOf(sealed.roster);
  return {
    month,
    language: language ?? shop?.language ?? 'zh',
    shop,
    roster,
    active: roster.filter((agent) => isActive(agent, month)),
    metrics: metricsOf(sealed),
    inputs: sealed.inputs.map(({ read_as: readAs, kind, ...input }) => ({
      ...input,
      readAs,
      kind: kind as InputKind,
    })),
    problems: [],
    statements: statementsOf(sealed),
    ...known({ corrections: sealed.corrections && settledOf(sealed.corrections) }),
  };
}

/** A run over a closed month as it was computed then; over any other as it stands. */
export async function asClosed(request: RunRequest, problems: Problems): Promise<RunRequest> {
  const closed = await closedOf(request.folder, request.month, problems);
  return closed === undefined ? withHistory(request) : sealedRequest(closed.sealed, request);
}
