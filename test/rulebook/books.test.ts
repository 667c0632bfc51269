import { describe, expect, test } from 'vitest';
import { NOTHING_DECLARED, planParts } from '../../src/policy/plan-parts.js';
import { checkExamples, runExamples } from '../../src/rulebook/examples/examples.js';
import { compilePlan } from '../../src/rulebook/plan/compile-plan.js';
import { describeBook } from '../../src/rulebook/plan/describe.js';
import { collectProblems } from '../../src/words/problem.js';
import {
  compileBook,
  exampleResults,
  failures,
  libraryOf,
  problemLines,
  problemsOf,
  shippedOf,
} from '../setup/books.js';

const line = (id: string, formula: string, more = '') =>
  `  - {id: ${id}, kind: earning, category: bonus, formula: '${formula}'${more}}`;

/** Compiles the plan that is the first of the rulebooks. */
function compilePlanOf(...texts: readonly string[]) {
  const problems = collectProblems();
  const library = libraryOf(texts, problems);
  const plan = library.get(library.own[0] ?? '');
  const found =
    plan?.kind === 'plan'
      ? planParts(plan, library, new Map(), NOTHING_DECLARED, problems)
      : undefined;
  return {
    plan: found?.complete === true ? compilePlan(found.parts, problems) : undefined,
    problems: problems.all.map(({ code, file, line: row }) => `${code} ${file}:${row}`),
  };
}

