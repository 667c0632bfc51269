import type { ChatDay } from '../../intake/facts/chat-log.js';
import type { MonthFacts } from '../../intake/facts/month-facts.js';
import type { MetricSettings } from '../../shop/config.js';
import { metricsSql, type SqlParameters } from '../rows/sql.js';
import { eachRound, NONE, type RoundJudge, roundJudge, secondAt } from './chat-day.js';
import { type RowWriter, rowWriter } from './row-writer.js';

const COLUMNS = 12;

/** Fills the table of evidence/talk-of-agent.sql with one agent's messages: nobody else's are asked for. */
export async function listMessages(
  agent: number,
  { chats, engine }: Pick<MonthFacts, 'chats' | 'engine'>,
  settings: MetricSettings,
  parameters: SqlParameters,
): Promise<void> {
  await engine.run(metricsSql('evidence/talk-of-agent', parameters));
  const rows = await rowWriter('counted_messages', COLUMNS, engine);
  const judge = roundJudge(settings);
  chats.eachDay((day) => addMessages(day, judge, rows), agent);
  rows.close();
}

function addMessages({ number, day, messages }: ChatDay, judge: RoundJudge, rows: RowWriter): void {
  const { length, seconds, byAgent } = messages;
  const gaps = new Map<number, number>();
  eachRound(messages, (first, gap) => gaps.set(first, gap));
  const alike = [0, 0];
  for (let at = 0; at < length; at += 1) {
    const second = secondAt(seconds, at);
    if (at > 0 && second !== secondAt(seconds, at - 1)) alike.fill(0);
    const side = byAgent[at] ?? 0;
    alike[side] = (alike[side] ?? 0) + 1;
    const place = [number, day, at + 1, second, 1 - side, alike[side] ?? 0];
    rows.add([...place, ...roundColumns(second, gaps.get(at), judge)]);
  }
}

/** What a round counts for that a message opens; `gap` is undefined where it opens none. */
function roundColumns(second: number, gap: number | undefined, judge: RoundJudge): number[] {
  if (gap === undefined) return [0, NONE, 0, 0, 0, NONE];
  return [
    1,
    gap,
    judge.isCounted(gap) ? 1 : 0,
    judge.isLate(gap) ? 1 : 0,
    judge.isSlow(gap) ? 1 : 0,
    judge.platformGap(second, gap),
  ];
}
