import type { FigureParts } from '../../catalogue/figure.js';
import type { Grading, Occurrence } from '../../catalogue/rows.js';
import type { Decimal } from '../../lib/decimal.js';
import type { Title } from '../../lib/language.js';
import type { Day, Month } from '../../lib/month.js';
import type { Place } from '../../lib/place.js';
import type { Foreseen } from './range.js';
import type { NameKind, Trace } from './trace.js';
import type { Type } from './type.js';
import type { DisplayUnit, Value } from './value.js';

/** Something compiled that can be evaluated for an agent: a formula, a table, a condition. */
export interface Node extends Foreseen {
  readonly type: Type;
  readonly unit: DisplayUnit;
  /** The named values that it asks for in the same month, for finding circles. */
  readonly uses: readonly Slot[];
  /** A parameter whose values differ by the place where agents are insured. */
  readonly isByPlace?: true;
  evaluate(env: Env): Trace;
  /** The rule in words, for people who read the policy. */
  inWords(): Title;
}

/** A named value of a plan: parameter, definition, item, line, score, sum of a category. */
export interface Slot {
  readonly kind: NameKind;
  /** Unique within the plan: `line.commission`, `commission_team_pool.rate`. */
  readonly key: string;
  readonly id: string;
  readonly title: Title;
  readonly type: Type;
  readonly unit: DisplayUnit;
  /** Where it is defined. */
  readonly place: Place;
  /** How it is computed; undefined when the plan does not have it, which makes it absent. */
  readonly node: Node | undefined;
  /** A definition or parameter whose formula names figures that each day has too. */
  readonly ofDay?: true;
  /** A balance: before it was kept there is nothing to carry over. */
  readonly isCarried?: true;
  /** It is asked of every agent of the shop, whose plan may have another value of that name. */
  readonly ofShop?: true;
  /** What an example gives in its place, when what it gives is still to be adjusted. */
  readonly unadjusted?: Slot;
}

/** A number of an agent or the shop, as rules see it: with its parts when it is a quotient. */
export interface Figure extends FigureParts {
  readonly value: Value;
}

/** What happened of one kind, or why they are not known. */
export type Happenings = readonly Occurrence[] | { readonly missing: Value };

/** The names in a condition over days that each have a figure of their own day: ids of each kind. */
export interface ByDay {
  readonly metrics: ReadonlySet<string>;
  readonly events: ReadonlySet<string>;
  readonly cases: ReadonlySet<string>;
}

/** One business day of an agent, as a condition over days sees it. */
export interface AgentDay {
  readonly day: Day;
  metric(id: string): Figure;
  events(id: string): Happenings;
  cases(kind: string): Happenings;
}

/** The days of a month that a condition is held against. */
export interface AgentDays {
  /** The days on which the agent worked, and those on which something that is asked for was counted. */
  readonly days: readonly AgentDay[];
  /**
   * A day on which nothing was counted, when no file says on which of these the agent worked: a condition
   * that holds on such a day cannot be counted.
   */
  readonly idle?: AgentDay;
}

/** How many consults began in each hour of the day, 0 to 23; an hour without any is left out. */
export type Hours = ReadonlyMap<number, number>;

/** An amount of the months of a year that were not closed here, through the last of them. */
export interface OpeningAmount {
  readonly through: Month;
  readonly amount: Decimal;
  readonly place: Place;
}

/** What is known of one agent in one month; the payroll and the examples each supply it. */
export interface Facts {
  metric(id: string): Figure;
  /** The month's rating of an item: the mean of its numbers, or the middle one of its grades. */
  rating(item: string): Value;
  /** The single gradings of an item, in the order of the files. */
  gradings(item: string): readonly Grading[];
  events(id: string): Happenings;
  cases(kind: string): Happenings;
  roster(field: string): Value;
  /** With the row that gives it, where it is the agent's own. */
  target(id: string): Figure;
  /** The agent's days with what is asked of them, or why they are not known. */
  days(asked: ByDay): AgentDays | { readonly missing: Value };
  /** The agent's consults by hour, or why they are not known. */
  hours(): Hours | { readonly missing: Value };
  /** What a name came to in the year before its first closed month; where nothing is given there is none. */
  opening?(id: string): OpeningAmount | undefined;
  /** A value that stands for a slot instead of its computation: `given` of an example, a closed month. */
  recorded(slot: Slot): Value | undefined;
}

/** What came of a named value. */
type Result = Pick<Trace, 'value' | 'raised'>;

/** What evaluation for one agent sees. Values are computed on demand and remembered. */
export interface Env {
  readonly month: Month;
  readonly facts: Facts;
  readonly team: Team;
  /** A named value and how it came about. */
  get(slot: Slot): Trace;
  /** A named value and the notice that it raises, for whom it does not matter how that came about. */
  result(slot: Slot): Result;
  /** What something is worth to whom it does not matter how that came about: to figures over the team. */
  value(node: Pick<Node, 'evaluate'>): Value;
  /** Of an earlier month: whether anything of the agent was corrected after it was closed. */
  readonly isCorrected?: boolean | undefined;
  /** The same agent so many months earlier: closed, known not to exist, or not known. */
  earlier(months: number): Env | 'none' | 'unknown';
}

/** Everybody who is paid this month, by team, under whatever plan. */
export interface ShopTeams {
  readonly teams: readonly Team[];
  /** Computes something about the whole shop once. */
  once<T>(key: object, compute: () => T): T;
}

/** The agents among whom one is ranked and averaged, in roster order; the agent is one of them. */
export interface Team {
  readonly members: readonly Env[];
  /** Everybody who is paid by the plan: more than the team where the plan divides it. */
  readonly whole: Team;
  /** False in a closed month, of which only one's own record is known: no figure over the team then. */
  readonly complete: boolean;
  /** The named values of the team's plan, by key. */
  readonly slots: ReadonlyMap<string, Slot>;
  readonly shop: ShopTeams;
  /** Computes something about the whole team once; each thing has a key object of its own. */
  once<T>(key: object, compute: () => T): T;
}
