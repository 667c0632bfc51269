import type { Language, Title } from '../../lib/language.js';
import type { ParamsArgument } from '../../words/fill.js';
import { type TextKey, type TextParamsOf, text, title } from '../../words/text.js';

/** Wrong use of the command line, as an error that `main` turns into a message and exit code 2. */
interface UsageError extends Error {
  readonly usage: { readonly sentence: Title; readonly meant: string | undefined };
}

/** An error that says what is wrong with the command line, and perhaps what was meant. */
export function usageError<Key extends TextKey>(
  key: Key,
  ...[params, meant]: [...ParamsArgument<TextParamsOf<Key>>, meant?: string | undefined]
): Error {
  const sentence = title(key, params as TextParamsOf<Key>);
  return Object.assign(new Error(key), { usage: { sentence, meant } });
}

/** True for what `usageError` made. */
export function isUsageError(error: unknown): error is UsageError {
  return error instanceof Error && 'usage' in error;
}

/** The message of a usage error. */
export function usageText({ usage }: UsageError, language: Language): string {
  return withSuggestion(usage.sentence[language], usage.meant, language);
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
