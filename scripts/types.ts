import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { cp, mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

// Writes the types of the library into types/: those that its entry leads to, and no others.
const ROOT = fileURLToPath(new URL('..', import.meta.url));
const TYPES = join(ROOT, 'types');
const ENTRY = 'library/index.d.ts';

const all = mkdtempSync(join(tmpdir(), 'kpi-types-'));
try {
  const options = ['--noEmit', 'false', '--declaration', '--emitDeclarationOnly'];
  const tsc = join(ROOT, 'node_modules/typescript/bin/tsc');
  const config = join(ROOT, 'tsconfig.json');
  // Types that other files cannot name stop the compiler for these files alone; of those that the entry leads to
  // each has to be there, or it is not found below. Whether the types are right `npm run check` says.
  spawnSync(process.execPath, [tsc, '-p', config, ...options, '--rootDir', ROOT, '--outDir', all]);
  const sources = join(all, 'src');
  rmSync(TYPES, { recursive: true, force: true });
  for (const file of reached(join(sources, ENTRY))) {
    const target = join(TYPES, relative(sources, file));
    await mkdir(dirname(target), { recursive: true });
    await cp(file, target);
  }
} finally {
  rmSync(all, { recursive: true, force: true });
}

/** A file of types and all that it imports, directly or not. */
function reached(entry: string): ReadonlySet<string> {
  const found = new Set([entry]);
  for (const file of found) {
    const imports = readFileSync(file, 'utf8').matchAll(
      /(?:from |import\()['"](\.[^'"]+)\.js['"]/g,
    );
    for (const [, path = ''] of imports) found.add(resolve(dirname(file), `${path}.d.ts`));
  }
  return found;
}
