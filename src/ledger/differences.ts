import type { LineCorrection } from '../payroll/correction.js';
import { correctionsBetween } from '../payroll/corrections-between.js';
import type { PaidMonth } from '../payroll/run.js';
import type { Correction } from './corrections-folder.js';
import { countedThen } from './counted-then.js';
import {
  correctedRecord,
  isUnchanged,
  type MonthRecord,
  monthRecord,
  NO_CHANGES,
  recordChanges,
} from './month-record.js';
import type { SealedCorrection } from './sealed-correction.js';
import type { SealedMonth } from './sealed-month.js';

/** What a closed month comes to today, against what was paid and corrected of it. */
export interface Differences {
  readonly lines: readonly LineCorrection[];
  /** What later months see of it otherwise. */
  readonly record: MonthRecord;
  /** The inputs that are not as they were when the month was last computed. */
  readonly changed: SealedCorrection['changed'];
}

/** What is new since a month was closed, and corrected by `own`, in the order of their numbers. */
export function differencesOf(
  sealed: SealedMonth,
  own: readonly Correction[],
  today: PaidMonth,
): Differences {
  const carried = own.flatMap(({ lines }) => lines);
  const last = own.at(-1);
  const lines = correctionsBetween(sealed.statements, today.statements, carried);
  const changed = changedInputs(last ?? sealed, today);
  // A correction of version 1.0.0 does not say what later months see: it is as it was left until something is new.
  const isUnsaid = last !== undefined && last.record === undefined;
  const isLeft = isUnsaid && lines.length + changed.length === 0;
  const record = isLeft
    ? NO_CHANGES
    : recordChanges(correctedRecord(sealed, own), monthRecord(countedThen(today, sealed)));
  return { lines, record, changed };
}

/** Whether a month comes to what was paid and corrected of it, also for later months. */
export function isAsCorrected({ lines, record }: Differences): boolean {
  return lines.length === 0 && isUnchanged(record);
}

/** The files that are not as they were when a month was computed before. */
export function changedInputs(
  { inputs: before }: Pick<SealedCorrection, 'inputs'>,
  { inputs: after }: Pick<PaidMonth, 'inputs'>,
): SealedCorrection['changed'] {
  const then = new Map(before.map(({ file, sha256 }) => [file, sha256]));
  const now = new Map(after.map(({ file, sha256 }) => [file, sha256]));
  const files = [...new Set([...then.keys(), ...now.keys()])].sort();
  return files
    .filter((file) => then.get(file) !== now.get(file))
    .map((file) => {
      if (!now.has(file)) return { file, how: 'missing' };
      return { file, how: then.has(file) ? 'changed' : 'new' };
    });
}
