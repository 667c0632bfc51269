import { jsonOf } from '../lib/json.js';
import { branchesText } from '../output/formats/branches.js';
import { noticesDocument, noticeTable } from '../output/month/notice-data.js';
import { noticeBranches, noticeMarkdown } from '../output/month/notice-sheet.js';
import { calculateMonth } from '../payroll/calculate.js';
import { type PostedNotice, postedNotices } from '../payroll/notices.js';
import type { PaidMonth } from '../payroll/run.js';
import { text } from '../words/text.js';
import { deliver } from './deliver.js';
import { EXIT, type ExitCode } from './exit.js';
import type { FilterFlags, MonthFlags, OutputFlags } from './flags.js';
import { chooseFormat, TABLE_FORMATS, type TableFormat } from './format.js';
import { guardInputs } from './guard.js';
import type { Io } from './io.js';
import { dataStyle, renderTable } from './render.js';
import { reportProblems, say } from './report.js';
import { runMonth } from './run-month.js';
import { sealOf } from './sealed-month.js';
import { selectStatements } from './select.js';
import { version } from './version.js';

export type NoticesFlags = OutputFlags & FilterFlags & MonthFlags;

/** `kpi notices`: warnings, promotions that have come due and the like, as a notice to post. */
export async function notices(flags: NoticesFlags, io: Io): Promise<ExitCode> {
  const format = chooseFormat(flags, TABLE_FORMATS, io.stdout.isTerminal ? 'table' : 'csv');
  const sealed = await sealOf(flags, io);
  if (sealed === 'problems') return EXIT.problems;
  const ran = await runMonth(flags, io, { ...sealed, basis: 'seal' }, calculateMonth);
  if (ran === undefined) return EXIT.problems;
  const { month, reporting } = ran;
  const closed = sealed.closed !== undefined;
  const { language, problems } = month;
  const shown = selectStatements(month.statements, month.roster, flags);
  const posted = postedNotices(month, shown);
  guardInputs(flags.output, month);
  const content = await contentOf({ month, closed }, posted, format, flags, io);
  const code = await deliver(content, flags.output, reporting);
  if (code !== EXIT.done) return code;
  if (shown.length === 0) await say(io, text(language, 'run.no_rows'));
  else if (posted.length === 0) {
    await say(io, text(language, 'notices.none', { month: month.month }));
  }
  if (closed) await say(io, text(language, 'notices.is_closed', { month: month.month }));
  await reportProblems(problems, reporting);
  return EXIT.done;
}

async function contentOf(
  { month, closed }: { readonly month: PaidMonth; readonly closed: boolean },
  posted: readonly PostedNotice[],
  format: TableFormat,
  flags: NoticesFlags,
  io: Io,
): Promise<string> {
  const { language } = month;
  const view = { language, ids: flags.ids };
  const head = { month: month.month, shop: month.shop?.name ?? '' };
  switch (format) {
    case 'table':
      return branchesText(noticeBranches(posted, head, view), await dataStyle(flags, io));
    case 'csv':
      return renderTable(noticeTable(posted, view), format, flags, io);
    case 'json':
      return jsonOf(noticesDocument(month, posted, { language, version: version(), closed }));
    case 'markdown':
      return noticeMarkdown(posted, head, view);
  }
}
