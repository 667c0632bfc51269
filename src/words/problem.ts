import type { Language } from '../lib/language.js';
import type { Place } from '../lib/place.js';
import { fill, type ParamsArgument, type ParamsOf, type TextParams, withKeys } from './fill.js';
import { listed } from './lists.js';
import type { People } from './people.js';
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

/** What the sentences of a problem take, of several problems together; agents with their ids. */
export type ProblemParams<Code extends ProblemCode> = WithPeople<ParamsOf<SentenceOf<Code>>>;

type WithPeople<Params> = {
  readonly [Name in keyof Params]: Name extends 'agents' ? People : Params[Name];
};

type SentenceOf<Code extends ProblemCode> = Extract<
  Entries[Code][Exclude<keyof ProblemEntry, 'level' | 'folded'>],
  string
>;
type Entries = typeof problemEntries;

/** What a problem is about, beside its place; it may be left out when its sentences take nothing. */
type ProblemDetails<Code extends ProblemCode> = {
  readonly cell?: string;
  readonly excerpt?: string;
} & (Partial<ProblemParams<Code>> extends ProblemParams<Code>
  ? { readonly params?: ProblemParams<Code> }
  : { readonly params: ProblemParams<Code> });

type DetailsArgument<Code extends ProblemCode> =
  Partial<ProblemParams<Code>> extends ProblemParams<Code>
    ? [details?: ProblemDetails<Code>]
    : [details: ProblemDetails<Code>];

/** The last argument of whatever reports a problem and knows its place, and the places that it fills itself. */
export type ProblemArgument<
  Code extends ProblemCode,
  Known extends string = never,
> = ParamsArgument<Omit<ProblemParams<Code>, Known>>;

/** Collects every problem of a run, so that all of them are reported together. */
export interface Problems {
  readonly all: readonly Problem[];
  report<Code extends ProblemCode>(
    code: Code,
    place: Place,
    ...details: DetailsArgument<Code>
  ): void;
  /** Takes over what was put together by `problemOf`. */
  add(problem: Problem): void;
  /** Takes over what was found elsewhere. */
  addAll(problems: Iterable<Problem>): void;
  hasErrors(): boolean;
}

export function collectProblems(): Problems {
  const all: Problem[] = [];
  return reportTo(all, (problem) => all.push(problem));
}

/** A collector that hands on each problem; `all` are those that there are so far. */
export function reportTo(all: readonly Problem[], take: (problem: Problem) => void): Problems {
  return {
    all,
    add: take,
    report(code, place, ...[details]) {
      take(problemOf(code, place, details));
    },
    addAll(problems) {
      for (const problem of problems) take(problem);
    },
    hasErrors: () => forbidResult(all, false),
  };
}

/** A problem of a code that is found while the program runs, with what its sentences take. */
export function problemOf(
  code: ProblemCode,
  place: Place,
  details: Partial<Pick<Problem, 'params' | 'cell' | 'excerpt'>> = {},
): Problem {
  return { level: problemEntries[code].level, code, ...place, params: {}, ...details };
}

/** The codes of problems that are about a cell and nothing else. */
export type CellProblem = {
  [Code in ProblemCode]: keyof Omit<ProblemParams<Code>, 'column' | 'cell'> extends never
    ? Code
    : never;
}[ProblemCode];

/** Whether a text is the code of what a shop may let stand: a warning or a note, and no error. */
export function mayStand(text: string): boolean {
  return (
    Object.hasOwn(problemEntries, text) && problemEntries[text as ProblemCode].level !== 'error'
  );
}

/** The ids of the agents whom a problem names; of what is no agent's, that of nobody. */
export function agentsNamedBy({ params }: Pick<Problem, 'params'>): readonly string[] {
  return [params.agent, params.agents].flatMap(idsIn);
}

function idsIn(named: Problem['params'][string] | undefined): readonly string[] {
  if (typeof named === 'string') return [named];
  return typeof named === 'object' && 'ids' in named ? named.ids : [];
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

/** What a sentence on a problem says it of: its code, what its places take, and how the file calls its keys. */
type Said = Pick<Problem, 'code' | 'params' | 'keyWords'>;

/** The sentence on what is wrong. */
export function problemText(language: Language, { code, params, keyWords }: Said): string {
  return withKeys(fill(problemEntries[code][language], params, language), keyWords);
}

/** What stands for all problems of a kind on a terminal; undefined where each is said. Of several values, all. */
export function foldedText(language: Language, group: readonly Said[]): string | undefined {
  const [first] = group;
  const { folded }: Partial<ProblemEntry> = first === undefined ? {} : problemEntries[first.code];
  if (first === undefined || folded === undefined) return undefined;
  const names = Object.keys(first.params);
  const valuesOf = (name: string) => {
    const values = group.map(({ params }) => fill(`{${name}}`, params, language));
    return [name, listed('names', [...new Set(values)], language)] as const;
  };
  return fill(folded[language], Object.fromEntries(names.map(valuesOf)), language);
}

/** The sentence on what to do about it. */
export function problemRemedy(language: Language, { code, params, keyWords }: Said): string {
  const { remedyZh, remedyEn }: ProblemEntry = problemEntries[code];
  return withKeys(fill(language === 'zh' ? remedyZh : remedyEn, params, language), keyWords);
}
