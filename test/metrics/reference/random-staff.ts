import {
  ATTENDANCE_KINDS,
  type AttendanceKind,
  COMPLAINT_KINDS,
  type ComplaintKind,
  GRADES,
  type Grade,
} from '../../../src/catalogue/vocabulary.js';
import { dayOf } from '../../../src/lib/month.js';
import type { Random } from './random.js';
import { knownAgentCell } from './random-agents.js';
import type { Times } from './random-times.js';
import type {
  AttendanceCount,
  RawAgent,
  RawAttendanceEvent,
  RawAttendanceMonth,
  RawCall,
  RawComplaint,
  RawFile,
  RawImport,
  RawMonth,
  RawRating,
  RawReview,
} from './raw-month.js';

type Staff = Pick<
  RawMonth,
  | 'attendanceMonths'
  | 'attendanceEvents'
  | 'complaints'
  | 'complaintsHaveVerified'
  | 'reviews'
  | 'ratings'
  | 'calls'
  | 'imported'
>;

/** What a month's files say about the people: attendance, complaints, ratings, calls, imports. */
export function randomStaff(random: Random, agents: readonly RawAgent[], times: Times): Staff {
  const form = random.pick(['month', 'event', 'none', 'none']);
  const file = <Row>(name: string, rows: readonly Row[]): RawFile<Row>[] => [{ name, rows }];
  return {
    attendanceMonths:
      form === 'month' ? file('attendance.csv', attendanceMonths(random, agents)) : undefined,
    attendanceEvents:
      form === 'event' ? file('考勤.csv', attendanceEvents(random, agents, times)) : undefined,
    complaints: random.chance(40)
      ? file('complaints.csv', complaints(random, agents, times))
      : undefined,
    complaintsHaveVerified: random.chance(50),
    reviews: random.chance(30) ? file('评价.csv', reviews(random, agents, times)) : undefined,
    ratings: random.chance(25) ? file('ratings.csv', ratings(random, agents)) : undefined,
    calls: random.chance(30) ? file('calls.csv', calls(random, agents, times)) : undefined,
    imported: random.chance(15) ? file('metrics.csv', imports(random, agents)) : undefined,
  };
}

const COUNTS: readonly AttendanceCount[] = [
  'workdays_due',
  'workdays',
  'late',
  'early_leave',
  'leave',
  'leave_days',
  'absent',
  'absent_days',
  'missed_punch',
  'overtime_workday',
  'overtime_restday',
  'overtime_holiday',
  'sick_days',
  'paid_days_due',
];

/** A row for everyone; the columns of one file are the same in all its rows. */
function attendanceMonths(random: Random, agents: readonly RawAgent[]): RawAttendanceMonth[] {
  const columns = random.some(COUNTS, 85);
  return random.shuffle(agents).map((agent) => {
    const counts: Partial<Record<AttendanceCount, string>> = {};
    for (const column of columns) {
      if (random.chance(5)) continue;
      counts[column] = column.startsWith('workdays')
        ? random.pick(['22', '21.5', '20'])
        : random.pick(['0', '0', '0', '0', '0', '1', '2']);
    }
    return { agent: knownAgentCell(random, agent), counts };
  });
}

/** A day of the month, or in few cases one just outside it; the first row is always inside. */
function randomDate(random: Random, times: Times, isFirst: boolean): string {
  if (isFirst || random.chance(85)) {
    const day = random.whole(times.firstDay, times.lastDay);
    return dayOf(random.pick([times.firstDay, times.lastDay, day]));
  }
  return dayOf(random.pick([times.firstDay - 1, times.lastDay + 1]));
}

function attendanceEvents(
  random: Random,
  agents: readonly RawAgent[],
  times: Times,
): RawAttendanceEvent[] {
  const rows: RawAttendanceEvent[] = [];
  const length = random.pick([0, 1, 6, 12]);
  for (let number = 0; number < length; number += 1) {
    const kind = random.pick(Object.keys(ATTENDANCE_KINDS) as AttendanceKind[]);
    rows.push({
      date: randomDate(random, times, number === 0),
      agent: knownAgentCell(random, random.pick(agents)),
      kind,
      minutes: minutesOf(random, kind),
      days: random.pick([undefined, undefined, '1', '0.5']),
      leaveType: kind === 'leave' ? random.pick([undefined, '病假', '病假', '事假']) : undefined,
    });
  }
  return rows;
}

