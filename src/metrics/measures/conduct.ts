import type { CONDUCT as METRICS } from '../../catalogue/metrics/conduct.js';
import type { COMPLAINT_KINDS } from '../../catalogue/vocabulary.js';
import type { Count, Measures } from './measure.js';

function cases(kind: keyof typeof COMPLAINT_KINDS): Count {
  return { of: 'verified_cases', when: `kind = '${kind}'` };
}

/** What is counted of complaints*.csv. */
export const CONDUCT = {
  complaints: cases('complaint'),
  complaint_points: {
    ...cases('complaint'),
    adds: 'points',
    // A complaint without points is one whose points are unknown, not one of 0 points.
    unknown: "kind = 'complaint' AND points IS NULL",
  },
  bad_reviews: cases('bad_review'),
  disputes: cases('dispute'),
  praises: cases('praise'),
  bad_reviews_resolved: cases('bad_review_resolved'),
  refunds_saved: cases('refund_saved'),
  errors: cases('error'),
  no_follow_ups: cases('no_follow_up'),
} as const satisfies Measures<typeof METRICS>;
