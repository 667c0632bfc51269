import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { LANGUAGES } from '../src/lib/language.js';
import { manPages } from './man/man-pages.js';

// Writes the manual into man/, as package.json names it: `npm run man`, then `man -M man kpi-calc`, in Chinese where
// the language of the system is.
const folder = fileURLToPath(new URL('../man', import.meta.url));
rmSync(folder, { recursive: true, force: true });
for (const { file, roff } of LANGUAGES.flatMap(manPages)) {
  const path = join(folder, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, roff);
}
