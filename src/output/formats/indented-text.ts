import { singleLine, textWidth } from '../../lib/text-width.js';
import { wrapHanging } from '../../lib/wrap.js';
import type { Note } from '../../rulebook/values/trace.js';
import type { Branch } from '../report/branch.js';
import type { Look } from './data.js';

const MARKS: Readonly<Record<Note['tone'], string>> = {
  fact: '· ',
  held: '✓ ',
  failed: '✗ ',
  next: '→ ',
  warning: '! ',
};

/** A tree as indented lines; those that are wider than the terminal are broken. */
export function indentedText(branches: readonly Branch[], look: TextLook, depth = 0): string {
  return branches
    .map((branch) => {
      const lines = linesOf(branch, look, 2 * depth).map(
        (line) => `${' '.repeat(2 * depth)}${line}\n`,
      );
      return lines.join('') + indentedText(branch.children, look, depth + 1);
    })
    .join('');
}

/** How a text is to look where it goes. */
type TextLook = Pick<Look, 'style'> & Partial<Pick<Look, 'width'>>;

function linesOf({ text, tone }: Branch, { style, width }: TextLook, before: number): string[] {
  const mark = tone === undefined || tone === 'title' ? '' : MARKS[tone];
  const hanging = { width, before: before + textWidth(mark), indent: before + 2 };
  const [first = '', ...further] = wrapHanging(singleLine(text), hanging);
  const rest = further.map((line) => line.slice(before));
  switch (tone) {
    case 'title':
      return [first, ...rest].map((line) => style.strong(line));
    case 'held':
      return [style.good(mark) + first, ...rest];
    case 'failed':
      return [style.bad(mark) + first, ...rest];
    case 'warning':
      return [mark + first, ...rest].map((line) => style.warning(line));
    default:
      return [mark + first, ...rest];
  }
}
