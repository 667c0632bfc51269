import { ATTENDANCE_KINDS } from '../catalogue/vocabulary.js';
import type { Decimal } from '../lib/decimal.js';
import { plain } from '../lib/decimal.js';
import type { Cell } from '../lib/engine.js';
import { title } from '../lib/messages/index.js';
import { isInMonth, type MonthContext } from './month-context.js';
import { eachRow, eachRowOfMonth } from './small-file.js';
import type { Table } from './table.js';

export type AttendanceForm = 'month' | 'event';

export function attendanceFormOf(table: Table): AttendanceForm {
  return table.match.reader.layout === 'attendance_events' ? 'event' : 'month';
}

/** The figures of monthly attendance, in the order of the engine's table. */
const FIGURES = [
  'workdays_due',
  'workdays',
  'late',
  'early_leave',
  'leave',
  'leave_days',
  'absent',
  'absent_days',
  'missed_punch',
] as const;

/**
 * Reads the month's attendance files into the engine. Gives the form and the rows of each file;
 * undefined, with the problems reported, when the files are of both forms.
 */
export async function readAttendance(
  tables: readonly Table[],
  context: MonthContext,
): Promise<{ form: AttendanceForm; rows: readonly (number | undefined)[] } | undefined> {
  const [first] = tables;
  if (first === undefined) return undefined;
  const form = attendanceFormOf(first);
  const others = tables.filter((table) => attendanceFormOf(table) !== form);
  for (const table of others) {
    const params = { form: formTitle(attendanceFormOf(table)), other: first.file };
    context.problems.report('mixed-attendance', { file: table.file }, { params });
  }
  if (others.length > 0) return undefined;
  const rows =
    form === 'month' ? await readMonths(tables, context) : await readEvents(tables, context);
  return { form, rows };
}

function formTitle(form: AttendanceForm) {
  return title(form === 'month' ? 'attendance-by-month' : 'attendance-by-event');
}

async function readMonths(
  tables: readonly Table[],
  context: MonthContext,
): Promise<readonly (number | undefined)[]> {
  const { active, engine, problems } = context;
  const seen = new Map<number, { file: string; line: number }>();
  const rows: Cell[][] = [];
  const counts: (number | undefined)[] = [];
  for (const table of tables) {
    counts.push(
      await eachRow(table, context, (row) => {
        const figures = FIGURES.map((figure) => exact(row.count(figure)));
        const agent = row.agent('agent');
        if (agent === undefined) return;
        const other = seen.get(agent.index);
        if (other !== undefined) {
          const params = { agent: agent.id, other: other.file, line: other.line };
          row.report('attendance-repeated', 'agent', params);
          return;
        }
        seen.set(agent.index, { file: table.file, line: row.line });
        rows.push([agent.index, ...figures, table.file, row.line]);
      }),
    );
  }
  const [first] = tables;
  if (first !== undefined && counts.every((rowCount) => rowCount === 0)) {
    // A header without rows means zero, for everyone and every column that is there.
    const zero = FIGURES.map((figure) => (first.match.positions.has(figure) ? '0' : null));
    rows.push(...active.map((agent) => [agent.index, ...zero, first.file, null]));
  } else if (first !== undefined && !counts.includes(undefined)) {
    for (const agent of active) {
      if (seen.has(agent.index)) continue;
      const place = { file: tables.at(-1)?.file ?? first.file };
      problems.report('attendance-missing', place, {
        params: { agent: `${agent.id} ${agent.name}` },
      });
    }
  }
  await engine.append('attendance_months', rows);
  return counts;
}

async function readEvents(
  tables: readonly Table[],
  context: MonthContext,
): Promise<readonly (number | undefined)[]> {
  const rows: Cell[][] = [];
  const counts: (number | undefined)[] = [];
  for (const table of tables) {
    counts.push(
      await eachRowOfMonth(table, context, (row, day) => {
        const agent = row.agent('agent');
        const kind = row.word('kind', ATTENDANCE_KINDS, 'required');
        const minutes = exact(row.count('minutes'));
        const days = exact(row.count('days'));
        if (agent === undefined || kind === undefined || !isInMonth(day, context.month)) return;
        rows.push([agent.index, day, kind, minutes, days, table.file, row.line]);
      }),
    );
  }
  await context.engine.append('attendance_events', rows);
  return counts;
}

/** A decimal for the engine, as text: no float ever exists. */
export function exact(value: Decimal | undefined): string | null {
  return value === undefined ? null : plain(value);
}
