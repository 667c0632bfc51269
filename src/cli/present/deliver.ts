import { text } from '../../words/text.js';
import { EXIT, type ExitCode } from './exit.js';
import { isAmongClosed } from './guard.js';
import { type Reporting, reportProblems } from './report.js';
import { say } from './say.js';
import { writeWhole } from './write-file.js';

/** Writes a command's data to its file, or to stdout when there is none. */
export async function deliver(
  content: string | Uint8Array,
  output: string | undefined,
  reporting: Reporting,
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
  const problem = await writeWhole(output, content);
  if (problem !== undefined) {
    await reportProblems([problem], reporting);
    return EXIT.problems;
  }
  if (io.stderr.isTerminal) await say(io, text(language, 'run.written', { file: output }));
  return EXIT.done;
}
