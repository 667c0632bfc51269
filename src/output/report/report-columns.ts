import { decimal } from '../../lib/decimal.js';
import type { Json } from '../../lib/json.js';
import type { Language, Title } from '../../lib/language.js';
import type { Titled } from '../../payroll/statement.js';
import { type TextKey, title } from '../../words/text.js';
import type { JsonSchema } from '../../words/yaml/json-schema-words.js';
import type { Cell, ReportTable, TableColumn } from './report-table.js';
import { DECIMAL, type Definitions, listOf, orNull, type Shape, STRING } from './shapes.js';

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
  readonly json?: Member<Row>;
  /** Members whose keys are data themselves (see `spreadColumn`). */
  readonly rest?: {
    readonly shape: Shape<Json>;
    readonly of: (row: Row) => Readonly<Record<string, Json>>;
  };
}

/** A member of records. */
interface Member<Row> extends Recorded<Row> {
  readonly key: string;
  /** A record of which there is nothing to say lacks the member; else it is null. */
  readonly optional?: true;
}

/** What stands in a record, and what may stand there at all. */
interface Recorded<Row> {
  readonly shape: Shape<Json>;
  readonly of: JsonOf<Row>;
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
  /** What stands in a record, where it is not the cell with ids (see `recorded`); `none` when it is in tables only. */
  readonly json?: Recorded<Row> | 'none';
  /** No row is without it, so that no record has null there. */
  readonly always?: true;
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
export function jsonColumn<Row, T extends Json>(
  key: string,
  shape: Shape<T>,
  of: (row: Row, language: Language) => NoInfer<T>,
): ReportColumn<Row> {
  return { json: { key, shape, of } };
}

/** What only some records have: those of which there is something to say. */
export function optionalColumn<Row, T extends Json>(
  key: string,
  shape: Shape<T>,
  of: (row: Row, language: Language) => NoInfer<T> | undefined,
): ReportColumn<Row> {
  return { json: { key, shape, of, optional: true } };
}

/** A list of records in each record. */
export function listColumn<Row, Part>(
  key: string,
  columns: readonly ReportColumn<Part>[],
  of: (row: Row, language: Language) => readonly Part[],
): ReportColumn<Row> {
  const shape = listOf(recordShape(columns));
  return jsonColumn(key, shape, (row, language) => recordsOf(columns, of(row, language), language));
}

/** As `listColumn`, of records that may be without. */
export function optionalListColumn<Row, Part>(
  key: string,
  columns: readonly ReportColumn<Part>[],
  of: (row: Row, language: Language) => readonly Part[] | undefined,
): ReportColumn<Row> {
  return optionalColumn(key, listOf(recordShape(columns)), (row, language) => {
    const parts = of(row, language);
    return parts && recordsOf(columns, parts, language);
  });
}

/** A record in each record. */
export function recordColumn<Row, Part>(
  key: string,
  columns: readonly ReportColumn<Part>[],
  of: (row: Row, language: Language) => Part,
): ReportColumn<Row> {
  return jsonColumn(key, recordShape(columns), (row, language) =>
    recordOf(columns, of(row, language), language),
  );
}

/** As `recordColumn`, of records that may be without. */
export function optionalRecordColumn<Row, Part>(
  key: string,
  columns: readonly ReportColumn<Part>[],
  of: (row: Row, language: Language) => Part | undefined,
): ReportColumn<Row> {
  return optionalColumn(key, recordShape(columns), (row, language) => {
    const part = of(row, language);
    return part && recordOf(columns, part, language);
  });
}

/** Members by keys that nobody knows beforehand, beside those of a record; one that is undefined is left out. */
export function spreadColumn<Row, T extends Json>(
  shape: Shape<T>,
  of: (row: Row) => Readonly<Record<string, T>>,
): ReportColumn<Row> {
  return { rest: { shape, of } };
}

/** What stands in a record in place of what a table has. */
export function recorded<Row, T extends Json>(
  shape: Shape<T>,
  of: (row: Row, language: Language) => NoInfer<T> | undefined,
): Recorded<Row> {
  return { shape, of };
}

/** A column with a heading of its own. */
export function columnOf<Row>(
  layout: Omit<ShownColumn<Row>, 'of'>,
  of: ContentOf<Row>,
  options: ColumnOptions<Row> = {},
): ReportColumn<Row> {
  const { id = layout.id, long, result, key = id, json, always, optional } = options;
  const shape = { ...(long && { long }), ...(result && { result }) };
  const table = { ...layout, id, of, ...shape };
  if (json === 'none') return { table };
  const cell: Shape<Json> = layout.align === 'right' ? DECIMAL : STRING;
  const shown: Recorded<Row> = {
    shape: always || optional ? cell : orNull(cell),
    of: (row, language) => cellOf(of(row, language), { language, ids: true }),
  };
  return { table, json: { key, ...(json ?? shown), ...(optional && { optional }) } };
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

/** The members that only some records have: those of which there is a part. */
export function onlyOf<Row, Part>(
  columns: readonly ReportColumn<Part>[],
  partOf: (row: Row) => Part | undefined,
): readonly ReportColumn<Row>[] {
  return columns.flatMap(({ json }) => {
    if (json === undefined) return [];
    const { key, shape, of } = json;
    return optionalColumn<Row, Json>(key, shape, (row, language) => {
      const part = partOf(row);
      return part && (of(part, language) ?? null);
    });
  });
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
    columns.flatMap(({ json, rest }) => {
      if (rest !== undefined) return Object.entries(rest.of(row));
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
): readonly Readonly<Record<string, Json>>[] {
  return rows.map((row) => recordOf(columns, row, language));
}

/** The shape of the records that columns make. */
export function recordShape<Row>(
  columns: readonly ReportColumn<Row>[],
): Shape<Readonly<Record<string, Json>>> {
  return { schema: (definitions) => recordSchema(columns, definitions) };
}

function recordSchema<Row>(
  columns: readonly ReportColumn<Row>[],
  definitions: Definitions,
): JsonSchema {
  const members = columns.flatMap(({ json }) => json ?? []);
  const rest = columns.find((column) => column.rest !== undefined)?.rest;
  return {
    type: 'object',
    properties: Object.fromEntries(
      members.map(({ key, shape }) => [key, shape.schema(definitions)]),
    ),
    ...(rest === undefined ? {} : { additionalProperties: rest.shape.schema(definitions) }),
    required: members.filter(({ optional }) => optional !== true).map(({ key }) => key),
  };
}

/** The JSON Schema of a document whose members are these columns. */
export function documentSchema<Row>(
  title: string,
  columns: readonly ReportColumn<Row>[],
): JsonSchema {
  const definitions: Definitions = new Map();
  const schema = recordSchema(columns, definitions);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title,
    ...schema,
    ...(definitions.size > 0 && { $defs: Object.fromEntries(definitions) }),
  };
}
