import type { Title } from './language.js';
import { type ProblemCode, problemLevels } from './messages/index.js';

export type { ProblemCode } from './messages/index.js';

/** An `info` is no problem, but good to know; it never counts as one. */
export type ProblemLevel = 'error' | 'warning' | 'info';

/** What a message speaks of: plain text, or a text that differs by language. */
export type ProblemParams = Readonly<Record<string, string | number | Title>>;

/** Where in the shop's files a problem is. Lines and columns count from 1. */
export interface Place {
  /** Path relative to the shop folder, with `/`. */
  readonly file?: string;
  readonly line?: number;
  /** In a table the header of the column, in a YAML file the character in the line. */
  readonly column?: string | number;
}

/**
 * Something wrong with config, rulebooks or inputs. The sentences on what is wrong and what to do
 * are found by `code` in the message files, so that a problem is plain data without a language.
 */
export interface Problem extends Place {
  readonly level: ProblemLevel;
  readonly code: ProblemCode;
  /** The text of the cell or node, as it stands in the file. */
  readonly cell?: string;
  /** The lines of the file around the place, where that helps. */
  readonly excerpt?: string;
  readonly params: ProblemParams;
}

/** What a problem is about, beside its place. */
export interface ProblemDetails {
  readonly params?: ProblemParams;
  readonly cell?: string;
  readonly excerpt?: string;
}

/** Collects every problem of a run, so that all of them are reported together. */
export interface Problems {
  readonly all: readonly Problem[];
  report(code: ProblemCode, place: Place, details?: ProblemDetails): void;
  addAll(problems: Iterable<Problem>): void;
  hasErrors(): boolean;
}

export function collectProblems(): Problems {
  const all: Problem[] = [];
  return {
    all,
    report(code, place, details = {}) {
      all.push({ level: problemLevels[code], code, ...place, params: {}, ...details });
    },
    addAll(problems) {
      for (const problem of problems) all.push(problem);
    },
    hasErrors: () => all.some((problem) => problem.level === 'error'),
  };
}
