import { indentedText } from '../../output/formats/indented-text.js';
import { recordOf } from '../../output/report/report-columns.js';
import { TESTS_DOCUMENT, testBranches, testSummary } from '../../output/rules/rules-report.js';
import { testRules } from '../../policy/rules.js';
import { parsePlaceFlags, type TextFlags } from '../flags/flags.js';
import { usageError } from '../flags/usage.js';
import { EXIT } from '../present/exit.js';
import type { CommandResult } from '../present/result.js';
import type { Invocation } from './command.js';

/** `kpi rules test`: the examples in rulebooks, run as tests. */
export async function testRulebooks({
  flags,
  arguments: [ids],
}: Invocation<TextFlags, readonly [readonly string[]]>): Promise<CommandResult> {
  const { language, results, unknown, problems } = await testRules({
    ...parsePlaceFlags(flags),
    ids,
  });
  if (unknown !== undefined) {
    throw usageError('usage.unknown_rule', { given: unknown.name }, unknown.near);
  }
  return {
    language,
    data: {
      text: (look) => indentedText(testBranches(results, language), look),
      json: () => recordOf(TESTS_DOCUMENT, { results }, language),
    },
    problems,
    summary: [testSummary(results, language)],
    exit: results.some(({ failures }) => failures.length > 0) ? EXIT.problems : EXIT.done,
  };
}
