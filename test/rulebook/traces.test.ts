import { describe, expect, test } from 'vitest';
import { decimal } from '../../src/lib/decimal.js';
import { createTeam } from '../../src/rulebook/values/evaluate.js';
import type { Env, Facts } from '../../src/rulebook/values/node.js';
import type { Trace } from '../../src/rulebook/values/trace.js';
import { numberValue } from '../../src/rulebook/values/value.js';
import { monthNamed, number } from '../output/samples.js';
import { compileBook } from '../setup/books.js';
import { type Figures, factsOf } from '../setup/facts.js';

/** The team of agents with these metrics; nothing is known of earlier months. */
function teamOf(...agents: readonly Figures[]): readonly Env[] {
  const members = agents.map((metrics) => ({
    facts: factsOf(metrics),
    earlier: () => 'unknown' as const,
  }));
  return createTeam(monthNamed('2026-10'), members).members;
}

/** How a line or item of a book comes about for an agent. */
function traceOf(text: string, id: string, env: Env | undefined): Trace {
  const { plan, problems } = compileBook(text);
  const entries = [...(plan?.lines ?? []), ...(plan?.scorecards[0]?.items ?? [])];
  const slot = entries.find((entry) => entry.id === id)?.slot;
  if (slot === undefined || env === undefined) throw new Error(JSON.stringify(problems.all));
  return env.get(slot);
}

function parts(trace: Trace): readonly Trace[] {
  return [trace, ...trace.parts.flatMap(parts)];
}

/** A trace with the sentences that it says when it is asked. */
function withNotes(trace: Trace): unknown {
  return { ...trace, notes: trace.notes(), parts: trace.parts.map(withNotes) };
}

const line = (rest: string) =>
  `id: t\nkind: pay\nlines:\n  - {id: x, title: {zh: 奖, en: Prize}, kind: earning, category: bonus, ${rest}}\n`;

describe('the trace of an entry', () => {
  test('calls the parts of a weighted item by their titles', () => {
    const text = `
id: t
kind: scorecard
total: 20
items:
  - id: service
    full: 20
    weighted:
      - {id: rate, title: {zh: 回复, en: Replies}, weight: 15, target: {of: 回复率, target: 50%}}
      - {id: rest, weight: 5, formula: 5}
`;
    const [env] = teamOf({ reply_rate: '0.25' });
    const trace = traceOf(text, 'service', env);
    const [weighted] = trace.parts;
    expect(
      weighted?.parts.map(({ step, name, value }) => [step, name?.id, name?.title.en, value]),
    ).toEqual([
      ['name', 'service.rate', 'Replies', numberValue(decimal('7.5'))],
      ['name', 'service.rest', 'rest', numberValue(decimal('5'))],
    ]);
  });

  test('raises a notice with the reason when what is not known makes it absent', () => {
    const text = line('formula: 销售额, when: 连续(销售额 > 5) >= 3, missing: absent');
    const [env] = teamOf({ sales: '10' });
    const trace = traceOf(text, 'x', env);
    expect(trace.value.kind).toBe('absent');
    expect(trace.raised).toEqual({
      level: 'info',
      text: {
        zh: '奖：不知道以往月份的情况，这个月没有这一项',
        en: 'Prize: earlier months are not known; absent this month',
      },
    });
  });

  test('raises nothing when a condition does not hold, or there is no denominator', () => {
    const [env] = teamOf({ sales: '0' });
    expect(traceOf(line('formula: 1, when: 销售额 > 5, missing: absent'), 'x', env).raised).toBe(
      undefined,
    );
    const undefinedLine = line('formula: 1 ÷ 投诉, undefined: absent');
    expect(traceOf(undefinedLine, 'x', env).raised).toBe(undefined);
    expect(traceOf(undefinedLine, 'x', env).value.kind).toBe('absent');
  });

  test("shows in a figure over the team one's own part in it, not that of whoever came first", () => {
    const text = line('formula: team_mean(销售额)');
    const [first, second] = teamOf({ sales: '10' }, { sales: '30' });
    traceOf(text, 'x', first);
    const { plan } = compileBook(text);
    const slot = plan?.lines[0]?.slot;
    if (slot === undefined || first === undefined || second === undefined) throw new Error();
    for (const [env, own] of [
      [first, '10'],
      [second, '30'],
    ] as const) {
      const names = parts(env.get(slot)).filter(({ step }) => step === 'name');
      expect(names.map(({ value }) => value)).toEqual([numberValue(decimal(own))]);
      expect(env.get(slot).value).toEqual(numberValue(decimal('20')));
    }
  });

  test('keeps the gravest notice of the parts of a weighted item', () => {
    const text = `
id: t
kind: scorecard
total: 20
items:
  - id: service
    full: 20
    weighted:
      - {id: a, weight: 15, per: {of: 差评, ladder: [{points: 1, raise: warning, text: 一}]}}
      - {id: b, weight: 5, per: {of: 差评, ladder: [{points: 1, raise: dismissal, text: 二}]}}
`;
    const [env] = teamOf({ bad_reviews: '1' });
    expect(traceOf(text, 'service', env).raised?.level).toBe('dismissal');
  });

  test('names the adjustment that was held against a line', () => {
    const text = `${line('formula: 10')}adjust:\n  - {title: {zh: 差评多, en: Many}, when: 差评 > 3, lines: [x], factor: 50%}\n`;
    const [env] = teamOf({ bad_reviews: '4' });
    const trace = traceOf(text, 'x', env);
    expect(trace.value).toEqual(numberValue(decimal('5')));
    expect(trace.parts.at(-1)?.name?.title.en).toBe('Many');
  });

  test("names each cause once, and one's own even among very many", () => {
    const others = Array.from({ length: 200 }, (_, index) => (index === 150 ? {} : { sales: '1' }));
    const team = teamOf(...others);
    const trace = traceOf(line('formula: team_sum(销售额) + team_sum(销售额)'), 'x', team[3]);
    expect(trace.value.kind === 'missing' && trace.value.causes).toHaveLength(1);
  });
});

