import type { CompiledPlan } from '../src/rulebook/plan/compiled-plan.js';
import { createTeam, type MemberFacts } from '../src/rulebook/values/evaluate.js';
import type { Slot } from '../src/rulebook/values/node.js';
import type { Trace } from '../src/rulebook/values/trace.js';
import type { Value } from '../src/rulebook/values/value.js';
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

/**
 * Evaluates a whole team, agent by agent: what each value of the plan is. As in a statement how it came
 * about is evaluated when someone asks.
 */
export function evaluateTeam(
  plan: CompiledPlan,
  members: readonly MemberFacts[],
): readonly (readonly Value[])[] {
  const slots = slotsOf(plan);
  return createTeam(MONTH, members).members.map((env) =>
    slots.map((slot) => env.result(slot).value),
  );
}

/** Evaluates how each value came about, too, agent by agent, and lets it go; nobody reads the sentences. */
export function explainTeam(
  plan: CompiledPlan,
  members: readonly MemberFacts[],
): readonly (readonly Value[])[] {
  const slots = slotsOf(plan);
  return createTeam(MONTH, members).members.map((env) => slots.map((slot) => env.get(slot).value));
}

/** What came of the agents, so that nobody takes the time of an evaluation that only failed. */
export interface Outcome {
  readonly numbers: number;
  readonly absent: number;
  readonly others: number;
  readonly steps: number;
}

/** Counts values, and the steps of all explanations; a step that several values share counts for each. */
export function outcomeOf(plan: CompiledPlan, members: readonly MemberFacts[]): Outcome {
  const values = evaluateTeam(plan, members).flat();
  const count = (wanted: string) => values.filter(({ kind }) => kind === wanted).length;
  const [numbers, absent] = [count('number'), count('absent')];
  const slots = slotsOf(plan);
  const steps = createTeam(MONTH, members).members.reduce(
    (total, env) => slots.reduce((sum, slot) => sum + stepsOf(env.get(slot)), total),
    0,
  );
  return { numbers, absent, others: values.length - numbers - absent, steps };
}

function stepsOf(trace: Trace): number {
  return trace.parts.reduce((total, part) => total + stepsOf(part), 1);
}
