import { NOTICE_LEVELS } from '../../catalogue/pay-words.js';
import type { Json } from '../../lib/json.js';
import type { Language } from '../../lib/language.js';
import type { PostedNotice } from '../../payroll/notices.js';
import type { PaidMonth } from '../../payroll/run.js';
import { title } from '../../words/text.js';
import { problemsJson } from '../problems/problem-table.js';
import {
  type ReportColumn,
  recordsOf,
  tableOf,
  textColumn,
  type View,
} from '../report/report-columns.js';
import type { ReportTable } from '../report/report-table.js';
import { type Edition, INPUT_COLUMNS } from './document.js';
import { addresseeText, signJson, textToSign } from './notice-words.js';

/** What concerns a team stands under `*`. */
const NOTICE_COLUMNS: readonly ReportColumn<PostedNotice>[] = [
  textColumn('level', ({ level }) => ({ id: level, title: title(`level.${level}`) })),
  textColumn('id', ({ to }) => (to.kind === 'agent' ? to.id : '*')),
  textColumn('name', (notice, language) =>
    notice.to.kind === 'agent' ? notice.to.name : addresseeText(notice, language),
  ),
  textColumn('role', ({ to }) => (to.kind === 'agent' ? to.role : undefined)),
  textColumn('plan', ({ plan }) => plan.id),
  textColumn('rulebook', ({ rulebook }) => rulebook?.id),
  textColumn('code', ({ code }) => code),
  textColumn('notice', textToSign, { long: true }),
];

/** One row per notice. */
export function noticeTable(notices: readonly PostedNotice[], view: View): ReportTable {
  return tableOf(NOTICE_COLUMNS, notices, view, 3);
}

/** The month's notices as a document, with how many there are of each level. */
export function noticesDocument(
  month: PaidMonth,
  notices: readonly PostedNotice[],
  { language, version, closed }: Edition,
): Json {
  const counts = NOTICE_LEVELS.toReversed().map((level) => [
    level,
    notices.filter((notice) => notice.level === level).length,
  ]);
  return {
    kpi: version,
    month: month.month,
    shop: month.shop?.name ?? null,
    closed,
    notices: notices.map((notice) => noticeJson(notice, language)),
    counts: Object.fromEntries(counts),
    inputs: recordsOf(INPUT_COLUMNS, month.inputs, language),
    problems: problemsJson(month.problems, language),
  };
}

function noticeJson(notice: PostedNotice, language: Language): Json {
  const { level, code, to, plan, rulebook, text: said } = notice;
  const about =
    to.kind === 'agent'
      ? { to: to.kind, id: to.id, name: to.name, role: to.role.id }
      : { to: to.kind, team: to.kind === 'team' ? (to.part ?? null) : null };
  return {
    level,
    code,
    text: said[language],
    ...signJson(notice, language),
    ...about,
    plan: plan.id,
    rulebook: rulebook?.id ?? null,
  };
}
