import type { InputKind } from './inputs.js';

/** What the cells of a column hold, as far as it tells which column may be meant. */
export type Content = 'figures' | 'dates' | 'answers' | 'orders';

/** The columns of a file that nobody reads and that hold something which a rule could ask for. */
export interface UnreadColumns {
  readonly kind: InputKind | 'agents';
  readonly file: string;
  /** The line of the header; left out where a file has no lines. */
  readonly line?: number;
  /** The headers as written, each with what is in it. */
  readonly columns: readonly { readonly header: string; readonly content: Content }[];
  /** The columns that are read, by id. */
  readonly read: ReadonlySet<string>;
}
