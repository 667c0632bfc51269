import { createHash } from 'node:crypto';
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { TextCache } from '../lib/text-cache.js';

// What was made of texts that rarely change, so that the next run need not make it again. It is never needed: what is
// not there, cannot be read or cannot be written is made again, without a word.

/** The user's cache for this build of the program; undefined for sources that are not built. */
export function openTextCache(): TextCache | undefined {
  const build = buildOfProgram();
  if (build === undefined) return undefined;
  const folder = join(userFolder(), 'kpi', build);
  return {
    get(text) {
      try {
        const bytes = readFileSync(join(folder, nameOf(text)));
        const made = bytes.subarray(DIGEST_BYTES);
        if (!digestOf(made).equals(bytes.subarray(0, DIGEST_BYTES))) return undefined;
        return revived(deserialize(made) as Kept);
      } catch {
        return undefined;
      }
    },
    keep(text, made) {
      const bytes = serialize({ made, bare: bareIn(made) } satisfies Kept);
      const path = join(folder, nameOf(text));
      const unfinished = `${path}-${process.pid}`;
      try {
        makeFolder(folder);
        writeFileSync(unfinished, Buffer.concat([digestOf(bytes), bytes]), { mode: 0o600 });
        renameSync(unfinished, path);
      } catch {
        remove(unfinished);
      }
    },
  };
}

function remove(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true });
  } catch {
    // Where nothing can be written, there is nothing either.
  }
}

/** What is kept, and the objects in it that have no prototype: bytes do not say which these were. */
interface Kept {
  readonly made: unknown;
  readonly bare: readonly object[];
}

function revived({ made, bare }: Kept): unknown {
  for (const each of bare) Object.setPrototypeOf(each, null);
  return made;
}

function bareIn(value: unknown, found = new Set<object>()): readonly object[] {
  collectBare(value, found, new Set());
  return [...found];
}

function collectBare(value: unknown, found: Set<object>, seen: Set<object>): void {
  if (typeof value !== 'object' || value === null || seen.has(value)) return;
  seen.add(value);
  if (Object.getPrototypeOf(value) === null) found.add(value);
  for (const each of Object.values(value)) collectBare(each, found, seen);
}

const DIGEST_BYTES = 32;

function digestOf(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest();
}

/** The runtime says how values become bytes, the text what they are made of. */
function nameOf(text: string): string {
  return createHash('sha256').update(`${process.versions.v8}\n${text}`).digest('hex');
}

/** What tells this build of the program from every other; undefined for sources. */
function buildOfProgram(): string | undefined {
  try {
    return readFileSync(new URL('../build-id', import.meta.url), 'utf8').trim();
  } catch {
    return undefined;
  }
}

/** Where programs keep what they can make again. */
function userFolder(): string {
  const { env, platform } = process;
  if (env.XDG_CACHE_HOME) return env.XDG_CACHE_HOME;
  if (platform === 'win32') return env.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local');
  return join(homedir(), ...(platform === 'darwin' ? ['Library', 'Caches'] : ['.cache']));
}

/** Days after which nobody is taken to use another build any more. */
const DAYS_KEPT = 30;

/** Makes the folder of this build, and takes those of builds away that nobody has used for long. */
function makeFolder(own: string): void {
  if (mkdirSync(own, { recursive: true, mode: 0o700 }) === undefined) return;
  const above = join(own, '..');
  for (const name of readdirSync(above)) {
    const path = join(above, name);
    const age = Date.now() - statSync(path).mtimeMs;
    if (age > DAYS_KEPT * 86_400_000) remove(path);
  }
}
