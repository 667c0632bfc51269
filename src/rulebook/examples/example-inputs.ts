import { medianGrade } from '../../catalogue/grades.js';
import { type RowField, rowFieldNamed, rowFieldsOf, withField } from '../../catalogue/records.js';
import type { Grading, Occurrence, Score } from '../../catalogue/rows.js';
import {
  GRADES,
  TAX_DEDUCTIONS,
  TAX_RESIDENCES,
  type VocabularyWord,
  wordAmong,
  wordId,
} from '../../catalogue/vocabulary.js';
import { parseYesNo } from '../../catalogue/yes-no.js';
import { type Decimal, decimal, divide, ONE, parseDecimal, sum, ZERO } from '../../lib/decimal.js';
import { sameInAll } from '../../lib/language.js';
import {
  type Day,
  dayNumber,
  dayOf,
  daysWithin,
  firstDay,
  lastDay,
  type Month,
  parseDay,
  parseMonth,
} from '../../lib/month.js';
import type { YamlValue } from '../../lib/yaml/yaml-node.js';
import type { ProblemArgument } from '../../words/problem.js';
import { namesInFull } from '../formula/compile.js';
import type { Reference, Scope, WrongName } from '../names/reference.js';
import type { AgentDay, Facts, Figure, Hours, OpeningAmount } from '../values/node.js';
import { knownNumbers } from '../values/obstacles.js';
import { missing, numberValue, UNDEFINED, type Value, yesno } from '../values/value.js';

/** What an example gives of one agent, or of one day, as it is written. */
export type InputsSpec = Readonly<Record<string, YamlValue>>;

/** The given values of one agent, by what they stand for. */
interface ExampleInputs {
  readonly figures: ReadonlyMap<string, Figure>;
  readonly rows: ReadonlyMap<string, readonly Occurrence[]>;
  /** By rating item, where an example gives several gradings of it. */
  readonly gradings: ReadonlyMap<string, readonly Grading[]>;
  readonly slots: ReadonlyMap<string, Value>;
  /** The days of the month, from its first; undefined when the example says nothing of days. */
  readonly days: readonly ExampleInputs[] | undefined;
  /** Consults by hour; undefined when the example says nothing of hours. */
  readonly hours: Hours | undefined;
  /** What the year came to before its first closed month; undefined when the example says nothing of it. */
  readonly opening: ((id: string) => OpeningAmount) | undefined;
}

type InputProblem = WrongName['code'] | 'bad-given' | 'not-by-day' | 'ambiguous-name';

/** Reports that a name means nothing, or that its value cannot be read. */
export type ReportInput = <Code extends InputProblem>(
  at: readonly PropertyKey[],
  code: Code,
  ...params: ProblemArgument<Code, 'name' | 'value'>
) => void;

/** Under this key an example gives the figures of single days. */
const BY_DAY = 'by_day';
/** Under this key it gives consults by hour. */
const BY_HOUR = 'by_hour';
/** Under this key it gives what the year came to before its first closed month. */
const OPENING = 'opening';

/** Reads what an example gives of one agent. */
export function readInputs(inputs: InputsSpec, scope: Scope, report: ReportInput): ExampleInputs {
  const { [BY_DAY]: days, [BY_HOUR]: hours, [OPENING]: opening, ...monthly } = inputs;
  return {
    ...readFacts(monthly, scope, () => true, report),
    days: days === undefined ? undefined : readDays(days, scope, report),
    hours: hours === undefined ? undefined : readHours(hours, report),
    opening: opening === undefined ? undefined : readOpening(opening, report),
  };
}

/** `opening: {through: 2026-06, income: 60000}`: amounts of the year through a month, by name; others are 0. */
function readOpening(opening: YamlValue, report: ReportInput): ExampleInputs['opening'] {
  const { through, ...amounts } = isInputsSpec(opening) ? opening : {};
  const month = typeof through === 'string' ? parseMonth(through) : undefined;
  if (month === undefined) {
    report([OPENING], 'bad-given');
    return undefined;
  }
  const read = Object.entries(amounts).flatMap(([id, text]): [string, Decimal][] => {
    const amount = typeof text === 'string' ? parseDecimal(text) : undefined;
    if (amount === undefined) report([OPENING, id], 'bad-given');
    return amount === undefined ? [] : [[id, amount]];
  });
  const known = new Map(read);
  return (id) => ({ through: month, amount: known.get(id) ?? ZERO, place: {} });
}

/** `by_hour: {9: 12, 20: 45}`: consults that began from 9:00 to 10:00, from 20:00 to 21:00. */
function readHours(hours: YamlValue, report: ReportInput): Hours {
  if (!isInputsSpec(hours)) {
    report([BY_HOUR], 'bad-given');
    return new Map();
  }
  const read = Object.entries(hours).flatMap(([hour, consults]): [number, number][] => {
    const isSound = HOUR.test(hour) && typeof consults === 'string' && COUNT.test(consults);
    if (!isSound) report([BY_HOUR, hour], 'bad-given');
    return isSound ? [[Number(hour), Number(consults)]] : [];
  });
  return new Map(read);
}

