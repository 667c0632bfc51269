import { existsSync, realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { IDENTITY_FILES } from '../../intake/people/read-identities.js';
import { ROSTER_FILES } from '../../intake/people/read-roster.js';
import { CLOSED_FOLDER } from '../../ledger/closed-folder.js';
import type { MeasuredMonth } from '../../payroll/run.js';
import { CONFIG_FILE } from '../../shop/open.js';
import { usageError } from '../flags/usage.js';

/** Refuses a result file that would take the place of a file of the shop: inputs are never written. */
export function guardInputs(output: string | undefined, { shop, inputs }: MeasuredMonth): void {
  if (output === undefined || shop === undefined) return;
  const files = [
    CONFIG_FILE,
    ...ROSTER_FILES,
    ...IDENTITY_FILES,
    ...inputs.map(({ file }) => file),
  ];
  const target = resolve(output);
  if (files.some((file) => resolve(shop.folder, file) === target)) {
    throw usageError('usage.overwrites_input', { file: output });
  }
}

/** Whether a result file would lie among the closed months of a shop, which no result takes the place of. */
export function isAmongClosed(output: string): boolean {
  let folder = existing(dirname(resolve(output)));
  while (dirname(folder) !== folder) {
    const parent = dirname(folder);
    if (basename(folder) === CLOSED_FOLDER && existsSync(join(parent, CONFIG_FILE))) return true;
    folder = parent;
  }
  return false;
}

/** A folder by its real path, where it is there. */
function existing(folder: string): string {
  return existsSync(folder) ? realpathSync(folder) : folder;
}
