import { characters, textWidth } from './text-width.js';

const OPENING = '（【「『《〈“‘(\\[';
const CLOSING = '）】」』》〉”’)\\]，。；：、？！…,.;:?!%％';
const WIDE = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}';
const LATIN = `[^\\s_\\-/${WIDE}${OPENING}${CLOSING}]`;

// A word of Latin letters and digits holds together, with a break allowed after `_`, `-` and `/`; a
// Chinese character is a word of its own, which takes the marks around it along.
const WORD = new RegExp(
  `\\s+|[${OPENING}]*(?:[${WIDE}]|\\.?${LATIN}+(?:[.,:]${LATIN}+)*[_\\-/]*|[_\\-/]+)?[${CLOSING}]*`,
  'gu',
);

// What holds together in a sentence: what stands in quotes or backticks, a file with its place, a number
// with its unit, and whatever else stands between blanks and Chinese characters: ids, dates, formulas.
const QUOTED = '“[^“”]*”|`[^`]*`';
const FILE =
  '[\\p{L}\\p{N}_.*-]*(?:/[\\p{L}\\p{N}_.*-]+)*\\.(?:csv|tsv|txt|xlsx?|html?|json|ya?ml|zip|parquet|md)(?::[\\p{L}\\p{N}:_]+)?';
const INSIDE = `[^\\s${WIDE}${OPENING}${CLOSING}“”\`]`;
const AMOUNT = `[−+-]?\\d[\\d,.]*(?: (?:元|分|秒|天|小时|个月|次|个|人|行)|(?!${INSIDE}))`;
const RUN = `${INSIDE}+(?:[.,:()\\[\\]%!?]+${INSIDE}+)*`;
const PHRASE = new RegExp(
  `\\s+|[${OPENING}]*?(?:${QUOTED}|${FILE}|${AMOUNT}|${RUN}|[${WIDE}])[${CLOSING}]*|[${OPENING}]+|\\S`,
  'gu',
);

const HAN = new RegExp(`([${WIDE}]+)`, 'u');
const ONLY_OPENING = new RegExp(`^[${OPENING}]+$`, 'u');
const ONLY_CLOSING = new RegExp(`^[${CLOSING}]+$`, 'u');

/** Breaks a cell into lines of at most so many columns, inside a word only when it is too long for a line. */
export function wrap(text: string, width: number): string[] {
  return text.split('\n').flatMap((line) => wrapLine(line, width, words));
}

/** As `wrap`, for the heading of a column: Chinese words of several characters hold together, too. */
export function wrapHeading(text: string, width: number): string[] {
  return wrapLine(text, width, headingWords);
}

/** As `wrap`, for a sentence: numbers, names of files, ids and what is quoted hold together. */
export function wrapSentence(text: string, width: number): string[] {
  return wrapLine(text, width, (sentence) =>
    piecesOf(sentence, PHRASE).flatMap((phrase) =>
      textWidth(phrase.trim()) <= width ? [phrase] : words(phrase),
    ),
  );
}

/** How a sentence stands on a terminal: columns of it, those taken before the sentence, those before further lines. */
interface Hanging {
  readonly width: number | undefined;
  readonly before: number;
  readonly indent: number;
}

/** A sentence in lines, those after the first indented; one line where there is no width to keep. */
export function wrapHanging(text: string, { width, before, indent }: Hanging): string[] {
  if (width === undefined || before + textWidth(text) <= width) return [text];
  const [first = ''] = wrapSentence(text, Math.max(width - before, LEAST_SENTENCE));
  const rest = text.trimStart().slice(first.length).trimStart();
  if (rest === '') return [first];
  const further = wrapSentence(rest, Math.max(width - indent, LEAST_SENTENCE));
  return [first, ...further.map((line) => ' '.repeat(indent) + line)];
}

/** A sentence is not squeezed below this. */
const LEAST_SENTENCE = 20;

/** The columns of the longest word of a heading, which is the least width that breaks no word. */
export function longestHeadingWord(text: string): number {
  return Math.max(0, ...headingWords(text).map((word) => textWidth(word.trim())));
}

function wrapLine(
  text: string,
  width: number,
  split: (text: string) => readonly string[],
): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of split(text)) {
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

function words(text: string): readonly string[] {
  return piecesOf(text, WORD);
}

function piecesOf(text: string, pattern: RegExp): readonly string[] {
  return text.match(pattern)?.filter((piece) => piece !== '') ?? [];
}

/** The words of a heading; marks stand with the word that they belong to. */
function headingWords(text: string): readonly string[] {
  const pieces = text
    .split(HAN)
    .flatMap((run, at) => (at % 2 === 1 ? chineseWords(run) : words(run)));
  const joined: string[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    const belongs = last !== undefined && (ONLY_OPENING.test(last) || ONLY_CLOSING.test(piece));
    if (belongs) joined.splice(-1, 1, last + piece);
    else joined.push(piece);
  }
  return joined;
}

/** Chinese words. What no dictionary has comes as single characters: those stay together. */
function chineseWords(text: string): readonly string[] {
  const found: string[] = [];
  let isSingle = false;
  for (const { segment } of chineseSegmenter().segment(text)) {
    const last = found.at(-1);
    const single = characters(segment).length === 1;
    const isRun = single && isSingle && last !== undefined;
    if (isRun) found.splice(-1, 1, last + segment);
    else found.push(segment);
    isSingle = single;
  }
  // One character alone, 奖 of 错误奖, ends the word before it.
  const joined: string[] = [];
  for (const word of found) {
    const last = joined.at(-1);
    if (last === undefined || characters(word).length > 1) joined.push(word);
    else joined.splice(-1, 1, last + word);
  }
  return joined;
}

let segmenter: Intl.Segmenter | undefined;

/** Made when a heading has to be broken: its dictionary takes as long to load as a third of a start. */
function chineseSegmenter(): Intl.Segmenter {
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
  return segmenter;
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
