import type { Decimal } from '../lib/decimal.js';
import type { CompiledPlan } from '../rulebook/plan/compiled-plan.js';
import type { Env, Slot } from '../rulebook/values/node.js';

/** A parameter or definition of a statutory book; undefined where the shop has a book without it. */
export function slotOf(plan: CompiledPlan, book: string, id: string): Slot | undefined {
  return plan.parametersAndDefinitions.get(book)?.find((slot) => slot.id === id);
}

/** The number that it is for an agent; undefined where it is not known. */
export function amountIn(env: Env, slot: Slot | undefined): Decimal | undefined {
  const value = slot && env.result(slot).value;
  return value?.kind === 'number' ? value.number : undefined;
}
