import { decimal, divide } from '../../../lib/decimal.js';
import { OWN_PART, WHOLE_PLAN } from '../../values/team-scope.js';
import { FLEXIBLE, PLAIN, YESNO } from '../../values/type.js';
import { numberValue } from '../../values/value.js';
import type { CompiledExpression } from '../compiled-expression.js';
import { overMembers, overShop } from './beyond-team.js';
import { type CompiledCall, define, type FormulaFunction, finding } from './function.js';
import { pooled } from './pooled-quotients.js';
import { amongFigures, amongThose, extreme, mean, overFigures, overTeam } from './team-figures.js';
import { ofOneself, placeAmong } from './team-places.js';
import { isScope, scopeOf } from './team-scope-argument.js';

/** Functions over the agents of one's team, oneself included. */
export const TEAM_FUNCTIONS: readonly FormulaFunction[] = [
  define({
    id: 'team_sum',
    zh: '团队合计',
    about: {
      zh: '方案里所有人加起来，不论方案怎样分队；第二个参数写花名册的一栏，就是与自己这一栏相同的人。一个人缺数据，合计就缺。',
      en: "Summed over everybody under the plan, however it divides them; with a column of the roster as second argument over those who have the same there. Missing when anyone's figure is missing.",
    },
    scope: 'team',
    takes: [FLEXIBLE],
    mayTake: ['column'],
    compile: overFigures(
      WHOLE_PLAN,
      overTeam(({ total }) => numberValue(total)),
    ),
  }),
  define({
    id: 'shop_sum',
    zh: '全店合计',
    about: {
      zh: '全店的合计，不论按哪个方案计薪；方案里没有这一项的人算 0。',
      en: 'The sum over everybody who is paid this month, under whatever plan; whose plan does not have the line gives nothing.',
    },
    scope: 'team',
    asksShop: true,
    takes: [FLEXIBLE],
    compile: overShop,
  }),
  define({
    id: 'members_sum',
    zh: '成员合计',
    about: {
      zh: '自己带的人的合计：花名册“组长”一栏写了自己的人，不论按哪个方案计薪，自己不算；方案里没有这一项的人算 0。',
      en: "The sum over those whom one leads, by the roster's column of team leads, under whatever plan, oneself left out; whose plan does not have the line gives nothing.",
    },
    scope: 'team',
    asksShop: true,
    takes: [FLEXIBLE],
    compile: overMembers,
  }),
  define({
    id: 'team_mean',
    zh: '团队平均',
    about: {
      zh: '全队平均；第二个参数写花名册的一栏，例如 班次，就是与自己这一栏相同的人的平均。比率的平均是分子之和 ÷ 分母之和，不是比率的平均。',
      en: "The team's mean; with a column of the roster as second argument, such as shift, that of those who have the same there. Of a ratio it is Σ numerators ÷ Σ denominators, never a mean of ratios.",
    },
    scope: 'team',
    takes: [FLEXIBLE],
    mayTake: ['column'],
    compile: overFigures(
      OWN_PART,
      amongFigures((call) => {
        const { metric } = call.asked.reference ?? {};
        return metric?.quotient === true ? pooled(call, metric.id) : overTeam(mean)(call);
      }),
    ),
  }),
  define({
    id: 'team_min',
    zh: '团队最小',
    about: {
      zh: '全队最小的；第二个参数同 团队平均。',
      en: "The team's smallest; the second argument is that of team_mean.",
    },
    scope: 'team',
    takes: [FLEXIBLE],
    mayTake: ['column'],
    compile: overFigures(
      OWN_PART,
      amongFigures(overTeam(({ descending }) => extreme(descending.at(-1)))),
    ),
  }),
  define({
    id: 'team_max',
    zh: '团队最大',
    about: {
      zh: '全队最大的；第二个参数同 团队平均。',
      en: "The team's largest; the second argument is that of team_mean.",
    },
    scope: 'team',
    takes: [FLEXIBLE],
    mayTake: ['column'],
    compile: overFigures(
      OWN_PART,
      amongFigures(overTeam(({ descending }) => extreme(descending[0]))),
    ),
  }),
  define({
    id: 'team_count',
    zh: '团队人数',
    about: {
      zh: '方案里的人数，不论方案怎样分队；有条件时，符合条件的人数；最后写花名册的一栏，就是与自己这一栏相同的人。',
      en: 'How many are paid by the plan, however it divides them, or for how many of them a condition holds; with a column of the roster last, of those who have the same there.',
    },
    scope: 'team',
    takes: [],
    mayTake: ['any', 'column'],
    compile: teamCount,
  }),
  define({
    id: 'rank',
    zh: '名次',
    about: {
      zh: '队里的名次，最大的是第 1；相等的同一名次。第二个参数同 团队平均。',
      en: 'The place in the team, 1 for the largest; equals share a place. The second argument is that of team_mean.',
    },
    scope: 'team',
    takes: [FLEXIBLE],
    mayTake: ['column'],
    compile: overFigures(
      OWN_PART,
      ofOneself(undefined, true, (own, { descending }) => decimal(placeAmong(own, descending))),
    ),
  }),
  define({
    id: 'percentile',
    zh: '百分位',
    about: {
      zh: '排在前面的人占全队的比例：0 是第一名。第二个参数同 团队平均。',
      en: 'The share of the team that is ahead; 0 for the first. The second argument is that of team_mean.',
    },
    scope: 'team',
    takes: [FLEXIBLE],
    mayTake: ['column'],
    compile: overFigures(
      OWN_PART,
      ofOneself('ratio', true, (own, { descending }) =>
        divide(decimal(placeAmong(own, descending) - 1), decimal(descending.length)),
      ),
    ),
  }),
  define({
    id: 'share',
    zh: '占比',
    about: {
      zh: '占 团队合计 的比例；第二个参数同 团队合计。',
      en: "One's share of team_sum, whose second argument it takes.",
    },
    scope: 'team',
    takes: [FLEXIBLE],
    mayTake: ['column'],
    compile: overFigures(
      WHOLE_PLAN,
      ofOneself('ratio', false, (own, { total }) =>
        total.isZero() ? undefined : divide(own, total),
      ),
    ),
  }),
];

/** How many the team has, or for how many of them a condition holds. */
function teamCount(
  call: CompiledCall<readonly [CompiledExpression | undefined, CompiledExpression | undefined]>,
): CompiledExpression | undefined {
  const [first, second] = call.operands;
  const isAlike = second === undefined && first !== undefined && isScope(first);
  const [condition, alike] = isAlike ? [undefined, first] : [first, second];
  const scope = scopeOf(alike, WHOLE_PLAN);
  const called = amongThose(call.called, scope);
  if (condition === undefined) {
    return finding({ ...call, called, operands: [] }, PLAIN, 'persons', (env) => {
      const team = scope.find(env);
      const value = 'unknown' in team ? team.unknown : numberValue(decimal(team.members.length));
      return { value, parts: [] };
    });
  }
  if (condition.type.kind !== 'yesno') return call.fail(0, YESNO);
  const asked = { ...condition, type: PLAIN, unit: 'persons' as const };
  const ofPart = { call: { ...call, called, operands: [asked] as const }, asked, scope };
  return overTeam(({ total }) => numberValue(total))(ofPart);
}
