import type { Command, CommanderError } from 'commander';
import type { Language } from '../lib/language.js';
import { text } from '../words/text.js';
import { monthOptionFor } from './flags/month-arguments.js';
import { withSuggestion } from './flags/usage.js';

const KEYS = {
  'commander.unknownOption': 'usage.unknown_option',
  'commander.unknownCommand': 'usage.unknown_command',
  'commander.missingArgument': 'usage.missing_argument',
  'commander.optionMissingArgument': 'usage.missing_value',
  'commander.excessArguments': 'usage.too_many',
} as const;

function isKnown(code: string): code is keyof typeof KEYS {
  return Object.hasOwn(KEYS, code);
}

/**
 * What commander says is wrong with the command line, in the language. Its English sentence names the
 * option or command in quotes, and its suggestion in parentheses.
 */
export function commanderText(
  { code, message }: CommanderError,
  command: Command,
  language: Language,
): string {
  const option = code === 'commander.excessArguments' ? monthOptionFor(command) : undefined;
  if (option !== undefined) return text(language, 'usage.month_argument', { option });
  const english = message.replace(/^error: /, '');
  const what = /'([^']*)'/.exec(english)?.[1] ?? english;
  const meant = /\(Did you mean (?:one of )?(.+)\?\)/.exec(english)?.[1];
  const key = isKnown(code) ? KEYS[code] : 'usage.other';
  return withSuggestion(text(language, key, { what }), meant, language);
}
