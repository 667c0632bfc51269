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
}

const LANGUAGE_TAGS: Readonly<Record<Language, string>> = { zh: 'zh-CN', en: 'en' };

/**
 * A page as one file. It forbids itself every outside address, every script, and every style but its own, so that
 * nothing it shows can do anything.
 */
export function pageOf({ title, language, style, body }: Page): string {
  const digest = createHash('sha256').update(style).digest('base64');
  const policy = `default-src 'none'; style-src 'sha256-${digest}'; base-uri 'none'; form-action 'none'`;
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
</body>
</html>
`;
  return markup;
}
