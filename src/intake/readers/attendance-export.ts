import { USUAL_ATTENDANCE } from '../../catalogue/columns.js';
import type { AttendanceKind } from '../../catalogue/vocabulary.js';
import { type Decimal, decimal, plain, sum, ZERO } from '../../lib/decimal.js';
import type {
  CanonicalRow,
  Conversion,
  ConvertedCell,
  ExportCell,
  ExportRow,
} from '../files/reader.js';
import { unwrap } from '../files/unwrap.js';
import { isSickLeave, isTimeUnit } from './attendance-columns.js';
import { type DayCells, readDayCells } from './attendance-days.js';
import {
  type AttendanceFigure,
  countOf,
  figureCell,
  inHours,
  isKnown,
  isSpan,
  minutesIn,
  minutesPerDay,
  type Span,
  spanCell,
  spanIn,
  sumOfSpans,
  type Tool,
  type Unknown,
  wrong,
} from './attendance-figures.js';

/** Whom a row is about, as the tool knows them; see `everybody` in files/reader.ts. */
const PERSON = ['agent', 'account', 'name'];

/** An employee number that a tool writes where nobody has given one. */
const NO_NUMBER = '0.0';

function personIn(row: ExportRow): CanonicalRow {
  const id = row.cell('agent_id');
  const number = unwrap(id?.text ?? '');
  // `1001.0` is what other programs make of 1001.
  const text = number === NO_NUMBER ? '' : number.replace(/^(\d+)\.0$/, '$1');
  return {
    agent: id && { ...id, text },
    account: row.cell('account'),
    name: row.cell('name'),
  };
}

/** A row per person and month. */
export function monthly(tool: Tool): Conversion {
  return {
    gives: [...PERSON, ...USUAL_ATTENDANCE, ...OVERTIME, 'sick_days', 'paid_days_due'],
    rowsOf: (row) => [monthIn(row, tool)],
  };
}

function monthIn(row: ExportRow, tool: Tool): CanonicalRow {
  const days = readDayCells(row.columnGroup('day'));
  const perDay = minutesPerDay(row, tool, false);
  const leaveCells = leaveCellsOf(row);
  const leave = leaveCells.length === 0 ? 'missing' : sumOfSpans(leaveCells, tool);
  const absence = absenceOf(row, tool);
  return {
    ...personIn(row),
    workdays_due: figureCell(countOf(row, tool, ['workdays_due']), headerOf(row, 'workdays_due')),
    workdays: figureCell(countOf(row, tool, ['workdays']), headerOf(row, 'workdays')),
    late: figureCell(countOf(row, tool, ['late'], ['severe_late']), headerOf(row, 'late')),
    early_leave: figureCell(countOf(row, tool, ['early_leave']), headerOf(row, 'early_leave')),
    leave: figureCell(timesOfLeave(row, tool, leave, days), headerOf(row, 'leave')),
    leave_days: spanCell(leave, headersOf(leaveCells), perDay),
    absent: figureCell(timesAbsent(row, tool, absence, days), headerOf(row, 'absent')),
    absent_days: spanCell(absence, headerOf(row, 'absent_days'), perDay),
    missed_punch: figureCell(missedIn(row, tool), headerOf(row, 'missed_punch')),
    ...Object.fromEntries(OVERTIME.map((kind) => [kind, overtimeHoursIn(row, kind, tool)])),
    sick_days: sickDaysIn(row, tool, leave, perDay),
    paid_days_due: figureCell(
      countOf(row, tool, ['paid_days_due']),
      headerOf(row, 'paid_days_due'),
    ),
  };
}

const OVERTIME = ['overtime_workday', 'overtime_restday', 'overtime_holiday'] as const;
type Overtime = (typeof OVERTIME)[number];

/** Overtime that is paid, where the tool tells it from that for which time off is given. */
function overtimeCell(row: ExportRow, kind: Overtime): ExportCell | undefined {
  const cell = row.cell(`paid_${kind}`) ?? row.cell(kind);
  // 转加班费 in brackets is part of the name.
  return cell && { ...cell, unit: isTimeUnit(cell.unit) ? cell.unit : undefined };
}

