/** The share of their full size at which the tests are run. */
const SHARE = Number(process.env.KPI_RUNS ?? 0.05);

/**
 * Whether all is tried that is no matter of chance: what installs, packs or starts other programs, and every item of
 * long lists. `.ci/run` does; `npm test` is one that nobody waits for.
 */
export const IS_WHOLE = SHARE >= 0.1;

/**
 * How many cases a property is tried on, of those that it has at full size: a twentieth of them, and at least
 * one; KPI_RUNS=1 tries all, KPI_RUNS=30 thirty times as many.
 */
export function runs(full: number): number {
  return Math.max(1, Math.ceil(full * SHARE));
}

/** The seed of the first case of what is tried at random: the same in every run, or KPI_SEED. */
export const FIRST_SEED = Number(process.env.KPI_SEED ?? 1);

/** As many of the items as `runs` says, spread over all of them. */
export function some<T>(items: readonly T[]): readonly T[] {
  return spread(items, runs(items.length));
}

/** All of the items where everything is tried, else so many of them, spread over all. */
export function wholeOr<T>(few: number, items: readonly T[]): readonly T[] {
  return IS_WHOLE ? items : spread(items, few);
}

/** So many of the items, the first among them, spread over all. */
function spread<T>(items: readonly T[], count: number): readonly T[] {
  const share = count / items.length;
  return items.filter((_, at) => Math.floor(at * share) > Math.floor((at - 1) * share));
}
