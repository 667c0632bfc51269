import type { InputKind } from '../catalogue/inputs.js';
import type { MonthFacts } from '../intake/facts/month-facts.js';
import { groupBy } from '../lib/group.js';
import { firstDay } from '../lib/month.js';
import { isActive, writtenAgent } from '../shop/roster.js';
import type { Agent } from '../shop/shop.js';
import { listedTitles } from '../words/lists.js';
import type { Problems } from '../words/problem.js';
import { title } from '../words/text.js';

/** Who has worked by the files of a kind, as SQL. What comes later than the work itself, such as a complaint, says nothing. */
const WORKED: Readonly<Partial<Record<InputKind, string>>> = {
  chats: 'SELECT agent FROM service_days',
  calls: 'SELECT agent FROM month_calls WHERE answered',
};

/** Attendance of a month, or of single days. */
const ATTENDED = {
  month: 'SELECT agent FROM attendance_months WHERE workdays > 0',
  event: "SELECT agent FROM attendance_events WHERE kind = 'present'",
} as const;

/**
 * Tells of agents of the roster who by its dates are not employed in the month, and by its files have worked in it: one of
 * them is wrong, and nobody is paid.
 */
export async function reportInactive(facts: MonthFacts, problems: Problems): Promise<void> {
  const { roster, month } = facts;
  const absent = roster.filter((agent) => !isActive(agent, month));
  if (absent.length === 0) return;
  const found = await workedIn(facts);
  const byAgent = groupBy(found, ({ agent }) => agent);
  for (const agent of absent) {
    const kinds = new Set((byAgent.get(agent.index) ?? []).map(({ kind }) => kind));
    if (kinds.size > 0) report(agent, facts, [...kinds], problems);
  }
}

interface Worked {
  readonly agent: number;
  readonly kind: InputKind;
}

async function workedIn(facts: MonthFacts): Promise<readonly Worked[]> {
  const { engine, files, unread, attendanceForm, imported, ratings } = facts;
  const attended = attendanceForm && { attendance: ATTENDED[attendanceForm] };
  const found: Worked[] = [];
  for (const [kind, rows] of Object.entries({ ...attended, ...WORKED })) {
    const input = kind as InputKind;
    if (!files.has(input) || unread.has(input)) continue;
    for (const { agent } of await engine.query(`SELECT DISTINCT agent FROM (${rows})`)) {
      if (agent !== null) found.push({ agent: Number(agent), kind: input });
    }
  }
  for (const { agent, value } of imported) {
    if (agent !== undefined && !value.isZero()) found.push({ agent, kind: 'metrics' });
  }
  return [...found, ...ratings.map(({ agent }): Worked => ({ agent, kind: 'ratings' }))];
}

function report(
  agent: Agent,
  { month }: MonthFacts,
  kinds: readonly InputKind[],
  problems: Problems,
): void {
  const { leftOn, hiredOn, line } = agent;
  const hasLeft = leftOn !== undefined && leftOn < firstDay(month);
  const column = hasLeft ? '离职日期' : '入职日期';
  const params = {
    agent: writtenAgent(agent),
    date: title(hasLeft ? 'inactive.left' : 'inactive.not_yet', {
      day: (hasLeft ? leftOn : hiredOn) ?? '',
    }),
    kinds: listedTitles(
      'names',
      kinds.map((kind) => title(`inspect.kind.${kind}`)),
    ),
  };
  problems.report('worked-while-away', { file: 'agents.csv', line, column }, { params });
}
