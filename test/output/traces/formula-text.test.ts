import { describe, expect, test } from 'vitest';
import { formulaText, numbersText } from '../../../src/output/traces/formula-text.js';
import { note, outlook } from '../../../src/rulebook/values/trace.js';
import {
  COMMISSION,
  call,
  entry,
  FAILED_CONDITION,
  formula,
  literal,
  mechanism,
  named,
  number,
  operator,
} from '../samples.js';

const sales = named('metric', 'sales', { zh: '销售额', en: 'Sales' }, number('80000'), 'yuan');
const refunds = named('metric', 'refunds', { zh: '退款', en: 'Refunds' }, number('-5'), 'yuan');
const three = literal('3');

describe('a formula in words', () => {
  test('names things by title, in the language', () => {
    expect(formulaText(COMMISSION, 'zh')).toBe(
      '销售额 × 提成比例 + 团队业绩 ÷ 2 ÷ 客服数 × 提成比例',
    );
    expect(formulaText(COMMISSION, 'en')).toBe(
      'Sales × Commission rate + Silent sales ÷ 2 ÷ Agents × Commission rate',
    );
  });

  test('keeps the parentheses that were written', () => {
    const sum = operator('+', number('80003'), sales, three);
    const product = operator('*', number('240009'), operator('group', sum.value, sum), three);
    expect(formulaText(formula('(销售额 + 3) * 3', product), 'zh')).toBe('(销售额 + 3) × 3');
  });

  test('sets parentheses where the tree needs them', () => {
    const difference = operator('-', number('79997'), sales, three);
    expect(formulaText(operator('-', number('3'), sales, difference), 'zh')).toBe(
      '销售额 − (销售额 − 3)',
    );
    expect(formulaText(operator('neg', number('0'), difference), 'zh')).toBe('−(销售额 − 3)');
  });

  test('writes conditions with words of the language', () => {
    const yes = { kind: 'yesno', yes: true } as const;
    const enough = operator('>=', yes, sales, literal('500'));
    const both = operator('and', yes, enough, operator('not', yes, operator('group', yes, enough)));
    expect(formulaText(both, 'zh')).toBe('销售额 ≥ 500 且 非 (销售额 ≥ 500)');
    expect(formulaText(both, 'en')).toBe('Sales ≥ 500 and not (Sales ≥ 500)');
  });

  test('quotes the rulebook when a side of an `if` was never computed', () => {
    const asked = operator('>', { kind: 'yesno', yes: true }, sales, literal('0'));
    const choice = call('if', number('300'), asked, literal('300'));
    const words = { zh: '如果(销售额 > 0, 300, 0)', en: 'if(Sales > 0, 300, 0)' };
    const written = { ...formula(words.zh, choice), words };
    expect(formulaText(written, 'zh')).toBe('如果(销售额 > 0, 300, 0)');
    expect(numbersText(written, 'zh')).toBe('如果(80000 > 0, 300, …)');
    expect(formulaText(written, 'en')).toBe('if(Sales > 0, 300, 0)');
  });
});

describe('a formula in numbers', () => {
  test('replaces each name by its value, percentages as percentages', () => {
    expect(numbersText(COMMISSION, 'zh')).toBe('80000 × 1.1% + 260000 ÷ 2 ÷ 4 × 1.1%');
  });

  test('sets a negative value in parentheses', () => {
    expect(numbersText(operator('-', number('80005'), sales, refunds), 'zh')).toBe('80000 − (−5)');
  });

  test('puts the result of a team function in its place', () => {
    const mean = call('team_mean', number('60000'), sales);
    const ratio = operator('/', number('1.25'), sales, mean);
    expect(formulaText(ratio, 'zh')).toBe('销售额 ÷ 团队平均(销售额)');
    expect(numbersText(ratio, 'zh')).toBe('80000 ÷ 60000');
  });

  test('says what is missing, undefined or absent', () => {
    const gone = named('metric', 'sales', { zh: '销售额', en: 'Sales' }, { kind: 'undefined' });
    expect(numbersText(operator('+', number('0'), gone, three), 'zh')).toBe('无（分母为 0） + 3');
  });

  test('cuts an endless quotient', () => {
    const rate = named(
      'metric',
      'x',
      { zh: '率', en: 'Rate' },
      number('0.33333333333333333333'),
      'ratio',
    );
    expect(numbersText(rate, 'zh')).toBe('33.333333%');
  });
});

describe('tables of a policy', () => {
  const bands = mechanism(
    'bands',
    number('20'),
    [
      named('metric', 'refund_rate', { zh: '退款率', en: 'Refund rate' }, number('0.062'), 'ratio'),
      literal('20'),
    ],
    [note({ zh: '合计', en: 'Total' })],
  );

  test('are named with what they were asked about, and in numbers with what they decided', () => {
    expect(formulaText(bands, 'zh')).toBe('分档（退款率）');
    expect(numbersText(bands, 'zh')).toBe('分档（6.2%）：合计');
    expect(numbersText(bands, 'en')).toBe('by band (6.2%): Total');
  });

  test('leave out of their numbers what would come next', () => {
    const per = mechanism(
      'per',
      number('0'),
      [sales],
      [
        outlook(
          { zh: '再有第 {time} 次：{amount}', en: 'the next, time {time}: {amount}' },
          { time: 1, amount: '10' },
          'next',
        ),
      ],
    );
    expect(numbersText(per, 'zh')).toBe('按次（80000）');
  });

  test('stand in a formula as their result', () => {
    const product = operator('*', number('160'), literal('8'), bands);
    expect(formulaText(product, 'zh')).toBe('8 × 分档（退款率）');
    expect(numbersText(product, 'zh')).toBe('8 × 20');
  });
});

describe('a pay line', () => {
  test('is worth its value', () => {
    const line = entry(number('1238'), [COMMISSION, FAILED_CONDITION]);
    expect(numbersText(line, 'zh')).toBe('80000 × 1.1% + 260000 ÷ 2 ÷ 4 × 1.1%');
  });

  test('that is absent gives the condition that failed', () => {
    const line = entry({ kind: 'absent' }, [FAILED_CONDITION]);
    expect(formulaText(line, 'zh')).toBe('得分 ≥ 85');
    expect(numbersText(line, 'zh')).toBe('82.5 ≥ 85');
  });
});
