import type { Title } from './language.js';

declare module 'zod' {
  interface GlobalMeta {
    /** What a key or a definition means. */
    means?: Title;
    /** How the key may be written in Chinese. */
    word?: string;
  }
}

type Meaning = {
  readonly means: Title;
  readonly word?: string;
};

/**
 * What a key of a schema means, and its word in files whose keys are Chinese, for `.meta`: editors are shown
 * it, and the docs list it.
 */
export function meaning(zh: string, en: string, word?: string): Meaning {
  return { means: { zh, en }, ...(word === undefined ? {} : { word }) };
}
