import { createTeam, type MemberFacts } from '../src/rulebook/evaluate.js';
import type { Slot } from '../src/rulebook/node.js';
import type { CompiledPlan } from '../src/rulebook/plan.js';
import type { Trace } from '../src/rulebook/trace.js';
import { MONTH } from './agents.js';

/** The plan that pays the most lines. */
export function largestPlan(plans: ReadonlyMap<string, CompiledPlan>): CompiledPlan {
  const [largest] = [...plans.values()].sort((a, b) => b.lines.length - a.lines.length);
  if (largest === undefined) throw new Error('no plan is shipped');
  return largest;
}

/** Everything that a statement shows: scores with their items, lines, notices. */
export function slotsOf({ scorecards, lines, notices }: CompiledPlan): readonly Slot[] {
  return [
    ...scorecards.flatMap(({ slot, total, items }) => [
      ...items.map((item) => item.slot),
      slot,
      total,
    ]),
    ...lines.map(({ slot }) => slot),
    ...notices.map(({ slot }) => slot),
  ];
}

/** Evaluates a whole team: by agent, what each value of the plan is and how it came about. */
export function evaluateTeam(
  plan: CompiledPlan,
  members: readonly MemberFacts[],
): readonly (readonly Trace[])[] {
  const slots = slotsOf(plan);
  return createTeam(MONTH, members).members.map((env) => slots.map((slot) => env.get(slot)));
}

/** What came of the agents, so that nobody takes the time of an evaluation that only failed. */
export interface Outcome {
  readonly numbers: number;
  readonly absent: number;
  readonly others: number;
  readonly steps: number;
}

/** Counts values, and the steps of all explanations; a step that several values share counts for each. */
export function outcomeOf(evaluated: readonly (readonly Trace[])[]): Outcome {
  const traces = evaluated.flat();
  const count = (kinds: readonly string[]) =>
    traces.filter(({ value }) => kinds.includes(value.kind)).length;
  const [numbers, absent] = [count(['number']), count(['absent'])];
  const steps = traces.reduce((total, trace) => total + stepsOf(trace), 0);
  return { numbers, absent, others: traces.length - numbers - absent, steps };
}

function stepsOf(trace: Trace): number {
  return trace.parts.reduce((total, part) => total + stepsOf(part), 1);
}
