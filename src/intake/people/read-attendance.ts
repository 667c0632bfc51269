import { LEAVE } from '../../catalogue/records.js';
import { ATTENDANCE_KINDS, type AttendanceKind } from '../../catalogue/vocabulary.js';
import { type Decimal, decimal, divide, ONE, plain } from '../../lib/decimal.js';
import type { EngineCell } from '../../lib/engine.js';
import { type Day, dayNumber } from '../../lib/month.js';
import { dayAlone, daysOfMonth, writtenAgent } from '../../shop/roster.js';
import type { Agent } from '../../shop/shop.js';
import { listedNames } from '../../words/lists.js';
import { listedPeople } from '../../words/people.js';
import { errorsOf, type Problems } from '../../words/problem.js';
import { title } from '../../words/text.js';
import { withoutBlankForms } from '../cells/blank-form.js';
import { faultOfCount, faultOfDays } from '../cells/cell-faults.js';
import { parseNumber, parseWorkTime } from '../cells/cells.js';
import { eachRow, eachRowOfMonth } from '../cells/each-row.js';
import type { Row } from '../cells/row.js';
import { isInMonth, type MonthContext, rowKey } from '../facts/month-context.js';
import type { AgentRow as LeaveRow } from '../facts/month-facts.js';
import { checkPeriod } from '../files/export-period.js';
import { sourceOf, type Table } from '../files/table.js';
import { isSickLeave } from '../readers/attendance-columns.js';
import { inHours } from '../readers/attendance-figures.js';
import { checkMonthFigures, MONTH_FIGURES } from './attendance-sums.js';
import { ownPeople, personKey, reportOthers, type Sighting, sightingIn } from './export-people.js';
import { eventsOfShift, punchesIn } from './shift-times.js';

export type AttendanceForm = 'month' | 'event';

function attendanceFormOf(table: Table): AttendanceForm {
  return table.match.reader.layout === 'attendance_events' ? 'event' : 'month';
}

/** How many rows each file has; undefined for one that is not read. */
type RowCounts = readonly (number | undefined)[];

/** What attendance files hold beside what the engine counts. */
interface AttendanceRead {
  readonly form: AttendanceForm;
  readonly rows: RowCounts;
  /** Undefined when no file says when leaves were asked for. */
  readonly leaves: readonly LeaveRow[] | undefined;
}

/**
 * Reads the month's attendance files into the engine. Gives the form and the rows of each file. Files of both
 * forms are reported, and each is read all the same.
 */
export async function readAttendance(
  all: readonly Table[],
  context: MonthContext,
): Promise<AttendanceRead | undefined> {
  const tables = await withoutBlankForms(withoutSummedUp(all, context.problems));
  const [first] = tables;
  if (first === undefined) return undefined;
  const form = attendanceFormOf(first);
  const others = tables.filter((table) => attendanceFormOf(table) !== form);
  for (const table of others) {
    const params = { form: formTitle(attendanceFormOf(table)), other: first.file };
    context.problems.report('mixed-attendance', { file: table.file }, { params });
    context.unattributed.add('attendance');
  }
  const counts = new Map<Table, number | undefined>();
  const ofForm = (wanted: AttendanceForm) =>
    tables.filter((table) => attendanceFormOf(table) === wanted);
  await readMonths(ofForm('month'), context, counts);
  const leaves = await readEvents(ofForm('event'), context, counts);
  return { form, rows: all.map((table) => counts.get(table)), leaves };
}

function formTitle(form: AttendanceForm) {
  return title(form === 'month' ? 'attendance-by-month' : 'attendance-by-event');
}

/** Leaves out tables of which another one has the sums: everything in them would count twice. */
function withoutSummedUp(tables: readonly Table[], problems: Problems): readonly Table[] {
  return tables.filter((table) => {
    const { summedUpBy } = table.match.reader;
    const other = tables.find(({ match }) => match.reader.name === summedUpBy);
    if (summedUpBy === undefined || other === undefined) return true;
    const params = { other: other.file };
    problems.report('attendance-left-out', { file: table.file }, { params });
    return false;
  });
}

