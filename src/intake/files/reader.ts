import type { Column, Layout } from '../../catalogue/columns.js';
import type { InputKind } from '../../catalogue/inputs.js';
import type { Flag } from '../../catalogue/vocabulary.js';
import type { Title } from '../../lib/language.js';
import type { MetricSettings } from '../../shop/config.js';
import type { Roster } from '../../shop/roster.js';
import type { CellProblem } from '../../words/problem.js';
import type { CsvRecord } from './csv-records.js';

/** The name of every reader of a canonical file. */
export const CANONICAL = 'canonical';

/** How one file format is read: a canonical layout, or what a platform or tool exports. */
export interface Reader {
  /** Stable name, as `inputs` of the results say it. */
  readonly name: string;
  /** What people call the format. */
  readonly title: Title;
  readonly kind: InputKind | 'agents';
  /** The canonical layout that its rows have, or are turned into. */
  readonly layout: Layout;
  /**
   * The columns that are read, with the headers under which this format has them: those of the layout by
   * their ids or, where `conversion` makes rows of the layout, by ids of the reader's own.
   */
  readonly columns: readonly Column[];
  /** Columns of which a file has any number: types of leave, days of the month. */
  readonly columnGroups?: readonly ColumnGroup[];
  /**
   * True for a header that is this format's and no other's. The required columns are looked for
   * beyond it: a recognised file may still lack one.
   */
  readonly recognises: (header: Header) => boolean;
  /** True when columns other than `columns` may be data: a wide metrics file. */
  readonly openColumns?: boolean;
  /** True when the header may have two rows: groups of columns, and the names within a group below. */
  readonly twoHeaderRows?: boolean;
  /**
   * True for an export of a whole company. Rows of people who are not in the roster are left out and counted;
   * whom a row is about stands in `agent` (an id), `account` and `name`, the first that the roster knows.
   */
  readonly everybody?: true;
  /** The name of a reader of the same tool whose tables say the same in sums: that of a month is read instead. */
  readonly summedUpBy?: string;
  /** True when cells at the end of a row may be left off. */
  readonly shortRows?: boolean;
  /** What stands in a cell that has no value, beside what all exports write there. */
  readonly missing?: readonly string[];
  /** Makes rows of the layout; without it the cells are taken as they stand. */
  readonly conversion?: Conversion;
  /** The sheet of a workbook that holds all of the others; where it is, these are left out. */
  readonly mainSheet?: string;
  /** Of a report that some tool has made of agents: which column is which metric. */
  readonly report?: Report;
  /** How orders, their items and refunds are written. */
  readonly orders?: OrderFormat;
  /** True for a list of reviews: an order that it does not name has none. */
  readonly listsReviews?: true;
  /** What it is, of a file that is known and that no figure comes from: it is not taken for another one. */
  readonly notRead?: Title;
  /** A table that people make themselves, with columns under any name. */
  readonly homemade?: true;
  /** As `conversion`, where what a row becomes depends on those around it; the sheets of a workbook are one table. */
  readonly joint?: JointConversion;
}

/** How a platform writes orders, their items or refunds. */
interface OrderFormat {
  /**
   * `repeated`: each row is a line of an order and repeats what the whole order cost. Else a row of layout
   * `orders` is an order, and one of `order_items` a line with its own amounts.
   */
  readonly rows?: 'repeated';
  /** Columns that stand in where the cell of another is empty, in order, by their ids. */
  readonly insteadOf?: Readonly<Record<string, readonly string[]>>;
  /** Columns whose amounts are a part of another's, by their ids. */
  readonly added?: Readonly<Record<string, readonly string[]>>;
  /** Its own words for flags. */
  readonly flags?: ReadonlyMap<string, Flag>;
  /** True when the column of flags is one of labels: what names no colour is none. */
  readonly flagsAmongLabels?: true;
  /** True when it says that an order was refunded, and never how much: then it is all that was paid. */
  readonly refundsUnsaid?: true;
}

/** Columns that are recognised by their headers, and read one after the other. */
export interface ColumnGroup {
  readonly id: string;
  readonly zh: string;
  readonly includes: (label: ColumnLabel) => boolean;
}

/** What stands above a column. */
export interface ColumnLabel {
  /** The header, normalised, without unit. */
  readonly name: string;
  readonly unit: string | undefined;
  /** The header of the group of columns, normalised, without unit. */
  readonly group: string | undefined;
}

/**
 * A report on agents, one row per account: how its columns become metrics. A bare number in a column of shares
 * or of durations has the unit that the header gives in brackets, else that of the format. Where neither says
 * one, only cells that say it themselves are read (`99.7%`, `2分30秒`): a number's size tells nothing.
 */
