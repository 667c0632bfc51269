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

/** Some of the members of a sealed text, without reading the others; undefined as in `read`. */
export function sealedMembers<Members extends z.ZodObject>(
  members: Members,
): Pick<SealedText<z.output<Members>>, 'read'> {
  return {
    read(text) {
      const open = sealedPart(text);
      if (open === undefined) return undefined;
      const found = Object.keys(members.shape).flatMap((name) => memberOf(open, name));
      const parsed = members.safeParse(Object.fromEntries(found));
      return parsed.success ? parsed.data : undefined;
    },
  };
}

/** A member of a canonical document, with its name; nothing where it has none of that name. */
function memberOf(open: string, name: string): readonly (readonly [string, unknown])[] {
  const head = `\n  "${name}": `;
  const at = open.indexOf(head);
  if (at < 0) return [];
  // The lines of what stands deeper are indented further.
  const end = open.indexOf('\n  "', at + head.length);
  const value = open.slice(at + head.length, end < 0 ? undefined : end).replace(/,$/, '');
  return [[name, JSON.parse(value)]];
}

const SEAL = /\n {2}"seal": "([0-9a-f]{64})"\n\}\n$/;

function withSeal(document: Json): string {
  const open = jsonOf(document).replace(/\n\}\n$/, '');
  return `${open},\n  "seal": "${sha256Of(open)}"\n}\n`;
}

function withoutSeal(text: string): unknown {
  const open = sealedPart(text);
  return open === undefined ? undefined : JSON.parse(`${open}\n}`);
}

/** All that stands before the seal; undefined when the seal does not fit. */
function sealedPart(text: string): string | undefined {
  const found = SEAL.exec(text);
  if (found === null) return undefined;
  const open = text.slice(0, found.index - 1);
  return sha256Of(open) === found[1] ? open : undefined;
}
