import type { ClosedMonth } from '../ledger/closed-folder.js';
import { type Verified, verifyMonth } from '../ledger/verify.js';
import { jsonOf } from '../lib/json.js';
import { verifiedJson, verifiedTable } from '../output/months/verified.js';
import { calculateMonth } from '../payroll/calculate.js';
import type { RunRequest } from '../payroll/run.js';
import { monthOf } from '../run/month-of.js';
import { text } from '../words/text.js';
import { deliver } from './deliver.js';
import { EXIT, type ExitCode } from './exit.js';
import { type MonthFlags, type OutputFlags, parseMonthFlag } from './flags.js';
import { chooseFormat, TABLE_FORMATS } from './format.js';
import type { Io } from './io.js';
import { openChain, tellLine } from './ledger.js';
import { withProgress } from './progress.js';
import { renderTable } from './render.js';
import { say } from './report.js';
import { version } from './version.js';

export type VerifyFlags = OutputFlags & MonthFlags;

/** `kpi verify`: the chain of closed months, and each month computed again. */
export async function verify(flags: VerifyFlags, io: Io): Promise<ExitCode> {
  const format = chooseFormat(flags, TABLE_FORMATS, io.stdout.isTerminal ? 'table' : 'csv');
  const asked = parseMonthFlag(flags.month);
  const opened = await openChain(flags, io);
  if (opened === undefined) return EXIT.problems;
  const { request, chain, reporting } = opened;
  const { language } = reporting;
  const chosen = chain.filter(({ month }) => asked === undefined || month === asked);
  if (chosen.length === 0) {
    const none = asked === undefined ? text(language, 'verify.none') : undefined;
    await say(io, none ?? text(language, 'verify.not_closed', { month: asked ?? '' }));
    return asked === undefined ? EXIT.done : EXIT.problems;
  }
  const verified = await verifyAll(chosen, request, io);
  const view = { language, ids: flags.ids };
  const content =
    format === 'json'
      ? jsonOf({ kpi: version(), months: verifiedJson(verified, language) })
      : await renderTable(verifiedTable(verified, view), format, flags, io);
  const code = await deliver(content, flags.output, reporting);
  if (code !== EXIT.done) return code;
  return verified.every(({ state }) => state !== 'differs') ? EXIT.done : EXIT.problems;
}

async function verifyAll(
  chosen: readonly ClosedMonth[],
  request: Omit<RunRequest, 'month'>,
  io: Io,
): Promise<readonly Verified[]> {
  const verified: Verified[] = [];
  const sealing = { version: version(), tell: tellLine };
  for (const closed of chosen) {
    verified.push(
      await withProgress(io, async (watching) => {
        const { month } = closed;
        const asked = { ...request, ...watching, month, closed, basis: 'sealed-policy' } as const;
        return verifyMonth(closed, await monthOf(asked, calculateMonth), request.folder, sealing);
      }),
    );
  }
  return verified;
}
