import { displayUnit, type Metric } from '../../catalogue/metric.js';
import { targetNamed } from '../../catalogue/metrics/targets.js';
import { ROW_FIELDS, type RowField } from '../../catalogue/records.js';
import type { RosterField } from '../../catalogue/roster-fields.js';
import type { Occurrence } from '../../catalogue/rows.js';
import { ordersOf } from '../../catalogue/rows-by-order.js';
import { type Decimal, decimal, sum, ZERO } from '../../lib/decimal.js';
import type { Title } from '../../lib/language.js';
import { title as wording } from '../../words/text.js';
import { notesTexts } from '../../words/texts/notes.js';
import type { Env, Figure, Happenings, Slot } from '../values/node.js';
import { rangeOfMetric } from '../values/range.js';
import { measure, type NameKind, NO_NOTES, type Note, note, type Trace } from '../values/trace.js';
import {
  DATE,
  FLEXIBLE,
  LEVEL,
  PLAIN,
  RATING,
  TEXT,
  type Type,
  typeOfUnit,
  YESNO,
} from '../values/type.js';
import {
  type Cause,
  type DisplayUnit,
  missing,
  NOTHING,
  numberValue,
  type Value,
} from '../values/value.js';
import type { Reference } from './reference.js';

/** What a trace says of a name. */
export interface Named {
  readonly kind: NameKind;
  readonly id: string;
  readonly title: Title;
  readonly unit: DisplayUnit;
}

/** What a name stands for. */
export function nameTrace(
  { kind, id, title, unit }: Named,
  value: Value,
  parts: readonly Trace[] = [],
  notes = NO_NOTES,
): Trace {
  return { step: 'name', value, unit, name: { kind, id, title }, parts, notes };
}

/** A parameter, definition, item, line, score or category. What is absent counts as 0 in a formula. */
export function slotReference(slot: Slot): Reference {
  const { kind, id, title, type, unit, node } = slot;
  const named: Named = { kind, id, title, unit };
  // A parameter is the same for many agents: one trace of it serves them all.
  let last: { readonly of: Trace; readonly trace: Trace } | undefined;
  return {
    ...named,
    type,
    ...(slot.isCarried === true ? { carried: slot } : {}),
    uses: [slot],
    range: node?.range,
    lowerIsBetter: node?.lowerIsBetter,
    constants: node?.constants,
    read(env) {
      const of = env.get(slot);
      if (last?.of !== of) last = { of, trace: slotTrace(named, of) };
      return last.trace;
    },
  };
}

function slotTrace(named: Named, trace: Trace): Trace {
  if (trace.value.kind !== 'absent') return nameTrace(named, trace.value, [trace]);
  return nameTrace(named, NOTHING, [trace], () => [note(notesTexts['note.absent_counts_zero'])]);
}

export function metricReference(metric: Metric): Reference {
  const { id, title, unit } = metric;
  const named: Named = { kind: 'metric', id, title, unit: displayUnit(metric) };
  const ofTeam = metric.level === 'team';
  return {
    ...named,
    type: typeOfUnit(unit),
    uses: [],
    range: rangeOfMetric(metric),
    lowerIsBetter: metric.better === 'lower' ? title : undefined,
    metric,
    read(env) {
      const figure = env.facts.metric(id);
      if (ofTeam && figure.value.kind === 'missing' && env.team.complete) {
        return nameTrace(named, numberValue(decimal(env.team.whole.members.length)));
      }
      return nameTrace(named, figure.value, [], () => figureNotes(figure));
    },
  };
}

function figureNotes(figure: Figure): readonly Note[] {
  const notes: Note[] = [];
  const { numerator, denominator } = figure;
  if (numerator !== undefined && denominator !== undefined) {
    const parts = {
      numerator: measure(numerator, undefined),
      denominator: measure(denominator, undefined),
    };
    notes.push(note(notesTexts['note.quotient'], parts));
  }
  if (figure.origin === 'imported') notes.push(importNote(figure));
  if (figure.employedDays !== undefined) {
    const days = measure(figure.employedDays, 'days');
    notes.push(note(notesTexts['note.employed_days'], { days }));
  }
  if (figure.provisional === true) notes.push(note(notesTexts['note.provisional'], {}, 'warning'));
  return notes;
}

function importNote({ place }: Figure): Note {
  const { file, line } = place ?? {};
  return file === undefined || line === undefined
    ? note(notesTexts['note.imported'])
    : note(notesTexts['note.imported_from'], { file, line });
}

/** A name that stands for one value of the agent. */
function valueReference(named: Named, type: Type, value: (env: Env) => Value): Reference {
  return { ...named, type, uses: [], read: (env) => nameTrace(named, value(env)) };
}

export function ratingReference(id: string, title: Title): Reference {
  const named: Named = { kind: 'rating', id, title, unit: undefined };
  const gradings: Reference['gradings'] = (env) => env.facts.gradings(id);
  return { ...valueReference(named, RATING, (env) => env.facts.rating(id)), gradings };
}

