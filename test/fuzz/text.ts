import type { Source } from './sources.js';

/** True for a file that is text: a table, a chat, a page. */
export function isText({ name }: Source): boolean {
  return /\.(?:csv|txt|xls)$/.test(name);
}

/** The text of a file in UTF-8 or GB18030, without its mark. */
export function textOf({ bytes }: Source): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}
