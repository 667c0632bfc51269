import type { Decimal } from '../lib/decimal.js';
import type { Title } from '../lib/language.js';
import { addMonths, type Month } from '../lib/month.js';
import type { Period } from '../lib/period.js';
import type { ClosedFacts } from '../payroll/run.js';
import { openPolicy, type Policy } from '../policy/policy.js';
import { createRecord } from '../rulebook/values/evaluate.js';
import type { Facts, Slot } from '../rulebook/values/node.js';
import { collectProblems, errorsOf, type Problems } from '../words/problem.js';
import { closedFactsOf } from './closed-facts.js';
import type { ClosedMonth } from './closed-folder.js';
import type { ClosedStatement } from './closed-statements.js';
import type { SealedMonth } from './sealed-month.js';
import { sealedOpener } from './sealed-shop.js';

/** What a scorecard says of a whole period. */
export interface PeriodScore {
  /** `service_review.quarter`. */
  readonly id: string;
  readonly rulebook: string;
  readonly title: Title;
  /** Undefined when the period does not know it. */
  readonly points: Decimal | undefined;
}

/** A closed month, its policy as it was then, and what it says of an agent. */
interface Opened {
  readonly policy: Policy | undefined;
  readonly facts: (agent: string) => ClosedFacts | 'none';
}

/**
 * The scores of a period: what a scorecard defines as `quarter` or `year`, by the policy of the agent's last
 * closed month in it, one of `asked`. Only the period's closed months are asked: before them and between them
 * there is none.
 */
export async function periodScoresOf(
  closed: readonly ClosedMonth[],
  { kind }: Pick<Period, 'kind'>,
  folder: string,
  asked: ReadonlySet<Month>,
  problems: Problems,
): Promise<(last: ClosedStatement) => readonly PeriodScore[]> {
  const opened = new Map<Month, Opened>();
  for (const { month, sealed } of closed) {
    const policy = asked.has(month) ? await policyOf(sealed, folder, problems) : undefined;
    opened.set(month, { policy, facts: closedFactsOf(sealed, folder, []) });
  }
  const factsIn = (agent: string, month: Month) => opened.get(month)?.facts(agent) ?? 'none';
  return ({ month, statement: { agent, role } }) => {
    const plan = opened.get(month)?.policy?.plans.get(role.id);
    const now = factsIn(agent, month);
    if (plan === undefined || now === 'none') return [];
    return plan.scorecards.flatMap(({ book }): readonly PeriodScore[] => {
      const slot = plan.parametersAndDefinitions.get(book.id)?.find(({ id }) => id === kind);
      if (slot === undefined) return [];
      const earlier = (months: number) => factsIn(agent, addMonths(month, -months));
      const env = createRecord(month, { facts: anew(now.facts, slot), earlier });
      const value = env?.result(slot).value;
      const points = value?.kind === 'number' ? value.number : undefined;
      return [{ id: `${book.id}.${kind}`, rulebook: book.id, title: slot.title, points }];
    });
  };
}

/** The policy of a closed month. What it warned of was told when the month was closed. */
async function policyOf(
  sealed: SealedMonth,
  folder: string,
  problems: Problems,
): Promise<Policy | undefined> {
  const found = collectProblems();
  const { shop } = await sealedOpener(sealed, folder)(found, undefined);
  const policy = shop && openPolicy(shop, found);
  problems.addAll(errorsOf(found.all));
  return policy;
}

/** Facts of a closed month but for one value: what it was then may rest on months outside the period. */
function anew(facts: Facts, { key }: Slot): Facts {
  return { ...facts, recorded: (slot) => (slot.key === key ? undefined : facts.recorded(slot)) };
}
