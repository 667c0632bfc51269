import { canonicalReader } from './canonical.js';

/** events*.csv with the headers of inputs.md. */
export const CANONICAL_EVENTS = canonicalReader('events', 'events');
