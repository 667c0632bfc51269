import { divide, sum } from '../../../lib/decimal.js';
import type { Sentences } from '../../../words/texts/entry.js';
import type { Figure, Team } from '../../values/node.js';
import { unknownAmong, withOwnCauses } from '../../values/obstacles.js';
import { measure, NO_NOTES, note, type Trace } from '../../values/trace.js';
import { type Cause, missing, numberValue, UNDEFINED, type Value } from '../../values/value.js';
import type { CompiledExpression } from '../compiled-expression.js';
import { finding } from './function.js';
import type { FigureCall } from './team-figures.js';

/** What it says of itself. */
const SENTENCES = {
  notePooled: {
    zh: '团队合计 {numerator} ÷ {denominator}（{count} 人）',
    en: 'team {numerator} ÷ {denominator} ({count} agents)',
  },
} as const satisfies Sentences;

/** The team's figure of a quotient: Σ numerators ÷ Σ denominators, never a mean of ratios. */
export function pooled({ call, asked, scope }: FigureCall, metric: string): CompiledExpression {
  const key = {};
  return finding(call, asked.type, asked.unit, (env) => {
    const own = asked.evaluate(env);
    const team = scope.find(env);
    if ('unknown' in team) return { value: withOwnCauses(own.value, team.unknown), parts: [own] };
    const { value, notes } = team.once(key, () => poolOf(team, metric, asked));
    return { value: withOwnCauses(own.value, value), parts: [own], notes };
  });
}

function poolOf(team: Team, id: string, asked: CompiledExpression): Pick<Trace, 'value' | 'notes'> {
  const figures = team.members.map((member) => member.facts.metric(id));
  const unknown = unknownAmong(figures.map(({ value }) => value));
  if (unknown !== undefined) return { value: unknown, notes: NO_NOTES };
  const parts = figures.flatMap(({ numerator, denominator }) =>
    numerator === undefined || denominator === undefined ? [] : [{ numerator, denominator }],
  );
  if (parts.length < figures.length) {
    return { value: withoutParts(figures, id, asked), notes: NO_NOTES };
  }
  const top = sum(parts.map(({ numerator }) => numerator));
  const bottom = sum(parts.map(({ denominator }) => denominator));
  const params = {
    numerator: measure(top, undefined),
    denominator: measure(bottom, undefined),
    count: figures.length,
  };
  const value = bottom.isZero() ? UNDEFINED : numberValue(divide(top, bottom));
  return { value, notes: () => [note(SENTENCES.notePooled, params)] };
}

/** Where the figures stand that were imported without numerator and denominator. */
function withoutParts(figures: readonly Figure[], id: string, asked: CompiledExpression): Value {
  const name = asked.reference?.title ?? { zh: id, en: id };
  const bare = figures.filter(
    ({ numerator, denominator }) => numerator === undefined || denominator === undefined,
  );
  const causes = bare.map(
    ({ place = {} }): Cause => ({ name, code: 'no-parts', place, params: { metric: name } }),
  );
  return unknownAmong([missing(...causes)]) ?? UNDEFINED;
}
