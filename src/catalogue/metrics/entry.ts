import type { InputKind } from '../inputs.js';
import type { Metric } from '../metric.js';

/** A metric's entry in one of the group files: the group supplies what its metrics have in common. */
export type Entry = Pick<Metric, 'id' | 'title' | 'unit' | 'definition'> &
  Partial<Omit<Metric, 'id' | 'title' | 'unit' | 'definition'>>;

/** Completes the entries of a group with what its metrics have in common. */
export function group(
  common: {
    readonly level: Metric['level'];
    readonly needs: readonly InputKind[];
    readonly byDay?: boolean;
  },
  entries: readonly Entry[],
): readonly Metric[] {
  return entries.map((entry) => ({ quotient: false, ...common, ...entry }));
}
