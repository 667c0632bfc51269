import type { Language } from '../../lib/language.js';
import { problemReport } from '../../output/problems/problem-report.js';
import { errorsOf, forbidResult, type Problem } from '../../words/problem.js';
import { text } from '../../words/text.js';
import type { Io } from '../terminal/io.js';
import { styleFor } from '../terminal/terminal-style.js';
import { say } from './say.js';

/** How a command reports: in which language, with colour or not, and whether warnings count. */
export interface Reporting {
  readonly language: Language;
  readonly color: boolean;
  readonly strict: boolean;
  readonly io: Io;
}

/** Writes problems to stderr, grouped and capped; says so when they are why there is no result. */
export async function reportProblems(
  problems: readonly Problem[],
  { language, color, strict, io }: Reporting,
): Promise<void> {
  if (problems.length === 0) return;
  const style = await styleFor(io.stderr, color, io);
  await io.stderr.write(problemReport(problems, { language, style, width: io.stderr.columns }));
  if (!forbidResult(problems, strict)) return;
  const isWrong = errorsOf(problems).length > 0;
  const why = text(language, isWrong ? 'problems.nothing_written' : 'problems.strict');
  await say(io, why);
}
