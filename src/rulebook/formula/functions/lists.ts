import { type Decimal, decimal } from '../../../lib/decimal.js';
import { inAll, type Language } from '../../../lib/language.js';
import { listed } from '../../../words/lists.js';
import { text as wording } from '../../../words/text.js';
import type { Env } from '../../values/node.js';
import { firstObstacle, unknownAmong, unknownTeam } from '../../values/obstacles.js';
import { nameOf, type Ranking, rankedIn, rankTeam } from '../../values/ranking.js';
import { note, type Trace } from '../../values/trace.js';
import { FLEXIBLE, PLAIN, TEXT, YESNO } from '../../values/type.js';
import { figureText } from '../../values/unit-text.js';
import { ABSENT, type DisplayUnit, UNDEFINED, type Value } from '../../values/value.js';
import { type CompiledExpression, matches } from '../compiled-expression.js';
import { type CompiledCall, callTrace, define } from './function.js';

/*
 * Functions that give a list as a text, for the sentences of notices: `20:00–21:00（312 人次）、…`. Whoever
 * is equal to the last that is listed is listed too; a list with nothing on it is absent.
 */

/** `busiest_hours(n)`: the n hours of the day in which most consults of the team began, the busiest first. */
export const busiestHours = define('busiest_hours', '最忙时段', [1, 1], 'hours', (call) => {
  const [most] = call.parts;
  if (most === undefined) return undefined;
  if (!matches(most.type, PLAIN)) return call.fail(0, PLAIN);
  call.scope.askByHour?.();
  const key = {};
  return listExpression(call, (env, [count]) => {
    const hours = env.team.once(key, () => hoursOf(env));
    return { value: 'missing' in hours ? hours.missing : listOf(hours, count, 'person_days') };
  });
});

/** `leaders(conversion, n, condition)`: the n of the team with the highest figure, where the condition holds. */
export const leaders = define('leaders', '前几名', [2, 3], 'team', (call) => {
  const [asked, most, condition] = call.parts;
  if (asked === undefined || most === undefined) return undefined;
  if (asked.type.kind !== 'number') return call.fail(0, FLEXIBLE);
  if (!matches(most.type, PLAIN)) return call.fail(1, PLAIN);
  if (condition !== undefined && condition.type.kind !== 'yesno') return call.fail(2, YESNO);
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
});

function listExpression(
  { called, parts }: CompiledCall,
  list: (env: Env, parts: readonly Trace[]) => Pick<Trace, 'value' | 'ranking'>,
): CompiledExpression {
  return {
    type: TEXT,
    unit: undefined,
    uses: parts.flatMap(({ uses }) => uses),
    evaluate(env) {
      const own = parts.map((part) => part.evaluate(env));
      const { value, ranking } = list(env, own);
      const notes = () => [note('note.team', { count: env.team.members.length })];
      const trace = callTrace(called, value, undefined, own, notes);
      return ranking === undefined ? trace : { ...trace, ranking };
    },
  };
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
  const title = inAll((language) =>
    listed(
      'names',
      within.map((entry) => entryText(entry, unit, language)),
      language,
    ),
  );
  return { kind: 'text', text: title.zh, title };
}

function entryText({ name, number }: Entry, unit: DisplayUnit, language: Language): string {
  return wording(language, 'list.entry', { name, figure: figureText(number, unit, language) });
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
  const figure = (member: Env): Value => {
    const admitted = condition && member.value(condition);
    if (admitted?.kind === 'missing') return admitted;
    const isIn = admitted === undefined || (admitted.kind === 'yesno' && admitted.yes);
    return isIn ? member.value(asked) : ABSENT;
  };
  return rankTeam(team.members, figure, 'higher', 'same');
}