/** What was read of a row, and the agent whom it is about. */
interface AgentRow<T> {
  readonly agent: Agent;
  readonly row: Row;
  readonly value: T;
}

/** Takes a row, with its day where it has one; what is in it is read when it is known that somebody of the roster is meant. */
type Take<T> = (row: Row, read: () => T, day?: Day) => void;

/**
 * Reads the rows of a table. Of an export of a whole company those of the roster are given when all are seen,
 * since only then it is known who is meant by a name.
 */
async function agentRows<T>(
  table: Table,
  context: MonthContext,
  each: (take: Take<T>) => Promise<number | undefined>,
): Promise<{ readonly rows: readonly AgentRow<T>[]; readonly count: number | undefined }> {
  if (table.match.reader.everybody === true) return ownRows(table, context, each);
  const rows: AgentRow<T>[] = [];
  const count = await each((row, read, day) => {
    const value = read();
    const agent = row.agent('agent', day);
    if (agent !== undefined) rows.push({ agent, row, value });
  });
  return { rows, count };
}

async function ownRows<T>(
  table: Table,
  context: MonthContext,
  each: (take: Take<T>) => Promise<number | undefined>,
): Promise<{ readonly rows: readonly AgentRow<T>[]; readonly count: number | undefined }> {
  checkPeriod(table, context);
  reportLeave(table, context.problems);
  const sightings: Sighting[] = [];
  const reads = new Map<Row, () => T>();
  const others = new Set<string>();
  const count = await each((row, read, day) => {
    const days = day === undefined ? daysOfMonth(context.month) : dayAlone(day);
    const sighting = sightingIn(row, context.roster, days);
    if (sighting === undefined) return;
    others.add(personKey(row));
    reads.set(row, read);
    if (sighting !== 'other') sightings.push(sighting);
  });
  const own = ownPeople(sightings);
  // Of whom it is said that nobody knows who it is, it is not said as well that it is nobody.
  const unclear = sightings.filter(({ row }) => !row.isValid());
  for (const { row } of [...own, ...unclear]) others.delete(personKey(row));
  reportOthers(table, others.size, context);
  const rows = own.flatMap(({ agent, row }) => {
    const read = reads.get(row);
    return read === undefined ? [] : [{ agent, row, value: read() }];
  });
  return { rows, count };
}

/** Says which columns of an export are counted as leave: every company has types of its own. */
function reportLeave(table: Table, problems: Problems): void {
  const { columnGroups, header } = sourceOf(table);
  const namesOf = (id: string) =>
    (columnGroups.get(id) ?? []).map((at) => header.written[at] ?? '');
  const [counted, left] = [namesOf('leave_type'), namesOf('not_leave')];
  if (counted.length === 0) return;
  const none = title('none-there');
  problems.report(
    'leave-counted',
    { file: table.file },
    {
      params: { counted: listedNames(counted), left: left.length === 0 ? none : listedNames(left) },
    },
  );
}

/** Whether it is known of every row that is read from now on whom it is about: nobody is missing else. */
function namesEverybody({ problems, invalidRows, unattributed }: MonthContext): () => boolean {
  const before = problems.all.length;
  return () =>
    !unattributed.has('attendance') &&
    errorsOf(problems.all.slice(before)).every(({ file = '', line }) =>
      invalidRows.has(rowKey(file, line)),
    );
}

