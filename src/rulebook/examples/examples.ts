import { SCORE_NAMES } from '../../catalogue/score-names.js';
import { parseDecimal } from '../../lib/decimal.js';
import type { Title } from '../../lib/language.js';
import { addMonths, type Month, parseMonth } from '../../lib/month.js';
import type { Place } from '../../lib/place.js';
import { valueAt, type YamlValue } from '../../lib/yaml/yaml-node.js';
import { nearNames, wrongName } from '../../words/known-names.js';
import type { Problems } from '../../words/problem.js';
import { title as wording } from '../../words/text.js';
import { problemAt, reportAt } from '../../words/yaml/report-at.js';
import type { Book } from '../books/rulebook.js';
import type { CompiledPlan } from '../plan/compiled-plan.js';
import { createTeam, type MemberFacts } from '../values/evaluate.js';
import type { Env, Slot } from '../values/node.js';
import type { Trace } from '../values/trace.js';
import type { Value } from '../values/value.js';
import { type BasedExample, withBases } from './example-bases.js';
import { exampleFacts } from './example-facts.js';
import {
  type InputsSpec,
  mergeInputs,
  type ReportInput,
  readInputs,
  withoutKeys,
} from './example-inputs.js';
import { EXAMPLE_KEYS, expectedInEnglish } from './example-words.js';

/** An expectation of an example that did not come true. */
interface Failure {
  /** As the example calls it. */
  readonly name: string;
  readonly title: Title;
  readonly expected: string;
  readonly actual: string;
  /** How it came about; of several notices at once nothing is. */
  readonly why: Trace | undefined;
}

/** What came of one example. */
export interface ExampleResult {
  /** Undefined when the example has none. */
  readonly title: Title | undefined;
  /** Where the example begins. */
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
  return withBases(book.examples, problems).map((example) =>
    runExample(example, book, plan, problems),
  );
}

/** Reads the examples of a book that was compiled alone and reports what is wrong with them; runs none. */
export function checkExamples(book: Book, plan: CompiledPlan, problems: Problems): void {
  for (const example of withBases(book.examples, problems)) {
    readExample(example, book, plan, problems);
  }
}

/** What an example gives: of the agent in question and of the others in the team. */
interface ReadExample {
  readonly month: Month;
  readonly members: readonly MemberFacts[];
}

/** Reads one example; every name and value in it that cannot be used is reported. */
function readExample(
  example: BasedExample,
  book: Book,
  plan: CompiledPlan,
  problems: Problems,
): ReadExample {
  const { spec, yaml, path } = example;
  const scope = plan.scopeOf(book.id);
  const at = (inner: readonly PropertyKey[]) => ({ yaml, path: [...path, ...inner] });
  const report: ReportInput = (inner, code, ...[params]) => {
    const { path: where } = at(inner);
    const name = String(inner.findLast((key) => typeof key === 'string'));
    const value = writeExpected(valueAt(yaml.value, where) ?? '');
    const place = code === 'bad-given' ? yaml.placeOf(where) : yaml.placeOfKey(where);
    problems.add(problemAt({ ...at(inner), place }, code, { name, value, ...params }));
  };
  const written = spec.month ?? example.under.month;
  const month = written === undefined ? SOME_MONTH : parseMonth(written);
  if (month === undefined && spec.month !== undefined) {
    reportAt(problems, at(['month']), 'bad-month', { text: spec.month });
  }
  const present = month ?? SOME_MONTH;
  const readAt = (facts: InputsSpec, inner: readonly PropertyKey[]) =>
    readInputs(facts, scope, (at, code, ...params) => report([...inner, ...at], code, ...params));
  // What is wrong with a base, or with what all of the team are given, is reported where it stands.
  const readAgain = (facts: InputsSpec) => readInputs(facts, scope, () => {});
  const givenBut = (other: InputsSpec) =>
    [...example.under.given, spec.given].map((given) => readAgain(withoutKeys(given, other)));
  const bases = example.under.given.map(readAgain);
  const inputs = [...bases, readAt(spec.given, ['given'])].reduce(mergeInputs);
  // What the others are not given otherwise is the same for them.
  const others = (spec.team ?? example.under.team ?? []).map((other, index) => {
    const own = spec.team === undefined ? readAgain(other) : readAt(other, ['team', index]);
    return [...givenBut(other), own].reduce(mergeInputs);
  });
  const history = (spec.history ?? example.under.history)?.map((then, index) =>
    spec.history === undefined ? readAgain(then) : readAt(then, ['history', index]),
  );
  const self: MemberFacts = {
    facts: exampleFacts(inputs, present),
    earlier(months) {
      if (history === undefined) return 'unknown';
      const then = history[months - 1];
      if (then === undefined) return 'none';
      const earlierMonth = addMonths(present, -months);
      return { facts: exampleFacts(then, earlierMonth), month: earlierMonth };
    },
  };
  const rest = others.map((other) => ({
    facts: exampleFacts(other, present),
    earlier: self.earlier,
  }));
  for (const name of Object.keys(spec.expect)) {
    if (isOfNotices(name) || expectedSlot(name, plan) !== undefined) continue;
    const { code, params } = wrongName('name', nearNames(name, expectable(plan)));
    report(['expect', name], code, params);
  }
  return { month: present, members: [self, ...rest] };
}

