// Tries one case after the other, in a process that may be ended when one hangs.
import { fuzzerNamed } from './fuzzers.js';

/** How a case ended; every line of `broken` is a law that did not hold. */
export interface Ended {
  readonly outcome: string | undefined;
  readonly codes: readonly string[];
  readonly broken: readonly string[];
}

/** What is told of a case; `skipped`: it cannot be made. */
export type Reply =
  | { readonly kind: 'began' | 'skipped' }
  | { readonly kind: 'ended'; readonly finding: Ended; readonly peakMegabytes: number };

function reply(message: Reply): void {
  process.send?.(message);
}

const fuzzer = await fuzzerNamed(process.argv[2] ?? '');
process.on('message', (name: string) => void run(name));

async function run(name: string): Promise<void> {
  const examine = await fuzzer.made(name);
  if (examine === undefined) {
    reply({ kind: 'skipped' });
    return;
  }
  reply({ kind: 'began' });
  const finding = await examine();
  const peakMegabytes = Math.round(process.resourceUsage().maxRSS / 1024);
  reply({ kind: 'ended', finding, peakMegabytes });
}
