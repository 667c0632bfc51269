import type { SealedMonth } from '../ledger/sealed-month.js';
import { jsonOf } from '../lib/json.js';
import { suggest } from '../lib/suggest.js';
import type { EvidenceSource } from '../metrics/evidence/evidence.js';
import {
  type Answer,
  answerBranches,
  answerJson,
  knownWords,
  type Question,
  questionOf,
  rowsAsked,
} from '../output/explain/answer.js';
import { branchesText } from '../output/formats/branches.js';
import { calculateMonth, withPaidMonth } from '../payroll/calculate.js';
import { changesBetween } from '../payroll/compare.js';
import { evidenceFor } from '../payroll/evidence.js';
import type { PaidMonth, RunRequest } from '../payroll/run.js';
import type { Statement } from '../payroll/statement.js';
import { collectProblems, forbidResult } from '../words/problem.js';
import { text } from '../words/text.js';
import { deliver } from './deliver.js';
import { EXIT, type ExitCode } from './exit.js';
import type { MonthFlags, TextFlags } from './flags.js';
import { chooseFormat, TEXT_FORMATS } from './format.js';
import { guardInputs } from './guard.js';
import type { Io } from './io.js';
import { dataStyle } from './render.js';
import { type Reporting, reportProblems, say } from './report.js';
import { runMonth } from './run-month.js';
import { sealOf } from './sealed-month.js';
import { agentNamed } from './select.js';
import { usageError } from './usage.js';
import { version } from './version.js';

export interface ExplainFlags extends TextFlags, MonthFlags {
  readonly strict: boolean;
  /** List the rows of the files behind the figures. */
  readonly rows: boolean;
}

/** Rows of one figure on a terminal. */
const MOST_ROWS = 50;

/** `kpi explain`: how each line of one agent's pay came about; `line` narrows it. */
export async function explain(
  agent: string,
  line: string | undefined,
  flags: ExplainFlags,
  io: Io,
): Promise<ExitCode> {
  const format = chooseFormat(flags, TEXT_FORMATS, 'text');
  const most = format === 'json' ? undefined : mostRows(flags, io);
  const seal = await sealOf(flags, io);
  if (seal === 'problems') return EXIT.problems;
  const sealed = seal.closed?.sealed;
  const ran = await runMonth(flags, io, { ...seal, basis: 'sealed-policy' }, (request) =>
    lookUp(agent, line, request, most, flags),
  );
  if (ran === undefined) return EXIT.problems;
  const month: Explained = ran.month;
  const { reporting } = ran;
  if (sealed !== undefined && !(await isAsSealed(sealed, month, reporting))) return EXIT.problems;
  const { answer, language, problems } = month;
  if (answer === undefined) return EXIT.problems;
  guardInputs(flags.output, month);
  const edition = { language, version: version(), closed: sealed !== undefined };
  const content =
    format === 'json'
      ? jsonOf(answerJson(answer, month, edition))
      : branchesText(answerBranches(answer, month, most), await dataStyle(flags, io));
  const code = await deliver(content, flags.output, reporting);
  if (code !== EXIT.done) return code;
  if (sealed !== undefined) {
    await say(io, text(language, 'explain.is_closed', { month: month.month }));
  }
  await reportProblems(problems, reporting);
  return code;
}

/** Whether a closed month still comes out as it was sealed; else there is nothing true to be explained. */
async function isAsSealed(
  sealed: SealedMonth,
  { month, statements }: PaidMonth,
  reporting: Reporting,
): Promise<boolean> {
  const lines = changesBetween(sealed.statements, statements).length;
  if (lines === 0) return true;
  const problems = collectProblems();
  problems.report('closed-differs', { file: month }, { params: { month, lines } });
  await reportProblems(problems.all, reporting);
  return false;
}

/** A month and what is explained in it; nothing where problems forbid a result. */
interface Explained extends PaidMonth {
  readonly answer?: Answer;
}

/** Pays the month and finds in it what is asked for; nothing is found where problems forbid a result. */
async function lookUp(
  agent: string,
  line: string | undefined,
  request: RunRequest,
  most: number | undefined,
  flags: ExplainFlags,
): Promise<Explained> {
  const find = async (month: PaidMonth, source: EvidenceSource | undefined) => {
    if (forbidResult(month.problems, flags.strict)) return month;
    const statement = statementOf(agent, month);
    const question = asked(line, statement, month);
    const rows = rowsAsked(question);
    const evidence = source && (await evidenceFor(statement, rows, month, source, most));
    return { ...month, answer: { statement, question, evidence } };
  };
  // Without rows nobody needs the engine any more once the month is measured.
  return flags.rows ? withPaidMonth(request, find) : find(await calculateMonth(request), undefined);
}

/** What a terminal shows of one figure's rows; a file or a pipe gets all of them. */
function mostRows({ output }: ExplainFlags, io: Io): number | undefined {
  return io.stdout.isTerminal && output === undefined ? MOST_ROWS : undefined;
}

function statementOf(word: string, month: PaidMonth): Statement {
  const { id, name } = agentNamed(word, month.roster);
  const statement = month.statements.find(({ agent }) => agent === id);
  if (statement !== undefined) return statement;
  throw usageError('usage.inactive_agent', { id, name, month: month.month });
}

/** What a word of the command line means in a statement; wrong use when it means nothing. */
function asked(line: string | undefined, statement: Statement, month: PaidMonth): Question {
  const question = questionOf(line, statement, month);
  if (question !== undefined) return question;
  const given = line ?? '';
  const known = knownWords(statement, month);
  // People say 提成 for 个人提成: part of a name is nearer than any spelling.
  const meant = known.find((word) => word.includes(given)) ?? suggest(given, known);
  throw usageError('usage.unknown_line', { given }, meant);
}
