import TerminalTable from 'cli-table3';
import { singleLine, textWidth } from '../../lib/text-width.js';
import { longestHeadingWord, wrap, wrapHeading } from '../../lib/wrap.js';
import { columnTexts } from '../report/figure-text.js';
import { headings, type ReportTable, type TableColumn } from '../report/report-table.js';
import type { Style } from '../report/style.js';

export interface TerminalOptions {
  readonly ids: boolean;
  /** Columns of the terminal; undefined when the table may be as wide as it wants. */
  readonly width: number | undefined;
  readonly style: Style;
}

/** A column with all that is known of its width before it is drawn. */
interface Sized {
  readonly column: TableColumn;
  readonly heading: string;
  readonly cells: readonly string[];
  readonly total: string;
  /** Columns that the table gives it. */
  readonly width: number;
}

const GAP = 2;
/** Headings of more lines than this cost more reading than they save. */
const MOST_HEADING_LINES = 4;
/** Two Chinese characters: one below the other is no way to write a heading. */
const LEAST_HEADING = 4;
/** A long text is not squeezed below this. */
const LEAST_LONG = 24;

/**
 * A table for people. When it is wider than the terminal, headings are broken into lines; when that
 * is not enough, the columns follow each other in several tables that each begin with the key
 * columns; what a row comes to stands in the first of them. A number is never cut, nor a word of a heading.
 */
export function terminalTableOf(table: ReportTable, options: TerminalOptions): string {
  const columns = measure(table, options.ids);
  const blocks = options.width === undefined ? [columns] : fitted(columns, table, options.width);
  return blocks.map((block) => draw(block, table, options.style)).join('\n');
}

function measure(table: ReportTable, ids: boolean): Sized[] {
  const names = headings(table, ids);
  return table.columns.map((column, index) => {
    const values = table.rows.map((row) => row[index]);
    if (table.total !== undefined) values.push(table.total[index]);
    const texts = columnTexts(column, values).map(singleLine);
    const heading = singleLine(names[index] ?? '');
    return {
      column,
      heading,
      cells: texts.slice(0, table.rows.length),
      total: table.total === undefined ? '' : (texts.at(-1) ?? ''),
      width: Math.max(textWidth(heading), ...texts.map(textWidth)),
    };
  });
}

function fitted(columns: readonly Sized[], table: ReportTable, width: number): Sized[][] {
  if (totalWidth(columns) <= width) return [[...columns]];
  for (let lines = 2; lines <= MOST_HEADING_LINES; lines += 1) {
    const narrowed = columns.map((sized) => narrow(sized, lines));
    if (totalWidth(narrowed) <= width) return [narrowed];
    const squeezed = squeeze(narrowed, width);
    if (squeezed !== undefined) return [squeezed];
  }
  return split(
    columns.map((sized) => squeezeOne(narrow(sized, 2), width)),
    table.keyColumns,
    width,
  );
}

function totalWidth(columns: readonly Sized[]): number {
  return columns.reduce((sum, { width }) => sum + width + GAP, -GAP);
}

/** The column as narrow as its cells allow when the heading may take so many lines. */
function narrow(sized: Sized, lines: number): Sized {
  const least = Math.max(
    ...[...sized.cells, sized.total].map(textWidth),
    longestHeadingWord(sized.heading),
    Math.min(LEAST_HEADING, textWidth(sized.heading)),
  );
  let width = least;
  while (width < sized.width && wrapHeading(sized.heading, width).length > lines) width += 1;
  return { ...sized, width };
}

/** The columns with their long texts broken into lines; undefined when even that is too wide. */
function squeeze(columns: readonly Sized[], width: number): Sized[] | undefined {
  const long = columns.filter(({ column }) => column.long);
  const room = width - totalWidth(columns) + long.reduce((sum, each) => sum + each.width, 0);
  const share = Math.floor(room / long.length);
  if (long.length === 0 || share < LEAST_LONG) return undefined;
  return columns.map((sized) =>
    sized.column.long ? { ...sized, width: Math.min(sized.width, share) } : sized,
  );
}

function squeezeOne(sized: Sized, width: number): Sized {
  return sized.column.long
    ? { ...sized, width: Math.min(sized.width, Math.max(LEAST_LONG, Math.floor(width / 2))) }
    : sized;
}

function split(columns: readonly Sized[], keyColumns: number, width: number): Sized[][] {
  const keys = columns.slice(0, keyColumns);
  const others = columns.slice(keyColumns);
  const isResult = ({ column }: Sized) => column.result === true;
  const results = others.filter(isResult);
  if (totalWidth([...keys, ...results]) > width) return blocksOf(keys, others, width);
  // What each row comes to stands in the first of the tables, behind what fits before it.
  const rest = others.filter((sized) => !isResult(sized));
  const shown = rest.findIndex(
    (_, at) => totalWidth([...keys, ...rest.slice(0, at + 1), ...results]) > width,
  );
  if (shown === -1) return [[...columns]];
  const first = [...keys, ...rest.slice(0, shown), ...results];
  return [first, ...blocksOf(keys, rest.slice(shown), width)];
}

/** Columns in tables that each begin with the keys. */
function blocksOf(keys: readonly Sized[], columns: readonly Sized[], width: number): Sized[][] {
  const blocks: Sized[][] = [];
  let block = [...keys];
  for (const sized of columns) {
    if (block.length > keys.length && totalWidth([...block, sized]) > width) {
      blocks.push(block);
      block = [...keys];
    }
    block.push(sized);
  }
  return [...blocks, block];
}

const NO_LINES = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  'left-mid': '',
  mid: '',
  'mid-mid': '',
  right: '',
  'right-mid': '',
  middle: ' '.repeat(GAP),
};

function draw(columns: readonly Sized[], table: ReportTable, style: Style): string {
  const drawing = new TerminalTable({
    chars: NO_LINES,
    style: { 'padding-left': 0, 'padding-right': 0, head: [], border: [] },
  });
  const heads = columns.map(({ heading, width }) => wrapHeading(heading, width));
  drawing.push(columns.map((sized, index) => cell(sized, heads[index] ?? [], 'bottom')));
  for (const [row] of table.rows.entries()) {
    drawing.push(
      columns.map((sized) => cell(sized, wrap(sized.cells[row] ?? '', sized.width), 'top')),
    );
  }
  if (table.total !== undefined) {
    drawing.push(columns.map((sized) => cell(sized, [sized.total], 'top')));
  }
  const lines = drawing
    .toString()
    .split('\n')
    .map((line) => line.trimEnd());
  const headLines = Math.max(1, ...heads.map((head) => head.length));
  const body = lines.slice(headLines, table.total === undefined ? undefined : -1);
  const rule = style.faint(columns.map(({ width }) => '─'.repeat(width)).join(' '.repeat(GAP)));
  const total = table.total === undefined ? [] : [rule, style.strong(lines.at(-1) ?? '')];
  return `${[...lines.slice(0, headLines).map((line) => style.strong(line)), rule, ...body, ...total].join('\n')}\n`;
}

function cell(sized: Sized, lines: readonly string[], vAlign: 'top' | 'bottom') {
  // The first line is padded to the column's width, which is what the drawing takes it from.
  const [first = '', ...rest] = lines;
  const blanks = ' '.repeat(Math.max(0, sized.width - textWidth(first)));
  const padded = sized.column.align === 'right' ? blanks + first : first + blanks;
  return { content: [padded, ...rest].join('\n'), hAlign: sized.column.align, vAlign };
}
