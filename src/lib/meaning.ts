import type { Title } from './language.js';

declare module 'zod' {
  interface GlobalMeta {
    /** What a key or a definition means. */
    means?: Title;
  }
}

/** What a key of a schema means, for `.meta`: editors are shown it, and the docs list it. */
export function meaning(zh: string, en: string): { readonly means: Title } {
  return { means: { zh, en } };
}