describe('examples', () => {
  test('are equal exactly, whatever the decimals', () => {
    const text = (expected: string) =>
      `id: t\nkind: pay\nlines:\n${line('x', '1 ÷ 8')}\nexamples: [{title: t, expect: {x: ${expected}}}]\n`;
    expect(failures(text('0.13'))).toEqual([]);
    expect(failures(text('0.130'))).toEqual([]);
    expect(failures(text('13%'))).toEqual([]);
    expect(failures(text('0.12'))).toEqual(['t: x 0.12, not 0.13']);
    expect(failures(text('absent'))).toEqual(['t: x absent, not 0.13']);
    expect(failures(text('[0.13]'))).toEqual(['t: x ["0.13"], not 0.13']);
  });

  test('say what means nothing, at the key or value', () => {
    const text = (example: string) =>
      `id: t\nkind: pay\nlines:\n${line('x', '销售额')}\nexamples:\n  - ${example}\n`;
    const problemsWith = (example: string) => {
      const { book, plan, problems } = compileBook(text(example));
      if (book === undefined || plan === undefined) throw new Error('not compiled');
      const checked = collectProblems();
      checkExamples(book, plan, checked);
      runExamples(book, plan, problems);
      // `kpi check` says the same without running anything.
      expect(problemLines(checked.all)).toEqual(problemLines(problems.all));
      return problemLines(problems.all);
    };
    expect(problemsWith('{given: {销售饿: 5}, expect: {}}')).toEqual(['misspelt-name 6:14']);
    expect(problemsWith('{given: {销售额: five}, expect: {}}')).toEqual(['bad-given 6:19']);
    expect(problemsWith('{given: {event.x: 5}, expect: {}}')).toEqual(['undeclared-name 6:14']);
    expect(problemsWith('{given: {case.error: abc}, expect: {}}')).toEqual(['bad-given 6:26']);
    expect(problemsWith('{given: {case.error.amount: [1, x]}, expect: {}}')).toEqual([
      'bad-given 6:33',
    ]);
    expect(problemsWith('{team: [{销售饿: 5}], expect: {}}')).toEqual(['misspelt-name 6:14']);
    expect(problemsWith('{history: [{销售额: x}], expect: {}}')).toEqual(['bad-given 6:22']);
    expect(problemsWith('{month: 2026-13, expect: {}}')).toEqual(['bad-month 6:13']);
    expect(problemsWith('{expect: {y: 5}}')).toEqual(['unknown-name 6:15']);
    expect(problemsWith('{given: {销售额: 5, 全月在职: maybe}, expect: {}}')).toEqual([
      'bad-given 6:28',
    ]);
  });

  test('say which is given where an item is called after a metric', () => {
    const text = (name: string) =>
      [
        'id: t',
        'kind: scorecard',
        'total: 10',
        'items:',
        '  - {id: bad, title: 差评, full: 10, formula: 10 − 差评 × 2}',
        `examples: [{title: t, given: {${name}: 3}, expect: {bad: 4}}]`,
        '',
      ].join('\n');
    const { book, plan, problems } = compileBook(text('差评'));
    if (book === undefined || plan === undefined) throw new Error('not compiled');
    checkExamples(book, plan, problems);
    expect(problemLines(problems.all)).toEqual(['ambiguous-name 6:31']);
    expect(problems.all[0]?.params?.names).toMatchObject({
      zh: '项目.差评 (book.yaml:5)、指标.差评',
    });
    expect(failures(text('metric.差评'))).toEqual([]);
    expect(failures(text('bad_reviews'))).toEqual([]);
  });

  test('hold a parameter that is a formula within its least and its most', () => {
    const text = (least: string, most: string, rate: number, expected: string) =>
      [
        'id: t',
        'kind: pay',
        'parameters:',
        '  base_rate: {value: 1%}',
        `  rate: {formula: base_rate × 付款订单数, min: ${least}, max: ${most}}`,
        'lines:',
        '  - {id: x, kind: earning, category: bonus, formula: 1000 × rate}',
        `examples: [{title: t, given: {付款订单数: ${rate}}, expect: {x: ${expected}}}]`,
        '',
      ].join('\n');
    expect(failures(text('0%', '5%', 5, '50'))).toEqual([]);
    expect(failures(text('0%', '5%', 6, 'missing (parameter-out-of-range)'))).toEqual([]);
    expect(failures(text('2%', '5%', 2, '20'))).toEqual([]);
    expect(failures(text('2%', '5%', 1, 'missing (parameter-out-of-range)'))).toEqual([]);
    expect(problemsOf(text('much', '5%', 2, '20'))).toEqual(['bad-parameter 5:43']);
  });

  test('expect notices by level, by text in either language, and by name', () => {
    const text = (expected: string) => `
id: t
kind: pay
lines: []
notices:
  - {id: low, level: warning, when: 得分 < 60, text: {zh: '{得分} 分', en: 'score {得分}'}}
  - {id: always, level: info, text: 好}
examples:
  - {title: t, given: {得分: 55.5}, expect: ${expected}}
`;
    const texts = [
      text('{notice: warning info}'),
      text('{low: raised}'),
      text('{notices: [55.5 分, 好]}'),
      text('{notices: [score 55.5, 好]}'),
    ];
    const withScore = `id: s\nkind: scorecard\ntotal: 100\nitems: [{id: a, full: 100, formula: 1}]\n`;
    for (const each of texts) expect(failures(each, withScore)).toEqual([]);
    expect(failures(text('{notices: [55 分, 好]}'), withScore)).toHaveLength(1);
    expect(failures(text('{low: absent}'), withScore)).toHaveLength(1);
  });

  test('touch outcomes that have readable names', () => {
    const text = `
id: t
kind: scorecard
total: 20
ratings: {chat: 聊天记录}
items:
  - id: service
    title: {zh: 服务得分, en: Service}
    full: 20
    when: 接待人数 > 0
    weighted:
      - {id: chat, title: {zh: 聊天记录, en: Chats}, weight: 12, grade: {of: rating.chat, 优: 100%, 良: 75%, 中: 50%, 差: 0}}
      - {id: rate, title: {zh: 回复率, en: Reply rate}, weight: 8, target: {of: 回复率, target: 90%}}
examples:
  - {given: {接待人数: 1, rating.chat: 良, 回复率: 90%}, expect: {service: 17}}
`;
    const { plan } = compileBook(text);
    const [result] = exampleResults(text);
    const touched = [...(plan?.outcomes ?? [])].filter(([key]) => result?.branches.has(key));
    const missed = [...(plan?.outcomes ?? [])].filter(([key]) => !result?.branches.has(key));
    expect(touched.map(([, { zh }]) => zh)).toEqual([
      '服务得分 · 聊天记录：评为良',
      '服务得分 · 回复率：达到目标',
      '服务得分：条件成立',
    ]);
    expect(missed.map(([, { en }]) => en)).toEqual([
      'Service · Chats: graded Excellent',
      'Service · Chats: graded Fair',
      'Service · Chats: graded Poor',
      'Service · Reply rate: target missed',
      'Service: a condition does not hold',
    ]);
  });

  test('adjust what they give for lines and categories of other books', () => {
    const text = `
id: t
kind: pay
lines:
  - {id: fine, kind: deduction, category: fine, off: bonus, formula: '50'}
adjust:
  - {id: none, when: case.error > 3, lines: [monthly_bonus], factor: 0%}
  - {id: half, when: case.error > 5, categories: [performance], factor: 50%}
  - {id: only_base, when: case.error > 9, keep: [base], factor: 0}
examples:
  - {given: {case.error: 3, line.monthly_bonus: 100}, expect: {monthly_bonus: 100, fine: 50}}
  - {given: {case.error: 4, line.monthly_bonus: 100}, expect: {monthly_bonus: 0, fine: 0}}
  - {given: {case.error: 6, line.performance: 99.99}, expect: {performance: 50, fine: 0}}
  - {given: {case.error: 5, line.performance: 100}, expect: {performance: 100}}
  - {given: {case.error: 10, line.performance: 100, line.base: 800}, expect: {performance: 0, base: 800}}
  - {given: {case.error: 0, category.bonus: 30}, expect: {fine: 30}}
`;
    const others = `
id: other
kind: pay
lines:
  - {id: monthly_bonus, kind: earning, category: bonus, formula: '1'}
  - {id: performance, kind: earning, category: performance, formula: '1'}
  - {id: base, kind: earning, category: base, formula: '1'}
`;
    expect(failures(text, others)).toEqual([]);
    const branches = exampleResults(text, others).flatMap((result) => [...result.branches]);
    expect(new Set(branches)).toEqual(
      new Set(
        [
          'none:held',
          'none:failed',
          'half:held',
          'half:failed',
          'only_base:held',
          'only_base:failed',
        ].map((end) => `t.adjust.${end}`),
      ),
    );
  });
});

