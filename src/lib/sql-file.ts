import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * The text of an .sql file with its `{name}` places filled. What is put in is SQL already: names of columns,
 * or values through `literal`. Throws when a place of the file is not given.
 */
export function sqlFile(file: URL, places: Readonly<Record<string, string>> = {}): string {
  const path = fileURLToPath(file);
  // `\x{feff}` belongs to a regular expression.
  return readFileSync(path, 'utf8').replaceAll(/(?<!\\x)\{([a-z]\w*)\}/g, (_, place: string) => {
    const text = places[place];
    if (text === undefined) throw new Error(`${path}: {${place}} is not given`);
    return text;
  });
}
