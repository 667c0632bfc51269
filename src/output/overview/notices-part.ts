import type { PostedNotice } from '../../payroll/notices.js';
import { addresseeText, levelText, textToSign } from '../month/notice-words.js';
import { html, type Markup } from '../pages/markup.js';
import { tableMarkup } from '../pages/tables.js';
import { type ReportColumn, tableOf, textColumn } from '../report/report-columns.js';
import type { Overview } from './overview.js';

const NOTICE_COLUMNS: readonly ReportColumn<PostedNotice>[] = [
  textColumn('level', (notice, language) => levelText(notice, language)),
  textColumn('name', (notice, language) => addresseeText(notice, language)),
  textColumn('notice', textToSign, { long: true }),
];

/** Notices under a heading; nothing where there are none. */
export function noticesPart(
  notices: readonly PostedNotice[],
  label: string,
  language: Overview['language'],
): Markup | undefined {
  if (notices.length === 0) return undefined;
  const table = tableOf(NOTICE_COLUMNS, notices, { language, ids: false }, 1);
  return html`<h3>${label}</h3>
${tableMarkup(table, { label, language })}`;
}
