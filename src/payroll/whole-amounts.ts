import type { Decimal } from '../lib/decimal.js';
import type { Month } from '../lib/month.js';
import type { CompiledLine } from '../rulebook/plan/compiled-plan.js';
import type { Env } from '../rulebook/values/node.js';
import type { NameKind, Trace } from '../rulebook/values/trace.js';
import { isEmployedAllMonth } from '../shop/roster.js';
import type { Agent } from '../shop/shop.js';
import type { Problems } from '../words/problem.js';
import { reportAt } from '../words/yaml/report-at.js';

/**
 * Warns of an amount for a whole month that goes to somebody who joins or leaves in it, where the rulebook does
 * not say that it shall: a guarantee, and an earning that rests on nothing that the agent did. What rests on
 * work is less for less work, and a cap or a balance pays nobody.
 */
export function reportWholeAmount(
  line: CompiledLine,
  amount: Decimal | undefined,
  paid: { readonly agent: Agent; readonly month: Month; readonly env: Env },
  problems: Problems,
): void {
  const { agent, month, env } = paid;
  if (line.inPart === undefined || amount === undefined || amount.isZero()) return;
  if (isEmployedAllMonth(agent, month)) return;
  if (!line.isGuarantee && !isFixed(env.get(line.slot))) return;
  const { value } = line.inPart.evaluate(env);
  if (value.kind !== 'number' || value.number.greaterThanOrEqualTo(amount)) return;
  reportAt(problems, line.spec, 'whole-month-amount', {
    agent: agent.id,
    line: line.title,
    whole: amount.toFixed(),
    part: value.number.toFixed(),
  });
}

/** What does not change with what the agent does in the month. */
const FIXED: ReadonlySet<NameKind> = new Set(['parameter', 'definition', 'roster']);

/** Whoever asks for these says how the part of a month is paid. */
const OF_PART: ReadonlySet<string> = new Set(['full_month', 'employed_from', 'employed_to']);

function isFixed({ name, operation, parts }: Trace): boolean {
  if (name !== undefined && (!FIXED.has(name.kind) || OF_PART.has(name.id))) return false;
  if (typeof operation === 'object' && (operation.ofTeam || operation.isBeyondAgent)) return false;
  return parts.every(isFixed);
}
