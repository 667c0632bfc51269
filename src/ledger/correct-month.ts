import { join } from 'node:path';
import type { Month } from '../lib/month.js';
import type { PaidMonth, RunRequest } from '../payroll/run.js';
import { collectProblems, forbidResult, type Problem } from '../words/problem.js';
import { historyOf } from './closed-facts.js';
import { CLOSED_FOLDER, type ClosedMonth } from './closed-folder.js';
import { NOTHING_DUE } from './corrections-due.js';
import {
  CORRECTIONS_FOLDER,
  type Correction,
  correctionFile,
  correctionName,
} from './corrections-folder.js';
import { type Differences, differencesOf, isAsCorrected } from './differences.js';
import { DISK, type Disk } from './disk.js';
import { correctionsBefore, filesOf } from './known-corrections.js';
import { reportLaterEffects } from './later-effects.js';
import type { Holder } from './lock.js';
import type { Sealing } from './seal.js';
import { correctionText, type SealedCorrection } from './sealed-correction.js';
import { sha256Of } from './sealed-text.js';
import type { SigningKey } from './sign-keys.js';
import { guarded, removeRests, writeNew } from './store.js';
import { readChain, readLedger } from './whole-ledger.js';
import { writeList } from './written-list.js';

/** How a closed month is to be corrected. */
interface Correcting extends Pick<Sealing, 'version' | 'explain'> {
  /** The month that pays and recovers the differences. */
  readonly into: Month;
  /** Nothing is written. */
  readonly isDry: boolean;
  /** Whether warnings forbid it. */
  readonly strict: boolean;
  /** What it is signed with; undefined: it is not. */
  readonly key: SigningKey | undefined;
  /** Shows what is about to be written; false when it could not be shown: nothing is written then. */
  readonly show: (found: Found) => Promise<boolean>;
}

/** What is about to be written. */
export interface Found extends Differences {
  /** The month, computed again. */
  readonly month: PaidMonth;
  /** The file that carries the differences, and its hash; undefined when nothing is to be written. */
  readonly written: { readonly file: string; readonly sha256: string } | undefined;
  /** Closed months after it that looked back at it, and would come to something else. */
  readonly beyond: readonly Problem[];
}

/** What came of correcting a month. */
export type Corrected =
  | { readonly kind: 'written'; readonly file: string; readonly sha256: string }
  | { readonly kind: 'dry' | 'nothing' | 'not-shown' | 'not-closed' }
  | { readonly kind: 'problems'; readonly problems: readonly Problem[] }
  /** The month that is to pay can no longer do so: `last` is closed. */
  | { readonly kind: 'closed'; readonly last: Month }
  | { readonly kind: 'locked'; readonly holder: Holder };

/**
 * Computes a closed month again, from its files as they are today and its sealed policy, and writes what
 * differs from what was paid, and is not carried by earlier corrections, for a later month to settle.
 */
export async function correctMonth(
  request: Pick<RunRequest, 'folder' | 'month'>,
  pay: PayAgain,
  correcting: Correcting,
  disk: Disk = DISK,
): Promise<Corrected> {
  const { folder, month } = request;
  // A shop that has closed nothing has no folder to lock either.
  const problems = collectProblems();
  const ledger = await readLedger(folder, problems);
  if (ledger === undefined) return { kind: 'problems', problems: problems.all };
  if (!ledger.months.some((each) => each.month === month)) return { kind: 'not-closed' };
  const work = () => correctUnderLock(request, pay, correcting, disk);
  if (correcting.isDry) return work();
  const guard = await guarded(join(folder, CLOSED_FOLDER), disk, work);
  return 'holder' in guard ? { kind: 'locked', holder: guard.holder } : guard.done;
}

/** Computes a closed month again by its sealed policy, with these corrections and months before it. */
type PayAgain = (
  closed: ClosedMonth,
  how: Required<Pick<RunRequest, 'corrections' | 'history'>>,
) => Promise<PaidMonth>;

