import { medianGrade } from '../catalogue/grades.js';
import { GRADES, wordId } from '../catalogue/vocabulary.js';
import { decimal, divide, ONE, parseDecimal, sum } from '../lib/decimal.js';
import type { Title } from '../lib/language.js';
import {
  addMonths,
  dayNumber,
  dayOf,
  firstDay,
  type Month,
  parseDay,
  parseMonth,
} from '../lib/month.js';
import type { Place, Problems } from '../lib/problem.js';
import { valueAt, type YamlValue } from '../lib/yaml.js';
import { createTeam, type MemberFacts } from './evaluate.js';
import type { Reference, Scope } from './names.js';
import type { AgentDay, Env, Facts, Figure, Grading, Happening, Slot } from './node.js';
import type { CompiledPlan } from './plan.js';
import { type Book, reportAt, type Sourced } from './rulebook.js';
import type { ExampleSpec } from './schema.js';
import type { Trace } from './trace.js';
import { missing, numberValue, UNDEFINED, type Value, yesno } from './value.js';

/** An expectation of an example that did not come true. */
export interface Failure {
  readonly name: string;
  readonly expected: string;
  readonly actual: string;
  readonly place: Place;
}

/** What came of one example. */
export interface ExampleResult {
  readonly title: string;
  readonly place: Place;
  readonly failures: readonly Failure[];
  /** Outcomes of rules that came about. */
  readonly branches: ReadonlySet<string>;
  /** Items and lines that the example expects something of. */
  readonly asked: ReadonlySet<string>;
}

/** The month of an example that does not name one. */
const SOME_MONTH = '2026-10' as Month;

/** Runs the examples of a book that was compiled alone. */
export function runExamples(
  book: Book,
  plan: CompiledPlan,
  problems: Problems,
): readonly ExampleResult[] {
  return book.examples.map((example) => runExample(example, book, plan, problems));
}

function runExample(
  example: Sourced<ExampleSpec>,
  book: Book,
  plan: CompiledPlan,
  problems: Problems,
): ExampleResult {
  const { spec, yaml, path } = example;
  const scope = plan.scopeOf(book.id);
  const at = (inner: readonly PropertyKey[]) => ({ yaml, path: [...path, ...inner] });
  const report = (inner: readonly PropertyKey[], code: GivenProblem) => {
    const { path: where } = at(inner);
    const name = String(inner.findLast((key) => typeof key === 'string'));
    const value = writeExpected(valueAt(yaml.value, where) ?? '');
    const place = code === 'bad-given' ? yaml.placeOf(where) : yaml.placeOfKey(where);
    reportAt(problems, at(inner), code, { name, value }, place);
  };
  const month = spec.month === undefined ? SOME_MONTH : parseMonth(spec.month);
  if (month === undefined) {
    reportAt(problems, at(['month']), 'bad-month', { text: spec.month ?? '' });
  }
  const present = month ?? SOME_MONTH;
  const readAt = (facts: GivenSpec, inner: readonly PropertyKey[]) =>
    readGiven(facts, scope, (at, code) => report([...inner, ...at], code));
  const given = readAt(spec.given, ['given']);
  const others = (spec.team ?? []).map((other, index) => {
    // What the others are not given otherwise is the same for them; its problems are reported above.
    const common = readGiven(withoutKeys(spec.given, other), scope, () => {});
    const own = readAt(other, ['team', index]);
    return mergeGiven(common, own);
  });
  const history = spec.history?.map((then, index) => readAt(then, ['history', index]));
  const self: MemberFacts = {
    facts: factsOf(given, present),
    past(months) {
      if (history === undefined) return 'unknown';
      const then = history[months - 1];
      if (then === undefined) return 'none';
      const past = addMonths(present, -months);
      return { facts: factsOf(then, past), month: past };
    },
  };
  const rest = others.map((other) => ({ facts: factsOf(other, present), past: self.past }));
  const [env] = createTeam(present, [self, ...rest]).members;
  const branches = new Set<string>();
  const failures: Failure[] = [];
  if (env !== undefined) {
    const seen = new Set<Trace>();
    for (const slot of slotsOf(plan)) collectBranches(env.get(slot), branches, seen);
    for (const [name, expected] of Object.entries(spec.expect)) {
      const place = yaml.placeOf([...path, 'expect', name]);
      const actual = actualOf(name, plan, env);
      if (actual === undefined) report(['expect', name], 'bad-example');
      else if (!agrees(expected, actual)) {
        const wanted = writeExpected(expected);
        failures.push({ name, expected: wanted, actual: actual.text, place });
      }
    }
  }
  return {
    title: spec.title ?? '',
    place: yaml.placeOf(path),
    failures,
    branches,
    asked: new Set(Object.keys(spec.expect)),
  };
}

