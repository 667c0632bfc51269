import { join } from 'node:path';
import { listMonths } from '../intake/month/month-folder.js';
import { addMonths, type Month } from '../lib/month.js';
import { isSystemError } from '../lib/system-error.js';
import type { MonthMetrics } from '../metrics/month-metrics.js';
import { folderOpener } from '../payroll/calculate.js';
import type { Opener, PaidMonth } from '../payroll/run.js';
import type { Trace } from '../rulebook/values/trace.js';
import type { ShippedRules } from '../shop/shipped-rules.js';
import type { SourceText } from '../shop/source-text.js';
import { collectProblems, forbidResult, type Problem, type Problems } from '../words/problem.js';
import { writingReason } from '../words/system-reasons.js';
import { CLOSED_FOLDER, type ClosedMonth, closedFile, readChain } from './closed-folder.js';
import { DISK, type Disk } from './disk.js';
import type { Holder } from './lock.js';
import { type Sealing, sealMonth } from './seal.js';
import { sha256Of } from './sealed-file.js';
import { monthText, type SealedMonth } from './sealed-month.js';
import { guarded, writeNew } from './store.js';

/** A shop folder whose shipped rulebooks are noted as they are read: a policy is sealed with those it uses. */
export interface NotingOpener {
  readonly open: Opener;
  /** The shipped rulebooks that were read, in order of id. */
  readonly used: () => readonly SourceText[];
}

export function notingOpener(folder: string): NotingOpener {
  const used = new Map<string, SourceText>();
  const open: Opener = async (problems, language) => {
    const { shop, roster } = await folderOpener(folder)(problems, language);
    return { shop: shop && { ...shop, shipped: noting(shop.shipped, used) }, roster };
  };
  return {
    open,
    used: () => [...used].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, text]) => text),
  };
}

function noting({ ids, read }: ShippedRules, used: Map<string, SourceText>): ShippedRules {
  return {
    ids,
    read(id) {
      const source = read(id);
      if (source !== undefined) used.set(id, source);
      return source;
    },
  };
}

/** How a month is to be closed. */
export interface Closing extends Pick<Sealing, 'version' | 'tell'> {
  /** Why provisional figures are accepted; undefined: they are not. */
  readonly evenIfProvisional: string | undefined;
  /** Whether warnings forbid it. */
  readonly strict: boolean;
}

/** What came of closing a month. */
export type Closed =
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
    const guard = await guarded(closedFolder, disk, () =>
      closeUnderLock(folder, month, pay, closing, disk),
    );
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
  const chain = await readChain(folder, problems);
  if (chain === undefined) return { kind: 'problems', problems: problems.all };
  if (chain.some((closed) => closed.month === month)) return { kind: 'already' };
  await checkPlace(folder, month, chain, problems);
  const noting = notingOpener(folder);
  const paid = await pay(noting.open);
  const { shop } = paid;
  problems.addAll(paid.problems);
  const provisional = provisionalMetrics(paid);
  if (provisional.length > 0 && closing.evenIfProvisional === undefined) {
    problems.report(
      'closing-provisional',
      { file: month },
      { params: { metrics: provisional.join(', ') } },
    );
  }
  if (forbidResult(problems.all, closing.strict) || shop === undefined) {
    return { kind: 'problems', problems: problems.all };
  }
  const before = chain.at(-1);
  const reason = closing.evenIfProvisional ?? '';
  const sealed = sealMonth(paid, shop, {
    ...closing,
    previous: before && { month: before.month, sha256: before.sha256 },
    history: chain.map((closed) => closed.month),
    accepted:
      provisional.length === 0 ? [] : [{ what: 'provisional', metrics: provisional, reason }],
    shipped: noting.used(),
  });
  const text = monthText.write(sealed);
  const written = await writeNew(join(folder, CLOSED_FOLDER), `${month}.json`, text, disk);
  if (!written) return { kind: 'already' };
  return { kind: 'closed', sealed, sha256: sha256Of(text), problems: problems.all };
}

/** The problem of a file that the system does not let be written. */
export function cannotWrite(file: string, error: unknown): Problem {
  return { level: 'error', code: 'cannot-write', file, params: { reason: writingReason(error) } };
}

/** A month is closed after all months before it: later ones rest on it. */
async function checkPlace(
  folder: string,
  month: Month,
  chain: readonly ClosedMonth[],
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

/** The metrics in the reasons of pay that are not final yet. */
export function provisionalMetrics({ statements, metrics }: PaidMonth): string[] {
  if (metrics === undefined) return [];
  const provisional = provisionalIn(metrics);
  if (provisional.size === 0) return [];
  const asked = new Set<string>();
  for (const { lines, scores } of statements) {
    const traces = [...lines, ...scores.flatMap(({ items }) => items)];
    for (const { trace } of traces) collectMetrics(trace, asked);
  }
  return [...asked].filter((id) => provisional.has(id)).sort();
}

function provisionalIn({ agents, shop }: MonthMetrics): ReadonlySet<string> {
  const maps = [...[...agents.values()].map(({ metrics }) => metrics), shop];
  return new Set(
    maps.flatMap((figures) =>
      [...figures].flatMap(([id, figure]) =>
        'provisional' in figure && figure.provisional === true ? [id] : [],
      ),
    ),
  );
}

function collectMetrics(trace: Trace, into: Set<string>): void {
  if (trace.name?.kind === 'metric') into.add(trace.name.id);
  for (const part of trace.parts) collectMetrics(part, into);
}
