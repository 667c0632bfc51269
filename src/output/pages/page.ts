import { createHash } from 'node:crypto';
import type { Language } from '../../lib/language.js';
import { html, type Markup } from './markup.js';

/** A page that needs nothing else. */
interface Page {
  readonly title: string;
  readonly language: Language;
  /** Its style sheet, in which no text of anybody stands. */
  readonly style: string;
  readonly body: Markup;
  /** What it does with scripts allowed; no text of anybody stands in it. */
  readonly script?: string;
}

const LANGUAGE_TAGS: Readonly<Record<Language, string>> = { zh: 'zh-CN', en: 'en' };

/**
 * A page as one file. It forbids itself every outside address, and every script and style but its own, so that nothing
 * it shows can do anything.
 */
export function pageOf({ title, language, style, body, script }: Page): string {
  const policy = [
    "default-src 'none'",
    `style-src ${digestOf(style)}`,
    ...(script === undefined ? [] : [`script-src ${digestOf(script)}`]),
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const { markup } = html`<!doctype html>
<html lang="${LANGUAGE_TAGS[language]}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>${{ markup: style }}</style>
</head>
<body>
${body}
${script !== undefined && html`<script>${{ markup: script }}</script>`}
</body>
</html>
`;
  return markup;
}

/** What a page's policy calls a style or a script by. */
function digestOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
