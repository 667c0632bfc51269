import type { Command, Help } from 'commander';
import type { Language } from '../lib/language.js';
import { textWidth } from '../lib/text-width.js';
import { wrap } from '../lib/wrap.js';
import { type PlainTextKey, text } from '../words/text.js';

const TITLES: Readonly<Record<string, PlainTextKey>> = {
  'Usage:': 'help.usage',
  'Arguments:': 'help.arguments',
  'Options:': 'help.options',
  'Global Options:': 'help.global_options',
  'Commands:': 'help.commands',
};

/** Makes commander's help speak the language and measure Chinese text rightly. */
export function localiseHelp(command: Command, language: Language): Command {
  return command.configureHelp({
    showGlobalOptions: true,
    // A terminal of 60 columns leaves little beside the names of the options.
    minWidthToWrap: 20,
    styleTitle(title) {
      const key = TITLES[title];
      return key === undefined ? title : text(language, key);
    },
    styleUsage: (usage) =>
      usage
        .replace('[options]', text(language, 'help.options_word'))
        .replace('[command]', text(language, 'help.command_word')),
    // Descriptions name their defaults themselves, in the language.
    optionDescription: ({ description }) => description,
    displayWidth: textWidth,
    boxWrap: (content, width) => wrap(content, width).join('\n'),
    subcommandTerm: (sub) => termOf(sub),
    visibleGlobalOptions: globalOptions,
  });
}

/** In a list of commands each is named with its arguments; options are on its own page. */
function termOf(command: Command): string {
  const words = command.registeredArguments.map((argument) => {
    const name = argument.name() + (argument.variadic ? '…' : '');
    return argument.required ? `<${name}>` : `[${name}]`;
  });
  return [command.name(), ...words].join(' ');
}

/** The options of the commands above, but for the version, which is not this command's. */
function globalOptions(this: Help, command: Command) {
  const above: Command[] = [];
  for (let each = command.parent; each !== null; each = each.parent) above.push(each);
  return above.flatMap(({ options }) => options.filter(({ long }) => long !== '--version'));
}
