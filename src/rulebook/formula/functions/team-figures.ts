import { compareDecimals, type Decimal, decimal, divide, sum, ZERO } from '../../../lib/decimal.js';
import type { Sentences } from '../../../words/texts/entry.js';
import { notesTexts } from '../../../words/texts/notes.js';
import { knownNumbers, unknownAmong, withOwnCauses } from '../../values/obstacles.js';
import type { FoundTeam, TeamScope } from '../../values/team-scope.js';
import { NO_NOTES, type Notes, note, type Operation } from '../../values/trace.js';
import { numberValue, undefinedBecause, type Value } from '../../values/value.js';
import type { CompiledExpression } from '../compiled-expression.js';
import { type CompiledCall, finding } from './function.js';
import { scopeOf } from './team-scope-argument.js';

/** What it says of itself. */
const SENTENCES = {
  noFigure: { zh: '队里没有人有这个数', en: 'nobody in the team has such a figure' },
  noteAlike: { zh: '{column}相同的 {count} 人', en: '{count} agents of the same {column}' },
} as const satisfies Sentences;

/** A call of a function of one figure of each agent, with those over whom it goes. */
export interface FigureCall {
  readonly call: CompiledCall<readonly [CompiledExpression]>;
  readonly asked: CompiledExpression;
  readonly scope: TeamScope;
}

/** A function of one figure of each agent, whose second argument says over whom it goes. */
export function overFigures(usual: TeamScope, compile: (call: FigureCall) => CompiledExpression) {
  return (call: CompiledCall<readonly [CompiledExpression, CompiledExpression | undefined]>) => {
    const [asked, alike] = call.operands;
    const scope = scopeOf(alike, usual);
    const called = amongThose(call.called, scope);
    return compile({ call: { ...call, called, operands: [asked] }, asked, scope });
  };
}

/** A function, as a call of it goes over those who have a column in common. */
export function amongThose<Called extends Operation>(
  called: Called,
  { column }: TeamScope,
): Called {
  return column === undefined ? called : { ...called, among: column };
}

/** The figures of a team, worked out once for all of its members. */
export interface TeamFigures {
  /** From the greatest to the smallest; who has none (undefined, absent) is left out. */
  readonly descending: readonly Decimal[];
  readonly total: Decimal;
  /** Why the team's figures are not known. */
  readonly obstacle: Value | undefined;
}

export function figuresOf(asked: CompiledExpression, team: FoundTeam): TeamFigures {
  if ('unknown' in team) return { descending: [], total: ZERO, obstacle: team.unknown };
  return team.once(asked, () => {
    const values = team.members.map((member) => member.value(asked));
    const obstacle = unknownAmong(values);
    const descending = [...knownNumbers(values.map(asFigure))].sort((a, b) =>
      compareDecimals(b, a),
    );
    return { descending, total: sum(descending), obstacle };
  });
}

/** A figure of the whole team; the trace shows one's own part in it. */
export function overTeam(compute: (figures: TeamFigures) => Value) {
  return ({ call, asked, scope }: FigureCall): CompiledExpression => {
    const key = {};
    return finding(call, asked.type, asked.unit, (env) => {
      const own = asked.evaluate(env);
      const team = scope.find(env);
      const find = (): Value => {
        const figures = figuresOf(asked, team);
        return figures.obstacle ?? compute(figures);
      };
      const ofAll = 'unknown' in team ? team.unknown : team.once(key, find);
      return { value: withOwnCauses(own.value, ofAll), parts: [own], notes: sizeOf(team, scope) };
    });
  };
}

/** A figure that is one of the team's or stands between them: it can be whatever theirs can. */
export function amongFigures(compile: (call: FigureCall) => CompiledExpression) {
  return (call: FigureCall): CompiledExpression => ({
    ...compile(call),
    range: call.asked.range,
  });
}

export function sizeOf(team: FoundTeam, { column }: TeamScope): Notes {
  if ('unknown' in team) return NO_NOTES;
  const count = team.members.length;
  return () => [
    column === undefined
      ? note(notesTexts['note.team'], { count })
      : note(SENTENCES.noteAlike, { column, count }),
  ];
}

export function mean({ descending, total }: TeamFigures): Value {
  return descending.length === 0
    ? NO_FIGURE
    : numberValue(divide(total, decimal(descending.length)));
}

export function extreme(number: Decimal | undefined): Value {
  return number === undefined ? NO_FIGURE : numberValue(number);
}

const NO_FIGURE = undefinedBecause(SENTENCES.noFigure);

/** A yes counts as 1, a no as 0. */
export function asFigure(value: Value): Value {
  return value.kind === 'yesno' ? numberValue(decimal(value.yes ? 1 : 0)) : value;
}
