import type { Json } from '../../lib/json.js';
import type { Language } from '../../lib/language.js';
import type { SettledCorrections } from '../../payroll/correction.js';
import type { PaidMonth } from '../../payroll/run.js';
import type { PayLine, Score, Statement } from '../../payroll/statement.js';
import { problemsJson } from '../problems/problems-data.js';
import { formulaText, numbersText } from '../traces/formula-text.js';
import { type Edition, inputsJson, rowsJson } from './document.js';
import { figuresJson } from './metrics-json.js';
import { totalsOf } from './salary.js';

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
    totals: { ...totalsOf(statements) },
    corrections: month.corrections && { open: openJson(month.corrections, language) },
    inputs: inputsJson(month.inputs),
    rows: rowsJson(month.metrics?.counts ?? {}),
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
    ...identityJson(statement),
    scores: statement.scores.map((score) => scoreJson(score)),
    lines: statement.lines.map((line) => lineJson(line, language)),
    ...sumsJson(statement),
    notices: noticesJson(statement, language),
  };
}

/** Whose statement it is. */
export function identityJson({ agent, name, role, plan }: Statement) {
  return { id: agent, name, role: role.id, plan };
}

/** What the lines come to. */
export function sumsJson({ gross, deductions, payable }: Statement) {
  return { gross, deductions, payable };
}

export function noticesJson({ notices }: Statement, language: Language): Json {
  return notices.map(({ code, level, text }) => ({ code, level, text: text[language] }));
}

function scoreJson({ rulebook, points, total, rank, items }: Score): Json {
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

/** A pay line with its formula; an absent line has no amount, and its condition as formula. */
export function lineJson(line: PayLine, language: Language) {
  return {
    id: line.id,
    title: line.title[language],
    kind: line.kind,
    category: line.category,
    amount: line.amount ?? null,
    rulebook: line.rulebook,
    formula: line.explanation?.formula[language] ?? formulaText(line.trace, language),
    numbers: line.explanation?.numbers[language] ?? numbersText(line.trace, language),
    source: line.source ?? null,
  };
}
