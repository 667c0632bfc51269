import { describe, expect, test } from 'vitest';
import { decimal } from '../../../src/lib/decimal.js';
import { jsonOf } from '../../../src/lib/json.js';
import type { Language } from '../../../src/lib/language.js';
import {
  everythingOf,
  headOf,
  partsNamed,
  reasonBranches,
  statementNotices,
} from '../../../src/output/explain/explanation.js';
import { metricBranch, metricsNamed } from '../../../src/output/explain/metric-explanation.js';
import { EXPLANATION_DOCUMENT } from '../../../src/output/explain/question.js';
import { indentedText } from '../../../src/output/formats/indented-text.js';
import { recordOf } from '../../../src/output/report/report-columns.js';
import { PLAIN_STYLE } from '../../../src/output/report/style.js';
import type { Statement } from '../../../src/payroll/statement.js';
import { measure, note, type Trace } from '../../../src/rulebook/values/trace.js';
import { notesTexts } from '../../../src/words/texts/notes.js';
import {
  COMMISSION,
  call,
  entry,
  FAILED_CONDITION,
  formula,
  LIN,
  literal,
  mechanism,
  named,
  number,
  OCTOBER,
  operator,
  PAID,
  payLine,
  statementOf,
} from '../samples.js';

function textOf(statement = LIN, language: Language = 'zh'): string {
  return indentedText(
    [
      headOf(statement, OCTOBER, false, language),
      ...reasonBranches(everythingOf(statement), language),
      ...statementNotices(statement, language),
    ],
    { style: PLAIN_STYLE },
  );
}

function lineText(trace: Parameters<typeof entry>[1][number], language: Language = 'zh'): string {
  const line = payLine({ id: 'x', amount: decimal(1), trace });
  return indentedText(reasonBranches({ scores: [], lines: [line] }, language), {
    style: PLAIN_STYLE,
  });
}

function explained(statement: Statement, language: Language) {
  const question = { parts: everythingOf(statement), metrics: [], whole: true };
  const answer = { statement, question, evidence: undefined };
  const edition = { language, version: '1.0.0', closed: false };
  return recordOf(EXPLANATION_DOCUMENT, { month: { month: OCTOBER }, edition, answer }, language);
}

describe('a statement explained', () => {
  test('says how each score and line came about', () => {
    expect(textOf()).toBe(`\
林小雨（A01） 2026-10  岗位：售前  方案：经典售前方案（classic）
  应发工资 2,538.00 元 − 扣款 10.50 元 = 实发 2,527.50 元
售前客服考核表（presales_weighted）  得分 82.5 / 100，第 2 名
  · 名次：1 王大雷 90 分，2 【林小雨】 82.5 分
  转化率 30 / 30 分
    分档
    询单转化率 = 62.35%（指标）
    依据：考核标准 · 转化率
底薪（base）  收入 1,300.00 元
个人提成（commission）  收入 1,238.00 元
  公式：销售额 × 提成比例 + 团队业绩 ÷ 2 ÷ 客服数 × 提成比例
  代入：80000 × 1.1% + 260000 ÷ 2 ÷ 4 × 1.1% = 1,237.50 元
  销售额 = 80,000.00 元（指标）
  提成比例 = 1.1%（参数）
  团队业绩 = 260,000.00 元（指标）
  客服数 = 4 人（指标）
  依据：网店客服奖励和惩罚制度 · 个人销售提成
月度奖（monthly_bonus）  收入 无
  ✗ 条件不成立：得分 ≥ 85
违规（violation）  扣款 10.50 元
晋级（levels）  通知 无
通知
  · 提示: 可以晋级中级
`);
  });

  test('speaks English', () => {
    expect(textOf(LIN, 'en')).toContain(`\
Commission (commission)  earning ¥1,238.00
  formula: Sales × Commission rate + Silent sales ÷ 2 ÷ Agents × Commission rate
  numbers: 80000 × 1.1% + 260000 ÷ 2 ÷ 4 × 1.1% = ¥1,237.50
`);
  });
});

