import type { Variant } from '../payroll/variant.js';

/** Flags that name another policy. */
export interface VariantFlags {
  readonly set: readonly string[];
  readonly rules?: string;
}

export function variantOf({ set, rules }: VariantFlags): Variant {
  return { set, rules };
}
