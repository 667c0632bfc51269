import { type Decimal, decimal, divide, plain, sum, ZERO } from '../../lib/decimal.js';
import type { CellProblem } from '../../words/problem.js';
import { faultOfCount, faultOfDays } from '../cells/cell-faults.js';
import { parseNumber, parseWorkTime, present } from '../cells/cells.js';
import type { ConvertedCell, ExportCell, ExportRow } from '../files/reader.js';
import type { AttendanceColumn } from './attendance-columns.js';

/** How a tool writes its figures. */
export interface Tool {
  /** True where an empty cell of a figure means 0. */
  readonly blankIsZero: boolean;
}

/** Why there is no figure: the cell has none, or cannot be read. */
export type Unknown = 'missing' | { readonly wrong: ConvertedCell };

/** A figure of a row: a number, or why there is none. */
export type AttendanceFigure = Decimal | Unknown;

/** A time of work in days and in minutes that are no days yet. */
export interface Span {
  readonly days: Decimal;
  readonly minutes: Decimal;
}

/** The text of a figure's cell; undefined when it is missing. */
function textIn({ text }: ExportCell, { blankIsZero }: Tool): string | undefined {
  const found = present(text);
  return found === undefined && blankIsZero && text.trim() === '' ? '0' : found?.normalize('NFKC');
}

/** A cell that cannot be read, or does not say what is asked, as it stands. */
export function wrong({ text, header }: ExportCell, fault: CellProblem): Unknown {
  return { wrong: { text, header, fault } };
}

/** How often, or how many days: `2`, `2次`, `1.5天`. */
function countIn(cell: ExportCell | undefined, tool: Tool): AttendanceFigure {
  if (cell === undefined) return 'missing';
  const text = textIn(cell, tool);
  if (text === undefined) return 'missing';
  const value = parseNumber(text.replace(/ ?[次天日]$/, ''));
  return value === undefined || value.lt(0) ? wrong(cell, faultOfCount(cell.text)) : value;
}

/**
 * The sum of columns of which each `must` be there, and others `may`; missing where one of their cells is.
 */
export function countOf(
  row: ExportRow,
  tool: Tool,
  must: readonly AttendanceColumn[],
  may: readonly AttendanceColumn[] = [],
): AttendanceFigure {
  const optional = may.map((id) => row.cell(id)).filter((cell) => cell !== undefined);
  const figures = [...must.map((id) => row.cell(id)), ...optional].map((c) => countIn(c, tool));
  const other = figures.find((figure) => !isKnown(figure));
  return other ?? sum(figures.filter(isKnown));
}

export function isKnown(figure: AttendanceFigure): figure is Decimal {
  return figure !== 'missing' && !('wrong' in figure);
}

/** Time in the unit that the cell or its header says, or else `unit`; none said, and it is not 0: a fault. */
export function spanIn(cell: ExportCell, tool: Tool, unit?: string): Span | Unknown {
  const text = textIn(cell, tool);
  if (text === undefined) return 'missing';
  const bare = parseNumber(text);
  const said = cell.unit ?? unit;
  if (bare?.isZero()) return { days: ZERO, minutes: ZERO };
  const span = parseWorkTime(bare === undefined || said === undefined ? text : `${text}${said}`);
  if (span !== undefined) return span;
  return wrong(cell, bare === undefined || bare.lt(0) ? faultOfDays(text) : 'unknown-unit');
}

export function isSpan(found: Span | Unknown): found is Span {
  return typeof found === 'object' && 'days' in found;
}

/** Minutes of a cell whose days are none. */
export function minutesIn(
  cell: ExportCell | undefined,
  tool: Tool,
  unit?: string,
): AttendanceFigure {
  if (cell === undefined) return 'missing';
  const span = spanIn(cell, tool, unit);
  if (!isSpan(span)) return span;
  return span.days.isZero() ? span.minutes : wrong(cell, 'unknown-unit');
}

/** The sum of spans; missing where one is. */
export function sumOfSpans(cells: readonly ExportCell[], tool: Tool): Span | Unknown {
  const spans = cells.map((cell) => spanIn(cell, tool));
  const other = spans.find((span) => !isSpan(span));
  if (other !== undefined) return other;
  const known = spans.filter(isSpan);
  return {
    days: sum(known.map(({ days }) => days)),
    minutes: sum(known.map(({ minutes }) => minutes)),
  };
}

/**
 * Days of work as text: where the row says how many minutes a working day has, they are counted in; else
 * minutes stand beside the days, and the settings of the shop say it.
 */
function spanText({ days, minutes }: Span, perDay: Decimal | undefined): string {
  if (minutes.isZero()) return plain(days);
  if (perDay !== undefined) return plain(days.plus(divide(minutes, perDay)), 4);
  return `${plain(days)}天${plain(minutes)}分钟`;
}

/** The minutes of a working day, where the row says them: the month's standard hours, over the days due. */
export function minutesPerDay(row: ExportRow, tool: Tool, isDaily: boolean): Decimal | undefined {
  const hours = countHours(row.cell('standard_hours'), tool);
  if (hours === undefined || hours.isZero()) return undefined;
  if (isDaily) return hours.times(60);
  const due = countOf(row, tool, ['workdays_due']);
  return isKnown(due) && !due.isZero() ? divide(hours.times(60), due) : undefined;
}

function countHours(cell: ExportCell | undefined, tool: Tool): Decimal | undefined {
  const minutes = minutesIn(cell, tool, '小时');
  return isKnown(minutes) ? divide(minutes, decimal(60)) : undefined;
}

/** Minutes in hours, as far as the engine keeps them. */
export function inHours(minutes: Decimal): Decimal {
  return decimal(plain(divide(minutes, decimal(60)), 4));
}

/** What a conversion gives of a figure; the header tells where it is from. */
export function figureCell(figure: AttendanceFigure, header: string): ConvertedCell | undefined {
  if (figure === 'missing') return undefined;
  return 'wrong' in figure ? figure.wrong : { text: plain(figure), header };
}

/** As `figureCell`, of a time of work. */
export function spanCell(
  span: Span | Unknown,
  header: string,
  perDay: Decimal | undefined,
): ConvertedCell | undefined {
  return isSpan(span) ? { text: spanText(span, perDay), header } : figureCell(span, header);
}