describe('extends', () => {
  const base = `
id: base
kind: pay
title: {zh: 底, en: Base}
source: 来源
parameters:
  rate: {value: 1%, unit: ratio, title: 比例, min: 0%, max: 50%}
  prize: {value: 5, unit: yuan}
define: {double: prize × 2}
lines:
  - {id: a, kind: earning, category: bonus, formula: 销售额 × 比例}
  - {id: b, kind: earning, category: bonus, formula: prize}
  - {id: c, kind: earning, category: bonus, formula: double}
adjust:
  - {id: none, when: 差评 > 0, lines: [a], factor: 0}
`;
  const run = (text: string, ...more: readonly string[]) => failures(text, base, ...more);

  test('changes a parameter and keeps its title, unit and range', () => {
    const own = 'id: own\nkind: pay\nextends: base\nparameters: {rate: 2%, prize: {value: 7}}\n';
    expect(
      run(`${own}examples: [{given: {销售额: 100, 差评: 0}, expect: {a: 2, b: 7, c: 14}}]\n`),
    ).toEqual([]);
    const { book, problems } = compileBook(own, base);
    expect(problems.all).toEqual([]);
    expect(book?.title.zh).toBe('底');
    expect(book?.source).toBe('来源');
    expect(problemsOf(own.replace('2%', '60%'), base)).toEqual(['parameter-out-of-range 4:20']);
  });

  test('replaces a line where it stands, adds new ones after, and removes', () => {
    const text = `
id: own
kind: pay
extends: base
remove: [c, none]
lines:
  - {id: d, kind: earning, category: bonus, formula: '4'}
  - {id: b, kind: earning, category: bonus, formula: '2'}
examples: [{given: {销售额: 100, 差评: 3}, expect: {a: 1, b: 2, d: 4}}]
`;
    expect(run(text)).toEqual([]);
    expect(compileBook(text, base).plan?.lines.map(({ id }) => id)).toEqual(['a', 'b', 'd']);
    expect(problemsOf(text.replace('[c, none]', '[c, e]'), base)).toEqual([
      'nothing-to-remove 5:13',
    ]);
  });

  test('an adjustment of the same id takes the place of the other', () => {
    const text = `
id: own
kind: pay
extends: base
adjust: [{id: none, when: 差评 > 0, lines: [a], factor: 50%}]
examples: [{given: {销售额: 100, 差评: 3}, expect: {a: 0.5}}]
`;
    expect(run(text)).toEqual([]);
  });

  test('items too, wherever they stood', () => {
    const sheet = `
id: sheet
kind: scorecard
total: 30
items:
  - {id: a, full: 10, formula: '10'}
  - {id: b, full: 20, formula: '20'}
deductions:
  - {id: c, per: {of: 差评, points: 5}}
`;
    const own = `
id: own
kind: scorecard
extends: sheet
total: 40
items:
  - {id: b, full: 30, formula: '25'}
examples: [{given: {差评: 1}, expect: {a: 10, b: 25, c: 5, score: 30}}]
`;
    expect(failures(own, sheet)).toEqual([]);
    expect(problemsOf(own.replace('total: 40\n', ''), sheet)).toEqual(['weights-differ 4:8']);
  });

  test('a rulebook of the same id builds on the shipped one', () => {
    const shipped = shippedOf({ base });
    const own = 'id: base\nkind: pay\nextends: base\nparameters: {prize: 8}\n';
    const problems = collectProblems();
    const library = libraryOf([own], problems, shipped);
    const book = library.get('base');
    expect(problems.all).toEqual([]);
    expect(book?.kind === 'pay' && book.lines.map(({ spec }) => spec.id)).toEqual(['a', 'b', 'c']);
    expect(book?.shipped).toBe(false);
    expect(library.ids).toEqual(['base']);
  });

  test('without one the shipped rulebook is replaced whole', () => {
    const problems = collectProblems();
    const library = libraryOf(['id: base\nkind: pay\nlines: []\n'], problems, shippedOf({ base }));
    const book = library.get('base');
    expect(book?.kind === 'pay' && book.lines.length).toBe(0);
  });

  test('problems are shown in the file that they are in', () => {
    const own = 'id: own\nkind: pay\nextends: base\n';
    const wrong = base.replace('销售额 × 比例', '销售饿 × 比例');
    const { problems } = compileBook(own, wrong);
    expect(problems.all.map(({ code, file, line: row }) => `${code} ${file}:${row}`)).toEqual([
      'misspelt-name book2.yaml:11',
    ]);
  });

  test('a circle is reported once, with every file', () => {
    const problems = collectProblems();
    const book = (id: string, other: string) => `id: ${id}\nkind: pay\nextends: ${other}\n`;
    const library = libraryOf([book('a', 'b'), book('b', 'c'), book('c', 'a')], problems);
    for (const id of library.ids) expect(library.get(id)).toBe(undefined);
    expect(problems.all.map(({ code }) => code)).toEqual(['circular-extends']);
    expect(problems.all[0]?.params).toEqual({
      names: 'a (book.yaml) → b (book2.yaml) → c (book3.yaml) → a (book.yaml)',
    });
  });

  test('one of the same id without a shipped one, an unknown one, a misspelt one, another kind', () => {
    const codes = (...texts: readonly string[]) => {
      const problems = collectProblems();
      const library = libraryOf(texts, problems);
      for (const id of library.ids) library.get(id);
      for (const id of library.ids) library.get(id);
      return problemLines(problems.all);
    };
    expect(codes('id: a\nkind: pay\nextends: a\n')).toEqual(['circular-extends 3:10']);
    expect(codes('id: a\nkind: pay\nextends: nothing_like_it\n')).toEqual([
      'unknown-rulebook 3:10',
    ]);
    expect(codes('id: mine\nkind: pay\nextends: bse\n', base)).toEqual(['misspelt-rulebook 3:10']);
    expect(codes('id: mine\nkind: scorecard\nextends: base\n', base)).toEqual([
      'extends-other-kind 3:10',
    ]);
    expect(codes('id: a\nkind: pay\n', 'id: a\nkind: pay\n')).toEqual(['duplicate-id 1:5']);
  });

  test('a long row of them is refused', () => {
    const problems = collectProblems();
    const texts = Array.from(
      { length: 200 },
      (_, i) => `id: b${i}\nkind: pay\nextends: b${i + 1}\n`,
    );
    libraryOf([...texts, 'id: b200\nkind: pay\n'], problems).get('b0');
    expect(problems.all.map(({ code }) => code)).toEqual(['extends-too-deep']);
  });
});

