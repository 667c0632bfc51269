import type { CATEGORIES, NoticeLevel, Section } from '../../catalogue/pay-words.js';
import { sum, ZERO } from '../../lib/decimal.js';
import { inAll, joined, phrase, sameInAll, type Title } from '../../lib/language.js';
import { title as wording } from '../../words/text.js';
import { notesTexts } from '../../words/texts/notes.js';
import type { AdjustSpec } from '../books/adjust-schema.js';
import type { NoticeSpec } from '../books/notice-schema.js';
import { arithmetic } from '../formula/operators.js';
import type { TextNode } from '../formula/text-with-figures.js';
import type { Env, Node, Slot, Team } from '../values/node.js';
import { firstObstacle, knownNumbers } from '../values/obstacles.js';
import { type Resolved, resolveMissing, type StandIns } from '../values/resolve-missing.js';
import { applyRounding, type Rounding, TO_HUNDREDTH } from '../values/rounding.js';
import {
  literalStep,
  measure,
  mechanismStep,
  note,
  type Operation,
  type Raised,
  type Trace,
} from '../values/trace.js';
import { MONEY, PLAIN } from '../values/type.js';
import {
  ABSENT,
  type Cause,
  isNo,
  isYes,
  missing,
  NOTHING,
  numberValue,
  UNDEFINED,
  type Value,
} from '../values/value.js';
import type { CategoryLine } from './unlinked-slots.js';

const SCORE: Operation = {
  id: 'score',
  title: wording('step.score'),
  partsShown: 'elsewhere',
};
const CATEGORY: Operation = {
  id: 'category',
  title: wording('step.category'),
  partsShown: 'elsewhere',
};
const ADJUST: Operation = {
  id: 'adjust',
  title: wording('step.adjust'),
  partsShown: 'as adjustment',
};
const NOTICE: Operation = { id: 'notice', title: wording('step.notice') };

/** What an entry of a rulebook is made of, compiled. */
interface EntryParts {
  readonly key: string;
  readonly title: Title;
  /** The table or formula. */
  readonly node: Node;
  readonly conditions: readonly Node[];
  readonly full: Node | undefined;
  /** What it is worth when its figure is missing or has no denominator. */
  readonly standIns: StandIns;
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
  const { key, node, conditions, full } = parts;
  const asks = full === undefined ? [node, ...conditions] : [node, ...conditions, full];
  return {
    type: operation === 'line' ? MONEY : PLAIN,
    unit,
    uses: asks.flatMap(({ uses }) => uses),
    inWords: node.inWords,
    evaluate(env): Trace {
      const asked = conditions.map((condition) => condition.evaluate(env));
      const trace = (found: Resolved, of: readonly Trace[], branch?: string): Trace => {
        const { value, notes, raised } = rounded(found, rounding);
        return { step: 'entry', operation, value, unit, parts: of, notes, branch, raised };
      };
      if (asked.some(({ value }) => isNo(value))) {
        const notes = () => [note(notesTexts['note.condition_failed'], {}, 'failed')];
        return trace({ value: ABSENT, notes }, asked, `${key}:when:failed`);
      }
      const obstacle = firstObstacle(asked.map(({ value }) => value));
      if (obstacle !== undefined) return trace(resolveEntry(obstacle, parts, env), asked);
      const inner = node.evaluate(env);
      const resolved = resolveEntry(inner.value, parts, env);
      const raised = resolved.raised ?? inner.raised;
      const held = conditions.length === 0 ? undefined : `${key}:when:held`;
      return trace({ ...resolved, raised }, [inner, ...asked], held);
    },
  };
}

function resolveEntry(value: Value, { standIns, title, full }: EntryParts, env: Env): Resolved {
  return resolveMissing(value, standIns, title, () => full?.evaluate(env).value ?? UNDEFINED);
}

function rounded(resolved: Resolved, rounding: Rounding): Resolved {
  const { value, notes } = resolved;
  if (value.kind !== 'number') return resolved;
  const number = applyRounding(value.number, rounding);
  if (number === value.number || number.equals(value.number)) return resolved;
  return {
    ...resolved,
    value: numberValue(number),
    notes: () => {
      const params = { from: measure(value.number, undefined), to: measure(number, undefined) };
      return [...notes(), note(notesTexts['note.rounded'], params)];
    },
  };
}

