import fc from 'fast-check';
import { FIRST_SEED, runs } from './runs.js';

// The same cases in every run, so that a failure is the change's own.
fc.configureGlobal({ seed: FIRST_SEED, numRuns: runs(100) });
