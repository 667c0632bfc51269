import { type AgentReview, type Review, reviewOf } from '../ledger/period-review.js';
import { jsonOf } from '../lib/json.js';
import { type Period, parsePeriod } from '../lib/period.js';
import { reviewJson, reviewTable } from '../output/months/review.js';
import { problemsJson } from '../output/problems/problems-data.js';
import { collectProblems, forbidResult } from '../words/problem.js';
import { text } from '../words/text.js';
import { deliver } from './deliver.js';
import { EXIT, type ExitCode } from './exit.js';
import type { FilterFlags, OutputFlags } from './flags.js';
import { chooseFormat, TABLE_FORMATS } from './format.js';
import type { Io } from './io.js';
import { openChain } from './ledger.js';
import { renderTable } from './render.js';
import { reportProblems, say } from './report.js';
import { agentNamed, planNamed } from './select.js';
import { usageError } from './usage.js';
import { version } from './version.js';

export interface ReviewFlags extends OutputFlags, FilterFlags {
  readonly period?: string;
}

/** `kpi review`: a quarter or a year over its closed months. */
export async function review(flags: ReviewFlags, io: Io): Promise<ExitCode> {
  const format = chooseFormat(flags, TABLE_FORMATS, io.stdout.isTerminal ? 'table' : 'csv');
  const period = periodOf(flags.period);
  const opened = await openChain(flags, io);
  if (opened === undefined) return EXIT.problems;
  const { chain, reporting, request } = opened;
  const { language } = reporting;
  const problems = collectProblems();
  const reviewed = await reviewOf(chain, period, request.folder, problems);
  if (reviewed === undefined || forbidResult(problems.all, flags.strict)) {
    await reportProblems(problems.all, reporting);
    return EXIT.problems;
  }
  const agents = selected(reviewed, flags);
  const view = { language, ids: flags.ids, readable: format !== 'csv' };
  const document = {
    kpi: version(),
    ...reviewJson(reviewed, agents, language),
    problems: problemsJson(problems.all, language),
  };
  const content =
    format === 'json'
      ? jsonOf(document)
      : await renderTable(reviewTable(agents, view), format, flags, io);
  const code = await deliver(content, flags.output, reporting);
  if (code !== EXIT.done) return code;
  if (agents.length === 0) await say(io, text(language, 'run.no_rows'));
  await reportProblems(problems.all, reporting);
  return EXIT.done;
}

function periodOf(given: string | undefined): Period {
  if (given === undefined) throw usageError('usage.no_period');
  const period = parsePeriod(given);
  if (period === undefined) throw usageError('usage.bad_period', { given });
  return period;
}

function selected(
  { agents, roster }: Review,
  { agent, plan }: FilterFlags,
): readonly AgentReview[] {
  const named = new Set(agent.map((word) => agentNamed(word, roster).id));
  const known = agents.map((each) => each.plan);
  const plans = new Set(plan.map((word) => planNamed(word, known)));
  return agents.filter(
    (each) =>
      (named.size === 0 || named.has(each.agent)) && (plans.size === 0 || plans.has(each.plan)),
  );
}
