import { useRulebookCache } from '../../rulebook/books/rulebook-cache.js';
import { openTextCache } from '../../shop/cache-folder.js';
import type { CommonFlags } from './flags.js';

/** Lets a run use what earlier ones made of rulebooks, unless its flags say otherwise. */
export function chooseCache({ cache }: Pick<CommonFlags, 'cache'>): void {
  useRulebookCache(cache ? openTextCache() : undefined);
}
