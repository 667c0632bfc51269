import type { Metric } from '../../catalogue/metric.js';
import type { Grading } from '../../catalogue/rows.js';
import type { Title } from '../../lib/language.js';
import type { Nameable } from '../../words/known-names.js';
import type { ProblemParams } from '../../words/problem.js';
import type { Env, Happenings, Node, Slot } from '../values/node.js';
import type { Foreseen } from '../values/range.js';
import type { NameKind, Trace } from '../values/trace.js';
import type { Type } from '../values/type.js';
import type { DisplayUnit } from '../values/value.js';
import type { WorkCalendar } from '../values/work-calendar.js';

/** What a name in a formula stands for. */
export interface Reference extends Foreseen {
  readonly kind: NameKind;
  readonly id: string;
  readonly title: Title;
  readonly type: Type;
  readonly unit: DisplayUnit;
  readonly uses: readonly Slot[];
  read(env: Env): Trace;
  /** What is carried over from month to month: before there was any it is 0. */
  readonly carried?: Slot;
  /** The metric that it is, for team figures of quotients. */
  readonly metric?: Metric;
  /** The rows behind it, when it counts rows that a rule can take one by one. */
  happenings?(env: Env): Happenings;
  /** The single gradings behind it, when it is a rating. */
  gradings?(env: Env): readonly Grading[];
}

/** A compiled formula, and the name that it is, when it is nothing else. */
export type ReferringNode = Node & {
  readonly reference?: Reference;
  /** How it reads within a sentence, where that is otherwise than as a formula. */
  readonly inSentence?: () => Title;
};

/** What a lookup of a name finds. */
export type Lookup =
  | {
      readonly found: 'one';
      readonly reference: Reference;
      /** The metric of the same name, where a bare name means something of the book itself. */
      readonly hides?: Reference | undefined;
    }
  /** Nothing but the very entry that asks. */
  | { readonly found: 'self'; readonly slot: Slot }
  | { readonly found: 'several'; readonly references: readonly Reference[] }
  | ({ readonly found: 'none' } & WrongName);

/** The problem of a name that means nothing, with what its sentences take beside the name. */
export interface WrongName {
  readonly code: 'unknown-name' | 'misspelt-name' | 'undeclared-name' | 'no-score';
  readonly params: Omit<
    ProblemParams<'unknown-name' | 'misspelt-name' | 'undeclared-name' | 'no-score'>,
    'name'
  >;
}

/** The words of a roster field. */
export interface FieldWords {
  /** Those that it can be. */
  readonly known: readonly Nameable[];
  /** Those of them that somebody in the roster has; undefined when all are as good. */
  readonly held?: readonly Nameable[];
}

/** The names that a formula can use, at the place where it stands. */
export interface Scope {
  lookup(name: string): Lookup;
  /** The words that a roster field can be; undefined when it can be any. */
  wordsOf?(field: Pick<Reference, 'kind' | 'id'>): FieldWords | undefined;
  /** With the names of every plan of the shop, for figures that ask all of them. */
  ofShop?(): Scope;
  /** Which days are worked; read only where a formula asks. */
  calendar?(): WorkCalendar | undefined;
  /** Notes that a formula asks for figures of single days: they are counted only where one does. */
  askByDay?(metrics: ReadonlySet<string>): void;
  /** Notes that a formula asks for consults by hour, likewise. */
  askByHour?(): void;
  /** Notes that a formula asks for those whom an agent leads. */
  askOfMembers?(): void;
  /** Notes that a formula names something that each day has a figure of, for itself and for the agent alone. */
  noteDayFigure?(): void;
}
