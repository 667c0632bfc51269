// Damage of texts: delimited tables, copied chats, pages.
import { encodeGb18030 } from '../../fixtures/generator/gb18030.js';
import type { Random } from '../../fixtures/generator/random.js';
import type { Law, Operator } from './operator.js';
import { isText, textOf } from './text.js';

/** An operator on the text of a file, which is written in UTF-8 afterwards. */
function onText(
  name: string,
  law: Law,
  damage: (text: string, random: Random) => string | Buffer | undefined,
  weight = 1,
): Operator {
  return {
    name,
    law,
    weight,
    apply(source, random) {
      if (!isText(source)) return undefined;
      const damaged = damage(textOf(source), random);
      return typeof damaged === 'string' ? Buffer.from(damaged) : damaged;
    },
  };
}

function onLines(name: string, damage: (lines: string[], random: Random) => void): Operator {
  return onText(name, 'any', (text, random) => {
    const lines = text.split('\n');
    damage(lines, random);
    return lines.join('\n');
  });
}

const marked = (mark: readonly number[], text: string, order: 'le' | 'be') => {
  const bytes = Buffer.from(text, 'utf16le');
  return Buffer.concat([Buffer.from(mark), order === 'le' ? bytes : bytes.swap16()]);
};

const MEGABYTE = 1_000_000;

export const LINE_OPERATORS: readonly Operator[] = [
  onText('as-utf-8', 'same', (text) => text),
  onText('as-utf-8-marked', 'same', (text) => `\ufeff${text}`),
  onText('as-gb18030', 'same', (text) =>
    /charset|<html/i.test(text) ? undefined : encodeGb18030(text),
  ),
  onText('as-utf-16le', 'same', (text) => marked([0xff, 0xfe], text, 'le')),
  onText('as-utf-16be', 'same', (text) => marked([0xfe, 0xff], text, 'be')),
  onText('lines-end-in-crlf', 'same', (text) => text.replace(/\r?\n/g, '\r\n')),
  onText('lines-end-in-cr', 'same', (text) => text.replace(/\r?\n/g, '\r')),
  onText('no-last-line-end', 'same', (text) => text.replace(/[\r\n]+$/, '')),
  onText('blank-lines-at-end', 'same', (text) => `${text.replace(/[\r\n]+$/, '')}\n\n\n`),
  onText('mixed-encodings', 'any', (text, random) => {
    const at = random.below(text.length);
    return Buffer.concat([Buffer.from(text.slice(0, at)), encodeGb18030(text.slice(at))]);
  }),
  onLines('repeat-lines', (lines, random) => {
    const at = random.below(lines.length);
    lines.splice(at, 0, ...lines.slice(at, at + random.between(1, 5)));
  }),
  onLines('delete-lines', (lines, random) => {
    lines.splice(random.below(lines.length), random.between(1, 5));
  }),
  onLines('swap-lines', (lines, random) => {
    const [one, other] = [random.below(lines.length), random.below(lines.length)];
    [lines[one], lines[other]] = [lines[other] ?? '', lines[one] ?? ''];
  }),
  onLines('join-lines', (lines, random) => {
    const at = random.below(lines.length);
    lines.splice(at, 2, `${lines[at] ?? ''}${lines[at + 1] ?? ''}`);
  }),
  onText('quotes', 'any', (text, random) => {
    let damaged = text;
    for (let left = random.between(1, 3); left > 0; left -= 1) {
      const at = random.below(damaged.length);
      damaged = `${damaged.slice(0, at)}"${damaged.slice(at)}`;
    }
    return damaged;
  }),
  onText('quote-in-last-line', 'told', (text) => {
    const lines = text.trimEnd().split('\n');
    const last = lines.pop() ?? '';
    return /[",\t]/.test(last) ? [...lines, `"${last.replaceAll('"', '')}`].join('\n') : undefined;
  }),
  onText('other-characters', 'any', (text, random) => {
    const odd = [
      '\u0000',
      '\ufeff',
      '\u2028',
      '\u0085',
      '\ud800',
      '\u202e',
      '\u3000',
      '\u200b',
      '\ufffd',
      '😀',
    ];
    const characters = [...text];
    for (let left = random.between(1, 10); left > 0; left -= 1) {
      characters.splice(random.below(characters.length), random.below(2), random.pick(odd));
    }
    return characters.join('');
  }),
  onText('delimiters', 'any', (text, random) => {
    const marks = [',', '\t', ';', '|', '\n', '\r', ' '];
    const [from, to] = [random.pick(marks), random.pick(marks)];
    return text.replaceAll(from, (mark) => (random.chance(0.3) ? to : mark));
  }),
  onText(
    'line-without-end',
    'any',
    (text, random) => {
      const long = random.pick(['a', ',', '"', '1,', '\t', '在', '<td>']).repeat(8 * MEGABYTE);
      return random.chance(0.5) ? `${text}${long}` : `${long}${text}`;
    },
    0.1,
  ),
  onText(
    'many-lines',
    'any',
    (text, random) => {
      const lines = text.split('\n');
      const line = random.pick(lines);
      return `${text}${`${line}\n`.repeat(Math.ceil((3 * MEGABYTE) / (line.length + 1)))}`;
    },
    0.1,
  ),
];
