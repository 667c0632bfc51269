import type { Title } from '../../lib/language.js';
import { suggest } from '../../lib/suggest.js';
import type { FigureEvidence } from '../../metrics/evidence/evidence.js';
import type { PaidMonth } from '../../payroll/run.js';
import type { Statement } from '../../payroll/statement.js';
import type { Evidence } from '../../payroll/statement-evidence.js';
import { type NearNames, nearNames } from '../../words/known-names.js';
import { indentedText } from '../formats/indented-text.js';
import type { WorkbookSheet } from '../formats/workbook/workbook.js';
import { headOfMonth, workbookOfTable } from '../month/captioned-sheet.js';
import { type Edition, VERSION } from '../month/document.js';
import { PAID_AGENT_COLUMNS, PAY_SUM_COLUMNS } from '../month/pay-columns.js';
import { OWN_NOTICES } from '../month/salary-json.js';
import type { Branch } from '../report/branch.js';
import {
  columnsOfPart,
  jsonColumn,
  listColumn,
  onlyOf,
  optionalListColumn,
  type ReportColumn,
  tableOf,
  textColumn,
} from '../report/report-columns.js';
import { BOOLEAN, MONTH_TEXT } from '../report/shapes.js';
import { PLAIN_STYLE } from '../report/style.js';
import { evidenceBranches, figureBranches } from './evidence-branches.js';
import { FIGURE_ROWS_COLUMNS, ROWS_BEHIND } from './evidence-json.js';
import {
  type Explained,
  everythingOf,
  headOf,
  namesInStatement,
  partsLike,
  partsNamed,
  reasonBranches,
  statementNotices,
} from './explanation.js';
import { EXPLAINED_LINE_COLUMNS, EXPLAINED_SCORE_COLUMNS } from './explanation-json.js';
import {
  METRIC_COLUMNS,
  type MetricFigure,
  metricBranch,
  metricNames,
  metricsNamed,
} from './metric-explanation.js';

/** What is asked of a statement: everything, or what one word means in it. */
export interface Question {
  readonly parts: Explained;
  readonly metrics: readonly MetricFigure[];
  /** True when nothing in particular is asked. */
  readonly whole: boolean;
}

/** What a word means in a statement: lines, items, scores and metrics of that name; undefined: nothing. */
export function questionOf(
  word: string | undefined,
  statement: Statement,
  month: PaidMonth,
): Question | undefined {
  if (word === undefined) return { parts: everythingOf(statement), metrics: [], whole: true };
  const parts = partsNamed(statement, word);
  const metrics = metricsNamed(word, statement.agent, month);
  if (countOf(parts) + metrics.length > 0) return { parts, metrics, whole: false };
  const like = partsLike(statement, word);
  return countOf(like) === 0 ? undefined : { parts: like, metrics: [], whole: false };
}

function countOf({ lines, scores }: Explained): number {
  return lines.length + scores.length;
}

/** The other plans whose lines, items or scores a word names, as people call them. */
export function otherPlansWith(
  word: string,
  { plan }: Statement,
  { statements }: PaidMonth,
): readonly Title[] {
  const others = new Map(
    statements
      .filter((each) => each.plan !== plan && countOf(partsNamed(each, word)) > 0)
      .map((each) => [each.plan, each.planTitle]),
  );
  return [...others.values()];
}

/** The names that are near to a word that means nothing in a statement. */
export function namesNear(word: string, statement: Statement, month: PaidMonth): NearNames {
  const things = [...namesInStatement(statement), ...metricNames(statement.agent, month)];
  const { meant, known } = nearNames(word, things);
  const english = things.map(({ title }) => title.en);
  return { meant: meant ?? suggest(word, english), known };
}

/** Of what the rows are asked when a question is. */
export function rowsAsked({ parts, metrics, whole }: Question) {
  const explained = [...parts.scores.flatMap(({ items }) => items), ...parts.lines];
  return { explained, metrics: metrics.map(({ metric }) => metric), whole };
}

/** An answer: the statement, what is asked of it, and the rows behind it where these are asked for. */
export interface AnsweredQuestion {
  readonly statement: Statement;
  readonly question: Question;
  readonly evidence: Evidence | undefined;
}

/** An answer as a tree. `most`: how many rows are listed of one figure; undefined: all. */
export function answeredBranches(
  { statement, question, evidence }: AnsweredQuestion,
  { month, language }: PaidMonth,
  most: number | undefined,
): readonly Branch[] {
  const view = { language, most, agent: statement.agent, month };
  const rowsOf = (at: number) => {
    const figure = evidence?.metrics[at];
    return figure === undefined ? [] : figureBranches(figure, view);
  };
  return [
    headOf(statement, month, question.whole, language),
    ...reasonBranches(question.parts, language),
    ...question.metrics.map((metric, at) => {
      const branch = metricBranch(metric, language);
      return { ...branch, children: [...branch.children, ...rowsOf(at)] };
    }),
    ...(question.whole ? statementNotices(statement, language) : []),
    ...evidenceBranches(evidence?.parts ?? [], view),
  ];
}

/** An answer as a sheet, each sentence on a line of its own. */
export function answeredSheets(
  answer: AnsweredQuestion,
  month: PaidMonth,
): readonly WorkbookSheet[] {
  const { language } = month;
  const lines = indentedText(answeredBranches(answer, month, undefined), { style: PLAIN_STYLE });
  const view = { language, ids: false };
  const table = tableOf(SENTENCE_COLUMNS, lines.trimEnd().split('\n'), view, 0);
  return workbookOfTable(headOfMonth(month), 'table.explanation', table, language);
}

const SENTENCE_COLUMNS: readonly ReportColumn<string>[] = [
  textColumn('explanation', (sentence) => sentence, { long: true }),
];

/** What is answered of a metric, with the rows behind it where they were asked for. */
interface AnsweredMetric {
  readonly metric: MetricFigure;
  readonly rows: FigureEvidence | undefined;
}

const ANSWERED_METRIC_COLUMNS: readonly ReportColumn<AnsweredMetric>[] = [
  ...columnsOfPart(METRIC_COLUMNS, ({ metric }: AnsweredMetric) => metric),
  ...onlyOf(ROWS_BEHIND, ({ rows }: AnsweredMetric) => rows),
];

interface AnswerData {
  readonly month: Pick<PaidMonth, 'month'>;
  readonly edition: Edition;
  readonly answer: AnsweredQuestion;
}

/** An answer as a document, with every row. */
export const EXPLANATION_DOCUMENT: readonly ReportColumn<AnswerData>[] = [
  VERSION,
  jsonColumn('month', MONTH_TEXT, ({ month }) => month.month),
  jsonColumn('closed', BOOLEAN, ({ edition }) => edition.closed),
  ...columnsOfPart(PAID_AGENT_COLUMNS, ({ answer }: AnswerData) => answer.statement),
  listColumn('scores', EXPLAINED_SCORE_COLUMNS, ({ answer }) => answer.question.parts.scores),
  listColumn('lines', EXPLAINED_LINE_COLUMNS, ({ answer }) => answer.question.parts.lines),
  ...columnsOfPart([...PAY_SUM_COLUMNS, OWN_NOTICES], ({ answer }: AnswerData) => answer.statement),
  optionalListColumn('metrics', ANSWERED_METRIC_COLUMNS, ({ answer: { question, evidence } }) =>
    question.whole
      ? undefined
      : question.metrics.map((metric, at) => ({ metric, rows: evidence?.metrics[at] })),
  ),
  optionalListColumn('evidence', FIGURE_ROWS_COLUMNS, ({ answer }) => answer.evidence?.parts),
];
