import type { YamlScalar } from './yaml-node.js';

/**
 * The character of the text at which the character of a scalar's value stands. What YAML changes between
 * the two is white space (line ends, indents) and escapes; all other characters follow one another in both.
 */
export function offsetInScalar(text: string, scalar: YamlScalar, offset: number): number {
  const { value } = scalar;
  const before = value.slice(0, offset);
  const visible = countVisible(before);
  let [position, end] = [contentStart(text, scalar), contentStart(text, scalar)];
  for (let count = 0; count < visible && position < text.length; ) {
    const { length, isVisible, units } = signAt(text, position, scalar);
    position += length;
    if (!isVisible) continue;
    count += units;
    end = position;
  }
  const gap = before.length - before.trimEnd().length;
  const isBlank = value.slice(offset, offset + 1).trim() === '';
  // Among spaces, and after the last character, the place is so many characters after the one before.
  if (isBlank) return Math.min(end + gap, text.length);
  while (position < text.length) {
    const { length, isVisible } = signAt(text, position, scalar);
    if (isVisible) break;
    position += length;
  }
  return position;
}

/** Behind the quote, or behind the line that says how a block is to be read. */
function contentStart(text: string, { start, style }: YamlScalar): number {
  if (style === 'plain') return start;
  return style === 'block' ? text.indexOf('\n', start) + 1 : start + 1;
}

function countVisible(text: string): number {
  return text.replace(/\s/g, '').length;
}

/** What of the text stands for characters of the value: so long, and so many of them. */
interface Sign {
  readonly length: number;
  readonly units: number;
  readonly isVisible: boolean;
}

const ESCAPE = /\\(?:x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8}|\r?\n|.)/sy;
const CODE = /^\\[xuU](?=.{2})/;
/** Letters that stand for white space when they are escaped, and white space itself. */
const BLANK = /^\\[\s_tnvfrLP]/;

function signAt(text: string, position: number, { style }: YamlScalar): Sign {
  if (style === 'single' && text.startsWith("''", position)) return one(2, true);
  if (style !== 'double' || text[position] !== '\\') {
    return one(1, /\S/.test(text[position] ?? ''));
  }
  ESCAPE.lastIndex = position;
  const [written = '\\'] = ESCAPE.exec(text) ?? [];
  if (!CODE.test(written)) return one(written.length, !BLANK.test(written));
  const meant = String.fromCodePoint(Number.parseInt(written.slice(2), 16));
  return { length: written.length, units: meant.length, isVisible: meant.trim() !== '' };
}

function one(length: number, isVisible: boolean): Sign {
  return { length, units: 1, isVisible };
}
