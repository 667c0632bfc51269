import { decimal } from '../../lib/decimal.js';
import type { Json } from '../../lib/json.js';
import type { Language, Title } from '../../lib/language.js';
import type { Titled } from '../../payroll/statement.js';
import { type TextKey, title } from '../../words/text.js';
import type { Cell, ReportTable, TableColumn } from './report-table.js';

/** How a table is to be worded. */
export interface View {
  readonly language: Language;
  /** Stable ids instead of titles, in headers and cells. */
  readonly ids: boolean;
}

/** What a report says of each of its rows: a column of its tables, a member of its records, or both. */
export interface ReportColumn<Row> {
  /** Undefined for what only records have. */
  readonly table?: ShownColumn<Row>;
  /** Undefined for what only tables have. */
  readonly json?: {
    readonly key: string;
    readonly of: JsonOf<Row>;
    /** A record of which there is nothing to say lacks the member; else it is null. */
    readonly optional?: true;
  };
}

interface ShownColumn<Row> extends Omit<TableColumn, 'heading'> {
  readonly heading: Title;
  readonly of: ContentOf<Row>;
}

/** What a row has for a column. What has an id and a title is shown as the one or the other. */
type Content = Cell | number | Title | Titled;
type ContentOf<Row> = (row: Row, language: Language) => Content;
type JsonOf<Row> = (row: Row, language: Language) => Json;

/** What need not be said of a column. */
interface ColumnOptions<Row> {
  /** The id, where it is not that of the heading. */
  readonly id?: string;
  /** A terminal may break its texts into lines. */
  readonly long?: true;
  /** What a row comes to. */
  readonly result?: true;
  /** The name of the member of a record, where it is not the id. */
  readonly key?: string;
  /** What stands in a record, where it is not the cell with ids; `none` when it is in tables only. */
  readonly json?: JsonOf<Row> | 'none';
  /** A record of which there is nothing to say lacks the member. */
  readonly optional?: true;
}

type IdOf<Key> = Key extends `table.${infer Id}` ? Id : never;

/** The columns whose headings are texts of the program, `table.ID`. */
type ColumnId = IdOf<TextKey>;

/** A column of words. */
export function textColumn<Row>(
  id: ColumnId,
  of: ContentOf<Row>,
  options?: ColumnOptions<Row>,
): ReportColumn<Row> {
  return columnOf({ id, heading: title(`table.${id}`), align: 'left' }, of, options);
}

/** A column of numbers that are no amounts. */
export function numberColumn<Row>(
  id: ColumnId,
  of: ContentOf<Row>,
  options?: ColumnOptions<Row>,
): ReportColumn<Row> {
  return columnOf({ id, heading: title(`table.${id}`), align: 'right' }, of, options);
}

/** A column of yuan. */
export function moneyColumn<Row>(
  id: ColumnId,
  of: ContentOf<Row>,
  options?: ColumnOptions<Row>,
): ReportColumn<Row> {
  return columnOf({ id, heading: title(`table.${id}`), align: 'right', money: true }, of, options);
}

/** What only records have. */
export function jsonColumn<Row>(key: string, of: JsonOf<Row>): ReportColumn<Row> {
  return { json: { key, of } };
}

/** What only some records have: those of which there is something to say. */
export function optionalColumn<Row>(key: string, of: JsonOf<Row>): ReportColumn<Row> {
  return { json: { key, of, optional: true } };
}

/** A column with a heading of its own. */
export function columnOf<Row>(
  layout: Omit<ShownColumn<Row>, 'of'>,
  of: ContentOf<Row>,
  { id = layout.id, long, result, key = id, json, optional }: ColumnOptions<Row> = {},
): ReportColumn<Row> {
  const shape = { ...(long && { long }), ...(result && { result }) };
  const table = { ...layout, id, of, ...shape };
  if (json === 'none') return { table };
  const shown: JsonOf<Row> = (row, language) => cellOf(of(row, language), { language, ids: true });
  return { table, json: { key, of: json ?? shown, ...(optional && { optional }) } };
}

function cellOf(content: Content, { language, ids }: View): Cell {
  if (typeof content === 'number') return decimal(content);
  if (typeof content !== 'object') return content;
  if ('zh' in content) return content[language];
  if ('title' in content) return ids ? content.id : content.title[language];
  return content;
}

/** The columns of something that a row holds. */
export function columnsOfPart<Row, Part>(
  columns: readonly ReportColumn<Part>[],
  partOf: (row: Row) => Part,
): readonly ReportColumn<Row>[] {
  return columns.map(({ table, json }) => ({
    ...(table && { table: { ...table, of: (row, language) => table.of(partOf(row), language) } }),
    ...(json && { json: { ...json, of: (row, language) => json.of(partOf(row), language) } }),
  }));
}

/** A report as a table. The first `keyColumns` say what a row is about. */
export function tableOf<Row>(
  columns: readonly ReportColumn<Row>[],
  rows: readonly Row[],
  view: View,
  keyColumns: number,
): ReportTable {
  const { language } = view;
  const shown = columns.flatMap(({ table }) => table ?? []);
  return {
    columns: shown.map(({ of: _, heading, ...layout }) => ({
      ...layout,
      heading: heading[language],
    })),
    rows: rows.map((row) => shown.map(({ of }) => cellOf(of(row, language), view))),
    keyColumns,
  };
}

/** A row of a report as a member of a JSON document; what is not there is null, unless it is optional. */
export function recordOf<Row>(
  columns: readonly ReportColumn<Row>[],
  row: Row,
  language: Language,
): Readonly<Record<string, Json>> {
  return Object.fromEntries(
    columns.flatMap(({ json }) => {
      const value = json?.of(row, language);
      const isMember = json !== undefined && (value !== undefined || json.optional !== true);
      return isMember ? [[json.key, value ?? null]] : [];
    }),
  );
}

/** A report as a list of a JSON document. */
export function recordsOf<Row>(
  columns: readonly ReportColumn<Row>[],
  rows: readonly Row[],
  language: Language,
): readonly Json[] {
  return rows.map((row) => recordOf(columns, row, language));
}