const HOUR = /^(1?\d|2[0-3])$/;
const COUNT = /^\d{1,9}$/;

/** `by_day: [{response_time: 70, receptions: 3}, {response_time: 20}]`: successive days of the month. */
function readDays(days: YamlValue, scope: Scope, report: ReportInput): readonly ExampleInputs[] {
  if (!Array.isArray(days) || days.length > MOST_DAYS) {
    report([BY_DAY], 'bad-given');
    return [];
  }
  return days.flatMap((day: YamlValue, index) => {
    if (isInputsSpec(day)) {
      return [
        readFacts(day, scope, isByDay, (at, code, ...params) =>
          report([BY_DAY, index, ...at], code, ...params),
        ),
      ];
    }
    report([BY_DAY, index], 'bad-given');
    return [];
  });
}

/** Days that a month can have. */
const MOST_DAYS = 31;

function isInputsSpec(value: YamlValue): value is InputsSpec {
  return typeof value === 'object' && !Array.isArray(value);
}

/** Whether single days have a figure of it. */
function isByDay({ metric, happenings }: Reference): boolean {
  return metric?.byDay === true || happenings !== undefined;
}

function readFacts(
  inputs: InputsSpec,
  scope: Scope,
  fits: (reference: Reference) => boolean,
  report: ReportInput,
): ExampleInputs {
  const read = nothingRead();
  for (const [name, yaml] of Object.entries(inputs)) {
    const lookup = scope.lookup(name);
    const twin =
      lookup.found === 'one' ? metricOfSameName(name, lookup.reference, scope) : undefined;
    if (lookup.found === 'none') report([name], lookup.code, lookup.params);
    else if (lookup.found === 'several') {
      report([name], 'ambiguous-name', { names: namesInFull(name, lookup.references) });
    } else if (lookup.found === 'self') report([name], 'bad-given');
    else if (twin !== undefined) {
      report([name], 'ambiguous-name', { names: namesInFull(name, [lookup.reference, twin]) });
    } else if (!fits(lookup.reference)) report([name], 'not-by-day');
    else if (!addFact(read, yaml, lookup.reference, scope)) report([name], 'bad-given');
  }
  return { ...read, days: undefined, hours: undefined, opening: undefined };
}

/**
 * A metric that an item or a line is called after. The entry's own formula means the metric by that name, all
 * others mean the entry, so that an example must say which of them it gives.
 */
function metricOfSameName(name: string, { kind }: Reference, scope: Scope): Reference | undefined {
  if ((kind !== 'item' && kind !== 'line') || name.includes('.')) return undefined;
  const metric = scope.lookup(`metric.${name}`);
  return metric.found === 'one' ? metric.reference : undefined;
}

function nothingRead() {
  return {
    figures: new Map<string, Figure>(),
    rows: new Map<string, readonly Occurrence[]>(),
    gradings: new Map<string, readonly Grading[]>(),
    slots: new Map<string, Value>(),
  };
}

/** What is read so far. */
type Reading = ReturnType<typeof nothingRead>;

/** Adds what is given for a name; false when it cannot be read. */
function addFact(to: Reading, yaml: YamlValue, reference: Reference, scope: Scope): boolean {
  const { kind, id } = reference;
  if (reference.happenings !== undefined) {
    const read = readRows(yaml, reference);
    const key = `${kind}.${id.split('.')[0]}`;
    // Rows that are given in several ways, such as counts and amounts, are all there.
    if (read !== undefined) to.rows.set(key, [...(to.rows.get(key) ?? []), ...read]);
    return read !== undefined;
  }
  if (reference.gradings !== undefined && Array.isArray(yaml)) {
    const read = readGradings(yaml, reference);
    if (read === undefined) return false;
    to.gradings.set(id, read);
    to.figures.set(`${kind}.${id}`, { value: ratingOf(read) });
    return true;
  }
  const figure = readFigure(yaml, reference, scope.wordsOf?.(reference)?.known);
  const slot = reference.uses[0];
  if (figure === undefined) return false;
  if (slot === undefined) to.figures.set(`${kind}.${id}`, figure);
  else to.slots.set((slot.unadjusted ?? slot).key, figure.value);
  return true;
}

/** What is given for all, without what another is given of their own. */
export function withoutKeys(inputs: InputsSpec, other: InputsSpec): InputsSpec {
  return Object.fromEntries(Object.entries(inputs).filter(([name]) => !Object.hasOwn(other, name)));
}

