import { describe, expect, test } from 'vitest';
import { kpi } from '../setup/program.js';
import { writeShop } from '../setup/shop.js';

/** What decides of a rule, as `rules show` says it: the line of the book, and the sentence in both languages. */
const DECIDING: readonly (readonly [what: string, zh: string, en: string])[] = [
  ['a fine that is taken off a category', '从奖金里扣，扣完为止', 'taken off bonus, not below 0'],
  ['rates of slices', '(每段各按自己的算)', '(each for its own slice)'],
  ['a rate of the whole', '(全部按所在的那一档算)', '(the whole by the row that it reaches)'],
  ['straight lines', '(两档之间按直线取)', '(straight lines between the rows)'],
  ['a least and a most', '(≥ 20%、≤ 120%)', '(≥ 20%, ≤ 120%)'],
  ['the weight of a part', '回复（权重 60）', '回复 (weight 60)'],
  ['a part without data', '没有数据时算满分', 'without data: counts as full points'],
  ['a part with a denominator of 0', '不计这一项', 'the entry is left out'],
  ['weights that are spread', '权重按比例分给其余各部分', 'is spread over the others'],
  ['a note', '说明：试行到年底', 'note: 试行到年底'],
  ['a source', '依据：第 4 条', 'source: 第 4 条'],
  ['a value of the shop', '其中 单价 = 3', 'where 单价 = ¥3'],
  ['times before', '接着以前的 2 次', 'after 2 before'],
  ['who shares a pool', '参加条件：已转正', 'who takes part: '],
  ['a grade that is a number', '也可以评 0 到 100 的数', 'or a number from 0 to 100'],
  [
    'a metric over some orders',
    '一店的大单（large）: 付款订单数，只算这些订单：店铺 一店，金额 >= 500 元',
    '一店的大单 (large): Paid orders of these orders only: shop 一店, amount >= 500 yuan',
  ],
  [
    'a metric over some orders of kpi.yaml',
    '大额（big）: 付款订单数，只算这些订单：金额 >= 900 元',
    '大额 (big): Paid orders of these orders only: amount >= 900 yuan',
  ],
  ['a notice that may be a warning', '是警告，如果 迟到 > 3', 'a warning if '],
  ['a notice that is said once', '全店只说一次', 'said once for the whole shop'],
];

const PAY = `\
id: decided
kind: pay
title: 样样都有
parameters:
  each: {title: 单价, value: 2, unit: yuan}
define:
  large: {title: 一店的大单, metric: 付款订单数, where: {shop: 一店, amount: '>= 500'}}
lines:
  - {id: large, title: 大单奖, kind: earning, category: bonus, formula: 一店的大单 × 单价}
  - {id: big, title: 大额奖, kind: earning, category: bonus, formula: 大额 × 单价}
  - {id: fine, title: 罚款, kind: deduction, category: fine, off: bonus, notes: 试行到年底, source: 第 4 条, per: {of: 迟到, after: 2, ladder: [10, 20]}}
  - {id: slices, title: 分段提成, kind: earning, category: commission, bands: {of: 销售额, marginal: true, table: [{to: 10000, rate: 1%}, {rate: 2%}]}}
  - {id: whole, title: 全额提成, kind: earning, category: commission, bands: {of: 销售额, marginal: false, table: [{to: 10000, rate: 1%}, {rate: 2%}]}}
  - {id: pieces, title: 计件, kind: earning, category: bonus, formula: 接待人数 × 单价}
  - {id: shared, title: 共享, kind: earning, category: bonus, pool: {amount: 500, among: 已转正}}
notices:
  - {id: meeting, level: info, text: 开会, once: shop}
  - {id: lateness, level: info, warning_when: 迟到 > 3, when: 迟到 > 1, text: '迟到 {迟到} 次'}
`;

const SCORES = `\
id: scored
kind: scorecard
total: 300
ratings: {manner: 态度}
items:
  - id: service
    title: 服务
    full: 100
    weighted:
      renormalise: true
      parts:
        - {id: reply, title: 回复, weight: 60, missing: full, target: {of: 回复率, target: 90%, floor: 20%, cap: 120%}}
        - {id: conversion, title: 转化, weight: 40, undefined: absent, target: {of: 询单转化率, target: 50%}}
  - {id: manner, title: 态度, full: 100, grade: {of: rating.manner, 优: 100, 良: 80, 中: 60, 差: 0, number: percent}}
  - {id: refunds, title: 退款, full: 100, bands: {of: shop_refund_rate, interpolate: true, table: [{to: 5%, points: 100}, {to: 10%, points: 0}]}}
`;

describe('rules show', () => {
  test('says everything that decides what is paid, in both languages', async () => {
    const cwd = writeShop({
      'kpi.yaml': `shop: 小店
set: {样样都有.单价: 3}
define: {big: {title: 大额, metric: 付款订单数, where: {amount: '>= 900'}}}
`,
      'agents.csv': '工号,姓名,岗位\n',
      'rules/decided.yaml': PAY,
      'rules/scored.yaml': SCORES,
    });
    const shown = async (language: string) => {
      const runs = ['decided', 'scored'].map((id) =>
        kpi(['rules', 'show', id, '--lang', language], { cwd }),
      );
      return (await Promise.all(runs)).map(({ out, err }) => out + err).join('');
    };
    const [zh, en] = [await shown('zh'), await shown('en')];
    const unsaid = DECIDING.filter(([, inZh, inEn]) => !zh.includes(inZh) || !en.includes(inEn));
    expect(unsaid, `${zh}\n${en}`).toEqual([]);
  });
});
