import type { InputKind } from '../catalogue/inputs.js';
import type { Unit } from '../catalogue/units.js';
import type { Grade } from '../catalogue/vocabulary.js';
import type { Decimal } from '../lib/decimal.js';
import type { Title } from '../lib/language.js';
import type { Day } from '../lib/month.js';

/** What a formula, an item or a line is worth. */
export type Value =
  | { readonly kind: 'number'; readonly number: Decimal }
  | { readonly kind: 'yesno'; readonly yes: boolean }
  | { readonly kind: 'text'; readonly text: string; readonly title?: Title }
  | { readonly kind: 'date'; readonly day: Day }
  | { readonly kind: 'grade'; readonly grade: Grade }
  /** Something that it needs is not known; each cause is named. */
  | { readonly kind: 'missing'; readonly causes: readonly Cause[] }
  /** A division by 0. */
  | { readonly kind: 'undefined' }
  /** A condition did not hold, so that there is nothing here. */
  | { readonly kind: 'absent' };

/** Why a value is missing, and with what it could be supplied. */
export interface Cause {
  readonly name: Title;
  readonly reason:
    | 'no-file'
    | 'no-row'
    | 'not-imported'
    | 'no-parts'
    | 'no-target'
    | 'no-parameter'
    | 'no-history'
    | 'no-roster-field'
    | 'no-rating'
    | 'no-amount';
  readonly input?: InputKind;
  readonly file?: string;
  /** What to write where: `targets.team_sales`, `base_by_level.amounts`. */
  readonly key?: string;
}

/** How a figure is printed: its unit, where it has one. */
export type DisplayUnit = Unit | undefined;