function withoutKeys(given: GivenSpec, other: GivenSpec): GivenSpec {
  return Object.fromEntries(Object.entries(given).filter(([name]) => !Object.hasOwn(other, name)));
}

function mergeGiven(common: Given, own: Given): Given {
  return {
    figures: new Map([...common.figures, ...own.figures]),
    rows: new Map([...common.rows, ...own.rows]),
    gradings: new Map([...common.gradings, ...own.gradings]),
    slots: new Map([...common.slots, ...own.slots]),
    days: own.days ?? common.days,
  };
}

function slotsOf(plan: CompiledPlan): readonly Slot[] {
  return [
    ...plan.scorecards.flatMap(({ items, slot }) => [...items.map((item) => item.slot), slot]),
    ...plan.lines.map(({ slot }) => slot),
    ...plan.notices.map(({ slot }) => slot),
    ...plan.elsewhere,
  ];
}

/** All outcomes in a trace. What several names lead to is looked at once. */
function collectBranches(trace: Trace, into: Set<string>, seen: Set<Trace>): void {
  if (seen.has(trace)) return;
  seen.add(trace);
  if (trace.branch !== undefined) into.add(trace.branch);
  for (const part of trace.parts) collectBranches(part, into, seen);
}

/** What came of something that an example expects: its value as text, and the notices that it raised. */
interface Actual {
  readonly text: string;
  readonly raised: readonly Title[];
}

/** What came of an item, a line, the score or the notices; undefined when there is no such thing. */
function actualOf(name: string, plan: CompiledPlan, env: Env): Actual | undefined {
  if (name === 'notice' || name === 'notices') {
    const raised = slotsOf(plan).flatMap((slot) => env.get(slot).raised ?? []);
    const texts = raised.map(({ text }) => text);
    const told = name === 'notice' ? raised.map(({ level }) => level) : texts.map(({ zh }) => zh);
    return { text: told.join(name === 'notice' ? ' ' : '；') || 'none', raised: texts };
  }
  const score = name === 'score' ? plan.scorecards[0]?.slot : undefined;
  const slot =
    score ??
    slotsOf(plan).find(({ id, kind }) => id === name && kind !== 'score') ??
    [...plan.named.values()].flat().find(({ id }) => id === name);
  if (slot === undefined) return undefined;
  const { value, raised } = env.get(slot);
  return { text: writeValue(value), raised: raised === undefined ? [] : [raised.text] };
}

function writeValue(value: Value): string {
  switch (value.kind) {
    case 'number':
      return value.number.toFixed();
    case 'yesno':
      return value.yes ? 'yes' : 'no';
    case 'text':
      return value.text;
    case 'date':
      return value.day;
    case 'grade':
      return value.grade;
    case 'missing':
      return value.causes.map(({ code }) => `missing (${code})`)[0] ?? 'missing';
    default:
      return value.kind;
  }
}

function writeExpected(expected: YamlValue): string {
  return typeof expected === 'string' ? expected : JSON.stringify(expected);
}

/**
 * Exact equality: 1238 and 1238.00 are the same number, 1237.5 is another. `raised` is a notice that came
 * about; a list is the texts of all notices, in either language.
 */
function agrees(expected: YamlValue, { text, raised }: Actual): boolean {
  if (Array.isArray(expected)) {
    return (
      expected.length === raised.length &&
      raised.every(({ zh, en }, index) => expected[index] === zh || expected[index] === en)
    );
  }
  if (typeof expected !== 'string') return false;
  if (expected === 'raised') return raised.length > 0;
  const [wanted, found] = [parseDecimal(expected), parseDecimal(text)];
  if (wanted !== undefined && found !== undefined) return wanted.equals(found);
  return expected === text || (expected === 'missing' && text.startsWith('missing'));
}

/** What an example gives of one agent, or of one day, as it is written. */
type GivenSpec = Readonly<Record<string, YamlValue>>;

/** The given values of one agent, by what they stand for. */
interface Given {
  readonly figures: ReadonlyMap<string, Figure>;
  readonly rows: ReadonlyMap<string, readonly Happening[]>;
  /** By rating item, where an example gives several gradings of it. */
  readonly gradings: ReadonlyMap<string, readonly Grading[]>;
  readonly slots: ReadonlyMap<string, Value>;
  /** The days of the month, from its first; undefined when the example says nothing of days. */
  readonly days: readonly Given[] | undefined;
}

type GivenProblem = 'bad-example' | 'bad-given' | 'not-by-day';

