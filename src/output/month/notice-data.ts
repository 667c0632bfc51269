import { NOTICE_LEVELS } from '../../catalogue/pay-words.js';
import type { Json } from '../../lib/json.js';
import type { Language } from '../../lib/language.js';
import type { PostedNotice } from '../../payroll/notices.js';
import type { PaidMonth } from '../../payroll/run.js';
import { textColumn, type View } from '../formats/columns.js';
import { problemsJson } from '../problems/problems-data.js';
import type { Cell, Table } from '../tables/table.js';
import { type Edition, inputsJson } from './document.js';
import { levelText } from './notice-text.js';
import { addresseeText } from './notice-words.js';

/** One row per notice; what concerns a team stands under `*`. */
export function noticeTable(notices: readonly PostedNotice[], view: View): Table {
  const { language } = view;
  return {
    columns: [
      ...(['level', 'id', 'name', 'role', 'plan', 'rulebook', 'code'] as const).map((id) =>
        textColumn(id, language),
      ),
      textColumn('notice', language, true),
    ],
    rows: notices.map((notice) => noticeRow(notice, view)),
    keyColumns: 3,
  };
}

function noticeRow(notice: PostedNotice, view: View): Cell[] {
  const { level, to, plan, rulebook, code, text: said } = notice;
  const { ids, language } = view;
  const about =
    to.kind === 'agent'
      ? [to.id, to.name, ids ? to.role.id : to.role.title[language]]
      : ['*', addresseeText(notice, view), undefined];
  return [
    ids ? level : levelText(notice, language),
    ...about,
    plan.id,
    rulebook?.id,
    code,
    said[language],
  ];
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
    inputs: inputsJson(month.inputs),
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
    ...about,
    plan: plan.id,
    rulebook: rulebook?.id ?? null,
  };
}