function runExample(
  example: BasedExample,
  book: Book,
  plan: CompiledPlan,
  problems: Problems,
): ExampleResult {
  const { spec, yaml, path } = example;
  const { month, members } = readExample(example, book, plan, problems);
  const [env] = createTeam(month, members).members;
  const branches = new Set<string>();
  const failures: Failure[] = [];
  if (env !== undefined) {
    const seen = new Set<Trace>();
    for (const slot of slotsOf(plan)) collectBranches(env.get(slot), branches, seen);
    for (const [name, expected] of Object.entries(spec.expect)) {
      const actual = actualOf(name, plan, env);
      if (actual !== undefined && !agrees(expected, actual)) {
        const { title, text, why } = actual;
        failures.push({ name, title, expected: writeExpected(expected), actual: text, why });
      }
    }
  }
  return {
    title: spec.title,
    place: yaml.placeOf(path),
    failures,
    branches,
    asked: new Set(Object.keys(spec.expect)),
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
  readonly title: Title;
  readonly text: string;
  readonly why: Trace | undefined;
  readonly raised: readonly Title[];
}

/** What came of an item, a line, the score or the notices; undefined when there is no such thing. */
function actualOf(name: string, plan: CompiledPlan, env: Env): Actual | undefined {
  if (isOfNotices(name)) {
    const raised = slotsOf(plan).flatMap((slot) => env.get(slot).raised ?? []);
    const texts = raised.map(({ text }) => text);
    const isLevels = isCalled(EXAMPLE_KEYS.levels, name);
    const said = isLevels ? raised.map(({ level }) => level) : texts.map(({ zh }) => zh);
    const text = said.join(isLevels ? ' ' : '；') || 'none';
    return { title: wording('rule.notices'), text, why: undefined, raised: texts };
  }
  const slot = expectedSlot(name, plan);
  if (slot === undefined) return undefined;
  const trace = env.get(slot);
  const raised = trace.raised === undefined ? [] : [trace.raised.text];
  return { title: slot.title, text: writeValue(trace.value), why: trace, raised };
}

/** Whether an example expects notices under a name. */
function isOfNotices(name: string): boolean {
  return [EXAMPLE_KEYS.levels, EXAMPLE_KEYS.texts].some((key) => isCalled(key, name));
}

function isCalled({ zh, en }: Title, name: string): boolean {
  return name === zh || name === en;
}

/** The item, line, definition or score of which an example expects something. */
function expectedSlot(name: string, plan: CompiledPlan): Slot | undefined {
  const score = plan.scorecards[0]?.slot;
  const all = expectable(plan);
  if (name === 'score' && score !== undefined) return score;
  return (
    all.find(({ id }) => id === name) ??
    all.find(({ title }) => title.zh === name) ??
    (name === SCORE_NAMES.score.zh ? score : undefined)
  );
}

/** Everything but the scores, which are expected as `score`. */
function expectable(plan: CompiledPlan): readonly Slot[] {
  const entries = slotsOf(plan).filter(({ kind }) => kind !== 'score');
  return [...entries, ...[...plan.parametersAndDefinitions.values()].flat()];
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
function agrees(written: YamlValue, { text, raised }: Actual): boolean {
  if (Array.isArray(written)) {
    return (
      written.length === raised.length &&
      raised.every(({ zh, en }, index) => written[index] === zh || written[index] === en)
    );
  }
  if (typeof written !== 'string') return false;
  const expected = expectedInEnglish(written);
  if (expected === 'raised') return raised.length > 0;
  const [wanted, found] = [parseDecimal(expected), parseDecimal(text)];
  if (wanted !== undefined && found !== undefined) return wanted.equals(found);
  return expected === text || (expected === 'missing' && text.startsWith('missing'));
}
