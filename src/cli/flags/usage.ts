import type { Language, Title } from '../../lib/language.js';
import type { ParamsArgument } from '../../words/fill.js';
import type { NearNames } from '../../words/known-names.js';
import { type TextKey, type TextParamsOf, text, title } from '../../words/text.js';

/** Wrong use of the command line, as an error that `main` turns into a message and exit code 2. */
interface UsageError extends Error {
  readonly usage: { readonly sentence: Title; readonly near: Near | undefined };
}

/** What was meant, or what there is as well. */
type Near = string | NearNames;

/** An error that says what is wrong with the command line, and perhaps what was meant. */
export function usageError<Key extends TextKey>(
  key: Key,
  ...[params, near]: [...ParamsArgument<TextParamsOf<Key>>, near?: Near | undefined]
): Error {
  const sentence = title(key, params as TextParamsOf<Key>);
  return Object.assign(new Error(key), { usage: { sentence, near } });
}

/** True for what `usageError` made. */
export function isUsageError(error: unknown): error is UsageError {
  return error instanceof Error && 'usage' in error;
}

/** The message of a usage error. */
export function usageText({ usage }: UsageError, language: Language): string {
  const { sentence, near } = usage;
  if (typeof near !== 'object') return withSuggestion(sentence[language], near, language);
  if (near.meant !== undefined) return withSuggestion(sentence[language], near.meant, language);
  const known = text(language, 'usage.known', { known: near.known });
  return `${sentence[language]}${text(language, 'usage.separator')}${known}`;
}

/** A message with "did you mean" after it. */
export function withSuggestion(
  message: string,
  meant: string | undefined,
  language: Language,
): string {
  if (meant === undefined) return message;
  const question = text(language, 'usage.did_you_mean', { meant });
  return `${message}${text(language, 'usage.separator')}${question}`;
}
