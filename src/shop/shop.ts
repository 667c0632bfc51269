import type { UnreadColumns } from '../catalogue/unread-columns.js';
import type { Insurance, TaxDeduction, TaxResidence } from '../catalogue/vocabulary.js';
import type { Decimal } from '../lib/decimal.js';
import type { Language } from '../lib/language.js';
import type { Day, Month } from '../lib/month.js';
import type { ShopConfig } from './config.js';
import type { ShippedRules } from './shipped-rules.js';
import type { SourceText } from './source-text.js';

/** A shop folder, opened: what a run is about, before any month's file is read. */
export interface Shop {
  /** Absolute path of the folder. */
  readonly folder: string;
  readonly name: string;
  readonly language: Language;
  readonly config: ShopConfig;
  /** kpi.yaml as text. */
  readonly source: SourceText;
  /**
   * The shop's own rulebooks, `rules/*.yaml`, as text, in order of path. Undefined when one of them cannot be
   * read: what the others mean is not known then.
   */
  readonly rulebooks: readonly SourceText[] | undefined;
  /** The rulebooks that come with the program, or those that a closed month keeps. */
  readonly shipped: ShippedRules;
}

/** Nothing, whose some accounts are, or somebody altogether. */
export type RosterGap = 'nothing' | 'accounts' | 'somebody';

/** The agents of a roster, as far as it could be read. */
export interface RosterRows {
  /** Everybody whom a row names, be something else in it wrong. */
  readonly agents: readonly Agent[];
  /** Those in whose rows nothing is wrong: nobody else is paid. */
  readonly valid: readonly Agent[];
  /** What it does not say for what is wrong in it. */
  readonly lacks: RosterGap;
  /** The columns of its file that nobody reads. */
  readonly unreadColumns?: UnreadColumns | undefined;
}

/** Days on which an account was an agent's, both included; without a bound since ever, or for good. */
export interface AccountDays {
  readonly account: string;
  readonly from?: Day;
  readonly to?: Day;
}

/** One row of agents.csv. */
export interface Agent {
  /** Place in the roster, from 0: the engine's tables know agents by it. */
  readonly index: number;
  readonly id: string;
  readonly name: string;
  /** A role id: one of the known roles, or the shop's own word. */
  readonly role: string;
  /** The id of one of the shop's levels. */
  readonly level?: string;
  readonly levelSince?: Day;
  readonly team?: string;
  readonly shift?: string;
  /** The id of whoever leads the agent. */
  readonly lead?: string;
  /** Platform nicks; `：` is written `:`. */
  readonly accounts: readonly string[];
  /** The days of those accounts that were the agent's on some days only; the others are the agent's always. */
  readonly accountDays?: readonly AccountDays[];
  readonly hiredOn?: Day;
  readonly leftOn?: Day;
  readonly probationUntil?: Day;
  readonly basePay?: Decimal;
  readonly workdaysDue?: Decimal;
  readonly insurance?: Insurance;
  /** A place of the law: one that ships, or the shop's own word. */
  readonly place?: string;
  readonly siBase?: Decimal;
  readonly fundBase?: Decimal;
  readonly fundRate?: Decimal;
  readonly fundSupplement?: Decimal;
  readonly insuredFrom?: Month;
  readonly insuredUntil?: Month;
  readonly fundFrom?: Month;
  readonly taxResidence?: TaxResidence;
  readonly taxDeduction?: TaxDeduction;
  /** Line of agents.csv. */
  readonly line: number;
}