/** Rows of one kind: how many there are, how many orders they are about, or the sum of what they say. */
export function happeningReference(
  kind: 'event' | 'case',
  id: string,
  field: RowField,
  title: Title,
): Reference {
  const { unit } = ROW_FIELDS[field];
  const named: Named =
    field === 'count'
      ? { kind, id, title, unit }
      : { kind, id: `${id}.${field}`, title: wording(`field.${field}`, { title }), unit };
  const happenings = (env: Env): Happenings =>
    kind === 'event' ? env.facts.events(id) : env.facts.cases(id);
  const value = (env: Env): Value => {
    const rows = happenings(env);
    if ('missing' in rows) return rows.missing;
    return field === 'orders' ? numberValue(ordersOf(rows)) : sumOfRows(rows, field, title);
  };
  const reference = valueReference(named, typeOfUnit(unit), value);
  if (field !== 'amount' && field !== 'points') return { ...reference, happenings };
  const read = (env: Env): Trace => ({
    ...reference.read(env),
    notes: () => timesNotes(happenings(env), field, unit),
  });
  return { ...reference, read, happenings };
}

/** How a sum came about of rows of which one happened more than once: what it says counts each time. */
function timesNotes(
  rows: Happenings,
  field: 'amount' | 'points',
  unit: DisplayUnit,
): readonly Note[] {
  if ('missing' in rows) return [];
  return rows.flatMap((row) => {
    const each = row[field];
    if (each === undefined || row.count.equals(1)) return [];
    const params = {
      count: measure(row.count, undefined),
      each: measure(each, unit),
      sum: measure(each.times(row.count), unit),
    };
    const { file, line } = row.place;
    return file === undefined || line === undefined
      ? [note(notesTexts['note.times'], params)]
      : [note(notesTexts['note.times_from'], { ...params, file, line })];
  });
}

/** What rows say, added up. A row without the amount that is asked of it is a problem, never 0. */
function sumOfRows(rows: readonly Occurrence[], field: FieldOfEach, title: Title): Value {
  const numbers: Decimal[] = [];
  const gaps: Cause[] = [];
  for (const row of rows) {
    const number = numberOfRow(row, field);
    if (number === undefined) gaps.push(gapOf(row, field, title));
    else numbers.push(number);
  }
  return gaps.length > 0 ? missing(...gaps) : numberValue(sum(numbers));
}

function numberOfRow(row: Occurrence, field: FieldOfEach): Decimal | undefined {
  if (field === 'count') return row.count;
  if (field === 'grave') return row.grave ? row.count : ZERO;
  const each = field === 'order_amount' ? row.order?.amount : row[ROW_FIELDS[field].in];
  return each?.times(row.count);
}

/** What a row says by itself; of how many orders rows are, all say together. */
type FieldOfEach = Exclude<RowField, 'orders'>;

function gapOf(row: Occurrence, field: FieldOfEach, title: Title): Cause {
  const { order, place } = row;
  if (field === 'days_to_close') return noClosing(row, title);
  if (field === 'days_ahead') {
    return { name: title, code: 'leave-without-request', place, params: {} };
  }
  if (field !== 'order_amount') return noAmount(row, title);
  if (order === undefined) return { name: title, code: 'no-order', place, params: { name: title } };
  const params = { name: title, order: order.id };
  return { name: title, code: 'unknown-order', place, cell: order.id, params };
}

/** A file either says of all of its rows when they were closed, or of none. */
function noClosing({ place: { file = '' } }: Occurrence, title: Title): Cause {
  const params = { metric: title, id: 'closed_on', file, column: CLOSED_ON };
  return { name: title, code: 'metric-without-cell', place: { file }, params };
}

const CLOSED_ON: Title = { zh: '结案日期', en: 'closed_on' };

/** The problem of a row that says nothing of its amount. */
export function noAmount({ place }: Occurrence, title: Title): Cause {
  return { name: title, code: 'no-amount', place, params: { name: title } };
}

const ROSTER_TYPES: Readonly<Record<RosterField['type'], Type>> = {
  text: TEXT,
  level: LEVEL,
  date: DATE,
  yesno: YESNO,
  number: PLAIN,
};

export function rosterReference({ id, title, unit, type: kind }: RosterField): Reference {
  const type = unit === undefined ? ROSTER_TYPES[kind] : typeOfUnit(unit);
  return valueReference({ kind: 'roster', id, title, unit }, type, (env) => env.facts.roster(id));
}

export function targetReference(name: string): Reference {
  const { id, title, unit } = targetNamed(name);
  const named: Named = { kind: 'target', id, title, unit };
  return {
    ...named,
    type: FLEXIBLE,
    uses: [],
    read(env) {
      const { value, place } = env.facts.target(id);
      if (place === undefined) return nameTrace(named, value);
      const { file, line } = place;
      return nameTrace(named, value, [], () => [
        note(notesTexts['note.target_from'], { file, line }),
      ]);
    },
  };
}
