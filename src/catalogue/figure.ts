import type { Decimal } from '../lib/decimal.js';
import type { Title } from '../lib/language.js';
import type { InputKind } from './inputs.js';
import type { RowPlace } from './rows.js';

/** Why a figure is not there. */
export type MissingReason =
  /** No file of the kind that it needs. */
  | { readonly kind: 'no-file'; readonly input: InputKind }
  /** The file is there, the agent's row or cell is not. */
  | {
      readonly kind: 'no-row';
      readonly input: InputKind;
      readonly file: string;
      /** Of a figure that is made of others in the row: those that are not there. */
      readonly figures?: readonly string[];
    }
  /** The files are there, but rows that it counts leave a column empty, or have no such column. */
  | { readonly kind: 'no-cell'; readonly file: string; readonly column: Title }
  /** A closed month did not know it either. */
  | { readonly kind: 'not-recorded' }
  /** Something is wrong in a file that says it, which has been reported. */
  | { readonly kind: 'unread' }
  /** Comes by import only, and was not imported. */
  | { readonly kind: 'not-imported' }
  /** A team figure over an imported ratio whose numerator and denominator were not imported. */
  | { readonly kind: 'no-parts' };

/** What is known of a figure beside its value. */
export interface FigureParts {
  /** Both present for a quotient whose parts are known, both exact. */
  readonly numerator?: Decimal | undefined;
  readonly denominator?: Decimal | undefined;
  readonly origin?: 'computed' | 'imported';
  /** The row that it was imported from. */
  readonly place?: RowPlace;
  readonly provisional?: true | undefined;
  /** Of a whole month's workdays due: those that the files have, which count the days employed. */
  readonly employedDays?: Decimal;
}

/** One figure of one agent, or of the shop. */
export type MetricValue =
  | (FigureParts & {
      readonly state: 'known';
      readonly value: Decimal;
      readonly origin: 'computed' | 'imported';
    })
  /** A quotient whose denominator is 0. */
  | (Pick<FigureParts, 'provisional'> & {
      readonly state: 'undefined';
      readonly numerator: Decimal;
      readonly denominator: Decimal;
    })
  | { readonly state: 'missing'; readonly reason: MissingReason };
