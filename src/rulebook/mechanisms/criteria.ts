import { z } from 'zod';
import { decimal } from '../../lib/decimal.js';
import type { Title } from '../../lib/language.js';
import { meaning } from '../../lib/meaning.js';
import type { YamlPath } from '../../lib/yaml/yaml-node.js';
import { filled } from '../../words/fill.js';
import { listedTitles } from '../../words/lists.js';
import { title as wording } from '../../words/text.js';
import type { Sentences } from '../../words/texts/entry.js';
import { type Consequences, checkBound } from '../formula/check-range.js';
import { exprSchema } from '../formula/expr.js';
import { arithmetic } from '../formula/operators.js';
import type { Env, Node } from '../values/node.js';
import { unknownAmong } from '../values/obstacles.js';
import { type Ranking, rankTeam, withoutPlaces } from '../values/ranking.js';
import { isYes, numberValue, UNDEFINED, type Value } from '../values/value.js';
import type { MechanismContext } from './mechanism.js';
import { oneOrSeveral } from './one-or-several.js';
import { betterKey, checkDirection } from './team-keys.js';

/** What it says of itself. */
const SENTENCES = {
  nearest: { zh: '{of}（最接近 {point}）', en: '{of} (nearest to {point})' },
  lower: { zh: '{of}（越低越好）', en: '{of} (lower is better)' },
} as const satisfies Sentences;

const NEAREST: Consequences = {
  never: wording('follows.never_reached'),
  always: wording('follows.never_reached'),
};

const ranking = z.union(
  [
    exprSchema,
    z.strictObject({
      of: exprSchema.meta(
        meaning(
          '要写 better 或 nearest 时，数写在这里',
          'the figure, where `better` or `nearest` is said of it',
          '看',
        ),
      ),
      better: betterKey,
      nearest: exprSchema
        .optional()
        .meta(meaning('离这个数最近的好', 'nearest to this is best', '最接近')),
    }),
  ],
  'want-criterion',
);

/** A figure to rank by, or several of which the places are added up. */
export const criteriaKey = oneOrSeveral(ranking, 10, 'want-criteria').meta(
  meaning(
    '按哪个数；可以写几个，按名次之和',
    'the figure, or several, by the sum of the places',
    '按',
  ),
);

/** A figure to rank by. */
export interface Criterion {
  readonly asked: Node;
  readonly better: 'higher' | 'lower';
  readonly nearest: Node | undefined;
}

/** Compiles what stands under `by`. */
export function compileCriteria(
  rankings: z.output<typeof criteriaKey>,
  context: MechanismContext,
): readonly Criterion[] {
  return rankings.map(({ spec, at }) => compileCriterion(spec, ['by', ...at], context));
}

function compileCriterion(
  spec: z.output<typeof ranking>,
  path: YamlPath,
  context: MechanismContext,
): Criterion {
  if (typeof spec === 'string' || 'dated' in spec) {
    const asked = context.number(spec, path);
    checkDirection(asked, undefined, path, context);
    return { asked, better: 'higher', nearest: undefined };
  }
  const asked = context.number(spec.of, [...path, 'of']);
  const nearest = context.number(spec.nearest, [...path, 'nearest'], asked.type);
  if (nearest !== undefined) {
    checkBound('=', asked, nearest, NEAREST, context.reportRange([...path, 'nearest']));
  } else checkDirection(asked, spec.better, [...path, 'of'], context);
  return { asked, better: spec.better ?? (nearest === undefined ? 'higher' : 'lower'), nearest };
}

/** The figures to rank by, in words. */
export function criteriaInWords(criteria: readonly Criterion[]): Title {
  return listedTitles('names', criteria.map(inWords));
}

function inWords({ asked, better, nearest }: Criterion): Title {
  const of = asked.inWords();
  if (nearest !== undefined) return filled(SENTENCES.nearest, { of, point: nearest.inWords() });
  return better === 'lower' ? filled(SENTENCES.lower, { of }) : of;
}

/** Ranks those for whom `among` holds by the figure, or by the sum of their places in several rankings. */
export function rankBy(
  criteria: readonly Criterion[],
  all: readonly Env[],
  among: Node | undefined,
): Ranking {
  const admitted = all.map((member) => among && member.value(among));
  const unknown = unknownAmong(admitted.filter((value) => value !== undefined));
  if (unknown !== undefined) return withoutPlaces(unknown);
  const members = all.filter((_, index) => {
    const value = admitted[index];
    return value === undefined || isYes(value);
  });
  const rankings = criteria.map((criterion) =>
    rankTeam(members, (member) => figureOf(criterion, member), criterion.better, 'same'),
  );
  const obstacle = unknownAmong(rankings.flatMap((each) => each.obstacle ?? []));
  if (obstacle !== undefined) return withoutPlaces(obstacle);
  const [only] = rankings;
  return only !== undefined && rankings.length === 1
    ? only
    : rankTeam(members, (member) => sumOfPlaces(member, rankings), 'lower', 'same');
}

/** The sum of a member's places; who has no place in one of the rankings is out. */
function sumOfPlaces(member: Env, rankings: readonly Ranking[]): Value {
  const places = rankings.flatMap(({ placings }) => placings.get(member)?.place ?? []);
  if (places.length < rankings.length) return UNDEFINED;
  return numberValue(decimal(places.reduce((before, place) => before + place, 0)));
}

/** The figure that is ranked: itself, or how far it is from the point that it should be near. */
function figureOf({ asked, nearest }: Criterion, member: Env): Value {
  const value = member.value(asked);
  if (nearest === undefined) return value;
  const distance = arithmetic('-', value, member.value(nearest));
  return distance.kind === 'number' ? numberValue(distance.number.abs()) : distance;
}