function minutesOf(random: Random, kind: AttendanceKind): string | undefined {
  if (kind === 'present') return random.pick(['480', '475', '60']);
  return kind.startsWith('overtime') ? random.pick(['90', '120', '20', '0', undefined]) : undefined;
}

function complaints(random: Random, agents: readonly RawAgent[], times: Times): RawComplaint[] {
  const rows: RawComplaint[] = [];
  const length = random.pick([0, 1, 8, 15]);
  for (let number = 0; number < length; number += 1) {
    rows.push({
      date: randomDate(random, times, number === 0),
      agent: knownAgentCell(random, random.pick(agents)),
      kind: random.pick(Object.keys(COMPLAINT_KINDS) as ComplaintKind[]),
      verified: random.chance(70),
      points: random.pick(['1', '2', '0.5', '3', undefined]),
    });
  }
  return rows;
}

/** Of orders of the month, of others, and of one order more than once. */
function reviews(random: Random, agents: readonly RawAgent[], times: Times): RawReview[] {
  return Array.from({ length: random.pick([0, 1, 10, 30]) }, (_, number) => ({
    date: randomDate(random, times, number === 0),
    agent: knownAgentCell(random, random.pick(agents)),
    order: `T${String(random.whole(0, 40)).padStart(4, '0')}`,
    stars: random.pick([1, 2, 3, 4, 5] as const),
  }));
}

/** Some items are graded in words, some in numbers; no item in both. */
function ratings(random: Random, agents: readonly RawAgent[]): RawRating[] {
  const rows: RawRating[] = [];
  const length = random.pick([0, 1, 8, 20]);
  for (let number = 0; number < length; number += 1) {
    const inWords = random.chance(50);
    rows.push({
      agent: knownAgentCell(random, random.pick(agents)),
      item: inWords ? random.pick(['服务态度', '话术']) : random.pick(['质检', '笔试']),
      score: inWords
        ? { grade: random.pick(Object.keys(GRADES) as Grade[]) }
        : { number: random.pick(['90', '85.5', '100', '0']) },
    });
  }
  return rows;
}

function calls(random: Random, agents: readonly RawAgent[], times: Times): RawCall[] {
  const rows: RawCall[] = [];
  const length = random.pick([0, 1, 10, 20]);
  for (let number = 0; number < length; number += 1) {
    const inside = random.whole(times.firstDay + 1, times.lastDay) * 86_400;
    rows.push({
      time: number === 0 ? inside + 43_200 : times.some(random),
      agent: knownAgentCell(random, random.pick(agents)),
      direction: random.pick(['in', 'in', 'out']),
      answered: random.chance(75),
      talk: random.pick(['0', '61', '185', '30']),
      hold: random.pick(['0', '7', '20']),
      wrap: random.pick(['0', '15', '40']),
    });
  }
  return rows;
}

const IMPORTED = [
  'typing_speed',
  'satisfaction',
  'feedback_collected',
  'consults',
  'replied',
  'reply_rate',
  'sales',
  'conversion',
  'inquiries',
  'inquiry_paid',
  'response_time',
];
const IMPORTED_SHOP = ['shop_sales', 'silent_sales', 'shop_conversion', 'abandon_rate'];

/** At most one figure for each agent and metric. */
function imports(random: Random, agents: readonly RawAgent[]): RawImport[] {
  const rows: RawImport[] = [];
  for (const chosen of agents) {
    const agent = knownAgentCell(random, chosen);
    for (const metric of random.some(IMPORTED, 30)) {
      rows.push({ agent, metric, value: importedValue(random, metric) });
    }
  }
  for (const metric of random.some(IMPORTED_SHOP, 30)) {
    rows.push({ agent: undefined, metric, value: importedValue(random, metric) });
  }
  return rows;
}

function importedValue(random: Random, metric: string): string {
  const isRatio = [
    'satisfaction',
    'reply_rate',
    'conversion',
    'shop_conversion',
    'abandon_rate',
  ].includes(metric);
  return isRatio ? random.pick(['0.5', '0.6125', '1']) : random.pick(['12', '40', '0']);
}
