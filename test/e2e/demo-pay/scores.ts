import type { ReferenceValue } from '../../metrics/reference/figures.js';
import type { ReferenceResult } from '../../metrics/reference/reference.js';
import {
  type Fraction,
  fractionOf,
  greater,
  halfUp,
  isAbove,
  isAtLeast,
  minus,
  NONE,
  over,
  plus,
  smaller,
  sum,
  times,
  WHOLE,
} from '../../setup/fraction.js';

/** The figures of the month that score and pay are made of. */
export type Figures = ReferenceResult;

export interface Item {
  readonly id: string;
  readonly points: Fraction;
  /** Undefined: an addition or a deduction. */
  readonly full: number | undefined;
}

export interface Score {
  readonly rulebook: string;
  readonly total: number;
  readonly points: Fraction;
  readonly items: readonly Item[];
}

/** A ratio is its exact parts, not the decimal that was cut. */
function figureOf(value: ReferenceValue | undefined, name: string): Fraction {
  if (value === undefined || value.state !== 'known') throw new Error(`no figure: ${name}`);
  if (value.numerator === undefined || value.denominator === undefined) {
    return fractionOf(value.value.toFixed());
  }
  return over(fractionOf(value.numerator.toFixed()), fractionOf(value.denominator.toFixed()));
}

export function metric(figures: Figures, agent: string, id: string): Fraction {
  return figureOf(figures.agents.get(agent)?.get(id), `${agent} ${id}`);
}

export function shopMetric(figures: Figures, id: string): Fraction {
  return figureOf(figures.shop.get(id), id);
}

function teamSum(figures: Figures, team: readonly string[], id: string): Fraction {
  return sum(team.map((agent) => metric(figures, agent, id)));
}

/** "A ratio over a team is Σ numerators ÷ Σ denominators, never a mean of ratios." */
function teamRatio(
  figures: Figures,
  team: readonly string[],
  numerator: string,
  denominator: string,
): Fraction {
  return over(teamSum(figures, team, numerator), teamSum(figures, team, denominator));
}

/** What the grade of an item is worth. */
function graded(
  figures: Figures,
  agent: string,
  item: string,
  worth: Readonly<Record<'excellent' | 'good' | 'fair' | 'poor', number>>,
): Fraction {
  const rating = figures.ratings.get(agent)?.get(item);
  if (rating?.kind !== 'grade') throw new Error(`no grade: ${agent} ${item}`);
  return fractionOf(worth[rating.grade]);
}

const CAP = fractionOf('1.2');

/** "Below target in proportion; above target more, up to a cap (120 %, per part)." */
function higherIsBetter(points: number, value: Fraction, target: Fraction): Fraction {
  return times(fractionOf(points), smaller(CAP, over(value, target)));
}

/** "2 − value ÷ target", not below 0. "Against a team rate of 0: at target when the own rate is 0, else 0." */
function lowerIsBetter(points: number, value: Fraction, target: Fraction): Fraction {
  if (!isAbove(target, NONE)) return isAbove(value, NONE) ? NONE : fractionOf(points);
  const share = minus(fractionOf(2), over(value, target));
  return times(fractionOf(points), greater(NONE, smaller(CAP, share)));
}

/** `presales_weighted`, total 100; `shift` are those of the team who work the agent's shift. */
export function presalesScore(
  figures: Figures,
  agent: string,
  team: readonly string[],
  shift: readonly string[],
): Score {
  const own = (id: string): Fraction => metric(figures, agent, id);

  const review = figures.ratings.get(agent)?.get('chat_review');
  if (review?.kind !== 'number') throw new Error(`no number: ${agent} chat_review`);
  const handling = graded(figures, agent, 'handling', {
    excellent: 100,
    good: 75,
    fair: 50,
    poor: 0,
  });
  const service = sum([
    times(fractionOf(10), over(fractionOf(review.mean.toFixed()), fractionOf(100))),
    higherIsBetter(8, own('reply_rate'), fractionOf('0.90')),
    lowerIsBetter(8, own('response_time'), fractionOf(30)),
    higherIsBetter(5, own('satisfaction'), fractionOf('0.95')),
    times(fractionOf(4), over(handling, fractionOf(100))),
  ]);

  const conversion = higherIsBetter(30, own('conversion'), fractionOf('0.60'));

  const teamOrderValue = teamRatio(figures, team, 'sales', 'paid_buyers');
  const teamItems = teamRatio(figures, team, 'items', 'paid_buyers');
  const orderValue = plus(
    higherIsBetter(10, own('avg_order_value'), teamOrderValue),
    higherIsBetter(10, own('items_per_buyer'), teamItems),
  );

  const meanReceptions = over(teamSum(figures, shift, 'receptions'), fractionOf(shift.length));
  const reception = higherIsBetter(10, own('receptions'), meanReceptions);

  const teamRefundRate = teamRatio(figures, team, 'refunded_orders', 'paid_orders');
  const refundRate = lowerIsBetter(5, own('refund_rate'), teamRefundRate);

  const items: Item[] = [
    { id: 'service', points: halfUp(service, 2), full: 35 },
    { id: 'conversion', points: halfUp(conversion, 2), full: 30 },
    { id: 'order_value', points: halfUp(orderValue, 2), full: 20 },
    { id: 'reception', points: halfUp(reception, 2), full: 10 },
    { id: 'refund_rate', points: halfUp(refundRate, 2), full: 5 },
  ];
  const points = sum(items.map((item) => item.points));
  return { rulebook: 'presales_weighted', total: 100, points, items };
}

