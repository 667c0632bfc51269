import { GRADES, type Grade, idsOf } from './vocabulary.js';

const BEST_FIRST = idsOf(GRADES);

/** "The median grade when there are several, the lower of two middle ones." */
export function medianGrade(grades: readonly Grade[]): Grade {
  const sorted = grades.toSorted((a, b) => BEST_FIRST.indexOf(a) - BEST_FIRST.indexOf(b));
  return sorted[Math.floor(sorted.length / 2)] ?? 'poor';
}
