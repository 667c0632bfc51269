import { jsonOf } from '../lib/json.js';
import { branchesText } from '../output/formats/branches.js';
import { testBranches, testSummary, testsJson } from '../output/rules/rules.js';
import { testRules } from '../policy/rules.js';
import { forbidResult, type Problem } from '../words/problem.js';
import { deliver } from './deliver.js';
import { EXIT, type ExitCode } from './exit.js';
import { placeOf, type TextFlags } from './flags.js';
import { chooseFormat, TEXT_FORMATS } from './format.js';
import type { Io } from './io.js';
import { dataStyle } from './render.js';
import { reportProblems, say } from './report.js';
import { usageError } from './usage.js';

/** `kpi rules test`: the examples in rulebooks, run as tests. */
export async function testRulebooks(
  ids: readonly string[],
  flags: TextFlags,
  io: Io,
): Promise<ExitCode> {
  const format = chooseFormat(flags, TEXT_FORMATS, 'text');
  const { language, results, problems } = await testRules({ ...placeOf(flags), ids });
  refuseUnknown(problems);
  const reporting = { language, color: flags.color, strict: false, io };
  if (forbidResult(problems, false)) {
    await reportProblems(problems, reporting);
    return EXIT.problems;
  }
  const content =
    format === 'json'
      ? jsonOf(testsJson(results, language))
      : branchesText(testBranches(results, language), await dataStyle(flags, io));
  const code = await deliver(content, flags.output, reporting);
  if (code !== EXIT.done) return code;
  await reportProblems(problems, reporting);
  await say(io, testSummary(results, language));
  return results.some(({ failures }) => failures.length > 0) ? EXIT.problems : EXIT.done;
}

/** An id on the command line that no rulebook has is wrong use, not a problem of the shop. */
function refuseUnknown(problems: readonly Problem[]): void {
  const codes = ['unknown-rulebook', 'misspelt-rulebook'];
  const unknown = problems.find(({ code, file }) => codes.includes(code) && file === undefined);
  if (unknown === undefined) return;
  const meant = unknown.params.meant === '' ? undefined : String(unknown.params.meant);
  throw usageError('usage.unknown_rule', { given: unknown.cell ?? '' }, meant);
}
