import { suggest } from '../lib/suggest.js';
import type { EvidenceSource } from '../metrics/evidence/evidence.js';
import { branchesText } from '../output/branches.js';
import { evidenceBranches, figureBranches } from '../output/evidence.js';
import { figureEvidenceJson, rowsJson } from '../output/evidence-json.js';
import {
  everythingOf,
  explain as explainParts,
  headOf,
  namesOf,
  noticeBranches,
  partsNamed,
} from '../output/explanation.js';
import { explanationJson } from '../output/explanation-json.js';
import { jsonOf } from '../output/json.js';
import {
  metricBranch,
  metricJson,
  metricNames,
  metricsNamed,
} from '../output/metric-explanation.js';
import { calculateMonth, withPaidMonth } from '../payroll/calculate.js';
import { type Evidence, evidenceFor } from '../payroll/evidence.js';
import type { PaidMonth, RunRequest } from '../payroll/run.js';
import type { Statement } from '../payroll/statement.js';
import { deliver } from './deliver.js';
import { EXIT, type ExitCode } from './exit.js';
import type { MonthFlags, TextFlags } from './flags.js';
import { chooseFormat, TEXT_FORMATS } from './format.js';
import { guardInputs } from './guard.js';
import type { Io } from './io.js';
import { announceMonth, requestOf } from './month.js';
import { withProgress } from './progress.js';
import { dataStyle } from './render.js';
import { forbidResult, reportProblems } from './report.js';
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
  const request = requestOf(flags, io);
  const most = format === 'json' ? undefined : mostRows(flags, io);
  const { month, found } = await withProgress(io, (watching) =>
    lookUp(agent, line, { ...request, ...watching }, most, flags),
  );
  const { language, problems } = month;
  const reporting = { language, color: flags.color, strict: flags.strict, io };
  await announceMonth(flags, request.month, language, io);
  if (found === undefined) {
    await reportProblems(problems, reporting);
    return EXIT.problems;
  }
  const { statement, meaning, evidence } = found;
  guardInputs(flags.output, month);
  const content =
    format === 'json'
      ? jsonOf(documentOf(statement, meaning, evidence, month))
      : branchesText(
          branchesOf(statement, meaning, evidence, most, month),
          await dataStyle(flags, io),
        );
  const code = await deliver(content, flags.output, reporting);
  if (code === EXIT.done) await reportProblems(problems, reporting);
  return code;
}

/** Pays the month and finds in it what is asked for; nothing is found where problems forbid a result. */
async function lookUp(
  agent: string,
  line: string | undefined,
  request: RunRequest,
  most: number | undefined,
  flags: ExplainFlags,
) {
  const find = async (month: PaidMonth, source: EvidenceSource | undefined) => {
    if (forbidResult(month.problems, flags.strict)) return { month };
    const statement = statementOf(agent, month);
    const meaning = meaningOf(line, statement, month);
    const { parts, metrics, whole } = meaning;
    const explained = [...parts.scores.flatMap(({ items }) => items), ...parts.lines];
    const asked = { explained, metrics: metrics.map(({ metric }) => metric), whole };
    const evidence = source && (await evidenceFor(statement, asked, month, source, most));
    return { month, found: { statement, meaning, evidence } };
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

/** What a word of the command line means in a statement: lines, items, scores and metrics of that name. */
function meaningOf(line: string | undefined, statement: Statement, month: PaidMonth) {
  if (line === undefined) return { parts: everythingOf(statement), metrics: [], whole: true };
  const parts = partsNamed(statement, line);
  const metrics = metricsNamed(line, statement.agent, month);
  if (parts.lines.length + parts.scores.length + metrics.length > 0) {
    return { parts, metrics, whole: false };
  }
  const known = [...namesOf(statement), ...metricNames(statement.agent, month)];
  throw usageError('usage.unknown_line', { given: line }, suggest(line, known));
}

type Meaning = ReturnType<typeof meaningOf>;

function branchesOf(
  statement: Statement,
  meaning: Meaning,
  evidence: Evidence | undefined,
  most: number | undefined,
  { month, language }: PaidMonth,
) {
  const telling = { language, most, agent: statement.agent, month };
  const rowsOf = (at: number) => {
    const figure = evidence?.metrics[at];
    return figure === undefined ? [] : figureBranches(figure, telling);
  };
  return [
    headOf(statement, month, language),
    ...explainParts(meaning.parts, language),
    ...meaning.metrics.map((metric, at) => {
      const branch = metricBranch(metric, language);
      return { ...branch, children: [...branch.children, ...rowsOf(at)] };
    }),
    ...(meaning.whole ? noticeBranches(statement, language) : []),
    ...evidenceBranches(evidence?.parts ?? [], telling),
  ];
}

function documentOf(
  statement: Statement,
  { parts, metrics, whole }: Meaning,
  evidence: Evidence | undefined,
  month: PaidMonth,
) {
  const { language } = month;
  const edition = { language, version: version(), closed: false };
  const rowsOf = (at: number) => {
    const figure = evidence?.metrics[at];
    return figure === undefined ? {} : rowsJson(figure);
  };
  return {
    ...explanationJson(statement, parts, month.month, edition),
    ...(whole
      ? {}
      : {
          metrics: metrics.map((metric, at) => ({
            ...metricJson(metric, language),
            ...rowsOf(at),
          })),
        }),
    ...(evidence === undefined
      ? {}
      : { evidence: evidence.parts.map((figure) => figureEvidenceJson(figure, language)) }),
  };
}
