import { existsSync, realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { isShopInput } from '../../intake/month/shop-input.js';
import { CLOSED_FOLDER } from '../../ledger/closed-folder.js';
import { CONFIG_FILE } from '../../shop/open.js';
import { usageError } from '../flags/usage.js';

/** What is not written over. */
export interface Inputs {
  /** The folder of the shop that a run is about. */
  readonly shop: string | undefined;
  /** Files that a run has read wherever they lie. */
  readonly reads: readonly string[];
  /** A folder of rulebooks that a run has read in place of the shop's. */
  readonly rules: string | undefined;
}

/**
 * Refuses a result file that would take the place of a file that was read, or of an input of the shop that the run is
 * about, or of one in which it lies: inputs are never written.
 */
export async function guardInputs(output: string, { shop, reads, rules }: Inputs): Promise<void> {
  // `-o` writes through links: what counts is where the file is.
  if (!existsSync(output)) return;
  const path = realpathSync(output);
  const folders = [...(shop === undefined ? [] : [shop]), ...foldersAbove(path)];
  const shops = folders.filter((folder) => existsSync(join(folder, CONFIG_FILE)));
  let isInput = reads.some((file) => existsSync(file) && realpathSync(file) === path);
  if (rules !== undefined) isInput ||= foldersAbove(path).includes(existing(rules));
  for (const folder of shops) isInput ||= await isShopInput(folder, path);
  if (isInput) throw usageError('usage.overwrites_input', { file: output });
}

/** Whether a result file would lie among the closed months of a shop, which no result takes the place of. */
export function isAmongClosed(output: string): boolean {
  const folder = existing(dirname(resolve(output)));
  return [folder, ...foldersAbove(folder)].some(
    (each) => basename(each) === CLOSED_FOLDER && existsSync(join(dirname(each), CONFIG_FILE)),
  );
}

/** The folders in which something lies, the innermost first. */
function foldersAbove(path: string): readonly string[] {
  const folder = dirname(path);
  return folder === path ? [] : [folder, ...foldersAbove(folder)];
}

/** A folder by its real path, where it is there. */
function existing(folder: string): string {
  return existsSync(folder) ? realpathSync(folder) : folder;
}
