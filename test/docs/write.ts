import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { generatedPages } from './pages.js';
import { DOCS } from './places.js';

// Writes the generated pages of docs/: `npx tsx test/docs/write.ts`.
for (const [file, text] of await generatedPages()) {
  await mkdir(dirname(`${DOCS}${file}`), { recursive: true });
  await writeFile(`${DOCS}${file}`, text);
}