/** A scorecard's points: items and additions less deductions, never below 0. */
export function scoreNode(
  items: readonly { readonly slot: Slot; readonly section: Section }[],
): Node {
  return {
    type: PLAIN,
    unit: 'points',
    uses: items.map(({ slot }) => slot),
    inWords: () =>
      inAll((language) =>
        items
          .map(
            ({ slot, section }) => `${section === 'deduction' ? '−' : '+'} ${slot.title[language]}`,
          )
          .join(' ')
          .replace(/^\+ /, ''),
      ),
    evaluate(env): Trace {
      const traces = items.map(({ slot }) => env.get(slot));
      const points = sum(
        items.map(({ section }, index) => {
          const value = traces[index]?.value;
          if (value?.kind !== 'number') return ZERO;
          return section === 'deduction' ? value.number.negated() : value.number;
        }),
      );
      const value = obstacleIn(traces) ?? numberValue(points.lessThan(ZERO) ? ZERO : points);
      return mechanismStep(SCORE, value, 'points', traces);
    },
  };
}

/** The sum of the lines of a category less what is taken off it, absent ones left out. */
export function categoryNode(lines: readonly CategoryLine[]): Node {
  const slots = lines.map(({ slot }) => slot);
  const signed = lines.map(({ slot, isOff }) => phrase`${isOff ? '−' : '+'} ${slot.title}`);
  return {
    type: MONEY,
    unit: 'yuan',
    uses: slots,
    inWords: () => {
      const all = joined(signed, sameInAll(' '));
      return { zh: all.zh.replace(/^\+ /, ''), en: all.en.replace(/^\+ /, '') };
    },
    evaluate(env): Trace {
      const traces = slots.map((slot) => env.get(slot));
      const numbers = traces.flatMap(({ value }, index) => {
        if (value.kind !== 'number') return [];
        return lines[index]?.isOff === true ? value.number.negated() : value.number;
      });
      const value = obstacleIn(traces) ?? numberValue(sum(numbers));
      return mechanismStep(CATEGORY, value, 'yuan', traces);
    },
  };
}

/** What stands in the way of a sum: what is absent does not. */
function obstacleIn(traces: readonly Trace[]): Value | undefined {
  return firstObstacle(traces.map(({ value }) => value).filter(({ kind }) => kind !== 'absent'));
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
      const taken = sum(knownNumbers(before.map((slot) => env.get(slot).value)));
      const rest = pot.number.minus(taken);
      const left = rest.lessThan(ZERO) ? ZERO : rest;
      if (trace.value.number.lessThanOrEqualTo(left)) return trace;
      const params = { left: measure(left, 'yuan'), full: measure(trace.value.number, 'yuan') };
      return {
        ...trace,
        value: numberValue(left),
        notes: () => [...trace.notes(), note(notesTexts['note.limited_to'], params)],
      };
    },
  };
}

/** A rule of a book that changes other lines when its conditions hold. */
export interface CompiledAdjustment {
  readonly key: string;
  readonly rulebook: string;
  /** Which lines it changes. */
  readonly spec: AdjustSpec;
  /** The categories that it leaves alone. */
  readonly keep: readonly (typeof CATEGORIES)[number][] | undefined;
  readonly title: Title;
  readonly conditions: readonly Node[];
  /** What is left of the line: 0, 50 %. */
  readonly factor: Node;
}

/** A line that an adjustment may change: forfeited, halved. */
export function adjustedNode(node: Node, adjustment: CompiledAdjustment, rounding: Rounding): Node {
  const { conditions, factor, title } = adjustment;
  return {
    ...node,
    uses: [node, factor, ...conditions].flatMap(({ uses }) => uses),
    evaluate(env): Trace {
      const trace = node.evaluate(env);
      if (trace.value.kind !== 'number' || trace.value.number.isZero()) return trace;
      const asked = conditions.map((condition) => condition.evaluate(env));
      const obstacle = firstObstacle(asked.map(({ value }) => value));
      if (asked.some(({ value }) => isNo(value))) {
        return { ...trace, parts: [...trace.parts, outcome(asked, adjustment, 'failed', NOTHING)] };
      }
      if (obstacle !== undefined) {
        return { ...trace, value: obstacle, parts: [...trace.parts, ...asked] };
      }
      const left = factor.evaluate(env);
      const value = arithmetic('*', trace.value, left.value);
      const number = value.kind === 'number' ? applyRounding(value.number, rounding) : undefined;
      const params = { title, from: measure(trace.value.number, 'yuan') };
      return {
        ...trace,
        value: number === undefined ? value : numberValue(number),
        parts: [...trace.parts, outcome([...asked, left], adjustment, 'held', left.value)],
        notes: () => [...trace.notes(), note(notesTexts['note.adjusted'], params, 'failed')],
      };
    },
  };
}