describe('figures over a team', () => {
  test('take one look at each member, however many there are', () => {
    const looks = { count: 0 };
    const facts = factsOf({ sales: '5' });
    const counting: Facts = {
      ...facts,
      metric(id) {
        looks.count++;
        return facts.metric(id);
      },
    };
    const size = 500;
    const members = Array.from({ length: size }, () => ({
      facts: counting,
      earlier: () => 'none' as const,
    }));
    const rules = [
      'formula: rank(销售额)',
      'formula: 销售额 × share(销售额)',
      'formula: 销售额 × percentile(销售额)',
      'rank: {by: 销售额, ladder: [5]}',
      'top: {by: 销售额, amount: 5}',
      'pool: {amount: 5, by: 销售额}',
    ];
    for (const rule of rules) {
      const { plan, problems } = compileBook(
        line(rule.replace('formula: rank', 'formula: 5 × rank')),
      );
      expect(problems.all).toEqual([]);
      const slot = plan?.lines[0]?.slot;
      if (slot === undefined) throw new Error(rule);
      looks.count = 0;
      const fresh = createTeam(monthNamed('2026-10'), members);
      for (const env of fresh.members) env.get(slot);
      // Once for the team, and a few times for each member's own trace.
      expect(looks.count).toBeLessThanOrEqual(4 * size);
      // What is paid is worked out once, however often it is asked for.
      for (const env of fresh.members) env.result(slot);
      looks.count = 0;
      for (const env of fresh.members) env.result(slot);
      expect(looks.count).toBe(0);
    }
  });
});

describe('agents of a team asked in turn', () => {
  const book = `
id: t
kind: pay
lines:
  - {id: own, title: {zh: 提成, en: Commission}, kind: earning, category: bonus, formula: 销售额 × 10%}
  - {id: all, title: {zh: 分红, en: Dividend}, kind: earning, category: bonus, formula: team_sum(line.own) × 50%}
`;
  const { plan } = compileBook(book);
  const slots = plan?.lines.map(({ slot }) => slot) ?? [];
  const explain = (env: Env) => slots.map((slot) => env.get(slot)).map(withNotes);
  const values = (env: Env) => slots.map((slot) => env.result(slot).value);
  const agents = [{ sales: '100' }, { sales: '300' }];
  // By hand: commissions of 10 and 30, half of the 40 for each.
  const amounts = [number('10'), number('30'), number('20')];

  test('get the same explanations, in whatever order and however often', () => {
    const alone = agents.map((_, index) =>
      teamOf(...agents)
        .slice(index)
        .slice(0, 1)
        .map(explain),
    );
    const team = teamOf(...agents);
    const inTurn = team.map(explain);
    expect(inTurn).toMatchObject([
      [{ value: amounts[0] }, { value: amounts[2] }],
      [{ value: amounts[1] }, { value: amounts[2] }],
    ]);
    expect(inTurn).toEqual(alone.flat());
    expect(team.map(explain)).toEqual(inTurn);
  });

  test('have the values that they are paid, whether those or the explanations come first', () => {
    const paid = [
      [amounts[0], amounts[2]],
      [amounts[1], amounts[2]],
    ];
    const team = teamOf(...agents);
    expect(team.map(values)).toEqual(paid);
    expect(team.map(explain)).toEqual(teamOf(...agents).map(explain));
    expect(team.map(values)).toEqual(paid);
  });

  test('have every step in them, though the team asked for the values before', () => {
    for (const env of teamOf(...agents)) {
      const [own, all] = slots
        .toReversed()
        .map((slot) => env.get(slot))
        .toReversed();
      if (own === undefined || all === undefined) throw new Error('two lines are compiled');
      expect(parts(own).map(({ text }) => text)).toContain('销售额 × 10%');
      expect(parts(all)).toEqual(expect.arrayContaining([...parts(own)]));
    }
  });
});
