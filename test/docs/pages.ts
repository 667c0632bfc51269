import { examplePages } from './pages/examples.js';
import { exportsPage } from './pages/exports.js';
import { functionsPage } from './pages/functions.js';
import { keysPage } from './pages/keys.js';
import { mechanismPages } from './pages/mechanisms.js';
import { metricsPage } from './pages/metrics.js';
import { problemPages, type RunExample } from './pages/problems.js';
import { reportsPage } from './pages/reports.js';
import { problemExamples, runExample } from './problem-examples.js';

/** The generated pages: their text by path below docs/. */
export type Pages = ReadonlyMap<string, string>;

/** How many examples run at a time: they wait for files more than for the processor. */
const AT_ONCE = 4;

let runs: Promise<ReadonlyMap<string, RunExample>> | undefined;

/** What the program prints for every example of a problem; run once. */
export function examplesRun(): Promise<ReadonlyMap<string, RunExample>> {
  runs ??= runAll();
  return runs;
}

async function runAll(): Promise<ReadonlyMap<string, RunExample>> {
  const waiting = problemExamples().values();
  const done = new Map<string, RunExample>();
  const worker = async () => {
    for (const example of waiting) {
      done.set(example.code, { example, printed: await runExample(example) });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return done;
}

/** The pages that list what there is. */
export async function listingPages(): Promise<Pages> {
  return new Map([
    ['metrics.md', metricsPage()],
    ['functions.md', functionsPage()],
    ['exports.md', exportsPage()],
    ['keys.md', keysPage()],
    ['reports.md', reportsPage()],
    ...(await mechanismPages()),
    ...(await examplePages()),
  ]);
}

/** Every generated page. */
export async function generatedPages(): Promise<Pages> {
  return new Map([...(await listingPages()), ...problemPages(await examplesRun())]);
}
