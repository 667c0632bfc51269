import { type ClosedMonth, readChain } from '../ledger/closed-folder.js';
import type { Holder } from '../ledger/lock.js';
import type { Sealing } from '../ledger/seal.js';
import type { Language, Title } from '../lib/language.js';
import { reasonOf } from '../output/month/salary-long.js';
import { formulaText, numbersText } from '../output/traces/formula-text.js';
import type { RunRequest } from '../payroll/run.js';
import { hasShop, openShop } from '../shop/open.js';
import { collectProblems } from '../words/problem.js';
import { text } from '../words/text.js';
import { EXIT, type ExitCode } from './exit.js';
import type { MonthFlags, OutputFlags } from './flags.js';
import type { Io } from './io.js';
import { limitsOf } from './month.js';
import { type Reporting, reportProblems, say } from './report.js';

/** How a line came about, in every language. */
export const tellLine: Sealing['tell'] = (line) => ({
  formula: inAll((language) => formulaText(line.trace, language)),
  numbers: inAll((language) => numbersText(line.trace, language)),
  reason: inAll((language) => reasonOf(line, language)),
});

function inAll(tell: (language: Language) => string): Title {
  return { zh: tell('zh'), en: tell('en') };
}

/** Says that another run holds the lock. */
export async function refuseLocked(
  { host, pid }: Holder,
  { io, language }: Reporting,
): Promise<ExitCode> {
  await say(io, text(language, 'close.locked', { host, pid }));
  return EXIT.refused;
}

/** The language to speak of a shop whose month is not computed. */
export async function shopLanguage({
  folder,
  language,
}: Pick<RunRequest, 'folder' | 'language'>): Promise<Language> {
  if (language !== undefined || !(await hasShop(folder))) return language ?? 'zh';
  return (await openShop(folder, collectProblems()))?.language ?? 'zh';
}

/** What a command over closed months works with. */
export interface ClosedMonths {
  readonly request: ReturnType<typeof limitsOf>;
  readonly chain: readonly ClosedMonth[];
  readonly reporting: Reporting;
}

/** The chain of a shop's closed months; undefined, with the problems reported, when it is not whole. */
export async function openChain(
  flags: OutputFlags & Omit<MonthFlags, 'month'>,
  io: Io,
): Promise<ClosedMonths | undefined> {
  const request = limitsOf(flags);
  const language = await shopLanguage(request);
  const reporting = { language, color: flags.color, strict: flags.strict, io };
  const problems = collectProblems();
  const chain = await readChain(request.folder, problems);
  if (chain !== undefined) return { request, chain, reporting };
  await reportProblems(problems.all, reporting);
  return undefined;
}
