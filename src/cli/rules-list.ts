import { jsonOf } from '../lib/json.js';
import { rulebooksJson, rulebooksTable } from '../output/rules/rules.js';
import { listRules } from '../policy/rules.js';
import { forbidResult } from '../words/problem.js';
import { deliver } from './deliver.js';
import { EXIT, type ExitCode } from './exit.js';
import { type OutputFlags, placeOf } from './flags.js';
import { chooseFormat, TABLE_FORMATS } from './format.js';
import type { Io } from './io.js';
import { renderTable } from './render.js';
import { reportProblems } from './report.js';

/** `kpi rules list`: the rulebooks in force. */
export async function listRulebooks(flags: OutputFlags, io: Io): Promise<ExitCode> {
  const format = chooseFormat(flags, TABLE_FORMATS, io.stdout.isTerminal ? 'table' : 'csv');
  const { language, rulebooks, problems } = await listRules(placeOf(flags));
  const reporting = { language, color: flags.color, strict: flags.strict, io };
  if (forbidResult(problems, flags.strict)) {
    await reportProblems(problems, reporting);
    return EXIT.problems;
  }
  const content =
    format === 'json'
      ? jsonOf(rulebooksJson(rulebooks, language))
      : await renderTable(
          rulebooksTable(rulebooks, { language, ids: flags.ids }),
          format,
          flags,
          io,
        );
  const code = await deliver(content, flags.output, reporting);
  if (code === EXIT.done) await reportProblems(problems, reporting);
  return code;
}
