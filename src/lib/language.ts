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

/** A text that is written anew for each language. */
export function inAll(write: (language: Language) => string): Title {
  return { zh: write('zh'), en: write('en') };
}

/** Texts one after another, and what stands between them. */
export function joined(texts: readonly Title[], between: Title): Title {
  return inAll((language) => texts.map((text) => text[language]).join(between[language]));
}

/** Signs, and between them texts that differ by language: phrase`${price} × ${count}`. */
export function phrase(signs: TemplateStringsArray, ...texts: readonly (Title | string)[]): Title {
  return inAll((language) => {
    const words = texts.map((text) => (typeof text === 'string' ? text : text[language]));
    return String.raw({ raw: signs }, ...words);
  });
}

/** A name within a sentence. */
export function inQuotes(name: Title): Title {
  return phrase`“${name}”`;
}

/** What stands between the lines of a text. */
export const LINES: Title = sameInAll('\n');
