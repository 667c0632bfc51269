import { reviewOf } from '../../ledger/period-review.js';
import { type Period, parsePeriod } from '../../lib/period.js';
import { version } from '../../lib/version.js';
import { workbookOfTable } from '../../output/month/captioned-sheet.js';
import { isReadable } from '../../output/months/followed-figures.js';
import { REVIEW_DOCUMENT, reviewTable } from '../../output/months/review-report.js';
import { recordOf } from '../../output/report/report-columns.js';
import { collectProblems, forbidResult } from '../../words/problem.js';
import { text } from '../../words/text.js';
import type { FilterFlags, OutputFlags } from '../flags/flags.js';
import { selected } from '../flags/select.js';
import { usageError } from '../flags/usage.js';
import { closedChain } from '../months/closed-chain.js';
import { EXIT } from '../present/exit.js';
import type { CommandResult } from '../present/result.js';
import type { Invocation } from './command.js';

interface ReviewFlags extends OutputFlags, FilterFlags {
  readonly period?: string;
}

/** `kpi review`: a quarter or a year over its closed months. */
export async function review({ flags, format }: Invocation<ReviewFlags>): Promise<CommandResult> {
  const period = periodOf(flags.period);
  const opened = await closedChain(flags);
  if ('refusal' in opened) return opened.refusal;
  const { chain, language, request } = opened;
  const collector = collectProblems();
  const reviewed = await reviewOf(chain, period, request.folder, collector);
  const problems = collector.all;
  if (reviewed === undefined || forbidResult(problems, flags.strict)) {
    return { language, problems, exit: EXIT.problems };
  }
  const agents = selected(reviewed.agents, (agent) => agent, reviewed.roster, flags);
  const view = { language, ids: flags.ids, readable: isReadable(format) };
  return {
    language,
    data: {
      table: () => reviewTable(agents, view),
      json: () => {
        const edition = { version: version() };
        return recordOf(REVIEW_DOCUMENT, { edition, review: reviewed, agents, problems }, language);
      },
      workbook: () => {
        const head = { shop: chain.at(-1)?.sealed.shop, period: period.name };
        return workbookOfTable(head, 'sheet.review', reviewTable(agents, view), language);
      },
    },
    notes: [agents.length === 0 && text(language, 'run.no_rows')],
    problems,
  };
}

function periodOf(given: string | undefined): Period {
  if (given === undefined) throw usageError('usage.no_period');
  const period = parsePeriod(given);
  if (period === undefined) throw usageError('usage.bad_period', { given });
  return period;
}
