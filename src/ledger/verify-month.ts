import type { Month } from '../lib/month.js';
import { changesBetween, type LineChange } from '../payroll/compare.js';
import type { PaidMonth } from '../payroll/run.js';
import { openShop } from '../shop/open.js';
import { collectProblems, errorsOf, type Problem } from '../words/problem.js';
import type { ClosedMonth } from './closed-folder.js';
import type { Correction } from './corrections-folder.js';
import { countedThen } from './counted-then.js';
import { changedInputs, differencesOf, isAsCorrected } from './differences.js';
import { type Sealing, sealMonth } from './seal.js';
import { monthText, type SealedMonth } from './sealed-month.js';
import { isUnproven, type SignatureFinding, signatureFindings } from './signature-findings.js';
import type { Ledger } from './whole-ledger.js';

/** Something that is not as it was when a month was closed. */
export type VerifiedFinding =
  | { readonly kind: 'input-changed' | 'input-missing' | 'input-new'; readonly file: string }
  /** No cause for another result: the sealed text was used. */
  | { readonly kind: 'policy-changed'; readonly file: string }
  /** What differs is carried by corrections, of which this file is the last. */
  | { readonly kind: 'corrected'; readonly file: string }
  | SignatureFinding
  | { readonly kind: 'program-changed'; readonly sealedBy: string }
  | { readonly kind: 'result-differs'; readonly changes: readonly LineChange[] }
  | { readonly kind: 'record-differs' }
  | { readonly kind: 'unreadable'; readonly problems: readonly Problem[] };

/** A closed month, computed again from its inputs and its sealed policy. */
export interface Verified {
  readonly month: Month;
  /** Whether it gives the same bytes, or else just what corrections have carried since; or is not signed as asked. */
  readonly state: 'same' | 'corrected' | 'differs' | 'unsigned';
  readonly findings: readonly VerifiedFinding[];
}

/** What a closed month is held against beside the month computed again. */
interface Verifying extends Pick<Sealing, 'version' | 'explain'> {
  readonly ledger: Ledger;
  /** The public key that has to have signed it; undefined: any or none. */
  readonly key: string | undefined;
}

/** Holds a closed month of a shop folder against `paid`, the same month computed again, and against a key. */
export async function verifyMonth(
  closed: ClosedMonth,
  paid: PaidMonth,
  folder: string,
  verifying: Verifying,
): Promise<Verified> {
  const { month, state, findings } = await compared(closed, paid, folder, verifying);
  const { key, ledger } = verifying;
  const signatures = key === undefined ? [] : signatureFindings(month, ledger, key);
  const isUnsigned = state !== 'differs' && signatures.some(isUnproven);
  return {
    month,
    state: isUnsigned ? 'unsigned' : state,
    findings: [...findings, ...signatures],
  };
}

async function compared(
  { month, sealed }: ClosedMonth,
  paid: PaidMonth,
  folder: string,
  { version, explain, ledger }: Verifying,
): Promise<Verified> {
  const policy = await policyFindings(sealed, folder);
  const errors = errorsOf(paid.problems);
  const inputs = inputFindings(sealed, paid);
  const { shop } = paid;
  if (errors.length > 0 || shop === undefined) {
    const findings = [...inputs, ...policy, { kind: 'unreadable', problems: errors } as const];
    return { month, state: 'differs', findings };
  }
  const again = sealMonth(countedThen(paid, sealed), shop, {
    version: sealed.kpi,
    explain,
    previous: sealed.previous,
    history: sealed.history,
    restsOn: sealed.restsOn,
    accepted: sealed.accepted,
    shipped: sealed.policy.shipped,
  });
  if (monthText.write(again) === monthText.write(sealed)) {
    return { month, state: 'same', findings: policy };
  }
  const corrected = lastCorrection(sealed, paid, ledger.corrections);
  if (corrected !== undefined) {
    const findings = [...inputs, { kind: 'corrected', file: corrected } as const, ...policy];
    return { month, state: 'corrected', findings };
  }
  const changes = changesBetween(sealed.statements, paid.statements);
  const program: readonly VerifiedFinding[] =
    sealed.kpi === version ? [] : [{ kind: 'program-changed', sealedBy: sealed.kpi }];
  const result: VerifiedFinding =
    changes.length > 0 ? { kind: 'result-differs', changes } : { kind: 'record-differs' };
  return { month, state: 'differs', findings: [...inputs, ...program, result, ...policy] };
}

/** The last correction of a month, when there is nothing new since. */
function lastCorrection(
  sealed: SealedMonth,
  paid: PaidMonth,
  corrections: readonly Correction[],
): string | undefined {
  const own = corrections.filter(({ month }) => month === sealed.month);
  const differences = differencesOf(sealed, own, paid);
  const isCarried = isAsCorrected(differences) && differences.changed.length === 0;
  return isCarried ? own.at(-1)?.file : undefined;
}

function inputFindings(sealed: SealedMonth, paid: PaidMonth): readonly VerifiedFinding[] {
  return changedInputs(sealed, paid).map(({ file, how }) => ({ kind: `input-${how}`, file }));
}

/** What of the shop's policy has changed since: it does not touch what was sealed, and explains much. */
async function policyFindings(
  sealed: SealedMonth,
  folder: string,
): Promise<readonly VerifiedFinding[]> {
  const shop = await openShop(folder, collectProblems());
  if (shop === undefined) return [];
  const now = new Map(
    [shop.source, ...(shop.rulebooks ?? [])].map(({ file, text }) => [file, text]),
  );
  for (const { file } of sealed.policy.shipped) {
    const text = shop.shipped.read(file.replace(/^.*\//, '').replace(/\.yaml$/, ''))?.text;
    if (text !== undefined) now.set(file, text);
  }
  const { config, rulebooks, shipped } = sealed.policy;
  return [config, ...rulebooks, ...shipped]
    .filter(({ file, text }) => now.get(file) !== text)
    .map(({ file }) => ({ kind: 'policy-changed', file }));
}
