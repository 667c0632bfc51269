import { singleLine } from '../../lib/text-width.js';
import type { Note } from '../../rulebook/values/trace.js';
import type { Style } from './style.js';

/** A sentence, and the sentences that give its reasons. */
export interface Branch {
  readonly text: string;
  /** `title` for what the branch is about; the others say how a note is meant. */
  readonly tone?: Note['tone'] | 'title';
  readonly children: readonly Branch[];
}

/** A sentence without more to say about it. */
export function leaf(text: string, tone?: Branch['tone']): Branch {
  return { text, children: [], ...(tone === undefined ? {} : { tone }) };
}

const MARKS: Readonly<Record<Note['tone'], string>> = {
  fact: '· ',
  held: '✓ ',
  failed: '✗ ',
  next: '→ ',
  warning: '! ',
};

/** A tree as indented lines. */
export function branchesText(branches: readonly Branch[], style: Style, depth = 0): string {
  return branches
    .map((branch) => {
      const line = `${'  '.repeat(depth)}${lineOf(branch, style)}\n`;
      return line + branchesText(branch.children, style, depth + 1);
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