export interface Report {
  readonly figures: readonly ReportFigure[];
  readonly shares?: 'fraction' | 'percent';
  readonly durations?: 'seconds' | 'minutes';
}

/** What a column holds. A `share` is a part of a whole; a `ratio` is a quotient that is none. */
export type ColumnMeasure = 'count' | 'money' | 'ratio' | 'share' | 'duration';

/** A metric of a report. */
export interface ReportFigure {
  readonly metric: string;
  /** The column that has it, by its id; without one it is worked out of the columns that it divides. */
  readonly column?: string;
  readonly measure: ColumnMeasure;
  /** How the figures of several accounts become that of the agent who has them. */
  readonly combined: Combined;
  /** What the tool counts otherwise than `kpi` does. */
  readonly note?: Title;
}

/** Columns are meant by their ids; several of them are added up. */
export type Combined =
  | 'sum'
  /** In no way: days that two accounts share would count twice. */
  | 'never'
  /**
   * Weighted by what it is an average over, or a share of. Where the file has `of`, too, which divided by `by`
   * gives the figure, the sums are divided, and nothing that was rounded is averaged.
   */
  | { readonly by: readonly string[]; readonly of?: readonly string[] };

/** How a row of an export becomes rows of a canonical layout. */
export interface Conversion {
  /** The columns of the layout that it can give, by id. */
  readonly gives: readonly string[];
  readonly rowsOf: (row: ExportRow) => readonly CanonicalRow[];
}

/** What a row may mean that its file does not say; without it, as in a shop without any agent. */
export interface ShopOfFile {
  /** Whose accounts are agents'. */
  readonly roster?: Roster | undefined;
  /** What a session is. */
  readonly settings?: MetricSettings | undefined;
}

/** How all rows of an export become rows of a canonical layout. */
export interface JointConversion {
  /** The columns of the layout that it gives, by id. */
  readonly gives: readonly string[];
  readonly recordsOf: (
    rows: AsyncIterable<PlacedRow>,
    shop: ShopOfFile,
  ) => AsyncIterable<CsvRecord>;
}

/** A row of an export, and where it stands; `file` only where a table is put together from several sheets. */
export interface PlacedRow {
  readonly row: ExportRow;
  readonly line: number;
  readonly file: string | undefined;
}

/** A row of an export. */
export interface ExportRow {
  /** The cell of one of the reader's columns, by its id; undefined where the file does not have it. */
  readonly cell: (id: string) => ExportCell | undefined;
  /** The cells of one of the reader's groups of columns, by its id, in order. */
  readonly columnGroup: (id: string) => readonly ExportCell[];
  /** Every cell of the row, in order. */
  readonly cells: readonly ExportCell[];
}

/** A cell of an export, with the header above it. */
export interface ExportCell extends ColumnLabel {
  /** The header as it is written, for messages. */
  readonly header: string;
  /** As it stands. */
  readonly text: string;
  /** See `longNumbers` of a record. */
  readonly isLongNumber?: boolean;
}

/** What a conversion gives for columns of the layout, by id. */
export type CanonicalRow = Readonly<Record<string, ConvertedCell | undefined>>;

/** Text for a column of the layout, and the header that it is from. */
export interface ConvertedCell {
  readonly text: string;
  readonly header: string;
  readonly isLongNumber?: boolean;
  /** What is wrong with it, where reading the text would not tell. */
  readonly fault?: CellProblem;
}

/** A header row, normalised for comparison. */
export interface Header {
  /** As it is written, with single blanks. */
  readonly written: readonly string[];
  /** Normalised names, without unit; '' for a column without name. */
  readonly names: readonly string[];
  /** The unit in brackets at the end of a name, as in `请假(天)`. */
  readonly units: readonly (string | undefined)[];
  /** Normalised names of the groups of columns, in a header of two rows. */
  readonly groups: readonly (string | undefined)[];
  /** Where a name is, by its letters without underscores: more than one place when it is repeated. */
  readonly places: ReadonlyMap<string, readonly number[]>;
}

/** A header row, held against a reader. */
export interface HeaderMatch {
  readonly reader: Reader;
  readonly header: Header;
  /** Where each canonical column is, by its id. */
  readonly positions: ReadonlyMap<string, number>;
  /** Where the columns of the reader's groups are, by the id of the group. */
  readonly columnGroups: ReadonlyMap<string, readonly number[]>;
  /** What stands in the rows above the header: titles, the time that a report is about. */
  readonly above: readonly string[];
  /** Required columns that the file does not have. */
  readonly missing: readonly Column[];
  /** Where columns are that a file has more than once, each in order; the last one counts. */
  readonly repeated: readonly (readonly number[])[];
}
