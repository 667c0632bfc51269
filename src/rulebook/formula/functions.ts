import type { Title } from '../../lib/language.js';

/** A function of the formula language. */
export interface FormulaFunction {
  readonly id: string;
  readonly title: Title;
  /** Fewest and most arguments. */
  readonly arguments: readonly [number, number];
  /** Whom or when it asks: this agent now, the whole team, earlier months, single days, hours or rows of a file. */
  readonly scope: 'value' | 'team' | 'history' | 'days' | 'hours' | 'rows';
}

const MANY = 50;

/** Every function there is: no policy can call anything else. */
export const FUNCTIONS: readonly FormulaFunction[] = [
  define('if', '如果', [3, 3]),
  define('min', '最小', [1, MANY]),
  define('max', '最大', [1, MANY]),
  define('sum', '求和', [1, MANY]),
  define('round', '四舍五入', [1, 2]),
  define('floor', '向下取整', [1, 2]),
  define('ceil', '向上取整', [1, 2]),
  define('abs', '绝对值', [1, 1]),
  define('clamp', '限制', [3, 3]),
  define('team_sum', '团队合计', [1, 1], 'team'),
  define('shop_sum', '全店合计', [1, 1], 'team'),
  define('team_mean', '团队平均', [1, 1], 'team'),
  define('team_min', '团队最小', [1, 1], 'team'),
  define('team_max', '团队最大', [1, 1], 'team'),
  define('team_count', '团队人数', [0, 1], 'team'),
  define('rank', '名次', [1, 1], 'team'),
  define('percentile', '百分位', [1, 1], 'team'),
  define('share', '占比', [1, 1], 'team'),
  define('leaders', '前几名', [2, 3], 'team'),
  define('count_where', '符合次数', [2, 2], 'rows'),
  define('previous', '之前', [1, 2], 'history'),
  define('streak', '连续', [1, 1], 'history'),
  define('mean_over', '月均', [2, 2], 'history'),
  define('sum_over', '月累计', [2, 2], 'history'),
  define('days_where', '符合天数', [1, 1], 'days'),
  define('busiest_hours', '最忙时段', [1, 1], 'hours'),
  define('month_of', '月份', [1, 1]),
  define('months_between', '整月数', [2, 2]),
  define('add_days', '加天数', [2, 2]),
];

function define(
  id: string,
  zh: string,
  count: readonly [number, number],
  scope: FormulaFunction['scope'] = 'value',
): FormulaFunction {
  return { id, title: { zh, en: id }, arguments: count, scope };
}

/** The function of an id or Chinese name. */
export function functionNamed(name: string): FormulaFunction | undefined {
  return FUNCTIONS.find(({ id, title }) => id === name.toLowerCase() || title.zh === name);
}
