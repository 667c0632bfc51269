import type { Grade } from '../../../src/catalogue/vocabulary.js';
import { type Decimal, decimal, divide, ZERO } from '../../../src/lib/decimal.js';
import { type Context, isAskedDate } from './context.js';
import { allRows, count, known, MISSING, type ReferenceValue, sumOf } from './figures.js';
import type { AgentCell, RawComplaint, RawMonth } from './raw-month.js';

export type ReferenceRating =
  | { readonly kind: 'grade'; readonly grade: Grade; readonly count: number }
  | { readonly kind: 'number'; readonly mean: Decimal; readonly count: number };

const CONDUCT: readonly { id: string; kind: string }[] = [
  { id: 'complaints', kind: 'complaint' },
  { id: 'bad_reviews', kind: 'bad_review' },
  { id: 'disputes', kind: 'dispute' },
  { id: 'praises', kind: 'praise' },
  { id: 'bad_reviews_resolved', kind: 'bad_review_resolved' },
  { id: 'refunds_saved', kind: 'refund_saved' },
  { id: 'errors', kind: 'error' },
  { id: 'no_follow_ups', kind: 'no_follow_up' },
];

/**
 * "`complaints` (verified only), `complaint_points` (their points), `bad_reviews`, …"; "verified: no such
 * column: all are". The catalogue counts verified rows of every kind, and has no points where one verified
 * complaint has none. "With no complaints file its metrics are missing, not 0."
 */
export function addConduct(
  values: Map<string, ReferenceValue>,
  agent: string,
  context: Context,
): void {
  const { complaints, reviews } = context.month;
  if (complaints === undefined && reviews === undefined) {
    for (const { id } of CONDUCT) values.set(id, MISSING);
    values.set('complaint_points', MISSING);
    return;
  }
  const verified = verifiedCases(agent, context);
  for (const { id, kind } of CONDUCT) {
    values.set(id, count(verified.filter((row) => row.kind === kind).length));
  }
  let points: Decimal | undefined = ZERO;
  for (const row of verified) {
    if (row.kind !== 'complaint') continue;
    points = row.points === undefined ? undefined : points?.plus(decimal(row.points));
  }
  values.set('complaint_points', points === undefined ? MISSING : known(points));
}

/** What a review of three stars is, no metric counts. */
function verifiedCases(agent: string, context: Context): Pick<RawComplaint, 'kind' | 'points'>[] {
  const { complaints, reviews, complaintsHaveVerified } = context.month;
  const isMine = (row: { readonly agent: AgentCell; readonly date: string }) =>
    row.agent.id === agent && isAskedDate(row.date, context);
  const cases: Pick<RawComplaint, 'kind' | 'points'>[] = [];
  for (const row of allRows(complaints)) {
    if (isMine(row) && (row.verified || !complaintsHaveVerified)) cases.push(row);
  }
  for (const row of allRows(reviews)) {
    if (!isMine(row) || row.stars === 3) continue;
    cases.push({ kind: row.stars < 3 ? 'bad_review' : 'praise', points: undefined });
  }
  return cases;
}

/**
 * "`rating.ITEM`: mean of the numeric scores of that item; a grade is kept as a grade when there is one,
 * and the median grade when there are several, the lower of two middle ones."
 */
export function ratingsOf(agent: string, month: RawMonth): Map<string, ReferenceRating> {
  const ratings = new Map<string, ReferenceRating>();
  const mine = allRows(month.ratings).filter((row) => row.agent.id === agent);
  for (const { item } of mine) {
    const numbers: Decimal[] = [];
    const grades: Grade[] = [];
    for (const row of mine) {
      if (row.item !== item) continue;
      if ('grade' in row.score) grades.push(row.score.grade);
      else numbers.push(decimal(row.score.number));
    }
    const grade = medianGrade(grades);
    if (grade === undefined) {
      const mean = divide(
        sumOf(numbers, (number) => number),
        decimal(numbers.length),
      );
      ratings.set(item, { kind: 'number', mean, count: numbers.length });
    } else {
      ratings.set(item, { kind: 'grade', grade, count: grades.length });
    }
  }
  return ratings;
}

function medianGrade(grades: readonly Grade[]): Grade | undefined {
  const fromBest: Grade[] = [];
  for (const grade of ['excellent', 'good', 'fair', 'poor'] as const) {
    for (const given of grades) if (given === grade) fromBest.push(given);
  }
  return fromBest[Math.floor(fromBest.length / 2)];
}
