import type { Month } from '../lib/month.js';
import { changesBetween, type LineChange } from '../payroll/compare.js';
import type { ClosedFacts, PaidMonth, RunRequest } from '../payroll/run.js';
import { errorsOf, type Problem, problemOf } from '../words/problem.js';
import { title } from '../words/text.js';
import { closedFactsOf, historyOf } from './closed-facts.js';
import { type ClosedMonth, closedFile } from './closed-folder.js';
import { type Sealing, sealMonth } from './seal.js';

/** Computes a closed month again by its sealed policy, with these months before it. */
type PayWithHistory = (
  closed: ClosedMonth,
  history: NonNullable<RunRequest['history']>,
) => Promise<PaidMonth>;

/** Facts of the agents of a month that is no longer as it was closed. */
type Corrected = Map<Month, (agent: string) => ClosedFacts | 'none'>;

/**
 * What a correction does not reach: the lines of closed months after the corrected one that looked back at it
 * and would come to something else today. Each is a warning; nothing pays or recovers it.
 */
export async function reportLaterEffects(
  folder: string,
  chain: readonly ClosedMonth[],
  { closed, paid }: { readonly closed: ClosedMonth; readonly paid: PaidMonth },
  pay: PayWithHistory,
  explain: Sealing['explain'],
): Promise<readonly Problem[]> {
  const corrected: Corrected = new Map();
  remember(corrected, closed, paid, folder, explain);
  const found: Problem[] = [];
  for (const later of chain.filter(({ month }) => month > closed.month)) {
    const changes = await changesOf(later, corrected, folder, pay, explain);
    found.push(...changes.map((change) => problemOfChange(change, closed.month, later.month)));
  }
  return found;
}

/** What differs of a closed month when those before it are as they are today, and nothing else is. */
async function changesOf(
  later: ClosedMonth,
  corrected: Corrected,
  folder: string,
  pay: PayWithHistory,
  explain: Sealing['explain'],
): Promise<readonly LineChange[]> {
  const { sealed } = later;
  const history = historyOf(folder, sealed.history);
  let isAsked = false;
  const today = await pay(later, (problems) => {
    const closed = history(problems);
    return {
      of(agent, month) {
        const facts = corrected.get(month);
        if (facts === undefined) return closed.of(agent, month);
        isAsked = true;
        return facts(agent);
      },
    };
  });
  if (!isAsked || errorsOf(today.problems).length > 0) return [];
  const otherwise = await pay(later, history);
  const changes = changesBetween(otherwise.statements, today.statements);
  // Months after it may look back at it in their turn.
  if (changes.length > 0) remember(corrected, later, today, folder, explain);
  return changes;
}

/** Remembers a month as it comes out today. */
function remember(
  corrected: Corrected,
  { month, sealed }: ClosedMonth,
  paid: PaidMonth,
  folder: string,
  explain: Sealing['explain'],
): void {
  if (paid.shop === undefined) return;
  const { kpi: version, previous, history, accepted, policy } = sealed;
  const { shipped } = policy;
  const sealing = { version, explain, previous, history, accepted, shipped };
  corrected.set(month, closedFactsOf(sealMonth(paid, paid.shop, sealing), folder));
}

function problemOfChange(
  { agent, name, title: line, before, after, effect }: LineChange,
  month: Month,
  later: Month,
): Problem {
  const none = title('value.absent');
  const params = {
    month,
    later,
    agent,
    name,
    line,
    before: before?.toFixed() ?? none,
    after: after?.toFixed() ?? none,
    effect: effect.toFixed(),
  };
  return problemOf('correction-beyond', { file: closedFile(later) }, { params });
}
