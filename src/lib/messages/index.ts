import type { Language, Title } from '../language.js';
import { en } from './en.js';
import { levels } from './levels.js';
import { zh } from './zh.js';

/** The stable code of each kind of problem; other programs read it. */
export type ProblemCode = keyof typeof levels;

/** The key of each text that is not a problem: headings, notes in explanations, help. */
export type TextKey = keyof typeof zh.texts;

/** What stands in a text's `{…}`. */
export type TextParams = Readonly<Record<string, string | number | Title>>;

export const problemLevels: Readonly<Record<ProblemCode, 'error' | 'warning' | 'info'>> = levels;

const languages = { zh, en } as const;

/** A text of the program in a language, its `{name}` places filled. */
export function text(language: Language, key: TextKey, params: TextParams = {}): string {
  return fill(languages[language].texts[key], params, language);
}

/** A text of the program in every language, its `{name}` places filled. */
export function title(key: TextKey, params: TextParams = {}): Title {
  return { zh: text('zh', key, params), en: text('en', key, params) };
}

/** True when a text is the key of a text of the program. */
export function isTextKey(text: string): text is TextKey {
  return Object.hasOwn(zh.texts, text);
}

/** The sentence on what is wrong. */
export function problemText(language: Language, code: ProblemCode, params: TextParams): string {
  return fill(languages[language].problems[code].text, params, language);
}

/** The sentence on what to do about it. */
export function problemRemedy(language: Language, code: ProblemCode, params: TextParams): string {
  return fill(languages[language].problems[code].remedy, params, language);
}

function fill(template: string, params: TextParams, language: Language): string {
  if (!template.includes('{')) return template;
  return template.replaceAll(/\{(\w+)\}/g, (whole, name: string) => {
    const value = params[name];
    if (value === undefined) return whole;
    return typeof value === 'object' ? value[language] : String(value);
  });
}
