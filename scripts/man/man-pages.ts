import type { Command as Commander } from 'commander';
import type { Command, CommandGroup } from '../../src/cli/commands/command.js';
import { COMMANDS } from '../../src/cli/commands/list.js';
import { declareProgram } from '../../src/cli/program.js';
import { processIo } from '../../src/cli/terminal/io.js';
import { version } from '../../src/lib/version.js';
import { type HelpPage, helpText } from '../../src/words/help-page.js';

/** A page of the manual: the name of its file, and its text in roff. */
interface ManPage {
  readonly file: string;
  readonly roff: string;
}

/** The manual in section 1, a page for each command, made of what `--help` says. */
export function manPages(): readonly ManPage[] {
  const outcome = { code: 0, help: '', usage: '' } as const;
  const program = declareProgram(version(), { language: 'en', io: processIo(), outcome });
  const whole: Declared = { name: 'kpi', page: 'program', commands: COMMANDS };
  return pagesOf(whole, program, []);
}

interface Declared {
  readonly name: string;
  readonly page?: HelpPage;
  readonly commands?: readonly (Command | CommandGroup)[];
}

function pagesOf(
  declared: Declared,
  self: Commander,
  above: readonly string[],
): readonly ManPage[] {
  const words = [...above, declared.name];
  const inner = (declared.commands ?? []).flatMap((each) => {
    const command = self.commands.find((sub) => sub.name() === each.name);
    return command === undefined ? [] : pagesOf(each, command, words);
  });
  return [{ file: `${words.join('-')}.1`, roff: pageOf(declared, self, words) }, ...inner];
}

function pageOf({ page }: Declared, self: Commander, words: readonly string[]): string {
  const name = words.join('-');
  const pages: readonly HelpPage[] = [...(page === undefined ? [] : [page]), 'exit-codes'];
  const [usage = ''] = self.usage().split('\n');
  return [
    `.TH ${name.toUpperCase()} 1 "" "kpi ${version()}" "kpi manual"`,
    '.SH NAME',
    `${escaped(name)} \\- ${escaped(self.description())}`,
    '.SH SYNOPSIS',
    `.B ${escaped(words.join(' '))}`,
    escaped(usage),
    ...list('ARGUMENTS', self.createHelp().visibleArguments(self).map(argumentTerm)),
    ...list(
      'OPTIONS',
      self
        .createHelp()
        .visibleOptions(self)
        .map(({ flags, description }) => [flags, description]),
    ),
    ...list('COMMANDS', commandsOf(self, words)),
    '.SH DESCRIPTION',
    '.nf',
    ...pages.flatMap((each) => [...helpText('en', each).trim().split('\n').map(escaped), '']),
    '.fi',
    '',
  ].join('\n');
}

type Term = readonly [term: string, meaning: string];

function argumentTerm(argument: { name(): string; readonly description: string }): Term {
  return [argument.name(), argument.description];
}

function commandsOf(self: Commander, words: readonly string[]): readonly Term[] {
  const { commands } = self;
  return self
    .createHelp()
    .visibleCommands(self)
    .filter((each) => commands.includes(each))
    .map((each) => [`${[...words, each.name()].join('-')}(1)`, each.description()]);
}

function list(heading: string, terms: readonly Term[]): readonly string[] {
  if (terms.length === 0) return [];
  const entries = terms.flatMap(([term, meaning]) => [
    '.TP',
    `.B ${escaped(term)}`,
    escaped(meaning),
  ]);
  return [`.SH ${heading}`, ...entries];
}

/** A line of text that roff takes for text: no request, no escape, hyphens as one types them. */
function escaped(line: string): string {
  const text = line.replaceAll('\\', '\\e').replaceAll('-', '\\-');
  return /^[.']/.test(text) ? `\\&${text}` : text;
}
