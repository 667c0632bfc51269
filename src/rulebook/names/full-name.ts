import type { IdAndTitle } from './plan-names.js';

/** The words before the dot in `metric.x`, in both languages. */
export const PREFIXES: ReadonlyMap<string, string> = new Map([
  ['指标', 'metric'],
  ['项目', 'item'],
  ['工资项', 'line'],
  ['得分', 'score'],
  ['类别', 'category'],
  ['评分', 'rating'],
  ['事项', 'event'],
  ['记录', 'case'],
  ['目标', 'target'],
  ['参数', 'parameter'],
  ['定义', 'definition'],
  ['花名册', 'roster'],
]);

/** A name in full, as whoever wrote the short one would write it: 指标.回复率 beside 回复率, by id where the title is another's as well. */
export function fullName(
  written: string,
  { kind, id, title }: IdAndTitle & { readonly kind: string },
  others: readonly (IdAndTitle & { readonly kind: string })[],
): string {
  const prefix = [...PREFIXES].find(([, each]) => each === kind)?.[0];
  if (prefix === undefined || title.zh.normalize('NFKC') !== written) return `${kind}.${id}`;
  const twins = others.filter((each) => each.kind === kind && each.title.zh === title.zh);
  return `${prefix}.${twins.length > 1 ? id : title.zh}`;
}
