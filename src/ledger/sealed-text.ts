import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type Json, jsonOf } from '../lib/json.js';
import { isSignatureOf, type SigningKey } from './sign-keys.js';

/** The hash of a text, as hex. */
export function sha256Of(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** How the text of a file in closed/ is written and read. */
export interface SealedText<Content> {
  /**
   * Canonical JSON that ends with the hash of all that stands before it; when it is signed, with the public key
   * before the hash and the signature of all behind it.
   */
  readonly write: (content: Content, key?: SigningKey) => string;
  /** Undefined when a byte of the file is not as it was written. What is wrong with a signature is `signatureIn`. */
  readonly read: (text: string) => Content | undefined;
}

/** The text of a kind of sealed file, from the codec of its content. */
export function sealedText<Codec extends z.ZodType<unknown, Json>>(
  codec: Codec,
): SealedText<z.output<Codec>> {
  return {
    write: (content, key) => withSeal(z.encode(codec, content), key),
    read(text) {
      const document = sealedDocument(text);
      const parsed = codec.safeParse(document && JSON.parse(`${document}\n}`));
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
      const document = sealedDocument(text);
      if (document === undefined) return undefined;
      const found = Object.keys(members.shape).flatMap((name) => memberOf(document, name));
      const parsed = members.safeParse(Object.fromEntries(found));
      return parsed.success ? parsed.data : undefined;
    },
  };
}

/** A member of a canonical document, with its name; nothing where it has none of that name. */
function memberOf(document: string, name: string): readonly (readonly [string, unknown])[] {
  const head = `\n  "${name}": `;
  const at = document.indexOf(head);
  if (at < 0) return [];
  // The lines of what stands deeper are indented further.
  const end = document.indexOf('\n  "', at + head.length);
  const value = document.slice(at + head.length, end < 0 ? undefined : end).replace(/,$/, '');
  return [[name, JSON.parse(value)]];
}

/** Who has signed a sealed text, and whether the signature is there and is of it. */
type Signature =
  | { readonly kind: 'none' }
  | { readonly kind: 'good' | 'lost' | 'wrong'; readonly publicKey: string | undefined };

/** The signature of a sealed text. */
export function signatureIn(text: string): Signature {
  const { sealed = '', publicKey, signature } = partsOf(text);
  if (publicKey === undefined && signature === undefined) return { kind: 'none' };
  if (signature === undefined) return { kind: 'lost', publicKey };
  const isGood = publicKey !== undefined && isSignatureOf(sealed, signature, publicKey);
  return { kind: isGood ? 'good' : 'wrong', publicKey };
}

function withSeal(content: Json, key: SigningKey | undefined): string {
  const document = jsonOf(content).replace(/\n\}\n$/, '');
  const open = key === undefined ? document : withMember(document, 'signed_by', key.publicKey);
  const sealed = withMember(open, 'seal', sha256Of(open));
  const all = key === undefined ? sealed : withMember(sealed, 'signature', key.sign(sealed));
  return `${all}\n}\n`;
}

function withMember(open: string, name: string, value: string): string {
  return `${open},\n  "${name}": "${value}"`;
}

/** The content of a sealed text, but for its closing brace; undefined when the seal does not fit. */
function sealedDocument(text: string): string | undefined {
  const { document, open = '', seal } = partsOf(text);
  return sha256Of(open) === seal ? document : undefined;
}

interface Parts {
  /** The content, but for its closing brace. */
  readonly document?: string;
  /** What is sealed. */
  readonly open?: string;
  readonly seal?: string | undefined;
  /** What is signed. */
  readonly sealed?: string;
  readonly publicKey?: string | undefined;
  readonly signature?: string | undefined;
}

const TAIL =
  /(?:,\n {2}"signed_by": "([\w-]{43})")?,\n {2}"seal": "([0-9a-f]{64})"(?:,\n {2}"signature": "([\w-]{86})")?\n\}\n$/;
/** More than the tail has. */
const TAIL_LENGTH = 400;

function partsOf(text: string): Parts {
  const found = TAIL.exec(text.slice(-TAIL_LENGTH));
  if (found === null) return {};
  const [tail, publicKey, seal = '', signature] = found;
  const document = text.slice(0, -tail.length);
  const open = publicKey === undefined ? document : withMember(document, 'signed_by', publicKey);
  return { document, open, seal, sealed: withMember(open, 'seal', seal), publicKey, signature };
}