async function readMonths(
  tables: readonly Table[],
  context: MonthContext,
  counts: Map<Table, number | undefined>,
): Promise<void> {
  const { active, engine, problems } = context;
  const seen = new Map<number, { file: string; line: number }>();
  const rows: EngineCell[][] = [];
  const areAllNamed = namesEverybody(context);
  for (const table of tables) {
    const days = workdayReader(table, context);
    const read = { days, hours: hoursIn, count: (row: Row, figure: string) => row.count(figure) };
    const figuresOf = (row: Row) => {
      const entries = Object.entries(MONTH_FIGURES).map(
        ([figure, { form }]) => [figure, read[form](row, figure)] as const,
      );
      checkMonthFigures(row, Object.fromEntries(entries), context.month);
      return entries.map(([, figure]) => engineDecimal(figure));
    };
    const found = await agentRows<EngineCell[]>(table, context, (take) =>
      eachRow(table, context, (row) => take(row, () => figuresOf(row))),
    );
    counts.set(table, found.count);
    for (const { agent, row, value } of found.rows) {
      const other = seen.get(agent.index);
      if (other !== undefined) {
        const params = { agent: agent.id, other: other.file, line: other.line };
        row.report('attendance-repeated', 'agent', params);
        context.invalidRows.set(rowKey(table.file, row.line), agent.index);
        continue;
      }
      seen.set(agent.index, { file: table.file, line: row.line });
      rows.push([agent.index, ...value, table.file, row.line]);
    }
  }
  const [first] = tables;
  const read = [...counts.values()];
  const isNothing = tables.every(
    (table) => counts.get(table) === 0 && table.match.reader.everybody !== true,
  );
  if (first !== undefined && isNothing) {
    // A header without rows means zero, for everyone and every column that is there.
    const zero = Object.keys(MONTH_FIGURES).map((figure) =>
      first.match.positions.has(figure) ? '0' : null,
    );
    rows.push(...active.map((agent) => [agent.index, ...zero, first.file, null]));
  } else if (first !== undefined && !read.includes(undefined) && areAllNamed()) {
    for (const agent of active) {
      if (seen.has(agent.index)) continue;
      const place = { file: tables.at(-1)?.file ?? first.file };
      problems.report('attendance-missing', place, {
        params: { agent: writtenAgent(agent) },
      });
    }
  }
  await engine.append('attendance_months', rows);
}

async function readEvents(
  tables: readonly Table[],
  context: MonthContext,
  counts: Map<Table, number | undefined>,
): Promise<readonly LeaveRow[] | undefined> {
  const found: FoundEvents = { rows: [], leaves: [], seen: new Set() };
  const areAllNamed = namesEverybody(context);
  for (const table of tables) counts.set(table, await readEventsOf(table, context, found));
  const { rows, leaves, seen } = found;
  if (rows.length > 0 && areAllNamed()) reportUnseen(tables, seen, context);
  await context.engine.append('attendance_events', rows);
  return tables.some(({ match }) => match.positions.has('requested_on')) ? leaves : undefined;
}

/** What happened, as the engine and as rules take it, and to whom. */
interface FoundEvents {
  readonly rows: EngineCell[][];
  readonly leaves: LeaveRow[];
  readonly seen: Set<number>;
}

/** Reads one file of events. Gives its number of rows. */
async function readEventsOf(
  table: Table,
  context: MonthContext,
  { rows, leaves, seen }: FoundEvents,
): Promise<number | undefined> {
  const inDays = workdayReader(table, context);
  const unknownShifts = new Map<string, Agent>();
  const eventOf = (row: Row, day: Day | undefined) => ({
    day,
    kind: row.word('kind', ATTENDANCE_KINDS, 'required'),
    minutes: row.count('minutes'),
    days: inDays(row, 'days'),
    leaveType: row.text('leave_type'),
    requested: row.day('requested_on'),
    punches: punchesIn(row),
  });
  const read = await agentRows<ReturnType<typeof eventOf>>(table, context, (take) =>
    eachRowOfMonth(table, context, (row, day) => take(row, () => eventOf(row, day), day)),
  );
  for (const { agent, row, value } of read.rows) {
    const { day, kind, minutes, days, leaveType, requested, punches } = value;
    if (kind === undefined || day === undefined || !isInMonth(day, context.month)) continue;
    seen.add(agent.index);
    const place = { file: table.file, line: row.line };
    const add = (of: AttendanceKind, length: LengthCells) =>
      rows.push([agent.index, day, of, ...lengthCells(length), place.file, place.line]);
    add(kind, {
      minutes: engineDecimal(minutes),
      days: engineDecimal(days),
      hours: OVERTIME.has(kind) ? engineDecimal(minutes && inHours(minutes)) : null,
      isSick: leaveType === undefined ? null : isSickLeave(leaveType),
    });
    if (kind === LEAVE) {
      leaves.push({ agent: agent.index, place, ...leaveOf(day, days, requested) });
    }
    if (kind !== 'present') continue;
    const events = eventsOfShift(punches, agent.shift, context);
    if (events === undefined) unknownShifts.set(agent.id, agent);
    for (const event of events ?? []) add(event.kind, { minutes: event.minutes });
  }
  reportUnknownShifts(table, unknownShifts, context.problems);
  return read.count;
}

