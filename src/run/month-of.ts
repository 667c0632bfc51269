import { historyOf } from '../ledger/closed-facts.js';
import type { ClosedMonth } from '../ledger/closed-folder.js';
import { correctionsDue } from '../ledger/corrections-due.js';
import { correctionsBefore, correctionsBehind } from '../ledger/known-corrections.js';
import type { SealedMonth } from '../ledger/sealed-month.js';
import { sealedOpener } from '../ledger/sealed-shop.js';
import { type Ledger, NOTHING_CLOSED, readLedger } from '../ledger/whole-ledger.js';
import { folderOpener } from '../payroll/calculate.js';
import type { MeasuredMonth, PaidMonth, RunRequest } from '../payroll/run.js';
import { isVariant, type Variant, variantOpener } from '../payroll/variant.js';
import { collectProblems } from '../words/problem.js';
import { paidMonthOf } from './closed-month.js';

/** Which month a command asks for, and what it is to rest on. */
export interface MonthAsked extends RunRequest {
  /** Its seal; undefined when it is not closed. */
  readonly closed: ClosedMonth | undefined;
  /**
   * Of a closed month: what was sealed, with nothing computed again; its files as they are today by the policy,
   * roster and earlier months that were sealed; or all as the folder stands, as of any month that is open.
   */
  readonly basis: 'seal' | 'sealed-policy' | 'folder';
  /** Another policy, which what is computed is computed by. */
  readonly variant?: Variant;
}

/** The month that is asked for: as it was sealed, or as `compute` makes it. */
export async function monthOf<Computed extends MeasuredMonth>(
  asked: MonthAsked,
  compute: (request: RunRequest) => Promise<Computed>,
): Promise<Computed | PaidMonth> {
  const { closed, basis, folder, language } = asked;
  if (closed !== undefined && basis === 'seal') return paidMonthOf(closed.sealed, folder, language);
  return compute(await runRequestOf(asked));
}

/** What has to be run to compute the month that is asked for. */
export async function runRequestOf({
  closed,
  basis,
  variant,
  ...request
}: MonthAsked): Promise<RunRequest> {
  const problems = collectProblems();
  const ledger = (await readLedger(request.folder, problems)) ?? NOTHING_CLOSED;
  const run: RunRequest = {
    known: problems.all,
    ...(closed === undefined || basis === 'folder'
      ? openRequest(request, ledger)
      : sealedRequest(closed.sealed, request, ledger)),
  };
  if (variant === undefined || !isVariant(variant)) return run;
  return { ...run, open: variantOpener(run.open ?? folderOpener(run.folder), variant) };
}

/** A run that knows the closed months before its own as they were corrected, and what it has to settle. */
function openRequest(request: RunRequest, ledger: Ledger): RunRequest {
  const { folder, month } = request;
  const before = ledger.months.flatMap((each) => (each.month < month ? [each.month] : []));
  return {
    corrections: correctionsDue(folder, month, ledger),
    ...request,
    history: historyOf(folder, before, correctionsBefore(month, ledger.corrections)),
  };
}

/** A run over a closed month as it was computed last. */
function sealedRequest(sealed: SealedMonth, request: RunRequest, ledger: Ledger): RunRequest {
  const { folder, month } = request;
  const behind = correctionsBehind(sealed, ledger.corrections);
  return {
    corrections: correctionsDue(folder, month, ledger),
    history: historyOf(folder, sealed.history, behind),
    ...request,
    open: sealedOpener(sealed, folder),
  };
}
