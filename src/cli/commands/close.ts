import { closeMonth } from '../../ledger/close-month.js';
import { closedFile } from '../../ledger/closed-folder.js';
import { plain, sum } from '../../lib/decimal.js';
import type { Language } from '../../lib/language.js';
import { version } from '../../lib/version.js';
import { calculateMonth } from '../../payroll/calculate.js';
import { paidOut } from '../../payroll/statement.js';
import { monthOf } from '../../run/month-of.js';
import { text } from '../../words/text.js';
import type { MonthFlags } from '../flags/flags.js';
import { usageError } from '../flags/usage.js';
import { announceMonth, requestOf } from '../months/asked-month.js';
import { explainLine, lockedBy, signingKey } from '../months/sealing.js';
import { EXIT } from '../present/exit.js';
import type { CommandResult } from '../present/result.js';
import { withProgress } from '../terminal/show-progress.js';
import type { Invocation } from './command.js';

interface CloseFlags extends MonthFlags {
  readonly strict: boolean;
  readonly evenIf?: string;
  readonly reason?: string;
  /** The file of the private key that signs it. */
  readonly sign?: string;
}

/** `kpi close`: seals a month. */
export async function close(invocation: Invocation<CloseFlags>): Promise<CommandResult> {
  const { flags, io } = invocation;
  const evenIfProvisional = acceptedBy(flags);
  const signing = await signingKey(flags);
  if ('refusal' in signing) return signing.refusal;
  const closing = {
    version: version(),
    explain: explainLine,
    strict: flags.strict,
    evenIfProvisional,
    ...signing,
  };
  const request = requestOf(invocation);
  const { folder, month } = request;
  const asked = { ...request, closed: undefined, basis: 'folder' } as const;
  let language: Language = request.language ?? 'zh';
  const closed = await withProgress(io, (watching) =>
    closeMonth(
      folder,
      month,
      async (open) => {
        const paid = await monthOf({ ...asked, ...watching, open }, calculateMonth);
        language = paid.language;
        return paid;
      },
      closing,
    ),
  );
  await announceMonth(invocation, { month, language });
  switch (closed.kind) {
    case 'problems':
      return { language, problems: closed.problems, exit: EXIT.problems };
    case 'already':
      return { language, notes: [text(language, 'close.already', { month })], exit: EXIT.refused };
    case 'locked':
      return lockedBy(closed.holder, language);
    case 'closed': {
      const { sealed, sha256, problems } = closed;
      const { statements } = sealed;
      const payable = plain(sum(statements.map(paidOut)));
      const params = { month, agents: statements.length, payable, file: closedFile(month), sha256 };
      const line = `${text(language, 'close.done', params)}\n`;
      return { language, data: { text: () => line }, problems };
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
