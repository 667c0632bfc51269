import { readPublicKey } from '../../ledger/sign-keys.js';
import { type Verified, verifyMonth } from '../../ledger/verify-month.js';
import { version } from '../../lib/version.js';
import { VERIFIED_DOCUMENT, verifiedTable } from '../../output/months/verified-report.js';
import { recordOf } from '../../output/report/report-columns.js';
import { calculateMonth } from '../../payroll/calculate.js';
import { monthOf } from '../../run/month-of.js';
import { collectProblems } from '../../words/problem.js';
import { text } from '../../words/text.js';
import { type MonthFlags, type OutputFlags, parseMonthFlag } from '../flags/flags.js';
import { closedChain } from '../months/closed-chain.js';
import { explainLine } from '../months/sealing.js';
import { EXIT } from '../present/exit.js';
import type { CommandResult } from '../present/result.js';
import { withProgress } from '../terminal/show-progress.js';
import type { Invocation } from './command.js';

interface VerifyFlags extends OutputFlags, MonthFlags {
  /** The public key that has to have signed every month. */
  readonly key?: string;
}

/** `kpi verify`: the chain of closed months, and each month computed again. */
export async function verify({ flags, io }: Invocation<VerifyFlags>): Promise<CommandResult> {
  const asked = parseMonthFlag(flags.month);
  const opened = await closedChain(flags);
  if ('refusal' in opened) return opened.refusal;
  const { request, chain, ledger, language } = opened;
  const problems = collectProblems();
  const key = flags.key === undefined ? undefined : readPublicKey(flags.key, problems);
  if (problems.hasErrors()) return { language, problems: problems.all, exit: EXIT.problems };
  const chosen = chain.filter(({ month }) => asked === undefined || month === asked);
  if (chosen.length === 0) {
    return asked === undefined
      ? { language, notes: [text(language, 'verify.none')] }
      : {
          language,
          notes: [text(language, 'verify.not_closed', { month: asked })],
          exit: EXIT.problems,
        };
  }
  const sealing = { version: version(), explain: explainLine, ledger, key };
  const verified: Verified[] = [];
  for (const closed of chosen) {
    const { month } = closed;
    const again = { ...request, month, closed, basis: 'sealed-policy' } as const;
    const found = await withProgress(io, async (watching) => {
      const paid = await monthOf({ ...again, ...watching }, calculateMonth);
      return verifyMonth(closed, paid, request.folder, sealing);
    });
    verified.push(found);
  }
  return {
    language,
    data: {
      table: () => verifiedTable(verified, { language, ids: flags.ids }),
      json: () =>
        recordOf(VERIFIED_DOCUMENT, { edition: { version: version() }, verified }, language),
    },
    exit: verified.some(({ state }) => state === 'differs' || state === 'unsigned')
      ? EXIT.problems
      : EXIT.done,
  };
}
