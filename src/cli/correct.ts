import { correctMonth, type Found } from '../ledger/correct.js';
import { plain } from '../lib/decimal.js';
import { jsonOf } from '../lib/json.js';
import type { Language } from '../lib/language.js';
import { likelyMonth, type Month, parseMonth } from '../lib/month.js';
import { correctionSums, correctionsJson, correctionsTable } from '../output/months/corrections.js';
import { calculateMonth } from '../payroll/calculate.js';
import { monthOf } from '../run/month-of.js';
import { text } from '../words/text.js';
import { deliver } from './deliver.js';
import { EXIT, type ExitCode } from './exit.js';
import type { MonthFlags, OutputFlags } from './flags.js';
import { chooseFormat, TABLE_FORMATS, type TableFormat } from './format.js';
import { guardInputs } from './guard.js';
import type { Io } from './io.js';
import { refuseLocked, shopLanguage, tellLine } from './ledger.js';
import { announceMonth, requestOf } from './month.js';
import { withProgress } from './progress.js';
import { renderTable } from './render.js';
import { type Reporting, reportProblems, say } from './report.js';
import { usageError } from './usage.js';
import { version } from './version.js';

export interface CorrectFlags extends OutputFlags, MonthFlags {
  /** The month that pays and recovers. */
  readonly in?: string;
  readonly dryRun: boolean;
}

/** `kpi correct`: what differs of a closed month, for a later one to pay and recover. */
export async function correct(flags: CorrectFlags, io: Io): Promise<ExitCode> {
  const format = chooseFormat(flags, TABLE_FORMATS, io.stdout.isTerminal ? 'table' : 'csv');
  const request = requestOf(flags, io);
  const { month } = request;
  const into = settlingMonth(flags, month);
  const language = await shopLanguage(request);
  const reporting: Reporting = { language, color: flags.color, strict: flags.strict, io };
  await announceMonth(flags, month, language, io);
  const showing: Showing = { month, into, format, flags, reporting };
  const corrected = await correctMonth(
    request,
    (closed, corrections) => {
      const asked = { ...request, language, closed, corrections, basis: 'sealed-policy' } as const;
      return withProgress(io, (watching) => monthOf({ ...asked, ...watching }, calculateMonth));
    },
    {
      version: version(),
      tell: tellLine,
      into,
      isDry: flags.dryRun,
      strict: flags.strict,
      show: (found) => show(found, showing),
    },
  );
  switch (corrected.kind) {
    case 'problems':
      await reportProblems(corrected.problems, reporting);
      return EXIT.problems;
    case 'not-shown':
      return EXIT.problems;
    case 'not-closed':
      await say(io, text(language, 'correct.not_closed', { month }));
      return EXIT.problems;
    case 'closed':
      await say(io, text(language, 'correct.closed', { last: corrected.last, into }));
      return EXIT.refused;
    case 'locked':
      return refuseLocked(corrected.holder, reporting);
    case 'nothing':
      await say(io, text(language, 'correct.nothing', { month }));
      return EXIT.done;
    case 'dry':
      await say(io, text(language, 'correct.dry'));
      return EXIT.done;
    case 'written': {
      const { file, sha256 } = corrected;
      await say(io, text(language, 'correct.written', { file, sha256, into }));
      return EXIT.done;
    }
  }
}

/** Reads the value of `--in`, which has to be given. */
function settlingMonth({ in: given }: CorrectFlags, corrected: Month): Month {
  if (given === undefined) throw usageError('usage.in_needed');
  const month = parseMonth(given);
  if (month === undefined) throw usageError('usage.bad_month', { given }, likelyMonth(given));
  if (month <= corrected) throw usageError('usage.in_later');
  return month;
}

interface Showing {
  readonly month: Month;
  readonly into: Month;
  readonly format: TableFormat;
  readonly flags: CorrectFlags;
  readonly reporting: Reporting;
}

/** Prints what is about to be written; false when it could not be printed. */
async function show(found: Found, showing: Showing): Promise<boolean> {
  const { flags, reporting, into } = showing;
  const { io, language } = reporting;
  guardInputs(flags.output, found.month);
  const content = await contentOf(found, showing);
  if ((await deliver(content, flags.output, reporting)) !== EXIT.done) return false;
  await reportProblems(found.month.problems, reporting);
  if (found.lines.length === 0) return true;
  for (const { file, how } of found.changed) {
    await say(io, text(language, `correct.${how}`, { file }));
  }
  const { paid, recovered } = correctionSums(found.lines);
  const params = {
    month: showing.month,
    agents: found.month.statements.length,
    into,
    lines: found.lines.length,
    paid: plain(paid),
    recovered: plain(recovered),
  };
  await say(io, text(language, 'correct.all', params));
  return true;
}

async function contentOf(
  found: Found,
  { month, into, format, flags, reporting }: Showing,
): Promise<string> {
  const { io, language }: { readonly io: Io; readonly language: Language } = reporting;
  if (format !== 'json') {
    const table = correctionsTable(found.lines, { language, ids: flags.ids });
    return renderTable(table, format, flags, io);
  }
  const head = { kpi: version(), month, in: into, dry_run: flags.dryRun };
  return jsonOf({ ...head, ...correctionsJson(found, language) });
}