/** Reports that a name means nothing, or that its value cannot be read. */
type ReportGiven = (at: readonly PropertyKey[], code: GivenProblem) => void;

/** Under this key an example gives the figures of single days. */
const BY_DAY = 'by_day';

function readGiven(given: GivenSpec, scope: Scope, report: ReportGiven): Given {
  const { [BY_DAY]: days, ...monthly } = given;
  const ofMonth = readFacts(monthly, scope, () => true, report);
  return days === undefined ? ofMonth : { ...ofMonth, days: readDays(days, scope, report) };
}

/** `by_day: [{response_time: 70, receptions: 3}, {response_time: 20}]`: successive days of the month. */
function readDays(days: YamlValue, scope: Scope, report: ReportGiven): readonly Given[] {
  if (!Array.isArray(days) || days.length > MOST_DAYS) {
    report([BY_DAY], 'bad-given');
    return [];
  }
  return days.flatMap((day: YamlValue, index) => {
    if (isGivenSpec(day)) {
      return [readFacts(day, scope, isByDay, (at, code) => report([BY_DAY, index, ...at], code))];
    }
    report([BY_DAY, index], 'bad-given');
    return [];
  });
}

/** Days that a month can have. */
const MOST_DAYS = 31;

function isGivenSpec(value: YamlValue): value is GivenSpec {
  return typeof value === 'object' && !Array.isArray(value);
}

/** Whether single days have a figure of it. */
function isByDay({ metric, happenings }: Reference): boolean {
  return metric?.byDay === true || happenings !== undefined;
}

function readFacts(
  given: GivenSpec,
  scope: Scope,
  fits: (reference: Reference) => boolean,
  report: ReportGiven,
): Given {
  const figures = new Map<string, Figure>();
  const rows = new Map<string, readonly Happening[]>();
  const gradings = new Map<string, readonly Grading[]>();
  const slots = new Map<string, Value>();
  for (const [name, yaml] of Object.entries(given)) {
    const lookup = scope.lookup(name);
    if (lookup.found !== 'one') {
      report([name], 'bad-example');
      continue;
    }
    const { reference } = lookup;
    const { kind, id } = reference;
    if (!fits(reference)) {
      report([name], 'not-by-day');
      continue;
    }
    if (reference.happenings !== undefined) {
      const read = readRows(yaml, reference);
      const key = `${kind}.${id.split('.')[0]}`;
      if (read === undefined) report([name], 'bad-given');
      // Rows that are given in several ways, such as counts and amounts, are all there.
      else rows.set(key, [...(rows.get(key) ?? []), ...read]);
      continue;
    }
    if (reference.gradings !== undefined && Array.isArray(yaml)) {
      const read = readGradings(yaml, reference);
      if (read === undefined) report([name], 'bad-given');
      else {
        gradings.set(id, read);
        figures.set(`${kind}.${id}`, { value: ratingOf(read) });
      }
      continue;
    }
    const figure = readFigure(yaml, reference);
    const slot = reference.uses[0];
    if (figure === undefined) report([name], 'bad-given');
    else if (slot !== undefined) slots.set((slot.givenAs ?? slot).key, figure.value);
    else figures.set(`${kind}.${id}`, figure);
  }
  return { figures, rows, gradings, slots, days: undefined };
}

const YES: ReadonlySet<string> = new Set(['yes', 'true', '是']);
const NO: ReadonlySet<string> = new Set(['no', 'false', '否']);

const QUOTIENT = /^\s*([\d.]+)\s*\/\s*([\d.]+)\s*$/;

/** A given value; `240/200` is a quotient whose numerator and denominator count in team figures. */
function readFigure(yaml: YamlValue, reference: Reference): Figure | undefined {
  const [, top = '', bottom = ''] = (typeof yaml === 'string' && QUOTIENT.exec(yaml)) || [];
  const [numerator, denominator] = [parseDecimal(top), parseDecimal(bottom)];
  if (numerator !== undefined && denominator !== undefined) {
    const value = denominator.isZero() ? UNDEFINED : numberValue(divide(numerator, denominator));
    return { value, numerator, denominator };
  }
  const value = readValue(yaml, reference);
  return value === undefined ? undefined : { value };
}

