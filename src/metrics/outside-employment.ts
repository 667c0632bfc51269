import type { InputKind } from '../catalogue/inputs.js';
import type { MonthFacts } from '../intake/facts/month-facts.js';
import { dayNumber, dayOf } from '../lib/month.js';
import type { MetricSettings } from '../shop/config.js';
import { isActive, writtenAgent } from '../shop/roster.js';
import type { Agent } from '../shop/shop.js';
import { listed } from '../words/lists.js';
import type { Problems } from '../words/problem.js';
import { title } from '../words/text.js';

/** What an agent did on single days, and how many rows of the files it is. */
const DONE = {
  chats: 'SELECT agent, day, agent_messages AS rows FROM month_days WHERE agent_messages > 0',
  orders: 'SELECT agent, day, 1 AS rows FROM month_orders WHERE agent IS NOT NULL',
  calls: 'SELECT agent, day, 1 AS rows FROM month_calls WHERE answered AND agent IS NOT NULL',
} as const satisfies Readonly<Partial<Record<InputKind, string>>>;

/**
 * Tells of what agents are credited with on days of the month on which, by the roster, they are not employed yet or
 * no longer: the date is wrong, or somebody else did it. An order may be paid as long after its chat as it counts.
 */
export async function reportOutsideEmployment(
  facts: MonthFacts,
  { window }: Pick<MetricSettings, 'window'>,
  problems: Problems,
): Promise<void> {
  const { roster, month, files, unread } = facts;
  const dated = roster.filter(
    (agent) => (agent.hiredOn ?? agent.leftOn) !== undefined && isActive(agent, month),
  );
  if (dated.length === 0) return;
  for (const [kind, rows] of Object.entries(DONE) as [keyof typeof DONE, string][]) {
    const inFiles = files.get(kind);
    if (inFiles === undefined || unread.has(kind)) continue;
    const later = kind === 'orders' ? Math.ceil(window / SECONDS_OF_DAY) : 0;
    for (const row of await facts.engine.query(outsideSql(rows, dated, later))) {
      const agent = dated.find(({ index }) => index === Number(row.agent));
      if (agent !== undefined) report(agent, { kind, files: inFiles, row }, problems);
    }
  }
}

const SECONDS_OF_DAY = 86_400;

/** The rows before the first day and after the last, `later` days on, of each agent. */
function outsideSql(rows: string, agents: readonly Agent[], later: number): string {
  const employed = agents.map(({ index, hiredOn, leftOn }) => {
    const first = hiredOn === undefined ? 'NULL' : dayNumber(hiredOn);
    const last = leftOn === undefined ? 'NULL' : dayNumber(leftOn) + later;
    return `(${index}, ${first}, ${last})`;
  });
  return `
    SELECT agent, day < first AS is_before, sum(rows) AS rows, min(day) AS from_day, max(day) AS to_day
    FROM (${rows}) JOIN (VALUES ${employed.join(', ')}) AS employed(agent, first, last) USING (agent)
    WHERE coalesce(day < first, false) OR coalesce(day > last, false)
    GROUP BY agent, is_before
    ORDER BY agent, from_day`;
}

/** What was found of an agent in the files of a kind. */
interface Outside {
  readonly kind: keyof typeof DONE;
  readonly files: readonly string[];
  readonly row: Readonly<Record<string, unknown>>;
}

function report(agent: Agent, { kind, files, row }: Outside, problems: Problems): void {
  const isBefore = row.is_before === true;
  const { line, hiredOn, leftOn } = agent;
  const [from, to] = [dayOf(Number(row.from_day)), dayOf(Number(row.to_day))];
  const params = {
    agent: writtenAgent(agent),
    date: title(isBefore ? 'inactive.not_yet' : 'inactive.left', {
      day: (isBefore ? hiredOn : leftOn) ?? '',
    }),
    done: title(`outside.${kind}`, { rows: Number(row.rows) }),
    days: from === to ? from : `${from}..${to}`,
    files: listed('names', files, 'en'),
  };
  const column = isBefore ? '入职日期' : '离职日期';
  problems.report('done-outside-employment', { file: 'agents.csv', line, column }, { params });
}
