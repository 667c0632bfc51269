import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type Json, jsonOf } from '../lib/json.js';

// What all files in closed/ have in common. Numbers are texts: no reader turns them into floats.

export const exact = z.string().regex(/^-?\d+(?:\.\d+)?$/);
export const title = z.strictObject({ zh: z.string(), en: z.string() });
export const month = z.string().regex(/^\d{4}-\d{2}$/);
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
export const inputs = z.array(
  z.strictObject({
    file: z.string(),
    sha256,
    rows: z.int(),
    read_as: z.string(),
    kind: z.string(),
  }),
);

/** The hash of a text, as hex. */
export function sha256Of(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

const SEAL = /\n {2}"seal": "([0-9a-f]{64})"\n\}\n$/;

/** Canonical JSON whose last member is the hash of all that stands before it. */
export function withSeal(document: Json): string {
  const open = jsonOf(document).replace(/\n\}\n$/, '');
  return `${open},\n  "seal": "${sha256Of(open)}"\n}\n`;
}

/** The document without its seal; undefined when a byte of it is not as it was written. */
export function withoutSeal(text: string): unknown {
  const found = SEAL.exec(text);
  if (found === null || sha256Of(text.slice(0, found.index - 1)) !== found[1]) return undefined;
  return JSON.parse(`${text.slice(0, found.index - 1)}\n}`);
}
