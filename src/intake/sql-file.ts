import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * The text of an .sql file of this room with its `{name}` places filled. What is put in is SQL already:
 * names of columns, or values through `literal`.
 */
export function sqlFile(name: string, places: Readonly<Record<string, string>> = {}): string {
  const text = readFileSync(fileURLToPath(new URL(name, import.meta.url)), 'utf8');
  return text.replaceAll(/\{([a-z_]+)\}/g, (whole, place: string) => places[place] ?? whole);
}
