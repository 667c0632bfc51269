import { canonicalReader } from './canonical.js';

/** complaints*.csv with the headers of inputs.md. */
export const CANONICAL_COMPLAINTS = canonicalReader('complaints', 'complaints');
