import { text } from '../../words/text.js';
import { EXIT, type ExitCode } from './exit.js';
import { isAmongClosed } from './guard.js';
import { type Reporting, reportProblems } from './report.js';
import { say } from './say.js';
import { writeWhole } from './write-file.js';

/** The mode of a file that nobody else may read. */
const OWNER_ONLY = 0o600;

/** Writes a command's data to its file, or to stdout when there is none; what is private for its owner alone. */
export async function deliver(
  content: string | Uint8Array,
  output: string | undefined,
  reporting: Reporting,
  isPrivate = false,
): Promise<ExitCode> {
  const { io, language } = reporting;
  if (output === undefined) {
    await io.stdout.write(content);
    return EXIT.done;
  }
  if (isAmongClosed(output)) {
    await say(io, text(language, 'close.no_output', { file: output }));
    return EXIT.refused;
  }
  const problem = await writeWhole(output, content, isPrivate ? OWNER_ONLY : undefined);
  if (problem !== undefined) {
    await reportProblems([problem], reporting);
    return EXIT.problems;
  }
  if (io.stderr.isTerminal) await say(io, text(language, 'run.written', { file: output }));
  return EXIT.done;
}
