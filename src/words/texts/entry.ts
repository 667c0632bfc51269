import type { Title } from '../../lib/language.js';

/** A text of the program in every language, with `{name}` where something is put in. */
export type TextEntry = Title;

/** Sentences by name, of whoever says them. */
export type Sentences = Readonly<Record<string, TextEntry>>;

/** An `info` is no problem, but good to know; it never counts as one. */
export type ProblemLevel = 'error' | 'warning' | 'info';

/** One kind of problem: a sentence on what is wrong and one on the remedy, in every language. */
export interface ProblemEntry extends Title {
  readonly level: ProblemLevel;
  readonly remedyZh: string;
  readonly remedyEn: string;
  /** What a terminal says in place of all problems of the kind, where they are lists to look things up in. */
  readonly folded?: Title;
}
