import { Command as CommanderCommand } from 'commander';
import type { Language } from '../lib/language.js';
import { helpText } from '../words/help-page.js';
import { text } from '../words/text.js';
import type { Command, CommandGroup } from './commands/command.js';
import { COMMANDS } from './commands/list.js';
import type { CommonFlags, TextFlags } from './flags/flags.js';
import { chooseFormat } from './flags/format.js';
import { checkMonthArguments } from './flags/month-arguments.js';
import type { OptionSpec } from './flags/options.js';
import { checkShopFolder } from './flags/shop-folder.js';
import { localiseHelp } from './localise-help.js';
import { EXIT, type ExitCode } from './present/exit.js';
import type { ShopsFlags } from './shops/for-shops.js';
import type { Io } from './terminal/io.js';

/** What came of a run; filled in while it goes on. */
export interface Outcome {
  code: ExitCode;
  /** What commander wants on stdout, and on stderr. */
  help: string;
  usage: string;
}

/** What the commands are declared with. */
interface Setting {
  readonly language: Language;
  readonly io: Io;
  readonly outcome: Outcome;
}

/** The command line: what every command has, and the commands of the list. */
export function declareProgram(version: string, setting: Setting): CommanderCommand {
  const { language, io, outcome } = setting;
  const program = localiseHelp(new CommanderCommand('kpi'), language)
    .description(text(language, 'help.program'))
    .option('-C, --shop <folder>', text(language, 'help.shop'), '.')
    .option('--lang <language>', text(language, 'help.lang'))
    .option('--no-color', text(language, 'help.no_color'))
    .option('--no-cache', text(language, 'help.no_cache'))
    .version(version, '-V, --version', text(language, 'help.version'))
    .helpOption('-h, --help', text(language, 'help.help'))
    .helpCommand('help [command]', text(language, 'help.help_command'))
    .addHelpText('after', () => helpText(language, 'program'))
    .exitOverride()
    .configureOutput({
      // Commander prints without waiting; its texts are kept until they can be written in order.
      writeOut: (help) => {
        outcome.help += help;
      },
      writeErr: (usage) => {
        outcome.usage += usage;
      },
      outputError: () => undefined,
      getOutHelpWidth: () => io.stdout.columns ?? HELP_WIDTH,
      getErrHelpWidth: () => io.stderr.columns ?? HELP_WIDTH,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    });
  for (const each of COMMANDS) declare(program, each, setting);
  declareCompletion(program, setting);
  return program;
}

const HELP_WIDTH = 90;

/** What the scripts of `kpi completion` ask for: one line for each word that may stand where a line is completed. */
function declareCompletion(program: CommanderCommand, { io, outcome }: Setting): void {
  program
    .command('complete', { hidden: true })
    .argument('[words...]')
    .action(async (words: readonly string[]) => {
      const { candidatesFor } = await import('./completion/candidates.js');
      const found = await candidatesFor(words, COMMANDS);
      await io.stdout.write(found.map((each) => `${each}\n`).join(''));
      outcome.code = EXIT.done;
    });
}

/** Declares a command, or several under one name, with the help that all have. */
function declare(
  parent: CommanderCommand,
  declared: Command | CommandGroup,
  setting: Setting,
): void {
  const { language } = setting;
  const { name, summary, page } = declared;
  const self = parent
    .command(name)
    .description(text(language, summary))
    .helpOption('-h, --help', text(language, 'help.help'));
  if (page !== undefined) self.addHelpText('after', () => helpText(language, page));
  self.addHelpText('after', () => helpText(language, 'exit-codes'));
  if ('commands' in declared) {
    self.helpCommand(false);
    for (const each of declared.commands) declare(self, each, setting);
  } else declareRun(self, declared, setting);
}

/** Declares what a command takes, and runs it. */
function declareRun(self: CommanderCommand, command: Command, setting: Setting): void {
  const { language, io, outcome } = setting;
  const { arguments: taken = [], options = [], load } = command;
  for (const [argument, summary] of taken) self.argument(argument, text(language, summary));
  for (const option of options) declareOption(self, option, language);
  self.action(async (...read: readonly unknown[]) => {
    const flags = self.optsWithGlobals<CommonFlags & Partial<TextFlags>>();
    (await import('./flags/cache.js')).chooseCache(flags);
    const isForShops = namesShops(flags);
    if (command.needsNoShop !== true && !isForShops) await checkShopFolder(flags);
    checkMonthArguments(self, read.slice(0, taken.length));
    const formats = options.flatMap((option) => option.formats ?? []);
    const format = chooseFormat(flags, formats, io.stdout.isTerminal);
    const invocation = { flags, arguments: read.slice(0, taken.length), format, io };
    const result = isForShops
      ? await (await import('./shops/for-shops.js')).forShops(command.name, {
          ...invocation,
          flags,
        })
      : await (await load())(invocation);
    const { presentResult } = await import('./present/present.js');
    outcome.code = await presentResult(result, invocation);
  });
}

function namesShops(flags: CommonFlags & Partial<ShopsFlags>): flags is CommonFlags & ShopsFlags {
  return flags.shops !== undefined && flags.shops.length > 0;
}

function declareOption(
  self: CommanderCommand,
  { flags, summary, fallback }: OptionSpec,
  language: Language,
): void {
  const words = summary[language];
  if (fallback === undefined || fallback === false) self.option(flags, words, fallback);
  else self.option(flags, words, collect, fallback);
}

function collect(value: string, before: readonly string[]): readonly string[] {
  return [...before, value];
}
