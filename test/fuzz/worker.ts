// Reads one case after the other, in a process that may be ended when one hangs.
import { type Case, caseOf } from './cases.js';
import { examine, type Finding } from './examine.js';

/** What is told of a case; `skipped`: it cannot be made. */
export type Reply =
  | { readonly kind: 'began' | 'skipped' }
  | { readonly kind: 'ended'; readonly finding: Finding; readonly peakMegabytes: number };

function reply(message: Reply): void {
  process.send?.(message);
}

process.on('message', (name: string) => void run(name));

async function run(name: string): Promise<void> {
  const tried: Case | undefined = await caseOf(name);
  if (tried === undefined) {
    reply({ kind: 'skipped' });
    return;
  }
  reply({ kind: 'began' });
  const finding = await examine(tried);
  reply({
    kind: 'ended',
    finding,
    peakMegabytes: Math.round(process.resourceUsage().maxRSS / 1024),
  });
}
