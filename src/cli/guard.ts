import { resolve } from 'node:path';
import type { MeasuredMonth } from '../payroll/run.js';
import { usageError } from './usage.js';

/** Refuses a result file that would take the place of a file of the shop: inputs are never written. */
export function guardInputs(output: string | undefined, { shop, inputs }: MeasuredMonth): void {
  if (output === undefined || shop === undefined) return;
  const files = ['kpi.yaml', 'agents.csv', ...inputs.map(({ file }) => file)];
  const target = resolve(output);
  if (files.some((file) => resolve(shop.folder, file) === target)) {
    throw usageError('usage.overwrites_input', { file: output });
  }
}
