import type { Month } from '../lib/month.js';
import { collectProblems, type Problem } from '../lib/problem.js';
import { changesBetween, type LineChange } from '../payroll/compare.js';
import type { PaidMonth, RunRequest } from '../payroll/run.js';
import { openShop } from '../shop/open.js';
import type { ClosedMonth } from './closed-folder.js';
import { historyOf } from './past.js';
import { sealedOpener } from './reopen.js';
import { type Sealing, sealMonth } from './seal.js';
import { type SealedMonth, sha256Of, writeSealed } from './sealed-month.js';
import { statementsOf } from './statements.js';

/** Something that is not as it was when a month was closed. */
export type Finding =
  | { readonly kind: 'input-changed' | 'input-missing' | 'input-new'; readonly file: string }
  /** No cause for another result: the sealed text was used. */
  | { readonly kind: 'policy-changed'; readonly file: string }
  | { readonly kind: 'program-changed'; readonly sealedBy: string }
  | { readonly kind: 'result-differs'; readonly changes: readonly LineChange[] }
  | { readonly kind: 'record-differs' }
  | { readonly kind: 'unreadable'; readonly problems: readonly Problem[] };

/** A closed month, computed again from its inputs and its sealed policy. */
export interface Verified {
  readonly month: Month;
  /** Whether it gives the same bytes. */
  readonly same: boolean;
  readonly findings: readonly Finding[];
}

/** Computes a closed month again. `pay` runs a request. */
export async function verifyMonth(
  { month, sealed }: ClosedMonth,
  request: Omit<RunRequest, 'month'>,
  pay: (request: RunRequest) => Promise<PaidMonth>,
  { version, tell }: Pick<Sealing, 'version' | 'tell'>,
): Promise<Verified> {
  const paid = await pay(sealedRequest(sealed, { ...request, month }));
  const policy = await policyFindings(sealed, request.folder);
  const errors = paid.problems.filter(({ level }) => level === 'error');
  const inputs = inputFindings(sealed, paid);
  const { shop } = paid;
  if (errors.length > 0 || shop === undefined) {
    const findings = [...inputs, ...policy, { kind: 'unreadable', problems: errors } as const];
    return { month, same: false, findings };
  }
  const again = sealMonth(paid, shop, {
    version: sealed.kpi,
    tell,
    previous: sealed.previous,
    history: sealed.history,
    accepted: sealed.accepted,
    shipped: sealed.policy.shipped,
  });
  if (writeSealed(again) === writeSealed(sealed)) return { month, same: true, findings: policy };
  const changes = changesBetween(statementsOf(sealed), paid.statements);
  const program: readonly Finding[] =
    sealed.kpi === version ? [] : [{ kind: 'program-changed', sealedBy: sealed.kpi }];
  const result: Finding =
    changes.length > 0 ? { kind: 'result-differs', changes } : { kind: 'record-differs' };
  return { month, same: false, findings: [...inputs, ...program, result, ...policy] };
}

/** A run over a closed month as it was computed then: its policy, its roster, the months closed before it. */
export function sealedRequest(sealed: SealedMonth, request: RunRequest): RunRequest {
  const { folder, month } = request;
  const before = sealed.history.map((each) => each as Month);
  const open = sealedOpener(sealed, folder);
  return { ...request, month, open, history: historyOf(folder, before) };
}

function inputFindings(sealed: SealedMonth, { inputs }: PaidMonth): readonly Finding[] {
  const then = new Map(sealed.inputs.map(({ file, sha256 }) => [file, sha256]));
  const now = new Map(inputs.map(({ file, sha256 }) => [file, sha256]));
  const files = [...new Set([...then.keys(), ...now.keys()])].sort();
  return files.flatMap((file): readonly Finding[] => {
    if (then.get(file) === now.get(file)) return [];
    if (!now.has(file)) return [{ kind: 'input-missing', file }];
    return [{ kind: then.has(file) ? 'input-changed' : 'input-new', file }];
  });
}

/** What of the shop's policy has changed since: it does not touch what was sealed, and explains much. */
async function policyFindings(sealed: SealedMonth, folder: string): Promise<readonly Finding[]> {
  const shop = await openShop(folder, collectProblems());
  if (shop === undefined) return [];
  const now = new Map(
    [shop.source, ...(shop.rulebooks ?? [])].map(({ file, text }) => [file, sha256Of(text)]),
  );
  for (const { file } of sealed.policy.shipped) {
    const text = shop.shipped.read(file.replace(/^.*\//, '').replace(/\.yaml$/, ''))?.text;
    if (text !== undefined) now.set(file, sha256Of(text));
  }
  const { config, rulebooks, shipped } = sealed.policy;
  return [config, ...rulebooks, ...shipped]
    .filter(({ file, sha256 }) => now.get(file) !== sha256)
    .map(({ file }) => ({ kind: 'policy-changed', file }));
}
