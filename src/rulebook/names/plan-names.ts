import type { Metric } from '../../catalogue/metric.js';
import type { FilteredMetric } from '../../catalogue/metrics/filtered.js';
import type { RowField } from '../../catalogue/records.js';
import type { Title } from '../../lib/language.js';
import type { Nameable } from '../../words/known-names.js';
import type { Slot } from '../values/node.js';
import type { WorkCalendar } from '../values/work-calendar.js';
import type { FieldWords, Reference } from './reference.js';

/** What can be called by its id or its title. */
export type IdAndTitle = Pick<Reference, 'id' | 'title'>;

/** A slot that is compiled when it is first asked for, because its type follows from its formula. */
export interface LazySlot {
  readonly slot: Slot;
  /** Compiles it, unless that is done or, in a circle, under way: the circle is found later on. */
  ensure(): void;
}

/** A metric that a book defines, with its name there: its id is told apart from other books'. */
export interface DefinedMetric extends IdAndTitle {
  readonly metric: FilteredMetric;
}

/** What one book brings into the names of its formulas. */
export interface BookNames {
  readonly id: string;
  /** Parameters, definitions, items and lines of the book itself. */
  readonly own: readonly LazySlot[];
  /** Metrics over some orders only, by the names that the book gives them. */
  readonly filtered: readonly DefinedMetric[];
  readonly ratings: ReadonlyMap<string, Title>;
  readonly events: ReadonlyMap<string, Title>;
}

/** What all books of a plan see of one another. */
export interface PlanNames {
  readonly customMetrics: readonly Metric[];
  /** From low to high. */
  readonly levels: readonly Nameable[];
  readonly calendar: () => WorkCalendar | undefined;
  readonly scores: readonly Slot[];
  /** Points and total of the plan's first scorecard; undefined when the plan has none. */
  readonly score: Slot | undefined;
  readonly scoreTotal: Slot | undefined;
  /** `score_share`: undefined when the plan has no score. */
  readonly scoreShare: ScoreShare | undefined;
  /** Items of the plan's scorecards; keys `item.SCORECARD.ID`. */
  readonly items: readonly Slot[];
  readonly lines: readonly Slot[];
  readonly categories: readonly Slot[];
  /** `gross`: what comes before a line of a book; undefined where it is one of the totals. */
  readonly grossAt: ((book: string, self: Slot | undefined) => Slot) | undefined;
  /** What pay comes to, for the books of the law. */
  readonly totals: readonly Slot[];
  readonly ratings: ReadonlyMap<string, Title>;
  readonly events: ReadonlyMap<string, Title>;
  /** Those of them that this plan does not have, but another may. */
  readonly elsewhere: ReadonlySet<Slot>;
  /** Lines, items and scores of the shop's other plans, which figures over the shop may name. */
  readonly ofOtherPlans: readonly Slot[];
  /** By roster field: the words that it can be, where these are known. */
  readonly words: ReadonlyMap<string, FieldWords>;
  /** What the formulas ask of single days and hours; filled while they compile. */
  readonly asked: Asked;
}

/** What share of the full score one has: capped by a parameter of the book that asks, else by 100%. */
export interface ScoreShare extends IdAndTitle {
  cappedBy(cap: Slot | undefined): Reference | undefined;
}

/** What is counted only because some formula asks for it. */
export interface Asked {
  /** Undefined until one asks for figures of single days, of metrics (by id) or of anything else. */
  byDay: Set<string> | undefined;
  /** Whether one asks for consults by hour. */
  byHour: boolean;
  /** Whether one asks for those whom an agent leads. */
  ofMembers: boolean;
  /** Targets, as they are named. */
  readonly targets: Set<string>;
  /** Metrics that the shop defines beside those of the catalogue. */
  readonly ofShop: Set<Metric>;
  /** Every metric, and every roster field by id. */
  readonly metrics: Set<Metric>;
  readonly roster: Set<string>;
  /** What is asked of the rows of events, and of kinds of records, by their ids. */
  readonly rows: Readonly<Record<'event' | 'case', Map<string, Set<RowField>>>>;
}

/** What the sum of the earnings before a line is called. */
export const GROSS: IdAndTitle = { id: 'gross', title: { zh: '应发工资', en: 'Gross' } };
