import { folderOpener } from '../payroll/calculate.js';
import type { RunRequest } from '../payroll/run.js';
import { isVariant, type Variant, variantOpener } from '../payroll/variant.js';

/** Flags that name another policy. */
export interface VariantFlags {
  readonly set: readonly string[];
  readonly rules?: string;
}

export function variantOf({ set, rules }: VariantFlags): Variant {
  return { set, rules };
}

/** A run under another policy; the same run where it changes nothing. */
export function under(variant: Variant, request: RunRequest): RunRequest {
  if (!isVariant(variant)) return request;
  const open = request.open ?? folderOpener(request.folder);
  return { ...request, open: variantOpener(open, variant) };
}
