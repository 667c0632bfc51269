import { type Command, CommanderError } from 'commander';
import type { Language } from '../lib/language.js';
import { singleLine } from '../lib/text-width.js';
import { version } from '../lib/version.js';
import { text } from '../words/text.js';
import { commanderText } from './commander-text.js';
import { languageOfArguments } from './flags/language-flag.js';
import { isUsageError, usageText } from './flags/usage.js';
import { EXIT, type ExitCode } from './present/exit.js';
import { failureText } from './present/failure.js';
import { say } from './present/say.js';
import { declareProgram, type Outcome } from './program.js';
import { type Io, processIo } from './terminal/io.js';

/** Runs the program on the arguments of the command line and sets the exit code of the process. */
export async function main(argv: readonly string[]): Promise<void> {
  process.exitCode = await run(argv, processIo());
}

/** Runs the program and gives its exit code. Whatever it prints goes to `io`. */
export async function run(argv: readonly string[], io: Io): Promise<ExitCode> {
  const language = languageOfArguments(argv);
  const outcome: Outcome = { code: EXIT.done, help: '', usage: '' };
  const program = declareProgram(version(), { language, io, outcome });
  const { command, words } = commandIn(program, argv);
  try {
    await program.parseAsync(argv, { from: 'user' });
    return outcome.code;
  } catch (error) {
    return endedBy(error, outcome, { command, words, language, io }).catch((failure: unknown) =>
      failed(failure, language, io),
    );
  }
}

/** Says why a run has ended before its command did; that cannot always be written, either. */
async function endedBy(error: unknown, outcome: Outcome, ended: Ended): Promise<ExitCode> {
  const { words, language, io } = ended;
  if (error instanceof CommanderError) return commanderEnded(error, outcome, ended);
  if (isUsageError(error)) return wrongUse(usageText(error, language), words, language, io);
  return failed(error, language, io);
}

async function failed(error: unknown, language: Language, io: Io): Promise<ExitCode> {
  // Where stderr is what is full, the exit code has to say it alone.
  await say(io, failureText(error, language)).catch(() => undefined);
  return EXIT.problems;
}

/** The command that was to run, and how one types it. */
interface Ended {
  readonly command: Command;
  readonly words: string;
  readonly language: Language;
  readonly io: Io;
}

/** Commander ends a run by throwing: after help and version, and when it finds wrong use. */
async function commanderEnded(
  error: CommanderError,
  outcome: Outcome,
  { command, words, language, io }: Ended,
): Promise<ExitCode> {
  if (error.exitCode === 0) {
    await io.stdout.write(outcome.help);
    return EXIT.done;
  }
  // `kpi` alone, or `kpi rules`: the help is the answer, but it was no command.
  if (error.code === 'commander.help') {
    await io.stderr.write(outcome.usage);
    return EXIT.usage;
  }
  return wrongUse(commanderText(error, command, language), words, language, io);
}

async function wrongUse(message: string, command: string, language: Language, io: Io) {
  await say(io, `kpi: ${singleLine(message)}`);
  await say(io, text(language, 'usage.see_help', { command }));
  return EXIT.usage;
}

/** The command that the arguments name, and as one would type it: whose help page is of use. */
function commandIn(program: Command, argv: readonly string[]): Pick<Ended, 'command' | 'words'> {
  let command = program;
  const words = [program.name()];
  for (const argument of argv) {
    const sub = command.commands.find((each) => each.name() === argument);
    if (sub === undefined) continue;
    command = sub;
    words.push(argument);
  }
  return { command, words: words.join(' ') };
}