/** What an adjustment did to a line, under the adjustment's own name. */
function outcome(
  parts: readonly Trace[],
  { key, title }: CompiledAdjustment,
  branch: 'held' | 'failed',
  value: Value,
): Trace {
  return mechanismStep(ADJUST, value, undefined, parts, {
    name: { kind: 'definition', id: key, title },
    branch: `${key}:${branch}`,
  });
}

/** Whom a notice speaks to, and when. */
interface NoticeParts {
  readonly key: string;
  readonly level: NoticeLevel;
  readonly text: TextNode;
  readonly once: NoticeSpec['once'];
  readonly sign?: NoticeSpec['sign'];
  readonly conditions: readonly Node[];
  /** What makes a warning of it. */
  readonly warnIf?: readonly Node[];
}

/**
 * A notice: no money, but words. One that is given once speaks to the first of the team for whom its
 * conditions hold and no figure is lacking, or to the first of the shop whose plan has it. Words that lack a
 * figure are not given.
 */
export function noticeNode(parts: NoticeParts): Node {
  const { key, text, once, sign, conditions, warnIf = [] } = parts;
  const [ofTeam, ofShop] = [{}, {}];
  const isSilent = (env: Env): boolean => {
    if (once !== 'true' && once !== 'shop') return false;
    const { team } = env;
    const speaker = team.once(ofTeam, () => {
      const able = team.members.filter((member) =>
        conditions.every((each) => isYes(member.value(each))),
      );
      return able.find((member) => !('missing' in text.write(member))) ?? able[0];
    });
    if (speaker !== env) return true;
    return once === 'shop' && team.once(ofShop, () => isIssuedBefore(env, key));
  };
  const levelFor = (env: Env): NoticeLevel => {
    const isWarning = warnIf.length > 0 && warnIf.every((each) => isYes(env.value(each)));
    return isWarning ? 'warning' : parts.level;
  };
  return {
    type: PLAIN,
    unit: undefined,
    uses: [...text.uses, ...warnIf.flatMap(({ uses }) => uses)],
    inWords: () => text.written,
    evaluate(env): Trace {
      const step = (value: Value, raised?: Raised) =>
        mechanismStep(NOTICE, value, undefined, [], { raised });
      if (isSilent(env)) return step(ABSENT);
      const words = text.write(env);
      if ('missing' in words) return step(words.missing);
      return step(NOTHING, { level: levelFor(env), text: words, sign });
    },
  };
}

/** A notice that is absent where no file or column says what it asks for; what a row leaves out is missing. */
export function withoutFilesNode(node: Node): Node {
  const isOfFile = ({ place }: Cause) => place.line === undefined;
  return {
    ...node,
    evaluate(env): Trace {
      const trace = node.evaluate(env);
      const { value } = trace;
      const isLacking = value.kind === 'missing' && value.causes.every(isOfFile);
      return isLacking ? { ...trace, value: ABSENT } : trace;
    },
  };
}

/** Whether a team that comes before in the shop gives the notice already. */
function isIssuedBefore({ team }: Env, key: string): boolean {
  const { teams } = team.shop;
  return isIssuedTo(teams.slice(0, teams.indexOf(team)), key);
}

/** Whether somebody of these teams gets the notice. */
export function isIssuedTo(teams: readonly Team[], key: string): boolean {
  return teams.some(({ slots, members }) => {
    const slot = slots.get(key);
    return slot !== undefined && members.some((member) => member.result(slot).raised !== undefined);
  });
}

/** What could not be compiled: nothing is known of it, and why has been reported. */
export function unknownNode({ type, unit, title }: Slot): Node {
  const value = missing();
  return { type, unit, uses: [], inWords: () => title, evaluate: () => literalStep(value, unit) };
}

/** A line that another plan has: what an example gives for it, or nothing. */
export function inputNode(slot: Slot): Node {
  return {
    type: slot.type,
    unit: slot.unit,
    uses: [],
    inWords: () => slot.title,
    evaluate: (env) => env.get(slot),
  };
}
