import type { SealedMonth } from '../../ledger/sealed-month.js';
import { inQuotes } from '../../lib/language.js';
import { version } from '../../lib/version.js';
import type { EvidenceSource } from '../../metrics/evidence/evidence.js';
import {
  type AnsweredQuestion,
  answeredBranches,
  answeredSheets,
  EXPLANATION_DOCUMENT,
  namesNear,
  otherPlansWith,
  type Question,
  questionOf,
  rowsAsked,
} from '../../output/explain/question.js';
import { indentedText } from '../../output/formats/indented-text.js';
import { problemsOfAgent } from '../../output/problems/problems-of-agent.js';
import { recordOf } from '../../output/report/report-columns.js';
import { calculateMonth, withPaidMonth } from '../../payroll/calculate.js';
import { changesBetween } from '../../payroll/compare.js';
import type { PaidMonth, RunRequest } from '../../payroll/run.js';
import type { Statement } from '../../payroll/statement.js';
import { evidenceFor } from '../../payroll/statement-evidence.js';
import { listedTitles } from '../../words/lists.js';
import { collectProblems, forbidResult, type Problem } from '../../words/problem.js';
import { text } from '../../words/text.js';
import type { MonthFlags, TextFlags } from '../flags/flags.js';
import { agentNamed } from '../flags/select.js';
import { usageError } from '../flags/usage.js';
import { askedMonth, askedSeal } from '../months/asked-month.js';
import { EXIT } from '../present/exit.js';
import type { CommandResult } from '../present/result.js';
import type { Invocation } from './command.js';

interface ExplainFlags extends TextFlags, MonthFlags {
  readonly strict: boolean;
  /** List the rows of the files behind the figures. */
  readonly rows: boolean;
}

type Invoked = Invocation<ExplainFlags, readonly [agent: string, line: string | undefined]>;

/** `kpi explain`: how each line of one agent's pay came about; a second argument narrows it. */
export async function explainPay(invocation: Invoked): Promise<CommandResult> {
  const most = mostRows(invocation);
  const seal = await askedSeal(invocation);
  if ('refusal' in seal) return seal.refusal;
  const { closed } = seal;
  const asked = await askedMonth(invocation, { closed, basis: 'sealed-policy' }, (request) =>
    lookUp(request, most, invocation),
  );
  if ('refusal' in asked) return asked.refusal;
  const month: Explained = asked.month;
  const { answer, language, problems } = month;
  const changed = closed === undefined ? [] : changedSince(closed.sealed, month);
  if (changed.length > 0) return { language, problems: changed };
  if (answer === undefined) return { language, problems, exit: EXIT.problems };
  const edition = { language, version: version(), closed: closed !== undefined };
  const { statement } = answer;
  const related = problemsOfAgent(statement, problems);
  const about = { name: statement.name, id: statement.agent, month: month.month };
  return {
    language,
    data: {
      text: (look) => indentedText(answeredBranches(answer, month, most), look),
      json: () => recordOf(EXPLANATION_DOCUMENT, { month, edition, answer }, language),
      workbook: () => answeredSheets(answer, month),
    },
    notes: [closed !== undefined && text(language, 'explain.is_closed', { month: month.month })],
    problems: related.own,
    summary:
      related.others === 0
        ? []
        : [text(language, 'explain.others_problems', { ...about, count: related.others })],
  };
}

/** What is wrong when a closed month no longer comes out as it was sealed: nothing true can be explained. */
function changedSince(sealed: SealedMonth, { month, statements }: PaidMonth): readonly Problem[] {
  const problems = collectProblems();
  const lines = changesBetween(sealed.statements, statements).length;
  if (lines > 0) problems.report('closed-differs', { file: month }, { params: { month, lines } });
  return problems.all;
}

/** A month and what is explained in it; nothing where problems forbid a result. */
interface Explained extends PaidMonth {
  readonly answer?: AnsweredQuestion;
}

/** Pays the month and finds in it what is asked for. */
async function lookUp(
  request: RunRequest,
  most: number | undefined,
  { flags, arguments: [agent, line] }: Invoked,
): Promise<Explained> {
  const find = async (month: PaidMonth, source: EvidenceSource | undefined) => {
    if (forbidResult(month.problems, flags.strict)) return month;
    const statement = statementOf(agent, month);
    const question = questionNamed(line, statement, month);
    const rows = rowsAsked(question);
    const evidence = source && (await evidenceFor(statement, rows, month, source, most));
    return { ...month, answer: { statement, question, evidence } };
  };
  // Without rows nobody needs the engine any more once the month is measured.
  return flags.rows ? withPaidMonth(request, find) : find(await calculateMonth(request), undefined);
}

/** Rows of one figure on a terminal. */
const MOST_ROWS = 50;

/** What a terminal shows of one figure's rows; a document, a file and a pipe get all of them. */
function mostRows({ flags, format, io }: Invoked): number | undefined {
  const isShown = format === 'text' && io.stdout.isTerminal && flags.output === undefined;
  return isShown ? MOST_ROWS : undefined;
}

function statementOf(word: string, month: PaidMonth): Statement {
  const { id, name } = agentNamed(word, month.roster);
  const statement = month.statements.find(({ agent }) => agent === id);
  if (statement !== undefined) return statement;
  throw usageError('usage.inactive_agent', { id, name, month: month.month });
}

/** What a word of the command line means in a statement; wrong use when it means nothing. */
function questionNamed(line: string | undefined, statement: Statement, month: PaidMonth): Question {
  const question = questionOf(line, statement, month);
  if (question !== undefined) return question;
  const given = line ?? '';
  const others = otherPlansWith(given, statement, month);
  if (others.length > 0) {
    const { agent: id, name, planTitle: plan } = statement;
    throw usageError('usage.line_of_other_plan', {
      given,
      name,
      id,
      plan,
      others: listedTitles('names', others.map(inQuotes)),
    });
  }
  throw usageError('usage.unknown_line', { given }, namesNear(given, statement, month));
}
