import type { InputKind } from '../catalogue/inputs.js';
import type { MonthFacts } from '../intake/facts/month-facts.js';
import { dayNumber, dayOf, firstDay } from '../lib/month.js';
import type { MetricSettings } from '../shop/config.js';
import { listedPeople } from '../words/people.js';
import type { Problems } from '../words/problem.js';
import { metricsSql, type SqlParameters } from './rows/sql.js';

/** The business days between which the files lie, as day numbers; undefined where there are no rows. */
export interface Reach {
  readonly firstChatDay: number | undefined;
  readonly firstOrderDay: number | undefined;
  readonly lastOrderDay: number | undefined;
}

const SECONDS_PER_DAY = 86_400;

/** How far the month's chats and orders reach. */
export async function reachOf(facts: MonthFacts, parameters: SqlParameters): Promise<Reach> {
  const [row] = await facts.engine.query(metricsSql('reach', parameters));
  const dayOfTime = (time: number) =>
    Math.floor((time - Number(parameters.dayStartsAt)) / SECONDS_PER_DAY);
  const day = (cell: unknown) => (cell === null || cell === undefined ? undefined : Number(cell));
  return {
    firstChatDay: facts.firstChat === undefined ? undefined : dayOfTime(facts.firstChat),
    firstOrderDay: day(row?.first_order_day),
    lastOrderDay: day(row?.last_order_day),
  };
}

/** Reports what the figures of chats and orders may lack, once the views of their rows are made. */
export async function reportDoubts(
  facts: MonthFacts,
  settings: MetricSettings,
  parameters: SqlParameters,
  reach: Reach,
  problems: Problems,
): Promise<void> {
  const [hasChats, hasOrders] = [facts.files.has('chats'), facts.files.has('orders')];
  if (hasChats) await reportCrossingReplies(facts, parameters, problems);
  if (hasOrders) await reportMemoConflicts(facts, parameters, problems);
  if (hasOrders && hasChats) reportShortLookback(facts, settings, reach, problems);
  if (hasOrders && !hasChats && settings.memo === 'prefer') {
    problems.report('credit-by-memo-only', { file: `${facts.month}/chats.csv` });
  }
}

/**
 * "Orders that begin later than the month's start less `aftersales_days`, or chats later than less
 * `window`, give a warning": what happened before may be missing from credit and inquiries.
 */
function reportShortLookback(
  facts: MonthFacts,
  settings: MetricSettings,
  reach: Reach,
  problems: Problems,
): void {
  const start = dayNumber(firstDay(facts.month));
  const chatsDue = start - Math.ceil(settings.window / SECONDS_PER_DAY);
  const check = (kind: InputKind, first: number | undefined, due: number) => {
    if (first === undefined || first <= due) return;
    const [file] = facts.files.get(kind) ?? [];
    problems.report('short-lookback', file === undefined ? {} : { file }, {
      params: { first: dayOf(first), due: dayOf(due) },
    });
  };
  check('orders', reach.firstOrderDay, start - settings.aftersalesDays);
  check('chats', reach.firstChatDay, chatsDue);
}

/** "Two different agents named: a warning, and no credit by memo." */
async function reportMemoConflicts(
  facts: MonthFacts,
  parameters: SqlParameters,
  problems: Problems,
): Promise<void> {
  const ids = new Map(facts.roster.map(({ index, id }) => [index, id]));
  for (const row of await facts.engine.query(metricsSql('conflicts', parameters))) {
    const agents = String(row.agents)
      .split(',')
      .map((index) => ({ id: ids.get(Number(index)) ?? index }));
    problems.report(
      'memo-conflict',
      { file: String(row.file), line: Number(row.line) },
      { params: { order: String(row.order_id), agents: listedPeople(agents) } },
    );
  }
}

/** "When replies cross `day_starts_at`, a warning counts them." */
async function reportCrossingReplies(
  facts: MonthFacts,
  parameters: SqlParameters,
  problems: Problems,
): Promise<void> {
  const [row] = await facts.engine.query(metricsSql('crossing', parameters));
  const replies = Number(row?.replies ?? 0);
  const [file] = facts.files.get('chats') ?? [];
  if (replies > 0) {
    problems.report('replies-cross-day', file === undefined ? {} : { file }, {
      params: { replies },
    });
  }
}
