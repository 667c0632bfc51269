import type { Language, Title } from '../lib/language.js';

/** What stands in a text's `{…}`: plain text, or a text that differs by language. */
export type TextParams = Readonly<Record<string, string | number | Title>>;

/** A text with its `{name}` places filled. */
export function fill(template: string, params: TextParams, language: Language): string {
  if (!template.includes('{')) return template;
  return template.replaceAll(/\{(\w+)\}/g, (whole, name: string) => {
    const value = params[name];
    if (value === undefined) return whole;
    return typeof value === 'object' ? value[language] : String(value);
  });
}
