import { type Decimal, decimal, ZERO } from '../lib/decimal.js';
import type { Title } from '../lib/language.js';
import type { InputKind } from './inputs.js';
import { mayBeNegative, type Unit } from './units.js';

/** What a metric is: everything but how it is computed. */
export interface Metric {
  /** Stable id, as in formulas, `metrics*.csv` and JSON. */
  readonly id: string;
  readonly title: Title;
  /** Other Chinese titles under which formulas and headers may call it. */
  readonly aliases?: readonly string[];
  readonly unit: Unit;
  /** Whose figure it is. A shop metric is the same for every agent; `team` comes from the payroll. */
  readonly level: 'agent' | 'shop' | 'team';
  /** The kinds of input without which it is missing; empty: it comes by import only. */
  readonly needs: readonly InputKind[];
  /** A ratio names the metrics it divides, where these are metrics of their own. */
  readonly parts?: { readonly numerator?: string; readonly denominator?: string };
  /** True when it is a quotient, whose figure over a team is Σ numerators ÷ Σ denominators. */
  readonly quotient: boolean;
  /** False for a ratio that is no share of anything: 1.35 items per buyer are not 135 %. */
  readonly percent?: false;
  /** The most that it can be: a share counts a part of what it is divided by. */
  readonly most?: 1;
  /** A figure of which less is better for the shop; of others a rule may take more for the better. */
  readonly better?: 'lower';
  /** The rows that it counts are orders: it can be counted over some of them only (`define` with `where`). */
  readonly rows?: 'orders';
  /** True when it looks ahead: provisional while the orders end too early. */
  readonly looksAhead?: boolean;
  /** True when each business day has a figure of it, which `days_where` can ask for. */
  readonly byDay?: boolean;
  /** Version 1.0.0 did not have it: closed months name it only where it is known. */
  readonly later?: true;
  /** The definition in one or two sentences, as the documentation prints it. */
  readonly definition: Title;
}

/** The unit in which people read it; undefined for a bare number. */
export function displayUnit({ unit, percent }: Pick<Metric, 'unit' | 'percent'>): Unit | undefined {
  return percent === false ? undefined : unit;
}

/** The least and the most that a figure can be; undefined where there is no such limit. `most`: see Metric. */
export function figureLimits({ unit, most }: { readonly unit: string; readonly most?: 1 }): {
  readonly least: Decimal | undefined;
  readonly most: Decimal | undefined;
} {
  return {
    least: most !== undefined || !mayBeNegative(unit) ? ZERO : undefined,
    most: most === undefined ? undefined : decimal(most),
  };
}