describe('a plan', () => {
  const plan = (pay: string, more = '') => `id: p\nkind: plan\npay: ${pay}\n${more}`;
  const one = `id: one\nkind: pay\nparameters: {prize: 5}\nlines:\n${line('x', 'prize')}\n`;
  const two = `id: two\nkind: pay\nlines:\n${line('x', '6')}\n`;

  test('refuses one line twice, with both places', () => {
    expect(compilePlanOf(plan('[one, two]'), one, two).problems).toEqual([
      'line-twice book3.yaml:4',
    ]);
  });

  test('refuses one book twice, which would pay it twice', () => {
    expect(compilePlanOf(plan('[one, one]'), one).problems).toEqual(['book-twice book.yaml:3']);
  });

  test('refuses books that do not exist or are of another kind', () => {
    expect(compilePlanOf(plan('[ones]'), one).problems).toEqual(['misspelt-rulebook book.yaml:3']);
    expect(compilePlanOf(plan('[quite_another]'), one).problems).toEqual([
      'unknown-rulebook book.yaml:3',
    ]);
    expect(compilePlanOf(plan('[]', 'scores: [one]\n'), one).problems).toEqual([
      'wrong-rulebook-kind book.yaml:4',
    ]);
  });

  test('refuses a set of a parameter or book that it does not have', () => {
    expect(compilePlanOf(plan('[one]', 'set: {one.prize: 7}\n'), one).problems).toEqual([]);
    expect(compilePlanOf(plan('[one]', 'set: {one.prise: 7}\n'), one).problems).toEqual([
      'misspelt-parameter book.yaml:4',
    ]);
    expect(compilePlanOf(plan('[one]', 'set: {two.prize: 7}\n'), one, two).problems).toEqual([
      'set-without-book book.yaml:4',
    ]);
    expect(compilePlanOf(plan('[one]', 'set: {prize: 7}\n'), one).problems).toEqual([
      'set-without-book book.yaml:4',
    ]);
  });

  test('refuses a score that it does not have, and knows every category', () => {
    const scored = `id: scored\nkind: pay\nlines:\n${line('y', '得分 × 2')}\n`;
    expect(compilePlanOf(plan('[scored]'), scored).problems).toEqual(['no-score book2.yaml:4']);
    const summed = `id: summed\nkind: pay\nlines:\n  - {id: y, kind: earning, category: bonus, formula: category.fine + 类别.底薪}\n`;
    expect(compilePlanOf(plan('[summed]'), summed).problems).toEqual([]);
  });
});