/** What is given for all, and what one is given of their own in its place. */
export function mergeInputs(common: ExampleInputs, own: ExampleInputs): ExampleInputs {
  return {
    figures: new Map([...common.figures, ...own.figures]),
    rows: new Map([...common.rows, ...own.rows]),
    gradings: new Map([...common.gradings, ...own.gradings]),
    slots: new Map([...common.slots, ...own.slots]),
    days: own.days ?? common.days,
    hours: own.hours ?? common.hours,
    opening: own.opening ?? common.opening,
  };
}

const QUOTIENT = /^\s*([\d.]+)\s*\/\s*([\d.]+)\s*$/;

/** A given value; `240/200` is a quotient whose numerator and denominator count in team figures. */
function readFigure(
  yaml: YamlValue,
  reference: Reference,
  words: readonly VocabularyWord[] | undefined,
): Figure | undefined {
  const [, top = '', bottom = ''] = (typeof yaml === 'string' && QUOTIENT.exec(yaml)) || [];
  const [numerator, denominator] = [parseDecimal(top), parseDecimal(bottom)];
  if (numerator !== undefined && denominator !== undefined) {
    const value = denominator.isZero() ? UNDEFINED : numberValue(divide(numerator, denominator));
    return { value, numerator, denominator };
  }
  const value = readValue(yaml, reference, words);
  return value === undefined ? undefined : { value };
}

function readValue(
  yaml: YamlValue,
  { type, title, kind }: Reference,
  words?: readonly VocabularyWord[],
): Value | undefined {
  if (typeof yaml !== 'string') return undefined;
  if (yaml === 'undefined') return UNDEFINED;
  if (yaml === 'absent') return { kind: 'absent' };
  if (yaml === 'missing') {
    return missing({ name: title, code: 'no-history', place: {}, params: {} });
  }
  if (type.kind === 'yesno') {
    const answer = parseYesNo(yaml);
    return answer === undefined ? undefined : yesno(answer);
  }
  if (type.kind === 'date') {
    const day = parseDay(yaml);
    return day === undefined ? undefined : { kind: 'date', day };
  }
  const grade = kind === 'rating' ? wordId(GRADES, yaml) : undefined;
  if (grade !== undefined) return { kind: 'grade', grade };
  const number = parseDecimal(yaml);
  if (number !== undefined && type.kind !== 'text') return numberValue(number);
  if (type.kind !== 'text') return undefined;
  const word = wordAmong(words ?? [], yaml);
  return {
    kind: 'text',
    ...(word === undefined ? { text: yaml } : { text: word.id, title: word.title }),
  };
}

/**
 * `event.violation: 3` is one row that counts three; a list of amounts, or of rows, is one row each.
 * Undefined when something in it is no number.
 */
function readRows(yaml: YamlValue, { kind, id }: Reference): readonly Occurrence[] | undefined {
  const [word = '', written] = id.split('.');
  const fields = rowFieldsOf(kind === 'event' ? 'event' : 'case', word);
  if (
    written === undefined &&
    Array.isArray(yaml) &&
    yaml.some((each) => typeof each === 'object')
  ) {
    return readWholeRows(yaml, fields);
  }
  const field = rowFieldNamed(written ?? 'count', fields);
  const texts = typeof yaml === 'string' ? [yaml] : Array.isArray(yaml) ? yaml.map(String) : [];
  const numbers = texts.map(parseDecimal);
  const known = numbers.filter((number) => number !== undefined);
  if (known.length < numbers.length || (texts.length === 0 && !Array.isArray(yaml))) {
    return undefined;
  }
  return known.map((number): Occurrence => {
    if (field === 'grave') return { ...BLANK_ROW, count: number, grave: true };
    if (field === 'order_amount') return { ...BLANK_ROW, order: { id: '', amount: number } };
    const row = field && withField(BLANK_ROW, field, number);
    return row ?? { ...BLANK_ROW, count: number };
  });
}

const BLANK_ROW: Occurrence = { place: {}, count: ONE, grave: false };

/** `[{amount: 8, order_amount: 40}, {amount: 9, order_id: A1}]`: rows of which more than one thing is given. */
function readWholeRows(
  yaml: readonly YamlValue[],
  fields: readonly RowField[],
): readonly Occurrence[] | undefined {
  const rows = yaml.map((row) => readWholeRow(row, fields));
  const known = rows.filter((row) => row !== undefined);
  return known.length < rows.length ? undefined : known;
}

function readWholeRow(yaml: YamlValue, fields: readonly RowField[]): Occurrence | undefined {
  if (typeof yaml === 'string' || Array.isArray(yaml)) return undefined;
  let row = BLANK_ROW;
  for (const [name, value] of Object.entries(yaml)) {
    if (ORDER_ID.has(name) && typeof value === 'string') {
      row = { ...row, order: { ...row.order, id: value } };
      continue;
    }
    const field = rowFieldNamed(name, fields);
    const number = typeof value === 'string' ? parseDecimal(value) : undefined;
    const given = field && number && withGiven(row, field, number);
    if (given === undefined) return undefined;
    row = given;
  }
  return row;
}

