import type { InputFile } from '../intake/facts/month-facts.js';
import type { Language } from '../lib/language.js';
import type { Month } from '../lib/month.js';
import type { Progress } from '../lib/progress.js';
import type { AskedFigures } from '../metrics/compute.js';
import type { MonthMetrics } from '../metrics/month-metrics.js';
import type { Facts } from '../rulebook/values/node.js';
import type { Agent, RosterRows, Shop } from '../shop/shop.js';
import type { Problem, Problems } from '../words/problem.js';
import type { CorrectionsDue, SettledCorrections } from './correction.js';
import type { Statement } from './statement.js';

/** What to run on. */
export interface RunRequest {
  /** The shop folder, as the user named it. */
  readonly folder: string;
  readonly month: Month;
  /** Overrides `lang` of kpi.yaml. */
  readonly language?: Language;
  /** Megabytes that reading and counting may take before they go to the disk. */
  readonly memory?: number;
  /** Opens something else than the folder as it stands: a closed month's policy, another policy to compare. */
  readonly open?: Opener;
  /** The closed months before; without them nothing is known of any. */
  readonly history?: (problems: Problems) => History;
  /** What is wrong with the closed months that the run looks back at; told with all that it finds itself. */
  readonly known?: readonly Problem[];
  /** The corrections of closed months that the month has to settle; without them there are none. */
  readonly corrections?: (problems: Problems) => Promise<CorrectionsDue>;
  /** Figures that are shown beside those that any plan asks for. */
  readonly shows?: Pick<AskedFigures, 'byDay' | 'byHour' | 'byWeekday'>;
  /** Lists the figures of the law that are in force, as information. */
  readonly listsFigures?: boolean;
  /** Nothing that is acknowledged is taken out: whoever asks has more to tell of the month, and does that. */
  readonly keepsAcknowledged?: boolean;
  /** Is told how far the run is. */
  readonly watch?: (progress: Progress, language: Language) => void;
}

/** Opens what a run is about; what is wrong with it is reported, and what cannot be used is undefined. */
export type Opener = (problems: Problems, language: Language | undefined) => Promise<OpenedShop>;

/** A shop and its roster. */
interface OpenedShop {
  readonly shop: Shop | undefined;
  readonly roster: RosterRows;
}

/** What closed months say of agents. */
export interface History {
  /**
   * An agent's facts of a month: `none` when the agent was not paid then, `before` when the month lies before
   * the first that was closed, `unknown` when it lies among them and is not there.
   */
  of(agent: string, month: Month): ClosedFacts | 'none' | 'before' | 'unknown';
}

/** The facts of a closed month. */
export interface ClosedFacts {
  readonly facts: Facts;
  readonly month: Month;
  /** Whether any of them were corrected after the month was closed. */
  readonly isCorrected: boolean;
}

/** What every run over a month brings back, as far as it came. With an error there are no results. */
export interface MeasuredMonth {
  readonly month: Month;
  readonly language: Language;
  readonly shop: Shop | undefined;
  readonly roster: readonly Agent[];
  /** The agents who are employed in the month, in roster order. */
  readonly active: readonly Agent[];
  readonly metrics: MonthMetrics | undefined;
  readonly inputs: readonly InputFile[];
  readonly problems: readonly Problem[];
}

/** A month, measured and paid. Statements in roster order. */
export interface PaidMonth extends MeasuredMonth {
  readonly statements: readonly Statement[];
  /** What of earlier months is paid and recovered in it, and what is left; undefined when there is nothing. */
  readonly corrections?: SettledCorrections | undefined;
}
