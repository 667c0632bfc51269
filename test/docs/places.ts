import { fileURLToPath } from 'node:url';

/** The repository, with a slash at its end. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url));
export const DOCS = `${ROOT}docs/`;
export const RULES = `${ROOT}rules/`;
