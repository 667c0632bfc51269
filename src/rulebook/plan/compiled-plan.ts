import type { Metric } from '../../catalogue/metric.js';
import type { FilteredMetric } from '../../catalogue/metrics/filtered.js';
import type { Section } from '../../catalogue/pay-words.js';
import type { Title } from '../../lib/language.js';
import type { Place } from '../../lib/place.js';
import type { YamlValue } from '../../lib/yaml/yaml-node.js';
import type { Nameable } from '../../words/known-names.js';
import type { ItemSpec, LineSpec } from '../books/entry-schemas.js';
import type { NoticeSpec } from '../books/notice-schema.js';
import type { Book, LineBook, NoticeBook, Scorecard, Sourced } from '../books/rulebook.js';
import type { Asked } from '../names/plan-names.js';
import type { FieldWords, Scope } from '../names/reference.js';
import type { Node, Slot } from '../values/node.js';
import type { WorkCalendar } from '../values/work-calendar.js';
import type { CompiledAdjustment } from './entries.js';
import type { Elsewhere } from './unlinked-slots.js';

/** What a plan is made of, ready to be compiled. */
export interface PlanParts {
  readonly id: string;
  readonly title: Title;
  readonly teamBy: 'team' | 'shift' | undefined;
  /** Where it lists its books; undefined for a book that is checked alone. */
  readonly place?: Place;
  readonly scorecards: readonly Scorecard[];
  readonly books: readonly LineBook[];
  readonly noticeBooks: readonly NoticeBook[];
  /** By `rulebook.parameter`: what plan and kpi.yaml set. */
  readonly set: ReadonlyMap<string, SetParameter>;
  readonly customMetrics: readonly Metric[];
  /** From low to high. */
  readonly levels: readonly Nameable[];
  /** Which days are worked; undefined when the calendar cannot be used, which has been reported. */
  readonly calendar: () => WorkCalendar | undefined;
  /**
   * The lines of every rulebook there is: those that a notice may name though the plan does not have them.
   * With a name only those of rulebooks in which it is written: no other is read for it.
   */
  readonly linesOfAll: (written?: string) => readonly Nameable[];
  /** The book of a parameter of any rulebook that there is, by `rulebook.parameter`; undefined when there is none. */
  readonly parameterOf: (key: string) => BookParameter | undefined;
  /** By roster field: the words that people have in it; undefined when the roster is not known. */
  readonly words?: ReadonlyMap<string, FieldWords> | undefined;
  /**
   * Names that a book may use although this plan does not have them: when one book is checked or tested
   * alone, the lines and scorecards of others.
   */
  readonly elsewhere: readonly Elsewhere[];
  /** What the shop's other plans have, which figures over the shop may name. */
  readonly ofOtherPlans?: readonly Elsewhere[];
}

/** A parameter where its own book has it. */
export interface BookParameter {
  readonly book: Book;
  readonly id: string;
}

export interface SetParameter {
  readonly value: YamlValue;
  readonly place: Place;
}

export interface CompiledItem {
  readonly id: string;
  readonly title: Title;
  readonly section: Section;
  readonly full: Node | undefined;
  readonly source: string | undefined;
  readonly slot: Slot;
  readonly spec: Sourced<ItemSpec>;
  readonly node: Node;
  readonly conditions: readonly Node[];
}

export interface CompiledScorecard {
  readonly book: Scorecard;
  readonly slot: Slot;
  readonly total: Slot;
  readonly items: readonly CompiledItem[];
}

export interface CompiledLine {
  readonly id: string;
  readonly title: Title;
  readonly kind: LineSpec['kind'];
  readonly category: string;
  readonly rulebook: string;
  readonly source: string | undefined;
  readonly slot: Slot;
  readonly spec: Sourced<LineSpec>;
  /** The line's own rule, before other books' adjustments: what a description prints. */
  readonly node: Node;
  /** How who joins or leaves during the month is paid, in words. */
  readonly proration: Title | undefined;
  /** What it would give by the days employed; undefined where the rulebook says how these are paid, and of what is no earning. */
  readonly inPart: Node | undefined;
  /** It is what other lines lack of an amount. */
  readonly isGuarantee: boolean;
  readonly conditions: readonly Node[];
}

export interface CompiledNotice {
  readonly id: string;
  readonly title: Title;
  readonly rulebook: string;
  readonly slot: Slot;
  readonly level: NoticeSpec['level'];
  readonly source: string | undefined;
  /** The words, names in their figures by title. */
  readonly text: Title;
  /** Who signs it. */
  readonly sign: readonly Title[];
  /** The lines whose own notices are not given where this one is. */
  readonly insteadOf: readonly Slot[];
  /** What it comes to where no file or column says what it asks for. */
  readonly missing: NoticeSpec['missing'];
  /** Said once for the whole team or shop. */
  readonly once: 'team' | 'shop' | undefined;
  readonly conditions: readonly Node[];
  /** What makes a warning of it. */
  readonly warnIf: readonly Node[];
}

/** A plan that can be evaluated. */
export interface CompiledPlan {
  readonly id: string;
  readonly title: Title;
  readonly teamBy: 'team' | 'shift' | undefined;
  /** The books it is made of, with their titles. */
  readonly books: ReadonlyMap<string, Title>;
  /** The events that any of them knows, with their titles. */
  readonly events: ReadonlyMap<string, Title>;
  readonly scorecards: readonly CompiledScorecard[];
  readonly lines: readonly CompiledLine[];
  readonly notices: readonly CompiledNotice[];
  readonly adjustments: readonly CompiledAdjustment[];
  /** Parameters and definitions by book, for descriptions and examples. */
  readonly parametersAndDefinitions: ReadonlyMap<string, readonly Slot[]>;
  /** Everything that other plans may ask of an agent of this plan, by key. */
  readonly slots: ReadonlyMap<string, Slot>;
  /** Lines of other plans, as an example gives them. */
  readonly elsewhere: readonly Slot[];
  /** Every outcome that a rule can have, with what people call it, for coverage. */
  readonly outcomes: ReadonlyMap<string, Title>;
  /** What its rules ask of single days and hours: only that is counted. */
  readonly asked: Readonly<Asked>;
  /** The metrics over some orders only that its books define. */
  readonly filtered: readonly FilteredMetric[];
  /** The names that a book's examples use. */
  readonly scopeOf: (book: string) => Scope;
}
