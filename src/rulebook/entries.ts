import { sum, ZERO } from '../lib/decimal.js';
import type { Title } from '../lib/language.js';
import { arithmetic, firstObstacle } from './formula/operators.js';
import type { Env, Node, Slot } from './node.js';
import { applyRounding, type Rounding, TO_HUNDREDTH } from './rounding.js';
import type { Section } from './rulebook.js';
import { measure, type Note, note, type Trace } from './trace.js';
import { MONEY, PLAIN } from './type.js';
import { ABSENT, NOTHING, numberValue, UNDEFINED, type Value } from './value.js';

/** What an entry of a rulebook is made of, compiled. */
export interface EntryParts {
  readonly key: string;
  /** The table or formula. */
  readonly node: Node;
  readonly conditions: readonly Node[];
  readonly full: Node | undefined;
  readonly spec: {
    readonly missing?: '0' | 'full' | 'absent' | undefined;
    readonly undefined?: '0' | 'full' | 'absent' | undefined;
  };
}

/** An item of a scorecard: its points, rounded to 0.01. */
export function itemNode(parts: EntryParts): Node {
  return entryNode(parts, 'item', 'points', TO_HUNDREDTH);
}

/** A pay line: its amount, rounded by its rule. */
export function lineNode(parts: EntryParts, rounding: Rounding): Node {
  return entryNode(parts, 'line', 'yuan', rounding);
}

function entryNode(
  parts: EntryParts,
  operation: 'item' | 'line',
  unit: 'points' | 'yuan',
  rounding: Rounding,
): Node {
  const { node, conditions, full } = parts;
  return {
    type: operation === 'line' ? MONEY : PLAIN,
    unit,
    uses: [node, ...conditions, ...(full === undefined ? [] : [full])].flatMap(({ uses }) => uses),
    print: node.print,
    evaluate(env): Trace {
      const asked = conditions.map((condition) => condition.evaluate(env));
      const closed = closedBy(asked, parts);
      if (closed !== undefined) return { ...closed, operation, unit };
      const inner = node.evaluate(env);
      const settled = settle(inner.value, parts, env);
      const { value, notes } = roundedTo(settled, rounding);
      return {
        step: 'entry',
        operation,
        value,
        unit,
        parts: [inner, ...asked],
        notes,
        ...(conditions.length === 0 ? {} : { branch: `${parts.key}:when:held` }),
        ...(inner.raised === undefined ? {} : { raised: inner.raised }),
      };
    },
  };
}

/** What an entry is when its conditions do not let it be computed; undefined when they do. */
function closedBy(asked: readonly Trace[], parts: EntryParts): Trace | undefined {
  const failed = asked.some(({ value }) => value.kind === 'yesno' && !value.yes);
  const base = { step: 'entry', unit: undefined, parts: asked } as const;
  if (failed) {
    const notes = [note('note.condition_failed', {}, 'failed')];
    return { ...base, value: ABSENT, notes, branch: `${parts.key}:when:failed` };
  }
  const obstacle = firstObstacle(asked.map(({ value }) => value));
  if (obstacle === undefined) return undefined;
  return { ...base, ...settle(obstacle, parts, undefined) };
}

/** What is missing or undefined is worth what the entry says; without a word it stays what it is. */
function settle(
  value: Value,
  { spec, full }: EntryParts,
  env: Env | undefined,
): { readonly value: Value; readonly notes: readonly Note[] } {
  if (value.kind !== 'missing' && value.kind !== 'undefined') return { value, notes: [] };
  const worth = value.kind === 'missing' ? spec.missing : spec.undefined;
  const key = value.kind === 'missing' ? 'note.missing_settled' : 'note.undefined_settled';
  switch (worth) {
    case '0':
      return { value: NOTHING, notes: [note(key, { worth: ZERO_TITLE }, 'warning')] };
    case 'absent':
      return { value: ABSENT, notes: [note(key, { worth: ABSENT_TITLE }, 'warning')] };
    case 'full': {
      const points = env === undefined ? undefined : full?.evaluate(env).value;
      return { value: points ?? UNDEFINED, notes: [note(key, { worth: FULL_TITLE }, 'warning')] };
    }
    case undefined:
      return { value, notes: [] };
  }
}

const ZERO_TITLE: Title = { zh: '0', en: '0' };
const ABSENT_TITLE: Title = { zh: '不计', en: 'absent' };
const FULL_TITLE: Title = { zh: '满分', en: 'full points' };

function roundedTo(
  { value, notes }: { readonly value: Value; readonly notes: readonly Note[] },
  rounding: Rounding,
): { readonly value: Value; readonly notes: readonly Note[] } {
  if (value.kind !== 'number') return { value, notes };
  const number = applyRounding(value.number, rounding);
  if (number.equals(value.number)) return { value, notes };
  const params = { from: measure(value.number, undefined), to: measure(number, undefined) };
  return { value: numberValue(number), notes: [...notes, note('note.rounded', params)] };
}

