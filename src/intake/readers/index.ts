import { CANONICAL_ATTENDANCE_EVENTS, CANONICAL_ATTENDANCE_MONTHS } from './attendance.js';
import { CANONICAL_CALLS } from './calls.js';
import { CANONICAL_CHATS } from './chats.js';
import { CANONICAL_COMPLAINTS } from './complaints.js';
import { CANONICAL_EVENTS } from './events.js';
import { CANONICAL_METRICS_LONG, CANONICAL_METRICS_WIDE } from './metrics.js';
import { CANONICAL_ORDERS } from './orders.js';
import { CANONICAL_RATINGS } from './ratings.js';
import type { Reader } from './reader.js';

/** Every format of a month's files. Of two that know a header equally well, the first reads it. */
export const READERS: readonly Reader[] = [
  CANONICAL_CHATS,
  CANONICAL_ORDERS,
  CANONICAL_ATTENDANCE_EVENTS,
  CANONICAL_ATTENDANCE_MONTHS,
  CANONICAL_COMPLAINTS,
  CANONICAL_RATINGS,
  CANONICAL_EVENTS,
  CANONICAL_CALLS,
  CANONICAL_METRICS_LONG,
  CANONICAL_METRICS_WIDE,
];
