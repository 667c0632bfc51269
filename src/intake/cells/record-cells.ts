import type { Place } from '../../lib/place.js';
import { type ProblemArgument, type Problems, problemOf } from '../../words/problem.js';
import type { ProblemCode } from '../../words/problem-entries.js';
import type { CsvRecord } from '../files/csv-records.js';
import { headerName, sourceOf, type Table } from '../files/table.js';
import { unwrap } from '../files/unwrap.js';
import { present } from './cells.js';
import { placeOf } from './row-width.js';
import { shownCell } from './shown-cell.js';

/** Whether an empty cell is a problem. */
export type Need = 'required' | 'optional';

/** The cells of one record by canonical column, as texts, and whether something was wrong with one. */
export interface RecordCells {
  readonly line: number;
  /** True while no cell of the row has had an error. */
  isValid(): boolean;
  /** Says that the row counts for nothing; why has been reported elsewhere. */
  invalidate(): void;
  /** The cell as it stands: for texts that are taken verbatim, never for ids or figures. */
  verbatim(column: string): string;
  /** The cell as a text; undefined when it says that there is none, with a problem when it is required. */
  text(column: string, need?: Need): string | undefined;
  /** Every cell that says something, by its canonical column or else by its header, as the file has them. */
  written(): ReadonlyMap<string, string>;
  placeOf(column: string): Place & { readonly column: string };
  /** Reports a problem about a cell; `cell` is quoted in it. */
  report<Code extends ProblemCode>(
    code: Code,
    column: string,
    ...params: ProblemArgument<Code, 'column' | 'cell'>
  ): void;
}

/** Stands for a cell that is not shown. */
const HIDDEN = '…';

/**
 * Whether a message may show a cell. In chats any may hold what somebody wrote, or a buyer, where a line break or a
 * swapped column has moved it: what is shown there is empty, begins as a date or a time does, or is the name of agents.
 * In orders a buyer may stand in any: what is shown is made of what figures, dates and numbers of orders are made of.
 */
function isShown(code: ProblemCode, cell: string, { match }: Table): boolean {
  const { kind } = match.reader;
  if (code === 'ambiguous-agent') return true;
  if (kind === 'chats') return /^\s*(?:$|\d{1,4}[-/.:年]\d)/.test(cell);
  return kind !== 'orders' || FIGURES.test(cell);
}

/** A long text of digits may be an id or a telephone number, and is no nick. */
const FIGURES =
  /^[\d\s\p{P}\p{S}\0年月日时分秒元块零〇一二两三四五六七八九十百千万亿半]*(?:[EeTZ][\d+\-:.]*)?$/u;

/** The cells of a record. `hasWidth`: it has as many as the header; else it is not valid from the start. */
export function recordCells(
  record: CsvRecord,
  table: Table,
  problems: Problems,
  hasWidth: boolean,
): RecordCells {
  let valid = hasWidth;
  const { positions, reader, missing } = table.match;
  const verbatim = (column: string): string => record.cells[positions.get(column) ?? -1] ?? '';
  const placeOfCell = (column: string) => {
    const written = record.headers?.[positions.get(column) ?? -1];
    return { ...placeOf(record, table), column: written || headerName(table, column) };
  };
  const report: RecordCells['report'] = (code, column, ...[params]) => {
    const written = verbatim(column);
    const cell = isShown(code, written, table) ? shownCell(written) : HIDDEN;
    const place = placeOfCell(column);
    const filled = { column: place.column, cell, ...params };
    const problem = problemOf(code, place, { cell, params: filled });
    if (problem.level === 'error') valid = false;
    problems.add(problem);
  };
  const lack = (column: string, cell: string) => {
    // A column that is not there is told once, of the header.
    if (missing.some(({ id }) => id === column)) valid = false;
    else report(unwrap(cell) === '' ? 'missing-cell' : 'no-value', column);
  };
  /** A NUL is nothing that anybody wrote, and no row with one is worth anything. */
  const nuls = record.cells.some((cell) => cell.includes('\0'))
    ? [...positions.keys()].filter((column) => verbatim(column).includes('\0'))
    : [];
  for (const column of nuls) report('nul-in-cell', column);
  const text = (column: string, need: Need = 'optional'): string | undefined => {
    const fault = record.faults?.[positions.get(column) ?? -1];
    if (fault !== undefined) {
      report(fault, column);
      return undefined;
    }
    if (nuls.includes(column)) return undefined;
    const cell = verbatim(column);
    const found = present(cell);
    if (found !== undefined && reader.missing?.includes(found) !== true) return found;
    if (need === 'required') lack(column, cell);
    return undefined;
  };
  return {
    line: record.line,
    isValid: () => valid,
    invalidate: () => {
      valid = false;
    },
    verbatim,
    text,
    written: () => cellsByName(record, table),
    placeOf: placeOfCell,
    report,
  };
}

function cellsByName({ cells, source }: CsvRecord, table: Table): ReadonlyMap<string, string> {
  const { header, positions } = source === undefined ? table.match : sourceOf(table);
  const ids = new Map([...positions].map(([id, at]) => [at, id]));
  const named = (source ?? cells).map(
    (cell, at) => [ids.get(at) ?? header.names[at] ?? '', present(cell) ?? ''] as const,
  );
  return new Map(named.filter(([, cell]) => cell !== ''));
}
