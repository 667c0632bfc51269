import { performance } from 'node:perf_hooks';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Something to be timed; what it returns is kept until the clock has stopped. */
export interface Job {
  readonly name: string;
  run(): unknown;
}

/** What was measured of one job, in milliseconds per run: medians, and the fastest run. */
export interface Timing {
  readonly name: string;
  readonly wall: number;
  readonly fastest: number;
  /** Processor time of all threads, collecting garbage included; what else the machine does is not in it. */
  readonly processor: number;
}

/** How often jobs are run. */
export interface Rounds {
  readonly warmUp: number;
  readonly measured: number;
  /** Runs per round: short jobs are timed many at once. */
  readonly repeat: number;
}

interface Sample {
  readonly wall: number;
  readonly processor: number;
}

/**
 * Times jobs side by side: each round runs every job once, so that whatever else the machine does in the
 * meantime hits all of them alike.
 */
export async function measure(jobs: readonly Job[], rounds: Rounds): Promise<readonly Timing[]> {
  const samples = jobs.map((): Sample[] => []);
  for (let round = -rounds.warmUp; round < rounds.measured; round += 1) {
    for (const [index, job] of jobs.entries()) {
      const sample = await sampleOf(job, rounds.repeat);
      if (round >= 0) samples[index]?.push(sample);
    }
  }
  return jobs.map(({ name }, index) => timingOf(name, samples[index] ?? []));
}

const MICROSECONDS = 1000;

async function sampleOf(job: Job, repeat: number): Promise<Sample> {
  // Garbage of the job before must not be collected on this one's time.
  collectGarbage();
  const before = process.cpuUsage();
  const start = performance.now();
  for (let count = 0; count < repeat; count += 1) {
    const result = job.run();
    if (result instanceof Promise) await result;
  }
  const wall = performance.now() - start;
  const { user, system } = process.cpuUsage(before);
  return { wall: wall / repeat, processor: (user + system) / MICROSECONDS / repeat };
}

setFlagsFromString('--expose-gc');

/** Collects what is no longer used, now. */
export const collectGarbage = runInNewContext('gc') as () => void;

function timingOf(name: string, samples: readonly Sample[]): Timing {
  const walls = samples.map(({ wall }) => wall);
  const processor = median(samples.map((sample) => sample.processor));
  return { name, wall: median(walls), fastest: Math.min(...walls), processor };
}

/** The middle value, or the mean of the two middle ones. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  const lower = sorted.length % 2 === 0 ? (sorted[middle - 1] ?? upper) : upper;
  return (lower + upper) / 2;
}
