import type { Grading, Occurrence } from '../../catalogue/rows.js';
import { type Decimal, parseDecimal, ZERO } from '../../lib/decimal.js';
import type { Title } from '../../lib/language.js';
import { parseMonth } from '../../lib/month.js';
import type { YamlValue } from '../../lib/yaml/yaml-node.js';
import type { ProblemArgument } from '../../words/problem.js';
import { namesInFull } from '../names/names-in-full.js';
import type { Reference, Scope, WrongName } from '../names/reference.js';
import type { Figure, Hours, OpeningAmount } from '../values/node.js';
import type { Value } from '../values/value.js';
import { ratingOf, readGradings, readOccurrences } from './example-rows.js';
import { readFigure } from './example-values.js';
import { EXAMPLE_KEYS } from './example-words.js';

/** What an example gives of one agent, or of one day, as it is written. */
export type InputsSpec = Readonly<Record<string, YamlValue>>;

/** The given values of one agent, by what they stand for. */
export interface ExampleInputs {
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

/** Reads what an example gives of one agent. */
export function readInputs(inputs: InputsSpec, scope: Scope, report: ReportInput): ExampleInputs {
  const keyOf = ({ zh, en }: Title) => [zh, en].find((key) => Object.hasOwn(inputs, key)) ?? '';
  const { byDay, byHour, opening } = EXAMPLE_KEYS;
  const keys = { days: keyOf(byDay), hours: keyOf(byHour), opening: keyOf(opening) };
  const rest = Object.entries(inputs).filter(([key]) => !Object.values(keys).includes(key));
  const read = <T>(key: string, reads: (value: YamlValue, report: ReportInput) => T) => {
    const value = inputs[key];
    const under: ReportInput = (at, code, ...params) => report([key, ...at], code, ...params);
    return value === undefined ? undefined : reads(value, under);
  };
  return {
    ...readFacts(Object.fromEntries(rest), scope, () => true, report),
    days: read(keys.days, (days, under) => readDays(days, scope, under)),
    hours: read(keys.hours, readHours),
    opening: read(keys.opening, readOpening),
  };
}

/** `opening: {through: 2026-06, income: 60000}`: amounts of the year through a month, by name; others are 0. */
function readOpening(opening: YamlValue, report: ReportInput): ExampleInputs['opening'] {
  const { through, ...amounts } = isInputsSpec(opening) ? opening : {};
  const month = typeof through === 'string' ? parseMonth(through) : undefined;
  if (month === undefined) {
    report([], 'bad-given');
    return undefined;
  }
  const read = Object.entries(amounts).flatMap(([id, text]): [string, Decimal][] => {
    const amount = typeof text === 'string' ? parseDecimal(text) : undefined;
    if (amount === undefined) report([id], 'bad-given');
    return amount === undefined ? [] : [[id, amount]];
  });
  const known = new Map(read);
  return (id) => ({ through: month, amount: known.get(id) ?? ZERO, place: {} });
}

/** `by_hour: {9: 12, 20: 45}`: consults that began from 9:00 to 10:00, from 20:00 to 21:00. */
function readHours(hours: YamlValue, report: ReportInput): Hours {
  if (!isInputsSpec(hours)) {
    report([], 'bad-given');
    return new Map();
  }
  const read = Object.entries(hours).flatMap(([hour, consults]): [number, number][] => {
    const isSound = HOUR.test(hour) && typeof consults === 'string' && COUNT.test(consults);
    if (!isSound) report([hour], 'bad-given');
    return isSound ? [[Number(hour), Number(consults)]] : [];
  });
  return new Map(read);
}

const HOUR = /^(1?\d|2[0-3])$/;

const COUNT = /^\d{1,9}$/;

/** `by_day: [{response_time: 70, receptions: 3}, {response_time: 20}]`: successive days of the month. */
function readDays(days: YamlValue, scope: Scope, report: ReportInput): readonly ExampleInputs[] {
  if (!Array.isArray(days) || days.length > MOST_DAYS) {
    report([], 'bad-given');
    return [];
  }
  return days.flatMap((day: YamlValue, index) => {
    if (isInputsSpec(day)) {
      return [
        readFacts(day, scope, isByDay, (at, code, ...params) =>
          report([index, ...at], code, ...params),
        ),
      ];
    }
    report([index], 'bad-given');
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
    const read = readOccurrences(yaml, reference);
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
