import type { Decimal } from '../../lib/decimal.js';
import { title as wording } from '../../words/text.js';
import type { Env, Node, Team } from './node.js';
import type { Trace } from './trace.js';
import { type Cause, missing, UNDEFINED, type Value } from './value.js';

/** Numbers of operands, or the value that stands for all of them when one is not a number. */
export function numbersOf(values: readonly Value[]): readonly Decimal[] | Value {
  const numbers = knownNumbers(values);
  return numbers.length === values.length ? numbers : (firstObstacle(values) ?? numbers);
}

/** The numbers among values; what is no number is left out. */
export function knownNumbers(values: readonly Value[]): readonly Decimal[] {
  return values.flatMap((value) => (value.kind === 'number' ? [value.number] : []));
}

/** Figures that are asked for together; one that a rule does not have is undefined and stays so. */
type Figures = readonly (Pick<Node, 'evaluate'> | undefined)[];

/** The numbers of figures, in their order. */
type NumbersOf<Nodes extends Figures> = {
  readonly [Index in keyof Nodes]: Nodes[Index] extends Pick<Node, 'evaluate'>
    ? Decimal
    : Decimal | undefined;
};

/** How figures came about, and their numbers; or the value that stands for all when one is not a number. */
interface Evaluated<Nodes extends Figures> {
  readonly traces: readonly Trace[];
  readonly numbers: NumbersOf<Nodes> | undefined;
  readonly obstacle: Value;
}

/** Evaluates figures together. */
export function evaluateNumbers<const Nodes extends Figures>(
  env: Env,
  nodes: Nodes,
): Evaluated<Nodes> {
  const all = nodes.map((node) => node?.evaluate(env));
  const traces = all.filter((trace) => trace !== undefined);
  const isKnown = traces.every(({ value }) => value.kind === 'number');
  const numbers = all.map((trace) =>
    trace?.value.kind === 'number' ? trace.value.number : undefined,
  );
  return {
    traces,
    numbers: isKnown ? (numbers as unknown as NumbersOf<Nodes>) : undefined,
    obstacle: firstObstacle(traces.map(({ value }) => value)) ?? UNDEFINED,
  };
}

/** A value of many members may miss something of each: nobody reads more causes than this at one line. */
const MAX_CAUSES = 50;

/** Missing beats undefined: what is to be supplied comes first. Each cause is kept once. */
export function firstObstacle(values: readonly Value[]): Value | undefined {
  let obstacle: Value | undefined;
  for (const value of values) {
    if (value.kind === 'missing') return missing(...causesOf(values));
    if (value.kind === 'undefined' && obstacle?.kind !== 'undefined') obstacle = value;
    else if (value.kind === 'absent') obstacle ??= value;
  }
  return obstacle;
}

function causesOf(values: readonly Value[]): readonly Cause[] {
  const causes = new Map<string, Cause>();
  for (const value of values) {
    if (value.kind !== 'missing') continue;
    for (const cause of value.causes) {
      if (causes.size === MAX_CAUSES) return [...causes.values()];
      const { code, place, params } = cause;
      const key = JSON.stringify([code, place, params]);
      if (!causes.has(key)) causes.set(key, cause);
    }
  }
  return [...causes.values()];
}

/** What is not known among values: the causes of all of them; undefined when everything is known. */
export function unknownAmong(values: readonly Value[]): Value | undefined {
  return firstObstacle(values.filter(({ kind }) => kind === 'missing'));
}

/** Of many causes in a team some are left out: never one's own. */
export function withOwnCauses(own: Value, ofAll: Value): Value {
  return ofAll.kind === 'missing' ? (unknownAmong([own, ofAll]) ?? ofAll) : ofAll;
}

/** Why a value of an earlier month is not known. */
export const NO_HISTORY: Cause = {
  name: wording('cause.no_history'),
  code: 'no-history',
  place: {},
  params: {},
};

/** Of a closed month only one's own record is known: there is no figure over a team in it. */
export function unknownTeam({ complete }: Pick<Team, 'complete'>): Value | undefined {
  return complete ? undefined : missing(NO_HISTORY);
}
