import { type PostedNotice, postedNotices } from '../../payroll/notices.js';
import type { Problem } from '../../words/problem.js';
import { text, title } from '../../words/text.js';
import { addresseeText, levelText, textToSign } from '../month/notice-words.js';
import { html, type Markup } from '../pages/markup.js';
import { tableMarkup } from '../pages/tables.js';
import { remedyOf, sentenceOf, sortedProblems } from '../problems/problem-report.js';
import { type ReportColumn, tableOf, textColumn } from '../report/report-columns.js';
import type { Overview } from './overview.js';

/** Where a problem is and what it is; no cell of any file, which may hold what a buyer wrote. */
const COLUMNS: readonly ReportColumn<Problem>[] = [
  textColumn('level', ({ level }) => ({ id: level, title: title(`level.${level}`) })),
  textColumn('text', sentenceOf, { long: true }),
  textColumn('file', ({ file, line }) =>
    [file, line].filter((part) => part !== undefined).join(':'),
  ),
  textColumn('remedy', remedyOf, { long: true }),
];

const NOTICE_COLUMNS: readonly ReportColumn<PostedNotice>[] = [
  textColumn('level', (notice, language) => levelText(notice, language)),
  textColumn('name', (notice, language) => addresseeText(notice, language)),
  textColumn('notice', textToSign, { long: true }),
];

/** Promotions, warnings and findings, and what was left out and why. */
export function findingsSection({ month, statements, language }: Overview): Markup {
  const heading = text(language, 'overview.findings');
  const view = { language, ids: false };
  const notices = postedNotices(month, statements);
  const problems = sortedProblems(month.problems);
  const [ofNotices, ofProblems] = [
    text(language, 'sheet.notices'),
    text(language, 'sheet.problems'),
  ];
  const part = (name: string, table: Markup | undefined) => html`<h3>${name}</h3>
${table ?? html`<p>${text(language, 'overview.none')}</p>`}`;
  const shownNotices =
    notices.length === 0
      ? undefined
      : tableMarkup(tableOf(NOTICE_COLUMNS, notices, view, 1), { label: ofNotices, language });
  const shownProblems =
    problems.length === 0
      ? undefined
      : tableMarkup(tableOf(COLUMNS, problems, view, 1), { label: ofProblems, language });
  return html`<section id="findings"><h2>${heading}</h2>
${part(ofNotices, shownNotices)}
${part(ofProblems, shownProblems)}</section>
`;
}
