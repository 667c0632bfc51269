import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto';
import { statSync } from 'node:fs';
import { readRegularSync } from '../shop/regular-file.js';
import type { Problems } from '../words/problem.js';
import { reportUnreadable } from '../words/system-reasons.js';
import { DISK } from './disk.js';

// Who closes a month may sign it. Keys and signatures are Ed25519 (RFC 8032) of the runtime's own; a public key is
// written as in JSON Web Keys (RFC 8037): its 32 bytes in base64url.

/** What a month is signed with. */
export interface SigningKey {
  /** The public key that proves it. */
  readonly publicKey: string;
  /** The signature of a text, in base64url. The same text gives the same one. */
  readonly sign: (text: string) => string;
}

const PRIVATE_MODE = 0o600;
const OTHERS = 0o077;

/** The file of the public key that belongs to the file of a private one. */
export function publicFileOf(file: string): string {
  return `${file}.pub`;
}

/**
 * Makes a pair of keys: the private one in `file`, which nobody else may read, the public one beside it. Gives the
 * public key. Throws what the system says; neither file may be there, and none is left when the other fails.
 */
export async function makeKeys(file: string): Promise<string> {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  await DISK.create(file, `${privateKey.export(PRIVATE_FORM)}`, PRIVATE_MODE);
  try {
    await DISK.create(publicFileOf(file), `${publicKey.export(PUBLIC_FORM)}`);
  } catch (error) {
    await DISK.remove(file);
    throw error;
  }
  return textOf(publicKey);
}

const PRIVATE_FORM = { type: 'pkcs8', format: 'pem' } as const;
const PUBLIC_FORM = { type: 'spki', format: 'pem' } as const;

/** Reads the private key of a file; undefined, reported, when it is none that may sign. */
export function readSigningKey(file: string, problems: Problems): SigningKey | undefined {
  const pem = keyTextIn(file, problems);
  if (pem === undefined) return undefined;
  const key = keyOf(pem, createPrivateKey);
  if (key === undefined) {
    const isPublic = keyOf(pem, createPublicKey) !== undefined;
    problems.report(isPublic ? 'not-private-key' : 'not-a-key', { file });
    return undefined;
  }
  if (process.platform !== 'win32' && (statSync(file).mode & OTHERS) !== 0) {
    problems.report('key-open-to-others', { file }, { params: { file } });
    return undefined;
  }
  return {
    publicKey: textOf(createPublicKey(key)),
    sign: (text) => sign(null, Buffer.from(text), key).toString('base64url'),
  };
}

const PUBLIC_KEY = /^[\w-]{43}$/;

/** The public key that a word is, or that a file holds; of a private one its public one. Undefined, reported: none. */
export function readPublicKey(given: string, problems: Problems): string | undefined {
  if (PUBLIC_KEY.test(given)) return given;
  const pem = keyTextIn(given, problems);
  if (pem === undefined) return undefined;
  const key = keyOf(pem, createPublicKey);
  if (key !== undefined) return textOf(key);
  problems.report('not-a-key', { file: given });
  return undefined;
}

/** Whether a signature is of this text, by the private key that belongs to a public one. */
export function isSignatureOf(text: string, signature: string, publicKey: string): boolean {
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: publicKey }, format: 'jwk' });
  return verify(null, Buffer.from(text), key, Buffer.from(signature, 'base64url'));
}

function keyTextIn(file: string, problems: Problems): string | undefined {
  try {
    return readRegularSync(file);
  } catch (error) {
    return reportUnreadable(error, file, problems);
  }
}

/** The key in a PEM text; undefined when it is none, is locked by a word, or is of another kind. */
function keyOf(pem: string, create: (pem: string) => KeyObject): KeyObject | undefined {
  try {
    const key = create(pem);
    return key.asymmetricKeyType === 'ed25519' ? key : undefined;
  } catch {
    return undefined;
  }
}

function textOf(publicKey: KeyObject): string {
  return `${publicKey.export({ format: 'jwk' }).x}`;
}
