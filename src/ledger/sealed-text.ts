import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type Json, jsonOf } from '../lib/json.js';

/** The hash of a text, as hex. */
export function sha256Of(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** How the text of a file in closed/ is written and read. */
export interface SealedText<Content> {
  /** Canonical JSON whose last member is the hash of all that stands before it. */
  readonly write: (content: Content) => string;
  /** Undefined when a byte of the file is not as it was written. */
  readonly read: (text: string) => Content | undefined;
}

/** The text of a kind of sealed file, from the codec of its content. */
export function sealedText<Codec extends z.ZodType<unknown, Json>>(
  codec: Codec,
): SealedText<z.output<Codec>> {
  return {
    write: (content) => withSeal(z.encode(codec, content)),
    read(text) {
      const parsed = codec.safeParse(withoutSeal(text));
      return parsed.success ? parsed.data : undefined;
    },
  };
}

const SEAL = /\n {2}"seal": "([0-9a-f]{64})"\n\}\n$/;

function withSeal(document: Json): string {
  const open = jsonOf(document).replace(/\n\}\n$/, '');
  return `${open},\n  "seal": "${sha256Of(open)}"\n}\n`;
}

function withoutSeal(text: string): unknown {
  const found = SEAL.exec(text);
  if (found === null || sha256Of(text.slice(0, found.index - 1)) !== found[1]) return undefined;
  return JSON.parse(`${text.slice(0, found.index - 1)}\n}`);
}
