import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { manPages } from './man/man-pages.js';

// Writes the manual into man/, as package.json names it: `npm run man`, then `man -l man/kpi-calc.1`.
const folder = fileURLToPath(new URL('../man', import.meta.url));
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder);
for (const { file, roff } of manPages()) writeFileSync(join(folder, file), roff);
