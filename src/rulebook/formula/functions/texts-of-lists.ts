import { type Decimal, decimal } from '../../../lib/decimal.js';
import { inAll } from '../../../lib/language.js';
import { filled } from '../../../words/fill.js';
import { listedTitles } from '../../../words/lists.js';
import type { Sentences } from '../../../words/texts/entry.js';
import { notesTexts } from '../../../words/texts/notes.js';
import type { Env } from '../../values/node.js';
import { firstObstacle, unknownAmong, unknownTeam } from '../../values/obstacles.js';
import { nameOf, type Ranking, rankedIn, rankTeam, valueAmong } from '../../values/ranking.js';
import { note, type Trace } from '../../values/trace.js';
import { FLEXIBLE, PLAIN, TEXT, YESNO } from '../../values/type.js';
import { figureInSentence } from '../../values/unit-text.js';
import { ABSENT, type DisplayUnit, UNDEFINED, type Value } from '../../values/value.js';
import type { CompiledExpression } from '../compiled-expression.js';
import { type CompiledCall, define, type Finding, finding } from './function.js';

/** What it says of itself. */
const SENTENCES = {
  listEntry: { zh: '{name}（{figure}）', en: '{name} ({figure})' },
} as const satisfies Sentences;

/*
 * Functions that give a list as a text, for the sentences of notices: `20:00–21:00（312 人次）、…`. Whoever
 * is equal to the last that is listed is listed too; a list with nothing on it is absent.
 */

/** `busiest_hours(n)`: the n hours of the day in which most consults of the team began, the busiest first. */
export const busiestHours = define({
  id: 'busiest_hours',
  zh: '最忙时段',
  about: {
    zh: '一天里咨询最多的几个钟点，写成一段文字：钟点和全队的咨询人次，从多到少。一个咨询算在它第一条买家消息的钟点，按店里的时间。没有咨询的钟点不列，与最后一个相同的也列出；没有聊天记录就是缺数据。用在通知的文字里，例子在 given 里用 by_hour（逐时）给每个钟点的咨询数。',
    en: "The hours of the day in which most of the team's consults began, as a text for the sentences of notices. A consult counts in the hour of its first buyer message, by the shop's clock. Hours without consults are not listed, one that equals the last is; without chats it is missing. Examples give consults by hour under by_hour.",
  },
  scope: 'hours',
  takes: [PLAIN],
  compile(call) {
    call.scope.askByHour?.();
    const key = {};
    return listExpression(call, (env, [count]) => {
      const hours = env.team.once(key, () => hoursOf(env));
      return { value: 'missing' in hours ? hours.missing : listOf(hours, count, 'person_days') };
    });
  },
});

/** `leaders(conversion, n, condition)`: the n of the team with the highest figure, where the condition holds. */
export const leaders = define({
  id: 'leaders',
  zh: '前几名',
  about: {
    zh: '队里最大的几位，写成一段文字：姓名和数，从大到小；第三个参数是条件，不符合的不算。与最后一位相同的也列出，没有人就是“无”。用在通知的文字里。',
    en: 'The few of the team with the largest figure, as a text with names and figures for the sentences of notices. The third argument is a condition; whom it does not hold for is left out. Whoever equals the last is listed too; with nobody it is absent.',
  },
  scope: 'team',
  takes: [FLEXIBLE, PLAIN],
  mayTake: [YESNO],
  compile(call) {
    const [asked, , condition] = call.operands;
    const key = {};
    return listExpression(call, (env, [, count]) => {
      const ranking = env.team.once(key, () => rankingOf(asked, condition, env));
      if (ranking.obstacle !== undefined) return { value: ranking.obstacle };
      const entries = ranking.order.map(({ member, number }) => ({ name: nameOf(member), number }));
      return {
        value: listOf(entries, count, asked.unit),
        ranking: rankedIn(ranking, env, asked.unit),
      };
    });
  },
});

function listExpression(
  call: CompiledCall,
  list: (env: Env, parts: readonly Trace[]) => Omit<Finding, 'parts'>,
): CompiledExpression {
  return finding(call, TEXT, undefined, (env) => {
    const parts = call.operands.flatMap((operand) => operand?.evaluate(env) ?? []);
    const notes = () => [note(notesTexts['note.team'], { count: env.team.members.length })];
    return { parts, notes, ...list(env, parts) };
  });
}

/** Something on a list, with the figure that brought it there. */
interface Entry {
  readonly name: string;
  readonly number: Decimal;
}

/** The first so many of entries in their order, and whatever is equal to the last of them. */
function listOf(entries: readonly Entry[], most: Trace | undefined, unit: DisplayUnit): Value {
  const limit = most?.value ?? UNDEFINED;
  if (limit.kind !== 'number') return firstObstacle([limit]) ?? UNDEFINED;
  const count = Math.min(limit.number.floor().toNumber(), entries.length);
  const last = entries[count - 1];
  if (last === undefined) return ABSENT;
  const ties = entries.slice(count).filter(({ number }) => number.equals(last.number));
  const within = [...entries.slice(0, count), ...ties];
  const figure = (number: Decimal) => inAll((language) => figureInSentence(number, unit, language));
  const title = listedTitles(
    'names',
    within.map(({ name, number }) => filled(SENTENCES.listEntry, { name, figure: figure(number) })),
  );
  return { kind: 'text', text: title.zh, title };
}

/** The hours in which consults of the team began: the busiest first, of equal ones the earlier. */
function hoursOf({ team }: Env): readonly Entry[] | { readonly missing: Value } {
  const each = team.members.map(({ facts }) => facts.hours());
  const gaps = each.flatMap((hours) => ('missing' in hours ? [hours.missing] : []));
  const unknown = unknownTeam(team) ?? unknownAmong(gaps);
  if (unknown !== undefined) return { missing: unknown };
  const total = new Map<number, number>();
  for (const hours of each) {
    if ('missing' in hours) continue;
    for (const [hour, count] of hours) total.set(hour, (total.get(hour) ?? 0) + count);
  }
  return [...total]
    .filter(([, count]) => count > 0)
    .sort(([hour, count], [other, more]) => more - count || hour - other)
    .map(([hour, count]) => ({ name: hourText(hour), number: decimal(count) }));
}

/** `20:00–21:00`. */
function hourText(hour: number): string {
  const clock = (full: number) => `${String(full).padStart(2, '0')}:00`;
  return `${clock(hour)}–${clock(hour + 1)}`;
}

/** The team in order of a figure; for whom the condition does not hold has no place. */
function rankingOf(
  asked: CompiledExpression,
  condition: CompiledExpression | undefined,
  { team }: Env,
): Ranking {
  const figure = (member: Env) => valueAmong(member, condition, (each) => each.value(asked));
  return rankTeam(team.members, figure, 'higher', 'same');
}
