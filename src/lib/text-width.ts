import stringWidth from 'string-width';

/** Texts whose width is plain to see: ASCII, Chinese characters and full-width marks. */
const SIMPLE = /^[\x20-\x7e\u3001-\u3029\u4e00-\u9fff\uff01-\uff60]*$/;
const FIRST_WIDE = 0x3001;

/** Columns that a text takes on a terminal: Chinese characters take two. */
export function textWidth(text: string): number {
  // Nearly every cell of a large table is simple, and telling graphemes apart is slow.
  if (!SIMPLE.test(text)) return stringWidth(text);
  let width = text.length;
  for (let index = 0; index < text.length; index += 1) {
    if (text.charCodeAt(index) >= FIRST_WIDE) width += 1;
  }
  return width;
}

/** The text with blanks after it, up to so many columns. */
export function padRight(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - textWidth(text)));
}

/** The text with blanks before it, up to so many columns. */
export function padLeft(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - textWidth(text))) + text;
}

const CONTROLS = /[\p{Cc}\p{Cf}\u2028\u2029]+/gu;

/**
 * The text on one line with nothing in it that steers a terminal: escape sequences, line breaks and
 * marks that turn the direction of writing come from other people's files.
 */
export function singleLine(text: string): string {
  return text.replaceAll(CONTROLS, ' ');
}

/** The text, cut to so many columns with `…` at the end when it is longer. */
export function cutToWidth(text: string, width: number): string {
  if (textWidth(text) <= width) return text;
  let short = '';
  let taken = 1;
  for (const character of characters(text)) {
    taken += textWidth(character);
    if (taken > width) break;
    short += character;
  }
  return `${short}…`;
}

// A word of Latin letters and digits holds together, with a break allowed after `_`, `-` and `/`; a
// Chinese character is a word of its own, which takes the marks around it along.
const OPENING = '（【「『《〈“‘(\\[';
const CLOSING = '）】」』》〉”’)\\]，。；：、？！…,.;:?!%％';
const WIDE = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}';
const LATIN = `[^\\s_\\-/${WIDE}${OPENING}${CLOSING}]`;
const WORD = new RegExp(
  `\\s+|[${OPENING}]*(?:[${WIDE}]|\\.?${LATIN}+(?:[.,:]${LATIN}+)*[_\\-/]*|[_\\-/]+)?[${CLOSING}]*`,
  'gu',
);

/** Breaks a text into lines of at most so many columns, inside a word only when it is too long for a line. */
export function wrap(text: string, width: number): string[] {
  return text.split('\n').flatMap((line) => wrapLine(line, width));
}

function wrapLine(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of words(text)) {
    if (textWidth((line + word).trimEnd()) <= width) {
      line += line === '' ? word.trimStart() : word;
      continue;
    }
    if (line.trim() !== '') lines.push(line.trimEnd());
    const pieces = chop(word.trim(), width);
    lines.push(...pieces.slice(0, -1));
    line = pieces.at(-1) ?? '';
  }
  lines.push(line.trimEnd());
  return lines;
}

/** The columns of the longest word, which is the least width that breaks no word. */
export function longestWord(text: string): number {
  return Math.max(0, ...words(text).map((word) => textWidth(word.trim())));
}

function words(text: string): string[] {
  return text.match(WORD)?.filter((word) => word !== '') ?? [];
}

function chop(word: string, width: number): string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const character of characters(word)) {
    if (piece !== '' && textWidth(piece + character) > width) {
      pieces.push(piece);
      piece = '';
    }
    piece += character;
  }
  return [...pieces, piece];
}

function characters(text: string): string[] {
  return Array.from(new Intl.Segmenter('zh').segment(text), ({ segment }) => segment);
}
