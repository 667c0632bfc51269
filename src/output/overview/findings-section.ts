import { postedNotices } from '../../payroll/notices.js';
import type { Problem } from '../../words/problem.js';
import { text, title } from '../../words/text.js';
import { html, type Markup } from '../pages/markup.js';
import { tableMarkup } from '../pages/tables.js';
import { remedyOf, sentenceOf, sortedProblems } from '../problems/problem-report.js';
import { type ReportColumn, tableOf, textColumn } from '../report/report-columns.js';
import { noticesPart } from './notices-part.js';
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

/** Promotions, warnings and findings, and what was left out and why. */
export function findingsSection({ month, statements, language }: Overview): Markup {
  const heading = text(language, 'overview.findings');
  const notices = postedNotices(month, statements);
  const problems = sortedProblems(month.problems);
  const [ofNotices, ofProblems] = [
    text(language, 'sheet.notices'),
    text(language, 'sheet.problems'),
  ];
  const none = (name: string) => html`<h3>${name}</h3>
<p>${text(language, 'overview.none')}</p>`;
  const shownProblems =
    problems.length === 0
      ? none(ofProblems)
      : html`<h3>${ofProblems}</h3>
${tableMarkup(tableOf(COLUMNS, problems, { language, ids: false }, 1), { label: ofProblems, language })}`;
  return html`<section id="findings"><h2>${heading}</h2>
${noticesPart(notices, ofNotices, language) ?? none(ofNotices)}
${shownProblems}</section>
`;
}