/** The unit of overtime where a tool writes none. */
const OVERTIME_UNIT = '小时';

function overtimeHoursIn(row: ExportRow, kind: Overtime, tool: Tool): ConvertedCell | undefined {
  const cell = overtimeCell(row, kind);
  const minutes = minutesIn(cell, tool, OVERTIME_UNIT);
  return figureCell(isKnown(minutes) ? inHours(minutes) : minutes, cell?.header ?? '');
}

/** Days of sick leave: those that the table says, or of its types; without any leave there is none. */
function sickDaysIn(
  row: ExportRow,
  tool: Tool,
  leave: Span | Unknown,
  perDay: Decimal | undefined,
): ConvertedCell | undefined {
  const said = row.cell('sick_days');
  if (said !== undefined) return figureCell(countOf(row, tool, ['sick_days']), said.header);
  const cells = row.columnGroup('leave_type').filter(({ header }) => isSickLeave(header));
  if (cells.length > 0) return spanCell(sumOfSpans(cells, tool), headersOf(cells), perDay);
  return isNone(leave) ? figureCell(ZERO, headersOf(leaveCellsOf(row))) : undefined;
}

function headerOf(row: ExportRow, id: string): string {
  return row.cell(id)?.header ?? '';
}

function headersOf(cells: readonly ExportCell[]): string {
  return cells.map(({ header }) => header).join('+');
}

/** The types of leave or, where there are none, what the tool has put together. */
function leaveCellsOf(row: ExportRow): readonly ExportCell[] {
  const types = row.columnGroup('leave_type');
  const total = row.cell('leave_total');
  return types.length > 0 || total === undefined ? types : [total];
}

/** No days of leave are no leave. How many leaves some days were, only the cells of the days can tell. */
function timesOfLeave(
  row: ExportRow,
  tool: Tool,
  days: Span | Unknown,
  cells: DayCells | undefined,
): AttendanceFigure {
  if (row.cell('leave') !== undefined) return countOf(row, tool, ['leave']);
  if (isNone(days)) return ZERO;
  const times = timesIn(cells, cells?.leaves, days);
  const unclear = cells?.unclear;
  return times === 'missing' && unclear !== undefined ? wrong(unclear, 'times-of-leave') : times;
}

/** How often cells of days show something; that none shows it says nothing where the sums know better. */
function timesIn(
  cells: DayCells | undefined,
  times: number | undefined,
  days: Span | Unknown,
): AttendanceFigure {
  if (cells === undefined || times === undefined) return 'missing';
  return times > 0 || (cells.whole && !isSpan(days)) ? decimal(times) : 'missing';
}

function isNone(span: Span | Unknown): boolean {
  return isSpan(span) && span.days.isZero() && span.minutes.isZero();
}

/** Days of absence: those that the tool says, and those on which somebody came so late that it counts as one. */
function absenceOf(row: ExportRow, tool: Tool): Span | Unknown {
  if (row.cell('absent_days') === undefined) {
    const cells = row.columnGroup('absence');
    return cells.length === 0 ? 'missing' : sumOfSpans(cells, tool);
  }
  const days = countOf(row, tool, ['absent_days'], ['absent_late_days']);
  return isKnown(days) ? { days, minutes: ZERO } : days;
}

function timesAbsent(
  row: ExportRow,
  tool: Tool,
  days: Span | Unknown,
  cells: DayCells | undefined,
): AttendanceFigure {
  if (row.cell('absent') !== undefined) return countOf(row, tool, ['absent'], ['absent_late']);
  const late = countOf(row, tool, [], ['absent_late']);
  return isNone(days) && isKnown(late) ? late : timesIn(cells, cells?.absences, days);
}

/** Punches that are missing: as the tool counts them, or those on coming and those on going. */
function missedIn(row: ExportRow, tool: Tool): AttendanceFigure {
  return row.cell('missed_punch') === undefined
    ? countOf(row, tool, ['missed_in', 'missed_out'])
    : countOf(row, tool, ['missed_punch']);
}

