// A text in blocks: a line that looks like the head of a message, and what stands below it.
import type { ChatStyle, MessageHead } from './text-styles.js';

/** What may be a message. */
export interface TextBlock {
  readonly head: MessageHead;
  /** The line of its head, from 1. */
  readonly line: number;
  /** The head as it is written: its line, or two. */
  readonly written: readonly string[];
  /** What stands below it, up to the next block. */
  readonly lines: string[];
  /** True below a line of dashes. */
  readonly isParted: boolean;
}

const PARTING = /^[-=*_~—─＝－]{5,}$/;

/** True for a line of dashes. */
export function isParting(line: string): boolean {
  return PARTING.test(line.trim());
}

/** Where a line of dashes ends a message; it may have a title below it. Undefined where there is none. */
export function partingAt(lines: readonly string[]): number | undefined {
  const filled = lines.flatMap((text, at) => (text.trim() === '' ? [] : [at]));
  return filled.slice(-2).find((at) => isParting(lines[at] ?? ''));
}

/** The blocks of a text that comes in batches of lines; what stands above the first is left out. */
export async function* blocksOf(
  batches: AsyncIterable<readonly string[]>,
  style: ChatStyle,
): AsyncGenerator<TextBlock> {
  let open: TextBlock | undefined;
  let above = '';
  let number = 0;
  for await (const lines of batches) {
    for (const written of lines) {
      number += 1;
      const line = number === 1 ? written.replace(/^\ufeff/, '') : written;
      const head = style.headOf(line, above);
      if (head === undefined) {
        open?.lines.push(line);
      } else {
        const next = blockBelow(open, head, [above, line], number);
        if (open !== undefined) yield open;
        open = next;
      }
      above = line;
    }
  }
  if (open !== undefined) yield open;
}

/** The block that begins below another one, from which it takes the lines of its head. */
function blockBelow(
  open: TextBlock | undefined,
  head: MessageHead,
  lastLines: readonly string[],
  number: number,
): TextBlock {
  const { linesAbove } = head;
  if (linesAbove > 0) open?.lines.splice(-linesAbove);
  return {
    head,
    line: number - linesAbove,
    written: lastLines.slice(-1 - linesAbove),
    lines: [],
    isParted: open !== undefined && partingAt(open.lines) !== undefined,
  };
}
