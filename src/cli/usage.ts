import type { Language } from '../lib/language.js';
import type { TextParams } from '../words/fill.js';
import { type TextKey, text } from '../words/text.js';

/** Wrong use of the command line, as an error that `main` turns into a message and exit code 2. */
interface UsageError extends Error {
  readonly usage: { readonly key: TextKey; readonly params: TextParams; readonly meant?: string };
}

/** An error that says what is wrong with the command line, and perhaps what was meant. */
export function usageError(key: TextKey, params: TextParams = {}, meant?: string): Error {
  const usage = { key, params, ...(meant === undefined ? {} : { meant }) };
  return Object.assign(new Error(key), { usage });
}

/** True for what `usageError` made. */
export function isUsageError(error: unknown): error is UsageError {
  return error instanceof Error && 'usage' in error;
}

/** The message of a usage error. */
export function usageText({ usage }: UsageError, language: Language): string {
  const message = text(language, usage.key, usage.params);
  return withSuggestion(message, usage.meant, language);
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
