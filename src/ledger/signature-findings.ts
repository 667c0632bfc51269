import type { Month } from '../lib/month.js';
import { closedFile, type LinkedMonth } from './closed-folder.js';
import type { Ledger } from './whole-ledger.js';

/** What a public key says of a closed month or of one of its corrections. */
export type SignatureFinding =
  | { readonly kind: 'signed'; readonly file: string }
  /** Not signed itself; a month that is names the hash of it, or of one that does. */
  | { readonly kind: 'vouched'; readonly file: string; readonly by: Month }
  | { readonly kind: 'not-signed'; readonly file: string }
  | { readonly kind: 'other-key'; readonly file: string; readonly key: string };

/** Whether the key leaves something unproven. */
export function isUnproven({ kind }: { readonly kind: string }): boolean {
  return kind === 'not-signed' || kind === 'other-key';
}

/** What a public key says of a month of a whole ledger, and of what corrections there are of it. */
export function signatureFindings(
  month: Month,
  { months, corrections }: Ledger,
  key: string,
): readonly SignatureFinding[] {
  const signed = months.filter(({ signedBy }) => signedBy === key);
  const last = signed.at(-1);
  const vouching = (file: string) =>
    file === closedFile(month)
      ? last !== undefined && last.month > month && last
      : signed.find((each) => namedBy(each).has(file));
  const files = [
    ...months.filter((each) => each.month === month),
    ...corrections.filter((each) => each.month === month),
  ];
  return files.map(({ file, signedBy }): SignatureFinding => {
    if (signedBy === key) return { kind: 'signed', file };
    if (signedBy !== undefined) return { kind: 'other-key', file, key: signedBy };
    const by = vouching(file);
    return by ? { kind: 'vouched', file, by: by.month } : { kind: 'not-signed', file };
  });
}

/** The corrections whose hashes a month names. */
function namedBy({ corrections, rests_on: restsOn = [] }: LinkedMonth): ReadonlySet<string> {
  return new Set([...(corrections?.files ?? []), ...restsOn].map(({ file }) => file));
}
