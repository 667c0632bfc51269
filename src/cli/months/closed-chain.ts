import type { ClosedMonth } from '../../ledger/closed-folder.js';
import { type Ledger, readChain, readLedger } from '../../ledger/whole-ledger.js';
import type { Language } from '../../lib/language.js';
import type { RunRequest } from '../../payroll/run.js';
import { hasShop, openShop } from '../../shop/open.js';
import { collectProblems } from '../../words/problem.js';
import type { MonthFlags } from '../flags/flags.js';
import { EXIT } from '../present/exit.js';
import { limitsOf, type Possibly } from './asked-month.js';

/** The closed months of a shop. */
interface ClosedChain {
  readonly request: Omit<RunRequest, 'month'>;
  readonly chain: readonly ClosedMonth[];
  readonly ledger: Ledger;
  readonly language: Language;
}

/** The chain of a shop's closed months, when it is whole. */
export async function closedChain(flags: MonthFlags): Promise<Possibly<ClosedChain>> {
  const request = limitsOf(flags);
  const language = await shopLanguage(request);
  const problems = collectProblems();
  const ledger = await readLedger(request.folder, problems);
  const chain = ledger && readChain(request.folder, ledger, problems);
  if (ledger !== undefined && chain !== undefined) {
    return { request, chain, ledger, language };
  }
  return { refusal: { language, problems: problems.all, exit: EXIT.problems } };
}

/** The language to speak of a shop whose month is not computed. */
export async function shopLanguage({
  folder,
  language,
}: Pick<RunRequest, 'folder' | 'language'>): Promise<Language> {
  if (language !== undefined || !(await hasShop(folder))) return language ?? 'zh';
  return (await openShop(folder, collectProblems()))?.language ?? 'zh';
}