async function correctUnderLock(
  request: Pick<RunRequest, 'folder' | 'month'>,
  pay: PayAgain,
  correcting: Correcting,
  disk: Disk,
): Promise<Corrected> {
  const { folder, month } = request;
  const problems = collectProblems();
  const ledger = await readLedger(folder, problems);
  const chain = ledger && readChain(folder, ledger, problems);
  if (ledger === undefined || chain === undefined) {
    return { kind: 'problems', problems: problems.all };
  }
  const before = ledger.corrections;
  const closed = chain.find((each) => each.month === month);
  const last = chain.at(-1)?.month;
  if (closed === undefined || last === undefined) return { kind: 'not-closed' };
  if (correcting.into <= last) return { kind: 'closed', last };
  // What the month itself settled of earlier ones was settled.
  const corrections = async () => NOTHING_DUE;
  const again = {
    folder,
    history: ({ month: of, sealed }: ClosedMonth) =>
      historyOf(folder, sealed.history, correctionsBefore(of, before)),
    pay: (of: ClosedMonth, history: NonNullable<RunRequest['history']>) =>
      pay(of, { corrections, history }),
  };
  const paid = await again.pay(closed, again.history(closed));
  if (forbidResult(paid.problems, correcting.strict)) {
    return { kind: 'problems', problems: paid.problems };
  }
  const beyond = await reportLaterEffects(chain, { closed, paid }, again);
  return carry(closed, before, { paid, beyond }, request, correcting, disk);
}

async function carry(
  closed: ClosedMonth,
  corrections: readonly Correction[],
  { paid, beyond }: { readonly paid: PaidMonth } & Pick<Found, 'beyond'>,
  { folder, month }: Pick<RunRequest, 'folder' | 'month'>,
  correcting: Correcting,
  disk: Disk,
): Promise<Corrected> {
  const own = corrections.filter((each) => each.month === month);
  const differences = differencesOf(closed.sealed, own, paid);
  const content = correctionOf(closed, corrections, paid, differences, correcting);
  const text = correctionText.write(content, correcting.key);
  const { number } = content;
  const written = { file: correctionFile(month, number), sha256: sha256Of(text) };
  const isEmpty = isAsCorrected(differences);
  const isWritten = !isEmpty && !correcting.isDry;
  const isShown = await correcting.show({
    ...differences,
    month: paid,
    written: isWritten ? written : undefined,
    beyond,
  });
  if (!isShown) return { kind: 'not-shown' };
  if (correcting.isDry) return { kind: isEmpty ? 'nothing' : 'dry' };
  if (isEmpty) {
    // A run that died may have written the last correction and no more.
    if (corrections.length > 0) await writeList(folder, 'corrections', corrections, disk);
    return { kind: 'nothing' };
  }
  const target = join(folder, CORRECTIONS_FOLDER);
  await disk.mkdir(target);
  await removeRests(target, disk);
  // Under the lock, and after all that are there, no other has this name.
  await writeNew(target, correctionName(month, number), text, disk);
  await writeList(folder, 'corrections', [...corrections, written], disk);
  return { kind: 'written', ...written };
}

function correctionOf(
  { month, sha256 }: ClosedMonth,
  corrections: readonly Correction[],
  { inputs }: PaidMonth,
  { lines, record, changed }: Differences,
  { version, into, explain }: Correcting,
): SealedCorrection {
  const before = corrections.findLast((each) => each.month === month);
  return {
    format: 1,
    kpi: version,
    month,
    number: (before?.number ?? 0) + 1,
    in: into,
    sealed: sha256,
    previous: before?.sha256,
    restsOn: filesOf(correctionsBefore(month, corrections)),
    inputs,
    changed,
    lines: lines.map(({ was, now, ...line }) => ({
      ...line,
      was: was?.explanation,
      now: now && explain(now),
    })),
    record,
  };
}
