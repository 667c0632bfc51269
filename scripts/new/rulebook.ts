import { type Skeleton, spoken } from './skeleton.js';

/** A rulebook of one pay line, with a parameter and an example: it passes `kpi rules test` as it is. */
export function rulebook(id: string): Skeleton {
  return {
    files: {
      [`rules/pay/${id}.yaml`]: `# yaml-language-server: $schema=../rulebook.schema.json
id: ${id}
kind: pay
title: {zh: ${id}, en: ${spoken(id)}}
source: 写下依据：哪份制度、哪一条

parameters:
  amount: {value: 100, unit: yuan, min: 0, title: {zh: 金额, en: Amount}}

lines:
  - id: ${id}
    title: {zh: ${id}, en: ${spoken(id)}}
    kind: earning
    category: bonus
    when: 付款订单数 >= 1
    formula: 金额

examples:
  - title: 有成交
    given: {付款订单数: 1}
    expect: {${id}: 100}
  - title: 没有成交
    given: {付款订单数: 0}
    expect: {${id}: absent}
`,
    },
    entries: [],
    next: [
      `rules/pay/${id}.yaml: titles, source, what it pays and examples by hand`,
      `kpi rules test ${id}`,
      'a scorecard, plan or notice goes to its own folder of rules/',
      'npm run docs',
    ],
  };
}
