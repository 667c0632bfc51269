import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * The text of an .sql file with its `{name}` places filled. What is put in is SQL already: names of columns,
 * or values through `sqlLiteral`. Throws when a place of the file is not given.
 */
export function sqlFile(file: URL, places: Readonly<Record<string, string>> = {}): string {
  const path = fileURLToPath(file);
  const text = textOf(path);
  // `\x{feff}` belongs to a regular expression.
  return text.replaceAll(/(?<!\\x)\{([a-z]\w*)\}/g, (_, place: string) => {
    const sql = places[place];
    if (sql === undefined) throw new Error(`${path}: {${place}} is not given`);
    return sql;
  });
}

const texts = new Map<string, string>();

function textOf(path: string): string {
  const text = texts.get(path) ?? readFileSync(path, 'utf8');
  texts.set(path, text);
  return text;
}
