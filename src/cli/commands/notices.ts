import { version } from '../../lib/version.js';
import { indentedText } from '../../output/formats/indented-text.js';
import { headOfMonth, workbookOfTable } from '../../output/month/captioned-sheet.js';
import { NOTICES_DOCUMENT, noticeTable } from '../../output/month/notice-data.js';
import { noticeBranches, noticeMarkdown } from '../../output/month/notice-sheet.js';
import { recordOf } from '../../output/report/report-columns.js';
import { calculateMonth } from '../../payroll/calculate.js';
import { postedNotices } from '../../payroll/notices.js';
import { text } from '../../words/text.js';
import type { FilterFlags, MonthFlags, OutputFlags } from '../flags/flags.js';
import { selectedStatements } from '../flags/select.js';
import { shownMonth } from '../months/asked-month.js';
import type { CommandResult } from '../present/result.js';
import type { Invocation } from './command.js';

type NoticesFlags = OutputFlags & FilterFlags & MonthFlags;

/** `kpi notices`: warnings, promotions that have come due and the like, as a notice to post. */
export async function notices(invocation: Invocation<NoticesFlags>): Promise<CommandResult> {
  const asked = await shownMonth(invocation, calculateMonth);
  if ('refusal' in asked) return asked.refusal;
  const { flags } = invocation;
  const { month, isClosed } = asked;
  const { language, problems } = month;
  const statements = selectedStatements(month, flags);
  const posted = postedNotices(month, statements);
  const view = { language, ids: flags.ids };
  const table = () => noticeTable(posted, view);
  const head = { month: month.month, shop: month.shop?.name ?? '' };
  const edition = { language, version: version(), closed: isClosed };
  return {
    language,
    data: {
      text: (look) => indentedText(noticeBranches(posted, head, view), look),
      table,
      json: () => recordOf(NOTICES_DOCUMENT, { month, notices: posted, edition }, language),
      workbook: () => workbookOfTable(headOfMonth(month), 'sheet.notices', table(), language),
      markdown: () => noticeMarkdown(posted, head, view),
    },
    notes: [
      statements.length === 0
        ? text(language, 'run.no_rows')
        : posted.length === 0 && text(language, 'notices.none', { month: month.month }),
      isClosed && text(language, 'notices.is_closed', { month: month.month }),
    ],
    problems,
  };
}
