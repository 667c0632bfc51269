import { historyOf } from '../ledger/closed-facts.js';
import { type ClosedMonth, closedMonths } from '../ledger/closed-folder.js';
import { correctionsDue } from '../ledger/corrections-due.js';
import { readCorrections } from '../ledger/corrections-folder.js';
import { correctionsBefore, correctionsBehind } from '../ledger/known-corrections.js';
import type { SealedMonth } from '../ledger/sealed-month.js';
import { sealedOpener } from '../ledger/sealed-shop.js';
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
  const run =
    closed === undefined || basis === 'folder'
      ? await openRequest(request)
      : await sealedRequest(closed.sealed, request);
  if (variant === undefined || !isVariant(variant)) return run;
  return { ...run, open: variantOpener(run.open ?? folderOpener(run.folder), variant) };
}

/** A run that knows the closed months before its own as they were corrected, and what it has to settle. */
async function openRequest(request: RunRequest): Promise<RunRequest> {
  const { folder, month } = request;
  const problems = collectProblems();
  const months = (await closedMonths(folder, problems)) ?? [];
  const before = months.filter((each) => each < month);
  const corrections = (await readCorrections(folder, problems)) ?? [];
  const history = historyOf(folder, before, correctionsBefore(month, corrections));
  return {
    corrections: correctionsDue(folder, month),
    ...request,
    history: (collector) => {
      collector.addAll(problems.all);
      return history(collector);
    },
  };
}

/** A run over a closed month as it was computed last. */
async function sealedRequest(sealed: SealedMonth, request: RunRequest): Promise<RunRequest> {
  const { folder, month } = request;
  // What is wrong with them is told where they are settled.
  const corrections = (await readCorrections(folder, collectProblems())) ?? [];
  const behind = correctionsBehind(sealed, corrections);
  return {
    corrections: correctionsDue(folder, month),
    history: historyOf(folder, sealed.history, behind),
    ...request,
    open: sealedOpener(sealed, folder),
  };
}
