import type { InputFile } from '../intake/month-facts.js';
import type { Language } from '../lib/language.js';
import type { Month } from '../lib/month.js';
import type { Problem } from '../lib/problem.js';
import type { Progress } from '../lib/progress.js';
import type { MonthMetrics } from '../metrics/month-metrics.js';
import type { Agent, Shop } from '../shop/shop.js';
import type { Statement } from './statement.js';

/** What to run on. */
export interface RunRequest {
  /** The shop folder, as the user named it. */
  readonly folder: string;
  readonly month: Month;
  /** Overrides `lang` of kpi.yaml. */
  readonly language?: Language;
  /** What the engine may keep in memory before it spills, such as `512MB`. */
  readonly memoryLimit?: string;
  /** Is told how far the run is. */
  readonly watch?: (progress: Progress, language: Language) => void;
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
}
