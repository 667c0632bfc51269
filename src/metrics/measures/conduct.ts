import type { CONDUCT_METRICS } from '../../catalogue/metrics/conduct.js';
import type { ComplaintKind } from '../../catalogue/vocabulary.js';
import type { Count } from './measure.js';

/** The rows of complaints*.csv of which kind a metric counts, or adds up the points. */
interface Cases {
  readonly kind: ComplaintKind;
  readonly points?: true;
}

const CASES = {
  complaints: { kind: 'complaint' },
  complaint_points: { kind: 'complaint', points: true },
  bad_reviews: { kind: 'bad_review' },
  disputes: { kind: 'dispute' },
  praises: { kind: 'praise' },
  bad_reviews_resolved: { kind: 'bad_review_resolved' },
  refunds_saved: { kind: 'refund_saved' },
  errors: { kind: 'error' },
  no_follow_ups: { kind: 'no_follow_up' },
} as const satisfies Record<(typeof CONDUCT_METRICS)[number]['id'], Cases>;

/** What is counted of complaints*.csv. */
export const CONDUCT_MEASURES: Readonly<Record<string, Count>> = Object.fromEntries(
  Object.entries(CASES).map(([id, cases]) => [id, countOf(cases)]),
);

/** The cases that a metric counts; undefined when it counts none. */
export function casesOf(metric: string): Cases | undefined {
  return Object.entries<Cases>(CASES).find(([id]) => id === metric)?.[1];
}

function countOf({ kind, points }: Cases): Count {
  const when = `kind = '${kind}'`;
  if (points === undefined) return { of: 'verified_cases', when };
  // A complaint without points is one whose points are unknown, not one of 0 points.
  const unknown = `${when} AND points IS NULL`;
  return { of: 'verified_cases', when, adds: 'points', unknown };
}