/** "优 20, 良 15, 中 10, 差 0." */
const TWENTY = { excellent: 20, good: 15, fair: 10, poor: 0 };

/** `aftersales_130`, total 130. */
export function aftersalesScore(figures: Figures, agent: string): Score {
  const own = (id: string): Fraction => metric(figures, agent, id);
  const grade = (item: string): Fraction => graded(figures, agent, item, TWENTY);

  /** "20 less 5 per late, 5 per leave, 10 per absence; not below 0." */
  const attendance = greater(
    NONE,
    minus(
      fractionOf(20),
      sum([
        times(fractionOf(5), own('late')),
        times(fractionOf(5), own('leave')),
        times(fractionOf(10), own('absent')),
      ]),
    ),
  );

  const items: Item[] = [
    { id: 'quality', points: grade('quality'), full: 20 },
    { id: 'refund_rate', points: refundPoints(shopMetric(figures, 'shop_refund_rate')), full: 30 },
    { id: 'cooperation', points: grade('cooperation'), full: 20 },
    { id: 'execution', points: grade('execution'), full: 20 },
    { id: 'disputes', points: grade('disputes'), full: 20 },
    { id: 'attendance', points: attendance, full: 20 },
  ];
  const additions: Item[] = [
    { id: 'praise', points: times(fractionOf(2), own('praises')), full: undefined },
    { id: 'outstanding', points: outstanding(figures, agent), full: undefined },
  ];
  const deductions: Item[] = [
    { id: 'bad_reviews', points: times(fractionOf(5), own('bad_reviews')), full: undefined },
    { id: 'complaints', points: own('complaint_points'), full: undefined },
  ];
  const given = sum([...items, ...additions].map((item) => halfUp(item.points, 2)));
  const taken = sum(deductions.map((item) => halfUp(item.points, 2)));
  return {
    rulebook: 'aftersales_130',
    total: 130,
    points: greater(NONE, minus(given, taken)),
    items: [...items, ...additions, ...deductions],
  };
}

/** "≤5 % 30; over 5 to 8 % 20; over 8 to 11 % 10; over 11 % 0." */
function refundPoints(rate: Fraction): Fraction {
  if (!isAbove(rate, fractionOf('0.05'))) return fractionOf(30);
  if (!isAbove(rate, fractionOf('0.08'))) return fractionOf(20);
  if (!isAbove(rate, fractionOf('0.11'))) return fractionOf(10);
  return NONE;
}

/** "2 to 5, as given in `rating.outstanding`"; who has no such row has none. */
function outstanding(figures: Figures, agent: string): Fraction {
  const rating = figures.ratings.get(agent)?.get('outstanding');
  return rating?.kind === 'number' ? fractionOf(rating.mean.toFixed()) : NONE;
}

/** "Ranks read 1, 1, 3": one more than there are better scores. */
export function rankOf(score: Score, scores: readonly Score[]): number {
  return 1 + scores.filter((other) => isAbove(other.points, score.points)).length;
}

/** "A score share is min(1, score ÷ total)." */
export function scoreShare(score: Score): Fraction {
  return smaller(WHOLE, over(score.points, fractionOf(score.total)));
}

export function hasPoints(score: Score, least: Fraction): boolean {
  return isAtLeast(score.points, least);
}
