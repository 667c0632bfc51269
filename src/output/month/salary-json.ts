import type { Json } from '../../lib/json.js';
import type { Language } from '../../lib/language.js';
import type { SettledCorrections } from '../../payroll/correction.js';
import { ownNotices, type PostedNotice, sharedNotices } from '../../payroll/notices.js';
import type { PaidMonth } from '../../payroll/run.js';
import type { Notice, ScorecardScore, Statement } from '../../payroll/statement.js';
import { problemsJson } from '../problems/problem-table.js';
import { recordOf, recordsOf } from '../report/report-columns.js';
import { type Edition, INPUT_COLUMNS, rowCountsJson } from './document.js';
import { figuresJson } from './metrics-json.js';
import { signJson } from './notice-words.js';
import { PAID_AGENT_COLUMNS, PAY_LINE_COLUMNS, PAY_SUM_COLUMNS, totalsOf } from './pay-columns.js';

/** The month's salary as a document; `statements` are those that are shown. */
export function salaryJson(
  month: PaidMonth,
  statements: readonly Statement[],
  { language, version, closed }: Edition,
): Json {
  return {
    kpi: version,
    month: month.month,
    shop: month.shop?.name ?? null,
    closed,
    agents: statements.map((statement) => statementJson(statement, language)),
    shop_metrics: figuresJson(month.metrics?.shop ?? new Map()),
    totals: totalsOf(statements),
    notices: sharedNotices(month, statements).map((notice) => sharedJson(notice, language)),
    corrections: month.corrections && { open: openJson(month.corrections, language) },
    inputs: recordsOf(INPUT_COLUMNS, month.inputs, language),
    rows: rowCountsJson(month.metrics?.counts ?? {}),
    problems: problemsJson(month.problems, language),
  };
}

/** What a month has left open of corrections, as data. */
function openJson({ open }: SettledCorrections, language: Language): Json {
  return open.map(({ agent, name, month, line, title, amount }) => ({
    agent,
    name,
    month,
    line,
    title: title[language],
    amount,
  }));
}

function statementJson(statement: Statement, language: Language): Json {
  return {
    ...recordOf(PAID_AGENT_COLUMNS, statement, language),
    scores: statement.scores.map(scoreJson),
    lines: recordsOf(PAY_LINE_COLUMNS, statement.lines, language),
    ...recordOf(PAY_SUM_COLUMNS, statement, language),
    notices: noticesJson(statement, language),
  };
}

/** What there is to say to an agent. */
export function noticesJson(statement: Statement, language: Language): Json {
  return ownNotices(statement).map((notice) => noticeJson(notice, language));
}

function noticeJson(notice: Notice, language: Language) {
  const { code, level, text } = notice;
  return { code, level, text: text[language], ...signJson(notice, language) };
}

/** What there is to say to a team or the whole shop. */
function sharedJson(notice: PostedNotice, language: Language): Json {
  const { to, plan } = notice;
  const team = to.kind === 'team' ? { plan: plan.id, team: to.part ?? null } : {};
  return { ...noticeJson(notice, language), to: to.kind, ...team };
}

function scoreJson({ rulebook, points, total, rank, items }: ScorecardScore): Json {
  return {
    rulebook,
    points,
    total,
    rank,
    items: items.map((item) => ({
      id: item.id,
      points: item.points ?? null,
      full: item.full ?? null,
    })),
  };
}