describe('a line explained', () => {
  test('tells what a name was, down to its own parts, once', () => {
    const score = named('score', 's', { zh: '得分', en: 'Score' }, number('80'), 'points');
    const share = named(
      'definition',
      'share',
      { zh: '得分率', en: 'Share' },
      number('0.8'),
      'ratio',
      {
        parts: [
          formula('得分 / 100', operator('/', number('0.8'), score, literal('100')), 'ratio'),
        ],
      },
    );
    const twice = operator('+', number('1.6'), share, share);
    expect(lineText(entry(number('1.6'), [formula('得分率 + 得分率', twice)]))).toBe(`\
x（x）  收入 1.00 元
  公式：得分率 + 得分率
  代入：80% + 80% = 1.6
  得分率 = 80%（定义）
    公式：得分 ÷ 100
    代入：80 ÷ 100 = 80%
    得分 = 80 分（得分）
`);
  });

  test('says of a failed condition what it asked and how far off it was', () => {
    const asked = operator(
      '>=',
      { kind: 'yesno', yes: false },
      named('metric', 'sales', { zh: '销售额', en: 'Sales' }, number('80000'), 'yuan'),
      literal('100000'),
    );
    const far = {
      ...asked,
      notes: () => [
        note(
          notesTexts['note.failed'],
          {
            left: measure(decimal('80000'), 'yuan'),
            relation: '≥',
            right: measure(decimal('100000'), 'yuan'),
            distance: measure(decimal('20000'), 'yuan'),
          },
          'failed',
        ),
      ],
    };
    expect(lineText(entry({ kind: 'absent' }, [formula('销售额 >= 100000', far)]))).toBe(`\
x（x）  收入 1.00 元
  ✗ 条件不成立：销售额 ≥ 100000
    · 80,000.00 元 ≥ 100,000.00 元，不成立，差 20,000.00 元
`);
  });

  test('tells the value of a word that a condition compares', () => {
    const insurance = named(
      'roster',
      'insurance',
      { zh: '保险', en: 'Insurance' },
      {
        kind: 'text',
        text: 'insured',
        title: { zh: '参保', en: 'Insured' },
      },
    );
    const cash = { ...literal('0'), value: { kind: 'text', text: '返现' } as const, text: '返现' };
    const asked = operator('=', { kind: 'yesno', yes: false }, insurance, cash);
    expect(lineText(entry({ kind: 'absent' }, [formula('保险 = "返现"', asked)]))).toBe(`\
x（x）  收入 1.00 元
  ✗ 条件不成立：保险 = “返现”
    保险 = 参保（花名册）
`);
  });

  test('lists who else is in a ranking, once', () => {
    const places = [
      { place: 1, name: '王大雷', figure: measure(decimal('90'), 'points') },
      { place: 2, name: '林小雨', figure: measure(decimal('82.5'), 'points') },
    ] as const;
    const ranked = (own: number): Trace => ({
      ...mechanism(
        'top',
        number('300'),
        [],
        [note({ zh: '第一，共 {count} 人', en: 'first, {count} in all' }, { count: 1 }, 'held')],
      ),
      ranking: { places, own },
    });
    expect(lineText(entry(number('300'), [ranked(0)]))).toBe(`\
x（x）  收入 1.00 元
  ✓ 最佳：第一，共 1 人
  · 名次：1 【王大雷】 90 分，2 林小雨 82.5 分
`);
    // Below the score whose ranking it is, the same list is not told again.
    const line = payLine({ id: 'x', amount: decimal(1), trace: entry(number('300'), [ranked(1)]) });
    const explained = indentedText(reasonBranches({ ...LIN, lines: [line] }, 'zh'), {
      style: PLAIN_STYLE,
    });
    expect(explained.match(/名次：/g)).toHaveLength(1);
  });

  test('of a large team tells the first and the neighbours', () => {
    const places = Array.from({ length: 40 }, (_, index) => ({
      place: index + 1,
      name: `甲${index + 1}`,
      figure: measure(decimal(100 - index), 'points'),
    }));
    const top = { ...mechanism('top', number('0'), [], []), ranking: { places, own: 19 } };
    const [, explained = ''] = lineText(entry(number('0'), [top])).split('名次：');
    expect(explained.split('，').map((each) => each.split(' ')[0])).toEqual([
      '1',
      '2',
      '3',
      '…',
      '17',
      '18',
      '19',
      '20',
      '21',
      '22',
      '23',
      '…\n',
    ]);
  });

  test('marks gates, decisions and what would come next', () => {
    const rank = mechanism(
      'rank',
      number('800'),
      [named('score', 's', { zh: '得分', en: 'Score' }, number('86'), 'points'), FAILED_CONDITION],
      [
        note(
          { zh: '第 {place} 名，共 {count} 人', en: 'place {place} of {count}' },
          { place: 2, count: 5 },
          'held',
        ),
        note(
          {
            zh: '离第 {place} 名差 {distance}，第 {place} 名可得 {gives}',
            en: '{distance} behind place {place}, which is worth {gives}',
          },
          {
            place: 1,
            distance: measure(decimal('1.5'), 'points'),
            gives: measure(decimal('1000'), 'yuan'),
          },
          'next',
        ),
      ],
    );
    expect(lineText(entry(number('800'), [rank], [], 'yuan'))).toBe(`\
x（x）  收入 1.00 元
  ✓ 按名次：第 2 名，共 5 人
  → 离第 1 名差 1.5 分，第 1 名可得 1,000.00 元
  得分 = 86 分（得分）
  ✗ 条件不成立：得分 ≥ 85
`);
  });

  test('of weighted parts tells each part on its own', () => {
    const reply = named(
      'metric',
      'reply_rate',
      { zh: '回复率', en: 'Reply rate' },
      number('0.81'),
      'ratio',
    );
    const target = mechanism(
      'target',
      number('0.9'),
      [reply, literal('90%')],
      [
        note(
          {
            zh: '{value}，目标 {target}，差 {distance}',
            en: '{value}, target {target}, {distance} away',
          },
          {
            value: measure(decimal('0.81'), 'ratio'),
            target: measure(decimal('0.9'), 'ratio'),
            distance: measure(decimal('0.09'), 'ratio'),
          },
          'next',
        ),
      ],
    );
    const part = operator('*', number('7.2'), literal('8'), { ...target, unit: 'ratio' });
    const rating = named(
      'rating',
      'chat_review',
      { zh: '聊天记录', en: 'Chats' },
      { kind: 'grade', grade: 'good' },
    );
    const grade = mechanism(
      'grade',
      number('3'),
      [rating, operator('*', number('3'), literal('4'), literal('75%'))],
      [
        note(
          { zh: '评为{grade}', en: 'graded {grade}' },
          { grade: { zh: '良', en: 'Good' } },
          'held',
        ),
      ],
    );
    expect(
      lineText(entry(number('10.2'), [mechanism('weighted', number('10.2'), [part, grade], [])])),
    ).toBe(`\
x（x）  收入 1.00 元
  加权
  8 × 对目标（回复率） = 7.2 分
    代入：8 × 90% = 7.2
    → 81%，目标 90%，差 9%
    回复率 = 81%（指标）
  按等级（聊天记录） = 3 分
    ✓ 按等级：评为良
    聊天记录 = 良（评分）
`);
  });

  test('gives a figure over the team once, without repeating it as its own numbers', () => {
    const sales = named('metric', 'sales', { zh: '销售额', en: 'Sales' }, number('80000'), 'yuan');
    const mean = { ...call('team_mean', number('60000'), sales), unit: 'yuan' as const };
    expect(lineText(entry(number('60000'), [formula('团队平均(销售额)', mean)]))).toContain(
      '  公式：团队平均(销售额) = 60,000.00 元\n  销售额 = 80,000.00 元（指标）\n',
    );
  });

  test('tells whether another rule has changed it', () => {
    const change = {
      ...mechanism('adjust', number('0'), [FAILED_CONDITION], []),
      name: { kind: 'definition', id: 'forfeit', title: { zh: '取消奖金', en: 'Forfeit' } },
    } as const;
    expect(lineText(entry(number('5'), [literal('5'), change]))).toContain(
      '  · “取消奖金”的条件不成立，没有调整\n    ✗ 条件不成立：得分 ≥ 85\n',
    );
  });

  test('names what is missing and what to do', () => {
    const cause = {
      name: { zh: '销售额', en: 'Sales' },
      code: 'unknown-agent',
      place: {},
      params: { agent: '张山', known: 'A01 张三' },
    } as const;
    const sales = named('metric', 'sales', cause.name, { kind: 'missing', causes: [cause] });
    expect(lineText(entry(number('0'), [formula('销售额', sales)]))).toBe(`\
x（x）  收入 1.00 元
  销售额 = 缺（指标）
    ! 销售额：没有哪位客服的工号、账号或姓名是“张山”；改成花名册里的客服，最像的在前：A01 张三；或在 agents.csv 里补上这位客服或这个账号
`);
  });

  test('does not grow with values that are shared again and again', () => {
    let trace = named('definition', 'd0', { zh: 'd0', en: 'd0' }, number('1'));
    for (let index = 1; index < 60; index += 1) {
      const root = operator('+', number('1'), trace, trace);
      const title = { zh: `d${index}`, en: `d${index}` };
      trace = named('definition', `d${index}`, title, number('1'), undefined, {
        parts: [formula('a + a', root)],
      });
    }
    expect(lineText(entry(number('1'), [formula('d', trace)])).length).toBeLessThan(20_000);
    const line = payLine({ id: 'x', trace });
    const statement = statementOf({ agent: 'A01', lines: [line] });
    const json = jsonOf(explained(statement, 'zh'));
    expect(json.match(/"step"/g)?.length).toBeLessThan(500);
  });
});

