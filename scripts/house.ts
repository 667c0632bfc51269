import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { drawing } from './house/drawing.js';
import { readSources } from './house/imports.js';
import { withDrawing } from './house/page.js';

// Draws the rooms of src/ from the imports into docs/architecture.md: `npm run house`.
const page = fileURLToPath(new URL('../docs/architecture.md', import.meta.url));
const sources = readSources(fileURLToPath(new URL('../src', import.meta.url)));
writeFileSync(page, withDrawing(readFileSync(page, 'utf8'), drawing(sources)));