describe('circles', () => {
  test('between lines are reported once, with every place', () => {
    const text = `id: t\nkind: pay\nlines:\n${line('a', 'line.b + 1')}\n${line('b', 'line.c')}\n${line('c', 'a')}\n${line('d', 'a')}\n`;
    const { problems } = compileBook(text);
    expect(problemLines(problems.all)).toEqual(['circular-reference 4:5']);
    expect(problems.all[0]?.params).toEqual({
      names: 'a (book.yaml:4) → b (book.yaml:5) → c (book.yaml:6) → a (book.yaml:4)',
    });
  });

  test('between definitions are reported once', () => {
    const text = `id: t\nkind: pay\ndefine:\n  a: b + 1\n  b: c + 1\n  c: a + 1\nlines:\n${line('x', 'a + b + c')}\n`;
    expect(problemsOf(text)).toEqual(['circular-reference 4:6']);
  });

  test('through a category name it, and stand where a line does', () => {
    const text = `id: t\nkind: pay\nlines:\n${line('a', 'category.bonus + 1')}\n`;
    const { problems } = compileBook(text);
    expect(problemLines(problems.all)).toEqual(['category-of-own 4:5']);
    expect(problems.all[0]?.params).toEqual({
      names: 'a (book.yaml:4) → category.bonus → a (book.yaml:4)',
    });
  });

  test('of a name with itself are reported at the name', () => {
    expect(problemsOf('id: t\nkind: pay\ndefine: {a: 1 + a}\n')).toEqual([
      'circular-reference 3:17',
    ]);
  });

  test('two circles are two problems', () => {
    const text = `id: t\nkind: pay\nlines:\n${line('a', 'line.b')}\n${line('b', 'line.a')}\n${line('c', 'line.d')}\n${line('d', 'line.c')}\n`;
    expect(problemsOf(text)).toEqual(['circular-reference 4:5', 'circular-reference 6:5']);
  });

  test('between items and the score', () => {
    const text = `id: t\nkind: scorecard\ntotal: 20\nitems:\n  - {id: a, full: 20, formula: score.t ÷ 2}\n`;
    expect(problemsOf(text)).toEqual(['circular-reference 5:5']);
  });

  test('through conditions, figures over the team, adjustments and limits', () => {
    expect(
      problemsOf(
        `id: t\nkind: pay\nlines:\n${line('a', '1', ', when: line.b > 0')}\n${line('b', 'team_sum(line.a)')}\n`,
      ),
    ).toEqual(['circular-reference 4:5']);
    const adjusted = `id: t\nkind: pay\nlines:\n${line('a', '1')}\nadjust: [{when: category.bonus > 5, lines: [a], factor: 0}]\n`;
    expect(problemsOf(adjusted)).toEqual(['category-of-own 4:5']);
    const limited = `id: t\nkind: pay\nlines:\n${line('a', 'line.f')}\n  - {id: f, kind: deduction, category: fine, off: bonus, formula: '5'}\n`;
    expect(problemsOf(limited)).toEqual(['circular-reference 4:5']);
  });
});

