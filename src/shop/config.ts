import type { FilteredMetric } from '../catalogue/metrics/filtered.js';
import type { Category } from '../catalogue/pay-words.js';
import type { Flag, VocabularyWord } from '../catalogue/vocabulary.js';
import type { Dated } from '../lib/dated.js';
import type { Decimal } from '../lib/decimal.js';
import type { Language, Title } from '../lib/language.js';
import type { Month } from '../lib/month.js';
import type { Place } from '../lib/place.js';
import type { YamlValue } from '../lib/yaml/yaml-node.js';

/** kpi.yaml, checked. Every key is optional but `shop`. */
export interface ShopConfig {
  readonly shop: string;
  readonly lang: Language;
  /** By role id: the id of a plan, or a plan's lists written right here. */
  readonly plans: Readonly<Record<string, PlanChoice>>;
  /** By target id (`team_sales`), dated. */
  readonly targets: Readonly<Record<string, Dated<Decimal>>>;
  /** By `rulebook.parameter`: the YAML value as it stands, with its place; rulebook/ gives it a meaning. */
  readonly set: Readonly<Record<string, SetValue>>;
  readonly metrics: MetricSettingsConfig;
  readonly sources: Readonly<Record<string, SourceConfig>>;
  /** Patterns (RE2) of fake orders, on order id and memo. */
  readonly exclude: Exclusions;
  /** From low to high: the shop's own, or those that ship. */
  readonly levels: readonly VocabularyWord[];
  /** By the shift of the roster. */
  readonly shifts: ReadonlyMap<string, Shift>;
  readonly limits: Limits | undefined;
  /** Undefined: the shop works out what it owes before insurance and tax. */
  readonly statutory: StatutoryConfig | undefined;
  readonly corrections: {
    /** Share of a month's gross that recoveries of earlier months may take. */
    readonly recoveryShare: Decimal;
  };
  readonly customMetrics: readonly CustomMetric[];
  /** Metrics over some orders only, by which formulas call them. */
  readonly filteredMetrics: readonly FilteredMetric[];
  readonly history: { readonly assume: 'none' | undefined };
  /** Warnings that somebody has looked at and let stand. */
  readonly acknowledged: readonly Acknowledgement[];
  /** Where in kpi.yaml something is wrong: what stands there is not known. */
  readonly unread: readonly (readonly string[])[];
}

export type PlanChoice =
  | { readonly kind: 'id'; readonly id: string; readonly place: Place }
  | {
      readonly kind: 'lists';
      /** What people call it; undefined: as the role. */
      readonly title: Title | undefined;
      readonly scores: readonly string[];
      readonly pay: readonly string[];
      readonly notices: readonly string[];
      readonly place: Place;
    };

/** Warnings of one kind, of a month, a file or an agent, and why they may stand. */
export interface Acknowledgement {
  readonly code: string;
  readonly month: Month;
  readonly file: string | undefined;
  /** An id. */
  readonly agent: string | undefined;
  readonly reason: string;
  readonly place: Place;
}

export interface SetValue {
  readonly value: YamlValue;
  readonly place: Place;
}

/** Which orders are fake: patterns (RE2) on order id and memo. */
export interface Exclusions {
  readonly ids: readonly string[];
  readonly memos: readonly string[];
  readonly place?: Place;
}

/** How a kind of file is found and read where its name and header do not say it. */
export interface SourceConfig {
  /** File names in the month's folder, with `*` and `?`. */
  readonly files: string;
  /** Headers by canonical column; a column that is not here has its canonical header. */
  readonly columns: Readonly<Record<string, string>>;
  readonly encoding: 'utf-8' | 'gb18030' | 'utf-16' | undefined;
  readonly place?: Place;
}

/** When the agents of a shift work. */
interface Shift {
  /** Minutes after the midnight on which the shift begins; the end may be on the next day. */
  readonly hours: Dated<{ readonly from: number; readonly to: number }> | undefined;
  /** How many days of a month are off. */
  readonly daysOff: Dated<number> | undefined;
  /** Whether a day of it is night work. */
  readonly night: boolean;
}

/** How far losses and deductions may reach into a month's pay. */
export interface Limits {
  /** Share of the month's gross that losses may take. */
  readonly lossShare: Decimal;
  /** Yuan below which the payable does not fall. */
  readonly minimumWage: Decimal;
}

/** What the shop says of social insurance, housing fund and tax. */
export interface StatutoryConfig {
  /** Where agents are insured of whom the roster does not say it. */
  readonly place: string;
  /** Shares of the base, of each side, of agents of whom the roster does not say it. */
  readonly fundRate: Dated<Decimal> | undefined;
  readonly fundSupplement: Dated<Decimal>;
  /** Deductions of these categories are taken from net pay; all others lower the taxable wage. */
  readonly afterTax: readonly Category[];
  /** What it says of parameters of the statutory rulebooks, by `rulebook.parameter`. */
  readonly set: Readonly<Record<string, SetValue>>;
  readonly at: Place;
}

export interface CustomMetric {
  readonly id: string;
  readonly title: string;
  readonly unit: string;
}

/** The metric settings as dated values; `settingsIn` picks those of a month. */
export type MetricSettingsConfig = {
  readonly [setting in keyof MetricSettings]: Dated<MetricSettings[setting]>;
};

/** The settings of metrics.md, as they hold in one month. Times are seconds. */
export interface MetricSettings {
  /** Seconds after midnight at which a business day begins. */
  readonly dayStartsAt: number;
  readonly sessionWait: number;
  readonly minMessages: number;
  readonly maxWait: number;
  readonly slowAfter: number;
  readonly slowTimes: number;
  readonly attribution: 'order' | 'payment' | 'order_first';
  readonly window: number;
  readonly afterPayment: 'buyer_first' | 'off';
  readonly memo: 'prefer' | 'only' | 'off';
  /** Undefined: any flag, or none. */
  readonly memoFlag: readonly Flag[] | undefined;
  readonly inquiryWindow: number;
  readonly aftersalesDays: number;
  readonly slowDayAfter: number;
  /** Days after which an order that was sent and not confirmed is one to follow up. */
  readonly confirmDays: number;
  /** Role ids; empty: all. */
  readonly creditRoles: readonly string[];
  readonly refundBasis: 'orders' | 'items' | 'amount';
  readonly adPatterns: readonly string[];
  /** Seconds after midnight, the end excluded. */
  readonly platformHours: { readonly from: number; readonly to: number };
  /** Working time of a day, for attendance that counts leave and absence in hours and does not say it. */
  readonly workdayLength: number;
  /**
   * What the workdays due of who joins or leaves in the month count: the whole month, or the days employed.
   * Undefined: the shop does not say.
   */
  readonly partMonthDue: 'whole_month' | 'employed_days' | undefined;
}
