import type { Language } from '../../lib/language.js';
import type { Data } from '../../output/formats/data.js';
import type { Problem } from '../../words/problem.js';
import type { ExitCode } from './exit.js';

/** What a command gives: its data, and what there is to say beside them. Nothing of it is printed yet. */
export interface CommandResult {
  readonly language: Language;
  /** Undefined when there is nothing to print. */
  readonly data?: Data;
  /** The file is for its owner's eyes only. */
  readonly isPrivate?: true;
  /** What is there already is not written over. */
  readonly keepsExisting?: boolean;
  /** Files beside those of the shop that it rests on. */
  readonly reads?: readonly string[];
  /** Sentences beside the data; one that is false is left out. */
  readonly notes?: readonly (string | false)[];
  /** With any that forbid a result nothing but these is said. */
  readonly problems?: readonly Problem[];
  /** The data are printed whatever the problems are. */
  readonly isFinding?: true;
  /** Sentences after the problems. */
  readonly summary?: readonly string[];
  /** `done` when it is left out. */
  readonly exit?: ExitCode;
}
