import { canonicalReader } from './canonical.js';

/** ratings*.csv with the headers of inputs.md. */
export const CANONICAL_RATINGS = canonicalReader('ratings', 'ratings');
