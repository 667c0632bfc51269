import { canonicalReader } from './canonical.js';

/** agents.csv, the roster. */
export const CANONICAL_AGENTS = canonicalReader('agents', 'agents');
