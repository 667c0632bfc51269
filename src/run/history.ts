import { historyOf } from '../ledger/closed-facts.js';
import { closedMonths } from '../ledger/closed-folder.js';
import { correctionsDue } from '../ledger/corrections-due.js';
import type { RunRequest } from '../payroll/run.js';
import { collectProblems } from '../words/problem.js';

/** A run that knows the closed months before its own. */
export async function withHistory(request: RunRequest): Promise<RunRequest> {
  const problems = collectProblems();
  const months = (await closedMonths(request.folder, problems)) ?? [];
  const before = months.filter((month) => month < request.month);
  const history = historyOf(request.folder, before);
  return {
    ...request,
    corrections: correctionsDue(request.folder, request.month),
    history: (collector) => {
      collector.addAll(problems.all);
      return history(collector);
    },
  };
}