/** The kinds of event that are overtime. */
const OVERTIME: ReadonlySet<AttendanceKind> = new Set([
  'overtime_workday',
  'overtime_restday',
  'overtime_holiday',
]);

/** How long something was, and whether a leave was for sickness. */
interface LengthCells {
  readonly minutes: EngineCell;
  readonly days?: EngineCell;
  readonly hours?: EngineCell;
  readonly isSick?: EngineCell;
}

function lengthCells({ minutes, days = null, hours = null, isSick = null }: LengthCells) {
  return [minutes, days, hours, isSick];
}

/** A leave, as rules take it by itself: one that does not say how long it was is of one day. */
function leaveOf(
  day: Day,
  days: Decimal = ONE,
  requested: Day | undefined,
): Omit<LeaveRow, 'agent' | 'place'> {
  const daysAhead = requested && decimal(dayNumber(day) - dayNumber(requested));
  return { kind: LEAVE, day, count: ONE, grave: false, days, daysAhead };
}

/** Of whom an export of everybody says nothing, perhaps because the tool knows them by another name. */
function reportUnseen(
  tables: readonly Table[],
  seen: ReadonlySet<number>,
  { active, problems }: MonthContext,
): void {
  const ofEverybody = tables.find(({ match }) => match.reader.everybody === true);
  if (ofEverybody === undefined) return;
  for (const agent of active.filter(({ index }) => !seen.has(index))) {
    problems.report(
      'agent-without-day',
      { file: ofEverybody.file },
      { params: { agent: writtenAgent(agent) } },
    );
  }
}

/** Punches say nothing where nobody knows when the shift begins: nobody is late, which may not be so. */
function reportUnknownShifts(
  table: Table,
  agents: ReadonlyMap<string, Agent>,
  problems: Problems,
): void {
  if (agents.size === 0) return;
  const inOrder = [...agents.keys()].sort().flatMap((id) => agents.get(id) ?? []);
  const params = { agents: listedPeople(inOrder) };
  problems.report('punches-without-shift', { file: table.file }, { params });
}

/** Reads days of work: `2`, or a time such as `4小时` by the length of a working day in kpi.yaml. */
function workdayReader(
  table: Table,
  { problems, settings, shop }: MonthContext,
): (row: Row, column: string) => Decimal | undefined {
  let isReported = shop.config.metrics.workdayLength.place !== undefined;
  return (row, column) => {
    const text = row.text(column);
    if (text === undefined) return undefined;
    const number = parseNumber(text);
    if (number?.gte(0)) return number;
    const time = parseWorkTime(text);
    if (time === undefined) {
      row.report(faultOfDays(text), column);
      return undefined;
    }
    if (time.minutes.isZero()) return time.days;
    if (!isReported) problems.report('workday-assumed', { file: table.file });
    isReported = true;
    const parts = divide(time.minutes.times(60), decimal(settings.workdayLength));
    return decimal(plain(time.days.plus(parts), 4));
  };
}

/** Reads hours: `2.5`, or a time such as `2小时30分钟`. */
function hoursIn(row: Row, column: string): Decimal | undefined {
  const text = row.text(column);
  if (text === undefined) return undefined;
  const number = parseNumber(text);
  if (number?.gte(0)) return number;
  const time = parseWorkTime(text);
  if (time?.days.isZero()) return inHours(time.minutes);
  row.report(faultOfCount(text), column);
  return undefined;
}

/** A decimal for the engine, as text: no float ever exists. */
export function engineDecimal(value: Decimal | undefined): string | null {
  return value === undefined ? null : plain(value);
}
