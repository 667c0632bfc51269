import type { TextCache } from '../../lib/text-cache.js';

let cache: TextCache | undefined;

/** From now on rulebooks are looked up here before they are read, and kept here; without one they are always read. */
export function useRulebookCache(used: TextCache | undefined): void {
  cache = used;
}

/** The cache that is in use. */
export function rulebookCache(): TextCache | undefined {
  return cache;
}
