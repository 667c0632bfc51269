import { z } from 'zod';
import { type Decimal, ZERO } from '../../lib/decimal.js';
import { definition, described } from '../../lib/described.js';
import type { Title } from '../../lib/language.js';
import { title as wording } from '../../words/text.js';
import { exprSchema, whenSchema } from '../formula/expr.js';
import type { Node } from '../values/node.js';
import { firstObstacle } from '../values/obstacles.js';
import {
  distanceTo,
  evaluateAll,
  type Placing,
  type Ranking,
  rankedIn,
  rankTeam,
  rungShare,
  type Ties,
} from '../values/ranking.js';
import { measure, type Note, note, type Trace } from '../values/trace.js';
import { fits, MONEY } from '../values/type.js';
import { NOTHING, numberValue, UNDEFINED } from '../values/value.js';
import { type Mechanism, type MechanismContext, tableStep } from './mechanism.js';
import { betterKey, tiesKey } from './team-keys.js';

const schema = definition(
  'rank',
  '按名次',
  'by place',
  z.strictObject({
    by: described(exprSchema, '按什么排', 'the figure to rank or share by'),
    better: betterKey,
    ladder: described(z.array(exprSchema).min(1).max(100), '一级一级的金额或分数', 'rung by rung'),
    ties: tiesKey,
    gates: described(whenSchema.optional(), '门槛，都要达到', 'gates, all of which must hold'),
  }),
);

type Spec = z.output<typeof schema>;

/**
 * `rank: {by: 得分, ladder: [1000, 800, 600, 400, 200], gates: [得分 >= 80]}`: an amount by place among the
 * team, nothing after the last rung. Equals share the mean of the rungs that they occupy unless `ties`
 * says otherwise. Who fails a gate keeps the place and gets 0, with the reason.
 */
export const rank: Mechanism<Spec> = {
  id: 'rank',
  title: { zh: '按名次', en: 'by rank' },
  ofTeam: true,
  schema,
  compile,
};

const SEPARATOR: Title = { zh: '；', en: '; ' };
const COMMA: Title = { zh: '，', en: ', ' };

function compile(spec: Spec, context: MechanismContext): Node | undefined {
  const by = context.number(spec.by, ['by']);
  const rungs = spec.ladder.map((rung, index) =>
    context.number(rung, ['ladder', index], context.result),
  );
  const gates = (spec.gates ?? []).map((gate, index) => context.condition(gate, ['gates', index]));
  const ladder = rungs.filter((rung) => rung !== undefined);
  const barriers = gates.filter((gate) => gate !== undefined);
  if (by === undefined || ladder.length < rungs.length || barriers.length < gates.length) {
    return undefined;
  }
  context.declare({ placed: wording('outcome.placed'), beyond: wording('outcome.beyond') });
  if (gates.length > 0) context.declare({ gate: wording('outcome.gate') });
  const key = {};
  const unit = ladder[0]?.unit ?? (fits(context.result, MONEY) ? 'yuan' : 'points');
  return {
    type: context.result,
    unit: ladder[0]?.unit,
    uses: [by, ...ladder, ...barriers].flatMap(({ uses }) => uses),
    print(language) {
      const rewards = ladder.map((rung, index) =>
        wording('rank.rung', { place: index + 1, gives: rung.print(language) }),
      );
      const conditions = barriers.map((gate) => gate.print(language)).join(SEPARATOR[language]);
      return [
        wording(`rank.by_${spec.better}`, { by: by.print(language) })[language],
        `${rewards.map((rung) => rung[language]).join(COMMA[language])}${COMMA[language]}${wording('rank.rest')[language]}`,
        ...(barriers.length === 0 ? [] : [wording('rank.gates', { conditions })[language]]),
        wording(`rank.ties_${spec.ties}`)[language],
      ].join('\n');
    },
    evaluate(env): Trace {
      const asked = by.evaluate(env);
      const ranking = env.team.once(key, () =>
        rankTeam(env.team.members, (member) => member.value(by), spec.better, spec.ties),
      );
      const passed = barriers.map((gate) => gate.evaluate(env));
      const parts = [asked, ...passed];
      const numbers = evaluateAll(ladder, env);
      const ofTeam = ranking.obstacle === undefined ? [] : [ranking.obstacle];
      const obstacle =
        firstObstacle([...parts.map(({ value }) => value), ...ofTeam]) ??
        ('kind' in numbers ? numbers : undefined);
      const placing = ranking.placings.get(env);
      if (obstacle !== undefined || placing === undefined || 'kind' in numbers) {
        return tableStep(rank, obstacle ?? UNDEFINED, parts);
      }
      const ranked = rankedIn(ranking, env, asked.unit);
      const notes = () => {
        // The next better place that is worth something.
        const next = Math.min(placing.place - 1, numbers.length);
        const distance = distanceTo(next, ranking, env);
        const placed = notesOn(ranking, placing, spec.ties);
        if (distance === undefined) return placed;
        const gives = measure(numbers[next - 1] ?? ZERO, unit);
        const away = measure(distance, asked.unit);
        const params = { place: next, distance: away, gives };
        return [...placed, note('note.next_place', params, 'next')];
      };
      const failed = passed.some(({ value }) => value.kind === 'yesno' && !value.yes);
      if (failed) {
        const closed = () => [...notes(), note('note.gate_failed', {}, 'failed')];
        const step = tableStep(rank, NOTHING, parts, closed);
        return { ...step, ranking: ranked, branch: context.branch('gate') };
      }
      const amount: Decimal = rungShare(placing, numbers, spec.ties);
      const branch = context.branch(amount.isZero() ? 'beyond' : 'placed');
      return { ...tableStep(rank, numberValue(amount), parts, notes), ranking: ranked, branch };
    },
  };
}

/** The place, and who shares it. */
function notesOn({ count }: Ranking, { place, tied }: Placing, ties: Ties): readonly Note[] {
  const notes = [note('note.place', { place, count }, 'held')];
  if (tied > 1) notes.push(note(ties === 'share' ? 'note.tied' : 'note.tied_same', { tied }));
  return notes;
}
