import type { Decimal } from '../lib/decimal.js';
import type { CompiledLine } from '../rulebook/plan/compiled-plan.js';
import type { Env, Slot } from '../rulebook/values/node.js';
import type { Trace } from '../rulebook/values/trace.js';
import type { Agent } from '../shop/shop.js';
import type { Problems } from '../words/problem.js';
import { type EntryRule, reportUnknown } from './rule-problems.js';
import type { PayLine } from './statement.js';

/** A line of a plan with what it comes to, in yuan; how it came about is worked out when somebody asks. */
export function payLineOf(
  { id, title, kind, category, rulebook, source, spec: { spec } }: CompiledLine,
  amount: Decimal | undefined,
  traceOf: () => Trace,
): PayLine {
  return {
    id,
    title,
    kind,
    category,
    amount,
    rulebook,
    source,
    ...(spec.outside_minimum_wage === 'true' && { isOutsideMinimumWage: true }),
    get trace() {
      return traceOf();
    },
  };
}

/** The number of an item or line; undefined when it is absent, or reported because it is not known. */
export function numberOf(
  slot: Slot,
  env: Env,
  rule: EntryRule,
  agent: Agent,
  problems: Problems,
): Decimal | undefined {
  const { value } = env.result(slot);
  if (value.kind === 'number') return value.number;
  if (value.kind !== 'absent') reportUnknown(env.get(slot), rule, agent.id, problems);
  return undefined;
}
