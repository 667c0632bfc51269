import { LANGUAGES, type Language } from '../../lib/language.js';
import { usageError } from './usage.js';

/**
 * The language of help and of messages on wrong use: `--lang`, else Chinese. Found in the arguments
 * as they are, since these messages come before anything is read.
 */
export function languageOfArguments(argv: readonly string[]): Language {
  const end = argv.indexOf('--');
  const options = end < 0 ? argv : argv.slice(0, end);
  const given = options.flatMap((argument, index) => {
    if (argument === '--lang') return options[index + 1] ?? [];
    return argument.startsWith('--lang=') ? argument.slice('--lang='.length) : [];
  });
  return LANGUAGES.find((language) => language === given.at(-1)) ?? 'zh';
}

/** Reads the value of `--lang`; undefined when it is not given. */
export function parseLanguage(given: string | undefined): Language | undefined {
  if (given === undefined) return undefined;
  const language = LANGUAGES.find((each) => each === given);
  if (language === undefined) throw usageError('usage.bad_language', { given });
  return language;
}
