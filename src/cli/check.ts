import { jsonOf } from '../lib/json.js';
import type { Language } from '../lib/language.js';
import { problemReport } from '../output/problems/problems.js';
import { problemsJson, problemsTable } from '../output/problems/problems-data.js';
import { checkShop } from '../payroll/calculate.js';
import { forbidResult, type Problem } from '../words/problem.js';
import { text } from '../words/text.js';
import { deliver } from './deliver.js';
import { EXIT, type ExitCode } from './exit.js';
import { type MonthFlags, type OutputFlags, parseMonthFlag } from './flags.js';
import { chooseFormat, TABLE_FORMATS, type TableFormat } from './format.js';
import type { Io } from './io.js';
import { limitsOf } from './month.js';
import { withProgress } from './progress.js';
import { dataStyle, renderTable } from './render.js';
import { version } from './version.js';

export type CheckFlags = OutputFlags & MonthFlags;

/**
 * `kpi check`: everything that is wrong with config, rulebooks and a month's inputs. The findings are
 * what the command is for, so they go to stdout, errors too.
 */
export async function check(flags: CheckFlags, io: Io): Promise<ExitCode> {
  const format = chooseFormat(flags, TABLE_FORMATS, io.stdout.isTerminal ? 'table' : 'csv');
  const month = parseMonthFlag(flags.month);
  const request = { ...limitsOf(flags), month };
  const { language, problems } = await withProgress(io, (watching) =>
    checkShop({ ...request, ...watching }),
  );
  const reporting = { language, color: flags.color, strict: flags.strict, io };
  const content = await contentOf(problems, format, language, flags, io);
  const code = await deliver(content, flags.output, reporting);
  if (code !== EXIT.done) return code;
  return forbidResult(problems, flags.strict) ? EXIT.problems : EXIT.done;
}

async function contentOf(
  problems: readonly Problem[],
  format: TableFormat,
  language: Language,
  flags: CheckFlags,
  io: Io,
): Promise<string> {
  if (format === 'json') {
    const month = flags.month ?? null;
    return jsonOf({ kpi: version(), month, problems: problemsJson(problems, language) });
  }
  if (format !== 'table') {
    return renderTable(problemsTable(problems, { language, ids: flags.ids }), format, flags, io);
  }
  const report = problemReport(problems, { language, style: await dataStyle(flags, io) });
  if (problems.some(({ level }) => level !== 'info')) return report;
  const none = `${text(language, 'problems.none')}\n`;
  return report === '' ? none : `${report}\n${none}`;
}
