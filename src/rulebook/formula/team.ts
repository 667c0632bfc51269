import { type Decimal, decimal, divide, sum } from '../../lib/decimal.js';
import type { Env } from '../node.js';
import { measure, note, type Trace } from '../trace.js';
import { FLEXIBLE, PLAIN, type Type, YESNO } from '../type.js';
import { type DisplayUnit, missing, numberValue, UNDEFINED, type Value } from '../value.js';
import { firstObstacle } from './operators.js';
import { asNumber, type Part } from './part.js';
import type { Fail } from './simple.js';

/** A function over the agents of one's team, oneself included. */
export function teamFunction(id: string, parts: readonly Part[], fail: Fail): Part | undefined {
  const [asked] = parts;
  if (asked === undefined) return id === 'team_count' ? teamSize() : undefined;
  if (id === 'team_count') {
    return asked.type.kind === 'yesno'
      ? overTeam(id, asked, PLAIN, 'persons', count)
      : fail(0, YESNO);
  }
  const type = asNumber(asked.type);
  if (type.kind !== 'number') return fail(0, FLEXIBLE);
  switch (id) {
    case 'team_sum':
      return overTeam(id, asked, type, asked.unit, (values) => numberValue(sum(values)));
    case 'team_mean':
      return asked.reference?.metric?.quotient === true
        ? pooled(asked, type)
        : overTeam(id, asked, type, asked.unit, mean);
    case 'team_min':
      return overTeam(id, asked, type, asked.unit, (values) => extreme(values, -1));
    case 'team_max':
      return overTeam(id, asked, type, asked.unit, (values) => extreme(values, 1));
    case 'rank':
      return ofOneself(id, asked, PLAIN, undefined, (own, all) => decimal(placeOf(own, all)));
    case 'percentile':
      return ofOneself(id, asked, PLAIN, 'ratio', (own, all) =>
        divide(decimal(placeOf(own, all) - 1), decimal(all.length)),
      );
    case 'share':
      return ofOneself(id, asked, PLAIN, 'ratio', (own, all) => {
        const total = sum(all);
        return total.isZero() ? undefined : divide(own, total);
      });
    default:
      return undefined;
  }
}

/** Place among the numbers, 1 for the greatest; equals share a place. */
export function placeOf(own: Decimal, all: readonly Decimal[]): number {
  return 1 + all.filter((other) => other.greaterThan(own)).length;
}

function teamSize(): Part {
  return {
    type: PLAIN,
    unit: 'persons',
    uses: [],
    evaluate: (env) => ({
      step: 'call',
      operation: 'team_count',
      value: numberValue(decimal(env.team.members.length)),
      unit: 'persons',
      parts: [],
      notes: [],
    }),
  };
}

/** The values of a part over the team; an agent for whom it is absent or undefined has none. */
function valuesOf(asked: Part, env: Env): { numbers: readonly Decimal[]; obstacle?: Value } {
  return env.team.once(asked, () => {
    const values = env.team.members.map((member) => asked.evaluate(member).value);
    const unknown = firstObstacle(values.filter(({ kind }) => kind === 'missing'));
    if (unknown !== undefined) return { numbers: [], obstacle: unknown };
    const numbers = values.flatMap((value) => {
      if (value.kind === 'number') return [value.number];
      return value.kind === 'yesno' ? [decimal(value.yes ? 1 : 0)] : [];
    });
    return { numbers };
  });
}

function overTeam(
  id: string,
  asked: Part,
  type: Type,
  unit: DisplayUnit,
  compute: (numbers: readonly Decimal[]) => Value,
): Part {
  const key = {};
  return {
    type,
    unit,
    uses: asked.uses,
    evaluate(env): Trace {
      // The whole team shares one figure, and one trace of it.
      return env.team.once(key, () => {
        const { numbers, obstacle } = valuesOf(asked, env);
        const members = note('note.team', { count: env.team.members.length });
        const value = obstacle ?? compute(numbers);
        return {
          step: 'call',
          operation: id,
          value,
          unit,
          parts: [asked.evaluate(env)],
          notes: [members],
        };
      });
    },
  };
}

function count(values: readonly Decimal[]): Value {
  return numberValue(sum(values));
}

function mean(values: readonly Decimal[]): Value {
  return values.length === 0 ? UNDEFINED : numberValue(divide(sum(values), decimal(values.length)));
}

function extreme(values: readonly Decimal[], sign: 1 | -1): Value {
  const [first, ...rest] = values;
  if (first === undefined) return UNDEFINED;
  return numberValue(rest.reduce((a, b) => (b.comparedTo(a) === sign ? b : a), first));
}

/** The team's figure of a quotient: Σ numerators ÷ Σ denominators, never a mean of ratios. */
function pooled(asked: Part, type: Type): Part {
  const metric = asked.reference?.metric;
  const key = {};
  return {
    type,
    unit: asked.unit,
    uses: asked.uses,
    evaluate(env): Trace {
      return env.team.once(key, () => {
        const { value, notes } = poolOf(env, metric?.id ?? '', asked);
        return {
          step: 'call',
          operation: 'team_mean',
          value,
          unit: asked.unit,
          parts: [asked.evaluate(env)],
          notes,
        };
      });
    },
  };
}

function poolOf(env: Env, id: string, asked: Part): Pick<Trace, 'value' | 'notes'> {
  const figures = env.team.members.map((member) => member.facts.metric(id));
  const unknown = firstObstacle(
    figures.map(({ value }) => value).filter(({ kind }) => kind === 'missing'),
  );
  if (unknown !== undefined) return { value: unknown, notes: [] };
  const numerators: Decimal[] = [];
  const denominators: Decimal[] = [];
  for (const { numerator, denominator } of figures) {
    if (numerator === undefined || denominator === undefined) {
      const name = asked.reference?.title ?? { zh: id, en: id };
      const cause = { name, code: 'no-parts', place: {}, params: { metric: name } } as const;
      return { value: missing(cause), notes: [] };
    }
    numerators.push(numerator);
    denominators.push(denominator);
  }
  const top = sum(numerators);
  const bottom = sum(denominators);
  const notes = [
    note('note.pooled', {
      numerator: measure(top, undefined),
      denominator: measure(bottom, undefined),
      count: figures.length,
    }),
  ];
  return { value: bottom.isZero() ? UNDEFINED : numberValue(divide(top, bottom)), notes };
}

/** A figure that sets one's own value in relation to the team's. */
function ofOneself(
  id: string,
  asked: Part,
  type: Type,
  unit: DisplayUnit,
  compute: (own: Decimal, all: readonly Decimal[]) => Decimal | undefined,
): Part {
  return {
    type,
    unit,
    uses: asked.uses,
    evaluate(env): Trace {
      const own = asked.evaluate(env);
      const { numbers, obstacle } = valuesOf(asked, env);
      const result = own.value.kind === 'number' ? compute(own.value.number, numbers) : undefined;
      const value =
        obstacle ??
        (own.value.kind === 'number'
          ? result === undefined
            ? UNDEFINED
            : numberValue(result)
          : own.value);
      const notes = [note('note.team', { count: env.team.members.length })];
      return { step: 'call', operation: id, value, unit, parts: [own], notes };
    },
  };
}
