import type { Metric } from '../../catalogue/metric.js';
import type { Title } from '../../lib/language.js';
import type { CountedView } from '../rows/views.js';

/** Which rows of something count, and what each of them adds. All texts are SQL. */
interface Contribution {
  /** Which rows count; left out: all. */
  readonly when?: string;
  /** What each of them adds; left out: 1. */
  readonly adds?: string;
}

/** What is counted of the rows of a view: how many there are, or what they add up to. */
export interface Count extends Contribution {
  readonly of: CountedView;
  /** The greatest is meant, not the sum. */
  readonly greatest?: true;
  /** Of rows with the same values here only the first counts, in the order of `first`. */
  readonly distinct?: { readonly by: string; readonly first: string };
  /** A row because of which the figure is not known. */
  readonly unknown?: string;
  /** The columns without which such a row does not say enough. */
  readonly lacks?: Title;
  /** The column of the view that says in which file such a row stands, where that is not any of its kind. */
  readonly lackedIn?: string;
  /** The rows that are shown behind it, where they are not those of the view; they add up to the same. */
  readonly shown?: Shown;
}

export interface Shown extends Contribution {
  readonly of: CountedView | 'rounds' | 'busiest_sessions';
}

/** 1 when nothing was counted of any of these, else 0: those that must be known, and those that count when they are. */
export interface NothingOf {
  readonly known: readonly string[];
  readonly ifKnown: readonly string[];
}

/** The sides of a quotient that are no metrics themselves. */
type Sides = { readonly [S in Side]?: Count };

export type Side = 'numerator' | 'denominator';

export type Measure = Count | NothingOf | Sides;

/** A measure for each metric of a group, but for the quotients of two metrics and what only the team has. */
export type Measures<G extends readonly Metric[]> = {
  readonly [M in G[number] as Counted<M>]: MeasureOf<M>;
};

type Counted<M extends Metric> = M extends { readonly level: 'team' }
  ? never
  : M extends { readonly parts: Record<Side, string> }
    ? never
    : M['id'];

type MeasureOf<M> = M extends { readonly quotient: true }
  ? { readonly [S in Exclude<Side, PartOf<M>>]: Count }
  : Count | NothingOf;

type PartOf<M> = { [S in Side]: M extends { readonly parts: Record<S, string> } ? S : never }[Side];