/** A row per person and day; what happened on it becomes events. */
export function daily(tool: Tool): Conversion {
  return {
    gives: [...PERSON, 'date', 'kind', 'minutes', 'days', 'leave_type', 'came', 'went'],
    rowsOf: (row) => {
      const common = { ...personIn(row), date: dateIn(row) };
      return eventsIn(row, tool).map((event) => ({ ...common, ...event }));
    },
  };
}

/** The day of a row: `25-09-01 星期一`, `2026/02/01 星期日`, or the milliseconds of its midnight. */
function dateIn(row: ExportRow): CanonicalRow[string] {
  const date = row.cell('date');
  const text = unwrap(date?.text ?? '')
    .normalize('NFKC')
    .replace(/ *\(?(?:星期|周)[一二三四五六日天]\)?$/, '');
  if (date !== undefined && text !== '') {
    return { header: date.header, text: /^\d\d[-/.]/.test(text) ? `20${text}` : text };
  }
  const midnight = row.cell('work_date');
  const milliseconds = unwrap(midnight?.text ?? '');
  if (midnight === undefined || !/^\d{13}$/.test(milliseconds)) return date;
  // Midnight in Shanghai is 16:00 of the day before in Greenwich.
  const day = new Date(Number(milliseconds) + SHANGHAI_MS).toISOString().slice(0, 10);
  return { header: midnight.header, text: day };
}

const SHANGHAI_MS = 8 * 3_600_000;

/** The unit of what a tool writes without one: DingTalk's interface calls these columns `late_minute` and the like. */
const MINUTES = '分钟';

/** What happened on a day: each thing is an event of its own. */
function eventsIn(row: ExportRow, tool: Tool): readonly CanonicalRow[] {
  const late = countOf(row, tool, ['late'], ['severe_late']);
  const early = countOf(row, tool, ['early_leave']);
  return [
    ...presenceIn(row, tool),
    ...eventsOf('late', late, headerOf(row, 'late'), {
      minutes: minutesOf(row, tool, ['late_minutes', 'severe_late_minutes']),
    }),
    ...eventsOf('early_leave', early, headerOf(row, 'early_leave'), {
      minutes: minutesOf(row, tool, ['early_leave_minutes']),
    }),
    ...eventsOf('missed_punch', missedIn(row, tool), headerOf(row, 'missed_punch')),
    ...absencesIn(row, tool),
    ...leavesIn(row, tool),
    ...OVERTIME.flatMap((kind) => overtimeIn(row, kind, tool)),
  ];
}

/** Overtime of the day; that there was none is said as well, so that it is known. */
function overtimeIn(row: ExportRow, kind: Overtime, tool: Tool): readonly CanonicalRow[] {
  const cell = overtimeCell(row, kind);
  const minutes = minutesIn(cell, tool, OVERTIME_UNIT);
  if (cell === undefined || minutes === 'missing') return [];
  const { header } = cell;
  return [{ kind: { text: kind, header }, minutes: figureCell(minutes, header) }];
}

/** Nothing happens to anybody oftener in a day. */
const MOST_A_DAY = 99;

/**
 * As many events as a figure says. What the row says of all of them together stands with the first; the
 * others have `rest`.
 */
function eventsOf(
  kind: AttendanceKind,
  times: AttendanceFigure,
  header: string,
  first: CanonicalRow = {},
  rest: CanonicalRow = {},
): readonly CanonicalRow[] {
  if (times === 'missing') return [];
  const word = { text: kind, header };
  if ('wrong' in times) return [{ kind: { ...times.wrong } }];
  if (!times.isInteger() || times.gt(MOST_A_DAY))
    return [{ kind: { text: plain(times), header, fault: 'bad-number' } }];
  return Array.from({ length: times.toNumber() }, (_, at) => ({
    kind: word,
    ...(at === 0 ? first : rest),
  }));
}