describe('an explanation narrowed to one thing', () => {
  test('is found by id or title in any language', () => {
    for (const word of ['commission', '个人提成', 'Commission', 'line.commission']) {
      expect(partsNamed(LIN, word).lines.map(({ id }) => id)).toEqual(['commission']);
    }
  });

  test('may be an item of a scorecard, or the whole of it', () => {
    expect(partsNamed(LIN, '转化率').scores[0]?.items.map(({ id }) => id)).toEqual(['conversion']);
    expect(partsNamed(LIN, 'presales_weighted').scores).toEqual(LIN.scores);
    expect(partsNamed(LIN, 'line.conversion')).toEqual({ scores: [], lines: [] });
  });

  test('may be a metric, with its definition, numerator and denominator', () => {
    const metrics = new Map([
      [
        'conversion',
        {
          state: 'known',
          value: decimal('0.6235'),
          numerator: decimal(106),
          denominator: decimal(170),
          origin: 'computed',
          provisional: true,
        },
      ],
    ] as const);
    const agents = new Map([
      [
        'A01',
        { metrics, ratings: new Map(), gradings: new Map(), cases: undefined, events: undefined },
      ],
    ]);
    const month = { ...PAID, metrics: { agents, shop: new Map(), files: new Map(), counts: {} } };
    const found = metricsNamed('询单转化率', 'A01', month);
    expect(
      indentedText(
        found.map((each) => metricBranch(each, 'zh')),
        { style: PLAIN_STYLE },
      ),
    ).toBe(`\
询单转化率（conversion）  62.35%
  定义：询单付款人数 ÷ 询单人数。
  · 分子 106 ÷ 分母 170
  · 暂定：本月之后的订单还没有齐
`);
  });
});

describe('an explanation as a document', () => {
  test('carries the whole trace of a line, figures exact', () => {
    const statement = statementOf({
      agent: 'A01',
      name: '林小雨',
      lines: [
        payLine({
          id: 'commission',
          amount: decimal(1238),
          trace: entry(
            number('1238'),
            [COMMISSION],
            [
              note(notesTexts['note.rounded'], {
                from: measure(decimal('1237.5'), undefined),
                to: measure(decimal('1238'), undefined),
              }),
            ],
          ),
        }),
      ],
    });
    const document = JSON.parse(jsonOf(explained(statement, 'en')));
    const trace = document.lines[0].trace;
    expect(trace).toMatchObject({
      step: 'entry',
      value: 1238,
      notes: [{ tone: 'fact' }],
      parts: [{ step: 'formula', value: 1237.5, unit: 'yuan' }],
    });
    const product = trace.parts[0].parts[0].parts[0];
    expect(product.parts[0]).toEqual({
      step: 'name',
      name: { kind: 'metric', id: 'sales', title: 'Sales' },
      value: 80000,
      unit: 'yuan',
    });
  });
});
