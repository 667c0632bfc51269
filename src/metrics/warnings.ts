import type { InputKind } from '../catalogue/inputs.js';
import type { MonthFacts } from '../intake/facts/month-facts.js';
import type { EngineRow } from '../lib/engine.js';
import { phrase, sameInAll } from '../lib/language.js';
import { dayNumber, dayOf, firstDay } from '../lib/month.js';
import type { MetricSettings } from '../shop/config.js';
import { writtenAgents } from '../shop/roster.js';
import type { Agent } from '../shop/shop.js';
import { listedTitles } from '../words/lists.js';
import { listedPeople } from '../words/people.js';
import type { Problems } from '../words/problem.js';
import { title } from '../words/text.js';
import { reportEmptyDays } from './recorded-days.js';
import { metricsSql, type SqlParameters } from './rows/sql.js';
import { reportSilentOrders } from './silent-orders.js';

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
  await reportEmptyDays(facts, parameters, problems);
  if (hasChats) await reportCrossingReplies(facts, parameters, problems);
  if (hasOrders) await reportMemoConflicts(facts, parameters, problems);
  if (hasOrders && settings.memo !== 'off') await reportNearMemos(facts, parameters, problems);
  if (hasOrders && hasChats) reportShortLookback(facts, settings, reach, problems);
  if (hasOrders && hasChats) await reportSilentOrders(facts, settings, parameters, problems);
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
  for (const row of await facts.engine.query(metricsSql('conflicts', parameters))) {
    problems.report(
      'memo-conflict',
      { file: String(row.file), line: Number(row.line) },
      {
        params: { order: String(row.order_id), agents: listedPeople(agentsIn(row.agents, facts)) },
      },
    );
  }
}

/** The agents of a list of their places in the roster. */
function agentsIn(list: EngineRow[string] | undefined, { roster }: MonthFacts): readonly Agent[] {
  const places = String(list).split(',').map(Number);
  return places.flatMap((index) => roster.find((agent) => agent.index === index) ?? []);
}

/** How many words of memos a warning shows. */
const MOST_WORDS = 5;

/** Tells of memos that name nobody though a word in them is nearly somebody's: they credit nobody. */
async function reportNearMemos(
  facts: MonthFacts,
  parameters: SqlParameters,
  problems: Problems,
): Promise<void> {
  const { engine, roster } = facts;
  const names = roster.map(({ name }) => name.trim());
  const nameAgents = roster.map(({ index }) => String(index));
  await engine.run(metricsSql('near-memos', { ...parameters, names, nameAgents }));
  const words = await engine.query(`
    SELECT token, array_to_string(list_sort(list(DISTINCT agent)), ',') AS agents, count(DISTINCT purchase) AS orders
    FROM near_memos GROUP BY token ORDER BY orders DESC, token`);
  const [first] = await engine.query(`
    SELECT file, line, (SELECT count(DISTINCT purchase) FROM near_memos) AS orders
    FROM near_memos JOIN orders ON orders.rowid = purchase ORDER BY orders.rowid LIMIT 1`);
  if (first === undefined) return;
  const listed = words.slice(0, MOST_WORDS).map(({ token, agents, orders }) => {
    const likely = agentsIn(agents, facts);
    const params = { token: String(token), orders: Number(orders), agents: writtenAgents(likely) };
    return title('memo.near', params);
  });
  const more = words.length > MOST_WORDS ? title('memo.more') : sameInAll('');
  problems.report(
    'memo-near-agent',
    { file: String(first.file), line: Number(first.line) },
    {
      params: {
        orders: Number(first.orders),
        words: phrase`${listedTitles('names', listed)}${more}`,
      },
    },
  );
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
