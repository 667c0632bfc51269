import type { Language } from '../../lib/language.js';
import { type TextKey, text } from '../../words/text.js';
import type { TableColumn } from '../tables/table.js';

/** How a table is to be worded. */
export interface View {
  readonly language: Language;
  /** Stable ids instead of titles, in headers and cells. */
  readonly ids: boolean;
}

type IdOf<Key> = Key extends `table.${infer Id}` ? Id : never;

/** The columns whose headings are texts of the program, `table.ID`. */
export type ColumnId = IdOf<TextKey>;

/** A column of words; `long` when a terminal may break its texts into lines. */
export function textColumn(id: ColumnId, language: Language, long = false): TableColumn {
  const column: TableColumn = { id, heading: text(language, `table.${id}`), align: 'left' };
  return long ? { ...column, long } : column;
}

/** A column of numbers that are no amounts. */
export function numberColumn(id: ColumnId, language: Language): TableColumn {
  return { id, heading: text(language, `table.${id}`), align: 'right' };
}

/** A column of yuan. */
export function moneyColumn(id: string, heading: string): TableColumn {
  return { id, heading, align: 'right', money: true };
}
