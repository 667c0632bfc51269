import { examplePages } from './pages/examples.js';
import { exportsPage } from './pages/exports.js';
import { functionsPage } from './pages/functions.js';
import { keysPage } from './pages/keys.js';
import { mechanismPages } from './pages/mechanisms.js';
import { metricsPage } from './pages/metrics.js';
import { problemPages, type RunExample } from './pages/problems.js';
import { reportsPage } from './pages/reports.js';
import { type ProblemExample, problemExamples, runExample } from './problem-examples.js';

/** The generated pages: their text by path below docs/. */
export type Pages = ReadonlyMap<string, string>;

/** How many examples run at a time: they wait for files more than for the processor. */
const AT_ONCE = 4;

const runs = new Map<string, Promise<RunExample>>();

/** What the program prints for examples of problems; each is run once. */
export async function examplesRun(
  examples: readonly ProblemExample[],
): Promise<ReadonlyMap<string, RunExample>> {
  const waiting = examples.values();
  const done = new Map<string, RunExample>();
  const worker = async () => {
    for (const example of waiting) done.set(example.code, await ranOnce(example));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return done;
}

function ranOnce(example: ProblemExample): Promise<RunExample> {
  const run =
    runs.get(example.code) ?? runExample(example).then((printed) => ({ example, printed }));
  runs.set(example.code, run);
  return run;
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
  return new Map([
    ...(await listingPages()),
    ...problemPages(await examplesRun(problemExamples())),
  ]);
}
