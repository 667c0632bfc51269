import { medianGrade } from '../catalogue/grades.js';
import type { Grade } from '../catalogue/vocabulary.js';
import type { RatingRow } from '../intake/facts/month-facts.js';
import { type Decimal, decimal, divide, sum } from '../lib/decimal.js';
import { groupBy } from '../lib/group.js';
import type { Problems } from '../words/problem.js';
import type { Rating } from './month-metrics.js';

/**
 * The month's ratings of one agent by item: "mean of the numeric scores of that item; a grade is kept as a
 * grade when there is one, and the median grade when there are several". An item that was given both
 * grades and numbers has no such figure: reported, and left out.
 */
export function ratingsOf(
  rows: readonly RatingRow[],
  problems: Problems,
): ReadonlyMap<string, Rating> {
  const byItem = groupBy(rows, ({ item }) => item);
  const ratings = new Map<string, Rating>();
  for (const [item, itemRows] of byItem) {
    const grades: Grade[] = [];
    const numbers: Decimal[] = [];
    for (const { value } of itemRows) {
      if (value.kind === 'grade') grades.push(value.grade);
      else numbers.push(value.number);
    }
    if (grades.length > 0 && numbers.length > 0) reportMixed(itemRows, problems);
    else if (grades.length > 0)
      ratings.set(item, { kind: 'grade', grade: medianGrade(grades), count: grades.length });
    else ratings.set(item, meanNumber(numbers));
  }
  return ratings;
}

function reportMixed(rows: readonly RatingRow[], problems: Problems): void {
  const [first] = rows;
  const odd = rows.find(({ value }) => value.kind !== first?.value.kind);
  if (odd !== undefined)
    problems.report('mixed-ratings', odd.place, { params: { item: odd.item } });
}

function meanNumber(numbers: readonly Decimal[]): Rating {
  const count = numbers.length;
  return { kind: 'number', mean: divide(sum(numbers), decimal(count)), count };
}
