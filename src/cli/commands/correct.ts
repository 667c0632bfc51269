import { type Corrected, correctMonth, type Found } from '../../ledger/correct-month.js';
import { isAsCorrected } from '../../ledger/differences.js';
import { agentsChanged } from '../../ledger/month-record.js';
import { plain } from '../../lib/decimal.js';
import type { Language } from '../../lib/language.js';
import { likelyMonth, type Month, parseMonth } from '../../lib/month.js';
import { version } from '../../lib/version.js';
import {
  CORRECTIONS_DOCUMENT,
  correctionSums,
  correctionsTable,
} from '../../output/months/corrections-report.js';
import { recordOf } from '../../output/report/report-columns.js';
import { calculateMonth } from '../../payroll/calculate.js';
import { monthOf } from '../../run/month-of.js';
import { text } from '../../words/text.js';
import type { MonthFlags, OutputFlags } from '../flags/flags.js';
import { usageError } from '../flags/usage.js';
import { announceMonth, requestOf } from '../months/asked-month.js';
import { shopLanguage } from '../months/closed-chain.js';
import { explainLine, lockedBy, signingKey } from '../months/sealing.js';
import { EXIT } from '../present/exit.js';
import { presentResult } from '../present/present.js';
import type { CommandResult } from '../present/result.js';
import { withProgress } from '../terminal/show-progress.js';
import type { Invocation } from './command.js';

interface CorrectFlags extends OutputFlags, MonthFlags {
  /** The month that pays and recovers. */
  readonly in?: string;
  readonly dryRun: boolean;
  /** The file of the private key that signs it. */
  readonly sign?: string;
}

/** The month that is corrected, and the one that settles it. */
interface Months {
  readonly month: Month;
  readonly into: Month;
  readonly language: Language;
}

/** `kpi correct`: what differs of a closed month, for a later one to pay and recover. */
export async function correct(invocation: Invocation<CorrectFlags>): Promise<CommandResult> {
  const { flags, io } = invocation;
  const request = requestOf(invocation);
  const { month } = request;
  const into = settlingMonth(flags, month);
  const language = await shopLanguage(request);
  const signing = await signingKey(flags);
  if ('refusal' in signing) return signing.refusal;
  const months: Months = { month, into, language };
  await announceMonth(invocation, months);
  const corrected = await correctMonth(
    request,
    (closed, how) => {
      const again = { ...request, ...how, month: closed.month, language };
      const asked = { ...again, closed, basis: 'sealed-policy' } as const;
      return withProgress(io, (watching) => monthOf({ ...asked, ...watching }, calculateMonth));
    },
    {
      version: version(),
      explain: explainLine,
      into,
      isDry: flags.dryRun,
      strict: flags.strict,
      ...signing,
      show: async (found) =>
        (await presentResult(shown(found, months, flags), invocation)) === EXIT.done,
    },
  );
  return outcome(corrected, months);
}

/** Reads the value of `--in`, which has to be given. */
function settlingMonth({ in: given }: CorrectFlags, corrected: Month): Month {
  if (given === undefined) throw usageError('usage.in_needed');
  const month = parseMonth(given);
  if (month === undefined) throw usageError('usage.bad_month', { given }, likelyMonth(given));
  if (month <= corrected) throw usageError('usage.in_later');
  return month;
}

/** What is about to be written. */
function shown(
  found: Found,
  { month, into, language }: Months,
  flags: CorrectFlags,
): CommandResult {
  const { lines, record, changed } = found;
  const seen = agentsChanged(record).length;
  const { paid, recovered } = correctionSums(lines);
  const params = {
    month,
    agents: found.month.statements.length,
    into,
    lines: lines.length,
    paid: plain(paid),
    recovered: plain(recovered),
  };
  const summary = [
    ...changed.map(({ file, how }) => text(language, `correct.${how}`, { file })),
    text(language, 'correct.all', params),
    ...(seen === 0 ? [] : [text(language, 'correct.record', { month, agents: seen })]),
  ];
  const edition = { version: version() };
  const data = { edition, month, into, isDry: flags.dryRun, found };
  return {
    language,
    data: {
      table: () => correctionsTable(lines, { language, ids: flags.ids }),
      json: () => recordOf(CORRECTIONS_DOCUMENT, data, language),
    },
    problems: [...found.month.problems, ...found.beyond],
    summary: isAsCorrected(found) ? [] : summary,
  };
}

/** What came of it, beside what was shown. */
function outcome(corrected: Corrected, { month, into, language }: Months): CommandResult {
  switch (corrected.kind) {
    case 'problems':
      return { language, problems: corrected.problems, exit: EXIT.problems };
    case 'not-shown':
      return { language, exit: EXIT.problems };
    case 'not-closed':
      return {
        language,
        notes: [text(language, 'correct.not_closed', { month })],
        exit: EXIT.problems,
      };
    case 'closed': {
      const { last } = corrected;
      return {
        language,
        notes: [text(language, 'correct.closed', { last, into })],
        exit: EXIT.refused,
      };
    }
    case 'locked':
      return lockedBy(corrected.holder, language);
    case 'nothing':
      return { language, notes: [text(language, 'correct.nothing', { month })] };
    case 'dry':
      return { language, notes: [text(language, 'correct.dry')] };
    case 'written': {
      const { file, sha256 } = corrected;
      return { language, notes: [text(language, 'correct.written', { file, sha256, into })] };
    }
  }
}