/** Minutes of several columns together; not given where the row does not say them. */
function minutesOf(row: ExportRow, tool: Tool, ids: readonly string[]): ConvertedCell | undefined {
  const cells = ids.map((id) => row.cell(id)).filter((cell) => cell !== undefined);
  const figures = cells.map((cell) => minutesIn(cell, tool, MINUTES));
  const faulty = figures.find((figure) => figure !== 'missing' && !isKnown(figure));
  if (faulty !== undefined) return figureCell(faulty, headersOf(cells));
  const total = sum(figures.filter(isKnown));
  return total.isZero() ? undefined : figureCell(total, headersOf(cells));
}

/** Who has days of work, or has punched, was there; how long, where the row says it with its unit. */
function presenceIn(row: ExportRow, tool: Tool): readonly CanonicalRow[] {
  const worked = minutesIn(row.cell('worked'), tool);
  const minutes =
    isKnown(worked) && !worked.isZero() ? figureCell(worked, headerOf(row, 'worked')) : undefined;
  const said = row.cell('workdays');
  const punches = punchesIn(row, tool);
  if (said === undefined) {
    if (!hasPunched(row, tool)) return [];
    return [{ kind: { text: 'present', header: '' }, minutes, ...punches }];
  }
  const days = countOf(row, tool, ['workdays']);
  if (isKnown(days) && days.isZero()) return [];
  if (days === 'missing') return [];
  return [
    {
      kind: { text: 'present', header: said.header },
      minutes,
      days: figureCell(days, said.header),
      ...punches,
    },
  ];
}

/**
 * When somebody came and went, where the tool does not say whether that was late or early: the shifts of the
 * shop say it then. A single punch is that of coming.
 */
function punchesIn(row: ExportRow, tool: Tool): CanonicalRow {
  const clocks = row.columnGroup('clock').flatMap(({ text, header }) => {
    const [clock] = /(?:次日|第二天)? *\d{1,2}:\d\d/.exec(text.normalize('NFKC')) ?? [];
    return clock === undefined ? [] : [{ text: clock, header }];
  });
  const [first, last] = [clocks[0], clocks.at(-1)];
  return {
    came: countOf(row, tool, ['late']) === 'missing' ? first : undefined,
    went:
      countOf(row, tool, ['early_leave']) === 'missing' && last?.text !== first?.text
        ? last
        : undefined,
  };
}

function hasPunched(row: ExportRow, tool: Tool): boolean {
  const punches = countOf(row, tool, ['punches']);
  if (isKnown(punches)) return !punches.isZero();
  // `次日01:20` is a time as well.
  return row.columnGroup('clock').some(({ text }) => /\d:\d\d/.test(text.normalize('NFKC')));
}

/** Absences; coming so late that it counts as one is an absence, too, of as many days as the row says. */
function absencesIn(row: ExportRow, tool: Tool): readonly CanonicalRow[] {
  const perDay = minutesPerDay(row, tool, true);
  const header = headerOf(row, 'absent');
  const none = { days: { text: '0', header } };
  const late = eventsOf('absent', countOf(row, tool, [], ['absent_late']), header, none, none);
  const span = absenceOf(row, tool);
  const days = spanCell(span, headerOf(row, 'absent_days'), perDay);
  const times = countOf(row, tool, ['absent']);
  if (times !== 'missing') return [...eventsOf('absent', times, header, { days }, none), ...late];
  return span === 'missing' || isNone(span)
    ? late
    : [{ kind: { text: 'absent', header }, days }, ...late];
}

/** One event for each type of leave of the day. */
function leavesIn(row: ExportRow, tool: Tool): readonly CanonicalRow[] {
  const perDay = minutesPerDay(row, tool, true);
  return leaveCellsOf(row).flatMap((cell) => {
    const span = spanIn(cell, tool);
    if (span === 'missing' || isNone(span)) return [];
    const days = spanCell(span, cell.header, perDay);
    const { header } = cell;
    const type = row.columnGroup('leave_type').length > 0 ? { text: header, header } : undefined;
    return [{ kind: { text: 'leave', header }, days, leave_type: type }];
  });
}
