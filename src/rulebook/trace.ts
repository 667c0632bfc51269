import type { Title } from '../lib/language.js';
import type { TextKey, TextParams } from '../lib/messages/index.js';
import type { DisplayUnit, Value } from './value.js';

/**
 * How a value came about. Evaluation returns nothing else: the explanation is the computation, not a
 * second account of it. Plain data, so that it can be sealed, printed and compared.
 */
export interface Trace {
  readonly step: /** A number or text that stands in the formula. */
    | 'literal'
    /** A name: metric, parameter, roster field, score, item, line, rating, event, target. */
    | 'name'
    /** `+ − × ÷`, comparisons, `and or not`; `operation` says which. */
    | 'operator'
    /** A function; `operation` is its id. */
    | 'call'
    /** A table of a policy: grade, bands, target, …; `operation` is its key. */
    | 'mechanism'
    /** A formula that stands in the YAML; its text is `text`. */
    | 'formula';
  readonly value: Value;
  readonly unit: DisplayUnit;
  readonly operation?: string;
  /** The literal or formula as it is written. */
  readonly text?: string;
  /** For a name: what it is called and what kind of thing it is. */
  readonly name?: { readonly id: string; readonly title: Title; readonly kind: NameKind };
  /** What the value was made of, in order. */
  readonly parts: readonly Trace[];
  /** What was decided here, each a sentence with its numbers. */
  readonly notes: readonly Note[];
  /** Which of the rule's possible outcomes came about: what `rules test` counts as covered. */
  readonly branch?: string;
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

/** A sentence of an explanation: a text key and what stands in it. */
export interface Note {
  readonly key: TextKey;
  readonly params: TextParams;
  readonly tone: 'fact' | 'held' | 'failed' | 'next' | 'warning';
}
