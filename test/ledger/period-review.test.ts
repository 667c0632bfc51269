import { describe, expect, it } from 'vitest';
import { reviewOf } from '../../src/ledger/period-review.js';
import type { SealedMonth } from '../../src/ledger/sealed-month.js';
import type { ExplainedStatement } from '../../src/ledger/sealed-statement.js';
import { type Decimal, decimal } from '../../src/lib/decimal.js';
import { sameInAll } from '../../src/lib/language.js';
import { parsePeriod } from '../../src/lib/period.js';
import { numberValue } from '../../src/rulebook/values/value.js';
import { collectProblems } from '../../src/words/problem.js';
import { brief } from '../intake/world.js';
import { csv } from '../setup/shop.js';
import { emptyShop, paid, sealed, writeChain } from './months.js';

const CARD = csv(
  'id: card',
  'title: 考核',
  'kind: scorecard',
  'total: 100',
  'items:',
  '  - {id: deals, title: 成交, full: 100, formula: 付款订单数}',
  'define:',
  '  quarter: {title: 季度得分, unit: points, formula: "月均(item.deals, 3)"}',
);

const POLICY: SealedMonth['policy'] = {
  config: {
    file: 'kpi.yaml',
    text: csv(
      'shop: 小店',
      'plans: {presales: {scores: [card], pay: []}}',
      'history: {assume: none}',
    ),
  },
  rulebooks: [{ file: 'rules/card.yaml', text: CARD }],
  shipped: [],
};

/** The pay of an agent who has so many points by the one item of the scorecard. */
function scored(
  agent: string,
  points: string,
  rank: number,
  amounts: Readonly<Record<string, string>> = {},
): ExplainedStatement {
  const own = decimal(points);
  const item = {
    id: 'deals',
    title: sameInAll('成交'),
    section: 'item',
    points: own,
    full: decimal(100),
    source: undefined,
  } as const;
  const statement = paid(agent, amounts);
  const [trace] = paid(agent, { points }).lines.map((line) => line.trace);
  if (trace === undefined) throw new Error('no line');
  return {
    ...statement,
    scores: [
      {
        rulebook: 'card',
        title: sameInAll('考核'),
        points: own,
        total: decimal(100),
        rank,
        ranking: { places: [], own: undefined },
        items: [{ ...item, trace }],
      },
    ],
    values: () => new Map([['item.card.deals', numberValue(own)]]),
  };
}

function month(name: string, ...statements: readonly ExplainedStatement[]): SealedMonth {
  return sealed(name, { statements, policy: POLICY });
}

async function review(name: string, ...months: readonly SealedMonth[]) {
  const shop = emptyShop();
  const period = parsePeriod(name);
  if (period === undefined) throw new Error(name);
  const problems = collectProblems();
  const reviewed = await reviewOf(writeChain(shop, ...months), period, shop, problems);
  return { reviewed, problems: brief(problems.all) };
}

const shown = (number: Decimal | undefined) => number?.toFixed();

describe('the review of a period', () => {
  it('has pay as sums', async () => {
    const { reviewed } = await review(
      '2026-Q3',
      month('2026-07', paid('A01', { share: '100.10', fine: '5' })),
      month('2026-08', paid('A01', { share: '50' })),
      month('2026-09', paid('A01', { share: '0.05', fine: '1.5' })),
    );
    const [agent] = reviewed?.agents ?? [];
    expect([agent?.gross, agent?.deductions, agent?.payable].map(shown)).toEqual([
      '150.15',
      '6.5',
      '143.65',
    ]);
  });

  it('has points, ranks and items as means of the months that have them', async () => {
    const { reviewed } = await review(
      '2026-Q3',
      month('2026-07', scored('A01', '80', 1), scored('A02', '70', 2)),
      month('2026-08', scored('A01', '90', 2)),
      month('2026-09', scored('A01', '94', 1)),
    );
    const [one, two] = reviewed?.agents ?? [];
    const [score] = one?.scores ?? [];
    // (80 + 90 + 94) ÷ 3 and (1 + 2 + 1) ÷ 3
    expect([shown(score?.points), score?.rank.toFixed(2), score?.months]).toEqual([
      '88',
      '1.33',
      3,
    ]);
    expect(score?.items.map(({ id, points }) => `${id} ${shown(points)}`)).toEqual(['deals 88']);
    expect(two?.scores.map(({ points, months }) => `${shown(points)} of ${months}`)).toEqual([
      '70 of 1',
    ]);
  });

  it('has the score that the rulebook gives a quarter, over its closed months only', async () => {
    const { reviewed } = await review(
      '2026-Q3',
      month('2026-06', scored('A01', '10', 1)),
      month('2026-07', scored('A01', '80', 1)),
      month('2026-08', scored('A01', '91', 1)),
    );
    const [agent] = reviewed?.agents ?? [];
    expect(agent?.periodScores.map(({ id, points }) => `${id} ${shown(points)}`)).toEqual([
      'card.quarter 85.5',
    ]);
  });

  it('has no score of a year where the rulebook gives a year none', async () => {
    const { reviewed } = await review('2026', month('2026-07', scored('A01', '80', 1)));
    expect(reviewed?.agents[0]?.periodScores).toEqual([]);
  });

  it('says which months are not closed, and is nothing without any', async () => {
    const closed = [month('2026-07', paid('A01', {})), month('2026-09', paid('A01', {}))];
    const some = await review('2026-Q3', ...closed);
    expect(some.problems).toEqual(['review-incomplete | closed/2026-08.json']);
    expect(some.reviewed?.missing).toEqual(['2026-08']);
    const none = await review('2026-Q4', ...closed);
    expect(none).toEqual({
      reviewed: undefined,
      problems: ['review-nothing-closed | closed/'],
    });
  });
});