describe('a book', () => {
  test('refuses two entries of one id, and a parameter that is a definition too', () => {
    const text = `id: t\nkind: pay\nlines:\n${line('a', '1')}\n${line('a', '2')}\n`;
    const { problems } = compileBook(text);
    expect(problemLines(problems.all)).toEqual(['duplicate-id 5:5']);
    expect(problems.all[0]?.params).toEqual({ id: 'a', other: 'book.yaml:4' });
    expect(problemsOf('id: t\nkind: pay\nparameters: {a: 1}\ndefine: {a: 2}\n')).toEqual([
      'duplicate-id 4:13',
    ]);
    const sheet =
      'id: t\nkind: scorecard\ntotal: 1\nitems: [{id: a, full: 1, formula: 1}]\ndeductions: [{id: a, formula: 1}]\n';
    expect(problemsOf(sheet)).toEqual(['duplicate-id 5:14']);
  });

  test('refuses full points that do not add up to the total', () => {
    const text = `id: t\nkind: scorecard\ntotal: 30\nitems:\n  - {id: a, full: 10, formula: 1}\n  - {id: b, full: 10, formula: 1}\nadditions:\n  - {id: c, full: 5, formula: 1}\n`;
    expect(problemsOf(text)).toEqual(['weights-differ 3:8']);
    expect(problemsOf('id: t\nkind: scorecard\nitems: []\n')).toEqual(['no-total 1:5']);
  });

  test('refuses what has no meaning where it stands', () => {
    const book = (entry: string) => `id: t\nkind: pay\nlines:\n  - ${entry}\n`;
    expect(problemsOf(book('{id: x, kind: earning, formula: 1}'))).toEqual(['no-category 4:5']);
    expect(
      problemsOf(book('{id: x, kind: earning, category: bonus, formula: 1, text: a}')),
    ).toEqual(['key-without-use 4:57']);
    expect(
      problemsOf(book('{id: x, kind: earning, category: bonus, formula: 1, off: bonus}')),
    ).toEqual(['key-without-use 4:57']);
    expect(problemsOf(book('{id: x, kind: notice, text: a, formula: 1}'))).toEqual([
      'key-without-use 4:36',
    ]);
    expect(problemsOf(book('{id: x, kind: notice, when: 1 > 0}'))).toEqual([
      'notice-without-text 4:5',
    ]);
    expect(problemsOf(book('{id: x, kind: notice, text: "a {销售饿}"}'))).toEqual([
      'misspelt-name 4:37',
    ]);
    expect(problemsOf(book('{id: x, kind: notice, text: {zh: a, en: "b {saless}"}}'))).toEqual([
      'misspelt-name 4:49',
    ]);
    expect(problemsOf(book('{id: x, kind: notice, text: "a {销售额"}'))).toEqual([
      'bad-text-figure 4:33',
    ]);
    expect(problemsOf('id: t\nkind: pay\nadjust: [{when: 1 > 0, factor: 0}]\n')).toEqual([
      'adjusts-nothing 3:10',
    ]);
    expect(
      problemsOf('id: t\nkind: pay\nadjust: [{when: 1 > 0, factor: 0, lines: [gone]}]\n'),
    ).toEqual(['unknown-line 3:43']);
  });

  test('everything wrong is reported in one go', () => {
    const text = `id: t\nkind: pay\nparameters: {p: x}\nlines:\n${line('a', '销售饿')}\n${line('b', '1', ', round: often')}\nadjust: [{when: 1, factor: 0, lines: [gone]}]\n`;
    expect([...problemsOf(text)].sort()).toEqual([
      'bad-parameter 3:17',
      'bad-rounding 6:66',
      'misspelt-name 5:55',
      'unknown-line 7:39',
      'wrong-result 7:17',
    ]);
  });

  test('rounds each item, sums the rounded items, and never falls below 0', () => {
    const text = `
id: t
kind: scorecard
total: 10
items:
  - {id: a, full: 5, formula: 1 ÷ 3}
  - {id: b, full: 5, formula: 1 ÷ 3}
additions: [{id: c, formula: 1 ÷ 3}]
deductions: [{id: d, per: {of: 差评, points: 5}}]
examples:
  - {given: {差评: 0}, expect: {a: 0.33, score: 0.99}}
  - {given: {差评: 1}, expect: {d: 5, score: 0}}
  - {given: {差评: missing}, expect: {d: missing, score: missing}}
`;
    expect(failures(text)).toEqual([]);
  });

  test('lines that are taken off a category together never take more than it holds', () => {
    const text = `
id: t
kind: pay
lines:
  - {id: bonus, kind: earning, category: bonus, formula: 销售额}
  - {id: f1, kind: deduction, category: fine, off: bonus, formula: '60'}
  - {id: f2, kind: deduction, category: fine, off: bonus, formula: '60'}
examples:
  - {given: {销售额: 200}, expect: {f1: 60, f2: 60}}
  - {given: {销售额: 100}, expect: {f1: 60, f2: 40}}
  - {given: {销售额: 10}, expect: {f1: 10, f2: 0}}
  - {given: {销售额: 0}, expect: {f1: 0, f2: 0}}
  - {given: {销售额: missing}, expect: {f1: missing}}
`;
    expect(failures(text)).toEqual([]);
  });

  test('a score share is at most 1, unless the parameter `cap` says more', () => {
    const text = (more: string) =>
      `id: t\nkind: pay\n${more}lines:\n${line('x', '100 × 得分率')}\n`;
    const sheet = 'id: s\nkind: scorecard\ntotal: 100\nitems: [{id: a, full: 100, formula: 1}]\n';
    const example = (score: number, expected: number) =>
      `examples: [{given: {得分: ${score}, 总分: 100}, expect: {x: ${expected}}}]\n`;
    expect(failures(text('') + example(85, 85), sheet)).toEqual([]);
    expect(failures(text('') + example(120, 100), sheet)).toEqual([]);
    expect(failures(text('parameters: {cap: 110%}\n') + example(120, 110), sheet)).toEqual([]);
    // Whatever else the book calls a score.
    const own = text('parameters: {score: 7, score_total: 9}\n');
    expect(failures(own + example(85, 85), sheet)).toEqual([]);
  });

  test('a notice may be given once for the team', () => {
    const text = `
id: t
kind: notices
notices: [{id: due, level: info, once: true, text: '{加天数(月末, 5)} 前公布，共罚 {team_sum(category.fine)}'}]
examples:
  - {given: {月末: 2026-10-31, category.fine: 30}, team: [{category.fine: 12.5}], expect: {notices: [2026-11-05 前公布，共罚 42.5 元]}}
`;
    expect(failures(text)).toEqual([]);
    const { plan } = compileBook(text);
    expect(plan?.notices.map(({ id }) => id)).toEqual(['due']);
  });

  test('is told with its parentheses and titles', () => {
    const text = `
id: t
kind: pay
parameters: {fine: {value: 5, unit: yuan, title: 罚款额}}
lines:
  - {id: a, title: 甲, kind: deduction, category: fine, when: [差评 > 1, 得分 < 85], per: {of: 差评 + 投诉, amount: 罚款额}}
  - {id: b, title: 乙, kind: deduction, category: loss, given: {of: case.error.amount}}
adjust:
  - {title: 调, when: 差评 > 3, keep: [base], factor: 0%}
`;
    const sheet = 'id: s\nkind: scorecard\ntotal: 100\nitems: [{id: a, full: 100, formula: 1}]\n';
    const { book, plan } = compileBook(text, sheet);
    if (book === undefined || plan === undefined) throw new Error('not compiled');
    const described = describeBook(book, plan).sections.flatMap(({ lines }) =>
      lines.map(({ zh }) => zh),
    );
    expect(described).toEqual([
      '甲 [扣款, 罚款]',
      '(差评 + 投诉) × 罚款额',
      '条件：差评 > 1',
      '条件：得分 < 85',
      '其中 罚款额 = 5 元',
      '乙 [扣款, 损失]',
      '差错的金额：按每条所给相加',
      '调',
      '条件：差评 > 3',
      '底薪除外 × 0%',
      '罚款额 (fine, 元): 5 元',
    ]);
  });
});

