import type { Metric } from '../../catalogue/metric.js';
import { LEAVE, RECORDS } from '../../catalogue/records.js';
import { GRADES } from '../../catalogue/vocabulary.js';
import type { ImportedMetric, MonthFacts } from '../../intake/facts/month-facts.js';
import { ONE } from '../../lib/decimal.js';
import { sameInAll } from '../../lib/language.js';
import type { Agent } from '../../shop/shop.js';
import { casesOf } from '../measures/conduct.js';
import type { EvidenceGroup, EvidenceRow, EvidenceSet, Word } from './evidence.js';

/** The rows behind a metric that counts complaints; undefined for any other. */
export function conductSet(
  metric: string,
  agent: Agent,
  facts: MonthFacts,
): EvidenceSet | undefined {
  const cases = casesOf(metric);
  return cases && caseSet(cases.kind, agent, facts, cases.points === true);
}

/** The verified rows of one kind of complaints*.csv, or the leaves of attendance. */
export function caseSet(
  kind: string,
  agent: Agent,
  facts: MonthFacts,
  byPoints = false,
): EvidenceSet {
  if (kind === LEAVE) return leaveSet(agent, facts);
  const rows = facts.complaints.filter((row) => row.agent === agent.index && row.kind === kind);
  return setOf(
    'cases',
    rows.map(({ place, day, grave, points, amount, daysToClose }) => ({
      place,
      cells: {
        date: day,
        kind: vocabularyWord(RECORDS, kind),
        points,
        amount,
        grave,
        days_to_close: daysToClose,
      },
      adds: byPoints ? points : ONE,
      ...NOTHING_ELSE,
    })),
  );
}

function leaveSet(agent: Agent, { leaves = [] }: MonthFacts): EvidenceSet {
  return setOf(
    'attendance',
    leaves
      .filter((row) => row.agent === agent.index)
      .map(({ place, day, days, daysAhead }) => ({
        place,
        cells: { date: day, kind: vocabularyWord(RECORDS, LEAVE), days, days_ahead: daysAhead },
        adds: ONE,
        ...NOTHING_ELSE,
      })),
  );
}

/** The rows of one event. */
export function eventSet(event: string, agent: Agent, facts: MonthFacts): EvidenceSet {
  const rows = facts.events.filter((row) => row.agent === agent.index && row.kind === event);
  return setOf(
    'events',
    rows.map(({ place, day, count, amount }) => ({
      place,
      cells: { date: day, event, times: count, amount },
      adds: count,
      ...NOTHING_ELSE,
    })),
  );
}

/** The ratings of one item. Numbers are averaged; of grades the median is taken, which is no sum. */
export function ratingSet(item: string, agent: Agent, facts: MonthFacts): EvidenceSet {
  const rows = facts.ratings.filter((row) => row.agent === agent.index && row.item === item);
  return setOf(
    'ratings',
    rows.map(({ place, value }) => {
      const number = value.kind === 'number' ? value.number : undefined;
      return {
        place,
        cells: {
          item,
          score: value.kind === 'grade' ? vocabularyWord(GRADES, value.grade) : number,
        },
        adds: number,
        addsBelow: number && ONE,
        credit: undefined,
      };
    }),
  );
}

/**
 * The rows by which a figure of an agent, or of the shop, was imported, each saying the same; then those of
 * the numerator and the denominator that came with it.
 */
export function importedSet(
  metric: string,
  agent: number | undefined,
  parts: NonNullable<Metric['parts']>,
  facts: MonthFacts,
): EvidenceSet {
  const rowsOf = (id: string | undefined) =>
    facts.imported.filter((row) => row.agent === agent && row.metric === id);
  const rowOf = ({ file, line, value }: ImportedMetric): EvidenceRow => ({
    place: { file, line },
    cells: { value },
    adds: undefined,
    ...NOTHING_ELSE,
  });
  return setOf('imported', [
    ...rowsOf(metric).map(rowOf),
    ...rowsOf(parts.numerator).map((row) => ({ ...rowOf(row), adds: row.value })),
    ...rowsOf(parts.denominator).map((row) => ({ ...rowOf(row), addsBelow: row.value })),
  ]);
}

/** The agent's row of the roster, where the workdays due come from there, or what kpi.yaml says of the shift. */
export function dueSet(agent: Agent, { shiftDays }: MonthFacts): EvidenceSet {
  const shift = agent.workdaysDue === undefined ? shiftDays.get(agent.shift ?? '') : undefined;
  const days = shift?.days ?? agent.workdaysDue;
  const place = shift
    ? { file: 'kpi.yaml', line: shift.place?.line }
    : { file: 'agents.csv', line: agent.line };
  return setOf(shift ? 'shifts' : 'roster', [
    { place, cells: { workdays_due: days }, adds: days, ...NOTHING_ELSE },
  ]);
}

const NOTHING_ELSE = { addsBelow: undefined, credit: undefined } as const;

function setOf(group: EvidenceGroup, rows: readonly EvidenceRow[]): EvidenceSet {
  return { group, count: rows.length, rows };
}

function vocabularyWord(words: Readonly<Record<string, Word['title']>>, word: string): Word {
  return { word, title: words[word] ?? sameInAll(word) };
}
