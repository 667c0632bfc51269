import { matchHeader } from '../files/header.js';
import { canonicalReader } from './canonical.js';

/** attendance*.csv with one row per agent and month: an agent, and at least one figure. */
export const CANONICAL_ATTENDANCE_MONTHS = canonicalReader('attendance', 'attendance_months', {
  mark: (header) => matchHeader(CANONICAL_ATTENDANCE_MONTHS, header).positions.size > 1,
});

/** attendance*.csv with one row per thing that happened. */
export const CANONICAL_ATTENDANCE_EVENTS = canonicalReader('attendance', 'attendance_events');