describe('the categories that an adjustment keeps', () => {
  const book = (adjust: string, value = '[base]') => `
id: t
kind: pay
parameters: {keeps: {value: ${value}, list: categories}}
lines:
  - {id: base, kind: earning, category: base, formula: 1000}
  - {id: sold, kind: earning, category: commission, formula: 300}
  - {id: prize, kind: earning, category: bonus, formula: 50}
  - {id: idea, kind: earning, category: reward, formula: 20}
adjust: [{title: 调, when: 差评 > 3, ${adjust}, factor: 0%}]
`;
  const example = (amounts: string) => `examples: [{given: {差评: 4}, expect: {${amounts}}}]\n`;

  test.each([
    ['keep: keeps', '[base]', 'base: 1000, sold: 0, prize: 0, idea: 0'],
    ['keep: keeps', '[底薪, reward]', 'base: 1000, sold: 0, prize: 0, idea: 20'],
    ['keep: keeps', 'base', 'base: 1000, sold: 0, prize: 0, idea: 0'],
    // Of two categories the one is kept; all others are not touched.
    [
      'categories: [commission, bonus], keep: keeps',
      '[base]',
      'base: 1000, sold: 0, prize: 0, idea: 20',
    ],
    [
      'categories: [commission, bonus], keep: keeps',
      '[bonus]',
      'base: 1000, sold: 0, prize: 50, idea: 20',
    ],
    [
      'categories: [commission, bonus], keep: [bonus]',
      '[base]',
      'base: 1000, sold: 0, prize: 50, idea: 20',
    ],
  ])('%s, where keeps is %s', (adjust, value, amounts) => {
    expect(failures(book(adjust, value) + example(amounts))).toEqual([]);
  });

  test('are those that a plan sets', () => {
    const plan = (value: string) => `id: p\nkind: plan\npay: [t]\nset: {t.keeps: ${value}}\n`;
    const { plan: compiled } = compilePlanOf(plan('[base, commission]'), book('keep: keeps'));
    expect(compiled?.adjustments[0]?.keep).toEqual(['base', 'commission']);
    const wrong = compilePlanOf(plan('[bse, 工龄]'), book('keep: keeps')).problems;
    expect(wrong).toEqual(['misspelt-category book.yaml:4', 'unknown-category book.yaml:4']);
  });

  test('are named by a parameter that is a list, and stand in no formula', () => {
    expect(problemsOf(book('keep: kept'))).toEqual(['unknown-parameter 10:41']);
    const inFormula = book('keep: keeps').replace('formula: 300', 'formula: keeps');
    expect(problemsOf(inFormula)).toEqual(['wrong-result 7:62']);
  });
});
