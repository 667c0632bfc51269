import { jsonOf } from '../lib/json.js';
import type { Language } from '../lib/language.js';
import { parseMonth } from '../lib/month.js';
import { version } from '../lib/version.js';
import { SALARY_DOCUMENT } from '../output/month/salary-json.js';
import { recordOf } from '../output/report/report-columns.js';
import { calculateMonth } from '../payroll/calculate.js';
import type { PaidMonth } from '../payroll/run.js';
import type { Statement } from '../payroll/statement.js';
import { closedOf } from '../run/closed-month.js';
import { monthOf } from '../run/month-of.js';
import {
  collectProblems,
  forbidResult,
  type Problem,
  problemRemedy,
  problemText,
} from '../words/problem.js';

/** Which month of which shop. */
export interface MonthToCalculate {
  /** The shop folder, absolute or from the current folder. */
  readonly folder: string;
  /** `2026-10`. */
  readonly month: string;
  /** Of problems and of the document; `lang` of kpi.yaml when it is left out. */
  readonly language?: Language;
  /** Megabytes that reading and counting may take before they go to the disk. */
  readonly memory?: number;
  /** A warning forbids a result as an error does, unless kpi.yaml acknowledges it. */
  readonly strict?: boolean;
}

/** What is wrong, where, and what to do about it. */
export interface ToldProblem
  extends Pick<Problem, 'level' | 'code' | 'file' | 'line' | 'column' | 'cell'> {
  readonly text: string;
  readonly remedy: string;
}

/** A month as it was calculated. Amounts are exact decimals, never binary floats. */
export interface CalculatedMonth {
  readonly month: string;
  /** The name of the shop; undefined when kpi.yaml cannot be read. */
  readonly shop: string | undefined;
  /** Whether it is a closed month, as it was sealed. */
  readonly closed: boolean;
  /** One for each agent, in roster order; none when a problem forbids a result. */
  readonly statements: readonly Statement[];
  readonly problems: readonly ToldProblem[];
  /** The document of `kpi calc --format json`, the same bytes; undefined when a problem forbids a result. */
  readonly json: string | undefined;
}

/** As `calculateMonth` of the library says. */
export async function calculatedMonth({
  folder,
  month: given,
  strict = false,
  ...limits
}: MonthToCalculate): Promise<CalculatedMonth> {
  const month = parseMonth(given);
  if (month === undefined) throw new RangeError(`no month: ${JSON.stringify(given)}`);
  const known = collectProblems();
  const closed = await closedOf(folder, month, known);
  const paid = await monthOf({ ...limits, folder, month, closed, basis: 'seal' }, calculateMonth);
  const problems = [...known.all, ...paid.problems];
  const isForbidden = forbidResult(problems, strict);
  const isClosed = closed !== undefined;
  return {
    month,
    shop: paid.shop?.name,
    closed: isClosed,
    statements: isForbidden ? [] : paid.statements,
    problems: problems.map((problem) => told(problem, paid.language)),
    json: isForbidden ? undefined : documentOf(paid, isClosed),
  };
}

function told(problem: Problem, language: Language): ToldProblem {
  const { level, code, file, line, column, cell } = problem;
  return {
    level,
    code,
    ...(file !== undefined && { file }),
    ...(line !== undefined && { line }),
    ...(column !== undefined && { column }),
    ...(cell !== undefined && { cell }),
    text: problemText(language, problem),
    remedy: problemRemedy(language, problem),
  };
}

function documentOf(month: PaidMonth, closed: boolean): string {
  const { statements, language } = month;
  const edition = { language, version: version(), closed };
  return jsonOf(recordOf(SALARY_DOCUMENT, { month, statements, edition }, language));
}
