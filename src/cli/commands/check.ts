import { listMonths } from '../../intake/month/month-folder.js';
import { type Month, previousMonth } from '../../lib/month.js';
import { version } from '../../lib/version.js';
import { PROBLEMS_DOCUMENT } from '../../output/month/document.js';
import { problemReport, type ReportOptions } from '../../output/problems/problem-report.js';
import { problemsTable } from '../../output/problems/problem-table.js';
import { recordOf } from '../../output/report/report-columns.js';
import { checkShop } from '../../payroll/calculate.js';
import { runRequestOf } from '../../run/month-of.js';
import { forbidResult, type Problem } from '../../words/problem.js';
import { text } from '../../words/text.js';
import { type MonthFlags, type OutputFlags, parseMonthFlag } from '../flags/flags.js';
import { limitsOf } from '../months/asked-month.js';
import { EXIT } from '../present/exit.js';
import type { CommandResult } from '../present/result.js';
import { withProgress } from '../terminal/show-progress.js';
import type { Invocation } from './command.js';

/**
 * `kpi check`: everything that is wrong with config, rulebooks and a month's inputs. The findings are
 * what the command is for, so they are its data, errors too.
 */
export async function check({
  flags,
  io,
}: Invocation<OutputFlags & MonthFlags>): Promise<CommandResult> {
  const month = parseMonthFlag(flags.month);
  const where = limitsOf(flags);
  const { language, problems } = await withProgress(io, async (watching) => {
    const run =
      month === undefined
        ? where
        : await runRequestOf({ ...where, month, closed: undefined, basis: 'folder' });
    return checkShop({ ...run, ...watching, month });
  });
  return {
    language,
    // No problem found is not to be taken for no problem in a month that nobody looked at.
    notes: [
      month === undefined &&
        text(language, 'check.no_month', { month: await lastMonth(flags.shop, io.now) }),
    ],
    data: {
      text: ({ style, width }) => findings(problems, { language, style, width }),
      table: () => problemsTable(problems, { language, ids: flags.ids }),
      json: () => {
        const edition = { version: version() };
        return recordOf(PROBLEMS_DOCUMENT, { edition, month, problems }, language);
      },
    },
    exit: forbidResult(problems, flags.strict) ? EXIT.problems : EXIT.done,
  };
}

/** The last month that the shop has a folder of; the one that would be paid now, where it has none. */
async function lastMonth(folder: string, now: Date): Promise<Month> {
  return (await listMonths(folder)).at(-1) ?? previousMonth(now);
}

function findings(problems: readonly Problem[], options: ReportOptions): string {
  const report = problemReport(problems, options);
  if (problems.some(({ level }) => level !== 'info')) return report;
  const none = `${text(options.language, 'problems.none')}\n`;
  return report === '' ? none : `${report}\n${none}`;
}
