import type { Command as Commander } from 'commander';
import type { Command, CommandGroup } from '../../src/cli/commands/command.js';
import { COMMANDS } from '../../src/cli/commands/list.js';
import { declareProgram } from '../../src/cli/program.js';
import { processIo } from '../../src/cli/terminal/io.js';
import type { Language } from '../../src/lib/language.js';
import { version } from '../../src/lib/version.js';
import { type HelpPage, helpText } from '../../src/words/help-page.js';

/** A page of the manual: where its file is in the folder of the manual, and its text in roff. */
interface ManPage {
  readonly file: string;
  readonly roff: string;
}

/** Where the pages of a language are, as `man` looks for them. */
const FOLDERS: Readonly<Record<Language, string>> = { en: 'man1', zh: 'zh_CN/man1' };

/** What stands above the parts of a page, as the manuals of each language have it. */
const HEADINGS = {
  name: { en: 'NAME', zh: '名称' },
  synopsis: { en: 'SYNOPSIS', zh: '用法' },
  arguments: { en: 'ARGUMENTS', zh: '参数' },
  options: { en: 'OPTIONS', zh: '选项' },
  commands: { en: 'COMMANDS', zh: '命令' },
  description: { en: 'DESCRIPTION', zh: '描述' },
  manual: { en: 'kpi manual', zh: 'kpi 手册' },
} as const;

/** The manual in section 1, a page for each command, made of what `--help` says. */
export function manPages(language: Language): readonly ManPage[] {
  const outcome = { code: 0, help: '', usage: '' } as const;
  const program = declareProgram(version(), { language, io: processIo(), outcome });
  const whole: Declared = { name: 'kpi', page: 'program', commands: COMMANDS };
  return pagesOf(whole, program, [], language);
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
  language: Language,
): readonly ManPage[] {
  const words = [...above, declared.name];
  const inner = (declared.commands ?? []).flatMap((each) => {
    const command = self.commands.find((sub) => sub.name() === each.name);
    return command === undefined ? [] : pagesOf(each, command, words, language);
  });
  const file = `${FOLDERS[language]}/${words.join('-')}.1`;
  return [{ file, roff: pageOf(declared, self, words, language) }, ...inner];
}

function pageOf(
  { page }: Declared,
  self: Commander,
  words: readonly string[],
  language: Language,
): string {
  const name = words.join('-');
  const pages: readonly HelpPage[] = [...(page === undefined ? [] : [page]), 'exit-codes'];
  const [usage = ''] = self.usage().split('\n');
  return [
    `.TH ${name.toUpperCase()} 1 "" "kpi ${version()}" "${HEADINGS.manual[language]}"`,
    `.SH ${HEADINGS.name[language]}`,
    `${escaped(name)} \\- ${escaped(self.description())}`,
    `.SH ${HEADINGS.synopsis[language]}`,
    `.B ${escaped(words.join(' '))}`,
    escaped(usage),
    ...list(
      HEADINGS.arguments[language],
      self.createHelp().visibleArguments(self).map(argumentTerm),
    ),
    ...list(
      HEADINGS.options[language],
      self
        .createHelp()
        .visibleOptions(self)
        .map(({ flags, description }) => [flags, description]),
    ),
    ...list(HEADINGS.commands[language], commandsOf(self, words)),
    `.SH ${HEADINGS.description[language]}`,
    '.nf',
    ...pages.flatMap((each) => [...helpText(language, each).trim().split('\n').map(escaped), '']),
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
