import { indentedText } from '../../output/formats/indented-text.js';
import { recordOf } from '../../output/report/report-columns.js';
import { descriptionBranches, RULEBOOK_DOCUMENT } from '../../output/rules/rules-report.js';
import { showRule } from '../../policy/rules.js';
import { forbidResult } from '../../words/problem.js';
import { parsePlaceFlags, type TextFlags } from '../flags/flags.js';
import { usageError } from '../flags/usage.js';
import type { CommandResult } from '../present/result.js';
import type { Invocation } from './command.js';

/** `kpi rules show`: a rulebook in words, or its text. */
export async function showRulebook({
  flags,
  arguments: [id],
}: Invocation<TextFlags, readonly [string]>): Promise<CommandResult> {
  const shown = await showRule({ ...parsePlaceFlags(flags), id });
  const { language, description, problems } = shown;
  if (forbidResult(problems, false)) return { language, problems };
  if (description === undefined) throw usageError('usage.unknown_rule', { given: id }, shown.near);
  return {
    language,
    data: {
      text: (look) => indentedText(descriptionBranches(description, language), look),
      json: () => recordOf(RULEBOOK_DOCUMENT, description, language),
      yaml: () => withLineEnd(description.text),
    },
    problems,
  };
}

function withLineEnd(content: string): string {
  return content.endsWith('\n') ? content : `${content}\n`;
}
