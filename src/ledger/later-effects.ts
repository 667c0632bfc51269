import type { Month } from '../lib/month.js';
import { changesBetween, type LineChange } from '../payroll/compare.js';
import type { PaidMonth, RunRequest } from '../payroll/run.js';
import { errorsOf, type Problem, problemOf } from '../words/problem.js';
import { title } from '../words/text.js';
import { closedFactsOf } from './closed-facts.js';
import { type ClosedMonth, closedFile } from './closed-folder.js';
import { agentsChanged, type MonthRecord, monthRecord, recordChanges } from './month-record.js';

type History = NonNullable<RunRequest['history']>;

/** How closed months are computed again. */
interface Again {
  readonly folder: string;
  /** The months before one, as they were corrected so far. */
  readonly history: (closed: ClosedMonth) => History;
  /** Computes one by its sealed policy, with these months before it. */
  readonly pay: (closed: ClosedMonth, history: History) => Promise<PaidMonth>;
}

/** What later months would see today of a month that is no longer as it was closed or corrected. */
interface Changed {
  readonly closed: ClosedMonth;
  readonly record: MonthRecord;
}

/** What becomes of a later month. */
interface LaterEffect {
  readonly lines: readonly LineChange[];
  /** The agents of whom months after it would see anything otherwise. */
  readonly agents: readonly string[];
}

/**
 * What a correction does not reach: the closed months after the corrected one that looked back at it and would
 * come to something else today. Each line of theirs is a warning: corrections of their own carry it.
 */
export async function reportLaterEffects(
  chain: readonly ClosedMonth[],
  { closed, paid }: { readonly closed: ClosedMonth; readonly paid: PaidMonth },
  again: Again,
): Promise<readonly Problem[]> {
  const { month } = closed;
  const changed: Changed[] = [{ closed, record: monthRecord(paid) }];
  const found: Problem[] = [];
  for (const later of chain.filter((each) => each.month > month)) {
    const today = await payAfter(later, changed, again);
    if (today === undefined) continue;
    const { lines, agents } = effectOn(today, await again.pay(later, again.history(later)));
    found.push(...lines.map((line) => problemOfLine(line, month, later.month)));
    if (agents.length === 0) continue;
    // Months after it may look back at it in their turn.
    changed.push({ closed: later, record: monthRecord(today) });
    if (lines.length > 0) continue;
    const params = { month, later: later.month, agents: agents.length };
    found.push(
      problemOf('correction-beyond-figures', { file: closedFile(later.month) }, { params }),
    );
  }
  return found;
}

/** A later month as it comes out when those are as they are today; undefined when it asks for none of them. */
async function payAfter(
  later: ClosedMonth,
  changed: readonly Changed[],
  { folder, history, pay }: Again,
): Promise<PaidMonth | undefined> {
  const factsIn = new Map(
    changed.map(({ closed, record }) => [
      closed.month,
      closedFactsOf(closed.sealed, folder, [{ record }]),
    ]),
  );
  let isAsked = false;
  const today = await pay(later, (problems) => {
    const closed = history(later)(problems);
    return {
      of(agent, month) {
        const facts = factsIn.get(month);
        if (facts === undefined) return closed.of(agent, month);
        isAsked = true;
        return facts(agent);
      },
    };
  });
  // Some values are worked out only for those who look back.
  monthRecord(today);
  return isAsked && errorsOf(today.problems).length === 0 ? today : undefined;
}

function effectOn(today: PaidMonth, before: PaidMonth): LaterEffect {
  return {
    lines: changesBetween(before.statements, today.statements),
    agents: agentsChanged(recordChanges(monthRecord(before), monthRecord(today))),
  };
}

function problemOfLine(
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
