import type { NoticeLevel } from '../../catalogue/pay-words.js';
import type { Decimal } from '../../lib/decimal.js';
import type { Language, Title } from '../../lib/language.js';
import type { ParamsArgument, Places } from '../../words/fill.js';
import type { TextEntry } from '../../words/texts/entry.js';
import type { DisplayUnit, Value } from './value.js';

/** How a value came about: what was done, and what all steps have. */
export type Trace = TraceParts & Step;

/** The trace of one kind of step. */
export type StepTrace<S extends Trace['step']> = Extract<Trace, { readonly step: S }>;

/** What was done to come to a value. */
type Step =
  /** A number or text that stands in the formula. */
  | { readonly step: 'literal'; readonly operation?: never }
  /** A name: metric, parameter, roster field, score, item, line, rating, event, target. */
  | { readonly step: 'name'; readonly operation?: never }
  | { readonly step: 'operator'; readonly operation: Operator }
  /** A function. */
  | { readonly step: 'call'; readonly operation: Operation }
  /** A business day on which a condition was asked; its date is `text`, its one part the condition. */
  | { readonly step: 'day'; readonly operation?: never }
  /** A table of a policy (grade, bands, target, …), or a sum of the plan. */
  | { readonly step: 'mechanism'; readonly operation: Operation }
  /** A formula that stands in the YAML; its text is `text`. */
  | { readonly step: 'formula'; readonly operation?: never }
  /** An item or a line: its conditions, its value, its rounding. */
  | { readonly step: 'entry'; readonly operation: 'item' | 'line' };

export type Relation = '<' | '<=' | '>' | '>=' | '=' | '!=';

/** `group`: parentheses. */
export type Operator = '+' | '-' | '*' | '/' | 'and' | 'or' | 'not' | 'neg' | 'group' | Relation;

/** A function or a table of a policy, as whoever explains a value knows it. */
export interface Operation {
  readonly id: string;
  readonly title: Title;
  /** It looks at the whole team: everybody's figures are behind it. */
  readonly ofTeam?: boolean;
  /** The column of the roster that those over whom it goes have in common; undefined for everybody. */
  readonly among?: Title | undefined;
  /** Its second part is what it divides by. */
  readonly divides?: true;
  /** It is made of other people's figures, of other months', days' or rows'. */
  readonly isBeyondAgent?: boolean;
  /**
   * How its parts are shown: each as a part of a sum, as what changes a line, in places of their own, one by
   * one beside the formula; or there is but one of two sides.
   */
  readonly partsShown?: 'as sum' | 'as adjustment' | 'elsewhere' | 'row by row' | 'one side';
  /** More of a part that is a number is never less of the result. */
  readonly keepsOrder?: boolean;
}

/**
 * Evaluation returns nothing but traces: the explanation is the computation, not a second account of it. Its
 * sentences are put together when somebody reads them.
 */
interface TraceParts {
  readonly value: Value;
  readonly unit: DisplayUnit;
  /** The literal or formula as it is written. */
  readonly text?: string | undefined;
  /** The whole of a formula in words, where its parts may lack a side that was not computed. */
  readonly words?: Title | undefined;
  /** For a name: what it is called and what kind of thing it is; for an adjustment its title. */
  readonly name?: { readonly id: string; readonly title: Title; readonly kind: NameKind };
  /** What the value was made of, in order. */
  readonly parts: readonly Trace[];
  /** Says what was decided here. */
  readonly notes: Notes;
  /** Which of the rule's possible outcomes came about: what `rules test` counts as covered. */
  readonly branch?: string | undefined;
  /** Who else is in a ranking that the value rests on. */
  readonly ranking?: Ranked | undefined;
  /** The rows of a ladder, from the first to the last, for the agent. */
  readonly ladder?: (() => readonly Rung[]) | undefined;
  /** A notice that the rule raises along with its value. */
  readonly raised?: Raised | undefined;
}

/** A notice: how grave it is, and its words. */
export interface Raised {
  readonly level: NoticeLevel;
  readonly text: Title;
  /** Who signs it, in their order; absent when nobody does. */
  readonly sign?: readonly Title[] | undefined;
}

/** A row of a ladder: of bands, or of places. */
export interface Rung {
  /** What reaches it. */
  readonly label: Note;
  /** The bound of its band; undefined of a place, and of a band without a bound. */
  readonly at: Decimal | undefined;
  readonly gives: NumberWithUnit;
  /** The agent stands on it. */
  readonly isOwn: boolean;
}

/** The agents of a team in order of a figure, and which of them one is oneself. */
export interface Ranked {
  readonly places: readonly RankedPlace[];
  /** Index of oneself; undefined for who takes no part. */
  readonly own: number | undefined;
}

/** One agent's place in a ranking. */
export interface RankedPlace {
  /** From 1; equals may share it. */
  readonly place: number;
  readonly name: string;
  readonly figure: NumberWithUnit;
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
export interface NumberWithUnit {
  readonly number: Decimal;
  readonly unit: DisplayUnit;
}

/** A sentence of an explanation, and what stands in its places. */
export interface Note {
  readonly sentence: TextEntry;
  readonly params: Readonly<Record<string, string | number | Title | NumberWithUnit>>;
  readonly tone: 'fact' | 'held' | 'failed' | 'next' | 'warning';
  /** Of what another figure would have given, which is no part of this month's sum. */
  readonly outlook?: Outlook;
}

/** What another figure would have given, held against what this one does; `next` of what simply comes next. */
type Outlook = Direction | 'next';

export type Direction = 'more' | 'less';

/** What a step says when it is asked: each a sentence with its numbers. Most steps are never asked. */
export type Notes = () => readonly Note[];

/** A step that says nothing but what it is made of. */
export const NO_NOTES: Notes = () => [];

type NoteParams<Entry extends TextEntry> = {
  readonly [Name in Places<Entry[Language]>]: Note['params'][string];
};

/** A value that is made of nothing: as it is written, or known without how it came about. */
export function literalStep(value: Value, unit: DisplayUnit, text?: string): Trace {
  return { step: 'literal', value, unit, text, parts: [], notes: NO_NOTES };
}

/** What a table or a sum of the plan gave, and what it was made of. */
export function mechanismStep(
  operation: Operation,
  value: Value,
  unit: DisplayUnit,
  parts: readonly Trace[],
  details: Partial<
    Pick<TraceParts, 'name' | 'notes' | 'branch' | 'ranking' | 'raised' | 'ladder'>
  > = {},
): Trace {
  return { step: 'mechanism', operation, value, unit, parts, notes: NO_NOTES, ...details };
}

/** A note of what another figure would have given. */
export function outlook<Entry extends TextEntry>(
  sentence: Entry,
  params: NoteParams<Entry>,
  kind: Outlook,
): Note {
  return { sentence, params, tone: 'next', outlook: kind };
}

/** A note; tone `fact` unless said. */
export function note<Entry extends TextEntry>(
  sentence: Entry,
  ...rest: [...ParamsArgument<NoteParams<Entry>>, tone?: Note['tone']]
): Note;
export function note(
  sentence: TextEntry,
  params: Note['params'] = {},
  tone: Note['tone'] = 'fact',
): Note {
  return { sentence, params, tone };
}

/** A number with its unit, for a note. */
export function measure(number: Decimal, unit: DisplayUnit): NumberWithUnit {
  return { number, unit };
}
