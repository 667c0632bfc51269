import { singleLine } from '../../lib/text-width.js';
import type { Note } from '../../rulebook/values/trace.js';
import type { Branch } from '../report/branch.js';
import type { Style } from '../report/style.js';

const MARKS: Readonly<Record<Note['tone'], string>> = {
  fact: '· ',
  held: '✓ ',
  failed: '✗ ',
  next: '→ ',
  warning: '! ',
};

/** A tree as indented lines. */
export function indentedText(branches: readonly Branch[], style: Style, depth = 0): string {
  return branches
    .map((branch) => {
      const line = `${'  '.repeat(depth)}${lineOf(branch, style)}\n`;
      return line + indentedText(branch.children, style, depth + 1);
    })
    .join('');
}

function lineOf({ text, tone }: Branch, style: Style): string {
  const line = singleLine(text);
  switch (tone) {
    case 'title':
      return style.strong(line);
    case 'held':
      return style.good(MARKS.held) + line;
    case 'failed':
      return style.bad(MARKS.failed) + line;
    case 'warning':
      return style.warning(MARKS.warning + line);
    case 'fact':
    case 'next':
      return MARKS[tone] + line;
    default:
      return line;
  }
}
