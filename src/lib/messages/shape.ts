import type { levels } from './levels.js';

/** What a problem says: one sentence on what is wrong, one on the remedy. `{name}` is filled in. */
export interface ProblemMessage {
  readonly text: string;
  readonly remedy: string;
}

/** Every problem code must have its message. */
export interface Messages {
  readonly problems: { readonly [code in keyof typeof levels]: ProblemMessage };
  readonly texts: Readonly<Record<string, string>>;
}
