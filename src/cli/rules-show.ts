import { jsonOf } from '../lib/json.js';
import { suggest } from '../lib/suggest.js';
import { branchesText } from '../output/formats/branches.js';
import { descriptionBranches, descriptionJson } from '../output/rules/rules.js';
import { listRules, showRule } from '../policy/rules.js';
import { forbidResult } from '../words/problem.js';
import { deliver } from './deliver.js';
import { EXIT, type ExitCode } from './exit.js';
import { placeOf, type TextFlags } from './flags.js';
import { chooseFormat, RULE_FORMATS } from './format.js';
import type { Io } from './io.js';
import { dataStyle } from './render.js';
import { reportProblems } from './report.js';
import { usageError } from './usage.js';

/** `kpi rules show`: a rulebook in words, or its text. */
export async function showRulebook(id: string, flags: TextFlags, io: Io): Promise<ExitCode> {
  const format = chooseFormat(flags, RULE_FORMATS, 'text');
  const { language, description, problems } = await showRule({ ...placeOf(flags), id });
  const reporting = { language, color: flags.color, strict: false, io };
  if (forbidResult(problems, false)) {
    await reportProblems(problems, reporting);
    return EXIT.problems;
  }
  if (description === undefined) {
    const { rulebooks } = await listRules(placeOf(flags));
    const ids = rulebooks.map((rulebook) => rulebook.id);
    throw usageError('usage.unknown_rule', { given: id }, suggest(id, ids));
  }
  const style = await dataStyle(flags, io);
  const content = {
    text: () => branchesText(descriptionBranches(description, language), style),
    json: () => jsonOf(descriptionJson(description, language)),
    yaml: () => withLineEnd(description.text),
  }[format]();
  const code = await deliver(content, flags.output, reporting);
  if (code === EXIT.done) await reportProblems(problems, reporting);
  return code;
}

function withLineEnd(content: string): string {
  return content.endsWith('\n') ? content : `${content}\n`;
}
