import { join } from 'node:path';
import { listMonths } from '../intake/month/month-folder.js';
import { addMonths, type Month } from '../lib/month.js';
import { isSystemError } from '../lib/system-error.js';
import { provisionalMetrics } from '../payroll/provisional.js';
import type { Opener, PaidMonth } from '../payroll/run.js';
import { hasShop } from '../shop/open.js';
import {
  collectProblems,
  forbidResult,
  type Problem,
  type Problems,
  problemOf,
} from '../words/problem.js';
import { writingReason } from '../words/system-reasons.js';
import { CLOSED_FOLDER, closedFile, type LinkedMonth } from './closed-folder.js';
import { DISK, type Disk } from './disk.js';
import { correctionsBefore, filesOf } from './known-corrections.js';
import type { Holder } from './lock.js';
import { notingOpener } from './noting-opener.js';
import { type Sealing, sealMonth } from './seal.js';
import { monthText, type SealedMonth } from './sealed-month.js';
import { sha256Of } from './sealed-text.js';
import type { SigningKey } from './sign-keys.js';
import { guarded, writeNew } from './store.js';
import { readLedger } from './whole-ledger.js';
import { writeList } from './written-list.js';

/** How a month is to be closed. */
interface Closing extends Pick<Sealing, 'version' | 'explain'> {
  /** Why provisional figures are accepted; undefined: they are not. */
  readonly evenIfProvisional: string | undefined;
  /** Whether warnings forbid it. */
  readonly strict: boolean;
  /** What it is signed with; undefined: it is not. */
  readonly key?: SigningKey | undefined;
}

/** What came of closing a month. */
type Closed =
  | {
      readonly kind: 'closed';
      readonly sealed: SealedMonth;
      readonly sha256: string;
      /** What there is to say of the month all the same. */
      readonly problems: readonly Problem[];
    }
  | { readonly kind: 'problems'; readonly problems: readonly Problem[] }
  | { readonly kind: 'already' }
  | { readonly kind: 'locked'; readonly holder: Holder };

/**
 * Closes a month: `pay` works it out under the lock, so that what is sealed is what the folder says then.
 * Refuses while anything is wrong, when pay rests on figures that are not final, and when the chain of closed
 * months before it is not whole.
 */
export async function closeMonth(
  folder: string,
  month: Month,
  pay: (open: Opener) => Promise<PaidMonth>,
  closing: Closing,
  disk: Disk = DISK,
): Promise<Closed> {
  const closedFolder = join(folder, CLOSED_FOLDER);
  try {
    const work = () => closeUnderLock(folder, month, pay, closing, disk);
    // A folder that is no shop is left as it is: what is wrong with it, the work says.
    if (!(await hasShop(folder))) return await work();
    const guard = await guarded(closedFolder, disk, work);
    return 'holder' in guard ? { kind: 'locked', holder: guard.holder } : guard.done;
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return { kind: 'problems', problems: [cannotWrite(closedFile(month), error)] };
  }
}

async function closeUnderLock(
  folder: string,
  month: Month,
  pay: (open: Opener) => Promise<PaidMonth>,
  closing: Closing,
  disk: Disk,
): Promise<Closed> {
  const problems = collectProblems();
  const ledger = await readLedger(folder, problems);
  if (ledger === undefined) return { kind: 'problems', problems: problems.all };
  const { months: chain, corrections } = ledger;
  if (chain.some((closed) => closed.month === month)) {
    // A run that died may have written the month and no more.
    await writeList(folder, 'months', chain, disk);
    return { kind: 'already' };
  }
  await checkPlace(folder, month, chain, problems);
  reportUnsigned(chain.at(-1), closing, problems);
  const noting = notingOpener(folder);
  const paid = await pay(noting.open);
  const { shop } = paid;
  problems.addAll(paid.problems.map((problem) => weighed(problem, closing)));
  if (forbidResult(problems.all, closing.strict) || shop === undefined) {
    return { kind: 'problems', problems: problems.all };
  }
  const before = chain.at(-1);
  const provisional = provisionalMetrics(paid);
  const reason = closing.evenIfProvisional ?? '';
  const sealed = sealMonth(paid, shop, {
    ...closing,
    previous: before && { month: before.month, sha256: before.sha256 },
    history: chain.map((closed) => closed.month),
    restsOn: filesOf(correctionsBefore(month, corrections)),
    accepted:
      provisional.length === 0 ? [] : [{ what: 'provisional', metrics: provisional, reason }],
    shipped: noting.used(),
  });
  const text = monthText.write(sealed, closing.key);
  const written = await writeNew(join(folder, CLOSED_FOLDER), `${month}.json`, text, disk);
  if (!written) return { kind: 'already' };
  const sha256 = sha256Of(text);
  await writeList(folder, 'months', [...chain, { file: closedFile(month), sha256 }], disk);
  return { kind: 'closed', sealed, sha256, problems: problems.all };
}

/** A month is signed as those before it are, or it is said that it is not. */
function reportUnsigned(
  before: LinkedMonth | undefined,
  { key }: Closing,
  problems: Problems,
): void {
  if (before?.signedBy === undefined || key !== undefined) return;
  problems.report('signature-left-out', { file: before.file }, { params: { month: before.month } });
}

/** What is a warning while a month is open: figures that are not final forbid to close it, unless they are accepted. */
function weighed(problem: Problem, { evenIfProvisional }: Closing): Problem {
  if (problem.code !== 'provisional-figures') return problem;
  return { ...problem, level: evenIfProvisional === undefined ? 'error' : 'info' };
}

/** The problem of a file that the system does not let be written. */
function cannotWrite(file: string, error: unknown): Problem {
  return problemOf('cannot-write', { file }, { params: { reason: writingReason(error) } });
}

/** A month is closed after all months before it: later ones rest on it. */
async function checkPlace(
  folder: string,
  month: Month,
  chain: readonly LinkedMonth[],
  problems: Problems,
): Promise<void> {
  const last = chain.at(-1)?.month;
  if (last === undefined) return;
  if (last > month) {
    problems.report('closing-before', { file: closedFile(last) }, { params: { month, last } });
    return;
  }
  const folders = await listMonths(folder);
  for (let between = addMonths(last, 1); between < month; between = addMonths(between, 1)) {
    if (!folders.includes(between)) continue;
    problems.report('closing-gap', { file: between }, { params: { month, between } });
  }
}
