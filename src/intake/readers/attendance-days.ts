import type { ExportCell } from '../files/reader.js';
import { isLeaveName, namesLeave, SHORTEST_MONTH } from './attendance-columns.js';

/** What the cells of a month's days tell that its sums do not. */
export interface DayCells {
  /** How many leaves were taken; undefined where cells do not say from when to when. */
  readonly leaves: number | undefined;
  /** The first of these cells. */
  readonly unclear: ExportCell | undefined;
  /** On how many days somebody was absent. */
  readonly absences: number;
  /** True where the cells are those of a whole month: what is in none of them did not happen. */
  readonly whole: boolean;
}

/** `事假04-17 09:00到04-17 12:30 3.5小时`: a type, from when, and to when. */
const APPROVED = /(?:^|:)([^\d:]+?)(\d{1,2}-\d{1,2}.*?到.+)$/;

/**
 * Reads the cells of a month's days. A leave of several days stands in each of them and is one leave; a cell
 * that says only `病假` may be a part of one. Undefined where the table has no such cells.
 */
export function readDayCells(cells: readonly ExportCell[]): DayCells | undefined {
  if (cells.length === 0) return undefined;
  const notes = cells.map(({ text }) => notesIn(text));
  const approved = new Set<string>();
  const isUnclear = (note: string): boolean => {
    const [, type, span] = APPROVED.exec(note) ?? [];
    if (type === undefined || span === undefined) return namesLeave(typeIn(note));
    if (isLeaveName(type.trim())) approved.add(`${type.trim()} ${span}`);
    return false;
  };
  const unclear = cells.filter((_, day) => (notes[day] ?? []).filter(isUnclear).length > 0);
  return {
    leaves: unclear.length > 0 ? undefined : approved.size,
    unclear: unclear[0],
    absences: notes.filter((day) => day.some((note) => note.includes('旷工'))).length,
    whole: cells.length >= SHORTEST_MONTH,
  };
}

/** The notes of a day; times in brackets tell when somebody came and went. */
function notesIn(text: string): readonly string[] {
  return text
    .normalize('NFKC')
    .replaceAll(/\([^()]*\)/g, '')
    .split(/[,;\n]/)
    .map((note) => note.trim())
    .filter((note) => note !== '');
}

/** What follows the name of a shift, without how long: `A班次:病假`, `病假4小时`. */
function typeIn(note: string): string {
  return note
    .slice(note.lastIndexOf(':') + 1)
    .replace(/\d.*$/, '')
    .trim();
}
