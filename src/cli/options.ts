import { type Command, Option } from 'commander';
import type { Language } from '../lib/language.js';
import { text } from '../words/text.js';
import { extensionsOf } from './format.js';

/** `--month`. */
export function monthOption(language: Language): Option {
  return new Option('--month <YYYY-MM>', text(language, 'help.month'));
}

/** `--format` and `-o` of commands whose data is a table. */
export function withTableFormats(
  command: Command,
  language: Language,
  formats: readonly string[],
): Command {
  const [terminal = '', pipe = ''] = formats;
  const params = { formats: formats.join(', '), terminal, pipe };
  return withOutput(command, language, formats, text(language, 'help.format', params))
    .option('--ids', text(language, 'help.ids'), false)
    .option('--no-bom', text(language, 'help.no_bom'));
}

/** `--format` and `-o` of commands whose data is a text. */
export function withTextFormats(
  command: Command,
  language: Language,
  formats: readonly string[],
): Command {
  const params = { formats: formats.join(', '), fallback: formats[0] ?? '' };
  return withOutput(command, language, formats, text(language, 'help.format_fixed', params));
}

function withOutput(
  command: Command,
  language: Language,
  formats: readonly string[],
  description: string,
): Command {
  const extensions = extensionsOf(formats).join(' ');
  return command
    .option('-f, --format <format>', description)
    .option('-o, --output <file>', text(language, 'help.output', { extensions }));
}

/** `--agent` and `--plan`, which may be repeated. */
export function withFilters(command: Command, language: Language): Command {
  return command
    .option('--agent <id>', text(language, 'help.agent'), collect, [])
    .option('--plan <id>', text(language, 'help.plan'), collect, []);
}

/** `--set` and `--rules`, which name another policy. */
export function withVariant(command: Command, language: Language): Command {
  return command
    .option('--set <assignment>', text(language, 'help.set'), collect, [])
    .option('--rules <folder>', text(language, 'help.rules_folder'));
}

/** `--memory`. */
export function withMemory(command: Command, language: Language): Command {
  return command.option('--memory <size>', text(language, 'help.memory'));
}

/** `--strict`. */
export function withStrict(command: Command, language: Language): Command {
  return command.option('--strict', text(language, 'help.strict'), false);
}

function collect(value: string, before: readonly string[]): readonly string[] {
  return [...before, value];
}
