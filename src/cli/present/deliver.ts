import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { OutputFile } from '../../output/formats/data.js';
import { text } from '../../words/text.js';
import { usageError } from '../flags/usage.js';
import { EXIT, type ExitCode } from './exit.js';
import { guardInputs, type Inputs, isAmongClosed } from './guard.js';
import { type Reporting, reportProblems } from './report.js';
import { say } from './say.js';
import { writeWhole } from './write-file.js';
import { writeFolder } from './write-folder.js';

/** The mode of a file that nobody else may read. */
const OWNER_ONLY = 0o600;

/** How files are written. */
interface Delivering extends Inputs {
  /** For their owner alone. */
  readonly isPrivate: boolean;
  /** Nothing that is there already is written over. */
  readonly keepsExisting: boolean;
}

/** Writes a command's data to its file or folder, or to stdout when there is none. */
export async function deliver(
  content: string | Uint8Array | readonly OutputFile[],
  output: string | undefined,
  reporting: Reporting,
  { isPrivate, keepsExisting, ...inputs }: Delivering,
): Promise<ExitCode> {
  const { io, language } = reporting;
  const isOne = typeof content === 'string' || content instanceof Uint8Array;
  if (output === undefined) {
    if (isOne) await io.stdout.write(content);
    return EXIT.done;
  }
  const files = isOne ? [output] : content.map(({ name }) => join(output, name));
  const closed = files.find(isAmongClosed);
  if (closed !== undefined) {
    await say(io, text(language, 'close.no_output', { file: closed }));
    return EXIT.refused;
  }
  const present = keepsExisting ? files.find((file) => existsSync(file)) : undefined;
  if (present !== undefined) throw usageError('usage.file_exists', { file: present });
  for (const file of files) await guardInputs(file, inputs);
  const mode = isPrivate ? OWNER_ONLY : undefined;
  const problem = isOne
    ? await writeWhole(output, content, mode)
    : await writeFolder(output, content, mode);
  if (problem !== undefined) {
    await reportProblems([problem], reporting);
    return EXIT.problems;
  }
  if (io.stderr.isTerminal) await say(io, text(language, 'run.written', { file: output }));
  return EXIT.done;
}