function readValue(yaml: YamlValue, { type, title, kind }: Reference): Value | undefined {
  if (typeof yaml !== 'string') return undefined;
  if (yaml === 'undefined') return UNDEFINED;
  if (yaml === 'absent') return { kind: 'absent' };
  if (yaml === 'missing') {
    return missing({ name: title, code: 'no-history', place: {}, params: {} });
  }
  if (type.kind === 'yesno')
    return YES.has(yaml) ? yesno(true) : NO.has(yaml) ? yesno(false) : undefined;
  if (type.kind === 'date') {
    const day = parseDay(yaml);
    return day === undefined ? undefined : { kind: 'date', day };
  }
  const grade = kind === 'rating' ? wordId(GRADES, yaml) : undefined;
  if (grade !== undefined) return { kind: 'grade', grade };
  const number = parseDecimal(yaml);
  if (number !== undefined && type.kind !== 'text') return numberValue(number);
  return type.kind === 'text' ? { kind: 'text', text: yaml } : undefined;
}

/**
 * `event.violation: 3` is one row that counts three; a list of amounts is one row each. Undefined when
 * something in it is no number.
 */
function readRows(yaml: YamlValue, { id }: Reference): readonly Happening[] | undefined {
  const field = id.split('.')[1];
  const texts = typeof yaml === 'string' ? [yaml] : Array.isArray(yaml) ? yaml.map(String) : [];
  const numbers = texts.map(parseDecimal);
  const known = numbers.filter((number) => number !== undefined);
  if (known.length < numbers.length || (texts.length === 0 && !Array.isArray(yaml))) {
    return undefined;
  }
  const blank = { place: {}, count: ONE, amount: undefined, points: undefined, grave: false };
  return known.map((number): Happening => {
    if (field === undefined) return { ...blank, count: number };
    if (field === 'grave') return { ...blank, count: number, grave: true };
    return { ...blank, [field]: number };
  });
}

/** `rating.attitude: [优, 良]`: one grading a week. Undefined when they are not all grades, or all numbers. */
function readGradings(
  yaml: readonly YamlValue[],
  reference: Reference,
): readonly Grading[] | undefined {
  const values = yaml.map((each) => readValue(each, reference));
  const [first] = values;
  const isSound = values.every(
    (value) => value?.kind === first?.kind && (value?.kind === 'grade' || value?.kind === 'number'),
  );
  if (!isSound) return undefined;
  return values.flatMap((value, index) =>
    value === undefined ? [] : [{ place: {}, week: String(index + 1), value }],
  );
}

/** The month's rating that several gradings make. */
function ratingOf(gradings: readonly Grading[]): Value {
  const values = gradings.map(({ value }) => value);
  const grades = values.flatMap((value) => (value.kind === 'grade' ? [value.grade] : []));
  if (grades.length > 0) return { kind: 'grade', grade: medianGrade(grades) };
  const numbers = values.flatMap((value) => (value.kind === 'number' ? [value.number] : []));
  return numbers.length === 0
    ? UNDEFINED
    : numberValue(divide(sum(numbers), decimal(numbers.length)));
}

function factsOf(given: Given, month: Month): Facts {
  const { figures, gradings, slots, days } = given;
  const figure = figuresOf(given);
  return {
    metric: (id) => figure(`metric.${id}`),
    rating: (item) => figure(`rating.${item}`).value,
    gradings: (item) => gradings.get(item) ?? [],
    ...happeningsOf(given),
    roster: (field) =>
      figures.get(`roster.${field}`)?.value ?? ROSTER_DEFAULTS[field] ?? notGiven(field),
    target: (id) => figure(`target.${id}`).value,
    days: () =>
      days === undefined
        ? { missing: notGiven(BY_DAY) }
        : { days: days.map((day, index) => dayOfExample(day, index, month)) },
    recorded: (slot) => slots.get(slot.key),
  };
}

function figuresOf({ figures }: Given): (key: string) => Figure {
  return (key) => figures.get(key) ?? { value: notGiven(key) };
}

function happeningsOf({ rows }: Given): Pick<Facts, 'events' | 'cases'> {
  return {
    events: (id) => rows.get(`event.${id}`) ?? [],
    cases: (kind) => rows.get(`case.${kind}`) ?? [],
  };
}

/** One of the days that an example gives: the first is the first day of the month. */
function dayOfExample(given: Given, index: number, month: Month): AgentDay {
  const figure = figuresOf(given);
  return {
    day: dayOf(dayNumber(firstDay(month)) + index),
    metric: (id) => figure(`metric.${id}`),
    ...happeningsOf(given),
  };
}

function notGiven(name: string): Value {
  return missing({
    name: { zh: name, en: name },
    code: 'not-in-example',
    place: {},
    params: { name },
  });
}

/** An agent of an example is employed all month and past probation unless the example says otherwise. */
const ROSTER_DEFAULTS: Readonly<Record<string, Value>> = {
  full_month: yesno(true),
  regular: yesno(true),
};
