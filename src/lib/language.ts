/** The languages of titles and messages. Never taken from the locale: cron and a terminal print the same. */
export type Language = 'zh' | 'en';

export const LANGUAGES: readonly Language[] = ['zh', 'en'];

/** A text in every language. */
export interface Title {
  readonly zh: string;
  readonly en: string;
}

/** The same text in both languages: an id, a nick, a text that a shop wrote once. */
export function sameInAll(text: string): Title {
  return { zh: text, en: text };
}
