import { describe, expect, test } from 'vitest';
import { csvOf } from '../../../src/output/formats/csv.js';
import { indentedText } from '../../../src/output/formats/indented-text.js';
import { PLAIN_STYLE } from '../../../src/output/report/style.js';
import {
  descriptionBranches,
  rulebooksTable,
  testBranches,
  testSummary,
} from '../../../src/output/rules/rules-report.js';
import type { RulebookSummary, RulebookTest } from '../../../src/policy/rules.js';
import type { RuleDescription } from '../../../src/rulebook/plan/describe.js';

const LISTED: RulebookSummary = {
  id: 'rank_bonus',
  kind: 'pay',
  title: { zh: '名次奖', en: 'Rank bonus' },
  source: '网店客服考核制度',
  file: 'rules/pay/rank_bonus.yaml',
  origin: 'shipped',
  usedBy: ['aftersales', 'aftersales_lead'],
};

const DESCRIBED: RuleDescription = {
  id: 'rank_bonus',
  kind: 'pay',
  title: { zh: '名次奖', en: 'Rank bonus' },
  source: '网店客服考核制度',
  notes: [{ zh: '两个门槛都要过。', en: 'Both gates hold.' }],
  sections: [
    {
      heading: { zh: '工资项目', en: 'Lines' },
      lines: [
        { zh: '名次奖', en: 'Rank bonus' },
        { zh: '第 1 名 1000 元', en: 'place 1: 1000 yuan', indent: 1 },
      ],
    },
  ],
  text: 'id: rank_bonus\n',
};

const PASSED: RulebookTest = {
  rulebook: 'rank_bonus',
  file: 'rules/pay/rank_bonus.yaml',
  examples: 3,
  failures: [],
  untouched: [{ zh: '第 6 名以后', en: 'place 6 and after' }],
};

const FAILED: RulebookTest = {
  rulebook: 'my_pay',
  file: 'rules/my_pay.yaml',
  examples: 2,
  failures: [
    {
      line: 14,
      example: 1,
      title: { zh: '例一', en: 'one' },
      name: 'commission',
      of: { zh: '提成', en: 'Commission' },
      expected: '1238',
      actual: '1237.5',
      why: undefined,
    },
  ],
  untouched: [],
};

describe('rulebooks', () => {
  test('are listed with the roles that use them', () => {
    const table = rulebooksTable([LISTED], { language: 'zh', ids: false });
    expect(csvOf(table, { ids: false, lineEnd: '\n', bom: false })).toBe(`\
规则,种类,名称,用于岗位,来自,文件,依据
rank_bonus,工资,名次奖,aftersales aftersales_lead,自带,rules/pay/rank_bonus.yaml,网店客服考核制度
`);
  });

  test('are explained in words', () => {
    expect(indentedText(descriptionBranches(DESCRIBED, 'zh'), { style: PLAIN_STYLE })).toBe(`\
名次奖（rank_bonus）
  工资
  依据：网店客服考核制度
工资项目
  名次奖
    第 1 名 1000 元
说明
  · 两个门槛都要过。
`);
  });

  test('show what came of their examples and what no example touches', () => {
    expect(indentedText(testBranches([PASSED, FAILED], 'zh'), { style: PLAIN_STYLE })).toBe(`\
✓ rank_bonus  3 个例子，全部通过
  · 没有例子涉及：第 6 名以后
✗ my_pay  2 个例子，1 处不符
  ✗ rules/my_pay.yaml:14 例子“例一”：提成（commission）应为 1238，算出 1237.5
`);
    expect(testSummary([PASSED, FAILED], 'zh')).toBe('2 个规则，5 个例子，1 处不符');
  });
});
