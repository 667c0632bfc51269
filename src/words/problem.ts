import type { Language } from '../lib/language.js';
import type { Place } from '../lib/place.js';
import { fill, type TextParams } from './fill.js';
import { type ProblemCode, problemEntries } from './problem-entries.js';
import type { ProblemEntry, ProblemLevel } from './texts/entry.js';

/**
 * Something wrong with config, rulebooks or inputs. The sentences on what is wrong and what to do
 * are found by `code`, so that a problem is plain data without a language.
 */
export interface Problem extends Place {
  readonly level: ProblemLevel;
  readonly code: ProblemCode;
  /** The text of the cell or node, as it stands in the file. */
  readonly cell?: string;
  /** The lines of the file around the place, where that helps. */
  readonly excerpt?: string;
  readonly params: TextParams;
}

/** What a problem is about, beside its place. */
export interface ProblemDetails {
  readonly params?: TextParams;
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
      all.push({ level: problemEntries[code].level, code, ...place, params: {}, ...details });
    },
    addAll(problems) {
      for (const problem of problems) all.push(problem);
    },
    hasErrors: () => forbidResult(all, false),
  };
}

/** Those of the problems that are errors. */
export function errorsOf(problems: readonly Problem[]): readonly Problem[] {
  return problems.filter(({ level }) => level === 'error');
}

/** How many of the problems are errors. */
export function errorCount({ all }: Pick<Problems, 'all'>): number {
  return errorsOf(all).length;
}

/** Whether the problems forbid a result: any error, with `strict` any warning too. */
export function forbidResult(problems: readonly Problem[], strict: boolean): boolean {
  return problems.some(({ level }) => level === 'error' || (strict && level === 'warning'));
}

/** The sentence on what is wrong. */
export function problemText(language: Language, code: ProblemCode, params: TextParams): string {
  return fill(problemEntries[code][language], params, language);
}

/** The sentence on what to do about it. */
export function problemRemedy(language: Language, code: ProblemCode, params: TextParams): string {
  const { remedyZh, remedyEn }: ProblemEntry = problemEntries[code];
  return fill(language === 'zh' ? remedyZh : remedyEn, params, language);
}
