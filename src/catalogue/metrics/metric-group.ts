import type { InputKind } from '../inputs.js';
import type { Metric } from '../metric.js';

/** A metric's entry in one of the group files: the group supplies what its metrics have in common. */
type Entry = Pick<Metric, 'id' | 'title' | 'unit' | 'definition'> &
  Partial<Omit<Metric, 'id' | 'title' | 'unit' | 'definition'>>;

/**
 * Completes the entries of a group with what its metrics have in common. The type keeps what each entry says:
 * for each of them it must be said how it is counted.
 */
export function group<const E extends readonly Entry[]>(
  common: {
    readonly level: Metric['level'];
    readonly needs: readonly InputKind[];
    readonly byDay?: boolean;
  },
  entries: E,
): readonly (Metric & E[number])[] {
  return entries.map((entry: E[number]) => ({ quotient: false, ...common, ...entry }));
}
