import type { Note } from '../../rulebook/values/trace.js';

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
