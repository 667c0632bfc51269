import type { Decimal } from '../../lib/decimal.js';
import type { Title } from '../../lib/language.js';
import type { TextKey } from '../../lib/messages/index.js';
import type { DisplayUnit, Value } from './value.js';

/**
 * How a value came about. Evaluation returns nothing else: the explanation is the computation, not a
 * second account of it. Its sentences are put together when somebody reads them.
 */
export interface Trace {
  readonly step: /** A number or text that stands in the formula. */
    | 'literal'
    /** A name: metric, parameter, roster field, score, item, line, rating, event, target. */
    | 'name'
    /** `+ − × ÷`, comparisons, `and or not`, parentheses; `operation` says which. */
    | 'operator'
    /** A function; `operation` is its id. */
    | 'call'
    /** A business day on which a condition was asked; its date is `text`, its one part the condition. */
    | 'day'
    /** A table of a policy: grade, bands, target, …; `operation` is its key. */
    | 'mechanism'
    /** A formula that stands in the YAML; its text is `text`. */
    | 'formula'
    /** An item or a line: its conditions, its value, its rounding. */
    | 'entry';
  readonly value: Value;
  readonly unit: DisplayUnit;
  readonly operation?: string;
  /** The literal or formula as it is written. */
  readonly text?: string;
  /** The whole of a formula in words, where its parts may lack a side that was not computed. */
  readonly words?: Title;
  /** For a name: what it is called and what kind of thing it is; for an adjustment its title. */
  readonly name?: { readonly id: string; readonly title: Title; readonly kind: NameKind };
  /** What the value was made of, in order. */
  readonly parts: readonly Trace[];
  /** Says what was decided here. */
  readonly notes: Notes;
  /** Which of the rule's possible outcomes came about: what `rules test` counts as covered. */
  readonly branch?: string;
  /** Who else is in a ranking that the value rests on. */
  readonly ranking?: Ranked;
  /** A notice that the rule raises along with its value. */
  readonly raised?: { readonly level: 'info' | 'warning' | 'dismissal'; readonly text: Title };
}

/** The agents of a team in order of a figure, and which of them one is oneself. */
export interface Ranked {
  readonly places: readonly Place[];
  /** Index of oneself; undefined for who takes no part. */
  readonly own: number | undefined;
}

/** One agent's place in a ranking. */
export interface Place {
  /** From 1; equals may share it. */
  readonly place: number;
  readonly name: string;
  readonly figure: Measure;
}

export type NameKind =
  | 'metric'
  | 'parameter'
  | 'definition'
  | 'roster'
  | 'score'
  | 'item'
  | 'line'
  | 'category'
  | 'rating'
  | 'event'
  | 'case'
  | 'target';

/** A number with its unit: how it is written is for output/ to say. */
export interface Measure {
  readonly number: Decimal;
  readonly unit: DisplayUnit;
}

/** A sentence of an explanation: a text key and what stands in it. */
export interface Note {
  readonly key: TextKey;
  readonly params: Readonly<Record<string, string | number | Title | Measure>>;
  readonly tone: 'fact' | 'held' | 'failed' | 'next' | 'warning';
}

/** What a step says when it is asked: each a sentence with its numbers. Most steps are never asked. */
export type Notes = () => readonly Note[];

/** A step that says nothing but what it is made of. */
export const NO_NOTES: Notes = () => [];

/** A note; tone `fact` unless said. */
export function note(key: TextKey, params: Note['params'] = {}, tone: Note['tone'] = 'fact'): Note {
  return { key, params, tone };
}

/** A number with its unit, for a note. */
export function measure(number: Decimal, unit: DisplayUnit): Measure {
  return { number, unit };
}