/** A scorecard's points: items and additions less deductions, never below 0. */
export function scoreNode(
  items: readonly { readonly slot: Slot; readonly section: Section }[],
): Node {
  return {
    type: PLAIN,
    unit: 'points',
    uses: items.map(({ slot }) => slot),
    print: (language) =>
      items
        .map(
          ({ slot, section }) => `${section === 'deduction' ? '− ' : '+ '}${slot.title[language]}`,
        )
        .join(' ')
        .replace(/^\+ /, ''),
    evaluate(env): Trace {
      const traces = items.map(({ slot }) => env.get(slot));
      const values = traces.map(({ value }) => value);
      const obstacle = firstObstacle(values.filter(({ kind }) => kind !== 'absent'));
      const points = sum(
        items.map(({ section }, index) => {
          const value = values[index];
          if (value?.kind !== 'number') return ZERO;
          return section === 'deduction' ? value.number.negated() : value.number;
        }),
      );
      const value = obstacle ?? numberValue(points.lessThan(ZERO) ? ZERO : points);
      return {
        step: 'mechanism',
        operation: 'score',
        value,
        unit: 'points',
        parts: traces,
        notes: [],
      };
    },
  };
}

/** The sum of the lines of a category, absent ones left out. */
export function categoryNode(lines: readonly Slot[]): Node {
  return {
    type: MONEY,
    unit: 'yuan',
    uses: lines,
    print: (language) => lines.map(({ title }) => title[language]).join(' + '),
    evaluate(env): Trace {
      const traces = lines.map((slot) => env.get(slot));
      const values = traces.map(({ value }) => value).filter(({ kind }) => kind !== 'absent');
      const numbers = values.flatMap((value) => (value.kind === 'number' ? [value.number] : []));
      const value = firstObstacle(values) ?? numberValue(sum(numbers));
      return {
        step: 'mechanism',
        operation: 'category',
        value,
        unit: 'yuan',
        parts: traces,
        notes: [],
      };
    },
  };
}

/** A line that is taken off a category: never more than is left of it after the lines before. */
export function limitedNode(node: Node, category: Slot | undefined, before: readonly Slot[]): Node {
  return {
    ...node,
    uses: [...node.uses, ...(category === undefined ? [] : [category]), ...before],
    evaluate(env): Trace {
      const trace = node.evaluate(env);
      if (trace.value.kind !== 'number') return trace;
      const pot = category === undefined ? NOTHING : env.get(category).value;
      if (pot.kind !== 'number') return { ...trace, value: pot };
      const taken = sum(
        before.flatMap((slot) => {
          const { value } = env.get(slot);
          return value.kind === 'number' ? [value.number] : [];
        }),
      );
      const left = pot.number.minus(taken);
      if (trace.value.number.lessThanOrEqualTo(left)) return trace;
      const params = { left: measure(left, 'yuan'), full: measure(trace.value.number, 'yuan') };
      return {
        ...trace,
        value: numberValue(left),
        notes: [...trace.notes, note('note.limited_to', params)],
      };
    },
  };
}

/** A rule of a book that changes other lines when its conditions hold. */
export interface CompiledAdjustment {
  readonly key: string;
  readonly title: Title;
  readonly conditions: readonly Node[];
  /** What is left of the line: 0, 50 %. */
  readonly factor: Node;
}

/** A line that an adjustment may change: forfeited, halved. */
export function adjustedNode(node: Node, adjustment: CompiledAdjustment, rounding: Rounding): Node {
  const { conditions, factor, title, key } = adjustment;
  return {
    ...node,
    uses: [node, factor, ...conditions].flatMap(({ uses }) => uses),
    evaluate(env): Trace {
      const trace = node.evaluate(env);
      if (trace.value.kind !== 'number' || trace.value.number.isZero()) return trace;
      const asked = conditions.map((condition) => condition.evaluate(env));
      const obstacle = firstObstacle(asked.map(({ value }) => value));
      const failed = asked.some(({ value }) => value.kind === 'yesno' && !value.yes);
      if (failed)
        return { ...trace, parts: [...trace.parts, outcome(asked, `${key}:failed`, NOTHING)] };
      if (obstacle !== undefined)
        return { ...trace, value: obstacle, parts: [...trace.parts, ...asked] };
      const left = factor.evaluate(env);
      const value = arithmetic('*', trace.value, left.value);
      const number = value.kind === 'number' ? applyRounding(value.number, rounding) : undefined;
      const params = { title, from: measure(trace.value.number, 'yuan') };
      return {
        ...trace,
        value: number === undefined ? value : numberValue(number),
        parts: [...trace.parts, outcome([...asked, left], `${key}:held`, left.value)],
        notes: [...trace.notes, note('note.adjusted', params, 'failed')],
      };
    },
  };
}

function outcome(parts: readonly Trace[], branch: string, value: Value): Trace {
  return {
    step: 'mechanism',
    operation: 'adjust',
    value,
    unit: undefined,
    parts,
    notes: [],
    branch,
  };
}

/** A notice: no money, but words. */
export function noticeNode(raised: NonNullable<Trace['raised']>): Node {
  return {
    type: PLAIN,
    unit: undefined,
    uses: [],
    print: (language) => raised.text[language],
    evaluate: () => ({
      step: 'mechanism',
      operation: 'notice',
      value: NOTHING,
      unit: undefined,
      parts: [],
      notes: [],
      raised,
    }),
  };
}
