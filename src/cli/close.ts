import { closeMonth } from '../ledger/close.js';
import { closedFile } from '../ledger/closed-folder.js';
import { decimal, plain, sum } from '../lib/decimal.js';
import type { Language } from '../lib/language.js';
import { calculateMonth } from '../payroll/calculate.js';
import { monthOf } from '../run/month-of.js';
import { text } from '../words/text.js';
import { EXIT, type ExitCode } from './exit.js';
import type { MonthFlags } from './flags.js';
import type { Io } from './io.js';
import { refuseLocked, tellLine } from './ledger.js';
import { announceMonth, requestOf } from './month.js';
import { withProgress } from './progress.js';
import { type Reporting, reportProblems, say } from './report.js';
import { usageError } from './usage.js';
import { version } from './version.js';

export interface CloseFlags extends MonthFlags {
  readonly strict: boolean;
  readonly evenIf?: string;
  readonly reason?: string;
}

/** `kpi close`: seals a month. */
export async function close(flags: CloseFlags, io: Io): Promise<ExitCode> {
  const evenIfProvisional = acceptedBy(flags);
  const closing = { version: version(), tell: tellLine, strict: flags.strict, evenIfProvisional };
  const request = requestOf(flags, io);
  let language: Language = request.language ?? 'zh';
  const closed = await withProgress(io, (watching) =>
    closeMonth(
      request.folder,
      request.month,
      async (open) => {
        const paid = await monthOf(
          { ...request, ...watching, open, closed: undefined, basis: 'folder' },
          calculateMonth,
        );
        language = paid.language;
        return paid;
      },
      closing,
    ),
  );
  const reporting: Reporting = { language, color: flags.color, strict: flags.strict, io };
  const { month } = request;
  await announceMonth(flags, month, language, io);
  switch (closed.kind) {
    case 'problems':
      await reportProblems(closed.problems, reporting);
      return EXIT.problems;
    case 'already':
      await say(io, text(language, 'close.already', { month }));
      return EXIT.refused;
    case 'locked':
      return refuseLocked(closed.holder, reporting);
    case 'closed': {
      const { statements } = closed.sealed;
      const payable = plain(sum(statements.map((each) => decimal(each.payable))));
      const { sha256 } = closed;
      const params = { month, agents: statements.length, payable, file: closedFile(month), sha256 };
      await io.stdout.write(`${text(language, 'close.done', params)}\n`);
      await reportProblems(closed.problems, reporting);
      return EXIT.done;
    }
  }
}

/** Why figures that are not final are accepted; undefined when they are not. */
function acceptedBy({ evenIf, reason }: CloseFlags): string | undefined {
  if (evenIf === undefined) return undefined;
  if (evenIf !== 'provisional') throw usageError('usage.even_if');
  if (reason === undefined || reason.trim() === '') throw usageError('usage.even_if_reason');
  return reason.trim();
}
