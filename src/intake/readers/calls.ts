import { canonicalReader } from './canonical.js';

/** calls*.csv with the headers of inputs.md. */
export const CANONICAL_CALLS = canonicalReader('calls', 'calls');
