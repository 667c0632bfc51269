import type { Data } from '../../output/formats/data.js';
import { FORMATS, type FormatName } from '../../output/formats/formats.js';
import { forbidResult } from '../../words/problem.js';
import type { CommonFlags } from '../flags/flags.js';
import type { Io } from '../terminal/io.js';
import { styleFor } from '../terminal/terminal-style.js';
import { deliver } from './deliver.js';
import { EXIT, type ExitCode } from './exit.js';
import { forTerminal } from './for-terminal.js';
import { reportProblems } from './report.js';
import type { CommandResult } from './result.js';
import { say } from './say.js';

/** Where and how a result is presented. */
export interface Presenting {
  readonly flags: CommonFlags & Partial<PresentationFlags>;
  readonly format: FormatName;
  readonly io: Io;
}

interface PresentationFlags {
  readonly output: string;
  readonly ids: boolean;
  readonly bom: boolean;
  readonly strict: boolean;
  readonly rules: string;
}

/**
 * Presents what a command gives: the data on stdout or in the file that `-o` names, then on stderr what there is
 * to say. Gives the exit code. Where problems forbid the result, or the data cannot be written, nothing more is
 * said than that.
 */
export async function presentResult(
  result: CommandResult,
  { flags, format, io }: Presenting,
): Promise<ExitCode> {
  const { language, data, notes = [], problems = [], summary = [] } = result;
  const { color, output, strict = false } = flags;
  const reporting = { language, color, strict, io };
  if (result.isFinding !== true && forbidResult(problems, strict)) {
    await reportProblems(problems, reporting);
    return EXIT.problems;
  }
  // Where the exit code is what was found, it may be all that is asked for.
  const isTold = result.exit !== undefined && io.stdout.isClosed === true && output === undefined;
  if (data !== undefined && !isTold) {
    const content = await contentOf(data, { flags, format, io });
    const { isPrivate = false, keepsExisting = false } = result;
    const inputs = { shop: flags.shop, reads: result.reads ?? [], rules: flags.rules };
    const delivering = { ...inputs, isPrivate, keepsExisting };
    const code = await deliver(content, output, reporting, delivering);
    if (code !== EXIT.done) return code;
  }
  for (const note of notes) if (note !== false) await say(io, note);
  await reportProblems(problems, reporting);
  for (const line of summary) await say(io, line);
  return result.exit ?? EXIT.done;
}

/** The data as their format has them, and as a terminal may get them. */
async function contentOf(data: Data, { flags, format, io }: Presenting) {
  const { color, output, ids = false, bom = true } = flags;
  const isFile = output !== undefined;
  const look = {
    style: await styleFor(io.stdout, color && !isFile, io),
    width: isFile ? undefined : io.stdout.columns,
    ids,
    isFile,
    bom,
  };
  const content = await FORMATS[format].write(data, look);
  const isSeen = !isFile && io.stdout.isTerminal;
  return isSeen && typeof content === 'string' ? forTerminal(content, format) : content;
}