function withGiven(row: Occurrence, field: RowField, number: Decimal): Occurrence | undefined {
  if (field === 'count') return { ...row, count: number };
  if (field !== 'order_amount') return withField(row, field, number);
  return { ...row, order: { id: '', ...row.order, amount: number } };
}

const ORDER_ID: ReadonlySet<string> = new Set(['order_id', '订单编号']);

/** `rating.attitude: [优, 良]`: one grading a week. Undefined when they are not all grades, or all numbers. */
function readGradings(
  yaml: readonly YamlValue[],
  reference: Reference,
): readonly Grading[] | undefined {
  const values = yaml.map((each) => readValue(each, reference));
  const [first] = values;
  const scores = values.filter(
    (value): value is Score =>
      value?.kind === first?.kind && (value?.kind === 'grade' || value?.kind === 'number'),
  );
  if (scores.length < values.length) return undefined;
  return scores.map((value, index) => ({ place: {}, week: String(index + 1), value }));
}

/** The month's rating that several gradings make. */
function ratingOf(gradings: readonly Grading[]): Value {
  const values = gradings.map(({ value }) => value);
  const grades = values.flatMap((value) => (value.kind === 'grade' ? [value.grade] : []));
  if (grades.length > 0) return { kind: 'grade', grade: medianGrade(grades) };
  const numbers = knownNumbers(values);
  return numbers.length === 0
    ? UNDEFINED
    : numberValue(divide(sum(numbers), decimal(numbers.length)));
}

/** The facts of an agent of whom an example gives this, in the month of the example. */
export function exampleFacts(inputs: ExampleInputs, month: Month): Facts {
  const { figures, gradings, slots, days, hours, opening } = inputs;
  const figure = figuresOf(inputs);
  return {
    metric: (id) => figure(`metric.${id}`),
    rating: (item) => figure(`rating.${item}`).value,
    gradings: (item) => gradings.get(item) ?? [],
    ...happeningsOf(inputs),
    roster: (field) =>
      figures.get(`roster.${field}`)?.value ??
      rosterDefaults(inputs, month)[field] ??
      noInput(field),
    target: (id) => figure(`target.${id}`),
    days: () =>
      days === undefined
        ? { missing: noInput(BY_DAY) }
        : { days: days.map((day, index) => dayOfExample(day, index, month)) },
    hours: () => hours ?? { missing: noInput(BY_HOUR) },
    opening: (id) => opening?.(id),
    recorded: (slot) => slots.get(slot.key),
  };
}

function figuresOf({ figures }: ExampleInputs): (key: string) => Figure {
  return (key) => figures.get(key) ?? { value: noInput(key) };
}

function happeningsOf({ rows }: ExampleInputs): Pick<Facts, 'events' | 'cases'> {
  return {
    events: (id) => rows.get(`event.${id}`) ?? [],
    cases: (kind) => rows.get(`case.${kind}`) ?? [],
  };
}

/** One of the days that an example gives: the first is the first day of the month. */
function dayOfExample(inputs: ExampleInputs, index: number, month: Month): AgentDay {
  const figure = figuresOf(inputs);
  return {
    day: dayOf(dayNumber(firstDay(month)) + index),
    metric: (id) => figure(`metric.${id}`),
    ...happeningsOf(inputs),
  };
}

function noInput(name: string): Value {
  return missing({
    name: sameInAll(name),
    code: 'not-in-example',
    place: {},
    params: { name },
  });
}

/**
 * An agent of an example is employed from when the example says to when it says, else all month, past probation
 * and taxed as most are, unless the example says otherwise.
 */
function rosterDefaults({ figures }: ExampleInputs, month: Month): Readonly<Record<string, Value>> {
  const dayIn = (field: string) => {
    const value = figures.get(`roster.${field}`)?.value;
    return value?.kind === 'date' ? value.day : undefined;
  };
  const date = (day: Day): Value => ({ kind: 'date', day });
  const [start, end] = [firstDay(month), lastDay(month)];
  const { first, last } = daysWithin(month, dayIn('hired_on'), dayIn('left_on'));
  return {
    month_start: date(start),
    month_end: date(end),
    employed_from: date(first),
    employed_to: date(last),
    full_month: yesno(first === start && last === end),
    regular: yesno(true),
    tax_residence: { kind: 'text', text: 'resident', title: TAX_RESIDENCES.resident },
    tax_deduction: { kind: 'text', text: 'monthly', title: TAX_DEDUCTIONS.monthly },
  };
}
